"""The text field: its frame, icon, key badge and the mark inside it are painted here."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.desktop.kit.announce import announce
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.marks import TONE_ICONS, key_width, paint_key
from ui.desktop.kit.paint import box, icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import FIELD_HEIGHT, RADIUS
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_STRONG, CAPTION, font, text_width
from ui.desktop.kit.whole_letters import WholeLetters

_MODIFIERS = Qt.KeyboardModifier
_INSET = 8
_NARROWEST = 64
_SIGN, _CARET, _NUMBER = 26, 14, 140  # twelve digits are always whole
_READABLE = 60  # below this width a mark is its icon alone
_FRAMED = (Tone.WARN, Tone.ERR)
_TOOLKIT = 2
"""What the toolkit leaves free at both ends of a line of input."""


class Field(QLineEdit):
    """One line of input. A mark at the right end says where the text is from, or what is wrong.

    There is no bubble and no line below: what concerns the text stands inside its frame.
    """

    def __init__(
        self,
        name: str = "",
        *,
        placeholder: str = "",
        sign: Icon | None = None,
        badge: str = "",
        height: int = FIELD_HEIGHT,
        width: int | None = None,
        strong: bool = False,
        longest: int = 255,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAcceptDrops(False)  # a file that is dropped is no text
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)
        self.setValidator(WholeLetters(self))
        self.setFixedHeight(height)
        self._strong = strong
        self.setFont(font(BODY))
        if width is not None:
            self.setFixedWidth(width)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self.badge = badge
        self._sign = sign
        self._mark, self._tone = "", Tone.MUTE
        self.textChanged.connect(self._text_changed)
        self._place_text()

    def show_text(self, text: str) -> None:
        """Show this text; where it is shown already, the cursor and the selection stay."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)  # else a long text shows its tail

    def set_mark(self, text: str, tone: Tone = Tone.MUTE) -> None:
        """Say something about the text: a short word, or a warning. Empty removes the mark."""
        if (text, tone) == (self._mark, self._tone):
            return
        self._mark, self._tone = text, tone
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self._place_text()
        self.update()
        if tone is Tone.ERR and self.hasFocus():  # else the reader says it when it comes here
            announce(self, text, pressing=True)

    def mark(self) -> str:
        return self._mark

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROWEST, self.maximumWidth()), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take no letter that was pressed with Alt: the key of an act that has nothing to do now
        would be typed. AltGr, with which some keyboards type, is another key, or Ctrl and Alt."""
        held = event.modifiers() & (_MODIFIERS.AltModifier | _MODIFIERS.ControlModifier)
        if held == _MODIFIERS.AltModifier and event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ReadOnlyChange:
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_text()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        off = self.isReadOnly() or not self.isEnabled()
        tone = self._tone if self._mark and self._tone in _FRAMED else None
        edge = t.line if off else t.edge
        if self.hasFocus() and not off:
            edge = t.accent
        elif tone:
            edge = t.ink(tone)
        box(painter, QRectF(self.rect()), t.sunken if off else t.surface, edge)
        middle = self.height() / 2
        if self._sign:
            icon(painter, self._sign, 10, middle - 9, 18, t.text2)
        x = self.width() - _INSET
        if self.badge:
            x -= key_width(self.badge)
            paint_key(painter, x, middle, self.badge)
            x -= 6
        self._paint_mark(painter, x, middle)
        is_read = self.echoMode() is self.EchoMode.Normal and not self.hasFocus()
        if is_read and (self.is_cut() or self.hasSelectedText()):
            self._paint_beginning(painter)
            return
        painter.end()
        super().paintEvent(event)

    def is_cut(self) -> bool:
        """Tell whether there is more of the text than is seen."""
        room = self._text_room().width()
        return self.echoMode() is self.EchoMode.Normal and self._text_width() > room

    def _paint_beginning(self, painter: QPainter) -> None:
        """Write what has room, with the sign that there is more: a long name would seem whole
        where it ends between two words. What is selected seems to have the keys: a panel took them
        and left it so."""
        room, letters = self._text_room(), self.fontMetrics()
        text = letters.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setFont(self.font())
        painter.setPen(self.palette().text().color())
        line = room.top() + (int(room.height()) - letters.height() + 1) // 2 + letters.ascent()
        painter.drawText(QPointF(room.left(), line), text)

    def _text_room(self) -> QRectF:
        inside = QRectF(self.contentsRect().marginsRemoved(self.textMargins()))
        return inside.adjusted(_TOOLKIT, 0, -_TOOLKIT, 0)

    def _text_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())

    def _paint_mark(self, painter: QPainter, right: float, middle: float) -> None:
        if not self._mark:
            return
        ink = theme().ink(self._tone)
        width = self._mark_words_width()
        if width:
            room = QRectF(right - width, 0, width, self.height())
            words(painter, room, self._mark, CAPTION, ink)
        if sign := TONE_ICONS[self._tone]:
            icon(painter, sign, right - width - (20 if width else 16), middle - 8, 16, ink)

    def _mark_words_width(self) -> int:
        """Room for the words of the mark: they give way to the text.

        A warning leaves a long text half of the field: both must be seen.
        """
        if not self._mark:
            return 0
        badge = key_width(self.badge) + 6 if self.badge else 0
        around = (36 if self._sign else _INSET) + badge + _INSET + _SIGN
        text = self._text_width() + _CARET
        if self._tone in _FRAMED:
            text = min(text, max(_NUMBER, self.width() // 2))
        room = max(0, self.width() - around - text)
        wanted = text_width(self._mark, CAPTION) + 2
        return wanted if wanted <= room else room if room >= _READABLE else 0

    def _text_changed(self, text: str) -> None:
        if self._strong:  # a placeholder is never strong
            self.setFont(font(BODY_STRONG if text else BODY))
        self._place_text()

    def _place_text(self) -> None:
        right = _INSET
        if self.badge:
            right += key_width(self.badge) + 6
        if self._mark:
            right += self._mark_words_width() + (_SIGN if TONE_ICONS[self._tone] else 4)
        self.setTextMargins(36 if self._sign else _INSET - 2, 0, right, 0)
