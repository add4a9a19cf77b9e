"""A panel about single fees of a dossier: a figure for each of them, and why."""

from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, row, take_out
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.tokens import FIELD_HEIGHT, ROW_GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG

_WIDTH, _LABEL, _LONGEST = 620, 132, 300


class FeeSheet(Protocol):
    """Whose fees, and which: each with its place, its name and its sum in words."""

    @property
    def code(self) -> str: ...

    @property
    def fees(self) -> tuple[tuple[int, str, str], ...]: ...


class FeePanel(AskingPanel):
    """Esc closes it and keeps what was typed. What is asked for a fee, a heir says."""

    def __init__(
        self, owner: QWidget, name: str, key: str, *, confirm: str, most_rows: int
    ) -> None:
        super().__init__(owner, name, key)
        self._most_rows = most_rows
        self._shown: FeeSheet | None = None
        self._figures: dict[int, Field] = {}
        self._rows: QScrollArea | None = None
        self._title = Label("", BODY_STRONG)
        self._reason, self._basis = OfferField(longest=_LONGEST), Field(longest=_LONGEST)
        self._asked: tuple[QLineEdit, ...] = ()
        self._also: tuple[Button, ...] = ()
        """What a heir offers beside its act."""
        self._note_as(reason=self._reason, basis=self._basis)
        self._confirm = Button(confirm, Kind.PRIMARY, badge=badge(Act.SETTLE))
        self._confirm.clicked.connect(self.confirm)
        self.body.addWidget(self._title)

    def _ask(self, *asked: tuple[str, QLineEdit]) -> None:
        """Lay out what is asked once below the fees, and the button."""
        self._asked = tuple(field for _, field in asked)
        for words, field in asked:
            self.body.addLayout(row(FieldLabel(words, field, width=_LABEL), (field, 1)))
            field.returnPressed.connect(self.focusNextChild)
        self.body.addLayout(row(None, *self._also, self._confirm))

    def _figure_of(self, fee: str) -> Field:
        """Give the field of one fee."""
        raise NotImplementedError

    def _read(self, field: Field) -> int | None:
        """Give what was typed for a fee; None: it is no figure, and is marked."""
        raise NotImplementedError

    def _tell(self, code: str, chosen: tuple[tuple[int, int], ...]) -> None:
        """Close, and tell what was entered."""
        raise NotImplementedError

    def show_reasons(self, reasons: tuple[str, ...]) -> None:
        """Offer these words."""
        self._reason.set_offers(reasons)

    def _clear(self) -> None:
        self._shown = None
        for field in self._asked:
            field.clear()

    def confirm(self) -> None:
        """Tell what was entered, unless no figure was."""
        if (told := self._figures_told()) is not None:
            self._tell(*told)

    def _figures_told(self) -> tuple[str, tuple[tuple[int, int], ...]] | None:
        """Give the dossier and the figures that were typed; None: go where one is missing."""
        if self._shown is None or not self._may_tell():
            return None
        chosen = []
        for line, field in self._figures.items():
            figure = self._read(field)
            if figure is None:
                field.setFocus()
                return None
            if figure:
                chosen.append((line, figure))
        if not chosen:
            self._first.setFocus()
            return None
        return self._shown.code, tuple(chosen)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        stops = [*self._figures.values(), *self._asked, *self._also, self._confirm]
        return self.go_round(stops, forward)

    @property
    def _first(self) -> QLineEdit:
        return next(iter(self._figures.values()), self._reason)

    def _open(self, sheet: FeeSheet, title: str, anchor: QWidget) -> None:
        """Ask; the same dossier again goes on where it was left."""
        rows = max(1, min(self._most_rows, len(sheet.fees)))
        if sheet != self._shown:
            self.put_away()
            self._shown = sheet
            self._title.setText(title)
            self._fill(sheet, rows)
            self.begin(sheet.code)
        asked = len(self._asked) * (FIELD_HEIGHT + 8)
        height = 24 + rows * FIELD_HEIGHT + asked + 56 + 2 * (SHADOW + 12)
        self.open_at(anchor, QSize(_WIDTH, height), first=self._first)

    def _fill(self, sheet: FeeSheet, rows: int) -> None:
        take_out(self._rows, self.body)
        self._figures = {}
        layout = column()
        inside = holding(layout)
        for line, name, amount in sheet.fees:
            figure = self._figure_of(name)
            figure.setObjectName(f"fee {line}")
            figure.returnPressed.connect(self.focusNextChild)
            self._figures[line] = figure
            layout.addLayout(row(figure, (Line(name), 1), Line(amount, tone=Tone.MUTE)))
        layout.addStretch(1)
        self._rows = scrolling(inside)
        self._rows.setFixedHeight(rows * (FIELD_HEIGHT + ROW_GAP))
        self.body.insertWidget(1, self._rows)
