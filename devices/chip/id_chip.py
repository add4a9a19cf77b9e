"""Opens the chip of an ID card with what is known of the card, and reads it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from devices.chip.apdu import Card, ChipError, ChipRefusedError, PlainChannel, SealedChannel
from devices.chip.basic_access import open_by_zone
from devices.chip.files import (
    CARD_ACCESS,
    DETAILS,
    ZONE,
    details_of,
    read_file,
    select_application,
    zone_of,
)
from devices.chip.pace import PaceOffer, offers_of, open_by_pace
from station.domain.chip import (
    ChipKey,
    ChipStaysLockedError,
    ChipUnreadableError,
    ZoneKey,
    card_of_chip,
)
from station.domain.id_card import IdCard, IdTextError

_MOST_TRIES = 6
"""A chip answers a wrong key more slowly each time."""
_NOT_FOUND = 0x6A82

Connect = Callable[[], AbstractContextManager[Card]]


def read_id_chip(connect: Connect, keys: Sequence[ChipKey]) -> IdCard:
    """Read the card on a reader.

    Only the printed zone and the details are read: the counter needs no face and no finger.

    Args:
        connect: connects to the card anew; a chip forgets a failed try only so.

    Raises:
        ChipStaysLockedError: none of the keys opens it.
        ChipUnreadableError: the card was taken away, is no ID card, or makes no sense.
    """
    try:
        offer = _pace_offer(connect)
        fitting = [key for key in keys if offer is not None or isinstance(key, ZoneKey)]
        for key in fitting[:_MOST_TRIES]:
            card = _read_with(connect, offer, key)
            if card is not None:
                return card
    except (ChipError, OSError, IdTextError) as error:
        raise ChipUnreadableError(f"{type(error).__name__}: {error}") from error
    raise ChipStaysLockedError(f"{len(fitting)} keys")


def _pace_offer(connect: Connect) -> PaceOffer | None:
    """Ask the chip which way of PACE it knows; older ones have no such list."""
    with connect() as card:
        try:
            offers = offers_of(read_file(PlainChannel(card), CARD_ACCESS))
        except ChipRefusedError:
            return None
    return next(iter(offers), None)


def _read_with(connect: Connect, offer: PaceOffer | None, key: ChipKey) -> IdCard | None:
    """Try one key; None when it does not open this chip."""
    with connect() as card:
        channel = _opened(card, offer, key)
        if channel is None:
            return None
        if offer is not None:
            select_application(channel)
        zone = zone_of(read_file(channel, ZONE))
        try:
            details = details_of(read_file(channel, DETAILS))
        except ChipRefusedError as error:
            if error.status != _NOT_FOUND:
                raise
            details = {}  # a passport
    return card_of_chip(zone, details)


def _opened(card: Card, offer: PaceOffer | None, key: ChipKey) -> SealedChannel | None:
    if offer is not None:
        return open_by_pace(card, offer, key)
    if not isinstance(key, ZoneKey):
        return None
    select_application(PlainChannel(card))
    return open_by_zone(card, key.zone)
