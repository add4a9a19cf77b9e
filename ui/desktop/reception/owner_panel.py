"""Alt+U: whose dossier it is, where that is not the person of zone 1, and by what right."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.draft_panel import DraftFieldsPanel
from ui.desktop.kit.button import Button
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.label import FieldLabel, Line
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION
from ui.desktop.reception.owner_form import OwnerForm
from ui.desktop.reception.owner_view_model import Owner

_WIDTH, _LABEL = 800, 76
_NO, _YES = "no", "yes"


class OwnerPanel(DraftFieldsPanel):
    """The form of the owner, and what is remembered of who hands in for the next time."""

    consent_chosen = Signal(bool)
    """The applicant agrees to be remembered, or does not."""
    reuse_wanted = Signal()
    forget_wanted = Signal()
    opened = Signal(bool)
    """True when it opens, False when it closes."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Nộp thay, uỷ quyền"), "reception.owner")
        self._anchor: QWidget | None = None
        self._spared: QWidget | None = None
        self.form = OwnerForm(self.tr("Người ở vùng 1"))
        self._consent = Segmented(
            self.tr("Ghi nhớ để lần sau khỏi khai lại"),
            [(_NO, self.tr("Không ghi nhớ")), (_YES, self.tr("Đồng ý, giữ 1 năm"))],
        )
        self._earlier = Line("", CAPTION, tone=Tone.INFO)
        self._reuse = Button(self.tr("Dùng lại"), height=FIELD_HEIGHT)
        self._forget = Button(self.tr("Xoá"), height=FIELD_HEIGHT)
        consent = FieldLabel(self.tr("Lần sau"), self._consent, width=_LABEL)
        earlier = FieldLabel(self.tr("Lần trước"), self._earlier, width=_LABEL)
        self._earlier_row = holding(row(earlier, (self._earlier, 1), self._reuse, self._forget))
        consent_row = holding(row(consent, self._consent, None))
        self._rows = holding(column(self.form, self._earlier_row, consent_row, None))
        self._keys = key_line(("Tab", self.tr("ô kế tiếp")), ("Esc", self.tr("xong")))
        self.body.addWidget(scrolling(self._rows), 1)
        self.body.addWidget(self._keys)
        tab_through((*self.form.controls(), self._reuse, self._forget, self._consent))
        self._connect()
        self.show_owner(Owner())

    def show_owner(self, owner: Owner) -> None:
        self.form.show_owner(owner)
        self._earlier_row.setVisible(bool(owner.remembered))
        self._consent.show_value(_YES if owner.remember else _NO)
        self._earlier.set_words(owner.remembered, Tone.INFO)
        self._fit()

    def open_for(self, anchor: QWidget, spared: QWidget) -> None:
        """Open it; what is ``spared``, the promise, stays seen below it."""
        self._anchor, self._spared = anchor, spared
        self._begin_draft()
        self.open_at(anchor, self._size(), first=self.form.first(), spared=spared)
        self.opened.emit(True)

    def _fit(self) -> None:
        """Grow and shrink with the rows, while the panel is open."""
        if self.isVisible() and self._anchor is not None and self.height() != self._size().height():
            self.open_at(self._anchor, self._size(), spared=self._spared)

    def _size(self) -> QSize:
        """The rows scroll only where the window has no room for all of them."""
        rows = self._rows.layout()
        rows.activate()  # type: ignore[union-attr]
        height = self._rows.sizeHint().height() + self._keys.sizeHint().height()
        edges = self.body.contentsMargins()
        around = edges.top() + edges.bottom() + self.body.spacing() + 2 * SHADOW
        return QSize(_WIDTH, height + around)

    def _connect(self) -> None:
        self._consent.value_chosen.connect(lambda value: self.consent_chosen.emit(value == _YES))
        self._reuse.clicked.connect(self.reuse_wanted)
        self._forget.clicked.connect(self.forget_wanted)
        self.closed.connect(lambda: self.opened.emit(False))
