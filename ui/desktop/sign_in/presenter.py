"""Signing in: an officer and a password open the store, away from the window."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from station.errors import StationError
from station.words import Language
from ui.desktop.problems import title_of, words_of
from ui.desktop.sign_in.view_model import (
    SignInField,
    SignInProblem,
    SignInState,
    SignInView,
)
from ui.desktop.tasks import Tasks

if TYPE_CHECKING:
    from station.domain.codes import ReadCode

MOST_TRIES: Final = 5
PAUSE: Final = timedelta(minutes=1)
_WRONG_PASSWORD = "AUT-001"  # noqa: S105 - the code of an error
_Words = dict[Language, str]
_NO_NAME: Final[_Words] = {"vi": "Gõ mã cán bộ", "en": "Type the officer's name"}
NO_PASSWORD: Final[_Words] = {"vi": "Gõ mật khẩu", "en": "Type the password"}
WRONG: Final[_Words] = {"vi": "Sai", "en": "Wrong"}
"""Short, for it stands inside the field; which of the two was wrong is not told."""
_WAIT: Final[_Words] = {
    "vi": "Sai {tries} lần. Thử lại sau {seconds} giây",
    "en": "Wrong {tries} times. Try again in {seconds} seconds",
}

D = TypeVar("D")


class Tries:
    """How often one may be wrong in a row before a pause. The key derivation slows guessing too."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._wrong = 0
        self._pause_ends: datetime | None = None

    @property
    def left(self) -> int:
        return MOST_TRIES - self._wrong

    def note_wrong(self) -> None:
        self._wrong += 1
        if self.left == 0:
            self._wrong = 0
            self._pause_ends = self._now() + PAUSE

    def note_right(self) -> None:
        self._wrong = 0
        self._pause_ends = None

    def refusal(self, language: Language) -> str | None:
        """Say how long to wait; None when one may try."""
        if self._pause_ends is None or self._pause_ends <= self._now():
            return None
        seconds = ceil((self._pause_ends - self._now()).total_seconds())
        return _WAIT[language].format(tries=MOST_TRIES, seconds=seconds)


class SignInPresenter(Generic[D]):
    """The sign-in page. ``signed_in`` gets the desk, which is then the session's to close."""

    def __init__(
        self,
        view: SignInView,
        *,
        open_desk: Callable[[str, str], D],
        signed_in: Callable[[D], object],
        now: Callable[[], datetime],
        store_worker: Tasks,
        language: Language,
    ) -> None:
        """``open_desk`` takes officer and password; it derives a key, which is slow by design."""
        self._view = view
        self._open_desk = open_desk
        self._signed_in = signed_in
        self._store_worker = store_worker
        self._language: Language = language
        self._tries = Tries(now)
        self._busy = False

    def show(self, state: SignInState) -> None:
        """Begin anew, with nobody's password in the field."""
        self._view.clear()
        self._view.show_state(state)

    def on_code(self, code: "ReadCode | None") -> None:
        """Take the name from a badge; it proves nothing, so the password is still asked for."""
        from station.domain.codes import CodeKind, OwnCode  # it must not delay the window

        if isinstance(code, OwnCode) and code.kind is CodeKind.BADGE and not self._busy:
            self._view.show_name(code.value.lower())

    def on_sign_in(self, officer_id: str, password: str) -> None:
        if self._busy:
            return
        if not officer_id.strip():
            self._refuse(SignInField.NAME, _NO_NAME[self._language])
        elif not password:
            self._refuse(SignInField.PASSWORD, NO_PASSWORD[self._language])
        elif refusal := self._tries.refusal(self._language):
            self._refuse(SignInField.PASSWORD, refusal)
        else:
            self._busy = True
            self._view.show_busy(True)
            self._store_worker.run(
                partial(self._open_desk, officer_id.strip(), password),
                done=self._take,
                failed=self._fail,
            )

    def _take(self, desk: D) -> None:
        self._end()
        self._tries.note_right()
        self._view.clear()
        self._signed_in(desk)

    def _fail(self, error: Exception) -> None:
        self._end()
        if isinstance(error, StationError) and error.code == _WRONG_PASSWORD:
            self._tries.note_wrong()
            words = self._tries.refusal(self._language) or WRONG[self._language]
            self._refuse(SignInField.PASSWORD, words, self._tries.left)
        else:
            self._view.show_problem(
                SignInProblem(
                    SignInField.PASSWORD,
                    title_of(error, self._language),
                    sentence=words_of(error, self._language),
                )
            )

    def _end(self) -> None:
        self._busy = False
        self._view.show_busy(False)

    def _refuse(self, field: SignInField, words: str, tries_left: int | None = None) -> None:
        self._view.show_problem(SignInProblem(field, words, tries_left))
