"""Cards that exist in memory only, read through every protocol, and cards that lie."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.chip.apdu import ChipError
from devices.chip.ciphers import Aes, SessionCipher, TwoKeyTripleDes
from devices.chip.files import CARD_ACCESS, DETAILS, LARGEST_FILE, ZONE, details_of, zone_of
from devices.chip.id_chip import read_id_chip
from devices.chip.pace import PaceOffer, offers_of
from devices.chip.tlv import encode
from station.domain.chip import (
    AccessNumber,
    ChipKey,
    ChipStaysLockedError,
    ChipUnreadableError,
    ZoneKey,
    chip_keys,
)
from station.domain.id_card import FieldSource, IdCardKind
from station.domain.id_text import parse_id_text
from tests.devices.chip.virtual_chip import (
    ACCESS_NUMBER,
    MRZ,
    PERSON,
    ZONE_KEY,
    VirtualChip,
    card_access,
    details_file,
    zone_file,
)

QR = "035199001234|168012345|Nguyễn Thị Ánh|05031999|Nữ|Tổ 5, Hà Nam|15062022"
ARC = bytes.fromhex("04007F0007020204")
CIPHERS: list[tuple[int, SessionCipher]] = [
    (1, TwoKeyTripleDes()),
    (2, Aes(16)),
    (3, Aes(24)),
    (4, Aes(32)),
]
OFFERS = [
    *(PaceOffer(ARC + bytes([2, last]), cipher, 13) for last, cipher in CIPHERS),
    *(PaceOffer(ARC + bytes([2, 2]), Aes(16), number) for number in (12, 15, 16)),
    PaceOffer(ARC + bytes([6, 4]), Aes(32), 16),
]


class Reader:
    """Connects to a card; each time the card has lost power."""

    def __init__(self, chip: VirtualChip) -> None:
        self.chip = chip
        self.times = 0

    @contextmanager
    def connect(self) -> Iterator[VirtualChip]:
        self.times += 1
        self.chip.reset()
        yield self.chip


def keys_of_the_code() -> tuple[ChipKey, ...]:
    return chip_keys(parse_id_text(QR))


def test_who_has_read_the_code_can_read_the_chip() -> None:
    reader = Reader(VirtualChip())

    card = read_id_chip(reader.connect, keys_of_the_code())

    assert card.kind is IdCardKind.CCCD_2021
    assert card.personal_number == "035199001234"
    assert card.full_name == "Nguyễn Thị Ánh"
    assert card.date_of_birth == date(1999, 3, 5)
    assert card.address == "Tổ 5, Minh Khai, Phủ Lý, Hà Nam"
    assert card.issued_on == date(2022, 6, 15)
    assert card.expires_on == date(2039, 3, 5)
    assert card.old_id_number == "168012345"
    assert card.warnings == ()
    assert set(card.sources.values()) == {FieldSource.CHIP}
    assert reader.times == 2  # once for what it offers, once to read: the first key fits


@pytest.mark.parametrize(
    "offer", OFFERS, ids=lambda one: f"{one.identifier.hex()[-4:]}-{one.curve_number}"
)
@pytest.mark.parametrize("key", [ZoneKey(ZONE_KEY), AccessNumber(ACCESS_NUMBER)])
def test_every_way_of_pace_reads_the_same(offer: PaceOffer, key: ChipKey) -> None:
    card = read_id_chip(Reader(VirtualChip(offer=offer)).connect, [key])

    assert card.full_name == "Nguyễn Thị Ánh"


def test_the_answer_to_a_wrong_access_number_is_the_next_key() -> None:
    chip = VirtualChip(offer=OFFERS[1])
    keys: list[ChipKey] = [AccessNumber("999999"), ZoneKey(ZONE_KEY[:-1] + "9"), ZoneKey(ZONE_KEY)]

    assert read_id_chip(Reader(chip).connect, keys).personal_number == "035199001234"


@pytest.mark.parametrize("offer", [None, OFFERS[1]])
def test_another_persons_card_stays_locked(offer: PaceOffer | None) -> None:
    reader = Reader(VirtualChip(offer=offer))
    other = parse_id_text("001080004321||Trần Văn Bình|02011980|Nam|Hà Nội|01012022")

    with pytest.raises(ChipStaysLockedError):
        read_id_chip(reader.connect, chip_keys(other))
    assert reader.times <= 7


def test_a_passport_has_no_details() -> None:
    mrz = (
        "P<VNMNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<<<<<<<<<<"
        + "B1234567<8VNM9903056M3001012035199001234<<66"
    )
    chip = VirtualChip(zone_key="B1234567<899030563001012", files={ZONE: zone_file(mrz)})

    card = read_id_chip(Reader(chip).connect, [ZoneKey("B1234567<899030563001012")])

    assert card.full_name == "NGUYEN VAN AN"
    assert set(card.sources.values()) == {FieldSource.CHIP}


@pytest.mark.parametrize(
    "files",
    [
        {},
        {ZONE: b""},
        {ZONE: b"\x61"},
        {ZONE: zone_file("X" * 90)},
        {ZONE: encode(0x61, b"\x5f\x1f\x82\xff\xff")},
        {ZONE: b"\x61\x83\xff\xff\xff" + bytes(300)},
        {ZONE: zone_file(), DETAILS: encode(0x6D, b"\x30\x7f")},
        {ZONE: zone_file(), DETAILS: details_file(PERSON)[:40]},
        {ZONE: zone_file(), DETAILS: encode(0x6D, b"\xff" * 90)},
    ],
    ids=["none", "empty", "cut", "no-zone", "long-text", "long-file", "long-row", "short", "noise"],
)
def test_a_chip_that_makes_no_sense_is_an_error(files: dict[int, bytes]) -> None:
    chip = VirtualChip(files=files)

    with pytest.raises(ChipUnreadableError):
        read_id_chip(Reader(chip).connect, [ZoneKey(ZONE_KEY)])
    assert len(chip.commands) < 20


def test_a_file_never_grows_over_the_limit() -> None:
    huge = {ZONE: encode(0x61, bytes(LARGEST_FILE))}
    chip = VirtualChip(files=huge)

    with pytest.raises(ChipUnreadableError):
        read_id_chip(Reader(chip).connect, [ZoneKey(ZONE_KEY)])
    assert len(chip.commands) < 12  # its first bytes said so


def test_a_card_that_is_taken_away_is_an_error() -> None:
    chip = VirtualChip()

    @contextmanager
    def connect() -> Iterator[VirtualChip]:
        if len(chip.commands) > 3:
            raise OSError("no card")
        chip.reset()
        yield chip

    with pytest.raises(ChipUnreadableError):
        read_id_chip(connect, [AccessNumber("1"), ZoneKey("x"), ZoneKey("y"), ZoneKey(ZONE_KEY)])


def test_offers_that_we_cannot_go_are_left_out() -> None:
    integrated = PaceOffer(ARC + bytes([4, 2]), Aes(16), 13)
    other_curve = PaceOffer(ARC + bytes([2, 2]), Aes(16), 99)

    assert offers_of(card_access(integrated, other_curve)) == []
    assert offers_of(card_access(integrated, OFFERS[1])) == [OFFERS[1]]
    with pytest.raises(ChipError):
        offers_of(b"\x31\x05\x30")


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_whatever_a_file_holds_is_read_or_refused(zone: bytes, details: bytes) -> None:
    for read, file in ((zone_of, zone), (details_of, details), (offers_of, zone)):
        try:
            read(file)
        except ChipError:
            continue


@given(st.binary(max_size=60), st.integers(0, 5))
def test_a_chip_that_answers_anything_is_refused(noise: bytes, after: int) -> None:
    chip = VirtualChip(offer=OFFERS[1])
    honest = chip.transmit

    def lie(command: bytes) -> bytes:
        return honest(command) if len(chip.commands) < after else noise

    chip.transmit = lie  # type: ignore[method-assign]
    with pytest.raises((ChipUnreadableError, ChipStaysLockedError)):
        read_id_chip(Reader(chip).connect, [ZoneKey(ZONE_KEY), AccessNumber(ACCESS_NUMBER)])


def test_the_zone_of_the_sample_is_a_zone() -> None:
    assert parse_id_text(MRZ).personal_number == "035199001234"
    assert card_access(OFFERS[0])[0] == 0x31
    assert CARD_ACCESS not in VirtualChip().files
