"""Why the drawer holds another sum than expected, and who of a second person stands for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout

from station.text import clean
from station.usecases.stated_reasons import SHORTEST_REASON
from ui.desktop.keys import Act, badge
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.zone import Zone
from ui.desktop.till.leaving_button import leaving_button

_LABEL = 108
_ABOVE = 2


class ReasonZone(Zone):
    """Shown where there is a difference. The password is nobody's but this field's.

    Attributes:
        secret: the second person's password.
    """

    reason_typed = Signal(str)
    approver_typed = Signal(str)
    finished = Signal()
    """Enter in the last field."""
    left = Signal()
    """The count is left for the supervisor, because none stands here."""

    def __init__(self) -> None:
        super().__init__(0, self.tr("Giải trình và duyệt"), badge(Act.ZONE_2))
        self.reason = OfferField(longest=300)
        self._approver = Field(longest=60)
        self.secret = SecretField()
        reason = FieldLabel(self.tr("Lý do lệch"), self.reason, width=_LABEL)
        approver = FieldLabel(self.tr("Mã người duyệt"), self._approver, width=_LABEL)
        secret = FieldLabel(self.tr("Mật khẩu duyệt"), self.secret, width=_LABEL)
        self._lines = (
            row(reason, (self.reason, 1)),
            row(approver, (self._approver, 1)),
            row(secret, (self.secret, 1)),
        )
        first, *others = self._lines
        self._second = tuple(holding(each) for each in others)
        self.body.addLayout(first)
        for each in self._second:
            self.body.addWidget(each)
        self._leave_it = leaving_button(short=True)
        self._leave_it.clicked.connect(self.leave_it)
        self.body.addLayout(row(None, self._leave_it))
        self.body.addStretch(1)
        self.reason.textEdited.connect(self.reason_typed)
        self._approver.textEdited.connect(self.approver_typed)
        self.reason.returnPressed.connect(self.focusNextChild)
        self._approver.returnPressed.connect(self.secret.setFocus)
        self.secret.returnPressed.connect(self.finished)

    def show_asked(self, *, reason: str, approver: str, wanted: bool, second: bool) -> None:
        """Show what was typed so far.

        Args:
            wanted: a reason is asked for at all.
            second: so is a second person.
        """
        self.setVisible(wanted)
        self.reason.show_text(reason)
        self._approver.show_text(approver)
        for each in self._second:
            each.setVisible(second)
        self._leave_it.setVisible(second)
        if not second:
            self.secret.clear()

    def set_compact(self, compact: bool) -> None:
        """Put the captions above the fields where there is no room beside them."""
        way = QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        for line in self._lines:
            line.setDirection(way)
            line.setSpacing(_ABOVE if compact else GAP)

    def leave_it(self) -> None:
        """Leave the count, once it says why it differs."""
        if not self._leave_it.isVisible():
            return
        if len(clean(self.reason.text())) < SHORTEST_REASON:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.left.emit()

    def focus_reason(self) -> None:
        """Go to the reason, where one is asked for."""
        if self.reason.isVisible():
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def point(self) -> None:
        """Go to what is still to be said: why, or who of a second person stands for it."""
        said = len(clean(self.reason.text())) >= SHORTEST_REASON
        where = self._approver if said and self._approver.isVisible() else self.reason
        where.setFocus(Qt.FocusReason.ShortcutFocusReason)
