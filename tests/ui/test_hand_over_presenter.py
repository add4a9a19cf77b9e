"""The hand-over page: the pile, what stands in the way of sealing it, and what is never lost."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from station.domain.dossier import Dossier
from station.domain.events import DossierForwarded, HandOverSealed
from station.domain.history import fold
from station.domain.ids import short_code
from station.ports.sounds import Sound
from station.usecases.hand_over import SealedList, WrongAgencyError
from station.usecases.print_papers import NoPrinterError
from station.usecases.sign_hand_over import ListSignedBeforeError, SignHandOver
from tests.builders import MONDAY, a_chain, a_reception
from tests.ui.fake_tasks import InPlace, Later
from tests.ui.rows import a_row
from ui.desks.hand_over import ListToSign, SealedEntry, WaitingFolder
from ui.desktop.hand_over.pile import Pile
from ui.desktop.hand_over.presenter import HandOverPresenter
from ui.desktop.hand_over.view_model import HandOverSheet, ListOffered
from ui.desktop.kit.tone import Tone
from ui.desktop.preview.sources import PaperSource
from ui.desktop.tasks import Tasks

HERE, THERE = "UBND cấp xã", "Sở Tư pháp"
TODAY, TOMORROW = MONDAY.replace(hour=17), MONDAY.replace(hour=7, minute=30) + timedelta(days=1)


def a_folder(
    number: int, agency: str = HERE, leave_by: datetime = TODAY, **changes: Any
) -> WaitingFolder:
    return WaitingFolder(a_row(number, handling_agency=agency, **changes), leave_by)


class Office:
    """Folders, lists, a printer, and the page that shows them."""

    def __init__(self, *folders: WaitingFolder) -> None:
        self.folders = list(folders)
        self.sealed: list[SealedEntry] = []
        self.asked: list[tuple[Sequence[str], str, Sequence[tuple[str, str]]]] = []
        self.refusal: Exception | None = None
        self.no_printer = False
        self.now = MONDAY
        self.sheet: HandOverSheet | None = None
        self.said = ("", Tone.OK)
        self.sounds: list[Sound] = []
        self.row = -1
        self.problem = self.done = ""
        self.counted = 0
        self.shown: list[PaperSource] = []
        self.signed: list[tuple[str, SignHandOver]] = []
        self.offered: ListOffered | None = None

    def waiting(self) -> Sequence[WaitingFolder]:
        return list(self.folders)

    def lists(self) -> Sequence[SealedEntry]:
        return self.sealed

    def seal(
        self, codes: Sequence[str], *, agency: str, left_behind: Sequence[tuple[str, str]]
    ) -> SealedList:
        if self.refusal is not None:
            raise self.refusal
        self.asked.append((codes, agency, left_behind))
        self.folders = [f for f in self.folders if f.row.dossier_code not in codes]
        self.sealed.insert(
            0, SealedEntry(number="BG-1", agency=agency, folders=len(codes), at=MONDAY)
        )
        sealed = HandOverSealed(
            list_number="BG-1", agency=agency, dossier_codes=tuple(codes), list_hash="ab" * 32
        )
        return SealedList(sealed=sealed, dossiers=cast(Any, tuple(codes)))

    def to_sign(self, number: str) -> ListToSign:
        (one,) = (entry for entry in self.sealed if entry.number == number)
        return ListToSign(number=number, agency=one.agency, folders=(("H25-1", "A"),))

    def sign(self, number: str, command: SignHandOver) -> Sequence[Dossier]:
        if self.refusal is not None:
            raise self.refusal
        self.signed.append((number, command))
        return cast(Sequence[Dossier], ("one", "two"))

    def list_pdf(self, number: str) -> bytes:
        return f"PDF of {number}".encode()

    def print_list(self, number: str) -> str:
        if self.no_printer:
            raise NoPrinterError("hand-over", "a4")
        return "HP"

    def dossier(self, code: str) -> Dossier:
        gone = DossierForwarded(list_number="BG-0", agency=HERE, list_hash="ab" * 32)
        here = any(folder.row.dossier_code == code for folder in self.folders)
        return fold(a_chain(a_reception(dossier_code=code), *(() if here else (gone,))))

    def show_sheet(self, sheet: HandOverSheet) -> None:
        self.sheet = sheet

    def show_row(self, row: int) -> None:
        self.row = row

    def show_scan(self, sentence: str, tone: Tone) -> None:
        self.said = (sentence, tone)

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str) -> None:
        self.done = sentence

    def show_busy(self, busy: bool) -> None: ...

    def ask_signature(self, sheet: ListOffered) -> None:
        self.offered = sheet

    def seen(self) -> HandOverSheet:
        assert self.sheet is not None
        return self.sheet


def a_presenter(office: Office, store: Tasks | None = None) -> HandOverPresenter:
    def count(waiting: int) -> None:
        office.counted = waiting

    presenter = HandOverPresenter(
        office,
        lists=office,
        pile=Pile(),
        dossier=office.dossier,
        now=lambda: office.now,
        changed=lambda: presenter.refresh(),
        counted=count,
        heard=office.sounds.append,
        preview=office.shown.append,
        store_worker=store or InPlace(),
        printer_worker=InPlace(),
        language="vi",
    )
    presenter.refresh()
    return presenter


def test_folders_stand_under_their_agency_and_are_counted() -> None:
    office = Office(a_folder(1), a_folder(2), a_folder(3, THERE))

    a_presenter(office)

    assert [(a.name, a.ticked, a.total) for a in office.seen().agencies] == [
        (HERE, 0, 2),
        (THERE, 0, 1),
    ]
    assert office.seen().agency == HERE
    assert (office.counted, office.seen().due_today) == (3, 3)


def test_a_scanned_folder_goes_onto_the_pile_and_says_what_is_in_it() -> None:
    office = Office(a_folder(1), a_folder(2))
    presenter = a_presenter(office)

    presenter.on_scanned("302")

    assert [folder.ticked for folder in office.seen().folders] == [False, True]
    assert office.said == (
        "0302 – Nguyễn Thị Ánh Tuyết: 1 loại giấy, 0 trang. Bỏ vào chồng.",
        Tone.OK,
    )
    assert office.row == 1
    presenter.on_scanned("0302")
    assert office.said[1] is Tone.INFO
    assert office.seen().folders[1].ticked
    assert office.sounds == [Sound.OK, Sound.DOUBTFUL]


def test_digits_that_mean_two_folders_tick_neither() -> None:
    office = Office(a_folder(1), a_folder(11))
    presenter = a_presenter(office)

    presenter.on_scanned("1")

    assert office.said[1] is Tone.WARN
    assert not any(folder.ticked for folder in office.seen().folders)


def test_a_folder_for_another_agency_is_put_aside() -> None:
    office = Office(a_folder(1), a_folder(2, THERE))
    presenter = a_presenter(office)
    presenter.on_scanned("301")

    presenter.on_scanned("302")

    assert office.said == (
        "0302 thuộc Sở Tư pháp, không thuộc danh sách này. Để riêng ra.",
        Tone.ERR,
    )
    assert office.sounds == [Sound.OK, Sound.WRONG]
    assert office.seen().agency == HERE


def test_the_first_folder_of_a_pile_chooses_its_agency() -> None:
    office = Office(a_folder(1), a_folder(2, THERE))
    presenter = a_presenter(office)

    presenter.on_scanned("302")

    assert office.seen().agency == THERE


def test_a_folder_that_left_already_says_on_which_list() -> None:
    office = Office(a_folder(1))
    presenter = a_presenter(office)

    presenter.on_scanned("000.00.17.H25-261123-0399")

    assert "đã bàn giao theo BG-0" in office.said[0]


def test_what_must_leave_today_is_scanned_or_explained() -> None:
    office = Office(a_folder(1), a_folder(2), a_folder(3, leave_by=TOMORROW))
    presenter = a_presenter(office)
    presenter.on_seal()
    presenter.on_ticked(0)
    assert not office.seen().ready
    assert office.seen().consequence.startswith("0302 phải chuyển hôm nay")
    presenter.on_seal()
    assert office.asked == []

    presenter.on_explained(1, " đang ký  sao y ", False)
    assert office.seen().ready
    presenter.on_seal()

    ((codes, agency, left),) = office.asked
    assert [code[-4:] for code in codes] == ["0301"]
    assert agency == HERE
    assert [(code[-4:], reason) for code, reason in left] == [("0302", "đang ký sao y")]


def test_one_reason_may_hold_for_everything_that_stays() -> None:
    office = Office(a_folder(1), a_folder(2), a_folder(3))
    presenter = a_presenter(office)
    presenter.on_ticked(1)

    presenter.on_explained(0, "hết xe", True)

    assert [folder.remark for folder in office.seen().folders] == ["hết xe", "09:00", "hết xe"]


def test_all_are_ticked_and_taken_off_again() -> None:
    office = Office(a_folder(1), a_folder(2))
    presenter = a_presenter(office)
    presenter.on_ticked(0)

    presenter.on_all_ticked()
    assert office.seen().ready
    presenter.on_all_ticked()

    assert not any(folder.ticked for folder in office.seen().folders)


def test_what_became_of_the_print_is_the_last_word_however_slow_the_store_is() -> None:
    """That the list did not come out must not be covered by the word that it is sealed."""
    office, store = Office(a_folder(1)), Later()
    presenter = a_presenter(office, store)
    store.do()
    presenter.on_all_ticked()

    presenter.on_seal()
    store.do()

    assert office.done.endswith("Hai liên đã in ra HP, chờ bên nhận ký.")


def test_a_sealed_list_is_printed_and_can_be_shown_again() -> None:
    office = Office(a_folder(1))
    presenter = a_presenter(office)
    presenter.on_all_ticked()

    presenter.on_seal()
    presenter.on_list_wanted(0)

    assert office.done == (
        "Đã niêm phong BG-1: 1 hồ sơ cho UBND cấp xã. Hai liên đã in ra HP, chờ bên nhận ký."
    )
    assert office.seen().folders == ()
    (source,) = office.shown
    assert (source.code, source.draw().pdf, source.put("", b"")) == ("BG-1", b"PDF of BG-1", "HP")


def test_without_a_printer_the_list_is_sealed_all_the_same() -> None:
    office = Office(a_folder(1))
    office.no_printer = True
    presenter = a_presenter(office)
    presenter.on_all_ticked()

    presenter.on_seal()

    assert office.problem.startswith("Đã niêm phong BG-1")
    assert office.problem.endswith("(DEV-020)")


def test_what_the_store_refuses_leaves_the_pile_as_it_was() -> None:
    office = Office(a_folder(1))
    office.refusal = WrongAgencyError(HERE, [])
    presenter = a_presenter(office)
    presenter.on_all_ticked()

    presenter.on_seal()

    assert office.problem.endswith("(DOS-025)")
    assert office.seen().folders[0].ticked


def test_the_pile_outlives_a_reading_and_loses_only_what_left() -> None:
    office = Office(a_folder(1), a_folder(2))
    presenter = a_presenter(office)
    presenter.on_all_ticked()

    office.folders = [a_folder(2), a_folder(3)]
    presenter.refresh()

    assert [(short_code(f.code), f.ticked) for f in office.seen().folders] == [
        ("0302", True),
        ("0303", False),
    ]


def test_a_late_folder_is_red_and_one_of_tomorrow_is_quiet() -> None:
    yesterday = TODAY - timedelta(days=3)
    office = Office(a_folder(1, leave_by=yesterday), a_folder(2), a_folder(3, leave_by=TOMORROW))

    a_presenter(office)

    said = [(f.leave_by, f.leave_tone) for f in office.seen().folders]
    assert said == [("quá 20/11", Tone.ERR), ("17:00", None), ("07:30 24/11", Tone.MUTE)]


def test_a_list_that_came_back_is_ticked_off_and_what_was_not_taken_is_named() -> None:
    office = Office(a_folder(1))
    office.sealed = [SealedEntry(number="BG-7", agency=HERE, folders=2, at=MONDAY)]
    presenter = a_presenter(office)
    assert [one.signed for one in office.seen().sealed] == [False]

    presenter.on_sign_wanted(0)
    assert office.offered == ListOffered(number="BG-7", agency=HERE, folders=(("H25-1", "A"),))
    presenter.on_signed("BG-7", "Lê Văn Nam", (("H25-261123-0302", "thiếu giấy"),))

    command = SignHandOver(receiver="Lê Văn Nam", not_taken=(("H25-261123-0302", "thiếu giấy"),))
    assert office.signed == [("BG-7", command)]
    assert office.done == ("Lê Văn Nam đã ký nhận BG-7, 1 bìa. 0302 về lại quầy, chờ bàn giao lại.")


def test_a_list_that_was_signed_says_by_whom_and_asks_nothing() -> None:
    office = Office(a_folder(1))
    office.sealed = [
        SealedEntry(number="BG-7", agency=HERE, folders=2, at=MONDAY, receiver="Lê Văn Nam")
    ]
    presenter = a_presenter(office)

    presenter.on_sign_wanted(0)

    assert office.offered is None
    assert office.done == "BG-7 đã được Lê Văn Nam ký nhận."
    assert [one.signed for one in office.seen().sealed] == [True]


def test_a_signature_that_is_refused_says_why_and_the_page_goes_on() -> None:
    office = Office(a_folder(1))
    office.sealed = [SealedEntry(number="BG-7", agency=HERE, folders=2, at=MONDAY)]
    presenter = a_presenter(office)
    office.refusal = ListSignedBeforeError("BG-7")

    presenter.on_signed("BG-7", "A", ())
    assert "(DOS-062)" in office.problem

    office.refusal = None
    presenter.on_signed("BG-7", "A", ())
    assert office.signed
