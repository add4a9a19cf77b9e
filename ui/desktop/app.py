"""The program with a window: from sign-in to the desk, and from one officer to the next."""

import gc
import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from station.errors import StationError
from station.forms.office import office_on
from station.words import Language
from ui import composition
from ui.desktop import garbage
from ui.desktop.key_choices import use_keys
from ui.desktop.kit.brand import sign_icon
from ui.desktop.kit.theme import dress
from ui.desktop.kit.tokens import DARK, LIGHT
from ui.desktop.language import use_language
from ui.desktop.reader_keys.window_keys import WindowReaderKeys
from ui.desktop.screen import Screen, load_pages
from ui.desktop.second_screen.sight import InSight
from ui.desktop.sign_in.presenter import SignInPresenter
from ui.desktop.sign_in.view_model import SignInState
from ui.desktop.spare_memory import EVERY_MS, give_back
from ui.desktop.watchdog import Pause, Watchdog
from ui.desktop.workers import Workers
from ui.diagnostics import write_diagnostics
from ui.preferences import Preferences, read_preferences
from ui.settings import StationSettings, read_settings
from ui.training import OFFICER, PASSWORD, ready_training_home

if TYPE_CHECKING:
    from station.ports.readers import Arrival
    from ui.desks.desk import Desk
    from ui.desktop.open_work import OpenWork
    from ui.desktop.session import Session

CLOCK_MS = 5_000
LOAD_AFTER_MS = 300
"""By then the window is painted."""
SWITCH_S = 0.0005
"""A busy worker hands the interpreter over so soon. Painting takes it anew at every call into Qt:
with Python's own 5 ms, a page with thirty calls waits for 150 ms while a worker computes."""
_log = logging.getLogger(__name__)


def run_desktop(
    home: Path,
    language: Language,
    *,
    watch: bool,
    training: bool,
    anew: bool,
) -> int:
    """Open the window and give the exit status when it is closed.

    Args:
        training: work in the training home beside this one, which is not opened.
        anew: with fresh samples.
        watch: write down where the window did not answer for longer than anybody should notice.

    Raises:
        StationError: there is no home in this folder, its settings are damaged, or another window
            works in it. It was shown before.
    """
    try:
        if training:
            home = ready_training_home(home, anew=anew)
        settings, chosen = read_settings(home), read_preferences(home)
        claim = composition.claim_window(home)
    except StationError as error:
        _show_problem(error, language)
        raise
    app = application(chosen)
    language = chosen.language or language
    desktop = Desktop(app, home, settings, language, chosen, at_work=claim.held_by)
    sys.excepthook = desktop.report_bug
    watchdog = Watchdog(_note_pause) if watch else None
    desktop.open()
    try:
        return app.exec()
    finally:
        if watchdog is not None:
            watchdog.close()
        desktop.close()
        claim.release()
        if desktop.start_after:
            start(desktop.start_after)


def application(chosen: Preferences) -> QApplication:
    """Begin in the chosen text size; what the screen has no room for is scrolled to."""
    if chosen.text_percent != 100 and "QT_SCALE_FACTOR" not in os.environ:
        os.environ["QT_SCALE_FACTOR"] = str(chosen.text_percent / 100)
    return QApplication(sys.argv[:1])


def start(command: Sequence[str]) -> None:
    """Start a window in a process of its own, which reads by itself how large it is to be."""
    import subprocess  # hardly anybody starts a second window

    around = {name: value for name, value in os.environ.items() if name != "QT_SCALE_FACTOR"}
    subprocess.Popen(command, env=around)


def _dress(app: QApplication, language: Language, *, dark: bool) -> None:
    app.setApplicationName("Trạm Một Cửa")
    app.setDesktopFileName("tram-mot-cua")  # the task bar finds name and icon by it
    if sys.platform == "win32":
        import ctypes

        # else the task bar shows Python's sign, and its windows as one program
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("tram-mot-cua")
    dress(app, DARK if dark else LIGHT)
    app.setWindowIcon(sign_icon())
    use_language(app, language)


