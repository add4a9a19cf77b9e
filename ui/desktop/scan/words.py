"""The words of the scan desk, in both languages. Free of Qt."""

from typing import Final

from station.domain.disk_room import DiskRoom
from station.errors import StationError
from station.ports.scanners import ScannerError
from station.words import Language, Words
from ui.messages import message

MISSING_SIDE: Final = "missing_page"
DEFECTS: Final[dict[str, Words]] = {
    "blurred": {"vi": "Mờ", "en": "Blurred"},
    "cut_edge": {"vi": "Cắt mép", "en": "Cut edge"},
    "too_dark": {"vi": "Quá tối", "en": "Too dark"},
    "upside_down": {"vi": "Ngược, đã xoay", "en": "Was upside down"},
    "folded_corner": {"vi": "Gấp góc", "en": "Folded corner"},
    "finger": {"vi": "Ngón tay", "en": "Finger"},
    "low_resolution": {"vi": "Độ nét thấp", "en": "Too coarse"},
    "direction_unsure": {"vi": "Chưa rõ chiều", "en": "Which way up?"},
    MISSING_SIDE: {"vi": "Thiếu mặt", "en": "Side missing"},
}
REMARKS: Final = frozenset({"upside_down", "direction_unsure"})
"""What is said beside a page and stops nobody: it was put right, or is seen at a glance."""
FAILED: Final[Words] = {"vi": "Không mở được", "en": "Cannot be opened"}
BAD_PAGE: Final[Words] = {
    "vi": "Trang {number}: {defects}. {others} trang kia đã lưu.",
    "en": "Page {number}: {defects}. The other {others} are safe.",
}
UNASSIGNED: Final[Words] = {"vi": "chưa xếp", "en": "in no row"}
BLANK: Final[Words] = {"vi": "trang trắng", "en": "blank page"}
TWO_SIDES: Final[Words] = {"vi": "2 mặt", "en": "2 sides"}
SAYS_PURPOSE: Final[Words] = {"vi": "ghi chỉ dùng cho hồ sơ này", "en": "says what it is for"}
PAGE: Final[Words] = {"vi": "Trang {number}", "en": "Page {number}"}
OF_ALL: Final[Words] = {"vi": "Trang {number} / {all}", "en": "Page {number} of {all}"}
NO_PAGE: Final[Words] = {"vi": "Chưa có trang nào", "en": "No page yet"}
SUBJECT: Final[Words] = {"vi": "{who} · {procedure}", "en": "{who} · {procedure}"}
SUPPLEMENT: Final[Words] = {
    "vi": "Bổ sung {code} · {who}",
    "en": "Papers for {code} · {who}",
}
ONLY_ASKED: Final[Words] = {
    "vi": "Bổ sung chỉ nhận giấy đã yêu cầu. Trang này vẫn ở bàn quét.",
    "en": "A supplement takes what was asked for. The page stays on the desk.",
}
NOBODY: Final[Words] = {"vi": "Hồ sơ mới", "en": "New dossier"}
NO_PROCEDURE: Final[Words] = {"vi": "chưa chọn thủ tục", "en": "no procedure yet"}
LIMIT: Final[Words] = {"vi": "{size} / hạn 50 MB", "en": "{size} of 50 MB"}

RUNNING: Final[Words] = {
    "vi": "Trang {pages} · {speed} trang/s · đã ghi đĩa {written}/{pages}",
    "en": "Page {pages} · {speed} pages/s · written {written}/{pages}",
}
CLEANING: Final[Words] = {
    "vi": "Làm sạch, còn {left} trang · đã ghi đĩa {written}/{written}",
    "en": "Cleaning, {left} left · written {written}/{written}",
}
WRITTEN: Final[Words] = {
    "vi": "Đã ghi đĩa {written}/{written}",
    "en": "Written {written}/{written}",
}

EMPTY: Final[Words] = {"vi": "Đặt giấy vào khay,", "en": "Put the paper into the feeder,"}
PRESS_SCAN: Final[Words] = {"vi": "bấm F7 để quét", "en": "press F7 to scan"}
NO_SCANNER: Final[Words] = {"vi": "Chưa cài máy quét:", "en": "No scanner is set up:"}
USE_FILES: Final[Words] = {"vi": "bấm U để lấy tệp", "en": "press U to take files"}
STILL: Final[Words] = {"vi": "Còn việc:", "en": "Still to do:"}
SOME_UNASSIGNED: Final[Words] = {"vi": "{count} trang chưa xếp", "en": "{count} pages in no row"}
SOME_BAD: Final[Words] = {"vi": "trang {numbers} có lỗi", "en": "something is wrong with {numbers}"}
ALL_FILED: Final[Words] = {"vi": "{count} trang đã xếp xong.", "en": "All {count} pages are filed."}
GO_BACK: Final[Words] = {"vi": "Về hồ sơ", "en": "Go back to the dossier"}
SCANNING: Final[Words] = {"vi": "Đang quét.", "en": "Scanning."}
MAY_WORK: Final[Words] = {"vi": "Xếp trang ngay được", "en": "Pages can be filed meanwhile"}

