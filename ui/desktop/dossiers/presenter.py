"""The list of dossiers: read anew after every act, filtered as the officer asks."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from station.ports.store import DossierRow
from station.words import Language
from ui.desktop.dossiers.lines import has_words, line_of
from ui.desktop.dossiers.view_model import (
    Delivered,
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


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading of the store gave."""

    now: datetime
    today: Sequence[DossierRow] = ()
    newest: Sequence[DossierRow] = ()
    undelivered: Sequence[DossierRow] = ()

    def behind(self, chosen: ListFilter, officer_id: str) -> list[DossierRow]:
        """Give the rows of a filter."""
        match chosen:
            case ListFilter.TODAY:
                return list(self.today)
            case ListFilter.MINE:
                return [row for row in self.today if row.officer_id == officer_id]
            case ListFilter.UNSENT:
                return [row for row in self.undelivered if row.delivery == Delivered.WAITING]
            case ListFilter.REFUSED:
                return [row for row in self.undelivered if row.delivery == Delivered.REFUSED]
            case ListFilter.NEWEST:
                return list(self.newest)


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
        language: Language,
    ) -> None:
        self._view = view
        self._source = source
        self._now = now
        self._officer_id = officer_id
        self._store_worker = store_worker
        self._language: Language = language
        self._chosen = ListFilter.TODAY
        self._text = ""
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
        self._text = text
        self._show()

    def _read_all(self) -> _Read:
        now = self._now()
        known: dict[DossierRow, DossierRow] = {}

        def once(rows: Sequence[DossierRow]) -> Sequence[DossierRow]:
            """Hold a dossier once, though it stands in every list."""
            return [known.setdefault(row, row) for row in rows]

        return _Read(
            now=now,
            today=once(self._source.newest(on=now.date(), limit=_MOST_OF_A_DAY)),
            newest=once(self._source.newest(limit=MOST_LINES)),
            undelivered=once(self._source.newest(undelivered=True, limit=_MOST_OF_A_DAY)),
        )

    def _take(self, read: _Read) -> None:
        self._read = read
        self._view.show_problem("")
        self._show()

    def _fail(self, error: Exception) -> None:
        self._view.show_problem(words_of(error, self._language))

    def _show(self) -> None:
        rows = self._read.behind(self._chosen, self._officer_id)
        found = [row for row in rows if has_words(row, self._text)]
        self._view.show_list(
            DossierList(
                today=self._read.now.date(),
                lines=tuple(
                    line_of(row, now=self._read.now, query=self._text) for row in found[:MOST_LINES]
                ),
                chosen=self._chosen,
                counts=tuple(
                    (one, len(self._read.behind(one, self._officer_id))) for one in ListFilter
                ),
                text=self._text,
                total=len(found),
            )
        )
