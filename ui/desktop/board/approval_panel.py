"""One act that waits: what it would change, and the word of who has the rank."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.board.view_model import ApprovalSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import holding, row, take_out
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION
from ui.desktop.side_by_side import side_by_side

_WIDTH, _LABEL, _LONGEST = 760, 132, 300


class ApprovalPanel(AskingPanel):
    """Esc closes it and keeps the reason that was typed, but never the password."""

    approved = Signal(str, str)
    """The request, and the password of who confirms it."""
    turned_down = Signal(str, str)
    """The request, and why it is not done."""
    dossier_wanted = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Việc chờ duyệt"), "board.approval")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet: ApprovalSheet | None = None
        self._inside: QWidget | None = None
        self._title = Line("", BODY_STRONG)
        self._open = Button(
            self.tr("Mở hồ sơ"), Kind.QUIET, sign=Icon.FILE, badge=badge(Act.SEE_WAITING)
        )
        self._said = Label("", wrap=True)
        self._advice = Label("", CAPTION, muted=True, wrap=True)
        self._reason, self._secret = OfferField(longest=_LONGEST), SecretField()
        self._note_as(reason=self._reason)
        self._no = Button("", badge=badge(Act.REFUSE_APPROVAL))
        self._yes = Button(
            self.tr("Duyệt"), Kind.PRIMARY, sign=Icon.CHECK, badge=badge(Act.APPROVE)
        )
        self._why = FieldLabel(self.tr("Lý do không duyệt"), self._reason, width=_LABEL)
        secret = FieldLabel(self.tr("Mật khẩu của tôi"), self._secret, width=_LABEL)
        self._refusing = holding(row(self._why, (self._reason, 1), self._no))
        self._approving = holding(row(secret, (self._secret, 1), self._yes))
        self.body.addLayout(row((self._title, 1), self._open))
        self.body.addWidget(self._said)
        self.body.addWidget(self._advice)
        self.body.addWidget(self._approving)
        self.body.addWidget(self._refusing)
        self._yes.clicked.connect(self.confirm)
        self._no.clicked.connect(self.turn_down)
        self._open.clicked.connect(self.want_dossier)
        self._secret.returnPressed.connect(self.confirm)
        self._reason.returnPressed.connect(self._no.setFocus)
        self.closed.connect(self._secret.clear)

    def open_for(self, sheet: ApprovalSheet, anchor: QWidget, *, refusing: bool = False) -> None:
        """Show what would change.

        Args:
            refusing: begin at the reason why not, instead of at the password.
        """
        if sheet.request_id != self.about:
            self.put_away()
            self.begin(sheet.request_id)
        self._sheet = sheet
        self._title.set_words(sheet.title)
        self._said.setText(sheet.said)
        self._said.setFixedHeight(max(0, self._said.heightForWidth(_WIDTH - 2 * (SHADOW + 12))))
        self._advice.setText(sheet.advice)
        self._advice.setVisible(bool(sheet.advice))
        self._open.setVisible(bool(sheet.dossier_code))
        self._approving.setVisible(sheet.may_approve)
        self._refusing.setVisible(sheet.may_approve or sheet.own)
        why, no = self.tr("Lý do không duyệt"), self.tr("Không duyệt")
        offers = (self.tr("cần xem lại hồ sơ giấy"), self.tr("hỏi lại người dân trước"))
        if sheet.own:
            why, no = self.tr("Lý do rút lại"), self.tr("Rút lại")
            offers = (self.tr("gửi nhầm"), self.tr("đã làm cùng người duyệt tại quầy"))
        self._why.setText(why)
        self._reason.setAccessibleName(why)
        self._reason.set_offers(offers)
        self._no.set_words(no, Icon.CIRCLE_X)
        take_out(self._inside, self.body)
        self._inside = side_by_side(sheet.lines, self.tr("Đang là"), self.tr("Sẽ là"))
        self.body.insertWidget(2, self._inside)
        self._inside.show()  # Qt would do it only after the panel took its new size
        self.setAccessibleDescription(_spoken(sheet))
        self.body.activate()
        first: QWidget = self
        if refusing and self._refusing.isVisibleTo(self):
            first = self._reason
        elif sheet.may_approve:
            first = self._secret
        elif sheet.own:
            first = self._reason
        size = QSize(_WIDTH, self.sizeHint().height() + 2 * SHADOW)
        self.open_at(anchor, size, first=first)

    def confirm(self) -> None:
        """Tell that it is done, by whose password."""
        sheet = self._sheet
        if sheet is None or not sheet.may_approve or not self._may_tell():
            return
        if not self._secret.text():
            self._secret.set_mark(self.tr("gõ mật khẩu của mình"), Tone.WARN)
            self._secret.setFocus()
            return
        password = self._secret.text()
        self._tell_and_close()
        self.approved.emit(sheet.request_id, password)

    def turn_down(self) -> None:
        """Tell that it is not done, and why."""
        sheet = self._sheet
        if sheet is None or not self._refusing.isVisibleTo(self) or not self._may_tell():
            return
        if not self._reason.text().strip():
            self._reason.setFocus()
            return
        self._tell_and_close()
        self.turned_down.emit(sheet.request_id, self._reason.text())

    def want_dossier(self) -> None:
        """Go on to the dossier that it is about."""
        if self._sheet is not None and self._sheet.dossier_code:
            self.close_panel()
            self.dossier_wanted.emit(self._sheet.dossier_code)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside."""
        return self.go_round((self._secret, self._yes, self._reason, self._no, self._open), forward)

    def _clear(self) -> None:
        self._sheet = None
        self._reason.clear()
        self._secret.clear()
        self._secret.set_mark("")


def _spoken(sheet: ApprovalSheet) -> str:
    """Give the whole comparison to who does not see the two columns."""
    told = (
        f"{line.caption}: {line.here} → {line.there}" if line.differs else line.here
        for line in sheet.lines
    )
    return ". ".join((sheet.said, *told))
