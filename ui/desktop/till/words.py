"""The words of the till, in both languages. Free of Qt."""

from typing import Final

from station.domain.dossier import PaymentMethod
from station.words import Words
from ui.desktop.till.view_model import MoneyAct

METHODS: Final[dict[PaymentMethod, Words]] = {
    PaymentMethod.CASH: {"vi": "Tiền mặt", "en": "Cash"},
    PaymentMethod.TRANSFER: {"vi": "Chuyển khoản", "en": "Transfer"},
    PaymentMethod.CARD: {"vi": "Thẻ", "en": "Card"},
    PaymentMethod.PORTAL: {"vi": "Cổng dịch vụ công", "en": "Portal"},
    PaymentMethod.LATER: {"vi": "Nộp sau", "en": "Later"},
}
OPENING: Final[Words] = {"vi": "Mở ca", "en": "Open the shift"}
CLOSING: Final[Words] = {"vi": "Chốt ca", "en": "Close the shift"}
OPEN_SINCE: Final[Words] = {"vi": "{name} · mở quỹ {at}", "en": "{name} · open since {at}"}
CLOSED_SINCE: Final[Words] = {
    "vi": "Quỹ đang đóng · ca trước chốt {at}, {name}",
    "en": "The till is closed · last closed {at} by {name}",
}
NEVER: Final[Words] = {
    "vi": "Quỹ chưa mở lần nào",
    "en": "The till was never opened",
}

FLOAT: Final[Words] = {"vi": "Đầu ca", "en": "At the beginning"}
LEFT: Final[Words] = {"vi": "Ca trước để lại", "en": "Left by the last shift"}
OUTSIDE: Final[Words] = {"vi": "Thu, hoàn ngoài ca", "en": "Moved outside a shift"}
COLLECTED: Final[Words] = {"vi": "Thu tiền mặt, {count} lượt", "en": "Cash collected, {count}"}
REFUNDED: Final[Words] = {"vi": "Hoàn tiền mặt", "en": "Cash given back"}
EXPECTED: Final[Words] = {"vi": "Phải có", "en": "Must be there"}
COUNTED: Final[Words] = {"vi": "Đếm được", "en": "Counted"}
EQUAL: Final[Words] = {"vi": "Khớp", "en": "It agrees"}
SHORT: Final[Words] = {"vi": "Thiếu", "en": "Short"}
OVER: Final[Words] = {"vi": "Thừa", "en": "Over"}
NOT_COUNTED: Final[Words] = {"vi": "Chưa đếm", "en": "Not counted"}

OTHER_WAYS: Final[Words] = {"vi": "Chuyển khoản, thẻ, cổng", "en": "Transfer, card, portal"}
AWAITED: Final[Words] = {"vi": "Chờ xác nhận tiền đến", "en": "Awaiting confirmation"}
PROVISIONAL: Final[Words] = {"vi": "Phiếu thu tạm, chưa có biên lai", "en": "Provisional only"}
SERIES: Final[Words] = {"vi": "{series} {first} → {last}", "en": "{series} {first} → {last}"}
USED: Final[Words] = {"vi": "{used} số", "en": "{used} used"}
USED_AND_VOID: Final[Words] = {"vi": "{used} số, huỷ {void}", "en": "{used} used, {void} void"}
NEXT_SHEET: Final[Words] = {"vi": "{series} quyển {book}", "en": "{series} book {book}"}
SHEETS_LEFT: Final[Words] = {"vi": "còn {left} tờ", "en": "{left} left"}

COUNT_FIRST: Final[Words] = {
    "vi": "gõ số tờ từng mệnh giá, không có thì gõ 0",
    "en": "type the pieces of each note, 0 for none",
}
WRONG_COUNT: Final[Words] = {
    "vi": "có ô không phải số tờ",
    "en": "a field holds no number of pieces",
}
WHY: Final[Words] = {"vi": "ghi lý do lệch", "en": "say why it differs"}
SECOND: Final[Words] = {
    "vi": "cần người thứ hai, hoặc gửi duyệt",
    "en": "a second person confirms, or leave it",
}
GO_OPEN: Final[Words] = {"vi": "mở ca được", "en": "the shift can be opened"}
GO_CLOSE: Final[Words] = {"vi": "chốt ca được", "en": "the shift can be closed"}

