"""The store key behind the officers' passwords.

``keyring.json`` holds the one store key, wrapped for each officer with AES-256-GCM under a key that
argon2id makes of the password. It names nobody: an officer's lock stands under a salted hash of the
sign-in name, and a wrong name costs as much time as a wrong password.
"""

import secrets
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Meta

from local_store.durable_files import write_whole
from local_store.officer_rules import (
    WrongPasswordError,
    acceptable_password,
    normal_name,
    normal_password,
    sign_in_name,
)
from local_store.problems import HomeMissingError, StoreReadOnlyError
from station.errors import ProblemError
from station.typed_reading import ready

FORMAT = "tram-mot-cua-keyring/1"
_LARGEST_FILE = 1_000_000
_WRAPPED_BYTES = 32 + 16

Hex = Annotated[str, Meta(pattern="^[0-9a-f]+$", max_length=128)]


class KeyringDamagedError(ProblemError):
    """``keyring.json`` is missing, or is not what was written. The store itself is untouched."""

    code = "AUT-002"


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cost of argon2id. Bounded, so that a foreign file cannot exhaust the machine."""

    time: Annotated[int, Meta(ge=1, le=16)] = 3
    memory_kib: Annotated[int, Meta(ge=8 * 1024, le=1024 * 1024)] = 64 * 1024
    lanes: Annotated[int, Meta(ge=1, le=16)] = 2


USUAL_COST = Cost()


class _Lock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The store key wrapped for one officer."""

    officer: Hex
    cost: Cost
    salt: Hex
    nonce: Hex
    wrapped: Hex


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    salt: Hex
    locks: Annotated[tuple[_Lock, ...], Meta(min_length=1, max_length=500)]


class Keyring:
    """The file ``keyring.json`` of one home."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def create(self, name: str, password: str, key: bytes) -> None:
        """Write a new keyring with its first officer.

        Raises:
            BadOfficerNameError, WeakPasswordError: nothing was written.
        """
        salt = secrets.token_hex(16)
        wrapped = acceptable_password(password, name)
        lock = _locked(sign_in_name(name), wrapped, key, salt, USUAL_COST)
        self._write(_File(FORMAT, salt, (lock,)))

    def unlock(self, name: str, password: str) -> bytes:
        """Give the store key.

        Raises:
            WrongPasswordError: the name or the password is wrong; it does not say which.
            KeyringDamagedError: the file cannot be read.
            HomeMissingError: there is no keyring at all.
        """
        known = self._read()
        wanted = _hidden(normal_name(name), known.salt)
        for lock in known.locks:
            if lock.officer == wanted:
                return _opened(lock, password)
        # take as long as for a known name
        _stretched(password, bytes.fromhex(known.salt), USUAL_COST)
        raise WrongPasswordError

    def add(self, name: str, password: str, key: bytes, *, cost: Cost = USUAL_COST) -> None:
        """Wrap the store key for one more officer; replaces that officer's lock.

        Raises:
            BadOfficerNameError, WeakPasswordError: nothing was changed.
        """
        known = self._read()
        wrapped = acceptable_password(password, name)
        lock = _locked(sign_in_name(name), wrapped, key, known.salt, cost)
        others = tuple(other for other in known.locks if other.officer != lock.officer)
        self._write(_File(FORMAT, known.salt, (*others, lock)))

    def knows(self, name: str) -> bool:
        """Tell whether there is a lock for this name; it does not try any password."""
        known = self._read()
        wanted = _hidden(normal_name(name), known.salt)
        return any(lock.officer == wanted for lock in known.locks)

    def remove(self, name: str) -> None:
        """Take the lock of an officer away; nothing happens where there is none.

        Raises:
            KeyringDamagedError: it is the last lock: nobody could open the store any more.
        """
        known = self._read()
        wanted = _hidden(normal_name(name), known.salt)
        others = tuple(lock for lock in known.locks if lock.officer != wanted)
        if not others:
            raise KeyringDamagedError("the last lock")
        if len(others) < len(known.locks):
            self._write(_File(FORMAT, known.salt, others))

    def change_password(self, name: str, old: str, new: str) -> None:
        """Wrap the store key under a new password.

        Raises:
            WrongPasswordError: the name or the old password is wrong.
            WeakPasswordError: the new one is too easy to guess; the old one stays.
        """
        self.add(name, new, self.unlock(name, old))

    def _read(self) -> _File:
        try:
            with self._path.open("rb") as stream:
                content = stream.read(_LARGEST_FILE)
        except FileNotFoundError:
            raise HomeMissingError(str(self._path.parent)) from None
        except PermissionError as error:
            raise StoreReadOnlyError(str(error.strerror)) from error
        except OSError as error:
            raise KeyringDamagedError(error.strerror or "unreadable") from error
        try:
            known = msgspec.json.decode(content, type=ready(_File))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise KeyringDamagedError(str(error)) from None
        if known.format != FORMAT:
            raise KeyringDamagedError(f"format {known.format[:40]!r}")
        return known

    def _write(self, content: _File) -> None:
        write_whole(self._path, msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")


def _locked(name: str, password: str, key: bytes, file_salt: str, cost: Cost) -> _Lock:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    officer = _hidden(name, file_salt)
    sealed = AESGCM(_stretched(password, salt, cost)).encrypt(nonce, key, _bound_to(officer, cost))
    return _Lock(officer, cost, salt.hex(), nonce.hex(), sealed.hex())


def _opened(lock: _Lock, password: str) -> bytes:
    try:
        salt, nonce, sealed = (bytes.fromhex(v) for v in (lock.salt, lock.nonce, lock.wrapped))
    except ValueError:
        raise KeyringDamagedError("odd hex") from None
    if len(salt) != 16 or len(nonce) != 12 or len(sealed) != _WRAPPED_BYTES:
        raise KeyringDamagedError("a lock of the wrong size")
    unwrapping = AESGCM(_stretched(password, salt, lock.cost))
    try:
        return unwrapping.decrypt(nonce, sealed, _bound_to(lock.officer, lock.cost))
    except InvalidTag:
        raise WrongPasswordError from None


def _stretched(password: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(
        secret=normal_password(password).encode("utf-8", "surrogatepass"),
        salt=salt,
        time_cost=cost.time,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _hidden(name: str, file_salt: str) -> str:
    return sha256(f"{file_salt} {name}".encode()).hexdigest()


def _bound_to(officer: str, cost: Cost) -> bytes:
    return f"{FORMAT} {officer} {cost.time} {cost.memory_kib} {cost.lanes}".encode()
