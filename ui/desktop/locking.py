"""F12 and back: covers the pages while their officer is away, and keeps what is in them."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from station.forms.office import office_on
from ui import composition
from ui.desktop.lock.presenter import LockPresenter
from ui.desktop.lock.view_model import LockState
from ui.desktop.screen import Screen
from ui.desktop.session_tools import SessionTools


class Locking:
    """The lock of one officer's session."""

    def __init__(
        self,
        screen: Screen,
        tools: SessionTools,
        *,
        open_drafts: Callable[[], int],
        waiting: Callable[[], int],
    ) -> None:
        """
        Args:
            open_drafts: how many drafts hold something.
            waiting: how much the province does not have yet.
        """
        wires, desk = tools.wires, tools.desk
        self._screen = screen
        self._desk = desk
        self._open_drafts = open_drafts
        self._waiting = waiting
        self._locked_at: datetime | None = None
        self._ask_again: Callable[[], None] | None = None
        self._presenter = LockPresenter(
            screen.lock,
            officer_id=desk.officer.officer_id,
            password_opens=partial(composition.password_opens, tools.home),
            unlocked=self._unlock,
            now=desk.now,
            store_worker=tools.store_worker,
            language=tools.language,
        )
        wires.join(screen.lock.unlock_wanted, self._presenter.on_unlock)
        wires.join(screen.frame.lock_wanted, self.lock)
        wires.join(screen.idle.came, self.lock_unattended)

    @property
    def is_locked(self) -> bool:
        """Nobody is served at a locked station."""
        return self._locked_at is not None

    def lock(self) -> None:
        """Cover the pages. A panel that asks something goes with its page, and comes back."""
        asking = next((one for one in self._screen.asking_panels() if one.is_open), None)
        self._ask_again = None if asking is None else asking.later()
        self._locked_at = self._desk.now()
        self._presenter.show(self._state(self._locked_at))
        self._screen.window.show_lock()

    def lock_unattended(self) -> None:
        """Cover the pages if they are seen: nobody was here for a while."""
        if self._screen.frame.isVisible():
            self.lock()

    def show_time(self) -> None:
        """Let the clock of the lock page go on."""
        if self._locked_at is not None:
            self._screen.lock.show_state(self._state(self._locked_at))

    def _state(self, locked_at: datetime) -> LockState:
        desk, now = self._desk, self._desk.now()
        return LockState(
            now=now,
            officer_name=desk.officer.display_name,
            counter=desk.settings.station_number,
            locked_at=locked_at,
            unit=office_on(desk.settings.offices, now.date()).agency,
            open_drafts=self._open_drafts(),
            waiting=self._waiting(),
        )

    def _unlock(self) -> None:
        self._locked_at = None
        self._screen.window.show_desk()
        if self._ask_again is not None:
            self._ask_again()
