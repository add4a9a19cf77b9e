"""What the papers say: the words of form 01, of the thermal slip and of the daily log."""

import unicodedata
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from station.domain.dossier import (
    Delivery,
    DeliveryMethod,
    SubmittedDocument,
)
from station.domain.durations import duration_text
from station.domain.journal import VIETNAM
from station.domain.person import Authorisation, AuthorisationScope, Party, PartyKind
from station.domain.procedure import ProcessingTime, StartRule, TimeUnit
from station.domain.processing import SlipPrint
from station.forms.appointment_slip import AppointmentSlip, SlipCopy, earlier_prints
from station.forms.form_sets import UnknownFormSetError, form_set_named, form_set_on
from station.forms.letter import Fields
from station.forms.office import office_on
from station.forms.printable import REPERTOIRE
from station.forms.receipt import receipt
from station.forms.wording import (
    long_date,
    one_line,
    phone_number,
    spoken_time,
    statutory_time,
)
from station.words import figures
from tests.builders import a_party
from tests.paper_samples import (
    CITIZEN,
    OFFICE,
    PRINTED_AT,
    a_dossier,
    a_slip,
    texts_of,
    the_worst_dossier,
)

# -- wording --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 11, 23), "ngày 23 tháng 11 năm 2026"),
        (date(2026, 2, 3), "ngày 03 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (datetime(2026, 11, 23, 18, tzinfo=VIETNAM), "ngày 23 tháng 11 năm 2026"),
    ],
)
def test_the_long_date_has_a_nought_before_small_days_and_the_first_two_months(
    on: date, words: str
) -> None:
    assert long_date(on) == words


def test_times_are_written_by_the_clock_of_viet_nam() -> None:
    at = datetime.fromisoformat("2026-12-08T09:30:00+00:00")

    assert spoken_time(at) == "16 giờ 30"
    assert spoken_time(at + timedelta(minutes=30)) == "17 giờ"
    assert statutory_time(at) == "16 giờ 30 phút, ngày 08/12/2026"


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (ProcessingTime(10, TimeUnit.WORKING_DAY), "10 ngày làm việc"),
        (ProcessingTime(4, TimeUnit.WORKING_HOUR), "4 giờ làm việc"),
        (ProcessingTime(15, TimeUnit.CALENDAR_DAY), "15 ngày"),
        (ProcessingTime(0, TimeUnit.SAME_DAY), "trong ngày làm việc"),
    ],
)
def test_every_unit_of_a_processing_time_has_its_words(time: ProcessingTime, words: str) -> None:
    assert duration_text(time) == words


@pytest.mark.parametrize(
    ("stored", "printed"),
    [
        ("0912345678", "0912 345 678"),
        ("02263851234", "0226 3851 234"),
        ("+84 912 345 678", "+84 912 345 678"),
        ("", ""),
        (None, ""),
    ],
)
def test_phone_numbers_stand_in_the_groups_they_are_read_out_in(
    stored: str | None, printed: str
) -> None:
    assert phone_number(stored) == printed


def test_sums_of_money_have_dots_between_thousands() -> None:
    assert [figures(n) for n in (0, 8000, 1_740_000)] == ["0", "8.000", "1.740.000"]


@given(st.text())
@example("\u01f8")  # no paper has this letter in one piece
def test_whatever_comes_in_one_printable_line_comes_out(text: str) -> None:
    line = one_line(text)

    assert set(line) <= REPERTOIRE
    assert one_line(line) == line  # so no two spellings of it are printed
    assert "\n" not in line
    assert line == line.strip()


# -- forms and offices are dated ------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "key"),
    [
        (date(2015, 1, 1), "tt-01-2018"),
        (date(2018, 11, 23), "tt-01-2018"),
        (date(2025, 9, 14), "tt-01-2018"),
        (date(2025, 9, 15), "tt-03-2025"),
        (date(2026, 11, 23), "tt-03-2025"),
    ],
)
def test_the_date_decides_which_forms_are_in_force(on: date, key: str) -> None:
    assert form_set_on(on).key == key


def test_both_generations_of_forms_know_every_way_of_delivery() -> None:
    for key in ("tt-01-2018", "tt-03-2025"):
        assert set(form_set_named(key).delivery) == set(DeliveryMethod)


def test_a_form_set_of_a_newer_program_is_refused_by_name() -> None:
    with pytest.raises(UnknownFormSetError) as caught:
        form_set_named("tt-99-2030")

    assert caught.value.details == {
        "form_set": "tt-99-2030",
        "known": ["tt-01-2018", "tt-03-2025"],
    }


def test_a_dossier_keeps_the_forms_it_was_received_under() -> None:
    old = a_slip(a_dossier(form_set="tt-01-2018"))

    assert old.legal_basis == "Mẫu số 01, Thông tư số 01/2018/TT-VPCP"
    assert a_slip().legal_basis == "Mẫu số 01, Thông tư số 03/2025/TT-VPCP"
    assert "VNeID" not in " ".join(texts_of(old.delivery))


