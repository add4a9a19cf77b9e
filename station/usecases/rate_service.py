"""Write down how content a citizen is with one act: once, and of the dossier it was done on."""

from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import ServiceRated
from station.domain.ratings import RatedAct, Satisfaction
from station.errors import StationError
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require


class AlreadyRatedError(StationError):
    """This act was rated before; the first word stands."""

    code = "DOS-070"

    def __init__(self, dossier_code: str, act: RatedAct) -> None:
        super().__init__(f"{act} of {dossier_code} was rated")
        self.dossier_code, self.act = dossier_code, act


class NothingToRateError(StationError):
    """The act that is rated was not done on this dossier."""

    code = "DOS-071"

    def __init__(self, dossier_code: str, act: RatedAct) -> None:
        super().__init__(f"there was no {act} of {dossier_code}")
        self.dossier_code, self.act = dossier_code, act


def rate_service(
    dossier_id: UUID, act: RatedAct, satisfaction: Satisfaction, *, acting: Acting
) -> Dossier:
    """Note the citizen's word, and give the dossier as it is then.

    Raises:
        NothingToRateError, AlreadyRatedError: nothing was changed.
        StationError: the officer may not work on dossiers, or the clock cannot be trusted.
    """
    require(acting.officer, Act.WORK_ON_DOSSIER)
    with acting.work as work:
        dossier = work.dossier(dossier_id)
        if act is RatedAct.RETURN and dossier.returned is None:
            raise NothingToRateError(dossier.code, act)
        if any(rating.act is act for rating in dossier.ratings):
            raise AlreadyRatedError(dossier.code, act)
        rated = ServiceRated(act=act, satisfaction=satisfaction)
        note(acting, rated, dossier_id=dossier_id, at=now_in(acting))
        after = work.project(dossier_id)
        work.commit()
    return after
