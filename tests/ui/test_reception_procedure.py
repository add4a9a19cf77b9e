"""A procedure is found, changed and kept; its version and its cases stay with the draft."""

import pytest

from station.catalogue.pack import Pack, PackStatus
from station.domain.dossier import Channel
from station.domain.procedure import (
    Case,
    Fee,
    Procedure,
    ProcessingTime,
    RequiredDocument,
    Territory,
    TimeUnit,
)
from tests.builders import a_procedure
from tests.ui.reception_counter import AtCounter
from ui.desktop.reception.view_model import ApplicantField, Blocker

NAME = ApplicantField.NAME


def import_version_2(
    counter: AtCounter, procedures: tuple[Procedure, ...], *, withdrawn: tuple[str, ...] = ()
) -> None:
    pack = Pack(
        name="test",
        version="2",
        issued_on=None,
        status=PackStatus.OFFICIAL,
        procedures=procedures,
    )
    counter.desk.catalogue.import_pack(pack, at=counter.desk.now(), withdrawn=withdrawn)


def test_typing_finds_procedures_and_nothing_typed_shows_the_frequent_ones() -> None:
    counter = AtCounter()

    counter.presenter.on_query_edited("xac nhan hon nhan")
    assert counter.page.matches is not None
    assert [match.code for match in counter.page.matches.found] == ["1.004873"]

    counter.presenter.on_query_edited("")
    assert counter.page.matches.found == ()


def test_a_question_before_the_catalogue_is_ready_is_answered_when_it_is() -> None:
    counter = AtCounter()
    counter.presenter.start(came_back=lambda _: None)
    counter.presenter._index = None
    counter.presenter.on_query_edited("hon nhan")
    assert counter.page.matches is None

    counter.store_worker.do()

    assert counter.page.matches is not None
    assert counter.page.matches.total == 1


def test_a_procedure_known_by_name_only_cannot_be_chosen() -> None:
    counter = AtCounter(a_procedure(processing_time=None))

    counter.choose_procedure()

    assert counter.page.procedure.chosen is None
    assert counter.page.problem is not None
    assert "(DOS-006)" in counter.page.problem.sentence


def test_an_open_draft_keeps_its_version_when_the_catalogue_changes() -> None:
    """N25: an open draft goes on by its version."""
    counter = AtCounter()
    counter.fill()
    dearer = Fee(index=1, name="Lệ phí", kind="lệ phí", amount_vnd=90_000, per="hồ sơ")
    import_version_2(counter, (a_procedure(fees=(dearer,)),))

    counter.accept()
    counter.choose_procedure()

    (reception,) = counter.received
    assert (reception.dossier.catalogue, reception.dossier.fees_total_vnd) == ("test 1", 15_000)
    assert counter.drafts.current.catalogue == "test 2"
    assert counter.page.fees.total_vnd == 90_000


def test_a_catalogue_that_arrives_is_searched_and_told_and_drafts_keep_theirs() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.on_minute()
    counter.store_worker.do()
    assert counter.page.problem is None

    new = a_procedure(code="2.000009", name="Thủ tục mới toanh")
    import_version_2(counter, (new,))
    del counter.desk.catalogue_index
    counter.presenter.on_minute()
    counter.store_worker.do()

    assert counter.page.problem is not None
    assert "hồ sơ đang mở không bị ảnh hưởng" in counter.page.problem.sentence
    assert counter.drafts.current.catalogue == "test 1"
    counter.presenter.on_query_edited("moi toanh")
    assert counter.page.matches is not None
    assert [match.code for match in counter.page.matches.found] == ["2.000009"]


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (
            (
                a_procedure(
                    fees=(
                        Fee(index=1, name="Lệ phí", kind="lệ phí", amount_vnd=20_000, per="hồ sơ"),
                    )
                ),
            ),
            "Lệ phí: 15.000 đ → 20.000 đ",
        ),
        ((), "bị bỏ khỏi danh mục"),
    ],
)
def test_what_changes_for_an_open_draft_is_said_in_words(
    kept: tuple[Procedure, ...], said: str
) -> None:
    counter = AtCounter()
    counter.fill()
    import_version_2(counter, kept, withdrawn=() if kept else ("1.004873",))
    del counter.desk.catalogue_index
    counter.presenter.on_minute()
    counter.store_worker.do()

    assert counter.page.problem is not None
    assert said in counter.page.problem.sentence
    counter.accept()
    assert counter.received[0].dossier.catalogue == "test 1"