def test_an_office_prints_the_name_it_had_on_that_day() -> None:
    before = replace(OFFICE, valid_from=date(2020, 1, 1), agency="UBND phường Hai Bà Trưng")

    offices = (OFFICE, before)

    assert office_on(offices, date(2025, 6, 30)) is before
    assert office_on(offices, date(2025, 7, 1)) is OFFICE
    assert office_on(offices, date(2010, 1, 1)) is before


def test_a_station_without_any_office_is_a_mistake_of_its_settings() -> None:
    with pytest.raises(ValueError, match="at least one"):
        office_on((), date(2026, 1, 1))


def test_an_office_without_an_address_leaves_no_loose_comma() -> None:
    dossier = a_dossier()
    bare = replace(a_slip(dossier).office, reception_address="")

    words = form_set_named("tt-03-2025").delivery[DeliveryMethod.COUNTER]
    filled = words.filled(
        counter="Quầy 3",
        address=bare.reception_address,
        unit="",
        website="",
        delivery_address="",
        due="",
    )

    assert filled.place == "Quầy 3"


def said(slip: AppointmentSlip) -> str:
    """Give the statutory text outside its table, a line a field."""
    lines = [group for part in slip.parts if isinstance(part, Fields) for group in part.groups]
    return "\n".join("".join(words.text for words in line) for line in lines)


# -- form 01 --------------------------------------------------------------------------------


def test_the_slip_says_when_where_and_which_code() -> None:
    slip = a_slip()

    assert (slip.due_weekday, slip.due_date, slip.due_time) == (
        "Thứ Ba",
        "08/12/2026",
        "16 giờ 30",
    )
    assert slip.delivery.heading == "HẸN TRẢ KẾT QUẢ"
    assert slip.delivery.place == "Quầy 3, số 25 đường Trần Phú, phường Quang Trung"
    assert slip.dossier_code == "H42.06-261123-0217"
    assert len(slip.lookup_code) == 4
    assert "theo quy định là: 10 ngày làm việc" in said(slip)
    assert slip.marks == ()


def test_a_date_whose_clock_another_agency_starts_is_called_provisional() -> None:
    dossier = a_dossier(start_rule=StartRule.AGENCY_RECEIPT)
    started = a_dossier(start_rule=StartRule.AGENCY_RECEIPT, clock_started_at=PRINTED_AT)

    assert a_slip(dossier).delivery.heading == "HẸN TRẢ KẾT QUẢ (TẠM TÍNH)"
    assert receipt(dossier, a_slip(dossier)).heading == "ĐẾN NHẬN KẾT QUẢ (TẠM TÍNH)"
    assert a_slip(started).delivery.heading == "HẸN TRẢ KẾT QUẢ"


def test_an_owner_in_person_is_named_once() -> None:
    slip = a_slip()

    assert slip.owner_name == "NGUYỄN THỊ ÁNH TUYẾT"
    assert "Người nộp: chính chủ hồ sơ" in said(slip)
    assert slip.signers[0].name == "NGUYỄN THỊ ÁNH TUYẾT"


def test_somebody_else_who_hands_in_is_named_and_signs() -> None:
    slip = a_slip(the_worst_dossier())

    assert slip.owner_name.startswith("CÔNG TY TRÁCH NHIỆM HỮU HẠN")
    assert "Người nộp: NGUYỄN PHƯƠNG HOÀNG" in said(slip)
    assert slip.signers[0].name.startswith("NGUYỄN PHƯƠNG HOÀNG")


def test_a_personal_number_is_masked_and_a_company_s_tax_code_is_not() -> None:
    person = CITIZEN.person
    company = Party(
        kind=PartyKind.ORGANISATION,
        person=person,
        organisation_name="Công ty TNHH Đại Lộc",
        tax_code="0700123456",
    )
    household = replace(company, kind=PartyKind.HOUSEHOLD_BUSINESS, tax_code="035199012345")
    nobody = Party(kind=PartyKind.CITIZEN, person=replace(person, id_document=None))

    def number(submitter: Party) -> str:
        label = "Số CMND/Thẻ căn cước/Hộ chiếu: "
        lines = said(a_slip(a_dossier(submitter=submitter))).split("\n")
        (line,) = (one for one in lines if label in one)
        return line.removeprefix(label)

    assert number(CITIZEN) == "0351******45"
    assert number(company) == "Mã số thuế 0700123456"
    assert number(household) == "0351******45"
    assert set(number(nobody)) == {"."}


