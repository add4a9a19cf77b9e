"""By which version of its procedure a dossier goes on (features N25)."""

from station.domain.dossier import Dossier
from station.domain.procedure import Procedure
from station.ports.catalogue import CatalogueStore


def rules_of(dossier: Dossier, catalogue: CatalogueStore) -> Procedure | None:
    """Give the dossier's procedure, in its case, as it was when the dossier was received.

    A catalogue that came later never changes what a dossier that is here was promised. Where
    this store does not have that version (a dossier of a program that kept only the newest),
    the version answers that holds on the day of reception.
    """
    found = own_rules_of(dossier, catalogue)
    if found is None:
        that_day = catalogue.procedure(dossier.procedure_code, dossier.received_at.date())
        return _in_its_case(that_day[0], dossier) if that_day else None
    return found


def own_rules_of(dossier: Dossier, catalogue: CatalogueStore) -> Procedure | None:
    """Give the dossier's own version only; None where this store does not have it."""
    found = catalogue.procedure_of(dossier.procedure_code, dossier.catalogue)
    return _in_its_case(found, dossier) if found else None


def _in_its_case(procedure: Procedure, dossier: Dossier) -> Procedure:
    """Give the case as far as this version knows it: another version may have other cases."""
    known = dossier.case is None or any(case.key == dossier.case for case in procedure.cases)
    return procedure.in_case(dossier.case) if known else procedure
