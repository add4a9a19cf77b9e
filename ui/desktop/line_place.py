"""The line to the province as one officer has it: rounds behind the window, and their pause."""

from collections.abc import Callable
from functools import partial

from station.errors import StationError
from ui.desks.sync import SyncDesk
from ui.desktop.frame.view_model import Place
from ui.desktop.going import Going
from ui.desktop.line_pausing import LinePausing
from ui.desktop.line_rounds import LineRounds
from ui.desktop.screen import Screen
from ui.desktop.session_tools import SessionTools
from ui.desktop.status.presenter import StatusPresenter
from ui.desktop.tasks import Failed


class LinePlace:
    """Begins rounds when an officer, or an act, asks for one."""

    def __init__(
        self,
        screen: Screen,
        tools: SessionTools,
        *,
        status: StatusPresenter,
        going: Going,
        begun: Callable[[], object],
        ended: Callable[[StationError | None], object],
        changed: Callable[[], object],
        failed: Failed,
    ) -> None:
        """
        Args:
            begun: hears that somebody asked for a round.
            ended: hears of the end of every round: why it stopped early, or None.
            changed: hears that the line was paused, or is the station's again.
        """
        self._status, self._going, self._begun = status, going, begun
        self._rounds = LineRounds(
            tools.workers.line, tools.desk.province, ended=ended, failed=failed
        )
        self._pausing = LinePausing(
            screen.frame,
            line=SyncDesk(tools.desk),
            status=status,
            rounds=self._rounds,
            now=tools.desk.now,
            see_centre=partial(going.to, Place.SYNC),
            changed=changed,
            store_worker=tools.store_worker,
            failed=failed,
        )
        self.start, self.stop, self.wake = self._rounds.start, self._rounds.stop, self._rounds.wake
        join = tools.wires.join
        join(screen.frame.sync_wanted, self._on_key)
        join(screen.frame.pause_toggled, self._pausing.on_key)
        join(screen.frame.pause.chosen, self._pausing.on_chosen)
        join(screen.sync.pause_toggled, self._pausing.on_key)

    def sync(self) -> None:
        """Begin a round now, as far as the line is not paused."""
        self._begun()
        self._status.on_round_begun()
        self._rounds.wake()

    def _on_key(self) -> None:
        """Send and fetch now, also where somebody had paused it."""
        if not self._pausing.resume():
            self.sync()
        if self._going.place is not Place.RECEPTION:  # a reception is not interrupted
            self._going.to(Place.SYNC)
