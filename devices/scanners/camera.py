"""A document camera (máy chụp tài liệu): each run takes one photograph of what lies under it.

The sheet is found on the photograph and laid flat like that of a telephone. The camera is opened
for the run only and driven in the process of the scanner, so that one that hangs is ended.
"""

from collections.abc import Iterator

from devices.readers.camera import camera_state
from station.ports.readers import ReaderState
from station.ports.scanners import ScannerState, ScanRequest, scanner_error

_STATES = {
    ReaderState.READY: ScannerState.READY,
    ReaderState.UNKNOWN: ScannerState.READY,
    ReaderState.IN_USE: ScannerState.BUSY,
    ReaderState.OFFLINE: ScannerState.OFFLINE,
    ReaderState.NO_PERMISSION: ScannerState.NO_PERMISSION,
}


class DocumentCamera:
    """The address is the number of a camera (``0``), or a film that stands in for one."""

    def __init__(self, name: str, address: str) -> None:
        """
        Raises:
            ValueError: the address is none.
        """
        if not address:
            raise ValueError("no camera")
        self.name = name
        self.simulated = not address.isdecimal()
        self._source: int | str = int(address) if address.isdecimal() else address

    def state(self) -> ScannerState:
        return _STATES.get(camera_state(self._source), ScannerState.FAULT)

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        state = self.state()
        if state is not ScannerState.READY:
            raise scanner_error(state, self.name)
        from devices.scanners.still_picture import still_picture

        try:
            photograph = still_picture(self._source, colour=request.colour)
        except OSError as error:
            raise scanner_error(ScannerState.FAULT, self.name, cause=str(error)) from error
        yield photograph
