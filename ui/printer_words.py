"""What a printer says of itself, in two or three words."""

from typing import Final

from station.ports.printers import PrinterState
from station.words import Words

PRINTER_PROBLEMS: Final[dict[PrinterState, Words]] = {
    PrinterState.PAPER_LOW: {"vi": "sắp hết giấy", "en": "paper low"},
    PrinterState.OFFLINE: {"vi": "tắt hoặc chưa nối", "en": "off or unplugged"},
    PrinterState.OUT_OF_PAPER: {"vi": "hết giấy", "en": "out of paper"},
    PrinterState.COVER_OPEN: {"vi": "nắp đang mở", "en": "cover open"},
    PrinterState.JAMMED: {"vi": "kẹt giấy", "en": "paper jam"},
    PrinterState.FAULT: {"vi": "báo lỗi", "en": "fault"},
    PrinterState.NO_PERMISSION: {"vi": "không được phép dùng", "en": "no permission"},
}
PRINTER_STATES: Final[dict[PrinterState, Words]] = {
    **PRINTER_PROBLEMS,
    PrinterState.READY: {"vi": "sẵn sàng", "en": "ready"},
    PrinterState.UNKNOWN: {"vi": "không rõ tình trạng", "en": "state unknown"},
}
