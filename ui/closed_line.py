"""The line of a training station: it leads nowhere."""

from collections.abc import Callable
from threading import Event
from typing import NoReturn

from station.errors import StationError
from station.ports.province import NotEnrolledError


class TrainingOnlyError(StationError):
    """A training station has no province, and signs nothing."""

    code = "TRN-001"

    def __init__(self) -> None:
        super().__init__("a training station reaches nobody")


class ClosedLine:
    """``ui.desks.ports.ProvinceLine`` without a province."""

    def enrol(self, url: str, code: str) -> NoReturn:
        raise TrainingOnlyError

    def run_once(self) -> NoReturn:
        raise TrainingOnlyError

    def run_until(
        self,
        stopped: Event,
        *,
        wait: Callable[[float], object] | None = None,
        told: Callable[[StationError | None], object] | None = None,
    ) -> None:
        """Say once that there is nobody to send to, and wait for the end."""
        if told is not None:
            told(NotEnrolledError("training"))
        stopped.wait()

    def dossier(self, code: str) -> NoReturn:
        raise TrainingOnlyError
