"""Changes the password of the officer who works here."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from station.errors import StationError
from station.words import Language
from ui.desktop.problems import title_of, words_of
from ui.desktop.settings import words as w
from ui.desktop.settings.password_view import PasswordField, PasswordView
from ui.desktop.sign_in.presenter import Tries
from ui.desktop.tasks import Tasks

_WRONG_PASSWORD = "AUT-001"  # noqa: S105 - a code


class PasswordPresenter:
    """One officer's own password. Whoever guesses at the old one has to wait, as at the lock."""

    def __init__(
        self,
        view: PasswordView,
        *,
        change: Callable[[str, str], object],
        done: Callable[[str], object],
        failed: Callable[[str], object],
        now: Callable[[], datetime],
        store_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            change: takes the old password and the new one; as slow as two sign-ins.
            done: hears that it was done, in words.
            failed: hears what stands in the way where no field is wrong, in words.
        """
        self._view = view
        self._change, self._done, self._failed = change, done, failed
        self._tries = Tries(now)
        self._worker = store_worker
        self._language: Language = language
        self._busy = False

    def on_confirmed(self, old: str, new: str) -> None:
        """Change it, if the old one is right."""
        if self._busy:
            return
        refusal = self._tries.refusal(self._language)
        if refusal:
            self._view.show_problem(PasswordField.OLD, refusal)
            return
        self._busy = True
        self._view.show_busy(True)
        self._worker.run(
            partial(self._change, old, new), done=lambda _: self._changed(), failed=self._fail
        )

    def _changed(self) -> None:
        self._end()
        self._tries.note_right()
        self._view.show_done()
        self._done(w.PASSWORD_CHANGED[self._language])

    def _fail(self, error: Exception) -> None:
        self._end()
        wrong = isinstance(error, StationError) and error.code == _WRONG_PASSWORD
        if wrong:
            self._tries.note_wrong()
        if not isinstance(error, StationError) or not self._view.is_open:
            self._view.show_done()
            self._failed(words_of(error, self._language))
        elif wrong:
            left = w.WRONG_PASSWORD[self._language].format(left=self._tries.left)
            words = self._tries.refusal(self._language) or left
            self._view.show_problem(PasswordField.OLD, words)
        else:
            self._view.show_problem(PasswordField.NEW, title_of(error, self._language))

    def _end(self) -> None:
        self._busy = False
        self._view.show_busy(False)
