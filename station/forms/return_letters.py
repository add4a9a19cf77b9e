"""What is signed when a result or papers are given back, and when the slip was lost."""

from collections.abc import Sequence

from station.domain.dossier import Dossier, DossierStatus
from station.domain.person import Party
from station.domain.procedure import Procedure
from station.domain.processing import Collector, CollectorKind, HeldOriginal, ResultPaper
from station.forms.letter_facts import LetterFacts, day_of
from station.forms.letter_layouts import Names
from station.forms.wording import (
    in_capitals,
    maybe_time,
    one_line,
    phone_number,
    short_date,
    statutory_time,
)
from station.text import mask_number

_GIVEN_BACK = {
    DossierStatus.REFUSED: "Trả lại hồ sơ không được tiếp nhận",
    DossierStatus.STOPPED: "Trả lại hồ sơ dừng giải quyết",
    DossierStatus.WITHDRAWN: "Trả lại hồ sơ theo đề nghị rút của người nộp",
}


def result_receipt(dossier: Dossier, _: Procedure | None) -> LetterFacts | None:
    """Say which result was given to whom; None when none was given yet."""
    return None if dossier.status in _GIVEN_BACK else _given(dossier)


def papers_back(dossier: Dossier, _: Procedure | None) -> LetterFacts | None:
    """Say that a dossier without result was given back, and to whom; None when it was not."""
    return _given(dossier) if dossier.status in _GIVEN_BACK else None


def _given(dossier: Dossier) -> LetterFacts | None:
    withdrawal, returned = dossier.withdrawal, dossier.returned
    if returned is not None:
        at, officer, originals = returned.at, returned.officer_name, returned.originals_returned
        names = {**_collector(dossier, returned.collector), "note": one_line(returned.note)}
    elif withdrawal is not None:
        at, officer = withdrawal.at, withdrawal.officer_name
        originals = withdrawal.originals_returned
        collector = Collector(
            kind=CollectorKind.SUBMITTER,
            full_name=dossier.submitter.person.full_name,
            id_number=dossier.submitter.number,
        )
        names = {**_collector(dossier, collector), "note": one_line(withdrawal.reason)}
    else:
        return None
    return LetterFacts(
        dated=day_of(at),
        names={
            **names,
            "officer": one_line(officer),
            "officer_capitals": in_capitals(officer),
            "returned_at": statutory_time(at),
            "originals": _listed(originals),
            "slip": "đã khai báo mất, không còn giá trị" if _slip_is_lost(dossier) else "",
        },
        rows={"results": _results(dossier)},
    )


def lost_slip(dossier: Dossier, _: Procedure | None) -> LetterFacts | None:
    """Say that the slip is void and who took the result without it; None when it is not lost."""
    returned = dossier.returned
    declared_at = dossier.slip_lost_at or (returned.at if returned else None)
    if declared_at is None or not _slip_is_lost(dossier):
        return None
    names: Names = dict.fromkeys(
        ("collector", "collector_as", "collector_number", "collector_phone"), ""
    )
    if returned is not None:
        officer = returned.officer_name
        names = {
            **_collector(dossier, returned.collector),
            "officer_capitals": in_capitals(officer),
        }
    return LetterFacts(
        dated=day_of(declared_at),
        names={**names, "returned_at": maybe_time(returned.at if returned else None)},
    )


def _slip_is_lost(dossier: Dossier) -> bool:
    lost_at_return = dossier.returned is not None and dossier.returned.slip_lost
    return lost_at_return or dossier.slip_lost_at is not None


def _results(dossier: Dossier) -> list[Names]:
    if dossier.status in _GIVEN_BACK:
        return [{"number": "1", "name": _GIVEN_BACK[dossier.status], "reference": ""}]
    results: Sequence[ResultPaper] = dossier.results or (ResultPaper(name=dossier.subject),)
    return [
        {"number": str(number), "name": one_line(result.name), "reference": _reference(result)}
        for number, result in enumerate(results, 1)
    ]


def _reference(result: ResultPaper) -> str:
    on = f"ngày {short_date(result.issued_on)}" if result.issued_on else ""
    return ", ".join(filter(None, (one_line(result.number), on)))


def _collector(dossier: Dossier, collector: Collector) -> Names:
    number = one_line(collector.id_number)
    return {
        "collector": in_capitals(collector.full_name),
        "collector_as": _capacity(collector),
        "collector_number": mask_number(number) if number else "",
        "collector_phone": phone_number(_phone(dossier, collector)),
        "method": "bưu chính" if collector.kind is CollectorKind.POST else "tại quầy",
    }


def _capacity(collector: Collector) -> str:
    match collector.kind:
        case CollectorKind.OWNER:
            return "(chủ hồ sơ)"
        case CollectorKind.SUBMITTER:
            return "(người nộp hồ sơ)"
        case CollectorKind.AUTHORISED:
            return f"(được ủy quyền: {one_line(collector.authorisation)})"
        case CollectorKind.POST:
            return f"(bưu chính, bưu gửi số {one_line(collector.tracking_number)})"


def _phone(dossier: Dossier, collector: Collector) -> str | None:
    party: Party | None = {
        CollectorKind.OWNER: dossier.owning_party,
        CollectorKind.SUBMITTER: dossier.submitter,
    }.get(collector.kind)
    return party.contact_phone if party else None


def _listed(originals: Sequence[HeldOriginal]) -> str:
    return "; ".join(f"{one_line(paper.name)} ({paper.count} bản)" for paper in originals)
