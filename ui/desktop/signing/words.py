"""What the signing page says. Free of Qt."""

from typing import Final

from station.words import Words

WAITS: Final[Words] = {"vi": "chờ ký", "en": "to sign"}
LEFT: Final[Words] = {"vi": "để lại", "en": "left out"}
SIGNING: Final[Words] = {"vi": "đang ký", "en": "signing"}
STAMPING: Final[Words] = {"vi": "đang lấy dấu", "en": "stamping"}
SIGNED: Final[Words] = {"vi": "đã ký", "en": "signed"}
STAMPED: Final[Words] = {"vi": "đủ dấu thời gian", "en": "stamped"}
UNSTAMPED: Final[Words] = {"vi": "chưa có dấu thời gian", "en": "no time stamp"}
FAILED: Final[Words] = {"vi": "không ký được", "en": "not signable"}

SUMMARY: Final[Words] = {
    "vi": "{copies} bản của {dossiers} hồ sơ chờ ký",
    "en": "{copies} copies of {dossiers} dossiers to be signed",
}
UNSTAMPED_COUNT: Final[Words] = {
    "vi": "{copies} bản đã ký chưa có dấu thời gian",
    "en": "signed, no time stamp yet: {copies}",
}
ONLY_TOKEN: Final[Words] = {"vi": "token duy nhất đang cắm", "en": "the only token plugged in"}
STAMPS: Final[Words] = {
    "vi": "Dấu thời gian: có mạng thì thêm ngay; mất mạng thì ký trước, thêm sau.",
    "en": "Time stamps: at once with a line; without one copies are signed now, stamped later.",
}
NO_STAMPS: Final[Words] = {
    "vi": "Chưa khai máy chủ dấu thời gian: bản ký chưa có dấu thời gian.",
    "en": "No time stamp server is set up: copies stay without a time stamp.",
}
NOT_ALLOWED: Final[Words] = {
    "vi": "Vai trò này không ký bản sao y. Hồ sơ không phải chờ chữ ký.",
    "en": "This role does not sign copies. Dossiers need not wait for it.",
}
READY: Final[Words] = {
    "vi": "{copies} bản sẽ được ký bằng một mã PIN.",
    "en": "{copies} copies are signed with one PIN.",
}
NONE_TICKED: Final[Words] = {
    "vi": "Mọi bản đều để lại.",
    "en": "Every copy is left out.",
}
STAMPS_WAIT: Final[Words] = {
    "vi": "Chỉ còn dấu thời gian; không cần token.",
    "en": "Only time stamps are missing; no token is needed.",
}
STAYS: Final[Words] = {
    "vi": "Bản chụp gốc vẫn giữ.",
    "en": "The digitised copies themselves stay.",
}
OPENING: Final[Words] = {"vi": "Đang mở token…", "en": "Opening the token…"}
PROGRESS: Final[Words] = {"vi": "Đã ký {done}/{all} bản.", "en": "{done} of {all} signed."}
STAMP_PROGRESS: Final[Words] = {
    "vi": "Đã thêm {done}/{all} dấu thời gian.",
    "en": "{done} of {all} stamped.",
}
STOPPING: Final[Words] = {
    "vi": "Dừng sau bản đang ký…",
    "en": "Stopping after this copy…",
}
GO_ON: Final[Words] = {
    "vi": "Có thể sang trang khác làm việc; việc ký vẫn chạy.",
    "en": "You may go on with something else meanwhile.",
}
DONE: Final[Words] = {
    "vi": "{signer} đã ký {copies} bản.",
    "en": "{signer} signed {copies} copies.",
}
DONE_UNSTAMPED: Final[Words] = {
    "vi": "{copies} bản chưa có dấu thời gian: thêm khi có mạng ({key}).",
    "en": "{copies} have no time stamp yet: add it when there is a line ({key}).",
}
DONE_FAILED: Final[Words] = {
    "vi": "{copies} bản không ký được, vẫn nằm trong danh sách.",
    "en": "{copies} could not be signed and stay in the list.",
}
STAMPS_DONE: Final[Words] = {
    "vi": "Đã thêm dấu thời gian cho {copies} bản.",
    "en": "{copies} copies got their time stamp.",
}
REST: Final[Words] = {
    "vi": "Còn {copies} bản chờ, không mất gì.",
    "en": "{copies} go on waiting; nothing is lost.",
}
