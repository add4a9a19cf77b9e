"""The lock: the work stays, the officer's own password opens it again."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from station.errors import StationError
from station.words import Language
from ui.desktop.lock.view_model import LockState, LockView
from ui.desktop.problems import title_of, words_of
from ui.desktop.sign_in.presenter import NO_PASSWORD, WRONG, Tries
from ui.desktop.tasks import Tasks


class PasswordOpens(Protocol):
    """Tells whether a password is the officer's; takes as long as a sign-in."""

    def __call__(self, officer_id: str, password: str) -> bool: ...


class LockPresenter:
    """The lock page of one officer."""

    def __init__(
        self,
        view: LockView,
        *,
        officer_id: str,
        password_opens: PasswordOpens,
        unlocked: Callable[[], object],
        now: Callable[[], datetime],
        store_worker: Tasks,
        language: Language,
    ) -> None:
        self._view = view
        self._officer_id = officer_id
        self._password_opens = password_opens
        self._unlocked = unlocked
        self._store_worker = store_worker
        self._language: Language = language
        self._tries = Tries(now)
        self._busy = False

    def show(self, state: LockState) -> None:
        self._view.clear()
        self._view.show_state(state)

    def on_unlock(self, password: str) -> None:
        if self._busy:
            return
        if not password:
            self._view.show_problem(NO_PASSWORD[self._language])
        elif refusal := self._tries.refusal(self._language):
            self._view.show_problem(refusal)
        else:
            self._busy = True
            self._view.show_busy(True)
            self._store_worker.run(
                partial(self._password_opens, self._officer_id, password),
                done=self._judge,
                failed=self._fail,
            )

    def _judge(self, opens: bool) -> None:
        self._end()
        if opens:
            self._tries.note_right()
            self._view.clear()
            self._unlocked()
            return
        self._tries.note_wrong()
        words = self._tries.refusal(self._language) or WRONG[self._language]
        self._view.show_problem(words, self._tries.left)

    def _fail(self, error: Exception) -> None:
        self._end()
        said = title_of if isinstance(error, StationError) else words_of
        self._view.show_problem(said(error, self._language))

    def _end(self) -> None:
        self._busy = False
        self._view.show_busy(False)
