"""The list of dossiers: read anew after every act, filtered as the officer asks."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from station.ports.store import DossierRow
from station.words import Language
from ui.desktop.dossiers.lines import Sought, has_words, line_of, sought_in, typed_words
from ui.desktop.dossiers.view_model import (
    Delivered,
    DossierLine,
    DossierList,
    DossierListView,
    ListFilter,
)
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks

MOST_LINES = 500
"""More than anybody scrolls through; the total says how many there are."""
_MOST_OF_A_DAY = 2000


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


class _Entry(NamedTuple):
    line: DossierLine
    sought: Sought
    officer_id: str


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading of the store gave: all that a key then needs is made, away from the window.

    Attributes:
        behind: what stands behind each filter.
    """

    now: datetime
    behind: Mapping[ListFilter, Sequence[_Entry]] = field(
        default_factory=lambda: dict.fromkeys(ListFilter, ())
    )


class Now(Protocol):
    def __call__(self) -> datetime: ...


class DossierListPresenter:
    """The list page of one officer."""

    def __init__(
        self,
        view: DossierListView,
        *,
        source: DossierSource,
        now: Now,
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
        self._now = now
        self._officer_id = officer_id
        self._store_worker = store_worker
        self._language: Language = language
        self._chosen = ListFilter.TODAY
        self._text = ""
        self._is_behind = False
        self._once_painted = once_painted
        self._read = _Read(now())

    def refresh(self) -> None:
        """Read the lists anew."""
        self._store_worker.run(self._read_all, done=self._take, failed=self._fail)

    def left(self) -> dict[str, Any]:
        """Give the filter and the words that the list is behind."""
        return {"filter": self._chosen.value, "text": self._text}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Put the list behind them again."""
        with suppress(ValueError):  # a filter of another version
            self._chosen = ListFilter(str(left.get("filter")))
        self._text = str(left.get("text", ""))

    def on_filter_chosen(self, chosen: ListFilter) -> None:
        self._chosen = chosen
        self._show()

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
                    known[row] = _Entry(line_of(row, now=now), sought_in(row), row.officer_id)
            return [known[row] for row in rows]

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
        )

    def _take(self, read: _Read) -> None:
        self._read = read
        self._view.show_problem("")
        self._show()

    def _fail(self, error: Exception) -> None:
        self._view.show_problem(words_of(error, self._language))

    def _show(self) -> None:
        self._is_behind = False
        behind, typed = self._read.behind, typed_words(self._text)
        found = [one.line for one in behind[self._chosen] if has_words(one.sought, typed)]
        self._view.show_list(
            DossierList(
                today=self._read.now.date(),
                lines=tuple(found[:MOST_LINES]),
                chosen=self._chosen,
                counts=tuple((one, len(entries)) for one, entries in behind.items()),
                text=self._text,
                total=len(found),
            )
        )
