"""What is known of a card's text before it is read: which bytes follow which.

Twelve digits come first; names and places are written in a few of the 256 bytes, in few orders.
That does not tell what stands on a card, but it says of a doubtful bit which value is the likelier.
What is read with its help must pass the same Reed–Solomon check as ever, which knows no texts.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

_NAMES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trịnh Đoàn "
    "Lương Tô Cao Châu Chu Hà Lâm Tạ Thái Phùng Thị Văn Ngọc Thu Kim Hữu Đức Quốc Minh Thanh Xuân "
    "Đình Quang Thành Hồng Phương Bích Gia Bảo Anh Tuấn Hùng Dũng Cường Thắng Nghĩa Việt Trường "
    "Hoàn Quyền Sơn Khoa Hương Lan Hằng Yến Nga Thảo Quỳnh Trâm Uyên Ngân Hạnh Oanh Thúy Nhung "
    "Phượng Hoa Linh Trang Vy Bình Hải Long Nam Phúc Tâm Thủy Tùng Vinh Đạt Hiếu Kiên"
)
_PLACES = (
    "Hà Nội, Hà Giang, Cao Bằng, Bắc Kạn, Tuyên Quang, Lào Cai, Điện Biên, Lai Châu, Sơn La, "
    "Yên Bái, Hòa Bình, Thái Nguyên, Lạng Sơn, Quảng Ninh, Bắc Giang, Phú Thọ, Vĩnh Phúc, Bắc "
    "Ninh, Hải Dương, Hải Phòng, Hưng Yên, Thái Bình, Hà Nam, Nam Định, Ninh Bình, Thanh Hóa, "
    "Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị, Thừa Thiên Huế, Đà Nẵng, Quảng Nam, Quảng Ngãi, "
    "Bình Định, Phú Yên, Khánh Hòa, Ninh Thuận, Bình Thuận, Kon Tum, Gia Lai, Đắk Lắk, Đắk "
    "Nông, Lâm Đồng, Bình Phước, Tây Ninh, Bình Dương, Đồng Nai, Bà Rịa - Vũng Tàu, Thành phố "
    "Hồ Chí Minh, Long An, Tiền Giang, Bến Tre, Trà Vinh, Vĩnh Long, Đồng Tháp, An Giang, Kiên "
    "Giang, Cần Thơ, Hậu Giang, Sóc Trăng, Bạc Liêu, Cà Mau, Phường 7, Xã Tân Phú, Thị trấn, "
    "Thị xã, Huyện Châu Thành, Quận 1, Thành phố, Đường Trần Phú, Tổ 5, Thôn Đông, Ấp Tân Hòa, "
    "Khu phố 3, Buôn, Xóm 9, Bản, Khu đô thị, Tổ dân phố 12, Số 27/4, Căn hộ 805, Tòa nhà, Ngõ "
    "2, Hẻm, Làng"
)
_OF_DIGITS, _OF_FIELDS = 40.0, 40.0
"""How often digits and field borders are counted, beside the words."""
_SMOOTHING = 5.0
"""Bytes that are counted after each byte without having been seen there."""
_NUMBER = 12
_UNLIKELY = 1e-3
"""Chance of a byte where the format of cards has another. Not 0: there are other codes."""
_FAINTEST = np.exp(-40).astype(np.float32)
_MOST = 9.0
"""Nats of a posterior."""

_Bits = NDArray[np.float32]
_BITS = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1).astype(np.float32)
_DIGITS, _BAR = slice(ord("0"), ord("9") + 1), ord("|")


def with_expected_text(bits: _Bits) -> _Bits:
    """Judge the bits of a text anew: as they were read, and as texts of cards are.

    Args:
        bits: bytes × 8, log odds of 1 in nats.

    Returns:
        The same, with what is expected.
    """
    evidence = bits @ _BITS.T - np.logaddexp(0, bits).sum(axis=1, keepdims=True)
    likely = np.exp(evidence - evidence.max(axis=1, keepdims=True)).astype(np.float32)
    likely = np.maximum(likely, _FAINTEST)
    likely[:_NUMBER] *= _only(ord("0"), ord("9"))
    likely[_NUMBER : _NUMBER + 1] *= _only(_BAR, _BAR)
    follows = _follows()
    forwards, backwards = np.empty_like(likely), np.empty_like(likely)
    belief = np.full(256, 1 / 256, np.float32)
    for place, one in enumerate(likely):
        belief = (belief @ follows if place else belief) * one
        belief = belief / belief.sum()
        forwards[place] = belief
    belief = np.ones(256, np.float32)
    for place in range(len(likely) - 1, -1, -1):
        backwards[place] = belief
        belief = follows @ (belief * likely[place])
        belief = belief / belief.sum()
    chance = forwards * backwards
    ones = (chance / chance.sum(axis=1, keepdims=True)) @ _BITS
    odds = np.log(np.maximum(ones, _FAINTEST)) - np.log(np.maximum(1 - ones, _FAINTEST))
    limited: _Bits = np.clip(odds, -_MOST, _MOST).astype(np.float32)
    return limited


@cache
def _only(first: int, last: int) -> NDArray[np.float32]:
    chance = np.full(256, _UNLIKELY, np.float32)
    chance[first : last + 1] = 1
    return chance


@cache
def _follows() -> NDArray[np.float32]:
    """256 × 256: how likely each byte is after each byte."""
    counts = np.zeros((256, 256), np.float64)
    names = f"|{_NAMES}|{_NAMES.upper()}|"
    for text, times in ((names, 1), (names.replace(" ", "|"), 0.5), (f"|{_PLACES}|", 1)):
        written = np.frombuffer(text.encode(), np.uint8)
        np.add.at(counts, (written[:-1], written[1:]), times)
    counts[_DIGITS, _DIGITS] += _OF_DIGITS / 10
    counts[_DIGITS, _BAR] += _OF_FIELDS / 10
    counts[_BAR, _DIGITS] += _OF_FIELDS / 10
    counts[_BAR, _BAR] += _OF_FIELDS / 10
    for sex in ("|Nam|", "|Nữ|"):
        written = np.frombuffer(sex.encode(), np.uint8)
        np.add.at(counts, (written[:-1], written[1:]), _OF_FIELDS / 4)
    usual = counts.sum(axis=0)
    common = np.where(usual > 0, 1, _UNLIKELY)
    common[0x20:0x7F] = common[0x80:0xC0] = 1
    counts += _SMOOTHING * (0.5 * usual / usual.sum() + 0.5 * common / common.sum())
    chances: NDArray[np.float32] = (counts / counts.sum(axis=1, keepdims=True)).astype(np.float32)
    return chances
