"""The letter-like papers about one dossier: forms 02 to 06 and what is signed at the return.

Each says what the dossier's facts say and nothing else; what is not known is left to be written
by hand. No error code and no number of a person in clear stands on any of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from station.domain.dossier import Dossier
from station.domain.procedure import Procedure
from station.errors import StationError
from station.forms.control_sheet import control_sheet
from station.forms.dossier_label import LABEL
from station.forms.dossier_names import dossier_names
from station.forms.letter import Letter
from station.forms.letter_facts import LetterFacts
from station.forms.letter_layouts import Occasion, PaperKind, compose, form_of, forms_of
from station.forms.office import OfficeHeader
from station.forms.request_letters import apology, refusal, stop_notice, supplement_request
from station.forms.return_letters import lost_slip, papers_back, result_receipt
from station.forms.templates import BUILT_IN, Templates
from station.forms.wording import clock_and_date, in_capitals

_FACTS: dict[PaperKind, Callable[[Dossier, Procedure | None], LetterFacts | None]] = {
    PaperKind.SUPPLEMENT: supplement_request,
    PaperKind.REFUSAL: refusal,
    PaperKind.APOLOGY: apology,
    PaperKind.STOP: stop_notice,
    PaperKind.CONTROL: control_sheet,
    PaperKind.RESULT_RECEIPT: result_receipt,
    PaperKind.PAPERS_BACK: papers_back,
    PaperKind.LOST_SLIP: lost_slip,
}
DOSSIER_LETTERS = tuple(_FACTS)
"""The papers that are about one dossier."""


def papers_about(dossier: Dossier) -> tuple[str, ...]:
    """Name the papers that the dossier gives a reason for, as they are queued: letters in the
    order of the forms, then the sticker of its folder. The slip is another matter."""
    offered = {form.kind for form in forms_of(dossier.form_set)}
    letters = [
        kind.value
        for kind, facts in _FACTS.items()
        if kind in offered and facts(dossier, None) is not None
    ]
    return (*letters, LABEL)


class NothingToWriteError(StationError):
    """The dossier has no fact that this paper is about: no request, no refusal, no return."""

    code = "PAP-003"

    def __init__(self, kind: PaperKind, dossier: Dossier) -> None:
        super().__init__(f"dossier {dossier.code} gives no reason for the paper {kind}")
        self.form, self.dossier_code = kind, dossier.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """Where, by whom and when a paper is written; ``reprint`` is n for its n-th reprint."""

    office: OfficeHeader
    officer_name: str
    printed_at: datetime
    reprint: int = 0
    templates: Templates = BUILT_IN
    """What this office words in another way."""

    @property
    def marks(self) -> tuple[str, ...]:
        if not self.reprint:
            return ()
        at, by = clock_and_date(self.printed_at), in_capitals(self.officer_name)
        return (f"BẢN IN LẠI LẦN {self.reprint} – {at} – {by}",)


def dossier_letter(
    kind: PaperKind, dossier: Dossier, printing: Printing, procedure: Procedure | None = None
) -> Letter:
    """Say what a paper about a dossier says.

    Args:
        procedure: the dossier's own, as the catalogue had it then; None where it is not known.

    Raises:
        NoSuchFormError: the forms of the dossier's time have no such paper.
        NothingToWriteError: nothing happened that the paper is about.
    """
    form = printing.templates.of(form_of(kind, dossier.form_set), dossier.procedure_code)
    facts = _FACTS[kind](dossier, procedure) if kind in _FACTS else None
    if facts is None:
        raise NothingToWriteError(kind, dossier)
    occasion = Occasion(
        dated=facts.dated,
        printed_at=printing.printed_at,
        identity=dossier.code,
        whose=in_capitals(dossier.owning_party.name),
        marks=printing.marks,
    )
    names = dossier_names(dossier, printing.office, printing.officer_name)
    return compose(form, printing.office, occasion, {**names, **facts.names}, facts.rows)
