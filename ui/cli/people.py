"""What is odd about the people of a dossier, as the acts that take people in answer it."""

from collections.abc import Sequence

from station.domain.authorisation import check_authorisation
from station.domain.dossier import Dossier
from station.domain.paper_checks import PaperFinding, paper_text
from station.domain.person_checks import Finding, Whose, check_people
from station.domain.person_doubt_words import finding_text
from station.words import Language


def people_doubts(dossier: Dossier, language: Language) -> list[dict[str, str]]:
    """Give whose field it is, a stable name of the doubt, and the sentence for the officer."""
    return [
        {
            "who": whose.value,
            "field": finding.field.value,
            "doubt": finding.doubt.value,
            "words": finding_text(whose, finding, language),
        }
        for whose, finding in _findings(dossier)
    ]


def paper_doubts(findings: Sequence[PaperFinding], language: Language) -> list[dict[str, str]]:
    """Give what is odd about the papers in the same form; the field is the row's number."""
    return [
        {
            "who": "paper",
            "field": str(finding.index),
            "doubt": finding.doubt.value,
            "words": paper_text(finding, language),
        }
        for finding in findings
    ]


def _findings(dossier: Dossier) -> list[tuple[Whose, Finding]]:
    on = dossier.received_at.date()
    of_letter = check_authorisation(
        dossier.authorisation, has_owner=dossier.owner is not None, on=on
    )
    return [
        *check_people(dossier.submitter, dossier.owner, on),
        *((Whose.AUTHORISATION, finding) for finding in of_letter),
    ]
