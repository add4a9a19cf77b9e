"""The list of dossiers: read anew after every act, filtered as the officer asks.

Beside the filters above it an officer narrows it by days, promise, counter, state and field, and
keeps such filters under names: these are asked of the store, whatever the rows that are held.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple, Protocol

import msgspec

from station.codec import from_plain, to_plain
from station.domain.dossier_filter import Condition, DossierFilter, DossiersWanted, SavedFilter
from station.ports.dossier_queries import DossierRow, FilterValues
from station.words import Language
from ui.desktop.dossiers.lines import LeftUntil, Sought, has_words, line_of, sought_in, typed_words
from ui.desktop.dossiers.view_model import (
    MOST_COUNTED,
    Delivered,
    DossierLine,
    DossierList,
    DossierListView,
    ListFilter,
    SavedLine,
)
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks

MOST_LINES = 500
"""More than anybody scrolls through; the total says how many there are."""
_MOST_OF_A_DAY = 2000
_FIRST_LINES = 60
"""More than a screen shows: they stand there while the others are read."""


class DossierSource(Protocol):
    """The store's lists."""

    def newest(
        self,
        *,
        on: date | None = None,
        counter: int | None = None,
        undelivered: bool = False,
        limit: int = 500,
    ) -> Sequence[DossierRow]: ...

    def filtered(self, wanted: DossiersWanted, *, limit: int = 500) -> Sequence[DossierRow]: ...

    def count_filtered(self, wanted: DossiersWanted, *, most: int) -> int: ...

    def filter_values(self) -> FilterValues: ...


class FilterKeeper(Protocol):
    """The officer's saved filters. Every call waits for the disk; a change gives all of them."""

    def mine(self) -> Sequence[SavedFilter]: ...

    def save(self, name: str, wanted: DossierFilter) -> Sequence[SavedFilter]: ...

    def rename(self, name: str, to: str) -> Sequence[SavedFilter]: ...

    def delete(self, name: str) -> Sequence[SavedFilter]: ...


class _Entry(NamedTuple):
    line: DossierLine
    sought: Sought
    officer_id: str


