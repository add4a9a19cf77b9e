"""The parts of the correction panel: the applicant, the owner, the procedure, the delivery."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.desktop.dossier.correction import Field as Typed
from ui.desktop.dossier.correction import Rules
from ui.desktop.kit.check import Check
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, row, take_out
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.tokens import FIELD_HEIGHT, ROW_GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, CAPTION
from ui.desktop.reception.owner_form import OwnerForm
from ui.desktop.reception.owner_view_model import Owner, OwnerKind
from ui.desktop.reception.way_choices import ChannelChoice, DeliveryChoice
from ui.desktop.wording import money

LABEL = 108
_MOST_ROWS, _LEAST_ROWS = 4, 3


class Part(QWidget):
    """One part: its lines by name, and where Tab stops."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[Typed, Field] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(ROW_GAP)

    def stops(self) -> list[QWidget]:
        return list(self.lines.values())

    def line(self, name: Typed, caption: str, *, longest: int = 255) -> Field:
        """Make a line with its caption, and put it below the others."""
        field = Field(longest=longest)
        field.setObjectName(name)
        self.lines[name] = field
        self.body.addLayout(row(FieldLabel(caption, field, width=LABEL), (field, 1)))
        return field


class OwnerPart(Part):
    """Whose dossier it is, and by which paper another one hands it in."""

    def __init__(self) -> None:
        super().__init__()
        self.form = OwnerForm(self.tr("Người nộp"))
        self.here = Check(self.tr("Bản chính giấy uỷ quyền, giới thiệu có trong hồ sơ"))
        self.here.setObjectName("letter_here")
        self._inside = holding(column(self.form, self.here))
        self.body.addWidget(scrolling(self._inside))

    def show_owner(self, owner: Owner) -> None:
        self.form.show_owner(owner)
        self.here.setVisible(owner.kind is not OwnerKind.SELF and not owner.acts_by_law)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give the room that all rows want; in a low window they scroll."""
        layout = self._inside.layout()
        layout.activate()  # type: ignore[union-attr]
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LEAST_ROWS * FIELD_HEIGHT)

    def stops(self) -> list[QWidget]:
        return [*self.form.stops(), self.here]


class ProcedurePart(Part):
    """Another procedure, or another case, with its checklist."""

    query_typed = Signal(str)
    procedure_chosen = Signal(str, object)
    """Code, and the key of the case or None."""

    def __init__(self) -> None:
        super().__init__()
        self._rules: Rules | None = None
        self._found: dict[str, str] = {}
        self._checks: dict[int, Check] = {}
        self._rows: QScrollArea | None = None
        self._now = Line("", BODY_MEDIUM)
        self._begun: tuple[str, str | None] | None = None
        self._money = Line("", tone=Tone.WARN)
        self._query = OfferField(
            self.tr("Thủ tục khác"), placeholder=self.tr("gõ tên, mã, chữ đầu"), longest=120
        )
        self._offers = Offers(self._query)
        self._query.setObjectName("procedure")
        self._case = Combo(self.tr("Trường hợp"))
        self._case.setObjectName("procedure_case")
        self._case_row = holding(
            row(FieldLabel(self.tr("Trường hợp"), self._case, width=LABEL), (self._case, 1))
        )
        label = FieldLabel(self.tr("Thủ tục khác"), self._query, width=LABEL)
        self.body.addWidget(self._now)
        self.body.addLayout(row(label, (self._query, 1)))
        self.body.addWidget(self._offers)
        self.body.addWidget(self._case_row)
        self.body.addWidget(self._money)
        said = self.tr("Đánh dấu giấy đang có trong hồ sơ (* bắt buộc):")
        self._caption = Label(said, CAPTION, muted=True)
        self.body.addWidget(self._caption)
        self._query.textEdited.connect(self._typed)
        self._case.value_chosen.connect(self._choose_case)

    def stops(self) -> list[QWidget]:
        return [self._query, self._case, *self._checks.values()]

    def begin(self, rules: Rules) -> None:
        """Show the procedure as it is."""
        self._query.clear()
        self.show_found(())
        self._begun = (rules.code, rules.case)
        self.show_rules(rules)

    def show_found(self, found: Sequence[tuple[str, str]]) -> None:
        """Offer procedures."""
        self._found = {f"{code} · {name}": code for code, name in found}
        self._offers.show_offers(tuple(self._found))

    def show_rules(self, rules: Rules) -> None:
        """Show the checklist of the procedure that is meant."""
        self._rules = rules
        self._now.set_words(f"{rules.code} · {rules.name}")
        self._case.set_choices(rules.cases)
        if rules.case is not None:
            self._case.show_value(rules.case)
        self._case_row.setVisible(bool(rules.cases))
        another = (rules.code, rules.case) != self._begun
        self._money.setVisible(another and rules.tariff_vnd != rules.charged_vnd)
        said = self.tr("Phí đã tính {old}, biểu phí mới {new}: thu thêm hay hoàn ở Quỹ (Alt+T).")
        if rules.unpaid:
            said = self.tr(
                "Phí đã tính {old}, chưa nộp; biểu phí mới {new}: thu thêm hay giảm ở Quỹ (Alt+T)."
            )
        words = said.format(old=money(rules.charged_vnd), new=money(rules.tariff_vnd))
        self._money.set_words(words, Tone.WARN)
        take_out(self._rows, self.body)
        layout = column(gap=0)
        inside = holding(layout)
        self._checks = {}
        for paper in rules.rows:
            mark = "*" if paper.mandatory else ""
            check = Check(f"{paper.index}. {paper.name}{mark}")
            check.setObjectName(f"paper {rules.code} {rules.case} {paper.index}")
            check.setChecked(paper.here)
            self._checks[paper.index] = check
            layout.addWidget(check)
        self._rows = scrolling(inside)
        height = max(1, min(_MOST_ROWS, len(rules.rows))) * FIELD_HEIGHT
        self._rows.setFixedHeight(height)
        self._caption.setVisible(bool(rules.rows))
        self.body.addWidget(self._rows)
        self._rows.show()  # Qt would do it only after the panel took its new size

    def chosen(self) -> tuple[str, str | None, tuple[int, ...]]:
        """Give the code, the case, and the rows that are ticked."""
        rules = self._rules
        ticked = tuple(index for index, check in self._checks.items() if check.isChecked())
        return (rules.code, rules.case, ticked) if rules else ("", None, ticked)

    def _typed(self, text: str) -> None:
        code = self._found.get(text)
        if code is None:
            self._query.await_offers()
            self.query_typed.emit(text)
        else:
            self.procedure_chosen.emit(code, None)

    def _choose_case(self, key: str) -> None:
        if self._rules is not None:
            self.procedure_chosen.emit(self._rules.code, key)


class DeliveryPart(Part):
    """How the papers came and the result goes out, the number of sets, and what it is about."""

    def __init__(self) -> None:
        super().__init__()
        self.channel = ChannelChoice()
        self.channel.setObjectName("channel")
        self.method = DeliveryChoice()
        self.method.setObjectName("delivery")
        channel = FieldLabel(self.channel.accessibleName(), self.channel, width=LABEL)
        self.body.addLayout(row(channel, self.channel, None))
        label = FieldLabel(self.method.accessibleName(), self.method, width=LABEL)
        self.body.addLayout(row(label, self.method, None))
        self.line(Typed.DELIVERY_ADDRESS, self.tr("Gửi đến"), longest=500)
        self.line(Typed.SETS, self.tr("Số bộ"), longest=2)
        self.line(Typed.SUMMARY, self.tr("Nội dung"), longest=1000)

    def stops(self) -> list[QWidget]:
        return [self.channel.focus_target(), self.method.focus_target(), *self.lines.values()]
