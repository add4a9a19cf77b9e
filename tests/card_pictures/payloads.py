"""Texts of the QR codes of invented people's cards."""

from random import Random

_FAMILIES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Đoàn",
    "Trịnh",
    "Ksor",
]
_MIDDLES = {
    "Nữ": [
        "Thị",
        "Ngọc",
        "Thùy",
        "Diệu",
        "Khánh",
        "Mỹ",
        "Tường",
        "Hải",
        "H'",
    ],
    "Nam": [
        "Văn",
        "Hữu",
        "Đức",
        "Quốc",
        "Mạnh",
        "Công",
        "Xuân",
        "Đình",
        "Trọng",
        "Y",
    ],
}
_GIVEN = {
    "Nữ": [
        "Hà",
        "Hường",
        "Liễu",
        "Yến",
        "Quỳnh",
        "Trầm",
        "Uyên",
        "Ngân",
        "Hạnh",
        "Oanh",
        "Thủy",
        "Nhạn",
        "Phượng",
        "Cẩm",
        "Ưng",
    ],
    "Nam": [
        "Hưng",
        "Dũng",
        "Tuấn",
        "Cường",
        "Thắng",
        "Nghĩa",
        "Việt",
        "Trường",
        "Hoàn",
        "Quyền",
        "Sỹ",
        "Lâm",
        "Ước",
        "Điệp",
        "Thạch",
    ],
}
_STREETS = (
    "Tổ 7",
    "Thôn Hạ Kỳ",
    "Số 118/2A Đường Phạm Ngũ Lão",
    "Ấp Vĩnh Phước",
    "Xóm Chùa",
    "Buôn Kơ Sia",
    "Căn hộ 2103, Tòa S2.05, Khu đô thị Vinhomes Ocean Park",
    "Tổ dân phố Mỹ Lộc",
)
_PLACES = (
    "Phường Hai Bà Trưng, Phủ Lý, Hà Nam",
    "Xã Yên Thọ, Ý Yên, Nam Định",
    "Phường Ninh Khánh, Ninh Bình",
    "Thị trấn Liên Sơn, Lắk, Đắk Lắk",
    "Xã Vĩnh Hậu, Hòa Bình, Bạc Liêu",
    "Phường 13, Quận Bình Thạnh, Thành phố Hồ Chí Minh",
    "Xã Mường Phăng, Điện Biên",
)
_PROVINCES = [
    "001",
    "026",
    "035",
    "036",
    "037",
    "040",
    "066",
    "079",
    "095",
]


def a_payload(chance: Random) -> str:
    """Invent a person: seven fields of a card of 2021, or eleven of one of 2024."""
    sex = chance.choice(("Nam", "Nữ"))
    year = chance.randint(1940, 2009)
    century = (year - 1900) // 100 * 2 + (sex == "Nữ")
    number = f"{chance.choice(_PROVINCES)}{century}{year % 100:02}{chance.randrange(10**6):06}"
    old = "" if chance.random() < 0.3 else f"{chance.randint(10**8, 4 * 10**8)}"
    name = " ".join(
        (chance.choice(_FAMILIES), chance.choice(_MIDDLES[sex]), chance.choice(_GIVEN[sex]))
    )
    born = f"{chance.randint(1, 28):02}{chance.randint(1, 12):02}{year}"
    address = f"{chance.choice(_STREETS)}, {chance.choice(_PLACES)}"
    issued = f"{chance.randint(1, 28):02}{chance.randint(1, 12):02}{chance.randint(2021, 2026)}"
    fields = [number, old, name, born, sex, address, issued]
    return "|".join(fields + [""] * 4 * (chance.random() < 0.4))
