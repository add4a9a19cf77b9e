"""Two or three choices side by side, all of them visible."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.desktop.kit.paint import CENTRE, box, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import FIELD_HEIGHT, RADIUS
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG, text_width

_PADDING = 2


class Segmented(QWidget):
    """Exclusive choices; the arrow keys move the choice. It may show that nothing is chosen."""

    value_chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(FIELD_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._chosen)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self._layout.setSpacing(0)
        self._segments: dict[str, _Segment] = {}
        self._warning = ""
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these values with their words; nothing is announced."""
        if [(value, s.text()) for value, s in self._segments.items()] == list(choices):
            return
        for segment in self._segments.values():
            self._group.removeButton(segment)
            self._layout.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = {value: _Segment(text, self) for value, text in choices}
        for segment in self._segments.values():
            self._group.addButton(segment)
            self._layout.addWidget(segment)
        self._let_tab_stop_at_one()
        self._take_place_in_tab_order()

    def show_value(self, value: str | None) -> None:
        """Show this choice, or that there is none yet."""
        if value == self.value():
            return
        self._group.setExclusive(False)
        for each, segment in self._segments.items():
            segment.setChecked(each == value)
        self._group.setExclusive(True)
        self._let_tab_stop_at_one()

    def set_warning(self, text: str) -> None:
        """Frame the choice as in doubt, and say why; empty for no doubt."""
        if text == self._warning:
            return
        self._warning = text
        for each in (self, *self._segments.values()):
            each.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    def value(self) -> str | None:
        return next((v for v, s in self._segments.items() if s.isChecked()), None)

    def segments(self) -> tuple[QWidget, ...]:
        """Give the choices as widgets, in their order, for who puts the Tab key in order."""
        return tuple(self._segments.values())

    def wanted_width(self) -> int:
        """Give the room that all words take; Qt knows it only once new choices are seen."""
        return 2 * _PADDING + sum(s.sizeHint().width() for s in self._segments.values())

    def focus_target(self) -> QWidget:
        """Give the segment at which the Tab key stops; the whole while it has none."""
        stops = [s for s in self._segments.values() if s.isChecked()]
        return next(iter(stops or self._segments.values()), self)

    def step(self, from_segment: QAbstractButton, by: int) -> None:
        """Choose the neighbour of a segment, around the end if need be."""
        segments = list(self._segments.values())
        near = segments[(segments.index(from_segment) + by) % len(segments)]  # type: ignore[arg-type]
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        near.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        edge = t.edge if t.is_dark else t.line
        if self._warning:
            edge = t.ink(Tone.WARN)
        box(QPainter(self), QRectF(self.rect()), t.sunken, edge)

    def _chosen(self, segment: QAbstractButton) -> None:
        self._let_tab_stop_at_one()
        self.value_chosen.emit(next(v for v, s in self._segments.items() if s is segment))

    def _take_place_in_tab_order(self) -> None:
        """New segments come last in their window: let Tab reach them where they stand."""
        before = self.previousInFocusChain()
        while before and before.focusPolicy() == Qt.FocusPolicy.NoFocus and before is not self:
            before = before.previousInFocusChain()
        if before is None:
            return
        for segment in self._segments.values():
            QWidget.setTabOrder(before, segment)
            before = segment

    def _let_tab_stop_at_one(self) -> None:
        target = self.focus_target() if self._segments else None
        for segment in self._segments.values():
            policy = Qt.FocusPolicy.StrongFocus if segment is target else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)


class _Segment(QAbstractButton):
    def __init__(self, text: str, parent: Segmented) -> None:
        super().__init__(parent)
        self._row = parent
        self.setText(text)
        self.setAccessibleName(f"{parent.accessibleName()}: {text}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def ring(self) -> tuple[QWidget, float]:
        return self._row, RADIUS

    def sizeHint(self) -> QSize:
        width = text_width(self.text(), BODY_STRONG) + 22
        return QSize(width, FIELD_HEIGHT - 2 * _PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step:
            self._row.step(self, step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ink = t.text2
        if self.isChecked():
            ink = t.on_accent if t.is_dark else t.accent
            box(painter, rect, t.accent if t.is_dark else t.surface, t.accent, radius=5)
        elif self.underMouse():
            ink = t.text
        style = BODY_STRONG if self.isChecked() else BODY_MEDIUM
        words(painter, rect, self.text(), style, ink, align=CENTRE, elide=False)
