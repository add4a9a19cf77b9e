"""Texts and pictures that nobody made on purpose: an answer every time, and soon.

``make fuzz`` runs a million texts and twenty thousand pictures; ``make test`` a few of each.
"""

import io
import os
import sys
from collections.abc import Callable
from random import Random

import numpy as np
import pytest
from PIL import Image

from devices.id_readers.picture import read_id_card
from devices.samples.id_card import PAYLOAD
from station.codec import to_plain
from station.domain.code_text import MAX_TEXT
from station.domain.id_card import IdTextError
from station.domain.id_text import parse_id_text
from station.errors import StationError
from tests.card_pictures.payloads import a_payload
from tests.devices.qr.symbols import modules_of, photographed

TEXTS = int(os.environ.get("FUZZ_TEXTS", "3000"))
PICTURES = int(os.environ.get("FUZZ_PICTURES", "25"))
SEED = int(os.environ.get("FUZZ_SEED", "4"))
_MEMORY_GROWTH = 400_000_000
"""Bytes. What a long run may need beyond what the first pictures needed."""
_STRANGE = "\0\x1b\u202e\u200f\ufeff\ud800|~\t\n\r\u0301\u0306?\ufffd<ÃƒáºĐ漢ﾃ0٣🂠"

Change = Callable[[str, Random], str]


def _put(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_STRANGE) * chance.choice((1, 1, 2, 300)) + text[at:]


def _cut(text: str, chance: Random) -> str:
    first, last = sorted(chance.randint(0, len(text)) for _ in range(2))
    return text[:first] + text[last:]


def _again(text: str, chance: Random) -> str:
    first, last = sorted(chance.randint(0, len(text)) for _ in range(2))
    return text[:last] + text[first:]


def _garbled(text: str, chance: Random) -> str:
    page = chance.choice(("latin-1", "cp1252", "cp932", "cp950", "big5hkscs", "cp1258", "utf-16"))
    return text.encode("utf-8", "replace").decode(page, "replace")


def _recased(text: str, chance: Random) -> str:
    return chance.choice((str.upper, str.lower, str.swapcase))(text)


_CHANGES: tuple[Change, ...] = (_put, _put, _cut, _again, _garbled, _recased)
_ZONE = (
    "IDVNM0990012344035099001234<<89903056M3903054VNM<<<<<<<<<<<8NGUYEN<<VAN<AN" + 16 * "<",
    "P<VNMNGUYEN<<VAN<AN".ljust(44, "<") + "C1234567<4VNM9903056M3003054035099001234<<14",
)


def test_any_text_is_a_card_that_can_be_stored_or_no_card() -> None:
    chance = Random(SEED)
    for _ in range(TEXTS):
        text = chance.choice(_ZONE) if chance.random() < 0.1 else a_payload(chance)
        for _ in range(chance.randint(1, 4)):
            text = chance.choice(_CHANGES)(text, chance)
        try:
            card = parse_id_text(text)
        except IdTextError:
            continue
        plain = to_plain(card)
        written = repr(plain).encode("utf-8")  # no lone surrogates
        assert len(written) < 20 * MAX_TEXT
        assert set(card.sources) <= set(plain)
        for name in card.sources:
            assert plain[name] is not None


def _base_pictures() -> list[bytes]:
    corners = np.array([(40, 36), (250, 50), (240, 262), (30, 250)], np.float64)
    pixels = photographed(modules_of(PAYLOAD, version=10, level="L"), corners)
    seen, deep = Image.fromarray(pixels), Image.fromarray(pixels.astype(np.uint16) * 257)
    files = []
    for kind, mode, options in (
        ("JPEG", "L", {"quality": 80}),
        ("JPEG", "CMYK", {}),
        ("JPEG", "RGB", {"progressive": True}),
        ("PNG", "L", {}),
        ("PNG", "I;16", {}),
        ("PNG", "P", {}),
        ("BMP", "RGB", {}),
        ("TIFF", "L", {"compression": "tiff_lzw"}),
        ("WEBP", "RGB", {"lossless": True}),
    ):
        file = io.BytesIO()
        image = deep if mode == "I;16" else seen.convert(mode)
        image.save(file, kind, **options)
        files.append(file.getvalue())
    return files


def _mutated(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    kind = chance.random()
    if kind < 0.15:
        return bytes(changed[: chance.randint(0, len(changed))])
    # headers are short and decide most
    reach = len(changed) if kind < 0.6 else min(len(changed), 200)
    for _ in range(chance.choice((1, 2, 8, 60))):
        changed[chance.randrange(reach)] = chance.randrange(256)
    if kind > 0.95:
        at = chance.randrange(len(changed))
        changed[at:at] = chance.randbytes(chance.randint(1, 4000))
    return bytes(changed)


@pytest.mark.timeout(0 if PICTURES > 1000 else 120)
def test_any_picture_gives_the_card_or_says_why_not() -> None:
    chance = Random(SEED)
    base = _base_pictures()
    truth = parse_id_text(PAYLOAD)
    assert all(read_id_card(content).card == truth for content in base)
    before = _memory()
    for _ in range(PICTURES):
        reading = read_id_card(_mutated(chance.choice(base), chance))
        assert reading.card in (truth, None)
        assert (reading.card is None) == isinstance(reading.error, StationError)
        assert reading.as_fields()["ok"] is (reading.card is not None)
    assert _memory() - before < _MEMORY_GROWTH


def _memory() -> int:
    """Give the most memory that this process ever had; 0 where that is not told."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
