"""Reading ID cards from pictures, beside ZXing and ZBar alone on the same pictures."""

import io
import random
from collections.abc import Iterator
from pathlib import Path

import zxingcpp
from PIL import Image, ImageEnhance, ImageFilter
from pyzbar import pyzbar

from devices.id_readers.picture import read_id_card
from devices.samples.id_card import PAYLOAD, draw_sample_id_card
from station.domain.id_text import parse_id_text
from tests.bench.timing import Line, Times

PICTURES = 60


def lines(folder: Path) -> Iterator[Line]:
    """Read cards that were turned, blurred, darkened and compressed at random."""
    truth = parse_id_text(PAYLOAD)
    right = wrong = zxing = zbar = 0
    runs = []
    for file in _pictures(folder):
        reading = read_id_card(file)
        runs.append(reading.elapsed_ms)
        right += reading.card == truth
        wrong += reading.card not in (truth, None)
        with Image.open(file) as picture:
            gray = picture.convert("L")
            zxing += any(code.text == PAYLOAD for code in zxingcpp.read_barcodes(gray))
            kinds = [pyzbar.ZBarSymbol.QRCODE]
            zbar += any(code.data.decode() == PAYLOAD for code in pyzbar.decode(gray, kinds))
    peers = f"ZXing alone {zxing}, ZBar alone {zbar}"
    yield Line(
        f"ID cards read, of {PICTURES}", f"{right} ({peers})", "≥ ZXing alone", right >= zxing
    )
    yield Line("ID cards read wrong", str(wrong), "0", wrong == 0)
    yield Line("ID card picture", str(Times(tuple(runs))), "–", None)


def _pictures(folder: Path) -> Iterator[Path]:
    chance = random.Random(11)
    with Image.open(io.BytesIO(draw_sample_id_card())) as original:
        for number in range(PICTURES):
            size = chance.uniform(0.45, 1.0)
            picture = original.resize((round(original.width * size), round(original.height * size)))
            picture = picture.rotate(chance.uniform(-40, 40), expand=True)
            picture = picture.filter(ImageFilter.GaussianBlur(chance.uniform(0, 1.6)))
            picture = ImageEnhance.Brightness(picture).enhance(chance.uniform(0.35, 1.2))
            file = folder / f"card-{number}.jpg"
            picture.save(file, quality=chance.randint(45, 90))
            yield file
