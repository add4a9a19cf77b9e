"""Phi địa giới: a dossier that an agency of another territory will handle (NĐ 309/2026 Art. 14)."""

from station.domain.procedure import Procedure, Territory
from station.errors import StationError
from station.usecases.reception_input import DestinationInput, needed_text

_REACH = (Territory.OWN, Territory.PROVINCE, Territory.NATION)
"""Each reaches what stands before it too."""


class NotForOtherTerritoriesError(StationError):
    """The procedure may not be received for so distant an agency."""

    code = "DOS-060"

    def __init__(self, procedure_code: str, agency: str, allowed: Territory) -> None:
        super().__init__(f"{procedure_code} may not be received for {agency[:200]!r}")
        self.procedure_code, self.agency, self.allowed = procedure_code, agency[:200], allowed


def destination(given: DestinationInput | None, procedure: Procedure) -> tuple[str, Territory]:
    """Give the agency that will handle the dossier, and where it is.

    Raises:
        NotForOtherTerritoriesError: the list of procedures does not reach that far.
        ReceptionInputError: the agency has no name.
    """
    if given is None:
        return procedure.agency, Territory.OWN
    agency = needed_text(given.agency, "destination.agency")
    require_reach(procedure, agency, given.territory)
    return agency, given.territory


def require_reach(procedure: Procedure, agency: str, territory: Territory) -> None:
    """Check that the procedure may be received for an agency so far away.

    Raises:
        NotForOtherTerritoriesError: it may not.
    """
    if _REACH.index(territory) > _REACH.index(procedure.territory):
        raise NotForOtherTerritoriesError(procedure.code, agency, procedure.territory)
