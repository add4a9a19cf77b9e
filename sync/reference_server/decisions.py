"""What an agency decides about a dossier, in the words of the facts that the stations read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.reference_server.lawful import ProvinceAct, Standing, allowed

MOST_MONEY_VND = 10**12
_LONGEST = 2000
_MOST_LINES = 50


class IncompleteDecisionError(Exception):
    """The decision lacks something that it must say, or says what cannot be."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field} is missing or cannot be")
        self.field = field


class NotLawfulError(Exception):
    """The dossier is in a state in which its agency may not do this: too early, or too late."""

    def __init__(self, act: ProvinceAct, now: Standing) -> None:
        super().__init__(f"{act} is not allowed while {now.status}")
        self.act, self.status, self.allowed = act, now.status, allowed(now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of the handling agency. What an act does not need is left out."""

    act: ProvinceAct
    by: str | None = None
    """None: the handling agency of the dossier."""
    reason: str = ""
    legal_basis: str = ""
    items: tuple[tuple[int, str, str], ...] = ()
    """Row of the checklist, its name and what is wrong with it."""
    missed_before: str | None = None
    amount_vnd: int | None = None
    due_at: datetime | None = None
    clock_started_at: datetime | None = None
    apology_number: str | None = None
    results: tuple[tuple[str, str | None], ...] = ()
    """Name and number of each paper."""


_LEGAL_BASIS = {
    ProvinceAct.SUPPLEMENT: "NĐ 61/2018/NĐ-CP Điều 19 khoản 4",
    ProvinceAct.STOP: "NĐ 61/2018/NĐ-CP Điều 19 khoản 8",
    ProvinceAct.REFUSE: "NĐ 61/2018/NĐ-CP Điều 17 khoản 1",
}


def payload_of(decision: Decision, now: Standing, *, agency: str) -> dict[str, Any]:
    """Give the payload of the fact, after checking that the act is lawful and says all it must.

    Raises:
        NotLawfulError: not in this state.
        IncompleteDecisionError: names what is missing.
    """
    if decision.act not in allowed(now):
        raise NotLawfulError(decision.act, now)
    by = _words(decision.by or agency, "by")
    legal_basis = _words(decision.legal_basis or _LEGAL_BASIS.get(decision.act, "–"), "legal_basis")
    due_at = _moment(decision.due_at, "due_at")
    match decision.act:
        case ProvinceAct.ACCEPT:
            started = _moment(decision.clock_started_at, "clock_started_at")
            if started is not None and due_at is None:  # whose clock runs names the date
                raise IncompleteDecisionError("due_at")
            return _given(agency=by, clock_started_at=started, due_at=due_at)
        case ProvinceAct.REFUSE:
            reasons = [_words(decision.reason, "reason")]
            return {"reasons": reasons, "legal_basis": legal_basis, "officer_name": by}
        case ProvinceAct.SUPPLEMENT:
            missed = decision.missed_before
            if now.requests and not missed:  # one list, Art. 15(3)
                raise IncompleteDecisionError("missed_before")
            return _given(
                stage="appraisal",
                items=_items(decision),
                reason=_words(decision.reason, "reason"),
                legal_basis=legal_basis,
                requested_by=by,
                missed_before=missed,
            )
        case ProvinceAct.DUTY:
            amount = decision.amount_vnd
            if amount is not None and not 0 < amount <= MOST_MONEY_VND:
                raise IncompleteDecisionError("amount_vnd")
            description = _words(decision.reason, "reason")
            return {"description": description, "amount_vnd": amount, "announced_by": by}
        case ProvinceAct.DUTY_MET:
            return _given(due_at=due_at)
        case ProvinceAct.EXTEND:
            later = decision.due_at
            if later is None or (now.due_at is not None and later <= now.due_at):
                raise IncompleteDecisionError("due_at")
            return _given(
                due_at=due_at,
                reason=_words(decision.reason, "reason"),
                by=by,
                apology_number=decision.apology_number,
            )
        case ProvinceAct.STOP:
            reason = _words(decision.reason, "reason")
            return {"reason": reason, "legal_basis": legal_basis, "by": by}
        case ProvinceAct.RESULT:
            return {"results": _results(decision), "by": by}


def _given(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
    """Leave out what was not said: the stations' defaults hold."""
    return {name: value for name, value in fields.items() if value is not None}


def _words(text: str, field: str) -> str:
    words = " ".join(text.split())
    if not 1 <= len(words) <= _LONGEST:
        raise IncompleteDecisionError(field)
    return words


def _moment(at: datetime | None, field: str) -> str | None:
    if at is not None and at.tzinfo is None:
        raise IncompleteDecisionError(field)
    return None if at is None else at.isoformat()


def _items(decision: Decision) -> list[dict[str, Any]]:
    if not 1 <= len(decision.items) <= _MOST_LINES:
        raise IncompleteDecisionError("items")
    if any(index < 0 for index, _, _ in decision.items):
        raise IncompleteDecisionError("items")
    return [
        {"index": index, "name": _words(name, "items"), "what": _words(what, "items")}
        for index, name, what in decision.items
    ]


def _results(decision: Decision) -> list[dict[str, Any]]:
    if not 1 <= len(decision.results) <= _MOST_LINES:
        raise IncompleteDecisionError("results")
    return [
        _given(name=_words(name, "results"), number=number or None)
        for name, number in decision.results
    ]
