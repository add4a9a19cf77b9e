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
    "RH": {"vi": "rút trước khi nhận", "en": "withdrawn before"},
    "DG": {"vi": "dừng trước khi nhận", "en": "stopped before"},
}
"""The signs of the printed log, in words."""
SENT_BACK: Final[Words] = {"vi": "máy chủ trả lại", "en": "sent back"}
UNSIGNED: Final[Words] = {"vi": "Chưa ký · số {page}", "en": "Not signed · no. {page}"}
SIGNED: Final[Words] = {
    "vi": "{page} · Đã ký {at} · {name}",
    "en": "{page} · Signed {at} · {name}",
}
LOCKED: Final[Words] = {
    "vi": "Đã ký {page}: trang đã khoá, in lại lúc nào cũng như nhau.",
    "en": "{page} is signed: the page is locked, and prints alike whenever it is printed.",
}
NOTED: Final[Words] = {
    "vi": "Đã ghi điều chỉnh của {page}; trang đã ký giữ nguyên.",
    "en": "The adjustment of {page} is noted; the signed page stays as it is.",
}
ASK: Final[Words] = {
    "vi": "Ký và khoá trang {page} · {day} · {scope}",
    "en": "Sign and lock page {page} · {day} · {scope}",
}
SUMS: Final[Words] = {
    "vi": "Tiếp nhận {received} hồ sơ · {pages} trang · phí, lệ phí {fees} đ"
    " · {adjusted} điều chỉnh",
    "en": "{received} received · {pages} pages · fees {fees} đ · {adjusted} adjustments",
}
NOT_SENT: Final[Words] = {
    "vi": "{counters} chưa gửi xong. Vẫn ký được; con số này in trên trang.",
    "en": "Not all sent: {counters}. The page can be signed; the count is printed on it.",
}
COUNTER_NAME: Final[Words] = {"vi": "Quầy {number}", "en": "Counter {number}"}
OF_COUNTER: Final[Words] = {
    "vi": "Quầy {counter}: {count} hồ sơ",
    "en": "counter {counter}: {count}",
}
DIFFER: Final[dict[str, Words]] = {
    "dossiers": {
        "vi": "Sổ có {journal} hồ sơ, danh sách có {other}",
        "en": "The journal has {journal} dossiers, the list {other}",
    },
    "fees": {
        "vi": "Phí theo sổ {journal} đ, theo danh sách {other} đ",
        "en": "Fees: {journal} đ by the journal, {other} đ by the list",
    },
    "collected": {
        "vi": "Tiền thu theo sổ {journal} đ, theo quỹ {other} đ",
        "en": "Collected: {journal} đ by the journal, {other} đ by the till",
    },
}
BLOCKED: Final[Words] = {
    "vi": "{sums}. Chưa ký được; hồ sơ vẫn nguyên trong sổ. "
    "Nhờ quản trị chạy “station store rebuild”.",
    "en": "{sums}. It cannot be signed yet; the journal has everything. "
    "Have the administrator run “station store rebuild”.",
}
WRONG_PASSWORD: Final[Words] = {"vi": "sai mật khẩu", "en": "wrong password"}
PAGE_ITSELF: Final[Words] = {"vi": "ghi chú của trang", "en": "note about the page"}
AFTER_LOCK: Final[Words] = {"vi": "sau khi khoá", "en": "after the lock"}
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
