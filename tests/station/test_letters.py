"""How the letter-like papers are worded: numbered by each circular, filled, marked."""

import contextlib
import re
from datetime import date, datetime

import pytest

from station.domain.dossier import Dossier
from station.domain.events import HandOverSealed
from station.domain.history import fold
from station.domain.journal import VIETNAM
from station.domain.processing import PlannedStage, RequestStage
from station.forms.dossier_letters import (
    DOSSIER_LETTERS,
    NothingToWriteError,
    Printing,
    dossier_letter,
)
from station.forms.form_sets import form_set_on
from station.forms.hand_over_list import hand_over_list
from station.forms.letter import Grid, Letter, Sheet
from station.forms.letter_layouts import (
    NoSuchFormError,
    PaperKind,
    SheetNotOfferedError,
    form_called,
    form_of,
    forms_of,
    sheet_for,
)
from station.forms.register import register
from station.forms.wording import short_date
from tests.builders import a_chain, a_procedure
from tests.letter_samples import FORMS
from tests.life_samples import BROUGHT, LIVES, RECEIVED, asked
from tests.paper_samples import OFFICE, PRINTED_AT, a_dossier

PRINTING = Printing(office=OFFICE, officer_name="Trần Thị Hạnh", printed_at=PRINTED_AT)


@pytest.mark.parametrize(
    ("form_set", "numbers"),
    [
        (
            "tt-01-2018",
            {
                "02": "supplement",
                "03": "refusal",
                "04": "apology",
                "05": "control",
                "06": "register",
            },
        ),
        (
            "tt-03-2025",
            {
                "02": "supplement",
                "03": "refusal",
                "04": "apology",
                "05": "stop",
                "06": "control",
                "07": "register",
            },
        ),
    ],
)
def test_each_circular_numbers_its_forms(form_set: str, numbers: dict[str, str]) -> None:
    found = {form.number: form.kind.value for form in forms_of(form_set) if form.number}

    assert found == numbers
    for form in forms_of(form_set):
        if form.number:
            circular = {"tt-01-2018": "01/2018", "tt-03-2025": "03/2025"}[form_set]
            assert form.legal_basis == f"Mẫu số {form.number}, Thông tư số {circular}/TT-VPCP"


def test_the_titles_are_those_of_their_time() -> None:
    old, new = (form_of(PaperKind.APOLOGY, s).layout.title for s in ("tt-01-2018", "tt-03-2025"))

    assert " ".join(old) == "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"
    assert " ".join(new) == "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT"


def test_the_forms_of_2018_have_no_notice_of_a_stop_and_no_seventh_form() -> None:
    for wanted in ("stop", "07"):
        with pytest.raises(NoSuchFormError) as caught:
            form_called(wanted, "tt-01-2018")
        assert "06" in caught.value.details["known"]


def test_what_is_unverified_is_marked_in_the_data_and_not_on_the_paper() -> None:
    for form in FORMS:
        assert form.layout.unverified, form.kind
        assert form.layout.sources, form.kind
        printed = str((form.layout.title, form.layout.parts, form.layout.signers))
        assert not [note for note in form.layout.unverified if note in printed]


def test_no_text_names_an_agency_a_province_or_a_portal() -> None:
    for form in FORMS:
        printed = str(form.layout.parts) + str(form.layout.signers) + str(form.layout.recipients)
        for word in ("tỉnh", "thành phố", "Sở ", "phường", "dichvucong", "Hà ", "Ninh Bình"):
            assert word not in printed, (form.kind, word)


def test_a_letter_holds_one_table_at_most() -> None:
    for form in FORMS:
        assert sum(part.kind.value == "grid" for part in form.layout.parts) <= 1


def test_a_form_designed_for_a5_is_offered_on_a4_too_and_a_list_on_its_own_sheet_only() -> None:
    refusal = form_of(PaperKind.REFUSAL, "tt-03-2025")
    assert [sheet_for(refusal, wanted) for wanted in (None, "a5", "a4")] == [
        Sheet.A5,
        Sheet.A5,
        Sheet.A4,
    ]
    for wanted in ("a5", "a4", "a4-two-up"):
        with pytest.raises(SheetNotOfferedError) as caught:
            sheet_for(form_of(PaperKind.REGISTER, "tt-03-2025"), wanted)
        assert caught.value.details["offered"] == "a4-landscape"


