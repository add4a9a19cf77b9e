"""The papers of an office as data: what may change, and what is refused by name."""

import json
from typing import Any

import pytest

from station.codec import to_plain
from station.domain.dossier import Dossier
from station.domain.history import fold
from station.forms.appointment_slip import AppointmentSlip, appointment_slip
from station.forms.dossier_letters import Printing, dossier_letter
from station.forms.dossier_names import (
    DOSSIER_FACTS,
    OFFICE_FACTS,
    dossier_names,
    office_names,
)
from station.forms.form_sets import form_set_named
from station.forms.letter import Fields, Grid, Letter
from station.forms.letter_layouts import Form, PaperKind, form_of
from station.forms.template_check import (
    LackingFactsError,
    UnknownFactsError,
    all_forms,
    check_templates,
)
from station.forms.template_preview import NOT_VALID, facts_of, worst_case
from station.forms.templates import (
    BUILT_IN,
    LARGEST_FILE,
    SCHEMA,
    BadTemplatesError,
    Templates,
    TextsInACircleError,
    facts_in,
    read_templates,
)
from station.forms.worst_facts import FACTS, ROWS, SHEETS
from tests.builders import a_chain
from tests.life_samples import LIVES
from tests.paper_samples import OFFICE, PRINTED_AT, a_dossier, slip_qr

SUPPLEMENT = form_of(PaperKind.SUPPLEMENT, "tt-03-2025")


def templates(*changes: dict[str, Any], **texts: str) -> Templates:
    """Read and check templates as a file of an office brings them."""
    plain = {"schema": SCHEMA, "texts": texts, "changes": changes}
    found = read_templates(json.dumps(plain).encode())
    check_templates(found)
    return found


def slip(ours: Templates, dossier: Dossier | None = None) -> AppointmentSlip:
    dossier = dossier or a_dossier()
    return appointment_slip(
        dossier,
        OFFICE,
        qr_text=slip_qr(dossier),
        printed_at=PRINTED_AT,
        printed_by="",
        templates=ours,
    )


def supplement(ours: Templates) -> Letter:
    printing = Printing(
        office=OFFICE, officer_name="Trần Thị Hạnh", printed_at=PRINTED_AT, templates=ours
    )
    return dossier_letter(PaperKind.SUPPLEMENT, fold(a_chain(*LIVES["asked-at-intake"])), printing)


def said(paper: AppointmentSlip | Letter) -> str:
    lines = [group for part in paper.parts if isinstance(part, Fields) for group in part.groups]
    return "\n".join("".join(words.text for words in line) for line in lines)


def parts_but(text: str, form: PaperKind = PaperKind.SUPPLEMENT) -> list[dict[str, Any]]:
    """Give the built-in parts without those that say this, as a file would have them."""
    parts: list[dict[str, Any]] = to_plain(form_of(form, "tt-03-2025").layout.parts)
    return [part for part in parts if text not in part["text"]]


def test_the_built_in_forms_are_whole() -> None:
    check_templates(BUILT_IN)


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: f"{form.kind}-{form.form_set}")
def test_every_form_names_what_it_must_say(form: Any) -> None:
    assert form.layout.required


def test_the_facts_that_templates_may_name_are_those_that_are_known() -> None:
    assert set(office_names(OFFICE, "")) == OFFICE_FACTS
    assert set(dossier_names(a_dossier(), OFFICE, "")) == DOSSIER_FACTS


def test_title_and_texts_are_changed_and_the_rest_stays() -> None:
    ours = templates(
        {
            "paper": "supplement",
            "title": ["PHIẾU BỔ SUNG"],
            "parts": [*parts_but("Trong quá trình"), {"kind": "sentence", "text": "{help}"}],
        },
        help="Hỏi {office_phone} hoặc {website}.",
    )

    changed, built_in = supplement(ours), supplement(BUILT_IN)

    assert changed.title == ("PHIẾU BỔ SUNG",)
    assert changed.parts[:-1] == built_in.parts[:-1]
    assert "Hỏi 0226 3851 234 hoặc dichvucong.gov.vn." in str(changed.parts[-1])
    assert changed.signers == built_in.signers


def test_an_optional_fact_is_left_out_with_its_label_and_its_column() -> None:
    ours = templates({"paper": "01", "without": ["email"]}, {"paper": "register", "without": []})

    assert "Email" not in said(slip(ours))
    assert "Số điện thoại: 0912 345 678" in said(slip(ours))
    assert said(slip(ours)).count("\n") == said(slip(BUILT_IN)).count("\n") - 1

    fewer = templates({"paper": "hand-over", "without": ["pages"]})
    columns = fewer.of(form_of(PaperKind.HAND_OVER, "tt-03-2025")).layout.parts[0].columns
    assert "Trang" not in [column.head for column in columns]


