"""The paper of a way out beside its form: what it says, and that it never runs after the typist."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from devices.page_images import draw_page_within
from devices.papers.rendered_papers import RenderedPapers
from station.forms.template_preview import NOT_VALID
from station.forms.templates import BUILT_IN
from station.usecases.lodge_dossier import AskForPapers, TurnAway
from station.usecases.reception_input import ReceptionInput, reception_from_plain
from station.usecases.request_supplement import NothingAskedForError
from tests.fakes import PLACES, FakeClock
from tests.paper_samples import OFFICE
from tests.pdf_reading import pages_of
from tests.ui.fake_tasks import Later
from tests.ui.heard import told
from tests.ui.keyboard import press, type_in
from tests.ui.reception_counter import HANH, AtCounter
from tests.ui.test_exits import who_lacks_a_paper
from ui.desks.catalogue import CatalogueDesk
from ui.desks.exit_letter import NO_CODE_YET, ExitLetterDesk
from ui.desks.letter import LetterDesk
from ui.desks.ports import DeskPorts
from ui.desktop.gallery.window import Gallery
from ui.desktop.problems import words_of
from ui.desktop.reception.exit_letter import ExitLetter, ExitLetters, LetterWanted
from ui.desktop.reception.exit_letter_zone import ExitLetterZone
from ui.desktop.reception.view_model import Block, Blocker, Exit, Readiness

ROOM = (400, 500)


def desk_of(counter: AtCounter) -> tuple[ExitLetterDesk, LetterDesk]:
    ports = cast(
        "DeskPorts",
        SimpleNamespace(
            store=SimpleNamespace(catalogue=counter.desk.catalogue),
            settings=SimpleNamespace(offices=(OFFICE,), station_number=3),
            officer=HANH,
            clock=FakeClock(),
            papers=RenderedPapers(),
            templates=BUILT_IN,
        ),
    )
    catalogue = SimpleNamespace(
        rules_for=lambda given: counter.desk.procedure(given.procedure_code)[0], places=PLACES
    )
    letters = LetterDesk(ports)
    return ExitLetterDesk(ports, cast("CatalogueDesk", catalogue), letters), letters


def given_by(counter: AtCounter) -> ReceptionInput:
    return reception_from_plain(counter.drafts.current.plain())


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


@pytest.mark.parametrize(
    ("then", "form"),
    [
        (AskForPapers(reason="thiếu tờ khai"), "02"),
        (TurnAway(reasons=("ngoài thẩm quyền",), legal_basis="Điều 17"), "03"),
    ],
)
def test_what_is_seen_is_what_is_printed_but_for_its_code(
    then: AskForPapers | TurnAway, form: str
) -> None:
    counter = who_lacks_a_paper()
    desk, letters = desk_of(counter)

    seen = text_of(desk.letter_pdf(given_by(counter), then))
    assert counter.desk.work.saved == {}
    dossier = counter.desk.lodge(given_by(counter), then, folder=Path())
    printed = text_of(letters.pdf(dossier, form))

    assert NOT_VALID in seen
    assert dossier.code not in seen
    plain = seen.replace(f"{NOT_VALID} ", "").replace(NO_CODE_YET, dossier.code)
    assert plain == printed


def test_guidance_says_what_to_bring_and_promises_no_code() -> None:
    counter = who_lacks_a_paper()
    desk, _ = desk_of(counter)

    seen = text_of(desk.guidance_pdf(given_by(counter)))

    assert NOT_VALID in seen
    assert NO_CODE_YET in seen
    assert "LẦN SAU XIN MANG THÊM 1 THỨ" in seen
    assert counter.desk.work.drafts.every() == []


class Seen:
    """Remembers what is shown. Implements ``ExitLetterView``."""

    def __init__(self) -> None:
        self.letters: list[ExitLetter] = []

    def show_letter(self, letter: ExitLetter) -> None:
        self.letters.append(letter)


class Drawing:
    """The presenter on a counter's draft; what it draws is the reason itself."""

    def __init__(self) -> None:
        self.counter, self.view = who_lacks_a_paper(), Seen()
        self.store, self.files = Later(), Later()
        self.reasons: list[str] = []
        self.drawn: list[bytes] = []
        self.presenter = ExitLetters(
            self.view,
            desk=self,
            reasons=self.counter.desk.catalogue,
            drafts=self.counter.drafts,
            draw=self.draw,
            store_worker=self.store,
            file_worker=self.files,
            language="vi",
        )

    def guidance_pdf(self, given: ReceptionInput) -> bytes:
        raise NothingAskedForError("paper")

    def letter_pdf(self, given: ReceptionInput, then: AskForPapers | TurnAway) -> bytes:
        said = then.reasons[0] if isinstance(then, TurnAway) else then.reason
        self.reasons.append(said)
        return said.encode()

    def draw(self, pdf: bytes, page: int, room: tuple[int, int]) -> tuple[bytes, int]:
        self.drawn.append(pdf)
        return pdf, 2

    def want(self, reason: str, way: Exit = Exit.REFUSAL, page: int = 0) -> None:
        self.presenter.on_wanted(LetterWanted(way, reason, page, ROOM))

    def do(self) -> None:
        while self.store.waiting or self.files.waiting:
            self.store.do()
            self.files.do()


