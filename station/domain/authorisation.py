"""Uỷ quyền: who may act for the owner of a dossier, how far, how long, and by which paper.

Sources: BLDS 2015 Art. 138 (authorised person), 140 (end of authority), 141 to 143 (its scope),
563 (one year where nothing else was said); NĐ 61/2018/NĐ-CP Art. 6 (who acts at the one-stop shop).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from station.domain.dossier import SubmittedDocument
from station.domain.person import Authorisation, AuthorisationScope
from station.domain.person_checks import Finding, PersonDoubt, PersonField, years_after
from station.errors import StationError
from station.text import fold

LEGAL_REPRESENTATIVE = "Đại diện theo pháp luật"
"""Parents, guardians, the head of an organisation: they act by law, and bring no letter."""
_LETTERS = ("uy quyen", "gioi thieu")
_YEARS_WITHOUT_TERM = 1
"""BLDS 2015 Art. 563: an authorisation that names no term."""


class AuthorisationLapsedError(StationError):
    """The authorisation had ended, or not begun, when the dossier was handed in."""

    code = "DOS-040"

    def __init__(self, because: str, on: date) -> None:
        super().__init__(f"the authorisation is {because}")
        self.why, self.on = because, on


class AuthorisationScopeError(StationError):
    """The authorisation covers collecting the result only."""

    code = "DOS-041"


def require_may_submit(authorisation: Authorisation | None, on: date) -> None:
    """Let somebody hand in for another one, or refuse.

    Raises:
        AuthorisationLapsedError: its day is past, or has not come (BLDS Art. 140(3)).
        AuthorisationScopeError: it does not cover handing in (BLDS Art. 141).
    """
    if authorisation is None:
        return
    if authorisation.expires_on is not None and authorisation.expires_on < on:
        raise AuthorisationLapsedError("lapsed", authorisation.expires_on)
    if authorisation.issued_on is not None and authorisation.issued_on > on:
        raise AuthorisationLapsedError("not_begun", authorisation.issued_on)
    if authorisation.scope is AuthorisationScope.COLLECT:
        raise AuthorisationScopeError("it covers collecting only")


def check_authorisation(
    authorisation: Authorisation | None, *, has_owner: bool, on: date
) -> tuple[Finding, ...]:
    """Say what is odd about acting for another one; see ``person_checks``."""
    return tuple(_doubts(authorisation, has_owner=has_owner, on=on))


def _doubts(authorisation: Authorisation | None, *, has_owner: bool, on: date) -> Iterator[Finding]:
    if authorisation is None:
        if has_owner:
            yield Finding(PersonField.AUTHORISATION_KIND, PersonDoubt.NO_AUTHORISATION)
        return
    if not has_owner:
        yield Finding(PersonField.AUTHORISATION_KIND, PersonDoubt.AUTHORISED_BY_NOBODY)
    if not needs_letter(authorisation.kind):
        return
    issued_on = authorisation.issued_on
    if issued_on is None:
        yield Finding(PersonField.ISSUED_ON, PersonDoubt.NO_DAY_OF_AUTHORISATION)
    elif authorisation.expires_on is None and years_after(issued_on, _YEARS_WITHOUT_TERM) <= on:
        yield Finding(PersonField.EXPIRES_ON, PersonDoubt.OVER_A_YEAR)
    elif authorisation.expires_on is not None and authorisation.expires_on < issued_on:
        yield Finding(PersonField.EXPIRES_ON, PersonDoubt.ENDS_BEFORE_IT_BEGINS)


def needs_letter(kind: str) -> bool:
    """Tell whether somebody who acts by this must bring a paper that says so."""
    return fold(LEGAL_REPRESENTATIVE) not in fold(kind)


def is_letter(name: str, kind: str) -> bool:
    """Tell by its name whether a paper of the dossier is the letter of authorisation."""
    folded = fold(name)
    return fold(kind) in folded or any(words in folded for words in _LETTERS)


def letter_row(kind: str) -> SubmittedDocument:
    """Give the row of a letter that the procedure's own list does not have."""
    return SubmittedDocument(index=0, name=kind, mandatory=True)


def as_letter(row: SubmittedDocument) -> SubmittedDocument:
    """Make a row mandatory, as the letter is where somebody acts for another one."""
    return replace(row, mandatory=True)
