"""What one session joined to the pages, to be cut when another officer comes."""

from PySide6.QtCore import QMetaObject, QObject, SignalInstance


class Wires:
    """Connections of one session to the pages, which live longer."""

    def __init__(self) -> None:
        self._made: list[QMetaObject.Connection] = []
        self._hearing: list[object] = []
        """Qt keeps nobody alive whom it calls: a presenter that only it names would be gone."""

    def join(self, signal: SignalInstance, slot: object) -> None:
        """Connect a signal of a page."""
        self._made.append(signal.connect(slot))
        self._hearing.append(slot)

    def cut(self) -> None:
        """Disconnect everything that was joined."""
        for connection in self._made:
            QObject.disconnect(connection)
        self._made.clear()
        self._hearing.clear()
