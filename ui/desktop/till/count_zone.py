"""The drawer, note by note, with its running sum."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from station.domain.money.amounts import DENOMINATIONS
from station.words import figures
from ui.desktop.keys import Act, badge
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import Label
from ui.desktop.kit.paint import line
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import FIELD_HEIGHT, GAP, ROW_GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_STRONG
from ui.desktop.kit.zone import Zone
from ui.desktop.till.sums import Sums
from ui.desktop.till.view_model import NoteLine
from ui.desktop.wording import NOTHING

_FIELD, _MOST_DIGITS, _TIGHT = 76, 6, 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Up: -1,
}


class _Pieces(Field):
    """How many there are of one note. Enter and the arrows go from note to note."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class CountZone(Zone):
    """Reports what is typed; what it makes is shown to it."""

    counted = Signal(int, str)
    """A denomination, and the text of its field."""

    def __init__(self) -> None:
        super().__init__(0, self.tr("Đếm tiền mặt"), badge(Act.ZONE_1))
        self._captions: list[Label] = []
        self._fields: list[_Pieces] = []
        self._totals: list[Label] = []
        for note in DENOMINATIONS:
            caption = Label(figures(note), BODY_STRONG)
            caption.setAlignment(_RIGHT)
            field = _Pieces(
                self.tr("Số tờ {note}").format(note=figures(note)),
                width=_FIELD,
                longest=_MOST_DIGITS,
            )
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.textEdited.connect(lambda text, of=note: self.counted.emit(of, text))
            number = len(self._fields)
            field.stepped.connect(lambda by, at=number: self._step(at, by))
            total = Label(NOTHING, BODY, muted=True)
            total.setAlignment(_RIGHT)
            self._captions.append(caption)
            self._fields.append(field)
            self._totals.append(total)
        self._sum = Sums(self.tr("Đếm được"))
        self._rows = _Rows(self._fields)
        self.body.addWidget(self._rows)
        self.body.addWidget(self._sum)
        self.body.addStretch(1)
        self._two_columns: bool | None = None
        self.set_two_columns(False)

    def show_notes(self, notes: tuple[NoteLine, ...], counted: str) -> None:
        for note, field, total in zip(notes, self._fields, self._totals, strict=True):
            field.show_text(note.typed)
            field.set_mark(self.tr("số?") if note.wrong else "", Tone.ERR)
            total.setText(figures(note.total_vnd) if note.total_vnd else NOTHING)
            role = QPalette.ColorRole
            total.setForegroundRole(role.WindowText if note.total_vnd else role.PlaceholderText)
        self._sum.show_lines((), (self.tr("Đếm được"), counted, Tone.MUTE))

    def first_focus(self) -> QWidget:
        return self._fields[0]

    def point(self) -> None:
        """Go to the first field that holds no number of pieces, else to the first of all."""
        wrong = (field for field in self._fields if field.mark())
        next(wrong, self._fields[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def summary(self) -> str:
        return self._sum.accessibleName()

    def set_two_columns(self, two: bool) -> None:
        """Put the notes beside one another where the window is low; the sums of notes go."""
        if two == self._two_columns:
            return
        self._two_columns = two
        half = -(-len(self._fields) // 2) if two else len(self._fields)
        for number in range(len(self._fields)):
            column, row = divmod(number, half)
            at = 3 * column
            parts = (self._captions[number], self._fields[number], self._totals[number])
            for offset, part in enumerate(parts):
                self._rows.grid.removeWidget(part)
                self._rows.grid.addWidget(part, row, at + offset)
            self._totals[number].setVisible(not two)
        for column, stretch in enumerate((2, 0, 0 if two else 3, 2 if two else 0, 0, 0)):
            self._rows.grid.setColumnStretch(column, stretch)
        self._rows.hold(half, lines=not two)

    def _step(self, at: int, by: int) -> None:
        """Go to the next note; after the last one Tab's order goes on."""
        to = at + by
        if 0 <= to < len(self._fields):
            self._fields[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif by > 0:
            self.focusNextChild()


class _Rows(QWidget):
    """The notes, with a faint line under each; they stand closer before one of them is cut."""

    def __init__(self, fields: list[_Pieces]) -> None:
        super().__init__()
        self._fields = fields
        self._count, self._lines = len(fields), True
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(GAP)
        self.grid.setVerticalSpacing(ROW_GAP)

    def hold(self, count: int, *, lines: bool) -> None:
        """Have so many rows, with or without lines between them."""
        self._count, self._lines = count, lines
        self.updateGeometry()
        self._space_out()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_at(ROW_GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height_at(_TIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._lines:
            return
        painter = QPainter(self)
        half = self.grid.verticalSpacing() / 2
        for field in self._fields[:-1]:
            y = QRectF(field.geometry()).bottom() + half - 0.5
            line(painter, 0, self.width(), y, theme().line)

    def _space_out(self) -> None:
        has_room = self.height() >= self._height_at(ROW_GAP)
        self.grid.setVerticalSpacing(ROW_GAP if has_room else _TIGHT)

    def _height_at(self, gap: int) -> int:
        return self._count * FIELD_HEIGHT + (self._count - 1) * gap
