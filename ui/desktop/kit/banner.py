"""One sentence that matters, with what to press: what happened, what is safe, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desktop.kit.announce import announce
from ui.desktop.kit.button import Button
from ui.desktop.kit.label import Label
from ui.desktop.kit.marks import TONE_ICONS
from ui.desktop.kit.paint import box, fill, icon, line
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM

_WITH_SIGN, _WITHOUT = 42, 14
_FLUSH_INSET = 8
"""Across the sheet its words begin and its buttons end where those of a zone below do."""


class Banner(QWidget):
    """A tinted box in the zone it concerns; at most one a zone. Its sentence is always whole, and a
    screen reader is told of it."""

    def __init__(
        self,
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
        *,
        least: int = 0,
        flush: bool = False,
    ) -> None:
        """Args:
        least: the height that it takes for a short sentence too.
        flush: it lies across the whole sheet, above every page, and so has no sides.
        """
        super().__init__(parent)
        self._least, self._flush = least, flush
        self.setMinimumHeight(least)
        self._tone = Tone.WARN
        self._words = Label("", BODY_MEDIUM, wrap=True)
        self._buttons = buttons
        layout = QHBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        for button in buttons:
            layout.addWidget(button)

    def say(self, sentence: str, tone: Tone) -> None:
        """Say this sentence, and show the banner."""
        is_news = not self.isVisible() or sentence != self._words.text()
        self._tone = tone
        left = _WITH_SIGN if TONE_ICONS[tone] else _WITHOUT
        right = 14 if all(each.isHidden() for each in self._buttons) else 6
        if self._flush:
            left, right = left + _FLUSH_INSET, right + _FLUSH_INSET
        self.layout().setContentsMargins(left, 5, right, 5)  # type: ignore[union-attr]
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self._fit()
        self.update()
        if is_news:
            announce(self, sentence, pressing=tone is Tone.ERR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Ask for the height of the wrapped sentence: a layout squeezes what only wishes for it."""
        inside = self.layout()
        if inside is None or self.minimumHeight() == self.maximumHeight():
            return
        if not self.isVisible():  # its width is not known yet
            self.setMinimumHeight(self._least)
        else:
            inside.activate()
            self.setMinimumHeight(max(self._least, inside.totalHeightForWidth(self.width())))
            inside.setGeometry(self.rect())  # a resize inside a resize does not reach it

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        ink = t.ink(self._tone)
        edge = t.line if self._tone is Tone.MUTE else ink
        if self._flush:
            fill(painter, QRectF(self.rect()), t.ground(self._tone))
            line(painter, 0, self.width(), self.height() - 1, edge)
        else:
            box(painter, QRectF(self.rect()), t.ground(self._tone), edge)
        if sign := TONE_ICONS[self._tone]:
            x = 12 + (_FLUSH_INSET if self._flush else 0)
            icon(painter, sign, x, self.height() / 2 - 10, 20, ink)


class Outcome(Banner):
    """What became of the last act on a page: it is done, or what stands in its way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._is_problem = self._is_refusal = self.is_busy = False
        self.hide()

    def problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes that away, and leaves what is done."""
        if sentence:
            self.say(sentence, Tone.ERR)
            self._is_problem, self._is_refusal = True, False
        elif self._is_problem:
            self.hide()

    def done(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """Say that it is done."""
        self.say(sentence, tone)
        self._is_problem = self._is_refusal = False

    def refuse_key(self) -> None:
        """Say that a key was not taken because an act is being done."""
        self.done(
            self.tr(
                "Đang ghi việc trước, chưa nhận phím này: chờ xong rồi bấm lại. "
                "Chữ đã gõ còn nguyên."
            ),
            Tone.WARN,
        )
        self._is_refusal = True

    def show_busy(self, busy: bool) -> None:
        """An act of the page is being done, or none any more: then the next key is taken."""
        self.is_busy = busy
        if not busy and self._is_refusal:
            self._is_refusal = False
            self.hide()

    def takes_key(self) -> bool:
        """Tell whether a key is taken now; while an act is being done, say that it is not."""
        if self.is_busy:
            self.refuse_key()
        return not self.is_busy

    def press(self, button: Button) -> None:
        """Press it for its key, if one is taken now."""
        if self.takes_key():
            button.click()

    def forget_done(self) -> None:
        """Say no more that it is done; a problem stays."""
        if not self._is_problem:
            self.hide()