def test_only_papers_that_are_here_are_listed_and_a_shown_one_says_so() -> None:
    slip = a_slip()

    assert len(slip.documents) == 6
    assert slip.documents[2].name == (
        "Căn cước của người sử dụng đất (xuất trình, đã trả lại ngay)"
    )
    assert "(6 loại: 3 chính, 2 chứng thực, 1 photo)" in said(slip)


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 2)),
        max_size=20,
    )
)
def test_the_counts_are_always_the_sums_of_the_rows(
    counts: list[tuple[int, int, int, int]],
) -> None:
    documents = tuple(
        SubmittedDocument(
            index=number,
            name=f"Giấy {number}",
            mandatory=False,
            originals=originals,
            certified_copies=certified,
            copies=copies,
            presented=presented,
        )
        for number, (originals, certified, copies, presented) in enumerate(counts, 1)
    )

    slip = a_slip(a_dossier(documents=documents))

    here = [count for count in counts if sum(count)]
    originals, certified, copies = (sum(count[kind] for count in here) for kind in range(3))
    sums = f"{len(here)} loại: {originals} chính, {certified} chứng thực, {copies} photo"
    assert f"({sums if here else 'không nộp giấy tờ'})" in said(slip)


@pytest.mark.parametrize(
    ("method", "heading", "place", "registered_at"),
    [
        (
            DeliveryMethod.COUNTER,
            "HẸN TRẢ KẾT QUẢ",
            "Quầy 3, số 25 đường Trần Phú, phường Quang Trung",
            "Bộ phận Một cửa, Quầy 3 (nhận trực tiếp)",
        ),
        (
            DeliveryMethod.POSTAL,
            "HẸN TRẢ KẾT QUẢ – GIAO QUA BƯU CHÍNH",
            "Bưu tá giao tại nhà; không phải đến quầy",
            "gửi qua bưu chính đến địa chỉ: Số 9 phố Huế",
        ),
        (
            DeliveryMethod.ONLINE,
            "HẸN TRẢ KẾT QUẢ – TRẢ TRỰC TUYẾN",
            "Xem tại dichvucong.gov.vn; không phải đến quầy",
            "trả bản điện tử tại dichvucong.gov.vn (đăng nhập VNeID)",
        ),
    ],
)
def test_the_wording_follows_the_way_of_delivery(
    method: DeliveryMethod, heading: str, place: str, registered_at: str
) -> None:
    dossier = a_dossier(delivery=Delivery(method=method, address="Số 9 phố Huế"))

    words = a_slip(dossier).delivery

    assert (words.heading, words.place, words.registered_at) == (heading, place, registered_at)
    assert "{" not in " ".join(texts_of(words))


def test_a_reprint_and_a_replacement_are_marked() -> None:
    """N18: the number of the print, its time and the officer; N6: the version."""
    assert a_slip(the_worst_dossier(), reprint=1).marks == (
        "BẢN IN LẠI LẦN 1 – 09:43 23/11/2026 – TRẦN THỊ HẠNH",
        "BẢN 2 – thay cho bản 1; bản trước không còn giá trị",
    )


def test_only_papers_that_came_out_on_the_same_kind_of_paper_make_a_reprint() -> None:
    def came_out(form: str, paper: str) -> SlipPrint:
        return SlipPrint(
            form=form,
            paper=paper,
            printer="Máy in A5",
            simulated=False,
            at=PRINTED_AT,
            officer_id="quay3",
        )

    dossier = a_dossier(prints=(came_out("01", "a5"), came_out("receipt", "80")))

    assert earlier_prints(a_dossier(), "a5") == 0
    assert earlier_prints(dossier, "a5") == 1
    assert earlier_prints(dossier, "a4") == 0
    assert earlier_prints(dossier, "80", form="receipt") == 1


def test_the_two_copies_are_numbered() -> None:
    assert [(copy.number, copy.value) for copy in SlipCopy] == [(1, "Lưu"), (2, "Giao khách hàng")]


@given(name=st.text(max_size=60), subject=st.text(max_size=80))
@example(name="", subject="Ṛ")  # no face has it whole; each has its parts
def test_every_text_of_a_slip_can_be_printed(name: str, subject: str) -> None:
    submitter = replace(CITIZEN, person=replace(CITIZEN.person, full_name=name, address=subject))

    slip = a_slip(a_dossier(submitter=submitter, summary=subject, officer_name=name))

    for text in texts_of(slip):
        composed = unicodedata.normalize("NFC", text)
        assert text == composed or not set(composed) <= REPERTOIRE
        assert "\n" not in text
        assert set(text) <= REPERTOIRE


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (AuthorisationScope.BOTH, "NGUYỄN THỊ ÁNH TUYẾT (được nhận kết quả thay)"),
        (AuthorisationScope.SUBMIT, "NGUYỄN THỊ ÁNH TUYẾT (không được nhận kết quả thay)"),
        (None, "NGUYỄN THỊ ÁNH TUYẾT"),
    ],
)
def test_the_slip_says_whether_who_hands_in_may_collect(
    scope: AuthorisationScope | None, words: str
) -> None:
    letter = None if scope is None else Authorisation(kind="Giấy uỷ quyền", scope=scope)
    owner = a_party("Trần Văn Bình")

    slip = a_slip(replace(a_dossier(), owner=owner, authorisation=letter))

    assert f"Người nộp: {words}" in said(slip)
    assert slip.signers[0].name == "NGUYỄN THỊ ÁNH TUYẾT"
