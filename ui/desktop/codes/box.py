"""The one box for every code: all readers of the station on one side, the pages on the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from station.domain.id_card import IdCard
from station.ports.readers import Arrival
from station.words import Language
from ui import composition
from ui.desk import Desk
from ui.desktop.codes.presenter import CodePresenter
from ui.desktop.codes.view_model import CodeView
from ui.desktop.reader_keys.window_keys import WindowReaderKeys
from ui.desktop.reader_threads import ReaderThreads
from ui.desktop.tasks import Failed, Tasks


class CodeBox(QObject):
    """Hears every reader while an officer works."""

    def __init__(
        self,
        view: CodeView,
        *,
        desk: Desk,
        keys: WindowReaderKeys,
        take_card: Callable[[IdCard], object],
        open_dossier: Callable[[str], object],
        is_open: Callable[[], bool],
        store_worker: Tasks,
        sound_worker: Tasks,
        failed: Failed,
        language: Language,
    ) -> None:
        """
        Args:
            is_open: tells whether codes are taken now; nobody is served at a locked station.
        """
        super().__init__()
        self._keys = keys
        self._is_open = is_open
        self._threads = ReaderThreads(desk.devices.readers)
        sounds = composition.system_sounds()
        self._presenter = CodePresenter(
            view,
            desk=desk,
            take_card=take_card,
            open_dossier=open_dossier,
            play=lambda sound: sound_worker.run(
                partial(sounds.play, sound), done=lambda _: None, failed=failed
            ),
            can_play=sounds.can_play,
            store_worker=store_worker,
            language=language,
        )
        keys.arrived.connect(self._take)
        self._threads.arrived.connect(self._take)

    def stop(self) -> None:
        """Hear nothing more; the readers end by themselves."""
        self._keys.arrived.disconnect(self._take)
        self._threads.stop()

    def join(self) -> None:
        """Wait until the readers have ended."""
        self._threads.join()

    def _take(self, arrival: Arrival) -> None:
        if self._is_open():
            self._presenter.on_arrival(arrival)
