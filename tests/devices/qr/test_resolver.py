"""What blur hides from the equaliser is read, when enough else is known; and nothing else is."""

from random import Random

import numpy as np
import pytest

from devices.id_readers.budget import Budget
from devices.id_readers.code_places import CodePlace
from devices.id_readers.qr.equaliser import Equaliser
from devices.id_readers.qr.homography import Points, fitted, mapped
from devices.id_readers.qr.layout import Modules, layout_of
from devices.id_readers.qr.pose import finder_centres, refined, registered
from devices.id_readers.qr.smear import log_odds
from devices.id_readers.qr.symbol_reader import Method, SymbolReader
from devices.pictures import GrayPixels
from tests.card_pictures.payloads import a_payload
from tests.devices.qr.symbols import modules_of, photographed

VERSION = 12
SIZE = layout_of(VERSION).size
CORNERS = np.array([(60, 50), (262, 60), (255, 262), (52, 250)], np.float64)
SQUARE = np.array([(0, 0), (SIZE, 0), (SIZE, SIZE), (0, SIZE)], np.float64)


def smeared(text: str, *, blur: float, noise: float, seed: int) -> GrayPixels:
    """Photograph a symbol out of focus: three pixels a module."""
    seen = photographed(modules_of(text, version=VERSION, level="L"), CORNERS, blur=blur)
    chance = np.random.default_rng(seed)
    return np.clip(seen + chance.normal(0, noise, seen.shape), 0, 255).astype(np.uint8)


def read(pixels: GrayPixels, *, resolve: bool) -> str | None:
    x, y = CORNERS.mean(axis=0)
    reader = SymbolReader(pixels, Budget(1.5), Method(resolve=resolve))
    content = reader.read(CodePlace(float(x), float(y), 203.0, 1.0), 0.0)
    return None if content is None else content.text


def finders() -> Points:
    return mapped(fitted(SQUARE, CORNERS, [1] * 4), finder_centres(layout_of(VERSION)))


def test_more_is_read_by_resolving_and_nothing_wrongly() -> None:
    texts = [a_payload(Random(number)) for number in range(5)]
    pictures = [smeared(text, blur=2.5, noise=8, seed=number) for number, text in enumerate(texts)]
    plain = [read(pixels, resolve=False) for pixels in pictures]
    resolved = [read(pixels, resolve=True) for pixels in pictures]

    assert all(found in (None, text) for found, text in zip(resolved, texts, strict=True))
    assert sum(found is not None for found in resolved) >= 4
    assert sum(found is not None for found in plain) <= 3


@pytest.mark.parametrize("blur", [2.2, 2.6, 3.2])
def test_what_is_no_card_is_never_read_as_another_text(blur: float) -> None:
    chance = Random(f"{blur}")
    for seed in range(2):
        letters = "".join(chance.choice("ABCXYZ{}[]0123456789~^`\\") for _ in range(130))
        pixels = smeared(letters, blur=blur, noise=7, seed=seed)

        assert read(pixels, resolve=True) in (None, letters)


def judged_wrongly(judged: Modules, modules: Modules) -> float:
    return float(((judged > 0) != (modules > 0)).mean())


def test_the_samples_tell_more_when_neighbours_are_known() -> None:
    text = a_payload(Random(3))
    modules = modules_of(text, version=VERSION, level="L")
    pixels = smeared(text, blur=2.3, noise=8, seed=1)
    pose = refined(
        registered(pixels.astype(np.float32), (0, 0), finders(), layout_of(VERSION), 3.1)
    )
    equaliser = Equaliser(pose)
    judged = equaliser.judged()
    half = np.where(np.arange(SIZE)[:, None] < SIZE // 2, modules, 0) + pose.layout.known
    known = np.sign(half).astype(np.float32)
    unknown = known == 0

    odds = log_odds(equaliser.even_samples(), known, np.clip(judged, -1, 1), np.zeros_like(judged))

    before = judged_wrongly(judged[unknown], modules[unknown])
    assert before > 0.05
    assert judged_wrongly(odds[unknown], modules[unknown]) < 0.8 * before
    assert (np.sign(odds[~unknown]) == known[~unknown]).all()
