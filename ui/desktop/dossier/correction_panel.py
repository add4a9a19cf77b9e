"""Đính chính: what was wrong, part by part; the old slip is void once it is saved."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.dossier.applicant_part import ApplicantPart
from ui.desktop.dossier.correction import CorrectionAnswer, CorrectionForm, Rules
from ui.desktop.dossier.correction_parts import (
    LABEL,
    DeliveryPart,
    OwnerPart,
    Part,
    ProcedurePart,
)
from ui.desktop.dossier.correction_spot import (
    APPLICANT,
    DELIVERY,
    OWNER,
    PROCEDURE,
    CorrectionSpot,
)
from ui.desktop.keys import Act, badge
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG
from ui.desktop.reception.owner_view_model import Owner, OwnerField
from ui.desktop.reception.view_model import Applicant, ApplicantField
from ui.desktop.shortcuts import bind
from ui.desktop.typed_notes import Typed

_WIDTH, _LONGEST, _BANNER = 816, 1000, 40
_CODE, _CASE = "procedure_code", "case"
_NOTHING: tuple[tuple[str, str | None] | None, Typed] = (None, {})


class CorrectionPanel(AskingPanel):
    """Implements ``CorrectionView``. Esc closes it; what was typed is kept for the same dossier."""

    wanted = Signal(str)
    """The dossier that is to be corrected."""
    query_typed = Signal(str)
    procedure_chosen = Signal(str, object)
    corrected = Signal(object)
    """A ``CorrectionAnswer``."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Đính chính"), "dossier.correction")
        self._anchor: QWidget | None = None
        self._shown: CorrectionForm | None = None
        self._spot: CorrectionSpot | None = None
        self._awaited = _NOTHING  # another procedure whose checklist is being read, and its ticks
        self._void = Banner()
        self._void.setFixedHeight(_BANNER)
        self._parts: dict[str, Part] = {}
        self.applicant, self._procedure = ApplicantPart(), ProcedurePart()
        self.owner, self._delivery = OwnerPart(), DeliveryPart()
        named = {
            APPLICANT: (self.tr("Người nộp"), self.applicant),
            OWNER: (self.tr("Chủ hồ sơ, uỷ quyền"), self.owner),
            PROCEDURE: (self.tr("Thủ tục"), self._procedure),
            DELIVERY: (self.tr("Nhận kết quả, nội dung"), self._delivery),
        }
        self._which = Segmented(
            self.tr("Phần sửa"), [(key, words) for key, (words, _) in named.items()]
        )
        self._reason = OfferField(longest=_LONGEST)
        self._name, self._secret = Field(longest=60), SecretField()
        self._note_as(part=self._which, reason=self._reason, approver=self._name)
        reason = FieldLabel(self.tr("Lý do"), self._reason, width=LABEL)
        name = FieldLabel(self.tr("Người duyệt"), self._name, width=LABEL)
        secret = FieldLabel(self.tr("Mật khẩu"), self._secret)
        self._name.setAccessibleName(self.tr("Mã người duyệt"))
        self._secret.setAccessibleName(self.tr("Mật khẩu người duyệt"))
        self._second = holding(row(name, (self._name, 1), secret, (self._secret, 1)))
        self._confirm = Button(
            self.tr("Lưu bản mới, in giấy hẹn mới"), Kind.PRIMARY, badge=badge(Act.CONFIRM)
        )
        self._leave_it = Button(
            self.tr("Gửi trưởng bộ phận duyệt"), badge=badge(Act.ASK_TO_CORRECT)
        )
        self.body.addWidget(Label(self.tr("Đính chính"), BODY_STRONG))
        self.body.addWidget(self._void)
        self.body.addLayout(row(self._which, None))
        for key, (_, part) in named.items():
            self._parts[key] = part
            self.body.addWidget(part)
        self.body.addLayout(row(reason, (self._reason, 1)))
        self.body.addWidget(self._second)
        self.body.addLayout(row(None, self._leave_it, self._confirm))
        self.body.addStretch(1)
        self._connect()

    def ask(self, code: str, anchor: QWidget, spot: CorrectionSpot | None = None) -> None:
        """Begin a correction; the same dossier again goes on where it was left.

        Args:
            spot: the field that is wrong, where that is known.
        """
        self._anchor, self._spot = anchor, spot
        if self._shown is not None and self.about == code:
            self._open()
        else:
            self.wanted.emit(code)

    def show_form(self, form: CorrectionForm) -> None:
        self.put_away()
        self._shown = form
        void = self.tr("Giấy hẹn bản {old} hết hiệu lực; giấy hẹn bản {new} in ra ngay.")
        self._void.say(void.format(old=form.version, new=form.version + 1), Tone.WARN)
        for part in self._parts.values():
            for name, line in part.lines.items():
                line.setText(form.texts[name])
        self._procedure.begin(form.rules)
        self.applicant.show_applicant(form.applicant)
        self.owner.show_owner(form.owner)
        self.owner.here.setChecked(False)
        self._delivery.channel.show_value(form.channel)
        self._delivery.method.show_value(form.delivery)
        self._reason.clear()
        self._reason.set_offers(form.reasons)
        self._name.clear()
        self._second.setVisible(form.needs_approver)
        self._leave_it.setVisible(form.needs_approver)
        self._which.show_value(APPLICANT)
        self.begin(form.code)
        self._open()

    def see(self, part: str) -> None:
        """Turn to one part: ``applicant``, ``owner``, ``procedure`` or ``delivery``."""
        self._which.show_value(part)
        self._fit()

    def show_found(self, found: Sequence[tuple[str, str]]) -> None:
        self._procedure.show_found(found)
        self._fit()

    def show_rules(self, rules: Rules) -> None:
        self._procedure.show_rules(rules)
        awaited, ticks = self._awaited
        if (rules.code, rules.case) == awaited:  # the checklist on which these were set
            self._awaited = _NOTHING
            super()._take_up(ticks)
        self._fit()

    def show_applicant(self, applicant: Applicant) -> None:
        self.applicant.show_applicant(applicant)

    def show_owner(self, owner: Owner) -> None:
        self.owner.show_owner(owner)
        self._fit()

    def _changes(self) -> Typed:
        code, case, _ = self._procedure.chosen()
        known, (awaited, ticks) = self._shown, self._awaited
        if awaited is not None:
            code, case = awaited
        if known is None or (code, case) == (known.rules.code, known.rules.case):
            return super()._changes()
        return super()._changes() | ticks | {_CODE: code, _CASE: case or ""}

    def _take_up(self, typed: Typed) -> None:
        code, case = typed.get(_CODE), typed.get(_CASE)
        if isinstance(code, str) and isinstance(case, str):
            ticks: Typed = {name: on for name, on in typed.items() if isinstance(on, bool)}
            self._awaited = ((code, case or None), ticks)
        super()._take_up(typed)
        if self._awaited[0] is not None:
            self.procedure_chosen.emit(*self._awaited[0])

    def _clear(self) -> None:
        self._shown, self._awaited = None, _NOTHING
        self._secret.clear()

    def confirm(self) -> None:
        """Tell what was entered."""
        self._answer(leave=False)

    def leave_it(self) -> None:
        """Have it wait for the supervisor, because none stands here."""
        if self._shown is not None and self._shown.needs_approver:
            self._answer(leave=True)

    def _answer(self, *, leave: bool) -> None:
        form = self._shown
        if form is None or not self._may_tell():
            return
        code, case, ticked = self._procedure.chosen()
        texts = {
            name: line.text() for part in self._parts.values() for name, line in part.lines.items()
        }
        approver = (self._name.text().strip(), self._secret.text()) if form.needs_approver else None
        self._secret.clear()
        answer = CorrectionAnswer(
            texts=texts,
            procedure_code=code,
            case=case,
            ticked=ticked,
            letter_here=self.owner.here.isChecked(),
            channel=self._delivery.channel.value() or form.channel,
            delivery=self._delivery.method.value() or form.delivery,
            reason=self._reason.text().strip(),
            approver=approver,
            leave=leave,
        )
        self._tell_and_close()
        self.corrected.emit(answer)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        part = self._parts[self._which.value() or APPLICANT]
        stops = [
            self._which.focus_target(), *part.stops(), self._reason, self._name, self._secret,
            self._leave_it, self._confirm,
        ]  # fmt: skip
        return self.go_round(stops, forward)

    def _connect(self) -> None:
        self._which.value_chosen.connect(lambda _: self._fit())
        self._procedure.query_typed.connect(self.query_typed)
        self._procedure.procedure_chosen.connect(self.procedure_chosen)
        self._confirm.clicked.connect(self.confirm)
        self._leave_it.clicked.connect(self.leave_it)
        bind(self, Act.ASK_TO_CORRECT, self.leave_it)
        fields = [self._reason, self._name, self._secret]
        for part in self._parts.values():
            fields += part.lines.values()
        for field in fields:
            field.returnPressed.connect(self.focusNextChild)
        self.closed.connect(self._secret.clear)

    def _open(self) -> None:
        spot, self._spot = self._spot, None
        if spot is not None:
            self._which.show_value(spot.part)
        self._turn()
        if self._anchor is not None:
            first = self._which.focus_target() if spot is None else self._control(spot)
            self.open_at(self._anchor, self._size(), first=first)

    def _control(self, spot: CorrectionSpot) -> QWidget:
        """Give where a field is put right; the first of its part where it is not asked for."""
        part, field = self._parts[spot.part], spot.field
        if isinstance(field, ApplicantField):
            return self.applicant.control(field)
        if isinstance(field, OwnerField):
            return self.owner.form.control(field)
        return part.lines[field] if field in part.lines else part.stops()[0]

    def _fit(self) -> None:
        self._turn()
        if self.isVisible() and self._anchor is not None:
            self.open_at(self._anchor, self._size())

    def _turn(self) -> None:
        """Show the part that is chosen."""
        for key, part in self._parts.items():
            part.setVisible(key == self._which.value())

    def _size(self) -> QSize:
        self.body.activate()
        return QSize(_WIDTH, self.sizeHint().height() + 2 * SHADOW)
