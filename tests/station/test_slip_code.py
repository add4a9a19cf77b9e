"""The slip's signed QR text: what is signed, what is forged, and what no reader may trip over."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from station.domain.ids import DossierCode
from station.domain.journal import VIETNAM
from station.domain.slip_code import (
    SlipFacts,
    SlipJudgement,
    SlipVerdict,
    Verify,
    lookup_code,
    sign_slip,
    verify_slip,
)

AGENCY = "H42.06"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
RETIRED_KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
FACTS = SlipFacts(
    dossier_code=DossierCode.parse("H42.06-261123-0217"),
    version=2,
    counter=3,
    due_at=datetime(2026, 12, 8, 16, 30, tzinfo=VIETNAM),
)
TEXT = sign_slip(FACTS, KEY.sign)
ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def verifier(key: Ed25519PrivateKey) -> Verify:
    def verify(signature: bytes, message: bytes) -> bool:
        try:
            key.public_key().verify(signature, message)
        except InvalidSignature:
            return False
        return True

    return verify


def keys(agency: str, counter: int) -> Sequence[Verify]:
    """The retired key of counter 3 stands first: a slip may bear either."""
    return [verifier(RETIRED_KEY), verifier(KEY)] if (agency, counter) == (AGENCY, 3) else []


def test_the_text_is_the_facts_in_clear_and_a_signature_in_alphanumeric_letters() -> None:
    assert TEXT.startswith("TMC1:H42.06-261123-0217:2:03:2612081630:")
    assert len(TEXT) == 136
    assert set(TEXT) <= ALPHANUMERIC


def test_a_signed_slip_is_genuine_and_states_its_facts() -> None:
    assert verify_slip(TEXT, keys) == SlipVerdict(SlipJudgement.GENUINE, FACTS)


def test_a_slip_signed_before_the_key_was_changed_is_still_genuine() -> None:
    old = sign_slip(FACTS, RETIRED_KEY.sign)

    assert verify_slip(old, keys).judgement is SlipJudgement.GENUINE


@pytest.mark.parametrize(
    ("was", "becomes"),
    [("0217", "0218"), (":2:", ":1:"), ("2612081630", "2612011630"), ("H42.06", "H42.07")],
    ids=["number", "version", "due date", "agency"],
)
def test_no_fact_can_be_changed_unseen(was: str, becomes: str) -> None:
    head, tail = TEXT[:40], TEXT[40:]
    forged = head.replace(was, becomes, 1) + tail

    assert verify_slip(forged, lambda *_: [verifier(KEY)]).judgement is SlipJudgement.FORGED


def test_a_slip_of_a_counter_without_a_key_here_is_not_called_forged() -> None:
    other = SlipFacts(dossier_code=FACTS.dossier_code, version=1, counter=9, due_at=FACTS.due_at)

    verdict = verify_slip(sign_slip(other, KEY.sign), keys)

    assert verdict == SlipVerdict(SlipJudgement.UNKNOWN_KEY, other)


def test_a_slip_of_another_province_is_read_and_its_key_is_unknown_here() -> None:
    code = DossierCode.parse("000.00.22.H40-261123-0217")
    other = SlipFacts(dossier_code=code, version=1, counter=3, due_at=FACTS.due_at)

    verdict = verify_slip(sign_slip(other, RETIRED_KEY.sign), keys)

    assert verdict == SlipVerdict(SlipJudgement.UNKNOWN_KEY, other)


def test_no_letter_of_the_text_can_be_another() -> None:
    for place, letter in enumerate(TEXT):
        for other in sorted(ALPHANUMERIC - {letter}):
            changed = TEXT[:place] + other + TEXT[place + 1 :]
            assert verify_slip(changed, keys).judgement is not SlipJudgement.GENUINE, changed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TMC1:",
        "H42.06-261123-0217",
        TEXT[:-3],
        TEXT + "00",
        TEXT.replace("TMC1", "TMC2"),
        TEXT.replace(":2:", ":0:"),
        TEXT.replace("2612081630", "2613081630"),
        TEXT.replace("H42.06-261123-0217", "H42.06-261323-0217"),
        TEXT.replace("2612081630", "٢٦١٢٠٨١٦٣٠"),
        TEXT[:40] + ":" * 96,
        "A" * 100_000,
    ],
    ids=lambda text: text[:44],
)
def test_anything_else_is_malformed_and_states_nothing(text: str) -> None:
    assert verify_slip(text, keys) == SlipVerdict(SlipJudgement.MALFORMED)


def test_what_readers_do_to_a_text_does_no_harm() -> None:
    for mangled in (
        TEXT.lower(),
        TEXT + "\r\n",
        "\t" + TEXT,
        " " + TEXT,
    ):
        assert verify_slip(mangled, keys).judgement is SlipJudgement.GENUINE


@given(
    number=st.integers(0, 9999),
    version=st.integers(1, 999),
    counter=st.integers(1, 99),
    minutes=st.integers(0, 40 * 365 * 24 * 60),
)
def test_every_signed_slip_can_be_verified(
    number: int, version: int, counter: int, minutes: int
) -> None:
    facts = SlipFacts(
        dossier_code=DossierCode(AGENCY, FACTS.dossier_code.on, number),
        version=version,
        counter=counter,
        due_at=datetime(2026, 1, 1, tzinfo=VIETNAM) + timedelta(minutes=minutes),
    )

    verdict = verify_slip(sign_slip(facts, KEY.sign), lambda *_: [verifier(KEY)])

    assert verdict == SlipVerdict(SlipJudgement.GENUINE, facts)


@given(st.text() | st.text("TMC1:H42.06-270 $%*+/", max_size=150).map(TEXT[:30].__add__))
def test_no_text_whatever_raises(text: str) -> None:
    assert verify_slip(text, keys).judgement is not SlipJudgement.GENUINE


def test_a_lookup_code_is_four_letters_that_nobody_misreads_and_stays_the_same() -> None:
    dossier_id = UUID("0193a2b4-7c11-7000-8000-000000000217")

    code = lookup_code(dossier_id)

    assert code == lookup_code(dossier_id)
    assert len(code) == 4
    assert not set(code) & set("0O1I2Z5S6B8")


def test_lookup_codes_spread_over_their_whole_alphabet() -> None:
    codes = {lookup_code(UUID(int=number)) for number in range(2000)}

    assert len(codes) > 1980
    assert len(set("".join(codes))) == 25
