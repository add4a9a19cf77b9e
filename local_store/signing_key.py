"""The station's Ed25519 key. Its private half exists only inside the encrypted store."""

from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from station.domain.slip_code import Verify
from station.ports.secrets import Secrets

_NAME = "station_signing_key"


class StationSigningKey:
    """Signs slips, and proves to the province which station speaks."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self._public = private.public_key()

    @classmethod
    def of(cls, secrets: Secrets) -> Self:
        """Give the key of this store, made and kept at the first call."""
        kept = secrets.get(_NAME)
        if kept is None:
            private = Ed25519PrivateKey.generate()
            secrets.put(_NAME, private.private_bytes_raw().hex())
            return cls(private)
        return cls(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept)))

    @property
    def public_hex(self) -> str:
        """The public half: 32 bytes in lower-case hex."""
        return self._public.public_bytes_raw().hex()

    @property
    def private_bytes(self) -> bytes:
        """The private half, 32 bytes: for proving at enrolment who this station is."""
        return self._private.private_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Give the 64-byte signature of a message."""
        return self._private.sign(message)


def verifier(public_hex: str) -> Verify:
    """Give what tells whether the owner of a public key (32 bytes in hex) signed a message."""
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex))

    def verify(signature: bytes, message: bytes) -> bool:
        try:
            public.verify(signature, message)
        except InvalidSignature:
            return False
        return True

    return verify
