"""What a chip holds is what its issuer signed, or the officer hears of it."""

from pathlib import Path
from random import Random

import pytest
from cryptography.hazmat.primitives import serialization

from devices.chip.files import DETAILS, ZONE
from devices.chip.id_chip import read_id_chip
from devices.chip.passive import SECURITY_OBJECT, prove, read_authorities
from station.domain.chip import ZoneKey
from station.domain.id_card import ChipProof, IdWarning
from tests.devices.chip.issuer import KINDS, Issuer
from tests.devices.chip.test_id_chip import Reader
from tests.devices.chip.virtual_chip import PERSON, ZONE_KEY, VirtualChip, details_file, zone_file

ZONE_FILE, DETAILS_FILE = zone_file(), details_file(PERSON)
GROUPS = {1: ZONE_FILE, 13: DETAILS_FILE}
STATE, OTHER = Issuer(), Issuer()


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_state_signed_is_genuine(kind: str) -> None:
    issuer = Issuer(kind)
    signed = issuer.security_object(GROUPS)

    assert prove(signed, GROUPS, [OTHER.authority, issuer.authority]) is ChipProof.GENUINE
    assert prove(signed, GROUPS, []) is ChipProof.ISSUER_UNKNOWN


def test_a_state_of_the_same_name_with_another_key_is_another_one() -> None:
    signed = STATE.security_object(GROUPS)

    assert prove(signed, GROUPS, [OTHER.authority]) is ChipProof.ISSUER_OTHER


@pytest.mark.parametrize("kind", KINDS)
def test_a_group_that_was_altered_is_told(kind: str) -> None:
    issuer = Issuer(kind)
    signed = issuer.security_object(GROUPS)
    forged = {1: ZONE_FILE, 13: details_file(PERSON | {2: "Trần Thị Giả"})}

    assert prove(signed, forged, [issuer.authority]) is ChipProof.ALTERED


def test_a_group_that_was_never_signed_is_told() -> None:
    signed = STATE.security_object({1: ZONE_FILE})

    assert prove(signed, GROUPS, [STATE.authority]) is ChipProof.ALTERED


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_that_somebody_else_signed_is_told(kind: str) -> None:
    issuer = Issuer(kind)
    other = Issuer(kind).security_object(GROUPS)
    signature = Issuer(kind)._sign(b"something else")
    assert other != issuer.security_object(GROUPS, signature=signature)

    found = prove(issuer.security_object(GROUPS, signature=signature), GROUPS, [])

    assert found is ChipProof.ALTERED


def test_hashes_put_into_a_signed_list_break_its_signature() -> None:
    signed = STATE.security_object(GROUPS)
    forged_group = details_file(PERSON | {2: "Trần Thị Giả"})
    own = Issuer().security_object({1: ZONE_FILE, 13: forged_group})
    start, end = own.index(b"\x04\x20"), own.index(b"\x04\x20") + 34

    altered = signed.replace(signed[signed.index(b"\x04\x20") :][:34], own[start:end], 1)

    groups = {1: ZONE_FILE, 13: forged_group}
    assert prove(altered, groups, [STATE.authority]) is ChipProof.ALTERED


@pytest.mark.parametrize("seed", range(60))
def test_whatever_a_chip_sends_is_judged_and_never_believed(seed: int) -> None:
    chance = Random(seed)
    signed = bytearray(STATE.security_object(GROUPS))
    for _ in range(chance.choice((1, 3, 20))):
        signed[chance.randrange(len(signed))] = chance.randrange(256)

    for content in (bytes(signed), bytes(signed[: chance.randrange(len(signed))]), b"", b"\x77"):
        found = prove(content, {1: ZONE_FILE, 13: details_file({2: "Giả"})}, [STATE.authority])
        assert found in (ChipProof.UNCHECKED, ChipProof.ALTERED)


def chip(**files: bytes) -> VirtualChip:
    held = {ZONE: ZONE_FILE, DETAILS: DETAILS_FILE}
    named = {"security_object": SECURITY_OBJECT, "details": DETAILS}
    return VirtualChip(files=held | {named[name]: content for name, content in files.items()})


def test_the_card_says_what_its_chip_proves() -> None:
    signed = STATE.security_object(GROUPS)
    keys = [ZoneKey(ZONE_KEY)]

    genuine = read_id_chip(Reader(chip(security_object=signed)).connect, keys, [STATE.authority])
    unknown = read_id_chip(Reader(chip(security_object=signed)).connect, keys)
    unsigned = read_id_chip(Reader(chip()).connect, keys)

    assert genuine.chip_proof is ChipProof.GENUINE
    assert unknown.chip_proof is ChipProof.ISSUER_UNKNOWN
    assert unsigned.chip_proof is ChipProof.UNCHECKED
    assert genuine.warnings == unknown.warnings == unsigned.warnings == ()


def test_a_card_with_an_altered_chip_is_read_with_a_warning() -> None:
    forged = details_file(PERSON | {2: "Trần Thị Giả"})
    lying = chip(security_object=STATE.security_object(GROUPS), details=forged)

    card = read_id_chip(Reader(lying).connect, [ZoneKey(ZONE_KEY)], [STATE.authority])

    assert card.full_name == "Trần Thị Giả"
    assert card.chip_proof is ChipProof.ALTERED
    assert IdWarning.CHIP_ALTERED in card.warnings


def test_certificates_of_both_kinds_are_read_and_others_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.cer").write_bytes(STATE.authority.public_bytes(serialization.Encoding.DER))
    (tmp_path / "b.pem").write_bytes(OTHER.authority.public_bytes(serialization.Encoding.PEM))
    (tmp_path / "c.txt").write_text("no certificate")

    assert read_authorities(tmp_path) == (STATE.authority, OTHER.authority)
    assert read_authorities(tmp_path / "none") == ()
