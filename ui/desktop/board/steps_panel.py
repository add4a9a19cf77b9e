"""How long receptions take, above the board: the steps, and the procedures that take longest."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from ui.desktop.board.view_model import StepSheet
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.label import Label
from ui.desktop.kit.lengths import Lengths
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.typography import BODY_STRONG, CAPTION

_WIDTH = 680
_INSET = SHADOW + 12


class StepsPanel(FloatingPanel):
    """Shows only."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Thời gian các bước tiếp nhận"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, self._longest_title = Label("", BODY_STRONG), Label("", BODY_STRONG)
        self._said = Label("", CAPTION, muted=True, wrap=True)
        self._steps = Lengths(self.accessibleName())
        self._longest = Lengths(self.tr("Thủ tục tiếp nhận lâu nhất"))
        for part in (self._title, self._said, self._steps, self._longest_title, self._longest):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(key_line(("Esc", self.tr("đóng"))))

    def show_sheet(self, sheet: StepSheet) -> None:
        self._title.setText(sheet.title)
        self._said.setText(sheet.said)
        self._said.setFixedHeight(max(0, self._said.heightForWidth(_WIDTH - 2 * _INSET)))
        self._steps.show_sheet(sheet.steps)
        self._longest_title.setText(sheet.longest_title)
        self._longest.show_sheet(sheet.longest)
        if self.isVisible():
            self.setAccessibleDescription(self._contents())

    def open_for(self, anchor: QWidget) -> None:
        self.open_at(anchor, QSize(_WIDTH, 0), first=self)

    def _contents(self) -> str:
        """Give the numbers, too: they stand in pictures."""
        parts = (self._title, self._said, self._longest_title)
        title, said, longest = (part.text() for part in parts)
        steps, procedures = (
            chart.accessibleDescription() for chart in (self._steps, self._longest)
        )
        return ". ".join((title, said.rstrip("."), steps, longest, procedures))
