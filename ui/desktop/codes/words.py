"""What the panel says of codes, in both languages."""

from typing import Final

from station.domain.codes import CodeKind, Guess
from station.domain.reader_test import ReaderFault
from station.ports.readers import ReaderEnd, ReaderHabits
from station.words import Language

_Words = dict[Language, str]

GUESSES: Final[dict[Guess, _Words]] = {
    Guess.WEB_ADDRESS: {"vi": "Địa chỉ web", "en": "Web address"},
    Guess.PAYMENT: {"vi": "Mã chuyển tiền", "en": "Payment code"},
    Guess.CONTACT: {"vi": "Danh thiếp", "en": "Business card"},
    Guess.WIFI: {"vi": "Mã vào mạng Wi-Fi", "en": "Wi-Fi access"},
    Guess.MAIL: {"vi": "Địa chỉ thư điện tử", "en": "E-mail address"},
    Guess.PHONE: {"vi": "Số điện thoại", "en": "Phone number"},
    Guess.PRODUCT: {"vi": "Mã hàng hoá", "en": "Product code"},
    Guess.NUMBER: {"vi": "Dãy số", "en": "A number"},
    Guess.TEXT: {"vi": "Đoạn chữ", "en": "A text"},
    Guess.EMPTY: {"vi": "Mã không có chữ", "en": "A code without text"},
    Guess.TOO_LONG: {"vi": "Mã quá dài", "en": "Too long a code"},
}
NOT_OURS: Final[_Words] = {
    "vi": "Không phải thẻ, phiếu hay hồ sơ của trạm. Không có gì được mở hay điền.",
    "en": "No card, slip or dossier of this station. Nothing was opened or filled in.",
}
NOT_OURS_LINK: Final[_Words] = {
    "vi": "Trạm không mở địa chỉ từ mã quét. Chỉ mở nếu biết chắc nơi phát ra.",
    "en": "The station opens no address from a code. Open it only if you know where it is from.",
}
OWN: Final[dict[CodeKind, tuple[_Words, _Words]]] = {
    CodeKind.SEPARATOR: (
        {"vi": "Tờ phân cách {value}", "en": "Separator sheet {value}"},
        {
            "vi": "Đặt tờ này trước giấy tờ của dòng đó khi quét cả tập.",
            "en": "Put it before the papers of its row when you scan the whole stack.",
        },
    ),
    CodeKind.SHELF: (
        {"vi": "Ngăn {value}", "en": "Shelf {value}"},
        {
            "vi": "Quét phiếu của hồ sơ để biết kết quả nằm ở ngăn nào; ở trang trả kết quả, khi "
            "nhận kết quả về, mã này ghi luôn vào ô kệ.",
            "en": "Scan a dossier's slip to see on which shelf its result lies; while a result is "
            "taken in, this code fills in the shelf.",
        },
    ),
    CodeKind.TICKET: (
        {"vi": "Vé số {value}", "en": "Ticket {value}"},
        {
            "vi": "Mời công dân; hồ sơ không bắt buộc có vé.",
            "en": "Serve the citizen; a dossier needs no ticket.",
        },
    ),
    CodeKind.BADGE: (
        {"vi": "Thẻ cán bộ {value}", "en": "Badge of {value}"},
        {
            "vi": "Thẻ chỉ cho biết tên; đổi người bằng F12 và mật khẩu.",
            "en": "A badge only tells the name; change officers with F12 and the password.",
        },
    ),
}
SLIPS: Final[dict[str, tuple[_Words, _Words]]] = {
    "superseded": (
        {"vi": "Phiếu cũ", "en": "Old slip"},
        {
            "vi": "Phiếu bản {version} đã được thay bằng bản {current} lúc {at}, vì: {because}. "
            "Hồ sơ đã mở.",
            "en": "Slip version {version} was replaced by version {current} at {at}, because: "
            "{because}. The dossier is open.",
        },
    ),
    "declared_lost": (
        {"vi": "Phiếu đã báo mất", "en": "Slip declared lost"},
        {
            "vi": "Phiếu này đã báo mất lúc {at}, không còn giá trị: trả kết quả theo giấy tờ tuỳ "
            "thân của người nhận. Hồ sơ đã mở.",
            "en": "This slip was declared lost at {at} and is void: return the result by the "
            "collector's identity paper. The dossier is open.",
        },
    ),
    "unknown_here": (
        {"vi": "Phiếu thật, hồ sơ không có ở máy này", "en": "Genuine slip, no such dossier here"},
        {
            "vi": "Hồ sơ {code} chưa có trong máy. Đồng bộ (F5) rồi quét lại.",
            "en": "Dossier {code} is not on this computer. Synchronise (F5), then scan again.",
        },
    ),
    "forged": (
        {"vi": "Phiếu không đúng chữ ký", "en": "The slip's signature is wrong"},
        {
            "vi": "Nội dung mã đã bị sửa hoặc phiếu giả. Không trả kết quả theo phiếu này.",
            "en": "The code was altered or the slip is forged. Hand nothing out for it.",
        },
    ),
    "unknown_key": (
        {"vi": "Phiếu của quầy khác", "en": "A slip of another counter"},
        {
            "vi": "Máy này chưa kiểm được chữ ký của phiếu. Tra mã hồ sơ trước.",
            "en": "The slip's signature cannot be checked here. Look the dossier up first.",
        },
    ),
}
NOT_HERE: Final[_Words] = {"vi": "Hồ sơ không có ở máy này", "en": "No such dossier here"}
PROBLEM: Final[_Words] = {"vi": "Chưa đọc được", "en": "Not read"}
PASSED: Final[_Words] = {
    "vi": "Đầu đọc đạt: {right}/{all} chữ có dấu đúng.",
    "en": "The reader passes: {right} of {all} letters with marks are right.",
}
FAILED: Final[_Words] = {
    "vi": "Đầu đọc chưa đạt: {right}/{all} chữ có dấu đúng.",
    "en": "The reader fails: {right} of {all} letters with marks are right.",
}
SILENT: Final[_Words] = {
    "vi": "Máy này không có chương trình phát âm báo; chỉ hiện chữ.",
    "en": "This computer has nothing to play sounds with; words only.",
}
LEARNT: Final[_Words] = {"vi": "Đã nhớ đầu đọc", "en": "The reader is known now"}
_BY_KEYBOARD: Final[_Words] = {
    "vi": "Nhận theo bàn phím “{sign}”. Chỉ bàn phím này là đầu đọc; gõ tay không còn chậm.",
    "en": "Known by its keyboard “{sign}”. Only that one is a reader; typing is not held up.",
}
_BY_PREFIX: Final[_Words] = {
    "vi": "Nhận theo phím {sign} mà đầu đọc bấm trước mỗi mã.",
    "en": "Known by the key {sign} that it presses before each code.",
}
_BY_SPEED: Final[_Words] = {
    "vi": "Chỉ nhận được theo tốc độ gõ. Chắc hơn: đặt đầu đọc bấm F13 trước mã, rồi thử lại.",
    "en": "Known by its speed only. Surer: set it to press F13 before a code, then try again.",
}
_PACE: Final[_Words] = {"vi": "Gõ {gap} ms một phím, {end}.", "en": "Types {gap} ms a key, {end}."}
_ENDS: Final[dict[ReaderEnd, _Words]] = {
    ReaderEnd.ENTER: {"vi": "kết thúc bằng Enter", "en": "ends with Enter"},
    ReaderEnd.TAB: {"vi": "kết thúc bằng Tab", "en": "ends with Tab"},
    ReaderEnd.NOTHING: {
        "vi": "không có phím kết thúc: nên đặt Enter (CR)",
        "en": "ends with no key: better set Enter (CR)",
    },
}
_SLOW: Final[_Words] = {
    "vi": "Chậm: đặt đầu đọc 1–10 ms một phím.",
    "en": "Slow: set the reader to 1–10 ms a key.",
}
_SLOWEST_MS = 20


