"""What the settings page says. Free of Qt."""

from typing import Final

from station.words import Words
from ui.desktop.key_choices import KeyFault
from ui.desktop.key_scopes import Scope

PLACES: Final[dict[Scope, Words]] = {
    Scope.EVERYWHERE: {"vi": "mọi nơi", "en": "everywhere"},
    Scope.ELSEWHERE: {"vi": "ngoài tiếp nhận", "en": "not at reception"},
    Scope.RECEPTION: {"vi": "tiếp nhận", "en": "reception"},
    Scope.PAPERS: {"vi": "bảng giấy tờ", "en": "papers"},
    Scope.FEES: {"vi": "khoản thu", "en": "fees"},
    Scope.LIST: {"vi": "hồ sơ", "en": "dossiers"},
    Scope.PREVIEW: {"vi": "xem trước", "en": "preview"},
    Scope.RESULTS: {"vi": "trả kết quả", "en": "results"},
    Scope.HAND_OVER: {"vi": "bàn giao", "en": "hand-over"},
    Scope.TILL: {"vi": "quỹ", "en": "till"},
    Scope.SIGNING: {"vi": "ký sao y", "en": "signing"},
    Scope.CATALOGUE: {"vi": "danh mục", "en": "catalogue"},
    Scope.DEVICES: {"vi": "thiết bị", "en": "devices"},
    Scope.LOG: {"vi": "nhật ký", "en": "log"},
    Scope.SYNC: {"vi": "đồng bộ", "en": "sync"},
    Scope.DOSSIER: {"vi": "một hồ sơ", "en": "one dossier"},
    Scope.SCAN: {"vi": "bàn quét", "en": "scan desk"},
    Scope.PAGES: {"vi": "trang quét", "en": "pages"},
    Scope.HOME: {"vi": "bàn làm việc", "en": "today"},
    Scope.BOARD: {"vi": "điều hành", "en": "board"},
    Scope.TEMPLATES: {"vi": "mẫu giấy", "en": "forms"},
    Scope.ACCOUNTS: {"vi": "người dùng", "en": "users"},
    Scope.SETTINGS: {"vi": "cài đặt", "en": "settings"},
}
FAULTS: Final[dict[KeyFault, Words]] = {
    KeyFault.RESERVED: {
        "vi": "{keys} dành cho bộ gõ, đầu đọc hoặc Windows. Phím cũ vẫn giữ: bấm tổ hợp khác.",
        "en": "{keys} belongs to the input method, readers or the system. The old key stays.",
    },
    KeyFault.TYPES: {
        "vi": "{keys} là phím gõ chữ. Phím cũ vẫn giữ: thêm Ctrl hoặc Alt, hoặc dùng F1–F12.",
        "en": "{keys} types a letter. The old key stays: add Ctrl or Alt, or take F1 to F12.",
    },
    KeyFault.TAKEN: {
        "vi": "{keys} đang dùng cho “{act}”. Phím cũ vẫn giữ: đổi phím kia trước.",
        "en": "{keys} is the key of “{act}”. The old key stays: change the other one first.",
    },
}
CHANGED: Final[Words] = {
    "vi": "“{act}” là {keys} từ lần mở chương trình sau.",
    "en": "“{act}” is {keys} from the next start on.",
}
DELIVERED: Final[Words] = {
    "vi": "Mọi phím như khi cài đặt, từ lần mở chương trình sau.",
    "en": "All keys are as delivered from the next start on.",
}
NEXT_START: Final[Words] = {
    "vi": "Đã ghi. Có hiệu lực từ lần mở chương trình sau.",
    "en": "Kept. It holds from the next start of the program on.",
}
PASSWORD_CHANGED: Final[Words] = {
    "vi": "Đã đổi mật khẩu. Từ giờ đăng nhập, mở khoá bằng mật khẩu mới; việc đang làm giữ nguyên.",
    "en": "The password is changed. Sign in and unlock with the new one; the work stays.",
}
WRONG_PASSWORD: Final[Words] = {"vi": "Sai, còn {left} lần", "en": "Wrong, {left} tries left"}
IS_SCROLLED: Final[Words] = {
    "vi": "Màn hình này đủ chỗ đến {most} %: cỡ lớn hơn thì phần khuất cuộn theo chỗ đang gõ.",
    "en": "This screen has room for {most} %: larger, what is hidden comes with the keys.",
}
