"""The time line of a dossier in words: what happened, and what is still to come. Free of Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from types import MappingProxyType
from typing import Final
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import CopySigned, CopyStamped, ServiceRated
from station.domain.history import Step
from station.ports.outbox import Delivery
from station.words import Language, Words, clock, figures, listed, numeric_date
from ui.desktop.dossier.approvals import approval_detail
from ui.desktop.dossier.view_model import Moment
from ui.desktop.dossier.words import FACTS, PAPERS_GIVEN_BACK
from ui.desktop.kit.tone import Tone
from ui.desktop.paper_names import paper_name

_W: dict[str, Words] = {
    "expected": {"vi": "Hẹn trả kết quả", "en": "Result promised"},
    "asked_papers": {"vi": "Nhận giấy bổ sung", "en": "Papers expected"},
    "here": {"vi": "Quầy {counter}", "en": "Counter {counter}"},
    "void": {"vi": "Giấy hẹn bản {version} hết hiệu lực.", "en": "Slip {version} is void."},
    "still": {"vi": "còn thiếu {what}", "en": "still lacking: {what}"},
    "copies": {"vi": "{count} bản", "en": "{count} copies"},
    "unstamped": {"vi": "chưa có dấu thời gian", "en": "no time stamp yet"},
    "seen correcting": {"vi": "mở đính chính", "en": "to correct it"},
    "new_due": {"vi": "Hẹn lại {due}.", "en": "New date {due}."},
}


_NOBODY_SENDS: Final[Mapping[UUID, Delivery]] = MappingProxyType({})
_IN_BATCHES = (CopySigned.__name__, CopyStamped.__name__)
"""Facts that come one a copy: those of one batch are one moment."""


def _unknown(kind: str) -> tuple[Words, Tone]:
    """A later version of the program wrote it; its own name is better than nothing."""
    return {"vi": kind, "en": kind}, Tone.MUTE


def past(
    steps: Sequence[Step], language: Language, deliveries: Mapping[UUID, Delivery] = _NOBODY_SENDS
) -> list[Moment]:
    """Say what happened, the oldest first; what a citizen said of the service is not for here.

    Args:
        deliveries: of the station's own events, whether the province has them.
    """
    moments: list[Moment] = []
    for kind, same in groupby(steps, key=lambda step: step.fact.kind):
        together = list(same)
        if kind == ServiceRated.__name__:
            continue
        if kind in _IN_BATCHES and len(together) > 1:
            slowest = _slowest(together, deliveries)
            moments.append(replace(_batch(together, language), delivery=slowest))
        else:
            moments += [
                replace(_moment(step, language), delivery=deliveries.get(step.fact.event_id))
                for step in together
            ]
    return moments


def _slowest(batch: Sequence[Step], deliveries: Mapping[UUID, Delivery]) -> Delivery | None:
    """Say of a batch what the province has not got of it."""
    found = {deliveries.get(step.fact.event_id) for step in batch}
    order = (Delivery.REFUSED, Delivery.WAITING, Delivery.SENT)
    return next((state for state in order if state in found), None)


def _moment(step: Step, language: Language) -> Moment:
    words, tone = FACTS.get(step.fact.kind) or _unknown(step.fact.kind)
    if step.fact.kind == "ResultReturned" and step.dossier.status.is_without_result:
        words = PAPERS_GIVEN_BACK
    return Moment(
        at=step.fact.occurred_at,
        title=words[language],
        detail=_detail(step, language),
        tone=tone,
    )


def _batch(batch: Sequence[Step], language: Language) -> Moment:
    """Say of a whole batch what was done, when the last copy of it was."""
    last = batch[-1].fact
    words, tone = FACTS[last.kind]
    unstamped = any(step.fact.payload.get("stamped") is False for step in batch)
    said = (
        _W["copies"][language].format(count=len(batch)),
        str(last.payload.get("signer") or ""),
        _W["unstamped"][language] if unstamped else "",
    )
    return Moment(
        at=last.occurred_at,
        title=words[language],
        detail=" · ".join(filter(None, said)),
        tone=tone,
    )


def _detail(step: Step, language: Language) -> str:
    """Say the one thing of a fact that is asked for most."""
    payload, after = step.fact.payload, step.dossier
    match step.fact.kind:
        case "DossierReceived" | "DossierLodged":
            return f"{after.officer_name}, {_W['here'][language].format(counter=after.counter)}"
        case "SupplementRequested":
            return listed([item.name for item in after.supplements[-1].items])
        case "DossierCorrected":
            correction = after.corrections[-1]
            void = _W["void"][language].format(version=correction.version - 1)
            return f"{void} {correction.reason}"
        case "SupplementBrought":
            request = after.supplements[-1]
            if request.still_lacking:
                left = listed([item.name for item in request.still_lacking])
                return _W["still"][language].format(what=left)
            return after.due_reason
        case "FinancialDutyAnnounced":
            duty = after.financial_duties[-1]
            amount = f"{figures(duty.amount_vnd)} đ" if duty.amount_vnd is not None else ""
            return " · ".join(filter(None, (duty.description, amount)))
        case "DeadlineExtended" if after.extension:
            due = after.extension.due_at
            new = _W["new_due"][language].format(due=f"{clock(due)} {numeric_date(due.date())}")
            return f"{new} {after.extension.reason}"
        case "DossierAcceptedByAgency":
            return after.handling_agency
        case "DossierRefused" if after.refusal:
            return listed([*after.refusal.reasons])
        case "ResultIssued":
            return listed([" ".join(filter(None, (r.name, r.number))) for r in after.results])
        case "DossierForwarded":
            return f"{after.hand_overs[-1].list_number} · {after.hand_overs[-1].agency}"
        case "FolderTaken":
            return str(payload.get("receiver") or "")
        case "DuplicateFlagged" if after.twins:
            twin = after.twins[-1]
            where = _W["here"][language].format(counter=twin.counter)
            return f"{twin.dossier_code} · {where}, {twin.officer_name}"
        case "DuplicatesKept" | "DuplicateEnded":
            said = (payload.get("dossier_code"), payload.get("reason"), payload.get("decided_by"))
            return " · ".join(str(part) for part in said if part)
        case "CopySigned":
            unstamped = "" if payload.get("stamped") else _W["unstamped"][language]
            return " · ".join(filter(None, (str(payload.get("signer") or ""), unstamped)))
        case "ApprovalAsked" | "ApprovalGiven" | "ApprovalRefused":
            return approval_detail(step.fact, language)
        case "NumbersRevealed":
            seen_for = _W.get(f"seen {payload.get('seen_for')}")
            by = str(payload.get("officer_name") or "")
            return " · ".join(filter(None, (by, seen_for[language] if seen_for else "")))
        case "ResultArrived":
            return after.shelf or ""
        case "ResultReturned" if after.returned:
            return after.returned.collector.full_name
        case "FeeCollected" if after.payments:
            return f"{figures(after.payments[-1].amount_vnd)} đ"
        case "SlipPrinted" if after.prints:
            last = after.prints[-1]
            paper = paper_name(last.form, language)
            said = (paper, last.printer, last.reason)
            return " · ".join(part for part in said if part)
    return str(payload.get("reason") or payload.get("by") or "")


def expected(dossier: Dossier, language: Language) -> list[Moment]:
    """Say what is still to come."""
    coming = []
    if (request := dossier.open_supplement) is not None:
        deadline = request.deadline_on
        coming.append(
            Moment(
                at=datetime.combine(deadline, datetime.min.time()) if deadline else None,
                title=_W["asked_papers"][language],
                detail=listed([item.name for item in request.still_lacking]),
                tone=Tone.WARN,
                expected=True,
            )
        )
    if dossier.due_at is not None and dossier.status.is_open:
        coming.append(
            Moment(
                at=dossier.due_at,
                title=_W["expected"][language],
                detail=dossier.due_reason,
                expected=True,
            )
        )
    return coming
