"""What every act on a dossier shares: one transaction, the table of acts, the trusted clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.domain.acts import DossierAct, require_allowed
from station.domain.clock_guard import Contact, Witnesses
from station.domain.dossier import Dossier
from station.domain.events import Event
from station.domain.journal import JournalEntry
from station.ports.clock import Clock
from station.ports.officers import Officer
from station.ports.store import UnitOfWork
from station.usecases.owed_papers import owed_papers
from station.usecases.permissions import Act, require

Decide = Callable[[Dossier, datetime], Sequence[Event]]
"""Says what happened, given the dossier as it is and the time; raises to refuse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Who acts, where it is written down, and by which clock."""

    officer: Officer
    work: UnitOfWork
    clock: Clock
    built_at: datetime


def now_in(acting: Acting) -> datetime:
    """Give the time of this act, inside its transaction.

    Raises:
        WrongClockError: the clock cannot be trusted; nothing was changed.
    """
    return trusted_now_of(acting.work, acting.clock, acting.built_at)


def trusted_now_of(work: UnitOfWork, clock: Clock, built_at: datetime) -> datetime:
    """Give the time inside a transaction, as far as journal and server bear it out.

    Raises:
        WrongClockError: the clock cannot be trusted.
    """
    return clock.trusted(witnesses_in(work, built_at))


def witnesses_in(work: UnitOfWork, built_at: datetime) -> Witnesses:
    """Give what is known for certain of the time, inside a transaction."""
    return witnesses_of(work.journal.last(), work.contact(), built_at)


def witnesses_of(
    last: JournalEntry | None, contact: Contact | None, built_at: datetime
) -> Witnesses:
    """Put together what is known for certain of the time."""
    if last is None:
        return Witnesses(built_at=built_at, contact=contact)
    return Witnesses(
        built_at=built_at,
        last_at=last.occurred_at,
        last_source=last.clock_source,
        contact=contact,
    )


def note(acting: Acting, event: Event, *, dossier_id: UUID | None, at: datetime) -> None:
    """Write one fact into the journal."""
    acting.work.journal.append(
        event,
        dossier_id=dossier_id,
        officer_id=acting.officer.officer_id,
        at=at,
        clock_source=acting.clock.source,
    )


def act_on(
    dossier_id: UUID,
    act: DossierAct,
    decide: Decide,
    *,
    acting: Acting,
    papers: Sequence[tuple[str, str]] = (),
) -> Dossier:
    """Do one act on one dossier, whole or not at all, and give the dossier as it is then.

    Args:
        papers: form and sheet of what the act owes on paper; queued in the same transaction.

    Raises:
        NotAllowedError: the officer's role does not include it.
        ActNotAllowedError: the dossier is in a state without this act.
        StationError: what ``decide`` refuses. Nothing was changed.
    """
    require(acting.officer, Act.WORK_ON_DOSSIER)
    with acting.work as work:
        before = work.dossier(dossier_id)
        require_allowed(before, act)
        now = now_in(acting)
        for event in decide(before, now):
            note(acting, event, dossier_id=dossier_id, at=now)
        after = work.project(dossier_id)
        for form, paper in owed_papers(after, papers):
            work.queue_print(dossier_id, form=form, paper=paper, at=now)
        work.commit()
    return after