WAITING: Final[Words] = {
    "vi": "Khay trống, máy đang chờ: đặt giấy vào là tự quét. F7: thôi chờ.",
    "en": "The feeder is empty. It scans as soon as paper lies in it. F7: do not wait.",
}
STOPPED: Final[Words] = {
    "vi": "Đã có {pages} trang, đã ghi đĩa. Dừng ở trang {next}: {title}. {do} Rồi F7 quét tiếp.",
    "en": "{pages} pages are kept. Stopped at page {next}: {title}. {do} Then F7.",
}
FED_AGAIN: Final[Words] = {
    "vi": "Đặt lại tờ của trang {next} vào khay.",
    "en": "Put the sheet of page {next} into the feeder again.",
}
REFUSED: Final[Words] = {
    "vi": "Tệp {name} không dùng được: {title}. {do} Đã có {pages} trang, đã ghi đĩa.",
    "en": "{name} cannot be used: {title}. {do} {pages} pages are on the disk.",
}
FILES_LEFT: Final[Words] = {
    "vi": "F7: lấy tiếp {left} tệp còn lại.",
    "en": "F7 goes on with the {left} files that are left.",
}
ROOM: Final[dict[DiskRoom, Words]] = {
    DiskRoom.LITTLE: {
        "vi": "Đĩa còn dưới 2 GB. Cuối ngày hãy gửi dữ liệu (F5) hoặc dọn tệp khác trên đĩa.",
        "en": "Less than 2 GB are left on the disk. Send what waits (F5), or free some, today.",
    },
    DiskRoom.HARDLY: {
        "vi": "Đĩa còn dưới 0,5 GB: trang được lưu nhỏ hơn. Gửi dữ liệu (F5), chép sang USB hoặc "
        "dọn đĩa ngay.",
        "en": "Less than 0.5 GB are left on the disk: pages are kept smaller. Send what waits "
        "(F5), copy it to a USB stick, or free some room now.",
    },
}
"""Said when a run begins. Where there is no room at all, the first page is refused by name."""
UNMATCHED: Final[Words] = {
    "vi": "{count} tờ phân cách không khớp hồ sơ này: trang sau chúng ở ngăn chưa xếp.",
    "en": "{count} separator sheets are of another checklist: their pages are in no row.",
}
NO_ROWS: Final[Words] = {
    "vi": "Chọn thủ tục trước: tờ phân cách in theo giấy tờ của thủ tục.",
    "en": "Choose the procedure first: the sheets follow its papers.",
}
ODD_SIDES: Final[Words] = {
    "vi": "Trang lẻ: quét hai mặt phải ra số trang chẵn. Kiểm tra tập giấy.",
    "en": "An odd number of pages came of a run of both sides. Check the pile.",
}
NOT_NOW: Final[Words] = {
    "vi": "Việc này không làm được với trang đang chọn.",
    "en": "That cannot be done with this page.",
}
WHY_NOT: Final[dict[str, Words]] = {
    "mask sides": {
        "vi": "Hai mặt đang ghép: bấm M để gỡ, che từng mặt, rồi bấm M ghép lại.",
        "en": "Two sides lie on one sheet: press M, black out each side, and press M again.",
    },
    "purpose": {
        "vi": "Chỉ tờ ghép hai mặt thẻ mới ghi “chỉ dùng cho hồ sơ”: bấm M để ghép trước.",
        "en": "Only a sheet with both sides of a card says what it is for: press M first.",
    },
    "masked form": {
        "vi": "Trang có vùng che, ở bản kia vùng che nằm chỗ khác: bỏ vùng che trước (Ctrl+Z).",
        "en": "Parts are blacked out, and lie elsewhere in the other form: take that back first.",
    },
}
"""By the act of a ``PageActError``; any other is ``NOT_NOW``."""


def say(words: Words, language: Language, **values: object) -> str:
    """Fill words in."""
    return words[language].format(**values)


def stopped(error: StationError, pages: int, language: Language, *, fed: bool) -> str:
    """Say why a run ended early, what is safe, and how it goes on.

    Args:
        fed: its pages are of paper that went through a feeder.
    """
    said = message(error, language)
    do = said.do
    if not isinstance(error, ScannerError):  # the sheet went through, but was not kept
        if not pages:
            return f"{said.title}. {do}"
        do = f"{do} {say(FED_AGAIN, language, next=pages + 1)}" if fed else do
    return say(STOPPED, language, pages=pages, next=pages + 1, title=said.title.rstrip("."), do=do)


def refused(name: str, cause: StationError, pages: int, left: int, language: Language) -> str:
    """Say which of some files cannot be used, and why."""
    said = message(cause, language)
    words = say(REFUSED, language, name=name, title=said.title.rstrip("."), do=said.do, pages=pages)
    return f"{words} {say(FILES_LEFT, language, left=left)}" if left else words


def size_words(size: int) -> str:
    """Give bytes as a counter reads them: ``1,9 MB``."""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
