"""What the page of the daily log says. Free of Qt."""

from typing import Final

from station.words import Words

RECEIVED: Final[Words] = {"vi": "Tiếp nhận", "en": "Received"}
GUIDED: Final[Words] = {"vi": "Lượt hướng dẫn", "en": "Guidances"}
PAGES: Final[Words] = {"vi": "Trang số hoá", "en": "Pages scanned"}
FEES: Final[Words] = {"vi": "Phí, lệ phí", "en": "Fees"}
UNSENT: Final[Words] = {"vi": "Chưa gửi", "en": "Not sent"}
CHANNELS: Final[dict[str, Words]] = {
    "trực tiếp": {"vi": "Trực tiếp", "en": "At the counter"},
    "trực tuyến": {"vi": "Trực tuyến", "en": "Online"},
    "bưu chính": {"vi": "Bưu chính", "en": "By post"},
}
NOTES: Final[dict[str, Words]] = {
    "TT": {"vi": "trực tuyến", "en": "online"},
    "BC": {"vi": "bưu chính", "en": "by post"},
    "TC": {"vi": "từ chối", "en": "refused"},
    "BS": {"vi": "chờ bổ sung", "en": "papers awaited"},
}
"""The signs of the printed log, in words."""
SENT_BACK: Final[Words] = {"vi": "máy chủ trả lại", "en": "sent back"}
BAD_DAY: Final[Words] = {
    "vi": "Ngày chưa đúng: gõ như 25/11/2026, không sau hôm nay.",
    "en": "No such day: type it as 25/11/2026, not after today.",
}
SAVED: Final[Words] = {"vi": "Đã lưu nhật ký vào {path}", "en": "The log is saved as {path}"}
CANNOT_SAVE: Final[Words] = {
    "vi": "Không ghi được {path} ({cause}). Nhật ký vẫn nguyên: chọn thư mục khác.",
    "en": "{path} cannot be written ({cause}). Nothing is lost: choose another folder.",
}
BAD_PERIOD: Final[Words] = {
    "vi": "Kỳ của sổ chưa đúng: từ ngày, đến ngày, không sau hôm nay, nhiều nhất một năm.",
    "en": "No such period: a first and a last day, not after today, at most a year.",
}
REGISTER: Final[Words] = {
    "vi": "Sổ theo dõi hồ sơ {first} – {last}",
    "en": "Register of dossiers {first} – {last}",
}
TITLE: Final[Words] = {"vi": "Nhật ký tiếp nhận ngày {day}", "en": "Reception log of {day}"}