def test_a_pack_of_the_province_that_waits_is_told_once_with_its_reason() -> None:
    counter = AtCounter()
    counter.desk.catalogue.why_refused = "Thiếu gói nền 118. (CAT-015)"

    def after_a_minute() -> str | None:
        counter.presenter.on_minute()
        counter.store_worker.do()
        return counter.page.problem.sentence if counter.page.problem else None

    first = after_a_minute()
    counter.page.problem = None

    assert first == "Danh mục tỉnh gửi chưa dùng được. Thiếu gói nền 118. (CAT-015)"
    assert after_a_minute() is None
    counter.desk.catalogue.why_refused = "Chữ ký số không khớp. (CAT-010)"
    assert after_a_minute() is not None


def test_choosing_another_procedure_keeps_the_person_and_the_papers() -> None:
    other = a_procedure(
        code="2.000001",
        required_documents=(RequiredDocument(index=1, name="Giấy tờ tùy thân", presented=1),),
        fees=(),
    )
    counter = AtCounter(a_procedure(), other)
    counter.fill()

    counter.choose_procedure("2.000001")

    assert [(paper.key, paper.number, paper.is_here) for paper in counter.page.papers] == [
        ("row-1", 1, True),
        ("other-1", 0, True),
    ]
    assert counter.page.papers[1].name == "Tờ khai"
    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"
    assert counter.page.readiness.blocks == ()


def test_a_file_that_is_being_opened_finds_its_row_after_another_procedure_was_chosen() -> None:
    other = a_procedure(code="2.000001", required_documents=(
        RequiredDocument(index=1, name="Giấy khác", originals=1),
        RequiredDocument(index=2, name="Tờ khai", originals=1),
    ))  # fmt: skip
    counter = AtCounter(a_procedure(), other)
    counter.fill()
    counter.presenter.papers.on_files_chosen("row-1", ["scan.pdf"])
    counter.choose_procedure("2.000001")

    counter.file_worker.do()

    assert [len(paper.files) for paper in counter.page.papers] == [0, 1, 0]
    assert Blocker.READING not in counter.page.blockers


def test_a_case_decides_papers_fees_and_time_and_is_the_first_until_chosen() -> None:
    late = Case(
        key="late",
        label="Quá hạn",
        processing_time=ProcessingTime(5, TimeUnit.WORKING_DAY),
        required_documents=(RequiredDocument(index=1, name="Đơn giải trình", originals=1),),
        fees=(),
    )
    told = {"note": "trả trong ngày", "legal_basis": ("Luật Hộ tịch",)}
    in_time = Case(key="in-time", label="Đúng hạn")
    counter = AtCounter(a_procedure(cases=(in_time, late), **told))
    counter.fill()
    chosen, before = counter.page.procedure.chosen, counter.page.due.at
    assert chosen is not None
    assert (chosen.case, chosen.cases) == (
        "in-time", (("in-time", "Đúng hạn"), ("late", "Quá hạn")),
    )  # fmt: skip

    assert (chosen.note, chosen.legal_basis) == ("trả trong ngày", ("Luật Hộ tịch",))

    counter.presenter.on_case_chosen("late")
    counter.presenter.papers.on_paper_ticked("row-1")
    counter.accept()

    dossier = counter.received[0].dossier
    assert dossier.case == "late"
    assert dossier.documents[0].name == "Đơn giải trình"  # what was ticked before stays, beside
    assert dossier.fees == ()
    assert before is not None
    assert dossier.promised_at > before


def test_papers_that_came_by_post_are_received_and_counted_so() -> None:
    counter = AtCounter(a_procedure())
    counter.fill()
    assert counter.page.procedure.channel is Channel.DIRECT

    counter.presenter.on_channel_chosen(Channel.POSTAL)
    counter.accept()

    assert counter.received[0].dossier.channel is Channel.POSTAL


def test_a_procedure_for_another_draft_moves_no_keys() -> None:
    counter = AtCounter()
    counter.presenter.on_procedure_chosen("1.001193")
    counter.presenter.on_new()
    counter.store_worker.do()

    assert counter.page.went_on == 0


def test_another_territory_s_agency_makes_the_date_provisional() -> None:
    counter = AtCounter(a_procedure(territory=Territory.NATION))
    counter.fill()
    here = counter.page.due.at

    counter.presenter.on_destination_edited("UBND phường Cầu Giấy")
    assert any("tạm tính" in warning for warning in counter.page.due.warnings)
    counter.presenter.on_destination_edited("UBND cấp xã")
    assert counter.page.due.at == here
    counter.presenter.on_destination_edited("UBND phường Cầu Giấy ")
    counter.accept()

    dossier = counter.received[0].dossier
    assert (dossier.handling_agency, dossier.territory) == (
        "UBND phường Cầu Giấy", Territory.NATION,
    )  # fmt: skip
