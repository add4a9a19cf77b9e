"""What the page of users says. Free of Qt."""

from typing import Final

from station.ports.officers import Role
from station.words import Words

ROLES: Final[dict[Role, Words]] = {
    Role.COUNTER: {"vi": "Cán bộ quầy", "en": "Counter officer"},
    Role.SUPERVISOR: {"vi": "Trưởng bộ phận", "en": "Supervisor"},
    Role.ADMINISTRATOR: {"vi": "Quản trị", "en": "Administrator"},
    Role.COMMUNE: {"vi": "Xã – tất cả", "en": "Commune, everything"},
}
OPENED: Final[Words] = {
    "vi": "{name} đăng nhập được bằng mã {id}. Đưa riêng mật khẩu ban đầu.",
    "en": "{name} can sign in as {id}. Hand the first password over in private.",
}
CHANGED: Final[Words] = {
    "vi": "Đã ghi {name} ({id}). Vai trò mới có từ lần đăng nhập sau.",
    "en": "{name} ({id}) is kept. A new role holds from the next sign-in on.",
}
CLOSED: Final[Words] = {
    "vi": "{name} ({id}) không đăng nhập được nữa. Việc đã làm vẫn mang tên người này.",
    "en": "{name} ({id}) can sign in no more. What they did stays under their name.",
}
