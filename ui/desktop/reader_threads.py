"""Listens to the readers that speak for themselves, each in a thread of its own."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from station.ports.readers import Arrival, CodeReader


class ReaderThreads(QObject):
    """Attributes: ``arrived``, an ``Arrival``, in the thread that this object lives in."""

    arrived = Signal(object)
    _heard = Signal(object)

    def __init__(self, readers: Sequence[CodeReader]) -> None:
        super().__init__()
        self._stopped = threading.Event()
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._threads = [
            threading.Thread(target=reader.listen, args=(self._stopped, self._hear), name="reader")
            for reader in readers
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Have every reader end. What was under way is not told."""
        self._stopped.set()

    def join(self) -> None:
        """Wait until they have; before the program ends."""
        self.stop()
        for thread in self._threads:
            thread.join()

    def _hear(self, arrival: Arrival) -> None:
        if not self._stopped.is_set():
            self._heard.emit(arrival)

    def _tell(self, arrival: Arrival) -> None:
        if not self._stopped.is_set():
            self.arrived.emit(arrival)
