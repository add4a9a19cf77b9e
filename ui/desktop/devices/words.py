"""The words of the devices page, in both languages. Free of Qt."""

from typing import Final

from station.ports.devices import NOT_SET_UP
from station.ports.printers import PrinterState
from station.ports.readers import ReaderState
from station.ports.scanners import ScannerState
from station.words import Words
from ui.desktop.kit.tone import Tone
from ui.printer_words import PRINTER_PROBLEMS, PRINTER_STATES

SIMULATED: Final[Words] = {"vi": "mô phỏng", "en": "simulated"}
NO_REAL_DEVICE: Final[Words] = {
    "vi": "Đây là thiết bị mô phỏng để tập: không có máy thật.",
    "en": "This one is simulated, for practice: there is no real device.",
}
ROLES: Final[dict[str, Words]] = {
    "page_printer": {"vi": "in trang A4, A5", "en": "prints pages"},
    "receipt_printer": {"vi": "in phiếu nhiệt", "en": "prints slips"},
    "id_reader": {"vi": "đọc thẻ, mã", "en": "reads cards, codes"},
    "scanner": {"vi": "quét giấy tờ", "en": "scans papers"},
    "token": {"vi": "ký sao y", "en": "signs copies"},
}
MEANS: Final[dict[str, Words]] = {
    "folder": {"vi": "thư mục", "en": "folder"},
    "file": {"vi": "cổng hoặc tệp", "en": "port or file"},
    "ipp": {"vi": "mạng (IPP)", "en": "network (IPP)"},
    "network": {"vi": "mạng", "en": "network"},
    "windows": {"vi": "hàng đợi Windows", "en": "queue of Windows"},
    "keyboard": {"vi": "gõ như bàn phím", "en": "types as a keyboard"},
    "serial": {"vi": "cổng COM", "en": "COM port"},
    "camera": {"vi": "máy ảnh", "en": "camera"},
    "chip": {"vi": "đầu đọc chip NFC", "en": "chip reader (NFC)"},
    "sane": {"vi": "SANE", "en": "SANE"},
    "escl": {"vi": "mạng (eSCL)", "en": "network (eSCL)"},
    "pkcs11": {"vi": "token (PKCS#11)", "en": "token (PKCS#11)"},
}
STATES: Final[dict[str, tuple[Words, Tone]]] = {
    **{state: (said, Tone.ERR) for state, said in PRINTER_PROBLEMS.items()},
    PrinterState.READY: (PRINTER_STATES[PrinterState.READY], Tone.OK),
    PrinterState.UNKNOWN: ({"vi": "không tự báo", "en": "cannot tell"}, Tone.MUTE),
    PrinterState.PAPER_LOW: (PRINTER_PROBLEMS[PrinterState.PAPER_LOW], Tone.WARN),
    ReaderState.IN_USE: (
        {"vi": "chương trình khác đang dùng", "en": "in use by another program"},
        Tone.ERR,
    ),
    ReaderState.NO_PICTURE: ({"vi": "không cho hình", "en": "gives no picture"}, Tone.ERR),
    ScannerState.NO_PAGES: ({"vi": "khay chưa có giấy", "en": "feeder empty"}, Tone.OK),
    ScannerState.BUSY: ({"vi": "máy khác đang dùng", "en": "busy"}, Tone.WARN),
    ScannerState.JAM: ({"vi": "kẹt giấy", "en": "paper jam"}, Tone.ERR),
    ScannerState.DOUBLE_FEED: ({"vi": "kéo hai tờ", "en": "two sheets at once"}, Tone.ERR),
    NOT_SET_UP: ({"vi": "chưa thiết lập", "en": "not set up"}, Tone.INFO),
}
"""By the state of any device; what is in several lists of states is worded once."""
STEPS: Final[dict[str, tuple[Words, ...]]] = {
    PrinterState.OFFLINE: (
        {"vi": "Bật máy, xem đèn nguồn.", "en": "Switch it on; look at its power lamp."},
        {
            "vi": "Cắm lại cáp, hoặc xem máy có cùng mạng không.",
            "en": "Plug its cable in again, or see that it is on the network.",
        },
    ),
    PrinterState.OUT_OF_PAPER: (
        {"vi": "Nạp giấy, đóng khay.", "en": "Load paper, shut the tray."},
    ),
    PrinterState.PAPER_LOW: ({"vi": "Để sẵn cuộn giấy mới.", "en": "Have a new roll at hand."},),
    PrinterState.COVER_OPEN: ({"vi": "Đóng nắp đến khi nghe tách.", "en": "Shut its cover."},),
    PrinterState.JAMMED: (
        {"vi": "Mở nắp, kéo giấy kẹt ra theo chiều giấy chạy.", "en": "Open it, pull paper out."},
    ),
    ScannerState.JAM: (
        {"vi": "Mở nắp, kéo giấy kẹt ra; trang đã quét vẫn giữ.", "en": "Open it, pull paper out."},
    ),
    PrinterState.FAULT: (
        {"vi": "Tắt máy, đợi 10 giây, bật lại.", "en": "Switch it off, wait 10 s, and on again."},
        {"vi": "Còn lỗi: gọi hỗ trợ, đọc tên máy này.", "en": "If it stays: call support."},
    ),
    PrinterState.NO_PERMISSION: (
        {
            "vi": "Quản trị máy tính cho tài khoản này quyền dùng máy.",
            "en": "The computer's administrator gives this account access.",
        },
    ),
    ReaderState.IN_USE: (
        {
            "vi": "Đóng chương trình khác đang mở máy ảnh hoặc cổng này (Zalo, trình duyệt).",
            "en": "Close the other program that has it open (video call, browser).",
        },
    ),
    ReaderState.NO_PICTURE: (
        {"vi": "Mở nắp che ống kính.", "en": "Open the cover of its lens."},
        {"vi": "Rút ra, cắm lại vào cổng khác.", "en": "Plug it into another port."},
    ),
    ScannerState.BUSY: ({"vi": "Đợi máy kia xong.", "en": "Wait until the other one is done."},),
    NOT_SET_UP: (
        {
            "vi": "Bấm “Dùng ở quầy này” nếu đây là thiết bị của quầy.",
            "en": "Press “Use at this counter” if it is this counter's.",
        },
    ),
}
TOKEN_AWAY: Final[tuple[Words, ...]] = (
    {"vi": "Cắm token vào cổng USB, đợi đèn sáng.", "en": "Plug the token in; wait for its lamp."},
    {
        "vi": "Vẫn không thấy: cài phần mềm kèm theo token, rồi hỏi lại.",
        "en": "Still not seen: install the program that came with it, then ask again.",
    },
)
TRY: Final[dict[str, tuple[Words, ...]]] = {
    "page_printer": (
        {
            "vi": "Bấm “In thử”: ra trang thử đầu đọc, có mọi chữ Việt.",
            "en": "Press “Print a trial”: the readers' test page comes, with every letter.",
        },
    ),
    "receipt_printer": (
        {
            "vi": "Bấm “In thử”: ra một phiếu mẫu có mọi chữ Việt.",
            "en": "Press “Print a trial”: a specimen slip comes, with every letter.",
        },
    ),
    "id_reader": (
        {
            "vi": "In trang thử, hoặc lấy thẻ của mình.",
            "en": "Print the test page, or take a card.",
        },
        {
            "vi": "Quét ngay ở trang này: kết quả hiện ra, không vào hồ sơ nào.",
            "en": "Scan it here: the result is shown, and goes into no dossier.",
        },
    ),
    "keyboard": (
        {
            "vi": "Quét trang thử rồi bấm Alt+R: máy nhớ đầu đọc, phím gõ không bị chậm.",
            "en": "Scan the test page, then press Alt+R: the reader is known from then on.",
        },
    ),
    "scanner": ({"vi": "Đặt một tờ vào khay rồi quét.", "en": "Put a sheet in and scan it."},),
    "token": (
        {
            "vi": "Mở Ký sao y (Alt+W), ký một bản bằng mã PIN.",
            "en": "Open the copies to sign (Alt+W), sign one with the PIN.",
        },
    ),
}
"""How to try a device that is well, by its role; then what its means needs beyond that."""
MEANWHILE: Final[dict[str, Words]] = {
    "page_printer": {
        "vi": "Vẫn tiếp nhận được; phiếu in nhiệt, hoặc lưu PDF rồi in sau.",
        "en": "Reception goes on; print a thermal slip, or save the PDF and print later.",
    },
    "receipt_printer": {
        "vi": "Vẫn tiếp nhận được; phiếu hẹn in ở máy in trang.",
        "en": "Reception goes on; the slip comes on the page printer.",
    },
    "id_reader": {
        "vi": "Vẫn tiếp nhận được; gõ thông tin, hoặc đọc thẻ từ ảnh (Alt+Q).",
        "en": "Reception goes on; type, or read the card from a picture (Alt+Q).",
    },
    "scanner": {
        "vi": "Vẫn tiếp nhận được; đính tệp có sẵn (Alt+F).",
        "en": "Reception goes on; attach files that exist (Alt+F).",
    },
    "token": {
        "vi": "Hồ sơ đi tiếp bình thường; bản chụp chờ ký.",
        "en": "Dossiers go on as usual; the copies wait to be signed.",
    },
}
ALL_WELL: Final[Words] = {
    "vi": "{count} thiết bị, đều dùng được",
    "en": "{count} devices, all well",
}
SOME_BROKEN: Final[Words] = {
    "vi": "{count} thiết bị, {broken} cần xem",
    "en": "{count} devices, {broken} to look at",
}
NONE: Final[Words] = {"vi": "Chưa có thiết bị nào", "en": "No devices"}
LOOKING: Final[Words] = {"vi": "Đang hỏi từng thiết bị", "en": "Asking every device"}
TRYING: Final[Words] = {"vi": "Đang thử {name}", "en": "Trying {name}"}
TRIED: Final[Words] = {
    "vi": "{name}: {state}, trả lời sau {ms} ms.",
    "en": "{name}: {state}, answered in {ms} ms.",
}
PRINTED: Final[Words] = {
    "vi": "Đã gửi trang in thử đến {name}. Xem chữ có đủ dấu không.",
    "en": "A trial was sent to {name}. See that every letter is right.",
}
PRINTED_SIMULATED: Final[Words] = {
    "vi": "{name} là mô phỏng: trang in thử nằm trong thư mục của trạm, không ra giấy.",
    "en": "{name} is simulated: the trial lies in the station's folder; no paper comes out.",
}
SET_UP: Final[Words] = {
    "vi": "Đã ghi {name}. Dùng được từ lần đăng nhập sau.",
    "en": "{name} is this counter's now. It can be used from the next sign-in on.",
}
HEARD: Final[Words] = {
    "vi": "{name} vừa đọc được: {what}.",
    "en": "{name} has just read {what}.",
}
A_READER: Final[Words] = {"vi": "Đầu đọc", "en": "The reader"}
A_CARD: Final[Words] = {"vi": "một thẻ", "en": "a card"}
"""Not whose: this page is for trying readers out."""
