from collections.abc import Callable
from dataclasses import replace
from typing import cast
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from station.domain.dossier import Dossier
from station.domain.events import Corrected, DossierCorrected
from station.domain.history import fold
from station.ports.dossier_queries import DossierQueries
from station.usecases.show_papers import check_slip, slip_of
from tests.builders import MONDAY, a_chain, a_reception
from tests.paper_samples import OFFICE

KEY = Ed25519PrivateKey.generate()
DOSSIER = fold(a_chain(a_reception(form_set="tt-03-2025")))


def verify(signature: bytes, message: bytes) -> bool:
    try:
        KEY.public_key().verify(signature, message)
    except InvalidSignature:
        return False
    return True


class Here:
    """A station that has one dossier, or none."""

    def __init__(self, dossier: Dossier | None) -> None:
        self._dossier = dossier

    def find(self, dossier_code: str) -> UUID | None:
        return self._dossier.dossier_id if self._dossier else None

    def dossier(self, dossier_id: UUID) -> Dossier:
        assert self._dossier is not None
        return self._dossier


def slip_text() -> str:
    slip = slip_of(
        DOSSIER, offices=[OFFICE], sign=KEY.sign, printed_at=MONDAY, printed_by="Trần Thị Hạnh"
    )
    return slip.qr_text


def check(text: str, here: Dossier | None, *, known: bool = True) -> tuple[bool, str]:
    found = check_slip(
        text,
        keys=lambda agency, counter: (verify,) if known else (),
        queries=cast("DossierQueries", Here(here)),
    )
    return found.valid, found.reason


def test_our_own_slip_is_genuine() -> None:
    assert check(slip_text(), DOSSIER) == (True, "genuine")


def test_a_slip_of_an_older_version_is_superseded() -> None:
    assert check(slip_text(), replace(DOSSIER, version=2)) == (False, "superseded")


def test_a_slip_that_was_replaced_says_by_which_version_when_and_why() -> None:
    """N6: the code on the old slip says that it is void, since when and why."""
    corrected = fold(
        a_chain(
            a_reception(form_set="tt-03-2025"),
            DossierCorrected(changes=Corrected(), reason="nhầm ngày hẹn", approval=None),
        )
    )

    found = check_slip(
        slip_text(),
        keys=lambda agency, counter: (verify,),
        queries=cast("DossierQueries", Here(corrected)),
    )

    assert (found.valid, found.reason) == (False, "superseded")
    assert (found.version, found.current_version) == (1, 2)
    assert found.since == corrected.corrections[0].at
    assert found.because == "nhầm ngày hẹn"


def test_a_slip_that_was_declared_lost_is_void() -> None:
    assert check(slip_text(), replace(DOSSIER, slip_lost_at=MONDAY)) == (False, "declared_lost")


def test_a_genuine_slip_of_a_dossier_that_is_not_here_says_so() -> None:
    assert check(slip_text(), None) == (True, "unknown_here")


@pytest.mark.parametrize(
    ("change", "known", "reason"),
    [
        (lambda text: text.replace("-0300", "-0301"), True, "forged"),
        (lambda text: text, False, "unknown_key"),
        (lambda text: text[:40], True, "malformed"),
        (lambda text: "", True, "malformed"),
    ],
)
def test_other_slips_are_not_valid_and_say_why(
    change: Callable[[str], str], known: bool, reason: str
) -> None:
    assert check(change(slip_text()), DOSSIER, known=known) == (False, reason)