OPENED: Final[Words] = {"vi": "Đã mở ca với {sum}.", "en": "The shift was opened with {sum}."}
CLOSED: Final[Words] = {
    "vi": "Đã chốt ca: thu tiền mặt {collected}, trong quỹ {counted}.",
    "en": "The shift was closed: {collected} in cash, {counted} in the drawer.",
}
DIFFERENCE: Final[Words] = {
    "vi": "Chênh {sum}, {name} duyệt.",
    "en": "Difference {sum}, approved by {name}.",
}
PENDING: Final[Words] = {
    "vi": "Chờ người đứng đầu ký duyệt sau.",
    "en": "The head is to countersign.",
}
DONE: Final[dict[MoneyAct, Words]] = {
    MoneyAct.REFUND: {"vi": "Đã hoàn tiền cho {code}.", "en": "Money went back to {code}."},
    MoneyAct.VOID: {
        "vi": "Đã huỷ khoản thu của {code}. Trả lại tiền và thu hồi phiếu.",
        "en": "The payment of {code} is void. Give the money back, take the slip.",
    },
    MoneyAct.SPOIL: {
        "vi": "Đã bỏ tờ biên lai {code}.",
        "en": "Receipt {code} was given up.",
    },
    MoneyAct.CONFIRM: {
        "vi": "Đã ghi tiền của {code} đã đến.",
        "en": "The money of {code} has come.",
    },
}
COLLECTED_NOW: Final[Words] = {"vi": "Đã thu {sum}.", "en": "{sum} were collected."}
CHANGE: Final[Words] = {"vi": "Trả lại {sum}.", "en": "Give {sum} back."}
BOOK_OPENED: Final[Words] = {
    "vi": "Đã mở quyển {series} {first} → {last}.",
    "en": "The book {series} {first} → {last} is in use.",
}
PRINTED: Final[Words] = {
    "vi": "Phiếu thu tạm đã in ra {printer}.",
    "en": "The provisional slip was printed on {printer}.",
}
VOIDED: Final[Words] = {"vi": "đã huỷ", "en": "void"}
WAITS: Final[Words] = {"vi": "chờ tiền đến", "en": "awaited"}
GAVE_BACK: Final[Words] = {"vi": "đã hoàn {sum}", "en": "{sum} went back"}
KEPT: Final[Words] = {"vi": "đã thu", "en": "collected"}
NO_RECEIPT: Final[Words] = {"vi": "phiếu thu tạm", "en": "provisional"}

NOT_YET: Final[Words] = {
    "vi": "Mời người dân quét bằng ứng dụng ngân hàng",
    "en": "The citizen scans this with a bank's app",
}
NOW_AWAITED: Final[Words] = {
    "vi": "Đã ghi {code} chờ tiền chuyển khoản.",
    "en": "{code} now awaits its transfer.",
}
BANK: Final[Words] = {"vi": "Ngân hàng", "en": "Bank"}
ACCOUNT: Final[Words] = {"vi": "Số tài khoản", "en": "Account"}
HOLDER: Final[Words] = {"vi": "Chủ tài khoản", "en": "Holder"}
CONTENT: Final[Words] = {"vi": "Nội dung", "en": "Content"}
NO_FEES: Final[Words] = {
    "vi": "Thủ tục của {code} không có khoản phí nào để thu thêm.",
    "en": "The procedure of {code} has no fee that could be charged.",
}
CHARGED_MORE: Final[Words] = {
    "vi": "Đã tính thêm cho {code}, còn phải thu {sum}.",
    "en": "More was charged to {code}; {sum} are owed.",
}
REDUCED: Final[Words] = {
    "vi": "Đã giảm khoản phải thu của {code}, còn phải thu {sum}.",
    "en": "What {code} owes was reduced; {sum} are owed.",
}
REPORT: Final[Words] = {"vi": "Biên bản chốt quỹ", "en": "Shift report"}
