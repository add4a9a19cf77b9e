"""A scanner that is not there: its paper are sample pages. Named as simulated wherever it shows."""

from collections.abc import Iterator
from functools import lru_cache

from station.ports.scanners import ScannerState, ScanRequest, scanner_error

_SHEETS = 3
_BACKS = 10_000
"""Backs are drawn from other seeds than fronts."""
_DRAWN = 9
"""Sheets until the same ones come again: drawing takes three times as long as cleaning."""


class SimulatedScanner:
    """Feeds sample sheets; its address says how many, and at which page what happens.

    ``"60, jam 37"``: sixty sheets, and the paper jams when page 37 is fed, once. Instead of ``jam``
    any ``ScannerState`` can stand. Both sides of a sheet are two pages: something stands on the
    backs of forms, the other backs are blank. Pages are always of 200 dpi and in colour.
    """

    simulated = True

    def __init__(self, name: str, address: str) -> None:
        """Read the address.

        Raises:
            ValueError: it says neither a number nor a state.
        """
        self.name = name
        count, _, trouble = address.partition(",")
        self._left = self._filled = int(count) if count.strip() else _SHEETS
        state, _, page = trouble.strip().rpartition(" ")
        self._trouble = (ScannerState(state), int(page)) if trouble.strip() else None
        self._fed = 0
        """Pages that came of this pile."""

    def state(self) -> ScannerState:
        return ScannerState.READY

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        from devices.samples.pages import PageKind

        if not self._left:  # somebody puts the pile in again
            self._left, self._fed = self._filled, 0
        given, kinds, sides = 0, list(PageKind), 1 + request.duplex
        while self._left:
            sheet = self._filled - self._left
            if self._trouble is not None and self._trouble[1] <= self._fed + sides:
                state, self._trouble = self._trouble[0], None
                raise scanner_error(state, self.name, pages=given)
            kind = kinds[sheet % len(kinds)]
            self._left -= 1  # a sheet that went through does so whoever takes its pages
            for side in range(sides):
                self._fed += 1
                given += 1
                yield _side(kind, sheet + 1, back=bool(side))


def _side(kind: str, sheet: int, *, back: bool) -> bytes:
    seed = (sheet - 1) % _DRAWN + 1 + (_BACKS if back else 0)
    return _noted(_drawn(kind, seed, back=back), f"sheet {sheet}")


@lru_cache(maxsize=4 * _DRAWN)
def _drawn(kind: str, seed: int, *, back: bool) -> bytes:
    from devices.samples.pages import PageKind, draw_blank_back, draw_scanned_page

    if not back:
        return draw_scanned_page(PageKind(kind), seed)
    if kind == PageKind.APPLICATION_FORM:
        return draw_scanned_page(PageKind.SIGNED_PAGE, seed)
    return draw_blank_back(seed)


def _noted(jpeg: bytes, words: str) -> bytes:
    """Put a comment behind the head of a JPEG, so that no two sheets have the same bytes."""
    head = 4 + int.from_bytes(jpeg[4:6], "big")  # SOI, and JFIF's own segment
    comment = words.encode("ascii")
    segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment
    return jpeg[:head] + segment + jpeg[head:]
