"""The checklist: judged rows, data the state holds, reused papers, and what proves an exemption."""

from datetime import datetime
from typing import Any

import pytest

from station.domain.acceptance import IncompleteDossierError
from station.domain.documents import LawfulGround, Reuse, RowCheck, SubmittedDocument
from station.domain.history import fold
from station.domain.journal import VIETNAM
from station.domain.paper_checks import PaperDoubt, paper_text
from station.domain.procedure import Exemption, Fee, RequiredDocument
from station.usecases.exemptions import ExemptionWithoutPaperError
from station.usecases.lodge_dossier import lacking_of
from station.usecases.reception_checks import NoDatabaseError, RemarkNeededError
from tests.builders import MONDAY, a_procedure
from tests.station.test_receive_dossier import Desk

SHOWN = {"index": 3, "presented": 1}
WRONG = {"index": 1, "copies": 1, "check": "not_ok", "remark": "thiếu chữ ký trang 2"}
POPULATION = "CSDLQG về dân cư"


def a_checklist(**rule: Any) -> Any:
    first = RequiredDocument(index=1, name="Giấy xác nhận cư trú", originals=1, **rule)
    return a_procedure(required_documents=(first,), fees=())


@pytest.mark.parametrize(
    ("row", "settled"),
    [
        ({}, False),
        ({"originals": 1}, True),
        ({"presented": 1, "check": RowCheck.OK}, True),
        ({"originals": 1, "check": RowCheck.NOT_OK}, False),
        ({"reuse": Reuse.REUSED}, True),
        ({"reuse": Reuse.NATIONAL_STORE, "check": RowCheck.NOT_OK}, False),
    ],
)
def test_what_settles_a_row(row: dict[str, Any], settled: bool) -> None:
    paper = SubmittedDocument(index=1, name="Tờ khai", mandatory=True, **row)

    assert paper.is_settled is settled
    assert paper.lacks is not settled


def test_a_paper_found_wanting_is_missing_with_its_reason() -> None:
    with pytest.raises(IncompleteDossierError) as caught:
        Desk().receive(documents=[WRONG, SHOWN])

    assert caught.value.details["missing"] == [
        {"index": 1, "name": "Tờ khai", "what": "thiếu chữ ký trang 2"}
    ]


def test_what_is_wrong_is_what_form_02_asks_for() -> None:
    rows = [
        SubmittedDocument(
            index=1, name="Tờ khai", mandatory=True, copies=1, check=RowCheck.NOT_OK, remark="mờ"
        ),
        SubmittedDocument(
            index=2, name="Ảnh", mandatory=False, copies=1, check=RowCheck.NOT_OK, remark="cũ"
        ),
        SubmittedDocument(index=3, name="Giấy khai sinh", mandatory=True),
        SubmittedDocument(index=4, name="Bản đồ", mandatory=False),
    ]

    lacking = lacking_of(rows, [(1, "không đọc được")])

    assert [(one.index, one.what) for one in lacking] == [
        (1, "không đọc được"),
        (2, "cũ"),
        (3, "chưa nộp"),
    ]


def test_a_paper_found_wanting_needs_its_reason() -> None:
    with pytest.raises(RemarkNeededError):
        Desk().receive(documents=[WRONG | {"remark": "  "}, SHOWN])


@pytest.mark.parametrize("ground", list(LawfulGround))
def test_data_that_the_state_holds_settles_its_row_and_is_kept_with_the_query(
    ground: LawfulGround,
) -> None:
    desk = Desk()
    held = {"ground": ground.value, "database": POPULATION, "query": "mất mạng"}

    dossier = desk.receive(documents=[{"index": 1, "originals": 1},
                                      {"index": 3, "held": held}]).dossier  # fmt: skip

    kept = dossier.documents[2].held
    assert kept is not None
    assert (kept.ground, kept.database, kept.query) == (ground, POPULATION, "mất mạng")
    assert kept.asked_at == MONDAY
    assert dossier.missing == ()
    assert dossier == fold(desk.work.entries)


def test_the_time_of_a_failed_query_is_as_it_was_given() -> None:
    held = {"ground": "not_retrievable", "database": "x", "asked_at": "2026-11-23T08:41:00"}

    dossier = Desk().receive(documents=[{"index": 1, "originals": 1},
                                        {"index": 3, "held": held}]).dossier  # fmt: skip

    kept = dossier.documents[2].held
    assert kept is not None
    assert kept.asked_at == datetime(2026, 11, 23, 8, 41, tzinfo=VIETNAM)


