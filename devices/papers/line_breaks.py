"""Where Vietnamese lines may break, whatever font and unit they are set in."""

import re
from functools import lru_cache

NO_BREAK = "\u00a0"
_GLUED = (
    (
        re.compile(
            r"(\d) (giờ|phút|ngày|bộ|bản|trang|tháng|năm|loại|chính|chứng|photo|đ\b|đồng|m²|ha\b)",
        ),
        rf"\1{NO_BREAK}\2",
    ),
    (re.compile(r"(\d.giờ) (\d)"), rf"\1{NO_BREAK}\2"),
    (
        re.compile(
            r"\b([Nn]gày|[Qq]uầy|Điều|[Tt]hứ|[Ss]ố|tháng|năm|phút,) (\d|Hai|Ba|Tư|Năm|Sáu|Bảy)"
        ),
        rf"\1{NO_BREAK}\2",
    ),
)
_AFTER_AT = re.compile(r"(?<=@)")
_BREAKABLE_AFTER = re.compile(r"(?<=[-/.@,_;:])")


@lru_cache(maxsize=400)
def glue(text: str) -> str:
    """Hold together what reads badly apart: a number and its unit, "thứ Ba", "ngày 08"."""
    for pattern, replacement in _GLUED:
        text = pattern.sub(replacement, text)
    return text


def unbroken(text: str) -> str:
    """Keep a whole text on one line."""
    return text.replace(" ", NO_BREAK)


def pieces(word: str) -> list[str]:
    """Part a word that is wider than a line at the marks after which it may break.

    An address of e-mail breaks after its ``@`` only, as long as that helps; see ``smaller_pieces``.
    """
    marks = _AFTER_AT if "@" in word else _BREAKABLE_AFTER
    return [piece for piece in marks.split(word) if piece]


def smaller_pieces(piece: str) -> list[str]:
    """Part a piece that is still wider than a line."""
    return [part for part in _BREAKABLE_AFTER.split(piece) if part]
