"""What the supervisor's board says. Free of Qt."""

from typing import Final

from station.words import Words

TITLE: Final[Words] = {"vi": "Bảng điều hành ngày {day}", "en": "Board of {day}"}
AT: Final[Words] = {"vi": "Số liệu lúc {time}, cả bộ phận", "en": "As of {time}, whole centre"}
RECEIVED: Final[Words] = {"vi": "Nhận hôm nay", "en": "Received today"}
DUE_TODAY: Final[Words] = {"vi": "Còn hẹn hôm nay", "en": "Still due today"}
OVERDUE: Final[Words] = {"vi": "Quá hạn", "en": "Overdue"}
TO_SUPPLEMENT: Final[Words] = {"vi": "Chờ bổ sung", "en": "Papers awaited"}
UNSENT: Final[Words] = {"vi": "Chưa gửi quá 24 giờ", "en": "Unsent for 24 h"}
UNCOLLECTED: Final[Words] = {"vi": "Kết quả quá 10 ngày", "en": "Uncollected 10 days"}
IN_TIME: Final[Words] = {"vi": "Đúng hạn tháng này", "en": "In time this month"}
CONTENT: Final[Words] = {"vi": "Hài lòng ({count} lượt)", "en": "Content ({count} said)"}
TRAINING: Final[Words] = {"vi": "TẬP HUẤN", "en": "TRAINING"}
HOUR: Final[Words] = {"vi": "Giờ", "en": "Hour"}
DIRECT: Final[Words] = {"vi": "Trực tiếp", "en": "At counter"}
OTHER: Final[Words] = {"vi": "Khác", "en": "Other"}
DAY: Final[Words] = {"vi": "Ngày", "en": "Day"}
WITH_AGENCY: Final[Words] = {"vi": "Cơ quan", "en": "Agency"}
AT_COUNTER: Final[Words] = {"vi": "Tại quầy", "en": "Counter"}
NOTHING_RECEIVED: Final[Words] = {
    "vi": "Hôm nay chưa tiếp nhận hồ sơ nào",
    "en": "Nothing received yet today",
}
NOTHING_DUE: Final[Words] = {
    "vi": "Bảy ngày tới không có hồ sơ nào đến hạn",
    "en": "Nothing is due in the next seven days",
}
NOTHING_ENDED: Final[Words] = {
    "vi": "Tháng này chưa có kết quả nào",
    "en": "No results yet this month",
}
ALL: Final[Words] = {"vi": "Tất cả", "en": "All"}
AGENCY: Final[Words] = {"vi": "Cơ quan", "en": "Agency"}
DONE: Final[Words] = {"vi": "Xong", "en": "Done"}
LATE: Final[Words] = {"vi": "Trễ", "en": "Late"}
SHARE: Final[Words] = {"vi": "Đúng hạn", "en": "In time"}
WEEKDAYS: Final[dict[str, tuple[str, ...]]] = {
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    "en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
}
ASKED: Final[Words] = {
    "vi": "{name} gửi lúc {at}. Lý do: {reason}",
    "en": "Left by {name} at {at}. Reason: {reason}",
}
ABOUT: Final[Words] = {"vi": "{act} · {code} · {who}", "en": "{act} · {code} · {who}"}
AT_TILL: Final[Words] = {"vi": "Quỹ", "en": "Till"}
OWN: Final[Words] = {
    "vi": "Việc của chính mình: người khác có thẩm quyền duyệt; mình chỉ rút lại được.",
    "en": "Your own act: somebody else of rank approves it; you can take it back.",
}
NO_RANK: Final[Words] = {
    "vi": "Trưởng bộ phận hoặc quản trị đăng nhập rồi duyệt ở đây.",
    "en": "A supervisor or an administrator signs in and decides here.",
}
APPROVED: Final[Words] = {
    "vi": "Đã duyệt {act} của {name}{about}. Người gửi được báo.",
    "en": "Approved: {act} by {name}{about}. Who asked is told.",
}
REFUSED: Final[Words] = {
    "vi": "Không duyệt: không có gì thay đổi, người gửi được báo lý do.",
    "en": "Not approved: nothing changed, and who asked is told why.",
}
TAKEN_BACK: Final[Words] = {
    "vi": "Đã rút lại: không có gì thay đổi.",
    "en": "Taken back: nothing changed.",
}
NOT_SENT: Final[Words] = {"vi": "Chưa gửi", "en": "Not sent"}
IS_TWIN: Final[Words] = {"vi": "Trùng quầy", "en": "Duplicate"}
WAITS: Final[Words] = {"vi": "Chưa đến lấy", "en": "Not collected"}
STEPS_TITLE: Final[Words] = {
    "vi": "Thời gian các bước tiếp nhận",
    "en": "Time of the steps of a reception",
}
STEPS_SAID: Final[Words] = {
    "vi": "Trung vị (phút:giây) của {recent} lượt trong {days} ngày và {whole} lượt trong "
    "{all_days} ngày, tính lúc hồ sơ đang mở và có người nhập. Không ghi ai làm, quầy nào, hồ sơ "
    "nào, giờ nào.",
    "en": "Medians (minutes:seconds) of {recent} receptions in {days} days and {whole} in "
    "{all_days}, of the time when a draft is open and worked on. Who did it, at which counter, "
    "which dossier, at what hour: none of it is kept.",
}
TOO_FEW: Final[Words] = {
    "vi": "“–”: chưa đủ số liệu, cần {receptions} lượt trở lên, do ít nhất {officers} cán bộ nhận.",
    "en": "“–”: not enough yet; it takes {receptions} receptions, by {officers} officers or more.",
}
NOT_ENOUGH: Final[Words] = {"vi": "chưa đủ số liệu", "en": "not enough yet"}
STEP: Final[Words] = {"vi": "Bước", "en": "Step"}
STEP_PERSON: Final[Words] = {"vi": "Người nộp", "en": "Applicant"}
STEP_PROCEDURE: Final[Words] = {"vi": "Thủ tục", "en": "Procedure"}
STEP_PAPERS: Final[Words] = {"vi": "Giấy tờ", "en": "Papers"}
STEP_MONEY: Final[Words] = {"vi": "Phí, lệ phí", "en": "Fees"}
STEP_ACCEPTANCE: Final[Words] = {"vi": "Soát lại, nhận", "en": "Last look"}
WHOLE: Final[Words] = {"vi": "Cả lượt", "en": "In all"}
LAST_DAYS: Final[Words] = {"vi": "{days} ngày", "en": "{days} days"}
LONGEST: Final[Words] = {
    "vi": "Thủ tục tiếp nhận lâu nhất, {days} ngày",
    "en": "Longest to receive, {days} days",
}
PROCEDURE: Final[Words] = {"vi": "Thủ tục", "en": "Procedure"}
COSTLY: Final[Words] = {"vi": "Bước lâu nhất", "en": "Longest step"}
NO_PROCEDURE: Final[Words] = {
    "vi": "Chưa thủ tục nào đủ số liệu",
    "en": "No procedure has enough yet",
}
SECONDS: Final[Words] = {"vi": "{seconds} giây", "en": "{seconds} s"}
MINUTES_SECONDS: Final[Words] = {
    "vi": "{minutes} phút {seconds} giây",
    "en": "{minutes} min {seconds} s",
}
FILE: Final = "bang-dieu-hanh"
