"""Alt+G: what the same person has open, beside the draft, and why there is to be another one."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.button import Button
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row, take_out
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.typography import BODY_STRONG
from ui.desktop.reception.view_model import Duplicates
from ui.desktop.side_by_side import side_by_side

_WIDTH = 760


class DuplicatePanel(FloatingPanel):
    """Enter and Esc close it; the reason is the draft's own and stays."""

    reason_edited = Signal(str)
    dossier_wanted = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("So với hồ sơ trùng"))
        self._shown = Duplicates()
        self._inside: QWidget | None = None
        self.reason = OfferField(self.tr("Lý do vẫn nhận"), longest=500)
        self._see = Button(self.tr("Xem hồ sơ đó"))
        self.body.addWidget(Label(self.tr("So với hồ sơ trùng"), BODY_STRONG))
        label = FieldLabel(self.tr("Lý do vẫn nhận"), self.reason)
        self.body.addLayout(row(label, (self.reason, 1), self._see))
        self.body.addStretch(1)
        self.reason.textEdited.connect(self.reason_edited)
        self.reason.returnPressed.connect(self.close_panel)
        self._see.clicked.connect(self._want_dossier)

    def show_duplicates(self, duplicates: Duplicates) -> None:
        """Show the newest of them; none closes it."""
        self.reason.show_text(duplicates.reason)
        if duplicates.lines != self._shown.lines:
            take_out(self._inside, self.body)
            heads = (self.tr("Hồ sơ đang nhập"), self.tr("Hồ sơ đã có"))
            self._inside = side_by_side(duplicates.lines, *heads)
            self.body.insertWidget(1, self._inside)
        self._shown = duplicates
        if not duplicates.code:
            self.close_panel()

    def open_for(self, anchor: QWidget) -> None:
        """Compare, with the keys in the reason."""
        self.body.activate()
        size = QSize(_WIDTH, self.sizeHint().height() + 2 * SHADOW)
        self.open_at(anchor, size, first=self.reason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside."""
        return self.go_round((self.reason, self._see), forward)

    def _want_dossier(self) -> None:
        self.close_panel()
        self.dossier_wanted.emit()
