"""Opens the chip of an ID card with what is known of the card, and reads it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from cryptography import x509

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
from devices.chip.passive import SECURITY_OBJECT, prove
from station.domain.chip import (
    ChipKey,
    ChipStaysLockedError,
    ChipUnreadableError,
    ZoneKey,
    card_of_chip,
    with_proof,
)
from station.domain.id_card import ChipProof, IdCard, IdTextError

_MOST_TRIES = 6
"""A chip answers a wrong key more slowly each time."""
_NOT_FOUND = 0x6A82

Connect = Callable[[], AbstractContextManager[Card]]


def read_id_chip(
    connect: Connect, keys: Sequence[ChipKey], authorities: Sequence[x509.Certificate] = ()
) -> IdCard:
    """Read the card on a reader.

    Only the printed zone and the details are read: the counter needs no face and no finger.

    Args:
        authorities: certificates of the state, for telling who signed.
        connect: connects to the card anew; a chip forgets a failed try only so.

    Raises:
        ChipStaysLockedError: none of the keys opens it.
        ChipUnreadableError: the card was taken away, is no ID card, or makes no sense.
    """
    try:
        offer = _pace_offer(connect)
        fitting = [key for key in keys if offer is not None or isinstance(key, ZoneKey)]
        for key in fitting[:_MOST_TRIES]:
            card = _read_with(connect, offer, key, authorities)
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


def _read_with(
    connect: Connect,
    offer: PaceOffer | None,
    key: ChipKey,
    authorities: Sequence[x509.Certificate],
) -> IdCard | None:
    """Try one key; None when it does not open this chip."""
    with connect() as card:
        channel = _opened(card, offer, key)
        if channel is None:
            return None
        if offer is not None:
            select_application(channel)
        zone = read_file(channel, ZONE)
        details = _read_if_there(channel, DETAILS)  # a passport has none
        security_object = _read_if_there(channel, SECURITY_OBJECT)
    holder = card_of_chip(zone_of(zone), {} if details is None else details_of(details))
    if security_object is None:
        return with_proof(holder, ChipProof.UNCHECKED)
    groups = {1: zone} if details is None else {1: zone, 13: details}
    return with_proof(holder, prove(security_object, groups, authorities))


def _read_if_there(channel: SealedChannel, number: int) -> bytes | None:
    try:
        return read_file(channel, number)
    except ChipRefusedError as error:
        if error.status != _NOT_FOUND:
            raise
        return None


def _opened(card: Card, offer: PaceOffer | None, key: ChipKey) -> SealedChannel | None:
    if offer is not None:
        return open_by_pace(card, offer, key)
    if not isinstance(key, ZoneKey):
        return None
    select_application(PlainChannel(card))
    return open_by_zone(card, key.zone)
