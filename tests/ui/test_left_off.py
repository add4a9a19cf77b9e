"""What is begun beside the drafts outlives the program: counts, piles, who collects, and where."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from station.domain.id_card import IdCard, IdCardKind
from station.domain.processing import CollectorKind
from tests.builders import MONDAY
from tests.ui.fake_tasks import Later
from ui.desktop.frame.view_model import Place
from ui.desktop.going import Going
from ui.desktop.kit.keys_at import KeysAt
from ui.desktop.left_off import LeftOff
from ui.desktop.open_work import OpenWork
from ui.desktop.results.collecting import Entry
from ui.desktop.typed_notes import MOST, TypedNotes

CARD = IdCard(kind=IdCardKind.CCCD_2021, personal_number="035199012345", full_name="Tuyết")
ENTRY = Entry(kind=CollectorKind.OWNER, name="Tuyết", ticked=frozenset({0, 2}), card=CARD)
KEYS = KeysAt("Số tờ 500.000", 1, "12")


def begun() -> OpenWork:
    work = OpenWork()
    work.count.typed |= {500_000: "12", 1_000: "x"}
    work.count.reason, work.count.approver = "thối nhầm", "truongbp"
    work.pile.agency = "Công an phường"
    work.pile.ticked["0217"] = MONDAY
    work.pile.reasons["0218"] = "đang ký"
    work.entries["0219"] = ENTRY
    work.notes.keep("dossier.correction", "0220", {"Họ tên": "Tuyết", "Bản chính": True})
    return work


class Frame:
    def __init__(self) -> None:
        self.keys: KeysAt | None = None

    def show_place(self, place: Place) -> None: ...

    def keys_at(self) -> KeysAt | None:
        return self.keys

    def put_keys(self, keys: KeysAt) -> None:
        self.keys = keys


class Part:
    """A page that knows one dossier."""

    def __init__(self, code: str = "") -> None:
        self.code = code

    def left(self) -> dict[str, Any]:
        return {"code": self.code} if self.code else {}

    def come_back(self, left: Mapping[str, Any]) -> None:
        self.code = left["code"]


class Panel:
    """A panel that asks about one matter, with one field."""

    key = "till.money"

    def __init__(self) -> None:
        self.about = self.text = ""
        self.is_open = False
        self.keys: KeysAt | None = None
        self.notes = TypedNotes()

    def take_notes(self, notes: TypedNotes) -> None:
        self.about, self.notes = "", notes

    def note(self) -> None:
        self.notes.keep(self.key, self.about, {"Lý do": self.text})

    def ask_again(self, about: str) -> None:
        self.about, self.is_open = about, True
        self.text = str(self.notes.of(self.key, about).get("Lý do", ""))

    def keys_at(self) -> KeysAt | None:
        return self.keys

    def put_keys(self, keys: KeysAt) -> None:
        self.keys = keys


class Program:
    """One run of the program over a store that outlives it."""

    def __init__(self, store: dict[str, Any], work: OpenWork | None = None) -> None:
        self.store, self.work, self.writes = store, work or OpenWork(), 0
        self.worker, self.frame = Later(), Frame()
        self.dossier, self.preview, self.panel = Part(), Part(), Panel()
        self.going = Going(cast(Any, self.frame), lambda _: None)
        self.off = LeftOff(
            marks=self,
            now=lambda: MONDAY,
            work=self.work,
            going=self.going,
            frame=cast(Any, self.frame),
            parts={Place.DOSSIER: self.dossier, Place.PREVIEW: self.preview},
            panels=[self.panel],
            store_worker=self.worker,
            failed=lambda _: None,
        )

    def mark(self) -> dict[str, Any]:
        return self.store

    def leave_mark(self, description: dict[str, Any], *, at: object) -> None:
        self.writes += 1
        self.store.clear()
        self.store.update(description)

    def start(self, drafts_at: Place | None = None) -> None:
        def open_drafts(came_back: Callable[[Place], object]) -> None:
            if drafts_at is not None:
                came_back(drafts_at)

        self.off.start(open_drafts)
        self.worker.do()

    def keep(self) -> None:
        self.off.keep()
        self.worker.do()


def started(store: dict[str, Any]) -> Program:
    program = Program(store)
    program.start()
    return program


def test_everything_begun_comes_back_and_so_does_the_page_with_its_keys() -> None:
    first = Program({}, begun())
    first.start()
    first.going.to(Place.TILL)
    first.frame.keys = KEYS
    first.keep()

    again = started(first.store)

    assert again.work.plain() == first.work.plain()
    assert again.work.entries == {"0219": ENTRY}
    assert again.work.pile.ticked == {"0217": MONDAY}
    assert again.work.count.typed == {500_000: "12", 1_000: "x"}
    assert (again.going.place, again.frame.keys) == (Place.TILL, KEYS)


def test_the_disk_hears_of_what_changed_only_and_of_nothing_before_the_old_mark_was_read() -> None:
    program = Program({"place": "till"})
    program.off.keep()
    assert program.worker.waiting == 0

    program.start()
    program.keep()
    program.keep()

    assert program.writes == 1
    program.work.count.typed[1_000] = "7"
    program.keep()
    assert program.writes == 2


def test_a_paper_of_no_dossier_comes_back_as_the_page_it_was_opened_from() -> None:
    first = started({})
    first.going.to(Place.LOG)
    first.going.to_preview()
    first.keep()

    assert started(first.store).going.place is Place.LOG


def test_of_a_dossier_that_is_not_known_any_more_the_list_comes_back() -> None:
    first = started({})
    first.going.to(Place.LIST)
    first.dossier.code = "0217"
    first.going.to_dossier()
    first.keep()

    again = started(first.store)
    assert (again.going.place, again.dossier.code) == (Place.DOSSIER, "0217")
    again.going.back_from_dossier()
    assert again.going.place is Place.LIST

    first.store["parts"] = {}
    assert started(first.store).going.place is Place.LIST


def test_whoever_was_faster_stays_and_what_was_begun_anew_is_not_overwritten() -> None:
    first = Program({}, begun())
    first.start()
    first.going.to(Place.TILL)
    first.keep()

    again = Program(first.store)
    again.work.count.typed[500_000] = "1"
    again.going.to(Place.SETTINGS)
    again.start()

    assert again.going.place is Place.SETTINGS
    assert again.work.count.typed == {500_000: "1"}


def test_who_leaves_in_order_begins_where_everybody_does_and_finds_the_count_again() -> None:
    first = Program({}, begun())
    first.start()
    first.going.to(Place.TILL)
    first.off.keep_last()
    first.worker.do()

    again = started(first.store)
    assert again.going.place is Place.HOME
    assert again.work.plain() == first.work.plain()


def test_the_page_of_an_older_draft_is_taken_where_there_is_no_mark() -> None:
    for left_at, comes_to in ((Place.SCAN, Place.SCAN), (Place.DOSSIER, Place.RECEPTION)):
        program = Program({})
        program.start(drafts_at=left_at)
        assert program.going.place is comes_to


def test_a_mark_of_another_version_is_passed_over() -> None:
    strange = {
        "place": "moon",
        "way": [],
        "parts": {"dossier": "x"},
        "keys": {"control": 1},
        "work": {
            "count": {"typed": {"y": 1}},
            "pile": 3,
            "entries": {"0219": {"kind": "?"}},
            "notes": [7, {"panel": "p", "about": None}, {"panel": "p", "about": "a", "typed": {}}],
        },
        "panel": {"key": "till.money", "about": 3},
    }
    program = started(strange)
    assert program.going.place is Place.HOME
    assert program.work.plain() == OpenWork().plain()


def test_a_panel_that_was_open_asks_again_with_what_was_typed_in_it_and_its_keys() -> None:
    first = started({})
    first.going.to(Place.TILL)
    first.panel.about, first.panel.text, first.panel.is_open = "refund 0217 1", "nộp thừa", True
    first.panel.keys = KeysAt("Lý do", 3)
    first.keep()

    again = started(first.store)
    panel = again.panel
    assert (panel.about, panel.text, panel.is_open) == ("refund 0217 1", "nộp thừa", True)
    assert panel.keys == KeysAt("Lý do", 3)
    panel.is_open = False
    again.keep()

    third = started(first.store)
    assert not third.panel.is_open  # one step back was taken
    assert third.work.notes.of("till.money", "refund 0217 1") == {"Lý do": "nộp thừa"}


def test_a_panel_of_a_page_that_was_left_stays_closed() -> None:
    first = started({})
    first.going.to(Place.TILL)
    first.panel.about, first.panel.is_open = "refund 0217 1", True
    first.keep()

    again = Program(first.store)
    again.going.to(Place.SETTINGS)
    again.start()
    assert not again.panel.is_open


def test_notes_are_bounded_and_what_is_done_is_gone() -> None:
    notes = TypedNotes()
    for number in range(MOST + 3):
        notes.keep("till.money", f"refund {number}", {"Lý do": "x"})
    notes.keep("till.money", "refund 3", {"Lý do": "y"})  # touched last, so it stays longest
    notes.keep("till.money", "refund 99", {"Lý do": "z"})

    assert len(notes.plain()) == MOST
    assert notes.of("till.money", "refund 0") == {}
    assert notes.of("till.money", "refund 3") == {"Lý do": "y"}
    notes.drop("till.money", "refund 3")
    assert notes.of("till.money", "refund 3") == {}
    notes.keep("till.money", "refund 99", {})
    assert notes.of("till.money", "refund 99") == {}


def test_papers_of_a_dossier_are_scanned_and_one_step_back_leads_to_it_and_on() -> None:
    first = started({})
    first.going.to(Place.LIST)
    first.going.to_dossier()
    first.going.to(Place.SCAN)
    assert not first.going.is_at_draft
    assert first.going.way == (Place.SCAN, Place.DOSSIER, Place.LIST)
    first.dossier.code = "0217"
    first.keep()

    again = started(first.store)
    assert again.going.place is Place.DOSSIER  # nobody knew whose papers lay on the desk

    first.going.to_preview()
    first.going.back_from_preview()
    steps = []
    for back in (first.going.back_from_scan, first.going.back_from_dossier):
        back()
        steps.append(first.going.place)
    assert steps == [Place.DOSSIER, Place.LIST]


def test_from_a_draft_the_desk_leads_back_to_it_whatever_was_scanned_before() -> None:
    program = started({})
    program.going.to_dossier()
    program.going.to(Place.SCAN)
    program.going.to(Place.RECEPTION)
    program.going.to(Place.SCAN)

    assert program.going.is_at_draft
    assert program.going.left().keys() == {"dossier", "preview"}
    program.going.back_from_scan()
    assert program.going.place is Place.RECEPTION
