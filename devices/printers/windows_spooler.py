"""The print queues of Windows (winspool.drv). Written for Windows 10 and 11; not run there yet."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, byref, c_void_p, create_string_buffer, sizeof, wintypes
from typing import Any, cast

from devices.printers.spooled import JobStage
from station.ports.printers import PrinterState

_ERROR_INVALID_PARAMETER = 87
"""What ``GetJob`` says of a job that is in the queue no more."""
_DELETE_JOB = 5
_PRINTER_STATES = (
    (0x0000_0008, PrinterState.JAMMED),
    (0x0040_0000, PrinterState.COVER_OPEN),
    (0x0000_0010 | 0x0000_0040, PrinterState.OUT_OF_PAPER),
    (0x0000_0080 | 0x0000_1000, PrinterState.OFFLINE),
    (0x0000_0002 | 0x0010_0000, PrinterState.FAULT),
    (0x0000_0001, PrinterState.OFFLINE),
)
"""Bits of ``PRINTER_INFO_6``, the plainest cause first; a queue that was paused prints nothing."""
_JOB_STATES = (
    (0x0000_0040, PrinterState.OUT_OF_PAPER),
    (0x0000_0020, PrinterState.OFFLINE),
    (0x0000_0002 | 0x0000_0200 | 0x0000_0400, PrinterState.FAULT),
    (0x0000_0001, PrinterState.OFFLINE),
)
"""Bits of ``JOB_INFO_1``."""
_JOB_OVER = 0x0000_0080 | 0x0000_0100 | 0x0000_1000
_JOB_PRINTING = 0x0000_0010


class _DocInfo(Structure):
    _fields_ = (
        ("pDocName", wintypes.LPWSTR),
        ("pOutputFile", wintypes.LPWSTR),
        ("pDatatype", wintypes.LPWSTR),
    )


class _PrinterInfo6(Structure):
    _fields_ = (("dwStatus", wintypes.DWORD),)


class _JobInfo1(Structure):
    _fields_ = (
        ("JobId", wintypes.DWORD),
        ("pPrinterName", wintypes.LPWSTR),
        ("pMachineName", wintypes.LPWSTR),
        ("pUserName", wintypes.LPWSTR),
        ("pDocument", wintypes.LPWSTR),
        ("pDatatype", wintypes.LPWSTR),
        ("pStatus", wintypes.LPWSTR),
        ("Status", wintypes.DWORD),
    )


def printer_state(status: int) -> PrinterState:
    """Judge the bits of a queue's printer."""
    return next((state for bits, state in _PRINTER_STATES if status & bits), PrinterState.READY)


def job_stage(status: int) -> tuple[JobStage, PrinterState]:
    """Judge the bits of a job."""
    if status & _JOB_OVER:
        return JobStage.GONE, PrinterState.UNKNOWN
    state = next((state for bits, state in _JOB_STATES if status & bits), PrinterState.UNKNOWN)
    return JobStage.PRINTING if status & _JOB_PRINTING else JobStage.WAITING, state


class WindowsSpooler:
    """``Spooler`` of one queue, by the name that Windows shows."""

    def __init__(self, queue: str) -> None:
        self._queue = queue

    def state(self) -> PrinterState:
        with self._opened() as (spool, printer):
            info, needed = _PrinterInfo6(), wintypes.DWORD()
            done = spool.GetPrinterW(printer, 6, byref(info), sizeof(info), byref(needed))
            _require(done)
            return printer_state(int(info.dwStatus))

    def submit(self, data: bytes, *, title: str) -> int:
        with self._opened() as (spool, printer):
            document = _DocInfo(title, None, "RAW")
            number = int(spool.StartDocPrinterW(printer, 1, byref(document)))
            _require(number)
            written = wintypes.DWORD()
            whole = spool.WritePrinter(printer, data, len(data), byref(written))
            if not whole or written.value != len(data):
                spool.AbortPrinter(printer)
                raise OSError(f"the queue took {written.value} of {len(data)} bytes")
            _require(spool.EndDocPrinter(printer))
            return number

    def job(self, number: int) -> tuple[JobStage, PrinterState]:
        with self._opened() as (spool, printer):
            needed = wintypes.DWORD()
            spool.GetJobW(printer, number, 1, None, 0, byref(needed))
            room = create_string_buffer(max(needed.value, sizeof(_JobInfo1)))
            if not spool.GetJobW(printer, number, 1, room, len(room), byref(needed)):
                if _last_error() == _ERROR_INVALID_PARAMETER:
                    return JobStage.GONE, PrinterState.UNKNOWN
                raise OSError(_last_error(), "GetJob")
            return job_stage(int(_JobInfo1.from_buffer(room).Status))

    def cancel(self, number: int) -> None:
        with self._opened() as (spool, printer):
            done = spool.SetJobW(printer, number, 0, None, _DELETE_JOB)
            if not done and _last_error() != _ERROR_INVALID_PARAMETER:
                raise OSError(_last_error(), "SetJob")

    @contextmanager
    def _opened(self) -> Iterator[tuple[Any, wintypes.HANDLE]]:
        spool = _winspool()
        printer = wintypes.HANDLE()
        _require(spool.OpenPrinterW(self._queue, byref(printer), None))
        try:
            yield spool, printer
        finally:
            spool.ClosePrinter(printer)


def _winspool() -> Any:  # noqa: ANN401 - a library without types
    """Load the spooler's library.

    Raises:
        OSError: this is no Windows.
    """
    if sys.platform != "win32":
        raise OSError("no Windows, no queue of Windows")
    import ctypes

    spool = cast("Any", ctypes).WinDLL("winspool.drv", use_last_error=True)
    spool.OpenPrinterW.argtypes = (wintypes.LPWSTR, POINTER(wintypes.HANDLE), c_void_p)
    for name in ("ClosePrinter", "EndDocPrinter", "AbortPrinter"):
        getattr(spool, name).argtypes = (wintypes.HANDLE,)
    spool.StartDocPrinterW.argtypes = (wintypes.HANDLE, wintypes.DWORD, c_void_p)
    spool.StartDocPrinterW.restype = wintypes.DWORD
    sizes = (wintypes.DWORD, POINTER(wintypes.DWORD))
    spool.WritePrinter.argtypes = (wintypes.HANDLE, c_void_p, *sizes)
    spool.GetPrinterW.argtypes = (wintypes.HANDLE, wintypes.DWORD, c_void_p, *sizes)
    numbered = (wintypes.HANDLE, wintypes.DWORD, wintypes.DWORD, c_void_p)
    spool.GetJobW.argtypes = (*numbered, *sizes)
    spool.SetJobW.argtypes = (*numbered, wintypes.DWORD)
    return spool


def _require(done: int) -> None:
    if not done:
        raise OSError(_last_error(), "print queue")


def _last_error() -> int:
    import ctypes

    return int(cast("Any", ctypes).get_last_error())
