"""What stands between the filters and the rows: saved filters, and what narrows the list now."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station.domain.dossier_filter import Condition, DossierFilter
from ui.desktop.dossiers.filter_words import condition_words, counted, filter_words
from ui.desktop.dossiers.narrow_panel import NarrowPanel
from ui.desktop.dossiers.save_panel import SavePanel
from ui.desktop.dossiers.saved_panel import SavedPanel
from ui.desktop.dossiers.view_model import DossierList, SavedLine
from ui.desktop.keys import Act, badge, filter_keys
from ui.desktop.kit.button import Button, FilterButton, LeftOut
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.fitting_row import FittingRow
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.layout import holding, row, take_out
from ui.desktop.kit.taken_off import TakenOff
from ui.desktop.kit.tokens import FIELD_HEIGHT, GAP
from ui.desktop.shortcuts import bind, bind_filters

_NOTHING = DossierFilter()


class Narrowing(QWidget):
    """One row of saved filters, one of the conditions in force; each only where there are any.

    Attributes:
        ask: the button that asks by what the list is narrowed; it stands beside the filters.
    """

    narrowed = Signal(object)
    """A ``DossierFilter``."""
    condition_dropped = Signal(object)
    """A ``Condition``."""
    widened = Signal()
    saved_chosen = Signal(int)
    save_wanted = Signal(str)
    rename_wanted = Signal(str, str)
    delete_wanted = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._shown: DossierList | None = None
        self._saved: list[FilterButton] = []
        self._conditions: dict[Condition, TakenOff] = {}
        self.ask = Button(
            self.tr("Lọc"), sign=Icon.FILTER, badge=badge(Act.NARROW), height=FIELD_HEIGHT
        )
        self._manage = Button(
            self.tr("Bộ lọc đã lưu"), badge=badge(Act.SAVED_FILTERS), height=FIELD_HEIGHT
        )
        self._save = Button(
            self.tr("Lưu bộ lọc"), sign=Icon.PLUS, badge=badge(Act.SAVE_FILTER), height=FIELD_HEIGHT
        )
        self._widen = Button(
            self.tr("Bỏ lọc"), sign=Icon.CIRCLE_X, badge=badge(Act.WIDEN), height=FIELD_HEIGHT
        )
        self._saved_row = FittingRow(self._manage)
        self._chips = QHBoxLayout()
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(GAP)
        self._condition_row = holding(row(self._chips, None, self._save, self._widen))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._saved_row)
        layout.addWidget(self._condition_row)
        self._panel, self._saving, self._managing = (
            NarrowPanel(page), SavePanel(page), SavedPanel(page),
        )  # fmt: skip
        self._dropped_at: int | None = None
        self._fit = Fit()
        self._connect(page)
        self._show_rows()

    def show_list(self, dossiers: DossierList) -> None:
        """Show what the officer keeps, and what the list is narrowed by."""
        self._shown = dossiers
        self._show_saved(dossiers.saved)
        self._show_conditions(dossiers)
        self._managing.show_saved(dossiers.saved, dossiers.today)
        self._show_rows()

    def show_busy(self, busy: bool) -> None:
        for panel in (self._saving, self._managing):
            panel.show_busy(busy)

    def end_asking(self) -> None:
        """What a panel asked was done."""
        self._saving.done()
        self._managing.act_done()

    def act_failed(self) -> None:
        """What a panel asked was not done: it is asked again."""
        self._saving.failed()

    def set_fit(self, fit: Fit) -> None:
        self._fit = fit
        left_out = LeftOut.WORDS if fit.compact else LeftOut.NOTHING
        for button in (self.ask, self._save, self._widen):
            button.leave_out(left_out)
        self._show_rows()

    def stops(self) -> tuple[QWidget, ...]:
        """Give its controls in the order in which they are read."""
        return (*self._saved, self._manage, *self._conditions.values(), self._save, self._widen)

    def next_chip(self) -> QWidget | None:
        """Give the condition that is next to the one just taken off; None: another part of the
        page had the keys, or none is left."""
        place, self._dropped_at = self._dropped_at, None
        chips = list(self._conditions.values())
        return None if place is None or not chips else chips[min(place, len(chips) - 1)]

    def _connect(self, page: QWidget) -> None:
        self.ask.clicked.connect(self._ask)
        self._manage.clicked.connect(self._open_saved)
        self._save.clicked.connect(self._ask_name)
        self._widen.clicked.connect(self.widened)
        self._panel.filter_given.connect(self.narrowed)
        self._panel.asked_again.connect(lambda _: self._ask())
        self._saving.name_given.connect(self.save_wanted)
        self._saving.asked_again.connect(lambda _: self._ask_name())
        self._managing.use_wanted.connect(self.saved_chosen)
        self._managing.rename_wanted.connect(self.rename_wanted)
        self._managing.delete_wanted.connect(self.delete_wanted)
        self._managing.asked_again.connect(lambda _: self._open_saved())
        bind(page, Act.NARROW, self._ask)
        bind(page, Act.SAVED_FILTERS, self._open_saved)
        bind(self._condition_row, Act.SAVE_FILTER, self._ask_name)
        bind(self._condition_row, Act.WIDEN, self.widened.emit)
        bind_filters(page, self._choose)

    def _wanted(self) -> DossierFilter | None:
        return None if self._shown is None else self._shown.narrowed

    def _ask(self) -> None:
        if self._shown is not None:
            shown = self._shown
            self._panel.open_for(self.ask, shown.narrowed or _NOTHING, shown.values, shown.today)

    def _ask_name(self) -> None:
        if self._shown is not None and self._shown.narrowed is not None:
            words = filter_words(self._shown.narrowed, self._shown.today)
            names = frozenset(one.name for one in self._shown.saved)
            self._saving.open_for(self._save, words, names)

    def _open_saved(self) -> None:
        self._managing.open_for(self._manage if self._manage.isVisible() else self.ask)

    def _choose(self, place: int) -> None:
        if self._shown is not None and place < len(self._shown.saved):
            self.saved_chosen.emit(place)

    def _show_saved(self, saved: tuple[SavedLine, ...]) -> None:
        if [one.name for one in saved] != [button.text() for button in self._saved]:
            self._saved = [
                FilterButton(one.name, badge=filter_keys(number))
                for number, one in enumerate(saved, start=1)
            ]
            for place, button in enumerate(self._saved):
                button.clicked.connect(partial(self._choose_again, place))
            self._saved_row.set_items(self._saved)
        for one, button in zip(saved, self._saved, strict=True):
            button.set_count(counted(one.count))
            button.setChecked(one.is_chosen)

    def _choose_again(self, place: int, _checked: bool = False) -> None:
        """Which one is chosen is said by the list that comes; pressed once more it stays."""
        shown = self._shown
        if shown is not None and place < len(shown.saved):
            self._saved[place].setChecked(shown.saved[place].is_chosen)
            self._choose(place)

    def _show_conditions(self, dossiers: DossierList) -> None:
        wanted = dossiers.narrowed or _NOTHING
        for condition in [one for one in self._conditions if one not in wanted.conditions]:
            take_out(self._conditions.pop(condition), self._chips)
        for condition in wanted.conditions:
            words = condition_words(wanted, condition, dossiers.today)
            chip = self._conditions.get(condition)
            if chip is None:
                chip = self._conditions[condition] = TakenOff()
                chip.clicked.connect(partial(self._drop, condition))
            chip.say(words, self.tr("Bỏ điều kiện {words}").format(words=words))
        self._conditions = {one: self._conditions[one] for one in wanted.conditions}
        for place, chip in enumerate(self._conditions.values()):
            if self._chips.indexOf(chip) != place:
                self._chips.insertWidget(place, chip)

    def _drop(self, condition: Condition, _checked: bool = False) -> None:
        chip = self._conditions[condition]
        self._dropped_at = list(self._conditions).index(condition) if chip.hasFocus() else None
        self.condition_dropped.emit(condition)

    def _show_rows(self) -> None:
        """A low window has room for one of the two: what is in force is said first."""
        is_narrowed = self._wanted() is not None
        self._condition_row.setVisible(is_narrowed)
        self._saved_row.setVisible(bool(self._saved) and not (self._fit.low and is_narrowed))
        self.setVisible(is_narrowed or bool(self._saved))
