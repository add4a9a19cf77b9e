"""The chip of an invented person's card: the card's side of ICAO 9303, in memory.

What it computes with is the program's own; that this is right is shown by the worked examples of
ICAO 9303-11 (``test_chip_protocols``).
"""

import hashlib
import secrets
from collections.abc import Mapping

from devices.chip.apdu import DONE
from devices.chip.ciphers import (
    SessionCipher,
    TwoKeyTripleDes,
    encryption_key,
    pad,
    password_key,
    sealing_key,
    unpad,
)
from devices.chip.curves import Point
from devices.chip.files import CARD_ACCESS, DETAILS, ZONE
from devices.chip.pace import PaceOffer
from devices.chip.tlv import encode, find, objects

NOT_FOUND, NOT_ALLOWED, WRONG, UNKNOWN, OUT_OF_RANGE = 0x6A82, 0x6982, 0x6300, 0x6D00, 0x6B00
MRZ = "IDVNM1990012341035199001234<<59903056F3903054VNM<<<<<<<<<<<6NGUYEN<<THI<ANH<<<<<<<<<<<<<<<"
ZONE_KEY = "199001234" + "1" + "990305" + "6" + "390305" + "4"
ACCESS_NUMBER = "001234"
PERSON = {
    1: "035199001234",
    2: "Nguyễn Thị Ánh",
    3: "05/03/1999",
    4: "Nữ",
    5: "Việt Nam",
    6: "Kinh",
    7: "Không",
    8: "Phủ Lý, Hà Nam",
    9: "Tổ 5, Minh Khai, Phủ Lý, Hà Nam",
    10: "Nốt ruồi cách 1cm trên mép trái",
    11: "15/06/2022",
    12: "05/03/2039",
    15: "168012345",
}


def details_file(details: Mapping[int, str]) -> bytes:
    """Lay data group 13 out as cards do: numbered texts in sequences."""
    rows = b"".join(
        encode(0x30, encode(0x02, bytes([place])) + encode(0x0C, text.encode()))
        for place, text in details.items()
    )
    return encode(0x6D, encode(0x30, encode(0x02, b"\x01") + encode(0x31, rows)))


def zone_file(mrz: str = MRZ) -> bytes:
    return encode(0x61, encode(0x5F1F, mrz.encode("ascii")))


def card_access(*offers: PaceOffer) -> bytes:
    infos = b"".join(
        encode(
            0x30,
            encode(0x06, one.identifier)
            + encode(0x02, b"\x02")
            + encode(0x02, bytes([one.curve_number])),
        )
        for one in offers
    )
    return encode(0x31, infos)


class VirtualChip:
    """Implements ``Card``. Opens by Basic Access Control, and by PACE when it has an offer."""

    def __init__(
        self,
        *,
        zone_key: str = ZONE_KEY,
        access_number: str = ACCESS_NUMBER,
        offer: PaceOffer | None = None,
        files: Mapping[int, bytes] | None = None,
    ) -> None:
        self.files: dict[int, bytes] = dict(
            files if files is not None else {ZONE: zone_file(), DETAILS: details_file(PERSON)}
        )
        if offer is not None:
            self.files[CARD_ACCESS] = card_access(offer)
        self._zone_key, self._access_number, self._offer = zone_key, access_number, offer
        self.commands: list[bytes] = []
        self.reset()

    def reset(self) -> None:
        """Lose power: every session and every choice is forgotten."""
        self._file: bytes | None = None
        self._application = False
        self._challenge = b""
        self._session: _Session | None = None
        self._pace: _PaceSide | None = None

    def transmit(self, command: bytes) -> bytes:
        self.commands.append(command)
        if command[0] & 0x0C:
            return self._sealed(command)
        data, status = self._plain(command)
        return data + status.to_bytes(2, "big")

    def _plain(self, command: bytes) -> tuple[bytes, int]:
        instruction = command[1]
        size = command[4] if len(command) > 5 else 0
        body = command[5 : 5 + size]
        if instruction == 0x84:
            self._challenge = secrets.token_bytes(8)
            return self._challenge, DONE
        if instruction == 0x82:
            return self._authenticate(body)
        if instruction == 0x22:
            return b"", self._begin_pace(body)
        if instruction == 0x86:
            return self._pace_step(body)
        return self._read(command, body, command[-1] if not size else 0)

    def _read(self, command: bytes, body: bytes, expected: int) -> tuple[bytes, int]:
        instruction, kind = command[1], command[2]
        if instruction == 0xA4 and kind == 0x04:
            self._application = body.hex() == "a0000002471001"
            return b"", DONE if self._application else NOT_FOUND
        if instruction == 0xA4:
            return b"", self._choose(int.from_bytes(body, "big"))
        if instruction != 0xB0:
            return b"", UNKNOWN
        if self._file is None:
            return b"", NOT_ALLOWED
        at = command[2] << 8 | command[3]
        if at >= len(self._file):
            return b"", OUT_OF_RANGE
        return self._file[at : at + (expected or 256)], DONE

    def _choose(self, number: int) -> int:
        if number != CARD_ACCESS and self._session is None:
            return NOT_ALLOWED
        self._file = self.files.get(number)
        return NOT_FOUND if self._file is None else DONE

    # -- Basic Access Control ----------------------------------------------------------------

    def _authenticate(self, body: bytes) -> tuple[bytes, int]:
        cipher = TwoKeyTripleDes()
        seed = hashlib.sha1(self._zone_key.encode(), usedforsecurity=False).digest()[:16]
        encryption, sealing = encryption_key(cipher, seed), sealing_key(cipher, seed)
        hidden, seal = body[:32], body[32:]
        if not self._application or seal != cipher.mac(sealing, hidden):
            return b"", WRONG
        said = cipher.decrypt(encryption, hidden)
        theirs, back, their_seed = said[:8], said[8:16], said[16:]
        if back != self._challenge:
            return b"", WRONG
        our_seed = secrets.token_bytes(16)
        answer = cipher.encrypt(encryption, self._challenge + theirs + our_seed)
        shared = bytes(a ^ b for a, b in zip(our_seed, their_seed, strict=True))
        counter = int.from_bytes(self._challenge[-4:] + theirs[-4:], "big")
        self._session = _Session(cipher, shared, counter)
        return answer + cipher.mac(sealing, answer), DONE

    # -- PACE --------------------------------------------------------------------------------

    def _begin_pace(self, body: bytes) -> int:
        parts = dict(objects(body))
        if self._offer is None or parts[0x80] != self._offer.identifier:
            return NOT_FOUND
        by_zone = parts[0x83] == b"\x01"
        zone = hashlib.sha1(self._zone_key.encode(), usedforsecurity=False).digest()
        self._pace = _PaceSide(self._offer, zone if by_zone else self._access_number.encode())
        return DONE

    def _pace_step(self, body: bytes) -> tuple[bytes, int]:
        if self._pace is None:
            return b"", NOT_ALLOWED
        answer = self._pace.step(find(body, 0x7C))
        if answer is None:
            return b"", WRONG
        self._session = self._pace.session
        return encode(0x7C, answer), DONE

    # -- secure messaging --------------------------------------------------------------------

    def _sealed(self, command: bytes) -> bytes:
        if self._session is None:
            return NOT_ALLOWED.to_bytes(2, "big")
        opened = self._session.open(command)
        if opened is None:
            self.reset()
            return (0x6988).to_bytes(2, "big")
        body, expected = opened
        data, status = self._read(command, body, expected)
        return self._session.answer(data, status)