def test_the_database_is_the_catalogues_or_is_named() -> None:
    held = [{"index": 1, "held": {"ground": "held_by_state"}}]

    known = Desk(procedure=a_checklist(from_database=POPULATION)).receive(
        documents=held, fees=[], payment=None
    )
    with pytest.raises(NoDatabaseError):
        Desk(procedure=a_checklist()).receive(documents=held, fees=[], payment=None)

    kept = known.dossier.documents[0].held
    assert kept is not None
    assert kept.database == POPULATION


def test_a_reused_paper_is_kept_with_the_result_that_stands_for_it() -> None:
    desk = Desk(procedure=a_checklist(replaced_by_result="KQ.G15.000034"))

    row = desk.receive(
        documents=[{"index": 1, "reuse": "reused"}], fees=[], payment=None
    ).dossier.documents[0]

    assert (row.reuse, row.result_code) == (Reuse.REUSED, "KQ.G15.000034")


@pytest.mark.parametrize(
    ("rule", "row", "doubt"),
    [
        ({"valid_for_days": 30}, {"issued_on": "2026-10-24"}, None),
        ({"valid_for_days": 30}, {"issued_on": "2026-10-23"}, PaperDoubt.TOO_OLD),
        ({"valid_for_days": 30}, {"issued_on": "9999-12-31"}, None),
        ({"valid_for_days": 30}, {}, PaperDoubt.DAY_UNKNOWN),
        ({"must_name": "owner"}, {"named": "NGUYEN THI ANH TUYET"}, None),
        ({"must_name": "owner"}, {"named": "Trần Văn Bình"}, PaperDoubt.OTHER_NAME),
        ({"must_name": "submitter"}, {}, None),
        ({"from_database": POPULATION}, {}, PaperDoubt.HELD_BY_STATE),
        ({"from_database": POPULATION}, {"originals": 0, "presented": 1}, None),
        (
            {"from_database": POPULATION},
            {"held": {"ground": "inaccurate"}},
            None,
        ),
    ],
)
def test_papers_that_are_too_old_or_bear_another_name_warn_and_block_nothing(
    rule: dict[str, Any], row: dict[str, Any], doubt: PaperDoubt | None
) -> None:
    desk = Desk(procedure=a_checklist(**rule))

    reception = desk.receive(documents=[{"index": 1, "originals": 1} | row], fees=[], payment=None)

    assert [one.doubt for one in reception.paper_findings] == ([doubt] if doubt else [])
    for one in reception.paper_findings:
        assert paper_text(one, "vi").startswith("Giấy tờ dòng 1, Giấy xác nhận cư trú: ")
        assert paper_text(one, "en")


POOR = Exemption(
    key="ho_ngheo", name="Hộ nghèo", paper="Giấy chứng nhận hộ nghèo", legal_basis="Điều 5"
)
CHILD = Exemption(key="tre_em", name="Trẻ em")
PROOF = {"name": "Giấy chứng nhận hộ nghèo năm 2026", "presented": 1}


@pytest.mark.parametrize(
    ("fee", "other", "kept"),
    [
        ({"exemption": "ho_ngheo"}, [PROOF], ("Hộ nghèo", POOR.paper, "Điều 5")),
        ({"exemption": "hộ nghèo"}, [PROOF], ("Hộ nghèo", POOR.paper, "Điều 5")),
        ({"exemption": "tre_em"}, [], ("Trẻ em", None, None)),
        (
            {"exemption": "Người có công", "exemption_paper": "Thẻ thương binh"},
            [{"name": "Thẻ thương binh", "copies": 1}],
            ("Người có công", "Thẻ thương binh", None),
        ),
        ({"exemption": "ho_ngheo"}, [], None),
        ({"exemption": "Người có công"}, [PROOF], None),
        ({"exemption": "x", "exemption_paper": "Thẻ"}, [{"name": "Thẻ", "copies": 0}], None),
        (
            {"exemption": "ho_ngheo"},
            [PROOF | {"check": "not_ok", "remark": "hết hạn"}],
            None,
        ),
    ],
)
def test_an_exemption_is_proved_by_its_paper(
    fee: dict[str, Any], other: list[dict[str, Any]], kept: tuple[str | None, ...] | None
) -> None:
    tariff = Fee(
        index=1, name="Lệ phí", kind="lệ phí", amount_vnd=15_000, per="hồ sơ",
        exemptions=(POOR, CHILD),
    )  # fmt: skip
    desk = Desk(procedure=a_procedure(fees=(tariff,)))
    given = {"fees": [{"index": 1} | fee], "other_documents": other, "payment": None}

    if kept is None:
        with pytest.raises(ExemptionWithoutPaperError):
            desk.receive(**given)
        assert desk.work.entries == []
        return
    (line,) = desk.receive(**given).dossier.fees
    assert line.amount_vnd == 0
    assert (line.exemption, line.exemption_paper, line.exemption_basis) == kept
