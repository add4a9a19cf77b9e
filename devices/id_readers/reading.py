"""What comes of reading a picture. Free of decoders, for it travels between processes."""

from dataclasses import dataclass
from typing import Any

from devices.id_readers.unread import NoCardReadError
from station.codec import to_plain
from station.domain.id_card import IdCard
from station.errors import StationError


@dataclass(frozen=True, slots=True, kw_only=True)
class CardReading:
    """What came of one picture: a card, or why there is none."""

    file: str
    card: IdCard | None
    decoder: str | None
    error: StationError | None
    elapsed_ms: float
    missing_decoders: tuple[str, ...] = ()
    """Decoders that this computer lacks; they might have read more."""

    def card_or_raise(self) -> IdCard:
        """Give the card.

        Raises:
            StationError: why the picture gave none.
        """
        if self.card is None:
            raise self.error or NoCardReadError("no picture")
        return self.card

    def as_fields(self) -> dict[str, Any]:
        """Give the JSON of the command line's contract."""
        fields: dict[str, Any] = {"file": self.file, "ok": self.card is not None}
        if self.card is not None:
            fields |= {**to_plain(self.card), "decoder": self.decoder}
        elif self.error is not None:
            fields["error"] = self.error.code
        fields["elapsed_ms"] = round(self.elapsed_ms, 1)
        fields["missing_decoders"] = list(self.missing_decoders)
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code: its kind, its text in NFC, and its very bytes in lower-case hex."""

    format: str
    text: str
    bytes_hex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesInPicture:
    """What one picture holds; ``error`` is what kept it from being opened."""

    file: str
    codes: tuple[Code, ...]
    error: StationError | None = None

    def as_fields(self) -> dict[str, Any]:
        """Give the JSON of the command line's contract."""
        error = None if self.error is None else self.error.code
        return {"file": self.file, "codes": to_plain(self.codes), "error": error}
