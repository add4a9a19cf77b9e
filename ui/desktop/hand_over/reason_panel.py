"""Why a folder stays at the counter, asked above its button."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.check import Check
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.kit.typography import BODY_STRONG

_WIDTH, _LABEL, _LONGEST = 560, 64, 200


class ReasonPanel(FloatingPanel):
    """One reason, for one folder or for all that were not scanned. Esc keeps what was typed."""

    explained = Signal(int, str, bool)
    """Row, reason, and whether it holds for every folder that was not scanned."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Lý do để lại"))
        self._row = -1
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
        self._reason.returnPressed.connect(self.confirm)
        self._confirm.clicked.connect(self.confirm)

    def show_reasons(self, reasons: tuple[str, ...]) -> None:
        """Offer these words."""
        self._offers.show_offers(reasons)

    def open_for(self, number: int, folder: str, anchor: QWidget) -> None:
        """Ask why this folder stays."""
        if number != self._row:
            self._everything.setChecked(False)
        self._row = number
        self._title.setText(self.tr("Để lại {folder}").format(folder=folder))
        height = self.sizeHint().height() + 2 * SHADOW
        self.open_at(anchor, QSize(_WIDTH, height), first=self._reason)
        self._reason.selectAll()

    def forget(self) -> None:
        """Drop what was typed."""
        self._reason.clear()
        self._row = -1
        self.close_panel()

    def confirm(self) -> None:
        """Tell the reason; an empty one takes it back."""
        if self.isVisible():
            self.close_panel()
            self.explained.emit(self._row, self._reason.text(), self._everything.isChecked())
