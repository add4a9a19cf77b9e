"""The words of the catalogue page, in both languages. Free of Qt."""

from typing import Final

from station.catalogue.pack import PackStatus
from station.words import Words

KINDS: Final[dict[PackStatus, Words]] = {
    PackStatus.OFFICIAL: {"vi": "chính thức", "en": "official"},
    PackStatus.SAMPLE: {"vi": "mẫu, để tập", "en": "sample, for practice"},
    PackStatus.REFERENCE: {"vi": "chỉ có tên", "en": "names only"},
    PackStatus.LOCAL: {"vi": "tại đơn vị", "en": "local correction"},
}
UNSIGNED: Final[Words] = {"vi": "chưa ký số", "en": "not signed"}
SIGNED: Final[Words] = {"vi": "ký số: {name}", "en": "signed: {name}"}
PROVINCE: Final[Words] = {"vi": "tỉnh", "en": "the province"}
UNKNOWN: Final[Words] = {"vi": "khoá không còn tin cậy", "en": "a key no longer trusted"}
SINCE: Final[Words] = {"vi": "từ {first}", "en": "from {first}"}
FROM_TO: Final[Words] = {"vi": "{first} đến {last}", "en": "{first} to {last}"}
OLD: Final[Words] = {"vi": "bản đã {days} ngày", "en": "{days} days old"}
REPLACED: Final[Words] = {"vi": "đã có bản mới", "en": "replaced"}
ENDED: Final[Words] = {"vi": "đã hết hạn", "en": "has ended"}
COMING: Final[Words] = {"vi": "chưa đến ngày: {first}", "en": "not yet: {first}"}
COUNTS: Final[Words] = {
    "vi": "Thêm {added} · bỏ {removed} · đổi {changed}",
    "en": "{added} added · {removed} removed · {changed} changed",
}
NOTHING: Final[Words] = {"vi": "Không đổi thủ tục nào", "en": "No procedure changes"}
CHOOSE: Final[Words] = {
    "vi": "Mở một tệp danh mục để xem nó đổi gì.",
    "en": "Open a catalogue file to see what it changes.",
}
NOT_ALLOWED: Final[Words] = {
    "vi": "Trưởng bộ phận hoặc quản trị đưa vào sử dụng.",
    "en": "A supervisor or the administrator puts it in force.",
}
HERE_ALREADY: Final[Words] = {
    "vi": "Bản này đã có, không thay đổi gì.",
    "en": "This version is here already; nothing changes.",
}
NOT_ADMITTED: Final[Words] = {
    "vi": "Chưa ký số: chỉ quản trị đưa vào sử dụng.",
    "en": "Not signed: only the administrator puts it in force.",
}
WANTS_REASON: Final[Words] = {
    "vi": "Chưa ký số: quản trị ghi lý do cho dùng.",
    "en": "Not signed: the administrator says why it may be used.",
}
READY: Final[Words] = {
    "vi": "Xem kỹ các thay đổi, rồi đưa vào sử dụng.",
    "en": "Look at the changes, then put it in force.",
}
KEPT: Final[Words] = {
    "vi": "Hồ sơ đã nhận giữ bản cũ.",
    "en": "Dossiers keep their version.",
}
DONE: Final[Words] = {
    "vi": "Đã đưa {label} vào sử dụng, {holds}.",
    "en": "{label} is in force, {holds}.",
}
SIGNERS: Final[Words] = {
    "vi": "Nhận gói ký bằng khoá trong bảng này, {count} khoá.",
    "en": "Packs signed with a key of this table are taken; keys: {count}.",
}
NO_SIGNER: Final[Words] = {
    "vi": "Chưa có khoá nào: mọi gói đều là chưa ký số.",
    "en": "There is no key yet: every pack counts as unsigned.",
}
MAY_NOT_TRUST: Final[Words] = {
    "vi": "Quản trị thêm, thu hồi khoá.",
    "en": "The administrator adds and retires keys.",
}
PROVINCE_KEY: Final[Words] = {"vi": "Hệ thống của tỉnh", "en": "The province's system"}
ENROLLED: Final[Words] = {"vi": "theo ghi danh", "en": "by enrolment"}
KEY_LACKS: Final[Words] = {
    "vi": "Khoá có {all} chữ số 0–9, a–f, không có gì khác; đã gõ {digits}.",
    "en": "A key has {all} digits 0–9, a–f and nothing else; {digits} typed.",
}
TRUSTED: Final[Words] = {
    "vi": "Từ nay nhận gói ký bằng khoá {begins}… của {name}.",
    "en": "Packs signed with {begins}… of {name} are taken from now on.",
}
DISTRUSTED: Final[Words] = {
    "vi": "Thôi nhận gói ký bằng khoá {begins}… của {name}. Bản đang dùng vẫn giữ.",
    "en": "Packs signed with {begins}… of {name} are taken no more. What is in force stays.",
}
