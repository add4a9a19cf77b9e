"""Refuse a dossier with its reasons (form 03)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.domain.acts import DossierAct
from station.domain.dossier import Dossier
from station.domain.events import DossierRefused, Event
from station.text import clean
from station.usecases.dossier_act import Acting, act_on
from station.usecases.stated_reasons import NoReasonError

LEGAL_BASIS = "NĐ 61/2018/NĐ-CP Điều 17 khoản 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseDossier:
    """The officer's decision: the office does not take this dossier, for these reasons."""

    reasons: tuple[str, ...]
    legal_basis: str | None = None


def refuse_dossier(
    dossier_id: UUID,
    command: RefuseDossier,
    *,
    acting: Acting,
    papers: Sequence[tuple[str, str]] = (),
) -> Dossier:
    """Note the refusal.

    Raises:
        NoReasonError: nothing was changed.
        StationError: as ``act_on`` does; once the agency has the dossier only it decides.
    """

    def decide(_dossier: Dossier, _now: datetime) -> Sequence[Event]:
        return (refused(command, by=acting.officer.display_name),)

    return act_on(dossier_id, DossierAct.REFUSE, decide, acting=acting, papers=papers)


def refused(command: RefuseDossier, *, by: str) -> DossierRefused:
    """Give the fact of a refusal, after checking that it has a reason."""
    reasons = tuple(filter(None, map(clean, command.reasons)))
    if not reasons:
        raise NoReasonError(DossierAct.REFUSE.value)
    return DossierRefused(
        reasons=reasons,
        legal_basis=clean(command.legal_basis or "") or LEGAL_BASIS,
        officer_name=by,
    )
