"""What the home page says. Free of Qt."""

from typing import Final

from station.words import Words
from ui.desktop.home.view_model import WorkKind

CLOCK: Final[Words] = {"vi": "Đồng hồ", "en": "Clock"}
LINE: Final[Words] = {"vi": "Đường truyền", "en": "Line"}
NUMBERS: Final[Words] = {"vi": "Số hồ sơ", "en": "Numbers"}
TEMPLATES: Final[Words] = {"vi": "Mẫu giấy", "en": "Forms"}
TEMPLATES_BROKEN: Final[Words] = {
    "vi": "tệp mẫu của cơ quan bị hỏng",
    "en": "the office's file of forms is broken",
}
TEMPLATES_ADVICE: Final[Words] = {
    "vi": "Quản trị mở Cài đặt (Ctrl+,), Mẫu giấy (Alt+M): xem lỗi, rồi mở lại tệp đúng.",
    "en": "The administrator sees the fault in Settings (Ctrl+,), Alt+M, and opens a good file.",
}
TEMPLATES_MEANWHILE: Final[Words] = {
    "vi": "Vẫn in được: theo mẫu dùng trước đó, hoặc mẫu có sẵn.",
    "en": "Papers are printed by the forms in force before, or the built-in ones.",
}
CATALOGUE: Final[Words] = {"vi": "Danh mục", "en": "Catalogue"}
OUTBOX: Final[Words] = {"vi": "Chờ gửi", "en": "To send"}
PAPERS: Final[Words] = {"vi": "Giấy chờ in", "en": "To print"}
DISK: Final[Words] = {"vi": "Đĩa", "en": "Disk"}
DRAFTS: Final[Words] = {"vi": "Đang dở", "en": "Drafts"}
DEVICES: Final[dict[str, Words]] = {
    "page_printer": {"vi": "Máy in trang", "en": "Page printer"},
    "receipt_printer": {"vi": "Máy in nhiệt", "en": "Slip printer"},
    "id_reader": {"vi": "Đầu đọc thẻ", "en": "Card reader"},
    "scanner": {"vi": "Máy quét", "en": "Scanner"},
}
"""Every counter is asked for these, in this order."""
ASKING: Final[Words] = {"vi": "đang hỏi…", "en": "asking…"}
NO_DEVICE: Final[Words] = {"vi": "chưa khai báo", "en": "none set up"}
NO_DEVICE_ADVICE: Final[Words] = {
    "vi": "Mở trang Thiết bị (Ctrl+O) để xem máy đang cắm.",
    "en": "Open Devices (Ctrl+O) to see what is plugged in.",
}
MORE_DEVICES: Final[Words] = {"vi": "{state} (+{count} máy)", "en": "{state} (+{count} more)"}
CLOCK_WELL: Final[Words] = {"vi": "{time}, không có gì trái", "en": "{time}, nothing against it"}
CLOCK_SERVER: Final[Words] = {
    "vi": "{time}, lệch máy chủ {seconds} giây",
    "en": "{time}, {seconds} s from the server",
}
CLOCK_WRONG: Final[dict[str, Words]] = {
    "program": {
        "vi": "{time}: trước ngày làm ra chương trình",
        "en": "{time}: before this program was made",
    },
    "journal": {
        "vi": "{time}: trước việc đã ghi lúc {known}",
        "en": "{time}: before an act noted at {known}",
    },
    "rest": {
        "vi": "{time}: gần một tháng hoặc lâu hơn sau việc cuối ({known})",
        "en": "{time}: a month or so after the last act ({known})",
    },
    "corrected": {
        "vi": "{time}: trước đó đồng hồ sai, chưa ai xác nhận lại",
        "en": "{time}: it was wrong before, and nobody confirmed it since",
    },
}
CLOCK_CORRECTED: Final[Words] = {
    "vi": "giấy hẹn ghi {time} (máy ghi {machine})",
    "en": "slips bear {time} (the computer says {machine})",
}
CLOCK_SET_IT: Final[Words] = {
    "vi": "Nhờ quản trị chỉnh ngày giờ của máy tính. Tiếp nhận vẫn đúng giờ.",
    "en": "Have the computer's date and time set. Reception goes on by the right time.",
}
CLOCK_ADVICE: Final[Words] = {
    "vi": "Gõ ngày hôm nay (Alt+J), hoặc chỉnh ngày giờ của máy tính. Trước đó chưa tiếp nhận được:"
    " ngày hẹn in ra sẽ sai.",
    "en": "Say what day it is (Alt+J), or set the computer's clock. Nothing is received before"
    " that: its promise date would be wrong.",
}
ONLINE: Final[Words] = {"vi": "có mạng", "en": "online"}
ONLINE_SINCE: Final[Words] = {"vi": "có mạng, gửi lúc {time}", "en": "online, sent at {time}"}
OFFLINE: Final[Words] = {"vi": "mất mạng từ {time}", "en": "offline since {time}"}
OFFLINE_ADVICE: Final[Words] = {
    "vi": "Xem dây mạng, hỏi bên mạng. Chương trình tự nối lại.",
    "en": "Look at the network cable. The program connects again by itself.",
}
PAUSED: Final[Words] = {"vi": "tạm dừng gửi đến {time}", "en": "paused until {time}"}
PAUSED_ADVICE: Final[Words] = {
    "vi": "Có người cần đường truyền. Hết giờ máy tự gửi tiếp; gửi ngay: Ctrl+F5.",
    "en": "Somebody needs the line. Sending goes on by itself then; to send now: Ctrl+F5.",
}
GOES_ON_PAUSED: Final[Words] = {
    "vi": "Vẫn tiếp nhận được; việc nằm an toàn ở máy này.",
    "en": "Reception goes on; all of it is safe here.",
}
GOES_ON: Final[Words] = {
    "vi": "Vẫn tiếp nhận được; việc tự gửi khi có mạng.",
    "en": "Reception goes on; all is sent when there is a line.",
}
NOT_ENROLLED: Final[Words] = {"vi": "chưa nối máy chủ tỉnh", "en": "no server yet"}
NOT_ENROLLED_ADVICE: Final[Words] = {
    "vi": "Quản trị ghi danh máy này (lệnh station sync enrol).",
    "en": "The administrator enrols this station (station sync enrol).",
}
NUMBERS_LEFT: Final[Words] = {"vi": "còn {left}/{all} số", "en": "{left} of {all} left"}
NUMBERS_SPENT: Final[Words] = {"vi": "hết số hôm nay", "en": "none left today"}
NUMBERS_ADVICE: Final[Words] = {
    "vi": "Sang ngày lại đủ số. Cần thêm: xin tỉnh mã có dải mới, quản trị chạy sync enrol.",
    "en": "All are back each day. For more: the province's code, then sync enrol (admin).",
}
CATALOGUE_AGE: Final[Words] = {"vi": "nhận {days} ngày trước", "en": "{days} days old"}
CATALOGUE_TODAY: Final[Words] = {"vi": "nhận hôm nay", "en": "of today"}
CATALOGUE_NONE: Final[Words] = {"vi": "bản kèm chương trình", "en": "the program's own"}
CATALOGUE_ADVICE: Final[Words] = {
    "vi": "Đồng bộ (F5) hoặc mở gói danh mục mới của tỉnh (Ctrl+D).",
    "en": "Synchronise (F5), or open the province's new pack (Ctrl+D).",
}
CATALOGUE_MEANWHILE: Final[Words] = {
    "vi": "Vẫn tiếp nhận được; giấy tờ, phí, hạn theo bản đang có.",
    "en": "Reception goes on by the rules that are here.",
}
NOTHING_WAITS: Final[Words] = {"vi": "không có gì chờ", "en": "nothing waits"}
WAITING: Final[Words] = {"vi": "{count} việc chờ gửi", "en": "{count} to be sent"}
SENT_BACK: Final[Words] = {"vi": "{count} việc bị trả lại", "en": "{count} sent back"}
SENT_BACK_ADVICE: Final[Words] = {
    "vi": "Mở dòng “Bị trả lại” ở danh sách bên, sửa rồi gửi lại.",
    "en": "Open the line “Sent back” beside this, correct it, send it again.",
}
WAITING_ADVICE: Final[Words] = {
    "vi": "Không phải làm gì: tự gửi khi có mạng. Muốn gửi ngay: F5.",
    "en": "Nothing to do: it is sent when there is a line. To send now: F5.",
}
NO_PAPERS: Final[Words] = {"vi": "không có tờ nào", "en": "none"}
PAPERS_WAIT: Final[Words] = {"vi": "{count} tờ chưa ra giấy", "en": "{count} not printed yet"}
PAPERS_ADVICE: Final[Words] = {
    "vi": "Mở trang Tiếp nhận (F2): chương trình hỏi phiếu đã ra chưa và in tiếp.",
    "en": "Open the reception page (F2): it asks whether they came out, and goes on.",
}
DISK_LEFT: Final[Words] = {"vi": "còn {gb} GB", "en": "{gb} GB left"}
DISK_ADVICE: Final[Words] = {
    "vi": "Xoá bớt tệp ngoài chương trình trên ổ này, hoặc gửi hết việc đang chờ (F5).",
    "en": "Remove files of other programs from this disk, or send what waits (F5).",
}
NO_DRAFTS: Final[Words] = {"vi": "không có", "en": "none"}
SOME_DRAFTS: Final[Words] = {
    "vi": "{count} bản, mở ở danh sách bên",
    "en": "{count} to go on with",
}
READY: Final[Words] = {"vi": "Sẵn sàng: {count}/{count} mục tốt", "en": "Ready: {count} of {count}"}
TO_SEE: Final[Words] = {
    "vi": "{bad} mục cần xem, vẫn làm việc được",
    "en": "{bad} to look at; work goes on",
}
BLOCKED: Final[Words] = {
    "vi": "Đồng hồ sai: chỉnh trước khi tiếp nhận",
    "en": "The clock is wrong: set it before receiving",
}
LOOKING: Final[Words] = {"vi": "Đang kiểm tra", "en": "Checking"}
KINDS: Final[dict[WorkKind, Words]] = {
    WorkKind.REFUSED: {"vi": "Bị trả lại", "en": "Sent back"},
    WorkKind.TO_APPROVE: {"vi": "Chờ duyệt", "en": "To approve"},
    WorkKind.REFUSED_ACT: {"vi": "Không duyệt", "en": "Not approved"},
    WorkKind.APPROVED_ACT: {"vi": "Đã duyệt", "en": "Approved"},
    WorkKind.TWIN: {"vi": "Trùng quầy", "en": "Duplicate"},
    WorkKind.OVERDUE: {"vi": "Quá hạn", "en": "Overdue"},
    WorkKind.MORE_OVERDUE: {"vi": "Quá hạn", "en": "Overdue"},
    WorkKind.DUE_TODAY: {"vi": "Hẹn hôm nay", "en": "Due today"},
    WorkKind.DRAFT: {"vi": "Đang dở", "en": "Draft"},
    WorkKind.TO_SIGN: {"vi": "Chờ ký sao y", "en": "To be signed"},
    WorkKind.TO_SUPPLEMENT: {"vi": "Chờ bổ sung", "en": "Papers awaited"},
}
MORE: Final[Words] = {"vi": "{count} hồ sơ nữa", "en": "{count} more dossiers"}
IN_THE_LIST: Final[Words] = {
    "vi": "Hồ sơ (Ctrl+0), lọc hẹn trả: quá hạn",
    "en": "Dossiers (Ctrl+0), filter: overdue",
}
COPIES: Final[Words] = {"vi": "{count} bản", "en": "{count} copies"}
IN_ONE_GO: Final[Words] = {"vi": "ký cả loạt, một mã PIN", "en": "all with one PIN"}
ACTS_WAIT: Final[Words] = {"vi": "{count} việc", "en": "{count} acts"}
ON_THE_BOARD: Final[Words] = {
    "vi": "xem trước, sau rồi duyệt (Ctrl+T)",
    "en": "see what changes, then decide (Ctrl+T)",
}
SAID_BY: Final[Words] = {"vi": "{act}, {name}: {reason}", "en": "{act}, {name}: {reason}"}
APPROVED_BY: Final[Words] = {"vi": "{act}, {name}", "en": "{act}, {name}"}
OF_TILL: Final[Words] = {"vi": "Quỹ", "en": "Till"}
TO_COLLECT: Final[Words] = {"vi": "Chờ trả", "en": "To collect"}
RECEIVED: Final[Words] = {"vi": "Nhận hôm nay", "en": "Received today"}
NOBODY: Final[Words] = {"vi": "chưa có tên", "en": "nobody named"}
NO_PROCEDURE: Final[Words] = {"vi": "chưa chọn thủ tục", "en": "no procedure chosen"}
