"""What of a dossier waits for a second person, and what became of it, in words. Free of Qt."""

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from station.domain.events import ApprovalAsked, ApprovalGiven, ApprovalRefused, from_payload
from station.domain.facts import Fact
from station.domain.history import Step
from station.domain.journal import JournalEntry
from station.usecases.waiting_facts import waiting_fact
from station.words import Language, Words, clock, day_and_month, listed
from ui.approval_words import act_of, reason_of

_KINDS: Final = (ApprovalAsked, ApprovalGiven, ApprovalRefused)
_NAMES: Final = tuple(kind.__name__ for kind in _KINDS)
_WAITS: Final[Words] = {
    "vi": "Chờ trưởng bộ phận duyệt (Ctrl+T): {what}. Chưa có gì thay đổi.",
    "en": "Waits for the supervisor (Ctrl+T): {what}. Nothing has changed yet.",
}
_ONE: Final[Words] = {"vi": "{act} ({name}, {at})", "en": "{act} ({name}, {at})"}


def approval_notice(steps: Sequence[Step], language: Language) -> str:
    """Say what waits; empty: nothing."""
    waiting: dict[UUID, str] = {}
    for event, fact in _requests(steps):
        if isinstance(event, ApprovalAsked):
            at = f"{clock(fact.occurred_at)} {day_and_month(fact.occurred_at.date())}"
            waiting[event.request_id] = _ONE[language].format(
                act=_act(event, language), name=event.officer_name, at=at
            )
        else:
            waiting.pop(event.request_id, None)
    return _WAITS[language].format(what=listed([*waiting.values()])) if waiting else ""


def approval_detail(fact: Fact, language: Language) -> str:
    """Say of a request, or of its answer, whose it is and what for; empty for other facts."""
    event = _event(fact)
    match event:
        case ApprovalAsked():
            said = (_act(event, language), event.officer_name, reason_of(waiting_fact(event)))
        case ApprovalRefused():
            said = (event.officer_name, event.reason, "")
        case ApprovalGiven():
            said = (event.officer_name, "", "")
        case _:
            return ""
    return " · ".join(filter(None, said))


def _act(event: ApprovalAsked, language: Language) -> str:
    return act_of(waiting_fact(event))[language].lower()


def _requests(
    steps: Sequence[Step],
) -> Iterator[tuple[ApprovalAsked | ApprovalGiven | ApprovalRefused, Fact]]:
    for step in steps:
        event = _event(step.fact)
        if event is not None:
            yield event, step.fact


def _event(fact: Fact) -> ApprovalAsked | ApprovalGiven | ApprovalRefused | None:
    if fact.kind not in _NAMES or not isinstance(fact, JournalEntry):
        return None  # news from outside asks nobody here
    event = from_payload(fact.kind, fact.version, fact.payload)
    return event if isinstance(event, _KINDS) else None