def learnt(habits: ReaderHabits, language: Language) -> tuple[str, ...]:
    """Say by what a reader is known from now on, and what would be better."""
    by = _BY_KEYBOARD if habits.keyboard else _BY_PREFIX if habits.prefix else _BY_SPEED
    end = _ENDS[habits.end][language]
    said = [
        by[language].format(sign=habits.address),
        _PACE[language].format(gap=habits.gap_ms, end=end),
    ]
    if habits.gap_ms > _SLOWEST_MS:
        said.append(_SLOW[language])
    return tuple(said)


FAULTS: Final[dict[ReaderFault, _Words]] = {
    ReaderFault.LETTERS_LOST: {
        "vi": "Mất chữ có dấu: đặt đầu đọc ở chế độ COM (nối tiếp), UTF-8.",
        "en": "Letters with marks are lost: set the reader to COM (serial) mode, UTF-8.",
    },
    ReaderFault.CODE_PAGE: {
        "vi": "Sai bảng mã; trạm đã tự sửa. Nên đặt đầu đọc gửi UTF-8.",
        "en": "Wrong code page, mended by the station. Better set the reader to UTF-8.",
    },
    ReaderFault.CAPITALS_SWAPPED: {
        "vi": "Đảo chữ hoa: tắt Caps Lock và chế độ đảo chữ của đầu đọc.",
        "en": "Capitals are swapped: turn Caps Lock and the reader's inversion off.",
    },
    ReaderFault.LAYOUT: {
        "vi": "Sai bố trí phím: đặt đầu đọc theo bàn phím Mỹ (US).",
        "en": "Wrong keyboard layout: set the reader to the American (US) keyboard.",
    },
}
