"""Which papers an act is about; where they are asked for, what each of them lacks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.dossier.view_model import PaperRow
from ui.desktop.kit.check import Check
from ui.desktop.kit.label import FieldLabel
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.tokens import FIELD_HEIGHT

_INDENT, _LONGEST, _MOST_LINES = 28, 500, 6


class PaperRows(QWidget):
    """A tick for each paper; one that is asked for has a line below it for what it lacks."""

    resized = Signal()

    def __init__(self, rows: tuple[PaperRow, ...], reasons: tuple[str, ...]) -> None:
        """``reasons`` are what the catalogue offers to be said of a paper."""
        super().__init__()
        self._checks: dict[int, Check] = {}
        self._lacks: dict[int, OfferField] = {}
        lines = column(gap=0)
        for paper in rows:
            check = Check(f"{paper.index}. {paper.name}" if paper.index else paper.name)
            check.setObjectName(f"paper {paper.index}")
            check.setChecked(paper.chosen)
            self._checks[paper.index] = check
            lines.addWidget(check)
            if paper.lacks is not None:
                lines.addWidget(self._line(paper, paper.lacks, check, reasons))
        self._scroll = scrolling(holding(lines))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        self._fit()

    def stops(self) -> list[QWidget]:
        """Give where Tab stops, from the top down; one that is not seen is passed over."""
        found: list[QWidget] = []
        for index, check in self._checks.items():
            found.append(check)
            if index in self._lacks:
                found.append(self._lacks[index])
        return found

    def chosen(self) -> tuple[int, ...]:
        """Give the rows that are ticked."""
        return tuple(index for index, check in self._checks.items() if check.isChecked())

    def lacks(self) -> dict[int, str]:
        """Give what was said of the ticked rows."""
        return {at: line.text() for at, line in self._lacks.items() if self._checks[at].isChecked()}

    def _line(self, paper: PaperRow, lacks: str, check: Check, reasons: tuple[str, ...]) -> QWidget:
        named = self.tr("Giấy {name} thiếu gì").format(name=paper.index or paper.name)
        line = OfferField(named, longest=_LONGEST)
        line.setObjectName(f"lacks {paper.index}")
        line.set_offers(reasons)
        line.setText(lacks)
        self._lacks[paper.index] = line
        seen = holding(row(_INDENT, FieldLabel(self.tr("Thiếu gì"), line), (line, 1)))
        if not paper.chosen:  # shown before it is in the panel, it would be a window of its own
            seen.hide()
        check.toggled.connect(seen.setVisible)
        check.toggled.connect(lambda _: self._fit())
        line.returnPressed.connect(line.focusNextChild)
        return seen

    def _fit(self) -> None:
        said = len(self.lacks())
        lines = max(1, min(_MOST_LINES, len(self._checks) + said))
        self._scroll.setFixedHeight(lines * FIELD_HEIGHT)
        self.resized.emit()
