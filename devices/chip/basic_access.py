"""Basic Access Control: the printed zone opens the chip (ICAO 9303-11, 4.3)."""

import hashlib
import hmac
import secrets
from collections.abc import Callable

from devices.chip.apdu import (
    Card,
    ChipError,
    ChipRefusedError,
    Command,
    PlainChannel,
    SealedChannel,
)
from devices.chip.ciphers import (
    MAC_BYTES,
    TwoKeyTripleDes,
    encryption_key,
    sealing_key,
)

_NONCE, _SEED, _MESSAGE = 8, 16, 32
_GET_CHALLENGE = Command(0x84, 0, 0, expected=_NONCE)


def open_by_zone(
    card: Card, zone: str, *, random_bytes: Callable[[int], bytes] = secrets.token_bytes
) -> SealedChannel | None:
    """Agree on the keys of a session.

    Args:
        zone: document number, birth and expiry, each with its check digit.

    Returns:
        None when this zone does not open this chip.

    Raises:
        ChipError: the chip does not know this way, or its answer makes no sense.
        OSError: the card has gone.
    """
    cipher, plain = TwoKeyTripleDes(), PlainChannel(card)
    seed = hashlib.sha1(zone.encode("ascii"), usedforsecurity=False).digest()[:_SEED]
    encryption, sealing = encryption_key(cipher, seed), sealing_key(cipher, seed)
    theirs = plain.send(_GET_CHALLENGE)
    ours, our_seed = random_bytes(_NONCE), random_bytes(_SEED)
    hidden = cipher.encrypt(encryption, ours + theirs + our_seed)
    message = hidden + cipher.mac(sealing, hidden)
    try:
        answer = plain.send(Command(0x82, 0, 0, message, expected=len(message)))
    except ChipRefusedError:
        return None
    hidden, seal = answer[:_MESSAGE], answer[_MESSAGE:]
    if len(answer) != _MESSAGE + MAC_BYTES or not hmac.compare_digest(
        seal, cipher.mac(sealing, hidden)
    ):
        raise ChipError("mutual authentication: the seal is wrong")
    said = cipher.decrypt(encryption, hidden)
    if said[:_NONCE] != theirs or said[_NONCE : 2 * _NONCE] != ours:
        raise ChipError("mutual authentication: not what was asked")
    shared = bytes(a ^ b for a, b in zip(our_seed, said[2 * _NONCE :], strict=True))
    return SealedChannel(
        card,
        cipher,
        encryption_key(cipher, shared),
        sealing_key(cipher, shared),
        int.from_bytes(theirs[-4:] + ours[-4:], "big"),
    )