def test_only_the_newest_is_drawn_and_nothing_queues() -> None:
    drawing = Drawing()
    for length in range(1, 9):
        drawing.want("quá hạn!"[:length])

    assert (drawing.store.waiting, drawing.files.waiting) == (1, 0)
    drawing.do()

    assert drawing.reasons == ["q", "quá hạn!"]
    assert drawing.drawn == ["quá hạn!".encode()]
    assert drawing.view.letters == [ExitLetter(Exit.REFUSAL, "quá hạn!".encode(), 0, 2)]


def test_what_is_typed_while_a_page_is_drawn_is_seen_next() -> None:
    drawing = Drawing()
    drawing.want("a")
    drawing.store.do()
    drawing.want("ab")
    drawing.want("abc")
    drawing.do()

    assert [one.png for one in drawing.view.letters] == [b"a", b"abc"]


def test_no_reason_yet_leaves_its_place_and_a_page_too_far_is_the_last() -> None:
    drawing = Drawing()
    drawing.want("  ", page=7)
    drawing.do()

    assert drawing.reasons == ["…"]
    assert drawing.view.letters[0].page == 1


def test_why_there_is_no_paper_is_said_and_the_next_is_drawn() -> None:
    drawing = Drawing()
    drawing.want("", Exit.GUIDANCE)
    drawing.do()
    drawing.want("a")
    drawing.do()

    said = words_of(NothingAskedForError("paper"), "vi")
    assert [(one.problem, one.png) for one in drawing.view.letters] == [(said, b""), ("", b"a")]


def test_the_paper_of_another_draft_is_not_shown_and_nobody_is_shown_after_esc() -> None:
    drawing = Drawing()
    drawing.want("a")
    drawing.counter.presenter.on_new()
    drawing.do()
    drawing.counter.presenter.on_draft_chosen(0)
    drawing.want("b")
    drawing.want("c")
    drawing.presenter.on_closed()
    drawing.do()

    assert [one.png for one in drawing.view.letters] == [b"b"]


def test_a_page_is_drawn_as_large_as_its_room() -> None:
    counter = who_lacks_a_paper()
    pdf = desk_of(counter)[0].guidance_pdf(given_by(counter))

    png, count = draw_page_within(pdf, 5, ROOM)

    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    assert count == 1
    assert ROOM[1] - 1 <= height <= ROOM[1]
    assert abs(width - height * 148 / 210) <= 1


def lacking_a_paper(gallery: Gallery) -> ExitLetterZone:
    gallery.scenes()["reception-ready"]()
    block = Block(Blocker.MISSING_PAPERS, papers=((1, "Tờ khai"),))
    gallery.reception.show_readiness(Readiness(blocks=(block,)))
    return gallery.reception.exits.letter


def test_the_paper_follows_the_way_and_every_key(gallery: Gallery) -> None:
    zone = lacking_a_paper(gallery)
    wanted = told(zone.wanted)

    press("Alt+H")
    press("3", "Tab")
    type_in("sai")
    press("Esc")
    gallery.reception.exits.show_typed({})

    asked = [(one.way, one.reason) for one in wanted]
    assert list(dict.fromkeys(asked)) == [
        (Exit.GUIDANCE, ""),
        (Exit.REFUSAL, ""),
        (Exit.REFUSAL, "s"),
        (Exit.REFUSAL, "sa"),
        (Exit.REFUSAL, "sai"),
    ]
    assert all(room > 200 for one in wanted[-1:] for room in one.room)


def test_a_long_paper_is_turned_and_another_ways_paper_is_not_shown(gallery: Gallery) -> None:
    zone = lacking_a_paper(gallery)
    panel, wanted = gallery.reception.exits, told(zone.wanted)
    press("Alt+H", "3")
    panel.show_letter(ExitLetter(Exit.GUIDANCE, png=gallery.page, count=1))
    assert zone.chips() == ()

    panel.show_letter(ExitLetter(Exit.REFUSAL, png=gallery.page, count=2))
    press("PgDown")
    assert wanted[-1].page == 1
    panel.show_letter(ExitLetter(Exit.REFUSAL, png=gallery.page, page=1, count=2))
    press("PgDown")
    assert wanted[-1].page == 1
    assert "trang 2/2" in [words for words, _ in zone.chips()]
    press("PgUp", "1")
    assert (wanted[-1].way, wanted[-1].page, zone.chips()) == (Exit.GUIDANCE, 0, ())
