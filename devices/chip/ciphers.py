"""The ciphers of a chip's session: two-key Triple DES, or AES (ICAO 9303-11, 9.7 and 9.8)."""

import hashlib
from dataclasses import dataclass
from typing import ClassVar, Protocol

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives import cmac
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

MAC_BYTES = 8
_ENCRYPTION, _AUTHENTICATION, _PASSWORD = 1, 2, 3
_SINGLE = 8


class SessionCipher(Protocol):
    """How a session encrypts and how it seals."""

    @property
    def block(self) -> int:
        """How many bytes one block has."""
        ...

    def key(self, seed: bytes, counter: int) -> bytes:
        """Derive a key (9.7.1); the counter says what for."""
        ...

    def encrypt(self, key: bytes, data: bytes, counter: int | None = None) -> bytes:
        """Encrypt whole blocks; ``counter`` is that of the session, None outside one."""
        ...

    def decrypt(self, key: bytes, data: bytes, counter: int | None = None) -> bytes: ...

    def mac(self, key: bytes, data: bytes) -> bytes:
        """Seal data of any length in 8 bytes."""
        ...


def encryption_key(cipher: SessionCipher, seed: bytes) -> bytes:
    """Derive the key that a session encrypts with."""
    return cipher.key(seed, _ENCRYPTION)


def sealing_key(cipher: SessionCipher, seed: bytes) -> bytes:
    """Derive the key that a session seals with."""
    return cipher.key(seed, _AUTHENTICATION)


def password_key(cipher: SessionCipher, seed: bytes) -> bytes:
    """Derive the key that opens the nonce of PACE."""
    return cipher.key(seed, _PASSWORD)


def pad(data: bytes, block: int) -> bytes:
    """Fill up to whole blocks: one bit, then zeros (ISO 9797-1, method 2)."""
    return data + b"\x80" + bytes(-(len(data) + 1) % block)


def unpad(data: bytes) -> bytes:
    """Take the filling off.

    Raises:
        ValueError: there is none.
    """
    bare = data.rstrip(b"\x00")
    if not bare.endswith(b"\x80"):
        raise ValueError("no filling")
    return bare[:-1]


@dataclass(frozen=True, slots=True)
class TwoKeyTripleDes:
    """Of Basic Access Control."""

    block: ClassVar[int] = 8

    def key(self, seed: bytes, counter: int) -> bytes:
        # Their parity bits mean nothing to the cipher, so they are left as they fall.
        return hashlib.sha1(seed + counter.to_bytes(4, "big"), usedforsecurity=False).digest()[:16]

    def encrypt(self, key: bytes, data: bytes, counter: int | None = None) -> bytes:
        return _run(_triple(key), bytes(self.block), data, encrypts=True)

    def decrypt(self, key: bytes, data: bytes, counter: int | None = None) -> bytes:
        return _run(_triple(key), bytes(self.block), data, encrypts=False)

    def mac(self, key: bytes, data: bytes) -> bytes:
        """Retail MAC: DES over all, Triple DES over the last block (ISO 9797-1, algorithm 3)."""
        first, second = (TripleDES(key[at : at + _SINGLE] * 3) for at in (0, _SINGLE))
        no_vector = bytes(self.block)
        last = _run(first, no_vector, pad(data, self.block), encrypts=True)[-self.block :]
        return _run(first, no_vector, _run(second, no_vector, last, encrypts=False), encrypts=True)


@dataclass(frozen=True, slots=True)
class Aes:
    """Of PACE; ``key_bytes`` is 16, 24 or 32."""

    key_bytes: int
    block: ClassVar[int] = 16

    def key(self, seed: bytes, counter: int) -> bytes:
        data = seed + counter.to_bytes(4, "big")
        if self.key_bytes == 16:
            return hashlib.sha1(data, usedforsecurity=False).digest()[:16]
        return hashlib.sha256(data).digest()[: self.key_bytes]

    def encrypt(self, key: bytes, data: bytes, counter: int | None = None) -> bytes:
        return _run(algorithms.AES(key), self._vector(key, counter), data, encrypts=True)

    def decrypt(self, key: bytes, data: bytes, counter: int | None = None) -> bytes:
        return _run(algorithms.AES(key), self._vector(key, counter), data, encrypts=False)

    def mac(self, key: bytes, data: bytes) -> bytes:
        sealing = cmac.CMAC(algorithms.AES(key))
        sealing.update(data)
        return sealing.finalize()[:MAC_BYTES]

    def _vector(self, key: bytes, counter: int | None) -> bytes:
        if counter is None:
            return bytes(self.block)
        block = counter.to_bytes(self.block, "big")
        return _run(algorithms.AES(key), bytes(self.block), block, encrypts=True)


def _triple(key: bytes) -> TripleDES:
    return TripleDES(key + key[:_SINGLE])


def _run(
    algorithm: TripleDES | algorithms.AES, vector: bytes, data: bytes, *, encrypts: bool
) -> bytes:
    """Run a block cipher in CBC mode.

    Raises:
        ValueError: these are no whole blocks.
    """
    cipher = Cipher(algorithm, modes.CBC(vector))
    context = cipher.encryptor() if encrypts else cipher.decryptor()
    return context.update(data) + context.finalize()
