"""The words of the hand-over page, in both languages. Free of Qt."""

from typing import Final

from station.words import Words

NONE_TICKED: Final[Words] = {"vi": "Chưa niêm phong được:", "en": "Nothing can be sealed yet:"}
SCAN_FIRST: Final[Words] = {"vi": "chưa quét bìa nào", "en": "no folder was scanned"}
NOT_EXPLAINED: Final[Words] = {
    "vi": "{codes} phải chuyển hôm nay, chưa quét, chưa có lý do",
    "en": "{codes} must leave today: scan, or say why not",
}
READY: Final[Words] = {
    "vi": "{count} hồ sơ cho {agency}.",
    "en": "{count} folders for {agency}.",
}
LEFT: Final[Words] = {"vi": "Để lại {count}", "en": "{count} stay"}
SEALABLE: Final[Words] = {"vi": "Niêm phong được", "en": "Ready to be sealed"}
LATE: Final[Words] = {"vi": "quá {when}", "en": "since {when}"}
NOT_SCANNED: Final[Words] = {"vi": "chưa quét", "en": "not scanned"}

TAKEN: Final[Words] = {
    "vi": "{code} – {name}: {papers} loại giấy, {pages} trang. Bỏ vào chồng.",
    "en": "{code} – {name}: {papers} kinds of papers, {pages} pages. Put it on the pile.",
}
TWICE: Final[Words] = {"vi": "{code} đã quét lúc {time}.", "en": "{code} was scanned at {time}."}
WRONG_AGENCY: Final[Words] = {
    "vi": "{code} thuộc {agency}, không thuộc danh sách này. Để riêng ra.",
    "en": "{code} is for {agency}, not for this list. Put it aside.",
}
AMBIGUOUS: Final[Words] = {
    "vi": "Có {count} bìa khớp “{text}”. Gõ thêm số.",
    "en": "{count} folders match “{text}”. Type more digits.",
}
AT_ONCE: Final[Words] = {
    "vi": "{code} được trả ngay tại quầy (Ctrl+L); chỉ bàn giao từ trang hồ sơ (Alt+B).",
    "en": "{code} is answered at once (Ctrl+L); it is handed over from its own page only (Alt+B).",
}
NOT_WAITING: Final[Words] = {
    "vi": "{code} không chờ bàn giao: {state}.",
    "en": "{code} does not wait to be handed over: {state}.",
}
HANDED_OVER: Final[Words] = {
    "vi": "đã bàn giao theo {number} lúc {at}",
    "en": "it left on {number} at {at}",
}
SEALED: Final[Words] = {
    "vi": "Đã niêm phong {number}: {count} hồ sơ cho {agency}.",
    "en": "{number} was sealed: {count} folders for {agency}.",
}
PRINTED: Final[Words] = {
    "vi": "Hai liên đã in ra {printer}, chờ bên nhận ký.",
    "en": "Both copies were printed on {printer}, to be signed.",
}
SIGNED: Final[Words] = {
    "vi": "{receiver} đã ký nhận {number}, {count} bìa.",
    "en": "{receiver} signed {number} for {count} folders.",
}
BACK: Final[Words] = {
    "vi": "{codes} về lại quầy, chờ bàn giao lại.",
    "en": "{codes} are at the counter again, to be handed over anew.",
}
SIGNED_BEFORE: Final[Words] = {
    "vi": "{number} đã được {receiver} ký nhận.",
    "en": "{number} was signed by {receiver} before.",
}
LIST: Final[Words] = {"vi": "Danh sách bàn giao hồ sơ", "en": "Hand-over list"}
