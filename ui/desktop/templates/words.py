"""The words of the page of forms, in both languages. Free of Qt."""

from typing import Final

from station.words import Words
from ui.desks.templates import DELIVERY, OPTIONS
from ui.paper_templates import Origin

IN_FORCE: Final[dict[Origin, Words]] = {
    Origin.BUILT_IN: {"vi": "Đang dùng: mẫu có sẵn", "en": "In force: the built-in forms"},
    Origin.OFFICE: {"vi": "Đang dùng: mẫu của cơ quan", "en": "In force: the office's forms"},
    Origin.LAST_GOOD: {
        "vi": "Tệp mẫu hỏng, đang dùng bản trước đó",
        "en": "The file is broken; in force: the one before",
    },
}
BROKEN: Final[Words] = {
    "vi": "Tệp mẫu hỏng, đang dùng mẫu có sẵn",
    "en": "The file is broken; in force: the built-in forms",
}
PARTS: Final[dict[str, Words]] = {
    "sheet": {"vi": "khổ giấy", "en": "sheet"},
    "title": {"vi": "tiêu đề", "en": "title"},
    "subtitle": {"vi": "dòng dưới tiêu đề", "en": "line below the title"},
    "reference": {"vi": "số, ký hiệu", "en": "reference"},
    "parts": {"vi": "nội dung", "en": "text"},
    "signers": {"vi": "người ký", "en": "who signs"},
    "recipients": {"vi": "nơi nhận", "en": "recipients"},
    "qr": {"vi": "mã QR", "en": "QR code"},
    "note": {"vi": "ô ghi chú", "en": "note"},
    "copies": {"vi": "liên", "en": "copies"},
    OPTIONS: {"vi": "phần thêm (tiếng Anh, giai đoạn 2)", "en": "options (English, stage 2)"},
    DELIVERY: {"vi": "lời hẹn trả kết quả", "en": "words of the appointment"},
}
LEFT_OUT: Final[Words] = {"vi": "bỏ {facts}", "en": "without {facts}"}
ADDED: Final[Words] = {"vi": "thêm {facts}", "en": "with {facts}"}
FOR: Final[Words] = {"vi": "{name} · {procedure}", "en": "{name} · {procedure}"}
READY: Final[Words] = {
    "vi": "Tệp này đúng. Xem kỹ các mẫu nó đổi, rồi đưa vào sử dụng.",
    "en": "This file is whole. Look at what it changes, then put it in force.",
}
NOTHING: Final[Words] = {
    "vi": "Tệp này đúng, nhưng không đổi mẫu nào.",
    "en": "This file is whole, but changes no form.",
}
COUNT: Final[Words] = {"vi": "Đổi {count} mẫu.", "en": "Forms changed: {count}."}
CHOOSE: Final[Words] = {
    "vi": "Mở một tệp mẫu để xem nó đổi gì. Trang xem dùng dữ liệu dài nhất có thể gặp.",
    "en": "Open a file to see what it changes. Forms are shown with the longest data there may be.",
}
NOT_ALLOWED: Final[Words] = {
    "vi": "Quản trị đổi mẫu giấy, biểu trưng, dòng đầu.",
    "en": "The administrator changes forms, logo and head.",
}
FROM_NEXT: Final[Words] = {
    "vi": "Dùng từ lần đăng nhập sau.",
    "en": "In force from the next sign-in on.",
}
TAKEN: Final[Words] = {
    "vi": "Đã đưa {file} vào sử dụng, từ lần đăng nhập sau.",
    "en": "{file} is in force from the next sign-in on.",
}
RESET: Final[Words] = {
    "vi": "Dùng lại mẫu có sẵn, từ lần đăng nhập sau.",
    "en": "The built-in forms are in force from the next sign-in on.",
}
LOGO_KEPT: Final[Words] = {
    "vi": "Đã đặt biểu trưng, in từ lần đăng nhập sau.",
    "en": "The logo is printed from the next sign-in on.",
}
LOGO_GONE: Final[Words] = {
    "vi": "Đã bỏ biểu trưng, từ lần đăng nhập sau.",
    "en": "No logo is printed from the next sign-in on.",
}
HEAD_KEPT: Final[Words] = {
    "vi": "Đã đổi dòng đầu giấy, in từ lần đăng nhập sau.",
    "en": "The head of papers is printed from the next sign-in on.",
}
SAVED: Final[Words] = {
    "vi": "Đã lưu {file}. Sửa tệp, rồi mở lại ở đây.",
    "en": "Saved {file}. Edit it, then open it here.",
}
PRINTED: Final[Words] = {
    "vi": "Đã in thử ra {printer}, có dấu bản xem trước.",
    "en": "Printed on {printer}, marked as a preview.",
}
