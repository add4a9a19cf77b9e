"""Alt+U on the page of a dossier: its people, and where every field of them is from."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desktop.dossier.view_model import PersonLine, PersonSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import holding, row, take_out
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG, CAPTION
from ui.desktop.shortcuts import bind

_WIDTH, _CAPTION, _SOURCE = 720, 104, 96


class PeoplePanel(FloatingPanel):
    """Shows only. A word that a garbled card left in doubt stands once more behind its field.

    Personal numbers are hidden but for their ends. Whole ones are asked for, and nothing of them
    is left here once it closes.
    """

    reveal_wanted = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Người của hồ sơ"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets: tuple[PersonSheet, ...] | None = None
        self._inside: QWidget | None = None
        self._reveal = Button(
            self.tr("Hiện số giấy tờ"), Kind.QUIET, sign=Icon.EYE, badge=badge(Act.REVEAL)
        )
        self._noted = Label(self.tr("Ai xem, lúc nào được ghi lại."), CAPTION, muted=True)
        self._foot = holding(
            row(self._reveal, self._noted, None, key_line(("Esc", self.tr("đóng"))))
        )
        self._reveal.clicked.connect(self._want)
        bind(self, Act.REVEAL, self._want)
        self.closed.connect(self._forget)

    def open_for(self, sheets: tuple[PersonSheet, ...], anchor: QWidget) -> None:
        if sheets != self._sheets or self._inside is None:
            self._sheets = sheets
            take_out(self._inside, self.body)
            self._inside = self._filled(sheets)
            self.body.insertWidget(0, self._inside)
            self.body.addWidget(self._foot)
            self._inside.show()  # Qt would do it only after the panel took its new size
        hidden = any(line.masked for sheet in sheets for line in sheet.lines)
        for part in (self._reveal, self._noted):
            part.setVisible(hidden)
        self.body.activate()
        height = self.sizeHint().height() + 2 * SHADOW
        self.open_at(anchor, QSize(_WIDTH, height), first=self)

    def renew(self, sheets: tuple[PersonSheet, ...]) -> None:
        """Show them with their whole numbers, unless it was closed meanwhile."""
        if self.isVisible() and self._opener is not None:
            self.open_for(sheets, self._opener)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside."""
        return self.go_round((self._reveal,), forward)

    def _want(self) -> None:
        if self._reveal.isVisible():
            self.reveal_wanted.emit()

    def _forget(self) -> None:
        self._sheets = None
        take_out(self._inside, self.body)
        self._inside = None

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
        return holding(grid)

    def _add(self, grid: QGridLayout, number: int, line: PersonLine) -> None:
        value, source = Line(line.value, BODY_MEDIUM), Line(line.source, CAPTION, tone=Tone.MUTE)
        value.setToolTip(line.value)
        grid.addWidget(Label(line.caption, CAPTION, muted=True), number, 0)
        grid.addWidget(value, number, 1)
        grid.addWidget(source, number, 2)
        if line.doubtful:
            words = self.tr("so với thẻ: {words}").format(words=" ".join(line.doubtful))
            grid.addWidget(Line(words, CAPTION, tone=Tone.WARN), number, 3)
