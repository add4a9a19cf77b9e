"""Alt+U on the page of a dossier: its people, and where every field of them is from."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desktop.dossier.view_model import PersonLine, PersonSheet
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import column, holding, take_out
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG, CAPTION

_WIDTH, _CAPTION, _SOURCE = 720, 104, 96


class PeoplePanel(FloatingPanel):
    """Shows only. A word that a garbled card left in doubt stands once more behind its field."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Người của hồ sơ"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets: tuple[PersonSheet, ...] | None = None
        self._inside: QWidget | None = None

    def open_for(self, sheets: tuple[PersonSheet, ...], anchor: QWidget) -> None:
        if sheets != self._sheets or self._inside is None:
            self._sheets = sheets
            take_out(self._inside, self.body)
            self._inside = self._filled(sheets)
            self.body.addWidget(self._inside)
        height = self._inside.sizeHint().height() + 2 * (SHADOW + 12)
        self.open_at(anchor, QSize(_WIDTH, height), first=self)

    def _filled(self, sheets: tuple[PersonSheet, ...]) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _CAPTION)
        grid.setColumnMinimumWidth(2, _SOURCE)
        grid.setColumnStretch(1, 1)
        for sheet in sheets:
            grid.setRowMinimumHeight(grid.rowCount(), GAP if sheet is not sheets[0] else 0)
            grid.addWidget(Label(sheet.title, BODY_STRONG), grid.rowCount(), 0, 1, 4)
            for line in sheet.lines:
                self._add(grid, grid.rowCount(), line)
        return holding(column(grid, key_line(("Esc", self.tr("đóng"))), gap=8))

    def _add(self, grid: QGridLayout, number: int, line: PersonLine) -> None:
        value, source = Line(line.value, BODY_MEDIUM), Line(line.source, CAPTION, tone=Tone.MUTE)
        value.setToolTip(line.value)
        grid.addWidget(Label(line.caption, CAPTION, muted=True), number, 0)
        grid.addWidget(value, number, 1)
        grid.addWidget(source, number, 2)
        if line.doubtful:
            words = self.tr("so với thẻ: {words}").format(words=" ".join(line.doubtful))
            grid.addWidget(Line(words, CAPTION, tone=Tone.WARN), number, 3)
