"""Số định danh cá nhân: what the 12 digits of a personal number say (NĐ 70/2024/NĐ-CP).

``PPP G YY NNNNNN``: the province or city of birth registration, the century and sex, the last two
digits of the birth year, six digits of chance. There is no check digit. Numbers outlive borders:
all 63 codes stay valid after the mergers of 01/07/2025.
"""

import re
from dataclasses import dataclass

from station.domain.person import Sex

# fmt: off
PROVINCES: dict[str, str] = {
    "001": "Hà Nội", "002": "Hà Giang", "004": "Cao Bằng", "006": "Bắc Kạn",
    "008": "Tuyên Quang", "010": "Lào Cai", "011": "Điện Biên", "012": "Lai Châu",
    "014": "Sơn La", "015": "Yên Bái", "017": "Hòa Bình", "019": "Thái Nguyên",
    "020": "Lạng Sơn", "022": "Quảng Ninh", "024": "Bắc Giang", "025": "Phú Thọ",
    "026": "Vĩnh Phúc", "027": "Bắc Ninh", "030": "Hải Dương", "031": "Hải Phòng",
    "033": "Hưng Yên", "034": "Thái Bình", "035": "Hà Nam", "036": "Nam Định",
    "037": "Ninh Bình", "038": "Thanh Hóa", "040": "Nghệ An", "042": "Hà Tĩnh",
    "044": "Quảng Bình", "045": "Quảng Trị", "046": "Thừa Thiên Huế", "048": "Đà Nẵng",
    "049": "Quảng Nam", "051": "Quảng Ngãi", "052": "Bình Định", "054": "Phú Yên",
    "056": "Khánh Hòa", "058": "Ninh Thuận", "060": "Bình Thuận", "062": "Kon Tum",
    "064": "Gia Lai", "066": "Đắk Lắk", "067": "Đắk Nông", "068": "Lâm Đồng",
    "070": "Bình Phước", "072": "Tây Ninh", "074": "Bình Dương", "075": "Đồng Nai",
    "077": "Bà Rịa - Vũng Tàu", "079": "Thành phố Hồ Chí Minh", "080": "Long An",
    "082": "Tiền Giang", "083": "Bến Tre", "084": "Trà Vinh", "086": "Vĩnh Long",
    "087": "Đồng Tháp", "089": "An Giang", "091": "Kiên Giang", "092": "Cần Thơ",
    "093": "Hậu Giang", "094": "Sóc Trăng", "095": "Bạc Liêu", "096": "Cà Mau",
}
# fmt: on
"""Codes of the provinces and cities under the centre, as they were when the numbers were given."""

_TWELVE_DIGITS = re.compile(r"[0-9]{12}")


@dataclass(frozen=True, slots=True)
class NumberFacts:
    """What a personal number says about its holder. It proves nothing: warn by it, never block."""

    province: str | None
    """Name of the province or city of birth registration; None when no such code was given out."""
    birth_year: int
    sex: Sex


def read_personal_number(number: str) -> NumberFacts | None:
    """Tell what a number says, or None when it is not 12 ASCII digits."""
    if _TWELVE_DIGITS.fullmatch(number) is None:
        return None
    century_and_sex = int(number[3])
    return NumberFacts(
        province=PROVINCES.get(number[:3]),
        birth_year=1900 + 100 * (century_and_sex // 2) + int(number[4:6]),
        sex=Sex.FEMALE if century_and_sex % 2 else Sex.MALE,
    )
