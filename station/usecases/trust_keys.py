"""Whose packs a station takes: the keys that an administrator brought in by hand."""

from station.catalogue.signing import NamelessKeyError, TrustKey, checked_key
from station.codec import from_plain, to_plain
from station.domain.events import SignerDistrusted, SignerTrusted
from station.errors import StationError
from station.ports.secrets import Secrets
from station.text import clean
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require

_NAME = "catalogue_trust_keys"


class KeyNotTrustedError(StationError):
    """There is no trusted key that begins like this, or several do."""

    code = "CAT-018"

    def __init__(self, beginning: str) -> None:
        super().__init__(f"not one key begins with {beginning[:64]!r}")
        self.key = beginning[:64]


def trust_keys(secrets: Secrets) -> tuple[TrustKey, ...]:
    """Give the keys that were brought in by hand, the oldest first."""
    return tuple(from_plain(each, TrustKey) for each in secrets.get(_NAME) or ())


def add_trust_key(key: str, name: str, *, acting: Acting, secrets: Secrets) -> TrustKey:
    """Take packs that are signed with this key from now on; a known key gets its new name.

    Raises:
        NotAllowedError: only an administrator says whom the station trusts.
        BadTrustKeyError: this is no public key.
        NamelessKeyError: nobody said whose it is.
    """
    require(acting.officer, Act.TRUST_KEYS)
    checked, named = checked_key(key), clean(name)[:200]
    if not named:
        raise NamelessKeyError("a trusted key needs the name of its owner")
    others = tuple(each for each in trust_keys(secrets) if each.key != checked)
    with acting.work as work:
        at = now_in(acting)
        added = TrustKey(key=checked, name=named, added_by=acting.officer.officer_id, added_at=at)
        work.keep_secret(_NAME, to_plain((*others, added)))
        note(acting, SignerTrusted(key=checked, name=named), dossier_id=None, at=at)
        work.commit()
    return added


def remove_trust_key(beginning: str, *, acting: Acting, secrets: Secrets) -> TrustKey:
    """Take no more packs that are signed with this key; what is in force stays so.

    Args:
        beginning: the key, or as much of it as tells it apart.

    Raises:
        NotAllowedError: only an administrator says whom the station trusts.
        KeyNotTrustedError: none, or more than one, begins like this.
    """
    require(acting.officer, Act.TRUST_KEYS)
    known = trust_keys(secrets)
    wanted = beginning.strip().lower()
    found = [each for each in known if wanted and each.key.startswith(wanted)]
    if len(found) != 1:
        raise KeyNotTrustedError(beginning)
    (gone,) = found
    with acting.work as work:
        at = now_in(acting)
        work.keep_secret(_NAME, to_plain(tuple(each for each in known if each is not gone)))
        event = SignerDistrusted(key=gone.key, name=gone.name)
        note(acting, event, dossier_id=None, at=at)
        work.commit()
    return gone
