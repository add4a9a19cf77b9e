"""What blur hides from the equaliser is read, when enough else is known; and nothing else is."""

from dataclasses import dataclass
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from devices.id_readers.budget import Budget
from devices.id_readers.code_places import CodePlace
from devices.id_readers.qr.equaliser import Equaliser
from devices.id_readers.qr.homography import Points, fitted, mapped
from devices.id_readers.qr.layout import Modules, layout_of
from devices.id_readers.qr.pose import finder_centres, refined, registered
from devices.id_readers.qr.smear import Smear, learnt, log_odds
from devices.id_readers.qr.symbol_reader import Method, SymbolReader
from devices.id_readers.qr.windows import log_odds_together
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
    reader = SymbolReader(pixels, Budget(15), Method(resolve=resolve))
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


@dataclass(frozen=True)
class Half:
    """A smeared symbol of which one half is known, as padding makes it known."""

    modules: Modules
    known: Modules
    judged: Modules
    """By the equaliser."""
    smears: tuple[Smear, ...]
    """By frame."""

    @property
    def unknown(self) -> NDArray[np.bool_]:
        unknown: NDArray[np.bool_] = self.known == 0
        return unknown

    def believed(self) -> Modules:
        return np.where(self.unknown, np.clip(self.judged, -1, 1), self.known).astype(np.float32)


def half_known(*, frames: int = 1) -> Half:
    text = a_payload(Random(3))
    modules = modules_of(text, version=VERSION, level="L")
    half = np.where(np.arange(SIZE)[:, None] < SIZE // 2, modules, 0) + layout_of(VERSION).known
    known = np.sign(half).astype(np.float32)
    equalisers = []
    for seed in range(1, 1 + frames):
        pixels = smeared(text, blur=2.3, noise=8, seed=seed).astype(np.float32)
        pose = registered(pixels, (0, 0), finders(), layout_of(VERSION), 3.1)
        equalisers.append(Equaliser(refined(pose)))
    judged = equalisers[0].judged()
    believed = np.where(known != 0, known, np.clip(judged, -1, 1)).astype(np.float32)
    smears = tuple(learnt(one.even_samples(), known, believed) for one in equalisers)
    return Half(modules, known, judged, smears)


@pytest.mark.parametrize("together", [False, True])
def test_the_samples_tell_more_when_neighbours_are_known(*, together: bool) -> None:
    half = half_known()
    nothing = np.zeros_like(half.judged)
    (smear,) = half.smears

    judge = log_odds_together if together else log_odds
    odds = judge(smear, half.known, half.believed(), nothing)

    unknown = half.unknown
    before = judged_wrongly(half.judged[unknown], half.modules[unknown])
    assert before > 0.05
    assert judged_wrongly(odds[unknown], half.modules[unknown]) < 0.8 * before


def test_odds_are_as_large_as_they_are_often_right() -> None:
    half = half_known()
    (smear,) = half.smears

    odds = log_odds_together(smear, half.known, half.believed(), np.zeros_like(half.known))

    surely = half.unknown & (np.abs(odds) > 4)  # one in 55 of them may be wrong
    assert surely.sum() > 500
    assert judged_wrongly(odds[surely], half.modules[surely]) < 1 / 25


def test_two_frames_tell_more_than_one() -> None:
    half = half_known(frames=2)
    nothing = np.zeros_like(half.known)
    first, second = half.smears

    alone = log_odds_together(first, half.known, half.believed(), nothing)
    both = log_odds_together(first + second, half.known, half.believed(), nothing)

    unknown = half.unknown
    wrong = judged_wrongly(alone[unknown], half.modules[unknown])
    assert judged_wrongly(both[unknown], half.modules[unknown]) < 0.8 * wrong


def test_what_is_expected_of_modules_helps_their_neighbours() -> None:
    half = half_known()
    (smear,) = half.smears
    told = half.unknown & (np.arange(SIZE)[None, :] % 2 == 0)
    expected = np.where(told, 6 * half.modules, 0).astype(np.float32)

    plain = log_odds_together(smear, half.known, half.believed(), np.zeros_like(half.known))
    helped = log_odds_together(smear, half.known, half.believed(), expected)

    others = half.unknown & ~told
    wrong = judged_wrongly(plain[others], half.modules[others])
    assert judged_wrongly(helped[others], half.modules[others]) < 0.6 * wrong


def test_a_smear_that_cannot_be_gives_odds_all_the_same() -> None:
    chance = np.random.default_rng(5)
    spread = chance.normal(0, 5, (11, 11))
    impossible = ((spread + spread[::-1, ::-1]) / 2).astype(np.float32)
    matched = chance.normal(0, 50, (SIZE, SIZE)).astype(np.float32)
    nothing = np.zeros((SIZE, SIZE), np.float32)

    odds = log_odds_together(Smear(matched, impossible), layout_of(VERSION).known, nothing, nothing)

    assert np.isfinite(odds).all()
