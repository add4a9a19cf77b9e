"""Forms 02 to 05: more papers are asked for, the dossier is refused, is late, or is stopped."""

from station.domain.dossier import Dossier
from station.domain.procedure import Procedure, RequiredDocument
from station.domain.processing import LackingPaper
from station.forms.letter_facts import LetterFacts, day_of
from station.forms.letter_layouts import Names
from station.forms.wording import in_capitals, maybe_time, one_line, short_date, statutory_time
from station.words import capitalised, figures


def supplement_request(dossier: Dossier, procedure: Procedure | None) -> LetterFacts | None:
    """Say what the last request asks for; None when nothing was ever asked for.

    Args:
        procedure: tells how many of each paper are wanted; without it that is left to the pen.
    """
    if not dossier.supplements:
        return None
    request = dossier.supplements[-1]
    lacking = [
        _lacking(number, item, procedure.document(item.index) if procedure else None)
        for number, item in enumerate(request.items, 1)
    ]
    return LetterFacts(
        dated=day_of(request.requested_at),
        names={
            **_signed_by(request.requested_by),
            "reason": sentence(request.reason),
            "legal_basis": one_line(request.legal_basis),
            "missed_before": one_line(request.missed_before),
            "deadline": short_date(request.deadline_on) if request.deadline_on else "",
        },
        rows={"lacking": lacking},
    )


def _lacking(number: int, item: LackingPaper, wanted: RequiredDocument | None) -> Names:
    what = one_line(item.what)
    counts = (wanted.originals, wanted.certified_copies, wanted.copies) if wanted else (None,) * 3
    kinds = ("originals", "certified_copies", "copies")
    return {
        "number": str(number),
        "name": one_line(item.name),
        "detail": f"– {what}" if what else "",
        **{
            kind: "" if count is None else str(count or "–")
            for kind, count in zip(kinds, counts, strict=True)
        },
    }


def refusal(dossier: Dossier, _: Procedure | None) -> LetterFacts | None:
    """Say why the dossier is not accepted; None when it was not refused."""
    refused = dossier.refusal
    if refused is None:
        return None
    return LetterFacts(
        dated=day_of(refused.at),
        names={
            **_signed_by(refused.officer_name),
            "reason": " ".join(sentence(reason) for reason in refused.reasons),
            "legal_basis": one_line(refused.legal_basis),
        },
    )


def apology(dossier: Dossier, _: Procedure | None) -> LetterFacts | None:
    """Say why the result is late and when it comes; None when the time was not extended."""
    extension = dossier.extension
    if extension is None:
        return None
    return LetterFacts(
        dated=day_of(extension.at),
        names={
            "paper_number": one_line(extension.apology_number),
            "earlier_due": maybe_time(extension.due_before),
            "new_due": statutory_time(extension.due_at),
            "reason": sentence(extension.reason),
        },
    )


def stop_notice(dossier: Dossier, _: Procedure | None) -> LetterFacts | None:
    """Say that and why the dossier is not processed any more; None when it was not stopped."""
    stop = dossier.stop
    if stop is None:
        return None
    refunded = sum(payment.refunded_vnd for payment in dossier.payments)
    return LetterFacts(
        dated=day_of(stop.at),
        names={
            "paper_number": "",
            "stopped_by": one_line(stop.by),
            "stopped_at": statutory_time(stop.at),
            "reason": sentence(stop.reason),
            "legal_basis": one_line(stop.legal_basis),
            "stage": _stage(dossier),
            "paid": f"{figures(dossier.paid_vnd + refunded)} đồng",
            "refunded": f"{figures(refunded)} đồng",
        },
    )


def _stage(dossier: Dossier) -> str:
    if dossier.open_supplement:
        return "chờ bổ sung, hoàn thiện hồ sơ"
    if any(duty.met_at is None for duty in dossier.financial_duties):
        return "chờ thực hiện nghĩa vụ tài chính"
    return "đang giải quyết"


def _signed_by(officer_name: str) -> Names:
    return {"officer": one_line(officer_name), "officer_capitals": in_capitals(officer_name)}


def sentence(text: str) -> str:
    """Write a reason as a sentence of its own: a capital first, a full stop last."""
    text = capitalised(one_line(text))
    return text if not text or text.endswith((".", "!", "?", "…", ":")) else f"{text}."
