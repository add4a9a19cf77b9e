"""Show the whole numbers of a dossier's people, and keep who had them shown."""

from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import NumbersRevealed, SeenFor
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require


def reveal_numbers(dossier_id: UUID, seen_for: SeenFor, *, acting: Acting) -> Dossier:
    """Give the dossier, after it was written down who looks at its numbers.

    Raises:
        NotAllowedError: the officer's role does not work on dossiers.
        WrongClockError: it could not be said when; nothing is shown.
    """
    require(acting.officer, Act.WORK_ON_DOSSIER)
    with acting.work as work:
        event = NumbersRevealed(officer_name=acting.officer.display_name, seen_for=seen_for)
        note(acting, event, dossier_id=dossier_id, at=now_in(acting))
        dossier = work.project(dossier_id)
        work.commit()
    return dossier
