"""Pages into a print queue of Windows (GDI), as pictures: a driver of Windows takes no PDF.

Written for Windows 10 and 11 by the book, and tested through objects that behave as described; not
run there yet. A driver is loaded into the process that opens it, so this runs in one of its own.
"""

from __future__ import annotations

import signal
import sys
from ctypes import (
    POINTER,
    Structure,
    addressof,
    byref,
    c_int,
    c_int32,
    c_uint8,
    c_uint16,
    c_uint32,
    c_void_p,
    cast,
    create_string_buffer,
    sizeof,
    wintypes,
)
from typing import TYPE_CHECKING, Any

from devices.printers.queued_pages import SheetWanted, print_pictures, sheet_of
from devices.processes import answer_questions, told

if TYPE_CHECKING:
    from devices.processes import Line

_LOG_PIXELS_X, _LOG_PIXELS_Y = 88, 90
_OFFSET_X, _OFFSET_Y = 112, 113
"""Of the corner that the printer can reach, from the corner of the sheet."""
_READ, _WRITE = 8, 2
"""Ways of ``DocumentProperties``: take my wishes, give what became of them."""
_HAS_ORIENTATION, _HAS_SIZE, _HAS_LENGTH, _HAS_WIDTH = 0x1, 0x2, 0x4, 0x8
_HAS_COPIES, _HAS_DUPLEX = 0x100, 0x1000
_PORTRAIT, _LANDSCAPE = 1, 2
_ONE_SIDED, _LONG_EDGE, _SHORT_EDGE = 1, 2, 3
_SIZES = {(210, 297): 9, (148, 210): 11}
_OWN_SIZE = 256
_PIXELS, _COPY = 0, 0x00CC0020
"""``DIB_RGB_COLORS``, ``SRCCOPY``."""


class DevMode(Structure):
    """The beginning of ``DEVMODEW``; what the driver keeps behind it is left as it is."""

    _fields_ = (
        ("dmDeviceName", c_uint16 * 32),
        ("dmSpecVersion", c_uint16),
        ("dmDriverVersion", c_uint16),
        ("dmSize", c_uint16),
        ("dmDriverExtra", c_uint16),
        ("dmFields", c_uint32),
        ("dmOrientation", c_uint16),
        ("dmPaperSize", c_uint16),
        ("dmPaperLength", c_uint16),
        ("dmPaperWidth", c_uint16),
        ("dmScale", c_uint16),
        ("dmCopies", c_uint16),
        ("dmDefaultSource", c_uint16),
        ("dmPrintQuality", c_uint16),
        ("dmColor", c_uint16),
        ("dmDuplex", c_uint16),
    )


class DocInfo(Structure):
    """``DOCINFOW``."""

    _fields_ = (
        ("cbSize", c_int),
        ("lpszDocName", wintypes.LPWSTR),
        ("lpszOutput", wintypes.LPWSTR),
        ("lpszDatatype", wintypes.LPWSTR),
        ("fwType", c_uint32),
    )


class GrayPicture(Structure):
    """``BITMAPINFO`` with 256 shades of gray."""

    _fields_ = (
        ("biSize", c_uint32),
        ("biWidth", c_int32),
        ("biHeight", c_int32),
        ("biPlanes", c_uint16),
        ("biBitCount", c_uint16),
        ("biCompression", c_uint32),
        ("biSizeImage", c_uint32),
        ("biXPelsPerMeter", c_int32),
        ("biYPelsPerMeter", c_int32),
        ("biClrUsed", c_uint32),
        ("biClrImportant", c_uint32),
        ("colours", c_uint8 * 1024),
    )


_GRAYS = (c_uint8 * 1024)(*(level for n in range(256) for level in (n, n, n, 0)))
_HEADER_BYTES = 40


class GdiJob:
    """``PictureJob`` of one queue of Windows.

    Args:
        gdi, spool: gdi32 and winspool, or what behaves as they do.

    Raises:
        OSError: there is no such queue, or its driver takes no such sheet.
    """

    def __init__(self, queue: str, sheet: SheetWanted, gdi: Any, spool: Any) -> None:  # noqa: ANN401
        self._gdi = gdi
        mode = _mode(queue, sheet, spool)
        self._paper = gdi.CreateDCW("WINSPOOL", queue, None, mode)
        if not self._paper:
            raise OSError(f"no queue {queue!r}")
        self.dpi = self._of(_LOG_PIXELS_X), self._of(_LOG_PIXELS_Y)
        self._corner = -self._of(_OFFSET_X), -self._of(_OFFSET_Y)

    def begin(self, title: str) -> int:
        about = DocInfo(sizeof(DocInfo), title, None, None, 0)
        return self._done(self._gdi.StartDocW(self._paper, byref(about)), "StartDoc")

    def page(self, gray: bytes, size: tuple[int, int], covers: tuple[int, int]) -> None:
        self._done(self._gdi.StartPage(self._paper), "StartPage")
        self._put(_rows_of_words(gray, size), size, covers)
        self._done(self._gdi.EndPage(self._paper), "EndPage")

    def empty_page(self) -> None:
        self._done(self._gdi.StartPage(self._paper), "StartPage")
        self._done(self._gdi.EndPage(self._paper), "EndPage")

    def end(self) -> None:
        self._done(self._gdi.EndDoc(self._paper), "EndDoc")

    def abort(self) -> None:
        self._gdi.AbortDoc(self._paper)

    def close(self) -> None:
        """Give the printer back."""
        self._gdi.DeleteDC(self._paper)

    def _put(self, pixels: bytes, size: tuple[int, int], covers: tuple[int, int]) -> None:
        picture = GrayPicture(
            biSize=_HEADER_BYTES,
            biWidth=size[0],
            biHeight=-size[1],  # the first row is the upper one
            biPlanes=1,
            biBitCount=8,
            colours=_GRAYS,
        )
        self._done(
            self._gdi.StretchDIBits(
                self._paper, *self._corner, *covers, 0, 0, *size,
                pixels, byref(picture), _PIXELS, _COPY,
            ),
            "StretchDIBits",
        )  # fmt: skip

    def _of(self, what: int) -> int:
        return int(self._gdi.GetDeviceCaps(self._paper, what))

    @staticmethod
    def _done(result: int, what: str) -> int:
        if result <= 0:
            raise OSError(f"{what} failed with {result}")
        return result