class _Session:
    """The card's side of secure messaging."""

    def __init__(self, cipher: SessionCipher, seed: bytes, counter: int) -> None:
        self._cipher, self._counter = cipher, counter
        self._encryption, self._sealing = encryption_key(cipher, seed), sealing_key(cipher, seed)

    def open(self, command: bytes) -> tuple[bytes, int] | None:
        cipher = self._cipher
        self._counter += 1
        parts = dict(objects(command[5:-1]))
        body = pad(command[:4], cipher.block)
        body += b"".join(encode(tag, parts[tag]) for tag in (0x87, 0x97) if tag in parts)
        if parts.get(0x8E) != self._seal(body):
            return None
        hidden = parts.get(0x87, b"")[1:]
        data = unpad(cipher.decrypt(self._encryption, hidden, self._counter)) if hidden else b""
        return data, parts.get(0x97, b"\x00")[0]

    def answer(self, data: bytes, status: int) -> bytes:
        cipher = self._cipher
        self._counter += 1
        body = b""
        if data:
            hidden = cipher.encrypt(self._encryption, pad(data, cipher.block), self._counter)
            body = encode(0x87, b"\x01" + hidden)
        body += encode(0x99, status.to_bytes(2, "big"))
        return body + encode(0x8E, self._seal(body)) + DONE.to_bytes(2, "big")

    def _seal(self, body: bytes) -> bytes:
        block = self._cipher.block
        data = self._counter.to_bytes(block, "big") + body
        return self._cipher.mac(self._sealing, data if block == 8 else pad(data, block))


class _PaceSide:
    """The card's side of PACE with generic mapping."""

    def __init__(self, offer: PaceOffer, password: bytes) -> None:
        self._offer = offer
        self._nonce = secrets.token_bytes(16)
        self._password = password
        self._generator: Point = offer.curve.generator
        self._ours: Point | None = None
        self._theirs: Point | None = None
        self._seed = b""
        self.session: _Session | None = None

    def step(self, asked: bytes) -> bytes | None:
        cipher, curve = self._offer.cipher, self._offer.curve
        parts = dict(objects(asked))
        if not parts:
            return encode(0x80, cipher.encrypt(password_key(cipher, self._password), self._nonce))
        if 0x81 in parts:
            shared, public = self._agree(parts[0x81])
            moved = curve.multiply(int.from_bytes(self._nonce, "big"), curve.generator)
            self._generator = curve.add(moved, shared) or curve.generator
            return encode(0x82, curve.encode(public))
        if 0x83 in parts:
            shared, public = self._agree(parts[0x83])
            self._seed = shared[0].to_bytes(curve.length, "big")
            self._ours, self._theirs = public, curve.decode(parts[0x83])
            return encode(0x84, curve.encode(public))
        sealing = sealing_key(cipher, self._seed)
        assert self._ours is not None
        assert self._theirs is not None
        if parts[0x85] != self._seal(sealing, self._ours):
            return None
        self.session = _Session(cipher, self._seed, 0)
        return encode(0x86, self._seal(sealing, self._theirs))

    def _agree(self, sent: bytes) -> tuple[Point, Point]:
        curve = self._offer.curve
        secret = secrets.randbelow(curve.n - 1) + 1
        return curve.multiply(secret, curve.decode(sent)), curve.multiply(secret, self._generator)

    def _seal(self, sealing: bytes, public: Point) -> bytes:
        point = encode(0x86, self._offer.curve.encode(public))
        body = encode(0x06, self._offer.identifier) + point
        return self._offer.cipher.mac(sealing, encode(0x7F49, body))
