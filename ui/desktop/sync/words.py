"""What the sync centre says: sentences that an officer can repeat aloud. Free of Qt."""

from typing import Final

from station.words import Words

SENT: Final[Words] = {"vi": "việc đã nằm ở máy chủ.", "en": "at the server."}
NOTHING_WAITS: Final[Words] = {"vi": "Không có gì chờ gửi.", "en": "Nothing waits."}
WAITING: Final[Words] = {
    "vi": "việc đang chờ gửi, nằm an toàn ở máy này.",
    "en": "waiting to be sent, and safe here.",
}
FILES: Final[Words] = {
    "vi": "tệp quét đang chờ gửi, tự gửi tiếp khi có mạng.",
    "en": "scanned and waiting; sent without you.",
}
REFUSED: Final[Words] = {
    "vi": "việc máy chủ trả lại, cần anh/chị xem.",
    "en": "sent back: please look.",
}
CLOCKS_NOT_BEGUN: Final[Words] = {
    "vi": "hồ sơ phi địa giới: nơi giải quyết chưa nhận, hạn chưa chạy; gửi trước.",
    "en": "for other territories, no clock running yet; sent first.",
}
TWINS: Final[Words] = {
    "vi": "hồ sơ trùng với quầy khác, chờ trưởng bộ phận (Bàn làm việc, Alt+0).",
    "en": "received elsewhere too: a supervisor decides (Alt+0).",
}
OFFLINE: Final[Words] = {
    "vi": "Mất mạng từ {time}. Vẫn tiếp nhận bình thường, số và giấy hẹn không đổi.",
    "en": "No line since {time}. Reception goes on; numbers and slips stay as they are.",
}
NOT_ENROLLED: Final[Words] = {
    "vi": "Máy này chưa nối với máy chủ của tỉnh. Mọi việc nằm ở máy này.",
    "en": "This station has no server yet. Everything stays here.",
}
PAUSED: Final[Words] = {
    "vi": "{who} tạm dừng gửi lúc {since}, đến {time} máy tự gửi tiếp.",
    "en": "{who} paused sending at {since}; it goes on by itself at {time}.",
}
RESUMED: Final[Words] = {
    "vi": "Tạm dừng của {who} đã hết lúc {time}; máy đã tự gửi tiếp.",
    "en": "The pause of {who} ended at {time}; sending goes on.",
}
SYNCING: Final[Words] = {"vi": "Đang gửi và nhận…", "en": "Sending and fetching…"}
LAST_CONTACT: Final[Words] = {"vi": "Lần liên lạc cuối", "en": "Last contact"}
NEVER: Final[Words] = {"vi": "chưa lần nào", "en": "never"}
SERVER: Final[Words] = {"vi": "Máy chủ", "en": "Server"}
CLOCK: Final[Words] = {"vi": "Giờ máy này lệch", "en": "Clock off by"}
SECONDS: Final[Words] = {"vi": "{seconds} giây", "en": "{seconds} s"}
NUMBERS: Final[Words] = {"vi": "Số hồ sơ còn lại", "en": "Numbers left"}
CATALOGUE: Final[Words] = {"vi": "Danh mục nhận về", "en": "Catalogue fetched"}
NO_CATALOGUE: Final[Words] = {"vi": "chưa nhận lần nào", "en": "never"}
CATALOGUE_REFUSED: Final[Words] = {"vi": "chưa dùng được (xem Danh mục)", "en": "not usable yet"}
WAITS: Final[Words] = {"vi": "chờ gửi", "en": "waits"}
SENT_BACK: Final[Words] = {"vi": "bị trả lại", "en": "sent back"}
OF_OFFICE: Final[Words] = {"vi": "của trạm", "en": "the station's"}
FACTS_OF_OFFICE: Final[dict[str, Words]] = {
    "ShiftOpened": {"vi": "Mở ca", "en": "Shift opened"},
    "ShiftClosed": {"vi": "Chốt ca", "en": "Shift closed"},
    "ReceiptBookOpened": {"vi": "Mở quyển biên lai", "en": "Book of receipts opened"},
    "DailyLogSigned": {"vi": "Ký trang nhật ký", "en": "Log page signed"},
    "DailyLogAdjusted": {"vi": "Điều chỉnh nhật ký", "en": "Log page adjusted"},
    "ApprovalAsked": {"vi": "Gửi duyệt", "en": "Left for approval"},
    "ApprovalGiven": {"vi": "Đã duyệt", "en": "Approved"},
    "ApprovalRefused": {"vi": "Không duyệt", "en": "Not approved"},
    "HandOverSealed": {"vi": "Niêm phong bàn giao", "en": "Hand-over sealed"},
}
OTHER_FACT: Final[Words] = {"vi": "việc khác", "en": "another act"}
