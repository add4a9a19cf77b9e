"""Where a dossier stands in the province's view, and what its agency may do with it then.

Pure. Sources: NĐ 61/2018/NĐ-CP Art. 17 (reception), 19 (processing; 19(4) papers, 19(8) stop,
19(9) one extension with an apology), and the states of the national portal (TrangThaiHoSo).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any


class ProvinceAct(StrEnum):
    """What the handling agency does; each reaches the counter as news."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    SUPPLEMENT = "supplement"
    DUTY = "duty"
    DUTY_MET = "duty-met"
    EXTEND = "extend"
    STOP = "stop"
    RESULT = "result"


KINDS: Mapping[ProvinceAct, str] = {
    ProvinceAct.ACCEPT: "DossierAcceptedByAgency",
    ProvinceAct.REFUSE: "DossierRefused",
    ProvinceAct.SUPPLEMENT: "SupplementRequested",
    ProvinceAct.DUTY: "FinancialDutyAnnounced",
    ProvinceAct.DUTY_MET: "FinancialDutyMet",
    ProvinceAct.EXTEND: "DeadlineExtended",
    ProvinceAct.STOP: "DossierStopped",
    ProvinceAct.RESULT: "ResultIssued",
}

Fact = tuple[str, Mapping[str, Any]]
"""Kind and payload."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the facts so far make of a dossier."""

    status: str = "lodged"
    taken_over: bool = False
    """The agency has it: handed over on paper, or accepted."""
    accepted: bool = False
    extended: bool = False
    requests: int = 0
    """How often papers were asked for."""
    asked_at_intake: bool = False
    owes_duty: bool = False
    """The citizen was told to pay elsewhere, and has not."""
    due_at: datetime | None = None


def standing(facts: Iterable[Fact]) -> Standing:
    """Fold a dossier's facts, the oldest first."""
    now = Standing()
    for kind, payload in facts:
        now = _dated(_after(now, kind, payload), payload)
    return now


def allowed(now: Standing) -> tuple[ProvinceAct, ...]:
    """Give what the agency may do; nothing after it decided, stopped or lost the dossier."""
    acts = ProvinceAct
    match now.status:
        case "lodged" | "received":
            return (acts.ACCEPT, acts.REFUSE)
        case "processing":
            found = [acts.RESULT, acts.SUPPLEMENT, acts.DUTY, acts.STOP]
            found += [] if now.accepted else [acts.ACCEPT]
            found += [] if now.extended else [acts.EXTEND]
            return tuple(found)
        case "waiting_supplement" if now.taken_over:
            return (acts.DUTY_MET, acts.STOP) if now.owes_duty else (acts.STOP,)
        case "waiting_financial_duty":
            return (acts.DUTY_MET, acts.STOP)
    return ()


def _after(now: Standing, kind: str, payload: Mapping[str, Any]) -> Standing:
    match kind:
        case "DossierForwarded":
            status = "processing" if now.status in _RUNNING else now.status
            return replace(now, status=status, taken_over=True)
        case "FolderHandedBack" if not now.accepted:
            again = "received" if now.status == "processing" else now.status
            return replace(now, status=again, taken_over=False)
        case "DossierAcceptedByAgency":
            fresh = now.status in ("lodged", "received")
            status = "processing" if fresh else now.status
            return replace(now, status=status, taken_over=True, accepted=True)
        case "SupplementRequested":
            intake = payload.get("stage") == "intake"
            decided = now.status in _DECIDED
            return replace(
                now,
                status=now.status if decided else "waiting_supplement",
                asked_at_intake=intake,
                requests=now.requests + 1,
            )
        case "SupplementBrought":
            if payload.get("still_lacking") or now.status in _DECIDED:
                return now
            if not now.taken_over or now.asked_at_intake:
                return replace(now, status="received")
            return replace(now, status="waiting_financial_duty" if now.owes_duty else "processing")
        case "FinancialDutyAnnounced":
            # The counter may have asked for papers before it heard of it: these it waits for still.
            waits = now.status == "waiting_supplement"
            status = now.status if waits else "waiting_financial_duty"
            return replace(now, status=status, owes_duty=True)
        case "FinancialDutyMet":
            waited = now.status == "waiting_financial_duty"
            return replace(now, status="processing" if waited else now.status, owes_duty=False)
        case "DeadlineExtended":
            return replace(now, extended=True)
        case "ResultReturned" if now.status in ("stopped", "refused"):
            return now
    return replace(now, status=_STATUS_AFTER.get(kind, now.status))


_RUNNING = frozenset({"lodged", "received", "processing"})
_DECIDED = frozenset({"refused", "withdrawn", "stopped", "result_ready", "returned"})
"""What a counter did before it heard of the decision opens nothing again."""
_STATUS_AFTER = {
    "DossierLodged": "lodged",
    "DossierReceived": "received",
    "DossierRefused": "refused",
    "DossierWithdrawn": "withdrawn",
    "DossierStopped": "stopped",
    "ResultIssued": "result_ready",
    "ResultArrived": "result_ready",
    "ResultReturned": "returned",
}


def _dated(now: Standing, payload: Mapping[str, Any]) -> Standing:
    """Take over the promise that a fact names; a correction names it among its changes."""
    changes = payload.get("changes")
    named = payload.get("due_at") or (changes.get("due_at") if isinstance(changes, dict) else None)
    if not isinstance(named, str):
        return now
    try:
        due_at = datetime.fromisoformat(named)
    except ValueError:  # a station's own affair: it is shown, not judged
        return now
    return replace(now, due_at=due_at) if due_at.tzinfo else now
