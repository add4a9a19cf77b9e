"""``keyring.json``: the store key, wrapped once for each officer by a key from the password.

The key-encrypting key is argon2id of the password (RFC 9106, second recommended option: 64 MiB,
3 passes); the wrap is AES-256-GCM, bound to the officer's name and the parameters.
"""

import json
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Meta

from local_store.durable_files import write_whole
from station.errors import StationError
from station.text import clean

SCHEMA = "tram-mot-cua-keyring/1"
SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 1000
_LARGEST_FILE = 1_000_000
_SALT_BYTES = _NONCE_BYTES = 16
_PASSES, _MEMORY_KIB, _LANES = 3, 64 * 1024, 2


class WrongPasswordError(StationError):
    """No such officer, or another password: which of them is not told."""

    code = "AUT-001"


class WeakPasswordError(StationError):
    """The password is too short to protect a stolen PC."""

    code = "AUT-002"

    @property
    def details(self) -> dict[str, Any]:
        return {"shortest": SHORTEST_PASSWORD}


class KeyringDamagedError(StationError):
    """The keyring is missing or unreadable; without it no password opens the store."""

    code = "AUT-004"

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    @property
    def details(self) -> dict[str, Any]:
        return {"problem": self.problem}


class BadOfficerNameError(StationError):
    """A sign-in name has 1 to 60 letters, digits, dots, dashes; or it is taken."""

    code = "AUT-005"

    def __init__(self, name: str) -> None:
        super().__init__(f"not a usable sign-in name: {name[:60]!r}")
        self.name = name[:60]

    @property
    def details(self) -> dict[str, Any]:
        return {"name": self.name}


_Hex = Annotated[str, Meta(pattern=r"^([0-9a-f]{2}){1,200}$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wrapped:
    """The store key for one officer. The bounds keep a changed file from hanging the sign-in."""

    salt: _Hex
    passes: Annotated[int, Meta(ge=1, le=20)]
    memory_kib: Annotated[int, Meta(ge=8, le=1024 * 1024)]
    lanes: Annotated[int, Meta(ge=1, le=16)]
    nonce: _Hex
    key: _Hex


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    schema: str
    officers: dict[str, _Wrapped]


class Keyring:
    """The file of one home. It holds no roles: these stand inside the encrypted store."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def unlock(self, officer_id: str, password: str) -> bytes:
        """Give the store key.

        Raises:
            WrongPasswordError: also when there is no such officer, after as much work.
            KeyringDamagedError: the file is missing or unreadable.
        """
        wrapped = self._read().officers.get(officer_name(officer_id))
        known = wrapped or _wrap("", password[:LONGEST_PASSWORD], b"\x00" * 32)
        key = _derive(password[:LONGEST_PASSWORD], known)
        if wrapped is None:
            raise WrongPasswordError
        try:
            return AESGCM(key).decrypt(
                bytes.fromhex(wrapped.nonce),
                bytes.fromhex(wrapped.key),
                _bound_to(officer_name(officer_id), wrapped),
            )
        except InvalidTag:
            raise WrongPasswordError from None

    def add(self, officer_id: str, password: str, store_key: bytes) -> None:
        """Let one more officer open the store, or give one a new password.

        Raises:
            WeakPasswordError, BadOfficerNameError: nothing was changed.
        """
        name = officer_name(officer_id)
        if not name or len(name) > 60 or not name.replace(".", "").replace("-", "").isalnum():
            raise BadOfficerNameError(officer_id)
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise WeakPasswordError
        officers = dict(self._read().officers) if self._path.exists() else {}
        officers[name] = _wrap(name, password, store_key)
        plain = {
            "schema": SCHEMA,
            "officers": {name: asdict(wrapped) for name, wrapped in sorted(officers.items())},
        }
        write_whole(self._path, json.dumps(plain, indent=1).encode())

    def _read(self) -> _File:
        try:
            with self._path.open("rb") as stream:
                file = msgspec.json.decode(stream.read(_LARGEST_FILE), type=_File)
        except OSError as error:
            raise KeyringDamagedError(error.strerror or "unreadable") from error
        except msgspec.MsgspecError as error:
            raise KeyringDamagedError(str(error)) from error
        if file.schema != SCHEMA:
            raise KeyringDamagedError(f"schema {file.schema[:40]!r}")
        return file


def officer_name(officer_id: str) -> str:
    """Give the one spelling of a sign-in name."""
    return clean(officer_id).lower()


def _wrap(name: str, password: str, store_key: bytes) -> _Wrapped:
    bare = _Wrapped(
        salt=secrets.token_hex(_SALT_BYTES),
        passes=_PASSES,
        memory_kib=_MEMORY_KIB,
        lanes=_LANES,
        nonce=secrets.token_hex(_NONCE_BYTES),
        key="00",
    )
    if not name:  # only the work counts: somebody unknown tries
        return bare
    sealed = AESGCM(_derive(password, bare)).encrypt(
        bytes.fromhex(bare.nonce), store_key, _bound_to(name, bare)
    )
    return replace(bare, key=sealed.hex())


def _derive(password: str, wrapped: _Wrapped) -> bytes:
    return hash_secret_raw(
        password.encode(),
        bytes.fromhex(wrapped.salt),
        time_cost=wrapped.passes,
        memory_cost=wrapped.memory_kib,
        parallelism=wrapped.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _bound_to(name: str, wrapped: _Wrapped) -> bytes:
    return f"{SCHEMA}|{name}|{wrapped.passes}|{wrapped.memory_kib}|{wrapped.lanes}".encode()
