"""Shows two dossiers side by side: what differs stands out, what has no room scrolls."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QScrollArea

from ui.desktop.compared import ComparedLine
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import holding
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG, CAPTION

_CAPTION = 96
_HIGHEST = 300


def side_by_side(lines: Sequence[ComparedLine], here: str, there: str) -> QScrollArea:
    """Make the table; ``here`` and ``there`` are the heads of its columns."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(4)
    grid.setHorizontalSpacing(12)
    grid.setColumnMinimumWidth(0, _CAPTION)
    for place, head in ((1, here), (2, there)):
        grid.setColumnStretch(place, 1)
        grid.addWidget(Label(head, BODY_STRONG), 0, place)
    for number, line in enumerate(lines, start=1):
        grid.addWidget(Label(line.caption, CAPTION, muted=True), number, 0)
        for place, text in ((1, line.here), (2, line.there)):
            value = Line(text, BODY_MEDIUM, tone=Tone.WARN if line.differs else None)
            value.setToolTip(text)
            grid.addWidget(value, number, place)
    both = holding(grid)
    seen = scrolling(both)
    seen.setFixedHeight(min(both.sizeHint().height(), _HIGHEST))
    return seen
