"""Give a dossier back to an applicant who takes it back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from station.domain.acts import DossierAct
from station.domain.dossier import Dossier
from station.domain.events import DossierWithdrawn, Event, SlipDeclaredLost
from station.text import clean
from station.usecases.dossier_act import Acting, act_on
from station.usecases.stated_reasons import stated_reason


def withdraw_dossier(
    dossier_id: UUID,
    reason: str,
    *,
    acting: Acting,
    papers: Sequence[tuple[str, str]] = (),
) -> Dossier:
    """Note the applicant's wish, and that every original was given back. Nothing is deleted.

    Raises:
        NoReasonError: nothing was changed.
        StationError: as ``act_on`` does; a signed result cannot be withdrawn any more.
    """

    def decide(dossier: Dossier, _now: datetime) -> Sequence[Event]:
        return (
            DossierWithdrawn(
                reason=stated_reason(reason, DossierAct.WITHDRAW),
                originals_returned=dossier.originals_to_withdraw,
                officer_name=acting.officer.display_name,
            ),
        )

    return act_on(dossier_id, DossierAct.WITHDRAW, decide, acting=acting, papers=papers)


def declare_slip_lost(
    dossier_id: UUID, *, declared_by: str, note: str | None = None, acting: Acting
) -> Dossier:
    """Note that the applicant lost the slip: it is void, and the identity must be checked.

    Raises:
        StationError: as ``act_on`` does.
    """

    def decide(dossier: Dossier, _now: datetime) -> Sequence[Event]:
        name = clean(declared_by) or dossier.submitter.person.full_name
        return (SlipDeclaredLost(declared_by=name, note=clean(note or "") or None),)

    return act_on(dossier_id, DossierAct.DECLARE_SLIP_LOST, decide, acting=acting)
