"""The rounds of sending and fetching that go on behind the window while an officer works."""

from collections.abc import Callable
from functools import partial

from station.errors import StationError
from ui.desks.ports import ProvinceLine
from ui.desktop.background import Rounds, TaskRunner
from ui.desktop.tasks import Failed


class LineRounds:
    """One officer's rounds with the province; after ``stop`` nobody hears of them."""

    def __init__(
        self,
        line: TaskRunner,
        province: ProvinceLine,
        *,
        ended: Callable[[StationError | None], object],
        failed: Failed,
    ) -> None:
        """``ended`` hears of the end of every round: why it stopped early, or None."""
        self._line = line
        self._province = province
        self._ended = ended
        self._failed = failed
        self._rounds = Rounds()
        self._goes_on = False

    @property
    def goes_on(self) -> bool:
        """Whether a round is under way; it may end this very moment."""
        return self._goes_on

    def start(self) -> None:
        """Go on in rounds until ``stop``."""
        line, province, stopped = self._line, self._province, self._rounds.stopped
        told = partial(line.tell, self._tell_ended)
        self._goes_on = True
        line.run(
            lambda: province.run_until(stopped, wait=self._rest, told=told),
            done=lambda _: None,
            failed=self._tell_failed,
        )

    def wake(self) -> None:
        """Begin the next round now."""
        self._rounds.wake()

    def stop(self) -> None:
        """End after the current round."""
        self._rounds.stop()

    def _rest(self, seconds: float) -> None:
        self._goes_on = False
        self._rounds.wait(seconds)
        self._goes_on = True

    def _tell_ended(self, error: StationError | None) -> None:
        if not self._rounds.stopped.is_set():
            self._ended(error)

    def _tell_failed(self, error: Exception) -> None:
        if not self._rounds.stopped.is_set():
            self._failed(error)
