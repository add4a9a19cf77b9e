"""What was done on a day about pages of the daily log that were locked when it was done."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import (
    DailyLogAdjusted,
    DossierCorrected,
    DossierForwarded,
    DossierLodged,
    DossierReceived,
    DossierRefused,
    DossierStopped,
    DossierWithdrawn,
    FeesCharged,
    FeesReduced,
    SupplementBrought,
    SupplementRequested,
    from_payload,
)
from station.domain.history import Step
from station.domain.journal import VIETNAM, JournalEntry
from station.domain.log_page import Adjustment, changed_facts
from station.ports.log_pages import LogPages, PageMark, SignedPage

_CHANGES_A_ROW = frozenset(
    kind.__name__
    for kind in (
        DossierReceived,
        DossierLodged,
        DossierCorrected,
        DossierForwarded,
        DossierRefused,
        DossierStopped,
        DossierWithdrawn,
        SupplementRequested,
        SupplementBrought,
        FeesCharged,
        FeesReduced,
    )
)
"""Acts after which the row of a dossier may say something else. The others are not even folded."""


class Histories(Protocol):
    """What it needs of ``DossierQueries``."""

    def steps(self, dossier_id: UUID) -> Sequence[Step]: ...


def adjustments_on(
    on: date,
    counter: int | None,
    *,
    pages: LogPages,
    queries: Histories,
    name_of: Callable[[str], str],
) -> tuple[Adjustment, ...]:
    """Give what the page of a day lists of earlier pages, in the order in which it was done.

    It is what was done on the day itself, and what was done on the day of the page before once
    that page was locked, so that nothing falls between two pages.
    """
    marks = {mark.on: mark for mark in pages.marks(counter, until=on)}
    if not marks:
        return ()
    before = max((day for day in marks if day < on), default=None)
    days = [before, on] if before else [on]
    found: list[Adjustment] = []
    for day in days:
        locked = marks.get(day)
        for one in _done_on(day, counter, marks, pages, queries, name_of):
            after_lock = locked is not None and one.sequence > locked.sequence
            if after_lock == (day != on):
                found.append(one)
    return tuple(found)


def adjustments_after(
    signed: SignedPage,
    *,
    pages: LogPages,
    queries: Histories,
    name_of: Callable[[str], str],
) -> tuple[Adjustment, ...]:
    """Give what was done on the day of a page after it was locked."""
    on, counter = signed.page.on, signed.page.counter
    marks = {one.on: one for one in pages.marks(counter, until=on)}
    done = _done_on(on, counter, marks, pages, queries, name_of)
    return tuple(one for one in done if one.sequence > signed.sequence)


def _done_on(
    day: date,
    counter: int | None,
    marks: dict[date, PageMark],
    pages: LogPages,
    queries: Histories,
    name_of: Callable[[str], str],
) -> Iterator[Adjustment]:
    for entry in pages.entries_of_day(day):
        if entry.kind == DailyLogAdjusted.__name__:
            event = from_payload(entry.kind, entry.version, entry.payload)
            if isinstance(event, DailyLogAdjusted) and event.counter == counter:
                yield Adjustment(
                    sequence=entry.sequence,
                    at=entry.occurred_at,
                    page=event.page,
                    page_on=event.on,
                    dossier_code="",
                    text=event.text,
                    officer_name=event.officer_name,
                )
        elif entry.dossier_id is not None and entry.kind in _CHANGES_A_ROW:
            before, after = _around(entry, queries.steps(entry.dossier_id))
            mark = marks.get(after.received_at.astimezone(VIETNAM).date())
            if mark is None or mark.sequence > entry.sequence:
                continue  # that page was not locked
            if counter is not None and after.counter != counter:
                continue
            if text := changed_facts(before, after):
                yield Adjustment(
                    sequence=entry.sequence,
                    at=entry.occurred_at,
                    page=mark.page,
                    page_on=mark.on,
                    dossier_code=after.code,
                    text=text,
                    officer_name=name_of(entry.officer_id),
                )


def _around(entry: JournalEntry, steps: Sequence[Step]) -> tuple[Dossier | None, Dossier]:
    """Give the dossier before an act, None where the act made it, and after it."""
    at = next(n for n, step in enumerate(steps) if _is(step, entry))
    return (steps[at - 1].dossier if at else None), steps[at].dossier


def _is(step: Step, entry: JournalEntry) -> bool:
    return isinstance(step.fact, JournalEntry) and step.fact.sequence == entry.sequence
