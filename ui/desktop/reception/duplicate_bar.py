"""Says that the same person has the procedure open, and takes the reason for another dossier."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button
from ui.desktop.kit.label import FieldLabel, Line
from ui.desktop.kit.marks import TONE_ICONS
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.paint import box, icon
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM
from ui.desktop.reception.duplicate_panel import DuplicatePanel
from ui.desktop.reception.view_model import Duplicates


class DuplicateBar(QWidget):
    """One line: what there is, why another one, and the two side by side."""

    reason_edited = Signal(str)
    dossier_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        self._words = Line("", BODY_MEDIUM)
        self.reason = OfferField(self.tr("Lý do vẫn nhận"), width=240, longest=500)
        self._compare = Button(
            self.tr("So cạnh nhau"), badge=badge(Act.COMPARE), height=FIELD_HEIGHT
        )
        self.panel = DuplicatePanel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(42, 5, 6, 5)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        layout.addWidget(FieldLabel(self.tr("Vẫn nhận vì"), self.reason))
        layout.addWidget(self.reason)
        layout.addWidget(self._compare)
        self.reason.textEdited.connect(self.reason_edited)
        self.panel.reason_edited.connect(self.reason_edited)
        self._compare.clicked.connect(self.compare)
        self.panel.dossier_wanted.connect(lambda: self.dossier_wanted.emit(self._code))
        self.hide()

    def show_duplicates(self, duplicates: Duplicates) -> None:
        self._code = duplicates.code
        self._words.set_words(duplicates.words)
        self.reason.show_text(duplicates.reason)
        self.panel.show_duplicates(duplicates)
        self.setVisible(bool(duplicates.code))

    def compare(self) -> None:
        """Show the draft beside the one that is there already."""
        if self._code:
            self.panel.open_for(self._compare)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        ink = t.ink(Tone.WARN)
        box(painter, QRectF(self.rect()), t.ground(Tone.WARN), ink)
        if sign := TONE_ICONS[Tone.WARN]:
            icon(painter, sign, 12, self.height() / 2 - 10, 20, ink)
