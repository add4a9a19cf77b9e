"""Who issued a pack: Ed25519 over its very bytes, and the keys that a station trusts.

What is signed is the text that the wire signs (``sync/contract/proofs.py``), so a pack that was
fetched and one that was brought on a stick are judged alike.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Meta

from station.catalogue.pack import PackError
from station.errors import StationError
from station.typed_reading import ready

LARGEST_SIGNATURE_BYTES = 4_096
SIGNATURE_SUFFIX = ".sig"
KEY_DIGITS = 64
"""Of a public key in hex."""
_KEY = re.compile(rf"[0-9a-f]{{{KEY_DIGITS}}}")


class BadSignatureError(PackError):
    """The signature does not fit: the pack was changed, or the signature is another pack's."""

    code = "CAT-010"


class UnknownSignerError(PackError):
    """The pack is signed with a key that this station does not trust."""

    code = "CAT-011"

    def __init__(self, filename: str, key: str) -> None:
        super().__init__(filename, f"signed with {key}")
        self.key = key

    @property
    def details(self) -> dict[str, Any]:
        return {"file": self.file, "key": self.key}


class BadTrustKeyError(StationError):
    """What was given is no public key: 32 bytes in hex are."""

    code = "CAT-012"


class NamelessKeyError(StationError):
    """Nobody said whose the key is: later nobody could say who signed a pack."""

    code = "CAT-022"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustKey:
    """A key whose packs this station takes, and who brought it in."""

    key: str
    """The Ed25519 public key: 32 bytes in lower-case hex."""
    name: str
    """Whose it is, in words."""
    added_by: str
    added_at: datetime


class _SignatureFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    schema: Literal["tram-mot-cua-signature/1"]
    key: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?![\s\S])")]
    signature: Annotated[str, Meta(pattern=r"^[0-9a-f]{128}$(?![\s\S])")]


@dataclass(frozen=True, slots=True)
class PackSignature:
    """A signature that came with a pack. ``key`` is None where only the signature came (wire)."""

    signature: str
    key: str | None = None


def signed_text(content: bytes) -> bytes:
    """Give what is signed under a pack with this content."""
    return f"tram-mot-cua/v1/catalogue\n{sha256(content).hexdigest()}".encode()


def sign(content: bytes, private: Ed25519PrivateKey) -> bytes:
    """Give the signature file of a pack: who signed, and the signature."""
    key = private.public_key().public_bytes_raw().hex()
    signature = private.sign(signed_text(content)).hex()
    file = _SignatureFile(schema="tram-mot-cua-signature/1", key=key, signature=signature)
    return msgspec.json.encode(file) + b"\n"


def read_signature(content: bytes, filename: str) -> PackSignature:
    """Read a signature file.

    Raises:
        BadSignatureError: it is none, or longer than one.
    """
    if len(content) > LARGEST_SIGNATURE_BYTES:
        raise BadSignatureError(filename, "the signature file is too long")
    try:
        file = msgspec.json.decode(content, type=ready(_SignatureFile))
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadSignatureError(filename, f"no signature file: {error}") from error
    return PackSignature(signature=file.signature, key=file.key)


def signer_of(
    content: bytes, signature: PackSignature, trusted: Sequence[str], *, filename: str
) -> str:
    """Give the trusted key that signed these bytes.

    Raises:
        UnknownSignerError: it names a key that is not trusted.
        BadSignatureError: no trusted key signed these bytes.
    """
    if signature.key is not None and signature.key not in trusted:
        raise UnknownSignerError(filename, signature.key)
    for key in trusted if signature.key is None else (signature.key,):
        if _holds(key, signature.signature, content):
            return key
    raise BadSignatureError(filename, "the signature does not fit the file")


def checked_key(text: str) -> str:
    """Give a public key in its one spelling.

    Raises:
        BadTrustKeyError: it is none.
    """
    key = "".join(text.split()).replace(":", "").lower()
    if _KEY.fullmatch(key) is None:
        raise BadTrustKeyError("a key is 32 bytes in hex")
    return key


def _holds(key: str, signature: str, content: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(
            bytes.fromhex(signature), signed_text(content)
        )
    except (InvalidSignature, ValueError):
        return False
    return True
