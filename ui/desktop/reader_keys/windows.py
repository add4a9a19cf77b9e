"""The keys of a Windows session: judged where they are hit, kept from the window if a reader's.

Not run yet on a real Windows: written from its documentation, tested with a stand-in.

Vietnamese typing programs there (UniKey, EVKey) are keyboard hooks: they swallow keys, and send
backspaces and composed letters in their place. So two things are looked at. A hook of our own, set
after theirs and so called before, notes every key as it was hit and lets it go on; the judge hears
these. The messages that reach the window may be something else by then; they wait as long as the
judge is in doubt, are dropped when it was a reader, and posted again when it was not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.desktop.reader_keys.burst import BurstJudge, Capture
from ui.desktop.reader_keys.strokes import KeyStroke

KEY_MESSAGES = range(0x0100, 0x010A)
"""WM_KEYDOWN to WM_UNICHAR: keys that go down and up, and the letters made of them."""

ECHO_MS = 300
"""So long a typing program may go on sending what it made of a reader's keys."""


@dataclass(frozen=True, slots=True)
class KeyMessage:
    """What Windows tells a window of a key."""

    window: int
    kind: int
    first: int
    second: int


class WindowsKeyboard(Protocol):
    """The hook, and the way back to the window."""

    def hit(self) -> Sequence[KeyStroke]:
        """Give the keys that were hit since this was asked last; none that a program sent."""
        ...

    def post(self, messages: Sequence[KeyMessage]) -> None:
        """Post messages to their windows once more, and behind them ``is_end_of_post``'s."""
        ...

    def is_end_of_post(self, kind: int) -> bool:
        """Tell whether a message is the one that ends what was posted."""
        ...

    def close(self) -> None: ...


class WindowsReaderKeys(QObject):
    """Catches what readers type in all windows of this program; see ``X11ReaderKeys``."""

    captured = Signal(object)
    last_keyboard = own_keyboard = ""

    def __init__(
        self,
        keyboard: WindowsKeyboard,
        *,
        is_code: Callable[[str, bool], bool],
        prefix: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keyboard = keyboard
        self._is_code = is_code
        self._judge = BurstJudge(self, is_code=is_code, prefix=prefix)
        self._held: list[KeyMessage] = []
        self._kept = self._dropping = False
        self._posted = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._look)
        self._echo = QTimer(self)
        self._echo.setSingleShot(True)
        self._echo.timeout.connect(self._let_through)

    def follow(self, *, reader: str, prefix: int | None) -> None:
        """Know the reader by another key from now on; keyboards are not told apart here."""
        self._judge = BurstJudge(self, is_code=self._is_code, prefix=prefix)

    def close(self) -> None:
        """Stop catching."""
        self._pause.stop()
        self._echo.stop()
        self._keyboard.close()

    def take(self, message: KeyMessage) -> bool:
        """Judge a message before Qt gets it; True keeps it from the window."""
        if self._keyboard.is_end_of_post(message.kind):
            self._posted -= 1
            if not self._posted:
                self._judge.on_given_back()
            return True
        if message.kind not in KEY_MESSAGES or self._posted:
            return False  # what was posted comes before anything that is hit meanwhile
        self._hear()
        if not self._kept:
            return False
        if not self._dropping:
            self._held.append(message)
            if not self._judge.is_busy:  # it gave this key back before its message came
                self._post_held()
        return True

    # -- what the judge asks for ------------------------------------------------------------

    def give_back(self, strokes: Sequence[KeyStroke]) -> None:
        """See ``KeyGate``: the messages stand for the keys."""
        self._post_held()

    def ask_for_quiet(self, after_ms: int) -> None:
        """See ``KeyGate``."""
        self._pause.start(after_ms)

    def on_capture(self, capture: Capture) -> None:
        """See ``KeyGate``."""
        self._held.clear()
        self._dropping = True
        self._echo.start(ECHO_MS)
        QTimer.singleShot(0, self, lambda: self.captured.emit(capture))

    def _hear(self) -> bool:
        """Let the judge hear what was hit; tell whether anything was."""
        strokes = self._keyboard.hit()
        for stroke in strokes:
            self._kept = self._judge.take(stroke)
            if not self._kept or self._judge.is_busy:
                self._dropping = False
        return bool(strokes)

    def _look(self) -> None:
        """The pause is over, unless keys were hit that the busy window has not seen yet."""
        if not self._hear():
            self._judge.on_quiet()

    def _let_through(self) -> None:
        """What comes from now on without a key that was hit is no echo of a reader: a colleague
        types from afar, or with a keyboard on the screen."""
        if not self._judge.is_busy:
            self._kept = self._dropping = False

    def _post_held(self) -> None:
        messages, self._held = self._held, []
        self._posted += 1
        self._keyboard.post(messages)