def _show_problem(error: StationError, language: Language) -> None:
    from ui.desktop.start_problem import StartProblem

    app = QApplication(sys.argv[:1])
    _dress(app, language, dark=False)
    problem = StartProblem(error, language)
    problem.show()
    app.exec()


def _nothing(_: object) -> None:
    """There is nobody to tell."""


def _note_pause(pause: Pause) -> None:
    calls = " < ".join(pause.where)
    _log.warning("no answer for %d ms, %d ms of work: %s", pause.ms, pause.busy_ms, calls)


class Desktop:
    """The window, its workers, and whoever works in it.

    Attributes:
        screen: the window and its pages.
        session: the officer at work; None before the first sign-in.
        reader_keys: what readers in keyboard mode type, on every page.
        start_after: the command that is to be started when this one has ended.
    """

    def __init__(
        self,
        app: QApplication,
        home: Path,
        settings: StationSettings,
        language: Language,
        chosen: Preferences = Preferences(),  # noqa: B008 - it is frozen
        *,
        at_work: Callable[[str], object] | None = None,
    ) -> None:
        """
        Args:
            at_work: hears who signed in.
        """
        self._home = home
        self._at_work = at_work
        self._settings = settings
        self._language: Language = language
        self._open_work: dict[str, OpenWork] = {}
        self.session: Session | None = None
        sys.setswitchinterval(SWITCH_S)
        self.start_after: Sequence[str] = ()
        use_keys(chosen.keys)
        _dress(app, language, dark=chosen.dark)
        self.screen = Screen(chosen, training=settings.training)
        InSight(self.screen.window)
        self._app = app
        self._workers = Workers()
        self._closed = False
        self.reader_keys = WindowReaderKeys(app, settings.devices)
        self._sign_in = SignInPresenter(
            self.screen.sign_in,
            open_desk=self._open_desk,
            signed_in=self.begin,
            now=composition.now,
            store_worker=self._workers.store,
            language=language,
        )
        self.screen.sign_in.sign_in_wanted.connect(self._sign_in.on_sign_in)
        self.reader_keys.arrived.connect(self._on_code)
        self.screen.sign_in.training_wanted.connect(self._begin_training)
        self._clock = QTimer()
        self._clock.timeout.connect(self._show_time)
        self._finds_garbage = gc.isenabled()
        gc.disable()
        self._garbage = QTimer()
        self._garbage.timeout.connect(garbage.look)
        self._spare = QTimer()
        self._spare.timeout.connect(self._give_memory_back)

    def open(self) -> None:
        """Show the window with the sign-in page."""
        self._show_sign_in()
        window = self.screen.window
        window.resize(self._app.primaryScreen().availableSize())  # where nothing maximises it
        window.showMaximized()
        self._clock.start(CLOCK_MS)
        self._spare.start(EVERY_MS)
        self._soon(self._load, LOAD_AFTER_MS)

    def close(self) -> None:
        """End everything, each worker after the job it is at; once is enough."""
        if self._closed:
            return
        self._closed = True
        self._clock.stop()
        self._spare.stop()
        self._garbage.stop()
        if self._finds_garbage:
            gc.enable()
        self.reader_keys.close()
        if self.session is not None:
            self.session.end()
        self._workers.close()

    def report_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Say that the window failed, and go on: nothing that was received is at stake in it."""
        if isinstance(error, Exception) and self.session is not None:
            self.session.on_failure(error)
        elif isinstance(error, Exception):
            _log.error("a bug in the window; diagnostics in %s", write_diagnostics(error))
        else:  # Ctrl+C in the terminal, or a thread that was told to end
            sys.__excepthook__(kind, error, trace)
            self._app.quit()

    def _soon(self, step: Callable[[], object], after_ms: int = 0) -> None:
        """Take a step from the event loop, unless everything has ended by then."""
        QTimer.singleShot(after_ms, self._clock, lambda: self._closed or step())

    def _load(self) -> None:
        """Load what a signed-in officer needs while somebody still types the password.

        Meanwhile nothing is garbage, and looking for some would hold the window up.
        """

        def load() -> None:
            import ui.desktop.session  # noqa: F401 - its weight must not delay the window

            load_pages()
            composition.load_desk()
            composition.system_sounds().can_play  # noqa: B018 - it looks for a player on the disk

        self._workers.store.run(load, done=self._furnish_next, failed=self._fail_to_load)

    def _furnish_next(self, _: object = None) -> None:
        """Build the desk part by part: the fields of the sign-in page answer in between."""
        if self.screen.furnish_next():
            self._soon(self._furnish_next)
        else:
            gc.freeze()  # what is loaded stays: never again look for garbage in it
            self._garbage.start(garbage.EVERY_MS)

    def _fail_to_load(self, error: Exception) -> None:
        """Signing in will fail the same way, and say so."""
        self._garbage.start(garbage.EVERY_MS)
        _log.error("cannot load the desk; diagnostics in %s", write_diagnostics(error))

    def _give_memory_back(self) -> None:
        self._workers.files.run(give_back, done=_nothing, failed=_nothing)

    def _fail_to_note(self, error: Exception) -> None:
        """A second window will not know who works in this one, but it is kept out."""
        _log.warning("cannot note who is at work: %s", type(error).__name__)

    def _open_desk(self, officer_id: str, password: str) -> "Desk":
        return composition.sign_in(self._home, officer_id, password)

    def begin(self, desk: "Desk") -> None:
        """Let an officer who signed in work."""
        from ui.desktop.open_work import OpenWork
        from ui.desktop.session import Session

        if self.screen.furnish_next():  # whoever types fast is there before the last page
            self._soon(partial(self.begin, desk))
            return
        if self.session is not None:
            self.session.close()
        else:
            self.screen.lock.other_officer_wanted.connect(self._show_sign_in)
            self.screen.settings.restart_wanted.connect(self._begin_anew)
            self.screen.settings.training_wanted.connect(self._begin_training)
            self.screen.settings.offer_training(not self._settings.training)
        if self._at_work is not None:
            note, officer_id = self._at_work, desk.officer.officer_id
            self._workers.store.run(
                lambda: note(officer_id), done=_nothing, failed=self._fail_to_note
            )
        open_work = self._open_work.setdefault(desk.officer.officer_id, OpenWork())
        self.session = Session(
            desk,
            home=self._home,
            screen=self.screen,
            workers=self._workers,
            open_work=open_work,
            reader_keys=self.reader_keys,
            language=self._language,
        )
        self._soon(self.session.start)

    def _begin_anew(self) -> None:
        """End, and be started again; what is open is kept, and comes back."""
        self.start_after = sys.orig_argv
        self.screen.window.close_now()

    def _begin_training(self) -> None:
        """Open the training window beside this one; from a training window: with fresh samples."""
        command = [sys.executable, "-m", "ui", "--home", str(self._home)]
        command += ["--language", self._language, "desktop", "--training"]
        if self._settings.training:
            self.start_after = [*command, "--anew"]
            self.screen.window.close_now()
        else:
            start(command)

    def _show_sign_in(self) -> None:
        self._sign_in.show(self._state())
        self.screen.window.show_sign_in()

    def _on_code(self, arrival: "Arrival") -> None:
        """While somebody signs in there is no session to take a code."""
        if self.screen.sign_in.isVisible():
            self._sign_in.on_code(arrival.code)

    def _show_time(self) -> None:
        if self.screen.sign_in.isVisible():
            self.screen.sign_in.show_state(self._state())
        elif self.session is not None and self.screen.lock.isVisible():
            self.session.show_lock_time()

    def _state(self) -> SignInState:
        settings, now = self._settings, composition.now()
        return SignInState(
            now=now,
            unit=office_on(settings.offices, now.date()).agency,
            counter=settings.station_number,
            simulated_devices=any(device.simulated for device in settings.devices),
            sample_home=settings.sample,
            training=settings.training,
            officer_name=OFFICER if settings.training else "",
            password=PASSWORD if settings.training else "",
        )
