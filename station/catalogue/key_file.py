"""The key that an issuer signs packs with: a file of its own, encrypted by a password."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from station.errors import StationError

SHORTEST_PASSWORD = 10
_LARGEST = 10_000
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would write other line ends


class KeyFileError(StationError):
    """The file of a signing key cannot be made or used. No pack was signed."""

    code = "CAT-019"

    def __init__(self, filename: str, problem: str) -> None:
        super().__init__(f"{filename}: {problem}")
        self.file, self.problem = filename, problem


def make_key_file(path: Path, password: str) -> str:
    """Make a new key and give its public half in hex; a file that exists is never replaced.

    Raises:
        KeyFileError: the password is too short, or the file cannot be made.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise KeyFileError(path.name, f"the password has fewer than {SHORTEST_PASSWORD} signs")
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password.encode())
    )
    try:
        # For the owner's eyes only, from the first moment on.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
    except OSError as error:
        raise KeyFileError(path.name, error.strerror or "cannot be written") from error
    return key.public_key().public_bytes_raw().hex()


def read_key_file(path: Path, password: str) -> Ed25519PrivateKey:
    """Open a key file.

    Raises:
        KeyFileError: it is missing, no Ed25519 key, or the password does not open it.
    """
    try:
        with path.open("rb") as file:
            pem = file.read(_LARGEST)
    except OSError as error:
        raise KeyFileError(path.name, error.strerror or "cannot be opened") from error
    try:
        key = load_pem_private_key(pem, password.encode())
    except (ValueError, TypeError) as error:
        raise KeyFileError(path.name, "no key file, or another password") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError(path.name, "no Ed25519 key")
    return key
