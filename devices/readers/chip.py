"""An NFC reader as a reader of ID cards: it reads the chip, once it knows what opens it."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from devices.chip.pcsc import SHARING_VIOLATION, PcscContext, PcscError
from station.domain.chip import ChipKey, ChipKeyMissingError, ChipUnreadableError, chip_keys
from station.domain.codes import CardCode
from station.domain.id_card import FieldSource, IdCard
from station.errors import StationError
from station.ports.readers import Arrival, ReaderState

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

KEY_LIVES_S = 120.0
"""What was read of a card opens a chip so long; after that another citizen sits there."""
_POLL_S = 0.2
_LOOK_AGAIN_S = 2.0
_TRIES = 3
"""A hand that moves the card breaks the line; it may lie still the next time."""
_PATIENCE_S = 1.5
"""So long a card may lie there before somebody is told that nothing opens it."""


class ChipReader:
    """Implements ``ChipCodeReader``.

    The address is the beginning of the reader's name in PC/SC, or nothing: whichever has a card.
    """

    simulated = False

    def __init__(self, name: str, address: str, authorities: Path | None = None) -> None:
        """``authorities`` is a folder with certificates of the state; see ``chip.passive``."""
        self.name = name
        self._authorities = authorities
        self._address = address
        self._state = ReaderState.OFFLINE
        self._followed = False
        """Whoever listens has looked, and keeps the state as it is."""
        self._offered: tuple[IdCard, float] | None = None

    def state(self) -> ReaderState:
        if not self._followed:
            try:
                with PcscContext() as context:
                    self._state = _state_of(self._readers(context))
            except PcscError:
                self._state = ReaderState.OFFLINE
        return self._state

    def offer(self, card: IdCard) -> None:
        """Take note of a card that was read by other means: it may lie here too."""
        if FieldSource.CHIP not in card.sources.values():
            self._offered = (card, time.monotonic() + KEY_LIVES_S)

    def listen(self, stopped: threading.Event, told: Callable[[Arrival], object]) -> None:
        while not stopped.is_set():
            # PcscError: the service or the reader went away; the state says so until it is back
            with suppress(PcscError), PcscContext() as context:
                self._watch(context, stopped, told)
            self._state, self._followed = ReaderState.OFFLINE, True
            stopped.wait(_LOOK_AGAIN_S)
        self._followed = False
        self._offered = None

    def _watch(
        self, context: PcscContext, stopped: threading.Event, told: Callable[[Arrival], object]
    ) -> None:
        """Read each card once; give up when the reader is unplugged.

        Raises:
            PcscError: the reader or the service went away.
        """
        lying = _Lying("", None)
        while not stopped.wait(_POLL_S):
            readers = self._readers(context)
            self._state, self._followed = _state_of(readers), True
            laid = ((one, context.laid_card(one)) for one in readers)
            reader, card = next((one for one in laid if one[1] is not None), ("", None))
            if (reader, card) != lying.where:
                if lying.failure is not None:
                    told(Arrival(self.name, None, lying.failure))
                lying = _Lying(reader, card)
            if card is None:
                continue
            keys = self._keys()
            if lying.is_new(keys):
                found = lying.judge(self._read(context, reader, keys))
                if isinstance(found, IdCard):
                    told(Arrival(self.name, CardCode(found)))
                elif found is not None:
                    told(Arrival(self.name, None, found))
            elif lying.is_late(keys):
                told(Arrival(self.name, None, ChipKeyMissingError("nothing was read yet")))

    def _read(
        self, context: PcscContext, reader: str, keys: tuple[ChipKey, ...]
    ) -> IdCard | StationError:
        from devices.chip.id_chip import read_id_chip  # few stations have such a reader

        try:
            return read_id_chip(partial(context.card, reader), keys, _states(self._authorities))
        except StationError as error:
            cause = error.__cause__
            if isinstance(cause, PcscError) and cause.status == SHARING_VIOLATION:
                self._state = ReaderState.IN_USE
            return error

    def _keys(self) -> tuple[ChipKey, ...]:
        offered = self._offered
        if offered is None or time.monotonic() > offered[1]:
            return ()
        return chip_keys(offered[0])

    def _readers(self, context: PcscContext) -> list[str]:
        return [one for one in context.readers() if one.startswith(self._address)]


def _state_of(readers: list[str]) -> ReaderState:
    return ReaderState.READY if readers else ReaderState.OFFLINE


class NoCardLaidError(StationError):
    """No card lies on a chip reader, or there is no reader."""

    code = "DEV-012"
    unavailable = True


def read_laid_card(known: IdCard, authorities: Path | None = None) -> IdCard:
    """Read the chip of the card that lies on a reader now.

    Args:
        known: what was read or typed of it.
        authorities: a folder with certificates of the state.

    Raises:
        NoCardLaidError: there is none.
        StationError: the chip cannot be opened or read.
    """
    from devices.chip.id_chip import read_id_chip

    try:
        with PcscContext() as context:
            laid = (one for one in context.readers() if context.laid_card(one) is not None)
            reader = next(laid, None)
            if reader is not None:
                card, states = partial(context.card, reader), _states(authorities)
                return read_id_chip(card, chip_keys(known), states)
    except PcscError as error:
        raise NoCardLaidError(str(error)) from error
    raise NoCardLaidError("no card")


def _states(folder: Path | None) -> "tuple[Certificate, ...]":
    from devices.chip.passive import read_authorities

    return () if folder is None else read_authorities(folder)


class _Lying:
    """The card that lies on the reader now, and what was already said of it."""

    def __init__(self, reader: str, card: int | None) -> None:
        self.where = (reader, card)
        self.failure: StationError | None = None
        """Why it could not be read, while another try may help and nobody was told."""
        self._since = time.monotonic()
        self._tried: tuple[ChipKey, ...] = ()
        self._tries_left = _TRIES
        self._told = False

    def is_new(self, keys: tuple[ChipKey, ...]) -> bool:
        """Tell whether to read it with these keys; they are the tried ones from now on."""
        tried, self._tried = self._tried, keys or self._tried
        return bool(keys) and (keys != tried or self.failure is not None)

    def judge(self, found: IdCard | StationError) -> IdCard | StationError | None:
        """Give what is to be told; None while a card that was moved may still be read."""
        self._tries_left -= 1
        self.failure = found if isinstance(found, ChipUnreadableError) else None
        if self.failure is not None and self._tries_left > 0:
            return None
        self.failure, self._tries_left = None, _TRIES
        return found

    def is_late(self, keys: tuple[ChipKey, ...]) -> bool:
        """Tell, once, that it lies there for long and nothing opens it."""
        late = not keys and not self._tried and time.monotonic() - self._since > _PATIENCE_S
        told, self._told = self._told, self._told or late
        return late and not told
