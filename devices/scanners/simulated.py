"""A scanner that is not there: its paper are sample pages. Named as simulated wherever it shows."""

from collections.abc import Iterator

from station.ports.scanners import ScannerState, ScanRequest, scanner_error

_PAGES = 3


class SimulatedScanner:
    """Feeds sample pages; its address says how many, and at which page what happens.

    ``"60, jam 37"``: sixty pages, and the paper jams when page 37 is fed, once. Instead of ``jam``
    any ``ScannerState`` can stand.
    """

    simulated = True

    def __init__(self, name: str, address: str = "") -> None:
        """Read the address.

        Raises:
            ValueError: it says neither a number nor a state.
        """
        self.name = name
        count, _, trouble = address.partition(",")
        self._left = self._filled = int(count) if count.strip() else _PAGES
        state, _, page = trouble.strip().rpartition(" ")
        self._trouble = (ScannerState(state), int(page)) if trouble.strip() else None

    def state(self) -> ScannerState:
        return ScannerState.READY

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        from devices.samples.pages import PageKind, draw_scanned_page

        if not self._left:  # somebody puts the pile in again
            self._left = self._filled
        given, kinds = 0, list(PageKind)
        while self._left:
            number = self._filled - self._left + 1
            if self._trouble is not None and self._trouble[1] == number:
                state, self._trouble = self._trouble[0], None
                raise scanner_error(state, self.name, pages=given)
            yield draw_scanned_page(kinds[(number - 1) % len(kinds)], number)
            self._left -= 1
            given += 1
