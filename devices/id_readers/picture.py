"""Reads the ID card in a picture, or in several frames of one.

A QR code corrects its own errors, so one whole reading is enough. A doubtful one needs a second
opinion, and ZBar alone is believed only when all fields are there: it misreads. What stays
doubtful is honestly not read.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from devices.id_readers.budget import Budget
from devices.id_readers.cascade import Cascade, Stage, reduced
from devices.id_readers.decoders import Decoded, missing_decoders, read_with_zbar
from devices.id_readers.diagnosis import why_unread
from devices.id_readers.frames import read_together
from devices.id_readers.qr.symbol_reader import Sighting
from devices.id_readers.reading import CardReading
from devices.id_readers.unread import (
    DecodersDisagreeError,
    NoCardReadError,
    SeveralCardsError,
)
from devices.pictures import GrayPixels, open_picture_of_codes
from station.domain.id_card import IdCard, IdCardKind, IdTextError, IdWarning
from station.domain.id_text import parse_id_text
from station.errors import StationError

_SECONDS = 0.4
"""Processor time for one picture, its decoding left out. What was begun is finished."""
_ALTOGETHER, _LEAST_SECONDS = 0.7, 0.06
"""Processor time with its decoding: a picture that took long to open is looked at less long."""
_DECODERS = {Stage.MODULES: "module-grid", Stage.ZBAR: "pyzbar"}
"""What read a card, where that is not ZXing."""
_ZXING = "zxing-cpp"
_TOGETHER = "frames"
_DAMAGE = {
    IdWarning.FIELD_COUNT,
    IdWarning.PAYLOAD_CUT,
    IdWarning.SEPARATOR_REPLACED,
    IdWarning.TEXT_REPAIRED,
    IdWarning.LETTERS_LOST,
    IdWarning.REST_UNREADABLE,
}
"""Warnings that may be the decoder's fault; the others are the card's."""


def read_id_card(picture: Path | bytes) -> CardReading:
    """Read the ID card in a picture. Never raises: the reading says what was wrong.

    Args:
        picture: a file, or what is in one (then the reading names no file).
    """
    name = str(picture) if isinstance(picture, Path) else ""
    return _reading(name, lambda: _read_picture(picture))


def read_frames(frames: Sequence[GrayPixels]) -> CardReading:
    """Read the one card that a camera shows in several frames, the newest last. Never raises.

    A camera's loop may call it with every frame it gets; three frames of one card are enough.
    """
    return _reading("", lambda: _read_frames(frames))


def _reading(file: str, read: Callable[[], tuple[IdCard, str]]) -> CardReading:
    started = time.perf_counter()
    card, decoder, error = None, None, None
    try:
        card, decoder = read()
    except StationError as problem:
        error = problem
    return CardReading(
        file=file,
        card=card,
        decoder=decoder,
        error=error,
        elapsed_ms=(time.perf_counter() - started) * 1000,
        missing_decoders=missing_decoders(),
    )


def _read_picture(picture: Path | bytes) -> tuple[IdCard, str]:
    started = time.thread_time()
    pixels = open_picture_of_codes(picture)
    left = _ALTOGETHER - (time.thread_time() - started)
    return _read(Cascade(pixels, Budget(min(_SECONDS, max(_LEAST_SECONDS, left)))))


def _read_frames(frames: Sequence[GrayPixels]) -> tuple[IdCard, str]:
    """Read each frame alone, the newest first, then all together.

    Raises:
        StationError: they give no card; why the newest does not.
    """
    problem: StationError = NoCardReadError("no frames")
    sightings: list[Sighting] = []
    for number, frame in enumerate(reversed(frames)):
        cascade = Cascade(frame, Budget(_SECONDS))
        try:
            return _read(cascade)
        except StationError as error:
            problem = error if number == 0 else problem
        seen = cascade.sightings
        sightings += sorted(seen, key=lambda one: -one.pose.agreement)[:1]
        together = read_together(sightings)
        if together is not None and (cards := _cards([Decoded("", together.text, together.raw)])):
            return _the_one(cards), _TOGETHER
    raise problem


def _read(cascade: Cascade) -> tuple[IdCard, str]:
    """Try the quickest way first; the first that gives a card decides.

    Raises:
        NoCardReadError: no way gave one.
        SeveralCardsError, DecodersDisagreeError: more than one answer.
    """
    others: set[bytes] = set()
    for stage, codes in cascade.readings():
        cards = _cards(codes)
        if stage is Stage.ZBAR:
            cards = [card for card in cards if _is_complete(card)]
        if not cards:
            others |= {code.content for code in codes}
            continue
        card = _the_one(cards)
        if stage not in _DECODERS and not _is_sound(card):
            card = _agreed(card, _cards(read_with_zbar(reduced(cascade.pixels))))
        return card, _DECODERS.get(stage, _ZXING)
    raise why_unread(cascade.pixels, len(others), cascade.sightings)


def _cards(codes: Iterable[Decoded]) -> list[IdCard]:
    cards = []
    for code in codes:
        try:
            cards.append(parse_id_text(code.text))
        except IdTextError:
            continue  # another code in the picture, for example a poster's
    return cards


def _the_one(cards: list[IdCard]) -> IdCard:
    """Give the fullest of one person's codes.

    Raises:
        SeveralCardsError: they are of several people.
    """
    people = {card.personal_number for card in cards}
    if len(people) > 1:
        raise SeveralCardsError(len(people))
    return max(cards, key=lambda card: (card.full_name is not None, -len(card.warnings)))


def _is_sound(card: IdCard) -> bool:
    return card.kind is not IdCardKind.UNKNOWN and not _DAMAGE.intersection(card.warnings)


def _is_complete(card: IdCard) -> bool:
    damaged = _DAMAGE.intersection(card.warnings) - {IdWarning.TEXT_REPAIRED}
    return not damaged and None not in (card.full_name, card.date_of_birth, card.sex)


def _agreed(card: IdCard, others: list[IdCard]) -> IdCard:
    """Hold a doubtful card against the second decoder's.

    Raises:
        DecodersDisagreeError: a field that both have differs.
    """
    for other in others:
        pairs = (
            (card.personal_number, other.personal_number),
            (card.full_name, other.full_name),
            (card.date_of_birth, other.date_of_birth),
            (card.sex, other.sex),
            (card.address, other.address),
            (card.issued_on, other.issued_on),
        )
        if any(None not in pair and pair[0] != pair[1] for pair in pairs):
            raise DecodersDisagreeError("the second decoder reads something else")
    return card