def test_a_procedure_has_its_own_words_and_the_others_keep_theirs() -> None:
    ours = templates(
        {"paper": "01", "procedures": ["1.004873"], "title": ["GIẤY BIÊN NHẬN ĐẤT ĐAI"]},
        {"paper": "01", "title": ["GIẤY TIẾP NHẬN HỒ SƠ"]},
    )

    assert slip(ours).title == ("GIẤY BIÊN NHẬN ĐẤT ĐAI",)
    assert slip(ours, a_dossier(procedure_code="2.000815")).title == ("GIẤY TIẾP NHẬN HỒ SƠ",)


def test_the_wording_around_form_01_is_the_office_s() -> None:
    wording = to_plain(form_set_named("tt-03-2025").delivery)["counter"]
    wording["place"] = "tầng 1, {address}"
    ours = templates({"paper": "01", "delivery": {"counter": wording}})

    assert slip(ours).delivery.place == "tầng 1, số 25 đường Trần Phú, phường Quang Trung"


def test_english_and_the_second_stage_stand_on_the_papers_of_who_wants_them() -> None:
    assert slip(BUILT_IN).english is None
    assert "giai đoạn 2" not in said(slip(BUILT_IN))

    ours = slip(templates({"paper": "01", "options": ["english", "stage-two"]}))

    assert ours.english is not None
    assert ours.english[0].startswith("Your result: Tuesday 8 December 2026, after 16:30, Qu")
    begin = [line.partition(":")[0] for line in said(ours).split("\n")[-3:]]
    assert begin == [
        "6. Thời gian nhận hồ sơ (giai đoạn 2 nếu có)",
        "7. Thời gian trả kết quả giải quyết hồ sơ (giai đoạn 2 nếu có)",
        "8. Đăng ký nhận kết quả tại",
    ]


# -- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "facts"),
    [
        ({"paper": "supplement", "parts": parts_but("{reason}")}, {"reason"}),
        ({"paper": "01", "without": ["due"]}, {"due"}),
        ({"paper": "01", "without": ["originals"]}, {"originals"}),
        ({"paper": "01", "without": ["documents"]}, {"documents"}),
        ({"paper": "supplement", "signers": []}, {"signers"}),
        ({"paper": "supplement", "title": [" "]}, {"title"}),
        (
            {
                "paper": "supplement",
                "parts": [
                    *parts_but("{reason}"),
                    {"kind": "fields", "text": "Lý do: {reason}", "when": "email"},
                ],
            },
            {"reason"},
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_form_that_lacks_what_it_must_say_is_refused_by_name(
    change: dict[str, Any], facts: set[str]
) -> None:
    with pytest.raises(LackingFactsError) as refused:
        templates(change)

    assert facts <= set(refused.value.facts)
    assert refused.value.details["form"] == change["paper"]


def test_a_form_that_is_broken_for_one_procedure_only_is_refused_for_it() -> None:
    with pytest.raises(LackingFactsError) as refused:
        templates({"paper": "01", "procedures": ["1.004873"], "without": ["owner"]})

    assert refused.value.details["procedure"] == "1.004873"


@pytest.mark.parametrize(
    "part",
    [
        {"kind": "fields", "text": "Mã số thuế: {tax_code}"},
        {"kind": "fields", "text": "Nghề: {job}", "when": "job"},
        {"kind": "fields", "text": "Dòng: {originals}"},
        {"kind": "ticks", "rows": "lacking", "text": "{secret}"},
    ],
    ids=["unknown", "condition", "of a row, outside it", "in a row"],
)
def test_what_a_form_cannot_know_is_refused_by_name(part: dict[str, Any]) -> None:
    with pytest.raises(UnknownFactsError) as refused:
        templates({"paper": "supplement", "parts": [*parts_but("nothing"), part]})

    assert "reason" in refused.value.details["known"]


def test_texts_that_name_one_another_in_a_circle_are_named() -> None:
    with pytest.raises(TextsInACircleError) as refused:
        templates({"paper": "supplement"}, a="{b}", b="x {c}", c="{a}")

    assert refused.value.details["circle"] == "a → b → c → a"


def test_texts_that_grow_without_an_end_are_bounded() -> None:
    doubling = {f"t{n}": f"{{t{n + 1}}}" * 2 for n in range(60)} | {"t60": "mười chữ "}

    with pytest.raises(BadTemplatesError, match="longer than"):
        templates({"paper": "supplement"}, **doubling)


def test_a_long_row_of_texts_ends() -> None:
    deep = {f"t{n}": f"{{t{n + 1}}}" for n in range(5_000)} | {"t5000": "x"}

    with pytest.raises(BadTemplatesError):
        templates({"paper": "supplement"}, **deep)


@pytest.mark.parametrize(
    "text",
    ["{owner.__class__}", "{owner[0]}", "{owner!r}", "{owner:>99999999}", "{", "}", "{0}", "{}"],
)
def test_only_plain_names_stand_in_braces(text: str) -> None:
    with pytest.raises(BadTemplatesError):
        templates({"paper": "supplement", "reference": text})


def test_braces_that_are_no_facts_may_be_written_twice() -> None:
    ours = templates({"paper": "supplement", "reference": "{note}"}, note="{{x}} {code}")

    assert supplement(ours).reference == "{x} 000.00.17.H25-261123-0300"
    assert facts_in("{{x}} {code:-}") == {"code"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "Expecting value"),
        (b"[]", "no object"),
        (b"\xff", ""),
        (b"[" * 100_000, ""),
        (b'{"changes": 3}', ""),
        (b'{"schema": "other/1"}', "schema"),
        (b'{"changes": [{"paper": "supplement", "tilte": ["X"]}]}', "tilte"),
        (b'{"changes": [{"paper": "suplement"}]}', "suplement"),
        (b'{"changes": [{"paper": "supplement", "options": ["english"]}]}', "english"),
        (b'{"changes": [{"paper": "supplement", "delivery": {}, "sheet": "a3"}]}', "sheet"),
        (b" " * (LARGEST_FILE + 1), "larger"),
        (json.dumps({"changes": [{"paper": "01"}] * 201}).encode(), "201"),
    ],
    ids=range(12),
)
def test_a_file_that_is_no_templates_is_refused_with_its_problem(
    content: bytes, problem: str
) -> None:
    with pytest.raises(BadTemplatesError) as refused:
        check_templates(read_templates(content))

    assert problem in refused.value.problem or problem == "201"


