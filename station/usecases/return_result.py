"""Take results in at the counter, and give them to whom they belong (NĐ 61/2018 Art. 20)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.domain.acts import DossierAct
from station.domain.dossier import DeliveryMethod, Dossier
from station.domain.events import Event, ResultArrived, ResultReturned
from station.domain.person import AuthorisationScope, Party
from station.domain.processing import Collector, CollectorKind, HeldOriginal, ResultPaper
from station.errors import StationError
from station.text import clean, plain_number
from station.usecases.dossier_act import Acting, act_on


class MayNotCollectError(StationError):
    """This person may not take the result of this dossier (NĐ 61/2018 Art. 6, 20)."""

    code = "DOS-026"

    def __init__(self, dossier_code: str, why: str) -> None:
        super().__init__(f"{why} for {dossier_code}")
        self.dossier_code, self.why = dossier_code, why


class NotHeldError(StationError):
    """Originals are given back that the office does not hold."""

    code = "DOS-027"

    def __init__(self, dossier_code: str, name: str) -> None:
        super().__init__(f"{dossier_code} holds no such original")
        self.dossier_code, self.name = dossier_code, name


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeResultIn:
    """A result came to the counter; ``results`` names it where the province did not."""

    shelf: str | None = None
    results: tuple[ResultPaper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnResult:
    """Somebody stands at the counter to collect."""

    collector: Collector
    originals_returned: tuple[HeldOriginal, ...] | None = None
    """None: all that the office holds."""
    note: str | None = None


def take_result_in(dossier_id: UUID, command: TakeResultIn, *, acting: Acting) -> Dossier:
    """Note that the result lies at the counter, on its shelf.

    Raises:
        StationError: as ``act_on`` does.
    """

    def decide(_dossier: Dossier, _now: datetime) -> Sequence[Event]:
        return (ResultArrived(shelf=clean(command.shelf or "") or None, results=command.results),)

    return act_on(dossier_id, DossierAct.ARRIVE, decide, acting=acting)


def return_result(
    dossier_id: UUID,
    command: ReturnResult,
    *,
    acting: Acting,
    papers: Sequence[tuple[str, str]] = (),
) -> Dossier:
    """Give the result, and what originals are held, to somebody who may have them.

    Raises:
        MayNotCollectError, NotHeldError: nothing was changed.
        StationError: as ``act_on`` does.
    """

    def decide(dossier: Dossier, now: datetime) -> Sequence[Event]:
        require_collector(dossier, command.collector, now)
        held = Counter[str]()
        for original in dossier.held_originals:
            held[original.name] += original.count
        given = command.originals_returned
        for original in given or ():
            held[original.name] -= original.count
            if original.count < 1 or held[original.name] < 0:
                raise NotHeldError(dossier.code, original.name)
        return (
            ResultReturned(
                collector=command.collector,
                originals_returned=dossier.held_originals if given is None else given,
                officer_name=acting.officer.display_name,
                slip_lost=dossier.slip_lost_at is not None,
                note=clean(command.note or "") or None,
            ),
        )

    return act_on(dossier_id, DossierAct.RETURN, decide, acting=acting, papers=papers)


def require_collector(dossier: Dossier, collector: Collector, now: datetime) -> None:
    """Let somebody pass who may collect, or refuse.

    Raises:
        MayNotCollectError: says why in one word: ``identity`` (another number than the file's),
            ``no_number`` (no identity paper was shown), ``no_name``, ``not_authorised``,
            ``no_letter``, ``no_post``, ``not_presented`` (the dossier was received without the
            original of the identity paper, and it was not shown now either).
    """
    if not clean(collector.full_name):
        raise MayNotCollectError(dossier.code, "no_name")
    match collector.kind:
        case CollectorKind.OWNER:
            _require_identity(dossier, dossier.owning_party, collector)
        case CollectorKind.SUBMITTER:
            if dossier.owner is not None and not may_collect_for_owner(dossier, now):
                raise MayNotCollectError(dossier.code, "not_authorised")
            _require_identity(dossier, dossier.submitter, collector)
        case CollectorKind.AUTHORISED:
            if not clean(collector.authorisation or ""):
                raise MayNotCollectError(dossier.code, "no_letter")
            if not clean(collector.id_number or ""):
                raise MayNotCollectError(dossier.code, "no_number")
        case CollectorKind.POST:
            if dossier.delivery.method is not DeliveryMethod.POSTAL:
                raise MayNotCollectError(dossier.code, "no_post")
    if dossier.identity_unshown and not collector.id_seen:
        raise MayNotCollectError(dossier.code, "not_presented")


def may_collect_for_owner(dossier: Dossier, now: datetime) -> bool:
    """Tell whether the letter by which the submitter acted covers collecting, and is in force."""
    letter = dossier.authorisation
    if letter is None or letter.scope is AuthorisationScope.SUBMIT:
        return False
    return letter.expires_on is None or letter.expires_on >= now.date()


def _require_identity(dossier: Dossier, party: Party, collector: Collector) -> None:
    """The one who comes for an organisation is its representative."""
    paper = party.person.id_document
    known = paper.number if paper else None
    shown = clean(collector.id_number or "")
    if known is None:
        return  # a child, or somebody without a paper: the officer knows by the slip
    if not shown:
        raise MayNotCollectError(dossier.code, "no_number")
    if plain_number(shown) != plain_number(known):
        raise MayNotCollectError(dossier.code, "identity")
