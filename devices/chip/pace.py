"""PACE, the successor of Basic Access Control (ICAO 9303-11, 4.4).

Generic mapping on elliptic curves; the same with chip authentication, whose proof is not asked for.
A chip that offers other ways only is opened by Basic Access Control, if at all.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from devices.chip.apdu import (
    Card,
    ChipError,
    ChipRefusedError,
    Command,
    PlainChannel,
    SealedChannel,
)
from devices.chip.ciphers import (
    Aes,
    SessionCipher,
    TwoKeyTripleDes,
    encryption_key,
    password_key,
    sealing_key,
)
from devices.chip.curves import CURVES, BadPointError, Curve, Point
from devices.chip.tlv import BadTlvError, encode, find, objects
from station.domain.chip import ChipKey, ZoneKey

_SEQUENCE, _SET, _INTEGER, _IDENTIFIER = 0x30, 0x31, 0x02, 0x06
_DYNAMIC, _PUBLIC_KEY = 0x7C, 0x7F49
_BY_ZONE, _BY_ACCESS_NUMBER = 1, 2
_ARC = bytes.fromhex("04007F0007020204")
"""0.4.0.127.0.7.2.2.4: the arc of PACE in the list of security protocols."""
_GENERIC, _WITH_CHIP = 2, 6
_CIPHERS: dict[int, SessionCipher] = {
    1: TwoKeyTripleDes(),
    2: Aes(16),
    3: Aes(24),
    4: Aes(32),
}


@dataclass(frozen=True, slots=True)
class PaceOffer:
    """One way that the chip offers: its identifier, the cipher, and the curve with its number."""

    identifier: bytes
    cipher: SessionCipher
    curve_number: int

    @property
    def curve(self) -> Curve:
        return CURVES[self.curve_number]


def offers_of(card_access: bytes) -> list[PaceOffer]:
    """Give the ways of a chip's EF.CardAccess that we can go.

    Raises:
        ChipError: the file makes no sense.
    """
    found = []
    try:
        for tag, info in objects(find(card_access, _SET)):
            parts = list(objects(info))
            if tag == _SEQUENCE and (offer := _offer(parts)) is not None:
                found.append(offer)
    except BadTlvError as error:
        raise ChipError(f"EF.CardAccess: {error}") from None
    return found


def _offer(parts: list[tuple[int, bytes]]) -> PaceOffer | None:
    if [tag for tag, _ in parts] != [_IDENTIFIER, _INTEGER, _INTEGER]:
        return None
    identifier = parts[0][1]
    kind = identifier.removeprefix(_ARC)
    curve_number = int.from_bytes(parts[2][1], "big")
    if len(kind) != 2 or len(identifier) != len(_ARC) + 2 or kind[0] not in (_GENERIC, _WITH_CHIP):
        return None
    if kind[1] not in _CIPHERS or curve_number not in CURVES:
        return None
    return PaceOffer(identifier, _CIPHERS[kind[1]], curve_number)


def open_by_pace(
    card: Card,
    offer: PaceOffer,
    key: ChipKey,
    *,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> SealedChannel | None:
    """Agree on the keys of a session.

    Returns:
        None when this key does not open this chip.

    Raises:
        ChipError: the chip refused the protocol, or its answer makes no sense.
        OSError: the card has gone.
    """
    return _Pace(card, offer, key, random_bytes).open()


class _Pace:
    """One run of the protocol."""

    def __init__(
        self, card: Card, offer: PaceOffer, key: ChipKey, random_bytes: Callable[[int], bytes]
    ) -> None:
        self._card, self._offer, self._key = card, offer, key
        self._plain = PlainChannel(card)
        self._random_bytes = random_bytes

    def open(self) -> SealedChannel | None:
        cipher, curve = self._offer.cipher, self._offer.curve
        self._choose()
        try:
            hidden = self._ask(0x80, None)
            nonce = cipher.decrypt(password_key(cipher, self._secret()), hidden)
            generator = self._mapped(nonce)
            shared, ours, theirs = self._agree(curve, generator, asked=0x83, told=0x84)
        except (BadPointError, ValueError) as error:
            raise ChipError(f"PACE: {error}") from None
        seed = shared[0].to_bytes(curve.length, "big")
        encryption, sealing = encryption_key(cipher, seed), sealing_key(cipher, seed)
        try:
            seal = self._ask(0x85, self._seal(sealing, theirs), told=0x86, last=True)
        except ChipRefusedError:
            return None  # another key than the chip's makes another seal
        if not hmac.compare_digest(seal, self._seal(sealing, ours)):
            raise ChipError("PACE: the chip's seal is wrong")
        return SealedChannel(self._card, cipher, encryption, sealing, 0)

    def _choose(self) -> None:
        """Name protocol, password and curve (MSE:Set AT)."""
        password = _BY_ZONE if isinstance(self._key, ZoneKey) else _BY_ACCESS_NUMBER
        data = (
            encode(0x80, self._offer.identifier)
            + encode(0x83, bytes([password]))
            + encode(0x84, bytes([self._offer.curve_number]))
        )
        self._plain.send(Command(0x22, 0xC1, 0xA4, data))

    def _secret(self) -> bytes:
        if isinstance(self._key, ZoneKey):
            return hashlib.sha1(self._key.zone.encode("ascii"), usedforsecurity=False).digest()
        return self._key.digits.encode("ascii")

    def _mapped(self, nonce: bytes) -> Point:
        """Move the curve's generator by what only who knows the password can know."""
        curve = self._offer.curve
        shared, _, _ = self._agree(curve, curve.generator, asked=0x81, told=0x82)
        moved = curve.multiply(int.from_bytes(nonce, "big"), curve.generator)
        generator = curve.add(moved, shared)
        if generator is None:
            raise BadPointError("infinity")
        return generator

    def _agree(
        self, curve: Curve, generator: Point, *, asked: int, told: int
    ) -> tuple[Point, Point, Point]:
        """Exchange public keys; give the shared point, ours and theirs."""
        # Eight bytes more than the order has: what is left of them after it leans to no number.
        ours = int.from_bytes(self._random_bytes(curve.length + 8), "big") % (curve.n - 1) + 1
        public = curve.multiply(ours, generator)
        theirs = curve.decode(self._ask(asked, curve.encode(public), told=told))
        if theirs == public:
            raise BadPointError("our own key came back")
        return curve.multiply(ours, theirs), public, theirs

    def _ask(
        self, tag: int, content: bytes | None, *, told: int | None = None, last: bool = False
    ) -> bytes:
        """Send one step (GENERAL AUTHENTICATE), and give what the chip says in ``told``."""
        data = encode(_DYNAMIC, b"" if content is None else encode(tag, content))
        answer = self._plain.send(Command(0x86, 0, 0, data, expected=0, chained=not last))
        try:
            return find(answer, _DYNAMIC, told or tag)
        except BadTlvError as error:
            raise ChipError(f"PACE: {error}") from None

    def _seal(self, sealing: bytes, public: Point) -> bytes:
        """Seal a public key: who can has the same password."""
        point = encode(0x86, self._offer.curve.encode(public))
        body = encode(_PUBLIC_KEY, encode(_IDENTIFIER, self._offer.identifier) + point)
        return self._offer.cipher.mac(sealing, body)