def test_too_many_parts_tables_or_columns_are_refused() -> None:
    part = {"kind": "fields", "text": "x"}
    (grid,) = (one for one in parts_but("nothing") if one["kind"] == "grid")

    for parts in (
        [part] * 101,
        [*parts_but("nothing"), grid],
        [{**part, "text": "x" * 4_001}],
        [{**grid, "columns": [{"head": "a", "share": 0, "cell": ""}]}],
    ):
        with pytest.raises(BadTemplatesError):
            templates({"paper": "supplement", "parts": parts})


def test_a_form_of_another_generation_is_left_alone() -> None:
    ours = templates({"paper": "supplement", "form_set": "tt-01-2018", "title": ["CŨ"]})

    assert ours.of(SUPPLEMENT) == SUPPLEMENT
    assert ours.of(form_of(PaperKind.SUPPLEMENT, "tt-01-2018")).layout.title == ("CŨ",)


def test_a_grid_keeps_its_rows_when_its_columns_are_changed() -> None:
    parts: list[dict[str, Any]] = to_plain(SUPPLEMENT.layout.parts)
    for part in parts:
        for column in part["columns"]:
            column["head"] = column["head"].upper()
    ours = templates({"paper": "supplement", "parts": parts})

    (grid,) = (part for part in supplement(ours).parts if isinstance(part, Grid))
    assert grid.columns[1].head == "THÀNH PHẦN HỒ SƠ"
    assert len(grid.rows) == 2


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: f"{form.kind}-{form.form_set}")
def test_what_is_seen_of_nobody_says_so_and_knows_every_fact_of_the_form(form: Form) -> None:
    rows = {part.rows for part in form.layout.parts}

    letter = worst_case(form, OFFICE)

    assert letter.marks == (NOT_VALID,)
    own, _ = SHEETS.get(form.kind, ({}, {}))
    known = FACTS.keys() | own.keys() | OFFICE_FACTS
    assert facts_of(form) <= known | rows | facts_in_rows()


def facts_in_rows() -> set[str]:
    lists = [*ROWS.values(), *(rows for _, lists in SHEETS.values() for rows in lists.values())]
    return {name for rows in lists for row in rows for name in row}


def test_the_worst_that_is_believable_has_thirty_papers_and_a_procedure_of_300_letters() -> None:
    assert len({row["name"] for row in ROWS["documents"]}) == 30
    assert 290 <= len(FACTS["subject"]) <= 330
