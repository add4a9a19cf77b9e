"""Whose packs a station takes: the keys that an administrator brought in by hand."""

from datetime import datetime
from typing import Any

from station.catalogue.signing import TrustKey, checked_key
from station.codec import from_plain, to_plain
from station.errors import StationError
from station.ports.officers import Officer
from station.ports.store import Secrets
from station.text import clean
from station.usecases.permissions import Act, require

_NAME = "catalogue_trust_keys"


class KeyNotTrustedError(StationError):
    """There is no trusted key that begins like this, or several do."""

    code = "CAT-018"

    def __init__(self, beginning: str) -> None:
        super().__init__(f"not one key begins with {beginning[:64]!r}")
        self.beginning = beginning[:64]

    @property
    def details(self) -> dict[str, Any]:
        return {"key": self.beginning}


def trust_keys(secrets: Secrets) -> tuple[TrustKey, ...]:
    """Give the keys that were brought in by hand, the oldest first."""
    return tuple(from_plain(each, TrustKey) for each in secrets.get(_NAME) or ())


def add_trust_key(
    key: str, name: str, *, officer: Officer, secrets: Secrets, at: datetime
) -> TrustKey:
    """Take packs that are signed with this key from now on; a known key gets its new name.

    Raises:
        NotAllowedError: only an administrator says whom the station trusts.
        BadTrustKeyError: this is no public key.
    """
    require(officer, Act.TRUST_KEYS)
    added = TrustKey(
        key=checked_key(key), name=clean(name)[:200], added_by=officer.officer_id, added_at=at
    )
    _keep((*(each for each in trust_keys(secrets) if each.key != added.key), added), secrets)
    return added


def remove_trust_key(beginning: str, *, officer: Officer, secrets: Secrets) -> TrustKey:
    """Take no more packs that are signed with this key; what is in force stays so.

    Args:
        beginning: the key, or as much of it as tells it apart.

    Raises:
        NotAllowedError: only an administrator says whom the station trusts.
        KeyNotTrustedError: none, or more than one, begins like this.
    """
    require(officer, Act.TRUST_KEYS)
    known = trust_keys(secrets)
    wanted = beginning.strip().lower()
    found = [each for each in known if wanted and each.key.startswith(wanted)]
    if len(found) != 1:
        raise KeyNotTrustedError(beginning)
    _keep(tuple(each for each in known if each is not found[0]), secrets)
    return found[0]


def _keep(keys: tuple[TrustKey, ...], secrets: Secrets) -> None:
    secrets.put(_NAME, to_plain(keys))