def rows_of(letter: Letter) -> list[list[str]]:
    (grid,) = (part for part in letter.parts if isinstance(part, Grid))
    return [["".join(words.text for words in cell) for cell in row] for row in grid.rows]


def test_the_control_sheet_begins_at_the_counter_and_leaves_rows_to_fill() -> None:
    rows = rows_of(dossier_letter(PaperKind.CONTROL, a_dossier(), PRINTING))

    assert len(rows) == 4
    assert "1. Giao:\nBộ phận TN & TKQ\n2. Nhận:\nVăn phòng Đăng ký đất đai" in rows[0][0]
    assert "...... giờ" in rows[0][1]
    assert "2. Nhận:\n....." in rows[3][0]


def test_the_control_sheet_names_every_agency_and_by_when_it_passes_the_dossier_on() -> None:
    stages = (
        PlannedStage(name="Thẩm định", agency="Văn phòng Đăng ký đất đai", due_at=PRINTED_AT),
        PlannedStage(name="Thuế", agency="Thuế cơ sở", due_at=PRINTED_AT),
    )
    letter = dossier_letter(PaperKind.CONTROL, a_dossier(stages=stages), PRINTING)

    rows = rows_of(letter)
    assert "1. Giao:\nVăn phòng Đăng ký đất đai\n2. Nhận:\nThuế cơ sở" in rows[1][0]
    assert any(f"Hạn {short_date(PRINTED_AT)}" in cell for cell in rows[1])
    assert any("Thuế cơ sở" in str(part) for part in letter.parts if not isinstance(part, Grid))


def dossier_of(life: str) -> Dossier:
    return fold(a_chain(*LIVES[life]))


@pytest.mark.parametrize("life", LIVES)
@pytest.mark.parametrize("kind", DOSSIER_LETTERS)
def test_no_paper_bears_a_personal_number_or_an_error_code(life: str, kind: PaperKind) -> None:
    try:
        letter = dossier_letter(kind, dossier_of(life), PRINTING)
    except NothingToWriteError:
        return
    said = str((letter.parts, letter.signers, letter.subtitle, letter.aside))
    assert "035199012345" not in said
    assert not re.search(r"\b[A-Z]{3}-\d{3}\b", said)


@pytest.mark.parametrize(
    ("life", "kinds"),
    [
        ("asked-at-intake", {"supplement"}),
        ("refused-at-intake", {"refusal"}),
        ("completed", {"supplement"}),
        ("extended", {"apology"}),
        ("stopped", {"stop"}),
        ("withdrawn", {"papers-back"}),
        ("result-at-counter", set()),
        ("returned", {"result-receipt"}),
        ("slip-lost", {"result-receipt", "lost-slip"}),
    ],
)
def test_each_life_gives_the_papers_of_what_happened(life: str, kinds: set[str]) -> None:
    given = set()
    for kind in DOSSIER_LETTERS:
        with contextlib.suppress(NothingToWriteError):
            given.add(dossier_letter(kind, dossier_of(life), PRINTING).title and kind.value)

    assert given == kinds | {"control"}


def test_a_second_request_says_what_the_first_one_missed() -> None:
    again = asked(RequestStage.APPRAISAL, missed_before="hồ sơ chưa được thẩm định")
    dossier = fold(a_chain(RECEIVED, asked(RequestStage.INTAKE), BROUGHT, again))

    said = str(dossier_letter(PaperKind.SUPPLEMENT, dossier, PRINTING).parts)

    assert "Yêu cầu lần trước chưa nêu vì:" in said
    assert "hồ sơ chưa được thẩm định" in said


def test_without_the_procedure_the_counts_of_form_02_are_left_to_the_pen() -> None:
    dossier = dossier_of("asked-at-intake")

    with_counts = rows_of(dossier_letter(PaperKind.SUPPLEMENT, dossier, PRINTING, a_procedure()))
    without = rows_of(dossier_letter(PaperKind.SUPPLEMENT, dossier, PRINTING))

    assert with_counts[0] == ["1", "Tờ khai – thiếu chữ ký", "1", "–", "–"]
    assert without[0] == ["1", "Tờ khai – thiếu chữ ký", "", "", ""]


