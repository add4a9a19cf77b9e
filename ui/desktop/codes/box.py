"""The one box for every code: all readers of the station on one side, the pages on the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer

from station.domain.codes import OwnCode
from station.domain.id_card import IdCard
from station.ports.readers import Arrival
from station.ports.sounds import Sound
from ui import composition, readers
from ui.desktop.codes.panel import CodePanel
from ui.desktop.codes.presenter import CodePresenter
from ui.desktop.codes.reader_page import reader_test_source
from ui.desktop.preview.sources import PaperSource
from ui.desktop.reader_keys.window_keys import WindowReaderKeys
from ui.desktop.reader_threads import ReaderThreads
from ui.desktop.session_tools import SessionTools
from ui.desktop.tasks import Failed
from ui.desktop.wires import Wires

PATIENCE_MS = 8_000
"""So long a citizen's card may take to be read before typing is offered."""


class CodeBox:
    """Hears every reader while an officer works.

    Attributes:
        play: makes a sound at the counter.

    Its one timer belongs to the panel and is told to go: Python may free a session in any thread.
    """

    def __init__(
        self,
        panel: CodePanel,
        tools: SessionTools,
        *,
        keys: WindowReaderKeys,
        take_card: Callable[[IdCard], object],
        typed_card: Callable[[], IdCard | None],
        open_dossier: Callable[[str], bool | None],
        open_slip: Callable[[str], bool | None],
        open_guidance: Callable[[str], object],
        take_own: Callable[[OwnCode], bool],
        heard: Callable[[Arrival], object],
        is_open: Callable[[], bool],
        turn: Callable[[], object],
        offer_typing: Callable[[], object],
        see_paper: Callable[[PaperSource], object],
        failed: Failed,
    ) -> None:
        """
        Args:
            home: where it is written down how a reader in keyboard mode is known.
            heard: told of everything that a reader delivered.
            is_open: tells whether codes are taken now; nobody is served at a locked station.
            turn: is another when the officer went to another page, or away.
            offer_typing: told when a card that was expected did not come.
        """
        desk, workers, language = tools.desk, tools.workers, tools.language
        self._is_open, self._heard = is_open, heard
        self._chip_readers = desk.devices.chip_readers
        self._wires = Wires()
        self._threads = ReaderThreads(
            desk.devices.readers, told=self._take, tell=workers.printer.tell
        )
        sounds = composition.system_sounds()
        self.play: Callable[[Sound], object] = lambda sound: workers.sounds.run(
            partial(sounds.play, sound), done=lambda _: None, failed=failed
        )
        self._presenter = CodePresenter(
            panel,
            desk=desk,
            take_card=take_card,
            offer_to_chips=self._offer,
            typed_card=typed_card,
            open_dossier=open_dossier,
            open_slip=open_slip,
            open_guidance=open_guidance,
            take_own=take_own,
            turn=turn,
            keep_reader=partial(readers.keep_keyboard_reader, tools.home),
            follow_reader=keys.follow,
            play=self.play,
            can_play=sounds.can_play,
            store_worker=tools.store_worker,
            language=language,
        )
        self._has_reader = any(one.role == "id_reader" for one in desk.settings.devices)
        self._patience = QTimer(panel)
        self._patience.setSingleShot(True)
        self._wires.join(self._patience.timeout, lambda: offer_typing() if is_open() else None)
        self._wires.join(keys.arrived, self._take)
        self._wires.join(panel.learning_wanted, self._presenter.on_learning_wanted)
        self._wires.join(
            panel.test_page_wanted, lambda: see_paper(reader_test_source(desk, language))
        )

    def expect_card(self) -> None:
        """A citizen sat down."""
        if self._has_reader:
            self._patience.start(PATIENCE_MS)

    def stop(self) -> None:
        """Hear nothing more; the readers end by themselves."""
        self._wires.cut()
        self._threads.stop()
        self._patience.stop()
        self._patience.deleteLater()

    def join(self) -> None:
        """Wait until the readers have ended."""
        self._threads.join()

    def _offer(self, card: IdCard) -> None:
        for reader in self._chip_readers:
            reader.offer(card)

    def _take(self, arrival: Arrival) -> None:
        self._patience.stop()
        if self._is_open():
            self._heard(arrival)
            self._presenter.on_arrival(arrival)
