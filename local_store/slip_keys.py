"""The keys that slips are signed with and known by: this counter's, now and before, and others'.

A new home signs with the key of its station. Once renewed, slips have a key of their own; the
station's stays what the province knows the station by. Public keys of other counters are told by
their administrators, so that any counter can judge their slips without a line.
"""

from collections.abc import Sequence
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from local_store.signing_key import StationSigningKey, verifier
from station.domain.slip_code import Verify
from station.ports.secrets import Secrets
from station.ports.slip_keys import BadSlipKeyError, TrustedCounter

_CURRENT, _RETIRED, _OTHERS = "slip_key", "slip_keys_retired", "slip_keys_of_others"
_MOST_KEYS = 2_000


class StationSlipKeys:
    """Implements ``station.ports.slip_keys.SlipKeys`` on the secrets of a store.

    Args:
        agency, counter: whose slips this station signs.
    """

    def __init__(
        self, secrets: Secrets, station: StationSigningKey, *, agency: str, counter: int
    ) -> None:
        self._secrets, self._station = secrets, station
        self._own = (agency, counter)

    @property
    def public_hex(self) -> str:
        current = self._current()
        return self._station.public_hex if current is None else _hex(current.public_key())

    def sign(self, message: bytes) -> bytes:
        current = self._current()
        return self._station.sign(message) if current is None else current.sign(message)

    def of_counter(self, agency: str, counter: int) -> Sequence[Verify]:
        known = [one.public_key for one in self.others() if one.is_of(agency, counter)]
        if (agency, counter) == self._own:
            known = [self.public_hex, *self._retired(), *known]
        return [verifier(key) for key in dict.fromkeys(known)]

    def renew(self) -> str:
        retired = [self.public_hex, *self._retired()]
        new = Ed25519PrivateKey.generate()
        self._secrets.put(_RETIRED, retired)  # first: a slip is never signed by a key unknown here
        self._secrets.put(_CURRENT, new.private_bytes_raw().hex())
        return _hex(new.public_key())

    def trust(self, other: TrustedCounter) -> None:
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(other.public_key))
        except ValueError:
            raise BadSlipKeyError(other.public_key) from None
        known = [one for one in self.others() if one != other]
        if len(known) >= _MOST_KEYS:
            raise BadSlipKeyError(other.public_key)
        kept = [[one.agency, one.counter, one.public_key] for one in (*known, other)]
        self._secrets.put(_OTHERS, kept)

    def others(self) -> Sequence[TrustedCounter]:
        kept = self._secrets.get(_OTHERS) or []
        return tuple(
            TrustedCounter(agency=agency, counter=counter, public_key=key)
            for agency, counter, key in kept
        )

    def _retired(self) -> list[str]:
        retired: Any = self._secrets.get(_RETIRED) or []
        return list(retired)

    def _current(self) -> Ed25519PrivateKey | None:
        kept = self._secrets.get(_CURRENT)
        return None if kept is None else Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept))


def _hex(key: Ed25519PublicKey) -> str:
    return key.public_bytes_raw().hex()
