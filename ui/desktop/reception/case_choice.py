"""The case (trường hợp) that papers, fees and time depend on, beside what is asked to find it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.combo import Combo
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tokens import FIELD_HEIGHT, GAP
from ui.desktop.kit.typography import CAPTION
from ui.desktop.reception.view_model import ChosenProcedure

_SIDE_BY_SIDE = 3
_LINE, _NARROW_LINE = 546, 482
"""The width of zone 2 where zone 1 stands beside it, and in a narrow window."""
_COMBO = 200


class CaseChoice(QWidget):
    """Side by side where the words have room in a line of their own, else a drop-down."""

    case_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fit = Fit()
        self._chosen: ChosenProcedure | None = None
        name = self.tr("Trường hợp")
        self._question = _TwoLines(name, CAPTION, muted=True, wrap=True)
        self._question.setFixedHeight(FIELD_HEIGHT)
        self._few, self._many = Segmented(name), Combo(name)
        self._control: QWidget = self._many
        self.setLayout(row((self._question, 1), self._few, (self._many, 2)))
        self._few.value_chosen.connect(self.case_chosen)
        self._many.value_chosen.connect(self.case_chosen)

    def show_case(self, chosen: ChosenProcedure | None) -> None:
        """Offer the cases of this procedure; nothing is seen where it has none."""
        self._chosen = chosen
        self.setVisible(chosen is not None and bool(chosen.cases))
        if chosen is None or not chosen.cases:
            return
        self._few.set_choices(chosen.cases if len(chosen.cases) <= _SIDE_BY_SIDE else ())
        self._many.set_choices(chosen.cases)
        line = _NARROW_LINE if self._fit.narrow else _LINE
        beside = line - GAP - self._few.wanted_width()
        few = not self._fit.compact and bool(self._few.segments()) and self._asks_within(beside)
        shown, self._control = (self._few, self._few) if few else (self._many, self._many)
        if not few and not self._asks_within(_COMBO):
            self._question.setText(self._many.accessibleName())
        for each in (self._few, self._many):
            each.setVisible(each is shown)
            each.setToolTip(chosen.question)
            each.setAccessibleDescription(chosen.question)
            each.show_value(chosen.case)

    def set_fit(self, fit: Fit) -> None:
        """In a compact window it stands beside the agency, where there is less height."""
        self._fit = fit
        self.show_case(self._chosen)

    def focus_target(self) -> QWidget:
        """Give where a case is chosen."""
        return self._few.focus_target() if self._control is self._few else self._many

    def _asks_within(self, width: int) -> bool:
        """Ask in words, if they have room in two lines of this width."""
        asked = self._chosen.question if self._chosen else ""
        self._question.setText(asked or self._many.accessibleName())
        room = QRect(0, 0, width, 2 * FIELD_HEIGHT)
        wraps = Qt.TextFlag.TextWordWrap
        needed = self._question.fontMetrics().boundingRect(room, wraps, self._question.text())
        return width > 0 and needed.height() <= FIELD_HEIGHT and needed.width() <= width


class _TwoLines(Label):
    def hasHeightForWidth(self) -> bool:
        """Have the zones around not measured by their width, again and again."""
        return False
