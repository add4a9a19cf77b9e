"""The paper of a way out as it will be printed, beside the form that fills it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button
from ui.desktop.kit.label import Line
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION
from ui.desktop.kit.zone import Zone
from ui.desktop.preview.page_image import PageImages
from ui.desktop.reception.exit_letter import ExitLetter, LetterWanted
from ui.desktop.reception.view_model import Exit
from ui.desktop.shortcuts import bind

_LATE_MS = 300
"""A paper that comes sooner needs no words: they would only flash."""
_WIDTH, _COMPACT_WIDTH = 448, 300


class ExitLetterZone(Zone):
    """The page before stays while the next one of the same paper is drawn: nothing flickers."""

    wanted = Signal(object)
    """A ``LetterWanted``."""

    def __init__(self) -> None:
        super().__init__(0, self.tr("Phiếu sẽ in"), "")
        self._way: Exit | None = None
        self._reason = ""
        self._page, self._count = 0, 0
        self._asked: LetterWanted | None = None
        self._problem = Banner()
        self._said = Line("", CAPTION, tone=Tone.INFO)
        self._image = PageImages(self.tr("Trang của phiếu sẽ in"))
        self._before = Button(
            self.tr("Trước"), badge=badge(Act.LETTER_PAGE_BEFORE), height=FIELD_HEIGHT
        )
        self._next = Button(self.tr("Sau"), badge=badge(Act.LETTER_NEXT_PAGE), height=FIELD_HEIGHT)
        self._turners = holding(row(self._before, self._next, None))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self._say_late)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._said)
        self.body.addWidget(self._image, 1)
        self.body.addWidget(self._turners)
        self.body.addSpacing(6)
        self._image.resized.connect(self._ask)
        self._before.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        bind(self, Act.LETTER_PAGE_BEFORE, lambda: self._turn(-1))
        bind(self, Act.LETTER_NEXT_PAGE, lambda: self._turn(1))
        self.set_compact(False)
        self._clear()

    def set_compact(self, compact: bool) -> None:
        self.setFixedWidth(_COMPACT_WIDTH if compact else _WIDTH)

    def see(self, way: Exit, reason: str) -> None:
        """Show the paper of this way out with this reason, as soon as it is drawn."""
        if way is not self._way:
            self._way, self._page = way, 0
            self._clear()
        self._reason = reason
        self._ask()

    def leave(self) -> None:
        """Nobody looks any more: the next time begins with nothing."""
        self._way = self._asked = None
        self._clear()

    def show_letter(self, letter: ExitLetter) -> None:
        """Show a page, or why there is none; another way's is of no use here."""
        if letter.way is not self._way:
            return
        self._late.stop()
        self._page, self._count = letter.page, letter.count
        self._image.show_pages((letter.png,) if letter.png else ())
        self._say("")
        if letter.problem:
            self._problem.say(letter.problem, Tone.ERR)
        self._turners.setVisible(letter.count > 1)
        at = self.tr("trang {page}/{count}").format(page=letter.page + 1, count=letter.count)
        not_valid = (self.tr("bản xem trước"), Tone.MUTE)
        self.set_chips(
            [not_valid, (at, Tone.MUTE)] if letter.count > 1 else [not_valid] * bool(letter.png)
        )

    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab stops."""
        return (self._before, self._next)

    def first_focus(self) -> QWidget:
        return self._before

    def _turn(self, by: int) -> None:
        wanted = self._page + by
        if 0 <= wanted < self._count:
            self._page = wanted
            self._ask()

    def _ask(self) -> None:
        """Ask for what is to be seen, unless it was asked for in this form already."""
        if self._way is None or not self.isVisible():
            return
        wanted = LetterWanted(self._way, self._reason, self._page, self._image.room())
        if wanted != self._asked:
            self._asked = wanted
            if not self._count:
                self._late.start()
            self.wanted.emit(wanted)

    def _clear(self) -> None:
        self._late.stop()
        self._count = 0
        self._image.show_pages(())
        self._turners.hide()
        self.set_chips(())
        self._say("")

    def _say_late(self) -> None:
        self._say(self.tr("Đang dựng phiếu…"))

    def _say(self, said: str) -> None:
        self._problem.hide()
        self._said.set_words(said, Tone.INFO)
        self._said.setVisible(bool(said))
