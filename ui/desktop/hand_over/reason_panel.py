"""Why a folder stays at the counter, asked above its button."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.check import Check
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.kit.typography import BODY_STRONG

_WIDTH, _LABEL, _LONGEST = 560, 64, 200


class ReasonPanel(AskingPanel):
    """One reason, for one folder or for all that were not scanned. Esc keeps what was typed."""

    explained = Signal(int, str, bool)
    """Row, reason, and whether it holds for every folder that was not scanned."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Lý do để lại"), "hand_over.reason")
        self._row, self._last = -1, ""
        self._title = Label("", BODY_STRONG)
        self._reason = OfferField(placeholder=self.tr("ví dụ: đang ký sao y"), longest=_LONGEST)
        self._offers = Offers(self._reason)
        self._everything = Check(self.tr("Mọi bìa chưa quét của cơ quan này"))
        self._confirm = Button(self.tr("Ghi lý do"), Kind.PRIMARY, badge=badge(Act.SEAL))
        label = FieldLabel(self.tr("Lý do"), self._reason, width=_LABEL)
        self.body.addWidget(self._title)
        self.body.addLayout(row(label, (self._reason, 1)))
        self.body.addWidget(self._offers)
        self.body.addLayout(row(_LABEL + 8, self._everything, None, self._confirm))
        self._note_as(reason=self._reason, everything=self._everything)
        self._reason.returnPressed.connect(self.confirm)
        self._confirm.clicked.connect(self.confirm)

    def show_reasons(self, reasons: tuple[str, ...]) -> None:
        """Offer these words."""
        self._offers.show_offers(reasons)

    def open_for(self, number: int, code: str, folder: str, anchor: QWidget) -> None:
        """Ask why this folder stays; the reason of the one before is often that of the next."""
        if code != self.about:
            self.put_away()
            self._reason.setText(self._last)
            self.begin(code)
        self._row = number
        self._title.setText(self.tr("Để lại {folder}").format(folder=folder))
        height = self.sizeHint().height()
        self.open_at(anchor, QSize(_WIDTH, height), first=self._reason)
        self._reason.selectAll()

    def forget(self) -> None:
        """Drop what was typed, and the last reason."""
        self._last = ""
        super().forget()

    def confirm(self) -> None:
        """Tell the reason; an empty one takes it back."""
        if self.isVisible():
            self._last = self._reason.text()
            row, everything = self._row, self._everything.isChecked()
            super().forget()
            self.explained.emit(row, self._last, everything)

    def _clear(self) -> None:
        self._row = -1
        self._reason.clear()
        self._everything.setChecked(False)