def _rows_of_words(gray: bytes, size: tuple[int, int]) -> bytes:
    """Fill each row up to whole words of four bytes, as GDI reads them."""
    width, height = size
    missing = -width % 4
    rows = (gray[start : start + width] for start in range(0, width * height, width))
    return b"".join(row + b"\xff" * missing for row in rows) if missing else gray


def _mode(queue: str, sheet: SheetWanted, spool: Any) -> Any:  # noqa: ANN401 - a library without types
    """Ask the driver for its settings, with our sheet in them.

    Raises:
        OSError: there is no such queue.
    """
    printer = wintypes.HANDLE()
    if not spool.OpenPrinterW(queue, byref(printer), None):
        raise OSError(f"no queue {queue!r}")
    try:
        size = spool.DocumentPropertiesW(None, printer, queue, None, None, 0)
        if size < sizeof(DevMode):
            raise OSError(f"the driver of {queue!r} tells no settings")
        room = create_string_buffer(size)
        if spool.DocumentPropertiesW(None, printer, queue, room, None, _WRITE) < 0:
            raise OSError(f"the driver of {queue!r} tells no settings")
        _wish(cast(addressof(room), POINTER(DevMode)).contents, sheet)
        if spool.DocumentPropertiesW(None, printer, queue, room, room, _READ | _WRITE) < 0:
            raise OSError(f"the driver of {queue!r} takes no such sheet")
        return room
    finally:
        spool.ClosePrinter(printer)


def _wish(mode: DevMode, sheet: SheetWanted) -> None:
    upright = sheet.width_mm, sheet.height_mm
    mode.dmOrientation = _LANDSCAPE if sheet.landscape else _PORTRAIT
    mode.dmPaperSize = _SIZES.get(upright, _OWN_SIZE)
    mode.dmCopies = 1
    mode.dmDuplex = _ONE_SIDED
    mode.dmFields |= _HAS_ORIENTATION | _HAS_SIZE | _HAS_COPIES | _HAS_DUPLEX
    if upright not in _SIZES:
        mode.dmPaperWidth, mode.dmPaperLength = upright[0] * 10, upright[1] * 10
        mode.dmFields |= _HAS_LENGTH | _HAS_WIDTH
    else:
        mode.dmFields &= ~(_HAS_LENGTH | _HAS_WIDTH)
    if sheet.two_sided:
        mode.dmDuplex = _SHORT_EDGE if sheet.landscape else _LONG_EDGE


def print_on_queue(queue: str, pdf: bytes, title: str, copies: int, two_sided: bool) -> int:
    """Give a document to a queue of Windows, and the number of its job.

    Raises:
        OSError: nothing was queued; or this is no Windows.
    """
    sheet = sheet_of(pdf, two_sided=two_sided)
    job = GdiJob(queue, sheet, *_libraries())
    try:
        return print_pictures(pdf, job, title=title, copies=copies, two_sided=two_sided)
    finally:
        job.close()


def _libraries() -> tuple[Any, Any]:
    if sys.platform != "win32":
        raise OSError("no Windows, no queue of Windows")
    import ctypes

    gdi = ctypes.WinDLL("gdi32")
    spool = ctypes.WinDLL("winspool.drv")
    handle, text, whole = wintypes.HANDLE, wintypes.LPCWSTR, c_int
    gdi.CreateDCW.argtypes, gdi.CreateDCW.restype = (text, text, text, c_void_p), handle
    gdi.GetDeviceCaps.argtypes = (handle, whole)
    gdi.StartDocW.argtypes = (handle, c_void_p)
    for name in ("StartPage", "EndPage", "EndDoc", "AbortDoc", "DeleteDC"):
        getattr(gdi, name).argtypes = (handle,)
    pixels = (c_void_p, c_void_p, wintypes.UINT, wintypes.DWORD)
    gdi.StretchDIBits.argtypes = (handle, *(whole,) * 8, *pixels)
    spool.OpenPrinterW.argtypes = (text, POINTER(handle), c_void_p)
    spool.ClosePrinter.argtypes = (handle,)
    spool.DocumentPropertiesW.argtypes = (
        wintypes.HWND, handle, text, c_void_p, c_void_p, wintypes.DWORD,
    )  # fmt: skip
    spool.DocumentPropertiesW.restype = wintypes.LONG
    return gdi, spool


def serve(line: Line) -> None:
    """Answer until the other side is gone. The process's own entry point."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def act(_: str, about: tuple[Any, ...]) -> object:
        return print_on_queue(*about)

    answer_questions(line, act, told)
