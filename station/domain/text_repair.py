"""Undo what readers do to Vietnamese: UTF-8 bytes shown as the letters of another code page.

A reader or a decoder that guesses the code page wrongly turns "Lý Minh Tâm" into "LÃ½ Minh TÃ¢m".
Nothing is lost, so the bytes can be found again. A repair counts only when it gives valid UTF-8
*and* nothing but Vietnamese; text that already is Vietnamese is never touched, however unusual.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LOWER = {
    "đ",
    *(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES),
}
_OTHER_PEOPLES = {*"ŏŎŭŬĭĬčČñÑƀɃğĞ", "\u0306"}
"""Letters of Ê-đê, Ba-na, Gia-rai, Cơ-ho: names of people and villages are written with them.

The breve also stands alone over "ư", "ơ", "ê", for which there are no composed letters.
"""
_PUNCTUATION = set("–—‘’“”…·°²³×")
_EXPECTED = _LOWER | {letter.upper() for letter in _LOWER} | _OTHER_PEOPLES | _PUNCTUATION
_ROUNDS = 2
"""A text may have been garbled twice: once by the reader, once by the program behind it."""

_WESTERN = {
    letter: code for code in range(128, 160) if (letter := bytes([code]).decode("cp1252", "ignore"))
}
_LOST_NBSP = re.compile(rb"(\xc3|\xc6|\xe1\xba|\xe1\xbb) ")
_GARBLED_PAIR = re.compile("Ã[–—‘’“”…·°²³]")
"""Each half may stand in Vietnamese text, but "Ã²" is "ò" and "Ã“" is "Ó" in Windows-1252."""
_LOST_LETTER = re.compile(r"[?\ufffd\u25a1]")
_TYPED_TWICE = re.compile(r"a[ăâ]|[ăâ]a|eê|êe|o[ôơ]|[ôơ]o|uư|ưư|dđ|đ[dđ]|([aeouyăâêôơưđ])\1\1")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Repair:
    """Text after an attempt to repair it."""

    text: str
    code_page: str | None
    """The code page the bytes had been taken for; None when nothing was changed."""
    cut: bool = False
    """The last letter was not whole, and was dropped."""


def repair(text: str) -> Repair:
    """Give the Vietnamese behind garbled text, or the text as it is.

    Args:
        text: as it arrived, before any normalisation: control characters and no-break spaces
            are bytes of the letters that went wrong.
    """
    if looks_vietnamese(text):
        return Repair(text, None)
    current = text
    for _ in range(_ROUNDS):
        step = _reread(current)
        if step is None:
            break
        if looks_vietnamese(step.text):
            return step
        current = step.text
    return Repair(text, None)


def looks_vietnamese(text: str) -> bool:
    """Tell whether no letter stands in it that Vietnamese text cannot hold."""
    if text.isascii():
        return True
    composed = unicodedata.normalize("NFC", text.lstrip("\ufeff"))
    return _GARBLED_PAIR.search(composed) is None and all(
        letter.isascii() or letter in _EXPECTED for letter in composed
    )


def _reread(text: str) -> Repair | None:
    """Take the letters for bytes by each code page, and read these as UTF-8.

    The first reading that is Vietnamese wins; else the first that is UTF-8 at all.
    """
    fallback = None
    for code_page, to_bytes in _CODE_PAGES.items():
        raw = to_bytes(text)
        if raw is None:
            continue
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            reread = decoder.decode(raw)
        except UnicodeDecodeError:
            continue
        if reread.isascii():
            continue  # nothing was gained: the strange letters were a cut one, or none
        found = Repair(reread, code_page, cut=bool(decoder.getstate()[0]))
        if looks_vietnamese(reread):
            return found
        fallback = fallback or found
    return fallback


def _western(text: str) -> bytes | None:
    """Turn Windows-1252 or Latin-1 letters back into bytes.

    Windows-1252 has no letters for 81 8D 8F 90 9D, which every "Đ", "ờ" and "ỏ" needs: those
    arrive as the control characters of Latin-1, or, from a terminal, as lone surrogates.
    """
    raw = bytearray()
    for letter in text:
        code = ord(letter)
        if code < 256:
            raw.append(code)
        elif 0xDC80 <= code <= 0xDCFF:
            raw.append(code - 0xDC00)
        elif letter in _WESTERN:
            raw.append(_WESTERN[letter])
        else:
            return None
    # "à" ends in a no-break space, which many programs turn into a common one
    return _LOST_NBSP.sub(lambda found: found[1] + b"\xa0", bytes(raw))


def _by_codec(name: str) -> Callable[[str], bytes | None]:
    def to_bytes(text: str) -> bytes | None:
        try:
            return text.encode(name)
        except UnicodeEncodeError:
            return None

    return to_bytes


_CODE_PAGES: dict[str, Callable[[str], bytes | None]] = {
    "windows-1252": _western,
    "shift-jis": _by_codec("cp932"),
    "big5": _by_codec("cp950"),
    "big5-hkscs": _by_codec("big5hkscs"),
}


def is_damaged(text: str) -> bool:
    """Tell whether letters were replaced ("Nguy?n V?n An") or are still garbled."""
    return _LOST_LETTER.search(text) is not None or not looks_vietnamese(text)


def is_typed_through_input_method(text: str) -> bool:
    """Tell whether a Telex or VNI input method composed letters again: "Nguyeễn", "Dđức".

    It looks for pairs of letters that no Vietnamese word has, and for two tones in one word.
    """
    for word in _WORD.findall(unicodedata.normalize("NFC", text).lower()):
        toneless, tones = _without_tones(word)
        if tones > 1 or _TYPED_TWICE.search(toneless):
            return True
    return False


def _without_tones(word: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", word)
    tones = sum(letter in _TONES for letter in decomposed)
    kept = "".join(letter for letter in decomposed if letter not in _TONES)
    return unicodedata.normalize("NFC", kept), tones


def is_case_swapped(text: str) -> bool:
    """Tell whether Caps Lock turned the letters around: "nGUYỄN vĂN aN"."""
    words = [word for word in text.split() if len(word) > 1 and word.isalpha()]
    return bool(words) and all(word[0].islower() and word[1:].isupper() for word in words)
