"""A supervisor says why two dossiers of one person, from two counters, both go on."""

from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import DuplicatesKept
from station.errors import StationError
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require
from station.usecases.stated_reasons import stated_reason

KEEP = "keep_duplicates"


class NoSuchTwinError(StationError):
    """No decision is open about such another dossier."""

    code = "DOS-072"

    def __init__(self, dossier_code: str, twin_code: str, open_twins: tuple[str, ...]) -> None:
        super().__init__(f"{dossier_code} has no open twin {twin_code[:60]!r}")
        self.dossier_code, self.twin_code, self.open_twins = (
            dossier_code,
            twin_code[:60],
            open_twins,
        )


def keep_duplicates(dossier_id: UUID, twin_code: str, reason: str, *, acting: Acting) -> Dossier:
    """Note that both go on, and why; the province tells the other counter.

    Raises:
        NotAllowedError: the officer is no supervisor.
        NoSuchTwinError: there is no such twin, or it was decided already.
        NoReasonError: nothing says why. Nothing was changed.
    """
    require(acting.officer, Act.SETTLE_DUPLICATES)
    with acting.work as work:
        before = work.dossier(dossier_id)
        codes = tuple(twin.dossier_code for twin in before.open_twins)
        if twin_code.strip().upper() not in codes:
            raise NoSuchTwinError(before.code, twin_code, codes)
        event = DuplicatesKept(
            dossier_code=twin_code.strip().upper(),
            reason=stated_reason(reason, KEEP),
            decided_by=acting.officer.display_name,
        )
        note(acting, event, dossier_id=dossier_id, at=now_in(acting))
        after = work.project(dossier_id)
        work.commit()
    return after
