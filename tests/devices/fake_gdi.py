"""A print queue of Windows, as gdi32 and winspool are described: it keeps what it prints."""

from __future__ import annotations

from ctypes import POINTER, addressof, cast, sizeof
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from devices.printers.windows_pages import DevMode, DocInfo, GrayPicture

DRIVERS_OWN = 100
"""Bytes that the driver keeps behind its settings."""


@dataclass
class FakeGdi:
    """Both libraries; ``fails`` names a call that does not work."""

    queue: str = "HP LaserJet"
    dpi: int = 600
    margin: int = 100
    fails: str = ""
    title: str = ""
    mode: DevMode | None = None
    sheets: list[Image.Image] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    # --- winspool

    def OpenPrinterW(self, name: str, printer: Any, _: None) -> int:  # noqa: N802
        printer._obj.value = 7
        return int(name == self.queue)

    def ClosePrinter(self, printer: Any) -> int:  # noqa: N802
        self.calls.append("ClosePrinter")
        return 1

    def DocumentPropertiesW(  # noqa: N802
        self, _: None, printer: Any, name: str, out: Any, wanted: Any, ways: int
    ) -> int:
        if ways == 0:
            return sizeof(DevMode) + DRIVERS_OWN
        mode = cast(addressof(out), POINTER(DevMode)).contents
        if ways == 2:
            mode.dmSize, mode.dmDriverExtra = sizeof(DevMode), DRIVERS_OWN
            mode.dmFields, mode.dmPaperSize, mode.dmCopies, mode.dmDuplex = 0x1103, 9, 3, 2
            return 1
        assert (ways, wanted) == (10, out)
        self.mode = DevMode.from_buffer_copy(out)  # it is ours no longer than the call
        return -1 if self.fails == "DocumentPropertiesW" else 1

    # --- gdi32

    def CreateDCW(self, driver: str, name: str, _: None, mode: Any) -> int | None:  # noqa: N802
        assert (driver, len(mode)) == ("WINSPOOL", sizeof(DevMode) + DRIVERS_OWN)
        return 9 if name == self.queue else None

    def DeleteDC(self, paper: int) -> int:  # noqa: N802
        self.calls.append("DeleteDC")
        return 1

    def GetDeviceCaps(self, paper: int, what: int) -> int:  # noqa: N802
        return {88: self.dpi, 90: self.dpi, 112: self.margin, 113: self.margin}[what]

    def StartDocW(self, paper: int, about: Any) -> int:  # noqa: N802
        told: DocInfo = about._obj
        assert told.cbSize == sizeof(DocInfo)
        self.title = told.lpszDocName
        return self._did("StartDocW", 41)

    def StartPage(self, paper: int) -> int:  # noqa: N802
        assert self.mode is not None
        across, down = (210, 297) if self.mode.dmPaperSize == 9 else (148, 210)
        if self.mode.dmOrientation == 2:
            across, down = down, across
        room = [round(mm / 25.4 * self.dpi) - 2 * self.margin for mm in (across, down)]
        self.sheets.append(Image.new("L", (room[0], room[1]), 255))
        return self._did("StartPage")

    def StretchDIBits(  # noqa: N802
        self, paper: int, x: int, y: int, w: int, h: int, *rest: Any
    ) -> int:
        from_x, from_y, width, height, pixels, about, usage, how = rest
        told: GrayPicture = about._obj
        assert (from_x, from_y, usage, how) == (0, 0, 0, 0x00CC0020)
        assert (told.biSize, told.biPlanes, told.biBitCount) == (40, 1, 8)
        assert (told.biWidth, told.biHeight) == (width, -height)
        assert bytes(told.colours[4:8]) == b"\1\1\1\0"
        stride = (width + 3) // 4 * 4
        assert len(pixels) == stride * height
        row = Image.frombuffer("L", (width, height), pixels, "raw", "L", stride, 1)
        self.sheets[-1].paste(row.resize((w, h), Image.Resampling.NEAREST), (x, y))
        return self._did("StretchDIBits", height)

    def EndPage(self, paper: int) -> int:  # noqa: N802
        return self._did("EndPage")

    def EndDoc(self, paper: int) -> int:  # noqa: N802
        return self._did("EndDoc")

    def AbortDoc(self, paper: int) -> int:  # noqa: N802
        return self._did("AbortDoc")

    def _did(self, call: str, result: int = 1) -> int:
        self.calls.append(call)
        return -1 if call == self.fails else result