def test_the_control_sheet_tells_whether_the_result_came_in_time() -> None:
    rows = rows_of(dossier_letter(PaperKind.CONTROL, dossier_of("result-at-counter"), PRINTING))

    assert rows[0][3] == "Danh sách BG-0031"
    assert rows[1][0] == "1. Giao:\nPhòng Tư pháp\n2. Nhận:\nBộ phận TN & TKQ"
    assert [row[2] for row in rows] == ["", "Trước hạn", "", ""]


def test_the_hand_over_list_counts_and_shows_its_seal() -> None:
    sealed = HandOverSealed(
        list_number="BG-0031",
        agency="Phòng Tư pháp",
        dossier_codes=("H42.06-261123-0217",),
        list_hash="0123456789abcdef" * 4,
        left_behind=("H42.06-261123-0218: đang ký sao y",),
    )

    letter = hand_over_list(
        sealed,
        [a_dossier()],
        OFFICE,
        sealed_at=PRINTED_AT,
        officer_name="Trần Thị Hạnh",
        printed_at=PRINTED_AT,
    )

    (row,) = rows_of(letter)
    assert row[:2] == ["1", "H42.06-261123-0217"]
    assert row[4:7] == ["5", "08/12/2026", "0"]
    said = str(letter.parts)
    assert "1 hồ sơ, 5 loại giấy tờ, 0 trang" in said
    assert "0123 4567 89ab cdef 0123 4567 89ab cdef" in said
    assert "H42.06-261123-0218: đang ký sao y" in said
    assert letter.copies == ("Liên 1: Bên giao giữ", "Liên 2: Bên nhận giữ")


def test_what_did_not_happen_gives_no_paper() -> None:
    for kind in DOSSIER_LETTERS:
        if kind is PaperKind.CONTROL:
            continue
        with pytest.raises(NothingToWriteError) as caught:
            dossier_letter(kind, a_dossier(), PRINTING)
        assert caught.value.details["form"] == kind.value


def test_a_reprint_says_so() -> None:
    printing = Printing(
        office=OFFICE, officer_name="Trần Thị Hạnh", printed_at=PRINTED_AT, reprint=2
    )

    letter = dossier_letter(PaperKind.CONTROL, a_dossier(), printing)

    assert letter.marks == ("BẢN IN LẠI LẦN 2 – 09:43 23/11/2026 – TRẦN THỊ HẠNH",)


# -- the register ---------------------------------------------------------------------------


def a_register(*dossiers: object, first: date, last: date) -> Letter:
    return register(
        dossiers,  # type: ignore[arg-type]  # dossiers, whatever the caller says
        OFFICE,
        first=first,
        last=last,
        scope="Cả bộ phận",
        officer_name="Trần Thị Hạnh",
        printed_at=PRINTED_AT,
    )


def test_the_register_numbers_its_entries_and_counts_them() -> None:
    month = a_register(
        a_dossier(), a_dossier(number_of_sets=2), first=date(2026, 11, 1), last=date(2026, 11, 30)
    )

    first, second = rows_of(month)
    assert first[:4] == ["1", "H42.06-261123-0217", a_dossier().subject, "1"]
    assert "NGUYỄN THỊ ÁNH TUYẾT" in first
    assert "Tổ 5, phường Quang Trung, tỉnh Ninh Bình\n0912 345 678" in first
    assert (first[7], first[8]) == ("09:41 23/11/2026", "16:30 08/12/2026")
    assert second[0] == "2"
    assert second[3] == "2"
    assert month.subtitle == "Từ ngày 01/11/2026 đến ngày 30/11/2026 – Cả bộ phận"
    assert "2 hồ sơ." in str(month.parts)


def test_a_register_without_dossiers_says_so() -> None:
    day = a_register(first=date(2026, 11, 23), last=date(2026, 11, 23))

    assert "Không có hồ sơ trong kỳ." in str(day.parts)
    assert day.subtitle == "Ngày 23/11/2026 – Cả bộ phận"


def test_a_period_that_ended_under_the_forms_of_2018_bears_their_number() -> None:
    august = a_register(first=date(2025, 8, 1), last=date(2025, 8, 31))

    assert form_set_on(date(2025, 8, 31)).key == "tt-01-2018"
    assert august.legal_basis == "Mẫu số 06, Thông tư số 01/2018/TT-VPCP"
    assert datetime(2026, 11, 23, tzinfo=VIETNAM).date() == august.dated
