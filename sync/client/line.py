"""The line of one station: enrols, exchanges, asks; over HTTP, with the outbox on this side.

HTTP is imported when somebody is called: 10 MB, which a station without a province never needs.
"""

import logging
from collections.abc import Callable
from threading import Event

from station.domain.line_pause import LinePause
from station.errors import StationError
from station.ports.clock import MachineClock
from station.ports.outbox import Outbox
from station.ports.province import Enrolment, NotEnrolledError, ProvinceDossier
from station.usecases.fetch_catalogue import CatalogueInbox
from station.usecases.pause_line import LinePausedError
from station.usecases.synchronise import LARGEST_BATCH, SyncReport, synchronise
from sync.client.loop import repeat
from sync.client.pace import Pace

_log = logging.getLogger(__name__)


class HttpLine:
    """One station's line; each call opens and closes its own connections."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        clock: MachineClock,
        station_id: str,
        station_key: bytes,
        inbox: CatalogueInbox | None = None,
        pause: Callable[[], LinePause | None] = lambda: None,
        steady: Callable[[], float] | None = None,
    ) -> None:
        """
        Args:
            inbox: takes the province's catalogue in; None: it is not asked for.
            pause: the pause in which nothing is sent now; asked between items and chunks.
            steady: the seconds since the computer was started; None: they are not known.
        """
        self._outbox = outbox
        self._inbox = inbox
        self._clock = clock
        self._station_id = station_id
        self._station_key = station_key
        self._pause, self._steady = pause, steady
        # What the line bears is learnt across rounds: a slow one would else never get started.
        self._pace = Pace()
        self._batch = LARGEST_BATCH

    def enrol(self, url: str, code: str) -> Enrolment:
        """Trade a one-time code for a token and numbers, and keep them.

        Raises:
            InsecureAddressError, EnrolmentRefusedError, StationError: nothing was kept.
        """
        from sync.client.province import HttpEnroller

        enrolment = HttpEnroller().enrol(
            base_url=url, code=code, station_id=self._station_id, station_key=self._station_key
        )
        self._outbox.save_enrolment(enrolment)
        return enrolment

    def run_once(self) -> SyncReport:
        """Send and fetch what there is.

        Raises:
            NotEnrolledError: there is nobody to send to.
            LinePausedError: somebody needs the line; nothing was sent.
            StationError: what ended the round early, or made it pass over an item.
        """
        report = self._round(Event())
        if report.error is not None:
            raise report.error
        return report

    def run_until(
        self,
        stopped: Event,
        *,
        wait: Callable[[float], object] | None = None,
        told: Callable[[StationError | None], object] | None = None,
    ) -> None:
        """Send and fetch again and again, with pauses, until ``stopped`` is set.

        Args:
            wait: sleeps between two rounds, at most so many seconds; None: until ``stopped``.
            told: hears of the end of every round what stopped it; None when nothing did.
        """

        def hear(error: StationError | None) -> None:
            if error is not None and not isinstance(error, LinePausedError):
                _log.info("the round ended early: %s", error.code)
            if told is not None:
                told(error)

        repeat(lambda: self._round(stopped), stopped=stopped, wait=wait or stopped.wait, told=hear)

    def dossier(self, code: str) -> ProvinceDossier | None:
        """Give the province's view of a dossier; None when it has none."""
        from sync.client.province import HttpProvince

        with HttpProvince(self._enrolment()) as province:
            return province.dossier(code)

    def _round(self, stopped: Event) -> SyncReport:
        enrolment = self._enrolment()
        if (pause := self._pause()) is not None:
            raise LinePausedError(pause, self._clock.now())
        from sync.client.province import HttpProvince

        with HttpProvince(enrolment, pace=self._pace) as province:
            report = synchronise(
                outbox=self._outbox,
                province=province,
                clock=self._clock,
                inbox=self._inbox,
                go_on=lambda: not stopped.is_set() and self._pause() is None,
                batch=self._batch,
                steady=self._steady,
            )
        self._batch = report.batch
        return report

    def _enrolment(self) -> Enrolment:
        enrolment = self._outbox.enrolment()
        if enrolment is None:
            raise NotEnrolledError("no enrolment in this store")
        return enrolment
