"""Alt+L on the list: by which days, counter, state and field of law it is narrowed."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import Days, DossierFilter
from station.ports.dossier_queries import FilterValues
from station.text import fold
from ui.desktop.asking_panel import AskingPanel
from ui.desktop.dossiers import typed_filter as t
from ui.desktop.dossiers.filter_words import (
    filter_words,
    promised_choices,
    received_choices,
    status_words,
)
from ui.desktop.dossiers.typed_filter import TypedFilter, read_filter, typed_of
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.field import Field
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.tokens import GAP, ROW_GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG

_SIZE = QSize(640, 0)  # as high as what stands in it
_LABEL, _COMBO, _DAY = 84, 200, 140


class NarrowPanel(AskingPanel):
    """Enter narrows the list, Esc closes it and keeps what was entered."""

    filter_given = Signal(object)
    """A ``DossierFilter``; one that narrows nothing takes all conditions off."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Lọc danh sách"), "list.narrow")
        self._received, self._promised = (
            Combo(name) for name in (self.tr("Ngày nhận"), self.tr("Hẹn trả"))
        )
        self._counter = Combo(self.tr("Quầy"))
        self._status = Combo(self.tr("Tình trạng"))
        self._field = Combo(self.tr("Lĩnh vực"))
        self._days: Mapping[str, Field] = {
            t.RECEIVED_FROM: self._day(self.tr("Nhận từ ngày")),
            t.RECEIVED_TO: self._day(self.tr("Nhận đến ngày")),
            t.PROMISED_FROM: self._day(self.tr("Hẹn từ ngày")),
            t.PROMISED_TO: self._day(self.tr("Hẹn đến ngày")),
        }
        self._note_as(
            received=self._received, promised=self._promised, counter=self._counter,
            status=self._status, field=self._field, **self._days,
        )  # fmt: skip
        self._use = Button(self.tr("Lọc"), Kind.PRIMARY, sign=Icon.FILTER, badge="Enter")
        self._nothing = Button(self.tr("Xoá các ô"))
        self._lay_out()
        self._connect()

    def open_for(
        self, anchor: QWidget, wanted: DossierFilter, values: FilterValues, today: date
    ) -> None:
        """Ask what the list is narrowed by; it begins with what it is narrowed by now."""
        about = filter_words(wanted, today) or "–"
        if about != self.about:
            self.put_away()
            self._offer(values, wanted)
            self._show(typed_of(wanted))
            self.begin(about)
        self.open_at(anchor, _SIZE, first=self._received)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round as the panel is read: each choice of days before its own two days."""
        received, promised = list(self._days.values())[:2], list(self._days.values())[2:]
        stops = (
            self._received, *received, self._promised, *promised, self._status, self._counter,
            self._field, self._use, self._nothing,
        )  # fmt: skip
        return self.go_round(stops, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter narrows from every field and drop-down; the choices of one open by Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        else:
            super().keyPressEvent(event)

    def _day(self, name: str) -> Field:
        return Field(name, placeholder=self.tr("ngày/tháng/năm"), width=_DAY, longest=20)

    def _lay_out(self) -> None:
        self._received.set_choices(received_choices())
        self._promised.set_choices(promised_choices())
        everything = (("", self.tr("Mọi tình trạng")),)
        states = tuple((one.value, status_words(one)) for one in DossierStatus)
        self._status.set_choices((*everything, *states))
        for combo in (self._received, self._promised, self._status):
            combo.setFixedWidth(_COMBO)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(ROW_GAP)
        for line, combo in enumerate((self._received, self._promised)):
            first, last = list(self._days.values())[2 * line : 2 * line + 2]
            grid.addWidget(FieldLabel(combo.accessibleName(), combo, width=_LABEL), line, 0)
            grid.addWidget(combo, line, 1)
            grid.addLayout(row(first, Label("–", muted=True), last, None), line, 2)
        grid.addWidget(FieldLabel(self.tr("Tình trạng"), self._status, width=_LABEL), 2, 0)
        grid.addWidget(self._status, 2, 1)
        label = FieldLabel(self.tr("Quầy"), self._counter)
        grid.addLayout(row(label, (self._counter, 1), None), 2, 2)
        grid.addWidget(FieldLabel(self.tr("Lĩnh vực"), self._field, width=_LABEL), 3, 0)
        grid.addWidget(self._field, 3, 1, 1, 2)
        self.body.addWidget(Label(self.tr("Lọc hồ sơ của trạm theo"), BODY_STRONG))
        self.body.addLayout(grid)
        keys = key_line(("↑ ↓", self.tr("chọn trong ô")), ("Tab", self.tr("ô kế")))
        self.body.addLayout(row(keys, None, self._nothing, self._use))

    def _connect(self) -> None:
        pairs = (
            (self._received, (t.RECEIVED_FROM, t.RECEIVED_TO)),
            (self._promised, (t.PROMISED_FROM, t.PROMISED_TO)),
        )
        for combo, names in pairs:
            fields = [self._days[name] for name in names]
            combo.value_chosen.connect(lambda value, own=fields: self._days_chosen(value, own))
            for field in fields:
                field.textEdited.connect(lambda text, own=combo: self._day_typed(text, own))
        self._use.clicked.connect(self._give)
        self._nothing.clicked.connect(lambda: self._show(TypedFilter()))

    def _days_chosen(self, value: str, fields: list[Field]) -> None:
        if value != Days.BETWEEN.value:
            for field in fields:
                field.clear()
                field.set_mark("")

    def _day_typed(self, text: str, combo: Combo) -> None:
        """Typing a day asks for the days between: nobody has to choose that first."""
        if text.strip():
            combo.show_value(Days.BETWEEN.value)

    def _offer(self, values: FilterValues, wanted: DossierFilter) -> None:
        """Offer what there is, and what is asked for though there is none of it any more."""
        counters, fields = set(values.counters), set(values.fields)
        if wanted.counter is not None:
            counters.add(wanted.counter)
        if wanted.field is not None:
            fields.add(wanted.field)
        one = self.tr("Quầy {number}")
        numbers = ((str(each), one.format(number=each)) for each in sorted(counters))
        self._counter.set_choices((("", self.tr("Mọi quầy")), *numbers))
        names = ((each, each) for each in sorted(fields, key=fold))
        self._field.set_choices((("", self.tr("Mọi lĩnh vực")), *names))

    def _show(self, typed: TypedFilter) -> None:
        for combo, value in (
            (self._received, typed.received),
            (self._promised, typed.promised),
            (self._counter, typed.counter),
            (self._status, typed.status),
            (self._field, typed.field),
        ):
            combo.show_value(value)
        for name, field in self._days.items():
            field.setText(getattr(typed, name))
            field.set_mark("")

    def _typed(self) -> TypedFilter:
        def value(combo: Combo) -> str:
            return str(combo.currentData() or "")

        return TypedFilter(
            received=value(self._received),
            promised=value(self._promised),
            counter=value(self._counter),
            status=value(self._status),
            field=value(self._field),
            **{name: field.text() for name, field in self._days.items()},
        )

    def _give(self) -> None:
        wanted = read_filter(self._typed())
        if not isinstance(wanted, DossierFilter):
            self._say_wrong(wanted)
            return
        self.forget()
        self.filter_given.emit(wanted)

    def _say_wrong(self, wrong: frozenset[str]) -> None:
        for name, field in self._days.items():
            words = self.tr("ngày chưa đúng") if name in wrong else ""
            field.set_mark(words, Tone.ERR)
        next(field for name, field in self._days.items() if name in wrong).setFocus()

    def _clear(self) -> None:
        self._show(TypedFilter())
