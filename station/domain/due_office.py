"""What the office owes besides the result: handing a dossier over, answering, apologising.

Sources: NĐ 61/2018 Art. 18(2) and NĐ 309/2026 Art. 18(2) (transfer), Art. 19(9) (apology), the
procedures' own hours for an answer. When the 15:00 rule begins is dated data of the calendar.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Protocol, TypeVar

from station.domain.calendar import WorkingCalendar
from station.domain.due_counting import counted_start, hours_later
from station.domain.due_date import require_possible
from station.domain.due_steps import Received, Step
from station.domain.due_words import step_text
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, TimeUnit
from station.words import Language, clock, weekday_date


class Call(StrEnum):
    """How loudly the counter is told what must leave today."""

    NONE = "none"
    FIRST = "first"
    """From the hour on after which a dossier leaves tomorrow: today's list is complete (15:00)."""
    LAST = "last"
    """The last one before closing (16:30): half an hour to seal a list and carry it over."""


@dataclass(frozen=True, slots=True)
class TransferBy:
    """The dossier must be with the handling agency; ``after`` is the hour that had passed."""

    at: datetime
    after: time | None


@dataclass(frozen=True, slots=True)
class AnswerBy:
    """The applicant must have a slip, a supplement request or a refusal."""

    at: datetime
    hours: int


@dataclass(frozen=True, slots=True)
class ApologyBy:
    """The agency must have apologised and named a new date, at least a day before this promise."""

    at: datetime
    promised_at: datetime


OfficeStep = TransferBy | AnswerBy | ApologyBy


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDeadline:
    """By when an officer must have acted, with every step that led to it."""

    by_at: datetime
    """Aware, +07:00. Later than this is late."""
    steps: tuple[Step | OfficeStep, ...]

    @property
    def explanation(self) -> tuple[str, ...]:
        """Why then, line by line, in Vietnamese; the last line names the moment."""
        return self.explanation_in("vi")

    def explanation_in(self, language: Language) -> tuple[str, ...]:
        return tuple(
            _office_text(step, language)
            if isinstance(step, TransferBy | AnswerBy | ApologyBy)
            else step_text(step, language)
            for step in self.steps
        )


class Waiting(Protocol):
    """A dossier whose paper is still at the counter."""

    @property
    def received_at(self) -> datetime: ...


_Waiting = TypeVar("_Waiting", bound=Waiting)


def transfer_deadline(received_at: datetime, calendar: WorkingCalendar) -> OfficeDeadline:
    """Find by when a dossier must be handed over to the agency that handles it.

    The same working day; what came after 15:00, or on a day that is not worked, first thing on
    the next working day. The minute decides, as for the cut-off of a reception.
    """
    received = received_at.astimezone(VIETNAM)
    day, minute = received.date(), received.time().replace(second=0, microsecond=0)
    limit = calendar.office.transfer_cutoff
    if calendar.is_working_day(day) and minute <= min(limit, calendar.closing(day).time()):
        step = TransferBy(calendar.closing(day), None)
    else:
        following = calendar.next_working_day(day)
        late = calendar.is_working_day(day)
        step = TransferBy(calendar.opening(following), limit if late else None)
    return OfficeDeadline(by_at=step.at, steps=(Received(received), step))


def to_hand_over(
    waiting: Iterable[_Waiting], now: datetime, calendar: WorkingCalendar
) -> list[tuple[_Waiting, OfficeDeadline]]:
    """Give those of the waiting dossiers that must leave the counter today, the latest first.

    This is the list of 15:00, and of 16:30 again: what was handed over in between is no longer
    among those that wait, what came after 15:00 is due tomorrow.
    """
    today = now.astimezone(VIETNAM).date()
    owed = [(one, transfer_deadline(one.received_at, calendar)) for one in waiting]
    return sorted(
        ((one, deadline) for one, deadline in owed if deadline.by_at.date() <= today),
        key=lambda pair: (pair[1].by_at, pair[0].received_at),
    )


def call_at(now: datetime, calendar: WorkingCalendar) -> Call:
    """Say which call of the day's list it is time for; on a day that is not worked there is none.

    NĐ 61/2018 Art. 18(2) has dossiers leave the same day; the calls are how the counter keeps it.
    Their hours are data of the office (``transfer_calls``).
    """
    here = now.astimezone(VIETNAM)
    calls = calendar.office.transfer_calls
    made = [call for call in calls if call <= here.time()]
    if not made or not calendar.is_working_day(here.date()):
        return Call.NONE
    return Call.LAST if len(made) == len(calls) else Call.FIRST


def answer_deadline(received_at: datetime, hours: int, calendar: WorkingCalendar) -> OfficeDeadline:
    """Find by when the applicant must be told: received, something lacks, or refused.

    Some procedures want it within 1 hour of a direct reception, online dossiers within 8 working
    hours. Unlike a promise to the citizen it is not rounded up to a quarter of an hour.

    Raises:
        BadDurationError: ``hours`` is not positive, or more than about a year.
    """
    require_possible(ProcessingTime(hours, TimeUnit.WORKING_HOUR))
    received = received_at.astimezone(VIETNAM)
    steps: list[Step] = [Received(received)]
    start = counted_start(received, calendar, None, steps)
    end = hours_later(start, hours, calendar, steps)
    return OfficeDeadline(by_at=end, steps=(*steps, AnswerBy(end, hours)))


def apology_deadline(promised_at: datetime, calendar: WorkingCalendar) -> OfficeDeadline:
    """Find by when an agency that will be late must apologise (NĐ 61/2018 Art. 19(9)).

    At least one day before the promise: by closing of the last working day before it.
    """
    promised = promised_at.astimezone(VIETNAM)
    day = calendar.last_working_day_before(promised.date())
    step = ApologyBy(calendar.closing(day), promised)
    return OfficeDeadline(by_at=step.at, steps=(step,))


def _office_text(step: OfficeStep, language: Language) -> str:
    vietnamese = language == "vi"
    moment = (
        f"{clock(step.at)} {weekday_date(step.at)}"
        if vietnamese
        else f"{clock(step.at)} on {weekday_date(step.at, 'en')}"
    )
    match step:
        case TransferBy(_, after):
            if vietnamese:
                why = f"Nhận sau {clock(after)}: chuyển" if after else "Chuyển"
                return f"{why} hồ sơ đến cơ quan giải quyết chậm nhất {moment}"
            why = f"Received after {clock(after)}: hand" if after else "Hand"
            return f"{why} over to the handling agency by {moment}"
        case AnswerBy(_, hours):
            if vietnamese:
                return f"Trả lời việc tiếp nhận trong {hours} giờ làm việc: chậm nhất {moment}"
            return f"Answer within {hours} working hour{'s' * (hours != 1)}: by {moment}"
        case ApologyBy(_, promised_at):
            if vietnamese:
                promised = weekday_date(promised_at)
                return f"Xin lỗi và hẹn lại trước ngày hẹn {promised}: chậm nhất {moment}"
            promised = weekday_date(promised_at, "en")
            return f"Apologise and name a new date before {promised}: by {moment}"
