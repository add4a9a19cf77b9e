"""The drop-down, for more than four choices; fewer stand side by side in a ``Segmented``."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.paint import box, fill, icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import FIELD_HEIGHT, RADIUS
from ui.desktop.kit.typography import BODY, font

_NARROWEST = 88


class Combo(QComboBox):
    """One of several named values."""

    value_chosen = Signal(str)

    def __init__(
        self, name: str, *, height: int = FIELD_HEIGHT, parent: QWidget | None = None
    ) -> None:
        self._label: QLabel | None = None
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self.setFont(font(BODY))
        view = QListView()
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setItemDelegate(_ChoiceDelegate(view))
        self.setView(view)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda index: self.value_chosen.emit(str(self.itemData(index))))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._be_labelled()
        return super().event(event)

    def _be_labelled(self) -> None:
        """Stand beside a label that nobody sees and a screen reader says.

        On Linux Qt gives the value of a drop-down as its name; what it is of is the label's.
        """
        parent = self.parentWidget()
        if self._label is None:
            self._label = QLabel(self.accessibleName())
            self._label.setBuddy(self)
        self._label.setParent(parent)
        self._label.hide()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these values with their words; nothing is announced."""
        offered = [(str(self.itemData(i)), self.itemText(i)) for i in range(self.count())]
        if offered == list(choices):
            return
        self.clear()
        for value, text in choices:
            self.addItem(text, value)

    def show_value(self, value: str) -> None:
        """Show this value; an unknown one shows as empty."""
        self.setCurrentIndex(self.findData(value))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.height())

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        edge = t.accent if self.hasFocus() else t.edge if self.isEnabled() else t.line
        box(painter, rect, t.surface if self.isEnabled() else t.sunken, edge)
        words(painter, rect.adjusted(8, 0, -30, 0), self.currentText())
        icon(painter, Icon.CHEVRON_DOWN, rect.width() - 26, rect.height() / 2 - 9, 18, t.text2)


class _ChoiceDelegate(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, 34)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        t = theme()
        view = self.parent()
        # The selected state is not set yet when the list opens: ask the view.
        current = isinstance(view, QListView) and view.currentIndex() == index
        rect: QRect = option.rect
        fill(painter, QRectF(rect), t.sel if current else t.surface)
        if current:
            fill(painter, QRectF(rect.left(), rect.top(), 3, rect.height()), t.accent)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        words(painter, QRectF(rect).adjusted(12, 0, -8, 0), text)
