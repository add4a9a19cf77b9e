"""An officer leaves the line to somebody who needs it, or takes it back for the station."""

from collections.abc import Callable
from datetime import datetime

from station.domain.line_pause import LinePause, PauseLength, pause_end
from station.errors import StationError
from station.ports.officers import Officer
from station.ports.outbox import Outbox
from station.words import moment


class LinePausedError(StationError):
    """Nothing is sent or fetched now: somebody needs the line."""

    code = "SYN-013"

    def __init__(self, pause: LinePause, now: datetime) -> None:
        super().__init__(f"paused until {pause.until.isoformat()}")
        self.until = moment(pause.until, now)


def pause_line(
    length: PauseLength, *, officer: Officer, outbox: Outbox, now: Callable[[], datetime]
) -> LinePause:
    """Send and fetch nothing for a while; what goes over the line now ends with its chunk."""
    at = now()
    pause = LinePause(at=at, until=pause_end(at, length), by=officer.display_name)
    outbox.keep_pause(pause)
    return pause


def resume_line(outbox: Outbox) -> None:
    """Send and fetch again, from the next round on."""
    outbox.keep_pause(None)


def pause_that_holds(outbox: Outbox, now: Callable[[], datetime]) -> LinePause | None:
    """Give the pause in which nothing is sent now; None: there is none, or its time is over."""
    pause = outbox.pause()
    return pause if pause is not None and pause.holds(now()) else None