class _Narrowed(NamedTuple):
    """The dossiers of one filter, and how many there are of them."""

    wanted: DossierFilter
    entries: Sequence[_Entry]
    total: int


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading of the store gave: all that a key then needs is made, away from the window.

    Attributes:
        behind: what stands behind each filter.
        narrowed: what stands behind the filter that the officer made, if there is one.
        saved: the filters that the officer keeps, with their numbers of dossiers.
    """

    now: datetime
    behind: Mapping[ListFilter, Sequence[_Entry]] = field(
        default_factory=lambda: dict.fromkeys(ListFilter, ())
    )
    narrowed: _Narrowed | None = None
    saved: Sequence[tuple[SavedFilter, int]] = ()
    values: FilterValues = field(default_factory=FilterValues)


class Now(Protocol):
    def __call__(self) -> datetime: ...


class DossierListPresenter:
    """The list page of one officer."""

    def __init__(
        self,
        view: DossierListView,
        *,
        source: DossierSource,
        filters: FilterKeeper,
        now: Now,
        time_left: LeftUntil,
        officer_id: str,
        store_worker: Tasks,
        once_painted: Callable[[Callable[[], None]], object],
        language: Language,
    ) -> None:
        """
        Args:
            once_painted: calls what it is given after the key that was just pressed is painted.
        """
        self._view = view
        self._source = source
        self._filters = filters
        self._now = now
        self._time_left = time_left
        self._officer_id = officer_id
        self._store_worker = store_worker
        self._language: Language = language
        self._chosen = ListFilter.TODAY
        self._wanted: DossierFilter | None = None
        self._narrowed: _Narrowed | None = None
        self._saved: Sequence[SavedFilter] | None = None
        self._text = ""
        self._is_behind = False
        self._once_painted = once_painted
        self._read = _Read(now())
        view.clear()

    def refresh(self) -> None:
        """Read the lists anew."""
        self._store_worker.run(self._read_all, done=self._take, failed=self._fail)

    def left(self) -> dict[str, Any]:
        """Give the filter and the words that the list is behind."""
        left: dict[str, Any] = {"filter": self._chosen.value, "text": self._text}
        return left if self._wanted is None else left | {"narrowed": to_plain(self._wanted)}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Put the list behind them again."""
        with suppress(ValueError):  # a filter of another version
            self._chosen = ListFilter(str(left.get("filter")))
        with suppress(msgspec.ValidationError):  # none, or one of another version
            self._wanted = from_plain(left.get("narrowed"), DossierFilter)
        self._text = str(left.get("text", ""))

    def on_filter_chosen(self, chosen: ListFilter) -> None:
        """Show one of the filters above the list, in place of what it was narrowed by."""
        self._chosen = chosen
        self._wanted = None
        self._show()

    def on_narrowed(self, wanted: DossierFilter) -> None:
        """Narrow the list by this; one that narrows nothing takes it back."""
        self._wanted = wanted if wanted.conditions else None
        if self._wanted is None:
            self._show()
        else:
            self._ask_narrowed(self._wanted, _FIRST_LINES)

    def on_condition_dropped(self, condition: Condition) -> None:
        """Take one part off what the list is narrowed by."""
        if self._wanted is not None:
            self.on_narrowed(self._wanted.without(condition))

    def on_widened(self) -> None:
        """Take off all that the list is narrowed by."""
        self.on_narrowed(DossierFilter())

    def on_saved_chosen(self, place: int) -> None:
        """Narrow the list by the saved filter at this place, counted from 0; none is nothing."""
        if self._saved is not None and place < len(self._saved):
            self.on_narrowed(self._saved[place].wanted)

    def on_save(self, name: str) -> None:
        """Keep under a name what the list is narrowed by."""
        if self._wanted is not None:
            self._change(partial(self._filters.save, name, self._wanted))

    def on_rename(self, name: str, to: str) -> None:
        """Give a saved filter another name."""
        self._change(partial(self._filters.rename, name, to))

    def on_delete(self, name: str) -> None:
        """Forget a saved filter; the list stays as it is narrowed."""
        self._change(partial(self._filters.delete, name))

    def on_text_edited(self, text: str) -> None:
        """Filter by what is typed: first the letter is seen, then the rows follow it."""
        self._text = text
        if not self._is_behind:
            self._is_behind = True
            self._once_painted(self._catch_up)

    def _catch_up(self) -> None:
        if self._is_behind:  # else a reading came in between, and has shown it
            self._show()

    def _read_all(self) -> _Read:
        now = self._now()
        known: dict[DossierRow, _Entry] = {}

        def once(rows: Sequence[DossierRow]) -> list[_Entry]:
            """Hold a dossier once, though it stands in every list."""
            for row in rows:
                if row not in known:
                    known[row] = _Entry(
                        line_of(row, now=now, time_left=self._time_left),
                        sought_in(row),
                        row.officer_id,
                    )
            return [known[row] for row in rows]

        saved = self._filters.mine() if self._saved is None else self._saved
        wanted = self._wanted
        narrowed = None if wanted is None else self._read_narrowed(wanted)
        today = once(self._source.newest(on=now.date(), limit=_MOST_OF_A_DAY))
        newest = once(self._source.newest(limit=MOST_LINES))
        undelivered = once(self._source.newest(undelivered=True, limit=_MOST_OF_A_DAY))

        def undelivered_as(delivered: Delivered) -> list[_Entry]:
            return [entry for entry in undelivered if entry.line.delivered is delivered]

        return _Read(
            now,
            {
                ListFilter.TODAY: today,
                ListFilter.MINE: [one for one in today if one.officer_id == self._officer_id],
                ListFilter.UNSENT: undelivered_as(Delivered.WAITING),
                ListFilter.REFUSED: undelivered_as(Delivered.REFUSED),
                ListFilter.NEWEST: newest,
            },
            narrowed,
            [(one, self._count(one.wanted, now)) for one in saved],
            self._source.filter_values(),
        )

    def _ask_narrowed(self, wanted: DossierFilter, limit: int) -> None:
        read = partial(self._read_narrowed, wanted, limit)
        self._store_worker.run(read, done=self._take_narrowed, failed=self._fail)

    def _read_narrowed(self, wanted: DossierFilter, limit: int = MOST_LINES) -> _Narrowed:
        now = self._now()
        rows = self._source.filtered(wanted.at(now), limit=limit)
        entries = [
            _Entry(line_of(row, now=now, time_left=self._time_left), sought_in(row), row.officer_id)
            for row in rows
        ]
        total = len(rows) if len(rows) < limit else self._count(wanted, now)
        return _Narrowed(wanted, entries, total)

    def _count(self, wanted: DossierFilter, now: datetime) -> int:
        return self._source.count_filtered(wanted.at(now), most=MOST_COUNTED + 1)

    def _take_narrowed(self, narrowed: _Narrowed) -> None:
        if narrowed.wanted == self._wanted:  # else another filter was asked for meanwhile
            self._narrowed = narrowed
            self._view.show_problem("")
            self._show()
            if len(narrowed.entries) < min(narrowed.total, MOST_LINES):
                self._ask_narrowed(narrowed.wanted, MOST_LINES)

    def _change(self, act: Callable[[], Sequence[SavedFilter]]) -> None:
        self._view.show_busy(True)
        self._store_worker.run(act, done=self._changed, failed=self._not_changed)

    def _changed(self, saved: Sequence[SavedFilter]) -> None:
        self._saved = saved
        self._view.end_asking()
        self._view.show_busy(False)
        self.refresh()

    def _not_changed(self, error: Exception) -> None:
        self._view.show_busy(False)
        self._fail(error)

    def _take(self, read: _Read) -> None:
        self._read = read
        if self._saved is None:
            self._saved = [one for one, _ in read.saved]
        if read.narrowed is not None and read.narrowed.wanted == self._wanted:
            self._narrowed = read.narrowed
        self._view.show_problem("")
        self._show()

    def _fail(self, error: Exception) -> None:
        self._view.show_problem(words_of(error, self._language))

    def _show(self) -> None:
        self._is_behind = False
        behind, typed = self._read.behind, typed_words(self._text)
        narrowed = self._narrowed if self._wanted is not None else None
        entries = behind[self._chosen] if narrowed is None else narrowed.entries
        found = [one.line for one in entries if has_words(one.sought, typed)]
        self._view.show_list(
            DossierList(
                today=self._read.now.date(),
                lines=tuple(found[:MOST_LINES]),
                chosen=self._chosen,
                counts=tuple((one, len(entries)) for one, entries in behind.items()),
                text=self._text,
                total=len(found) if narrowed is None or typed else narrowed.total,
                narrowed=None if narrowed is None else narrowed.wanted,
                saved=tuple(
                    SavedLine(
                        name=one.name,
                        wanted=one.wanted,
                        count=count,
                        is_chosen=narrowed is not None and narrowed.wanted == one.wanted,
                    )
                    for one, count in self._read.saved
                ),
                values=self._read.values,
            )
        )
