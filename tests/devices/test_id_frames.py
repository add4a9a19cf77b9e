"""Several frames of one card: together they give what none gives alone, and never a mixture."""

import numpy as np
import pytest

from devices.id_readers.budget import Budget
from devices.id_readers.cascade import Cascade, Stage
from devices.id_readers.frames import read_together
from devices.id_readers.picture import read_frames
from devices.id_readers.qr.symbol_reader import Sighting
from devices.pictures import GrayPixels
from tests.devices.qr.symbols import CARD, modules_of, photographed

OTHER = CARD.replace("035199012345", "001199054321").replace("Ánh Tuyết", "Thu Hương")
CORNERS = np.array([(80, 60), (290, 78), (280, 290), (66, 272)], np.float64)


def frame(number: int, text: str = CARD, *, noise: float = 70) -> GrayPixels:
    """Take one frame: the hand has moved a little, and the noise is another."""
    chance = np.random.default_rng(number)
    seen = photographed(
        modules_of(text, version=12), CORNERS + chance.uniform(-9, 9, (4, 2)), blur=1.3
    )
    return np.clip(seen + chance.normal(0, noise, seen.shape), 0, 255).astype(np.uint8)


def sighting(pixels: GrayPixels) -> Sighting:
    cascade = Cascade(pixels, Budget(60), frozenset({Stage.MODULES}))
    assert [one for _, codes in cascade.readings() for one in codes] == []
    return max(cascade.sightings, key=lambda one: one.pose.agreement)


@pytest.fixture(scope="module")
def three() -> list[Sighting]:
    return [sighting(frame(number)) for number in range(3)]


def test_frames_that_are_unreadable_alone_are_read_together(three: list[Sighting]) -> None:
    content = read_together(three)

    assert content is not None
    assert content.text == CARD


def test_of_two_cards_no_third_is_made(three: list[Sighting]) -> None:
    assert read_together([three[0], sighting(frame(2, OTHER))]) is None


def test_one_frame_alone_is_not_read_together(three: list[Sighting]) -> None:
    assert read_together(three[:1]) is None
    assert read_together([]) is None


def test_the_reading_says_that_frames_gave_it() -> None:
    reading = read_frames([frame(number) for number in range(3)])

    assert reading.card is not None
    assert reading.decoder == "frames"
