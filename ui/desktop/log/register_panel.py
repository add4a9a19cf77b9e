"""Alt+B on the daily log: the register of a period (mẫu 07), to look at and print."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from station.words import numeric_date
from ui.desktop.asking_panel import AskingPanel
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.typography import BODY_STRONG, CAPTION

_SIZE = QSize(560, 0)  # as high as what stands in it
_DAY = 120


class RegisterPanel(AskingPanel):
    """Asks for which days; Enter goes on, Esc closes it and keeps what was typed."""

    period_given = Signal(str, str)
    """The first and the last day as they were typed."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Sổ theo dõi hồ sơ"), "log.register")
        self._first = Field(self.tr("Từ ngày"), width=_DAY, longest=20)
        self._last = Field(self.tr("Đến ngày"), width=_DAY, longest=20)
        self._see = Button(self.tr("Xem, in sổ"), Kind.PRIMARY, sign=Icon.EYE, height=FIELD_HEIGHT)
        self._note_as(first=self._first, last=self._last)
        first, last = (FieldLabel(f.accessibleName(), f) for f in (self._first, self._last))
        self.body.addWidget(Label(self.tr("Sổ theo dõi hồ sơ (mẫu 07)"), BODY_STRONG))
        self.body.addLayout(row(first, self._first, last, self._last, None, self._see))
        said = self.tr("Của phạm vi đang xem; nhiều nhất một năm.")
        self.body.addWidget(Label(said, CAPTION, muted=True))
        self._first.returnPressed.connect(self._last.setFocus)
        self._last.returnPressed.connect(self._give)
        self._see.clicked.connect(self._give)

    def open_for(self, anchor: QWidget, last: date) -> None:
        """Offer the month up to a day."""
        if last.isoformat() != self.about:
            self.put_away()
            self._first.setText(numeric_date(last.replace(day=1)))
            self._last.setText(numeric_date(last))
            self.begin(last.isoformat())
        self.open_at(anchor, _SIZE, first=self._first)
        self._first.selectAll()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        return self.go_round([self._first, self._last, self._see], forward)

    def _give(self) -> None:
        first, last = self._first.text(), self._last.text()
        self.forget()
        self.period_given.emit(first, last)

    def _clear(self) -> None:
        for field in (self._first, self._last):
            field.clear()
