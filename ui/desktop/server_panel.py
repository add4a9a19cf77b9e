"""What the province has of one dossier, as it answers now."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desktop.kit.announce import announce
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import column, holding, take_out
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG, CAPTION
from ui.desktop.server_sheet import ServerSheet

_WIDTH, _CAPTION = 520, 88


class ServerPanel(FloatingPanel):
    """Shows only. Esc closes it; an answer that comes after that opens it no more."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Máy chủ có gì"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inside: QWidget | None = None

    def show_sheet(self, sheet: ServerSheet, anchor: QWidget) -> None:
        """Show that it is asked, or the answer, if somebody waits for it still."""
        if not (sheet.is_awaited or self.isVisible()):
            return
        take_out(self._inside, self.body)
        self._inside = self._filled(sheet)
        self.body.addWidget(self._inside)
        self.open_at(anchor, QSize(_WIDTH, self.body.totalHeightForWidth(_WIDTH)), first=self)
        announce(self, " ".join((sheet.title, *(f"{k} {v}." for k, v in sheet.lines), sheet.note)))

    def _filled(self, sheet: ServerSheet) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _CAPTION)
        grid.setColumnStretch(1, 1)
        for number, (caption, value) in enumerate(sheet.lines):
            shown = Line(value, BODY_MEDIUM)
            shown.setToolTip(value)
            grid.addWidget(Label(caption, CAPTION, muted=True), number, 0)
            grid.addWidget(shown, number, 1)
        note = Banner()
        title = Label(sheet.title, BODY_STRONG, wrap=True)
        inside = holding(column(title, grid, note, key_line(("Esc", self.tr("đóng"))), gap=8))
        note.setVisible(False)
        if sheet.note:
            note.say(sheet.note, sheet.tone)  # it has a parent now: else it would be a window
        return inside
