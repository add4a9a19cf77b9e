"""Commands to a chip and its answers (ISO 7816-4), plain and sealed (ICAO 9303-11, 9.8)."""

from dataclasses import dataclass
from typing import Protocol

from devices.chip import LARGEST_ANSWER
from devices.chip.ciphers import SessionCipher, pad, unpad
from devices.chip.tlv import BadTlvError, encode, objects

DONE = 0x9000
_SEALED = 0x0C
_DATA, _LENGTH, _STATUS, _SEAL = 0x87, 0x97, 0x99, 0x8E
_PADDED = b"\x01"


class ChipError(Exception):
    """The chip refused a command, or its answer makes no sense."""


class ChipRefusedError(ChipError):
    """The chip answered, with something else than that it is done."""

    def __init__(self, command: "Command", status: int) -> None:
        super().__init__(f"instruction {command.instruction:02X}: {status:04X}")
        self.status = status


class Card(Protocol):
    """A chip that is connected."""

    def transmit(self, command: bytes) -> bytes:
        """Send one command; give the answer with its status.

        Raises:
            OSError: the card has gone.
        """
        ...


@dataclass(frozen=True, slots=True)
class Command:
    """A short command. ``expected`` bytes of answer: None for none, 0 for as many as there are."""

    instruction: int
    first: int
    second: int
    data: bytes = b""
    expected: int | None = None
    chained: bool = False
    """More commands of the same act follow."""

    @property
    def head(self) -> bytes:
        return bytes([0x10 if self.chained else 0, self.instruction, self.first, self.second])

    def plain(self) -> bytes:
        return _whole(self.head, self.data, self.expected)


class Channel(Protocol):
    """Takes commands, sealed or not."""

    def send(self, command: Command) -> bytes:
        """Give the data of the answer.

        Raises:
            ChipError: the chip refused, or its answer is not what it should be.
            OSError: the card has gone.
        """
        ...


class PlainChannel:
    """Before any key was agreed on."""

    def __init__(self, card: Card) -> None:
        self._card = card

    def send(self, command: Command) -> bytes:
        data, status = _parted(self._card.transmit(command.plain()))
        if status != DONE:
            raise ChipRefusedError(command, status)
        return data


class SealedChannel:
    """Secure messaging: every command and answer is encrypted, counted and sealed."""

    def __init__(
        self, card: Card, cipher: SessionCipher, encryption: bytes, sealing: bytes, counter: int
    ) -> None:
        """``counter`` is the send sequence counter that both sides begin with."""
        self._card = card
        self._cipher = cipher
        self._encryption, self._sealing = encryption, sealing
        self._counter = counter

    def send(self, command: Command) -> bytes:
        answer, outer = _parted(self._card.transmit(self.seal(command)))
        if not answer:
            raise ChipRefusedError(command, outer)
        try:
            data, status = self._opened(answer)
        except (BadTlvError, ValueError) as error:
            raise ChipError(f"sealed answer: {error}") from None
        if status != DONE:
            raise ChipRefusedError(command, status)
        return data

    def seal(self, command: Command) -> bytes:
        """Give a command as the chip gets it; the counter moves on."""
        cipher = self._cipher
        self._step()
        head = bytes([_SEALED | command.head[0]]) + command.head[1:]
        body = b""
        if command.data:
            filled = pad(command.data, cipher.block)
            hidden = cipher.encrypt(self._encryption, filled, self._counter)
            body += encode(_DATA, _PADDED + hidden)
        if command.expected is not None:
            body += encode(_LENGTH, bytes([command.expected]))
        sealed = self._seal_of(pad(head, cipher.block) + body)
        return _whole(head, body + encode(_SEAL, sealed), 0)

    def _opened(self, answer: bytes) -> tuple[bytes, int]:
        """Check the seal of an answer and decrypt it.

        Raises:
            BadTlvError, ValueError: it is not what it should be.
        """
        self._step()
        parts = dict(objects(answer))
        body = b"".join(encode(tag, parts[tag]) for tag in (_DATA, _STATUS) if tag in parts)
        if parts.get(_SEAL) != self._seal_of(body):
            raise ValueError("the seal is wrong")
        status = int.from_bytes(parts.get(_STATUS, b""), "big")
        if _DATA not in parts:
            return b"", status
        hidden = parts[_DATA].removeprefix(_PADDED)
        return unpad(self._cipher.decrypt(self._encryption, hidden, self._counter)), status

    def _seal_of(self, body: bytes) -> bytes:
        """Seal the counter and what follows it. Triple DES fills up by itself."""
        block = self._cipher.block
        data = self._counter.to_bytes(block, "big") + body
        return self._cipher.mac(self._sealing, data if block == 8 else pad(data, block))

    def _step(self) -> None:
        self._counter = (self._counter + 1) % (1 << 8 * self._cipher.block)


def _whole(head: bytes, data: bytes, expected: int | None) -> bytes:
    body = bytes([len(data)]) + data if data else b""
    return head + body + (b"" if expected is None else bytes([expected]))


def _parted(answer: bytes) -> tuple[bytes, int]:
    if not 2 <= len(answer) <= LARGEST_ANSWER:
        raise ChipError(f"an answer of {len(answer)} bytes")
    return answer[:-2], int.from_bytes(answer[-2:], "big")
