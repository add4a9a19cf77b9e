"""Which papers an act owes the citizen."""

from collections.abc import Sequence

from station.domain.dossier import Dossier
from station.forms.appointment_slip import FORM
from station.forms.receipt import FORM as RECEIPT

_SLIPS = (FORM, RECEIPT)


def owed_papers(dossier: Dossier, papers: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Leave out the slip of a dossier that is answered at once (NĐ 61/2018 Art. 17(4)).

    One that came out before is replaced all the same: the version on it is void.

    Args:
        papers: form and sheet of what the act prints otherwise.
    """
    if not dossier.slip_on_request:
        return papers
    asked_for = {done.form for done in dossier.prints}
    return [each for each in papers if each[0] not in _SLIPS or each[0] in asked_for]
