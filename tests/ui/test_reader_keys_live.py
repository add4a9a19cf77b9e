"""Bursts of a reader into a real window, under a real input method, with the focus everywhere.

One for each kind of widget; ``make soak`` sends a thousand for each input method (BURSTS=1000).
"""

import os
import random
import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from tests.ui.live.keyboard import BACKSPACE, ENTER, F13, KEYS, LEFT, PAUSE, TAB, Keyboard
from tests.ui.live.session import INPUT_METHODS, LiveWindow, missing
from tests.ui.live.window import KINDS
from ui.desktop.reader_keys.burst import (
    FIRST_GAP_MS,
    OPENING,
    SILENCE_MS,
    SLOW_GAP_MS,
    STALL_MS,
)

BURSTS = int(os.environ.get("BURSTS", "12"))
LINES = max(1, BURSTS // 30)
TRIES = 5
TOO_LATE: tuple[Any, ...] = ("this computer was too busy to play a reader",)
TELEX = "Vieejt Nam "
XVFB_KEYBOARD = 7
"""The server's own keyboard; the other one is what its test extension types on."""
NAMES = ("NGUYEN VAN AAF", "Nguyeex Thij Hoaf", "DDOONG WAW", "Tran Thi Suwowng", "Lee Vawn DDuwcs")
WORDS = {
    "Vieejt": "Việt", "vieejt": "việt", "nam": "nam", "nguyeenx": "nguyễn", "thij": "thị",
    "dduwowngf": "đường",
    "quaanj": "quận", "ban": "ban", "12": "12", "2026": "2026", "Hoof": "Hồ", "Chis": "Chí",
}  # fmt: skip

pytestmark = [
    pytest.mark.timeout(3600 if BURSTS > 100 else 180),
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no X server (Xvfb)"),
]


@pytest.fixture(params=INPUT_METHODS)
def input_method(request: pytest.FixtureRequest) -> str:
    method: str = request.param
    if lacks := missing(method):
        pytest.skip(f"{method} lacks {', '.join(lacks)}")
    return method


class Counter:
    """The window, and a reader and a person at its keyboard."""

    def __init__(self, window: LiveWindow, keys: Keyboard, input_method: str) -> None:
        self.window = window
        self.keys = keys
        self.input_method = input_method
        self.dice = random.Random(9)

    def shown(self, typed: str) -> str:
        """Give what stands in a field after somebody typed Telex."""
        if self.input_method == "none":
            return typed
        return " ".join(WORDS.get(word, word) for word in typed.split(" "))

    def reader_was_late(self, seen: dict[str, Any]) -> bool:
        """Tell whether this busy computer made the reader slower than any reader is.

        The server then saw a gap that no reader makes: at the beginning more than the one stall
        that the judge forgives, later a silence that ends a code, or as many pauses as a person
        makes. Such a burst proves nothing.
        """
        gaps = [later - earlier for earlier, later in pairwise(seen["pressed_ms"])]
        opening = gaps[: OPENING - 1]
        slow = [gap for gap in opening if gap > FIRST_GAP_MS]
        stalled = opening[:1] == slow[:1] != [] or len(slow) > 1 or max(opening) > STALL_MS
        return stalled or max(gaps) > SILENCE_MS or _typed_by_a_person(gaps)

    def settle(self) -> dict[str, Any]:
        """Wait until everything that was typed has arrived, also what the judge gave back.

        A Pause key goes the way of all keys, behind them: through the server, the judge, who sends
        it after what it gives back, and the input method. Amid a code the judge keeps it.
        """
        before = self.window.ask()["pauses"]
        for _ in range(TRIES):
            self.keys.hit(PAUSE)
            seen: dict[str, Any] = self.window.wait_for(lambda now: now["pauses"] > before)
            if seen["pauses"] > before:
                return seen
        raise AssertionError("no key arrives any more")

    def focus(self, kind: str) -> dict[str, Any]:
        self.settle()
        self.window.ask("reset")
        self.window.ask("focus", kind=kind)
        self.settle()  # the server and the input method follow
        state: dict[str, Any] = self.window.ask("commit")["state"]
        return state


@pytest.fixture
def counter(input_method: str) -> Iterator[Counter]:
    with LiveWindow(input_method, "hold") as window:
        keys = Keyboard(window.display)
        yield Counter(window, keys, input_method)
        keys.close()


def a_card(dice: random.Random) -> str:
    number = f"{dice.randrange(1, 97):03}{dice.randrange(10**9):09}"
    old = dice.choice(["", "168012345"])
    address = dice.choice(["Too 5, Khu phoos 2, Phuwowngf 3", "12/3 Ddinh Tien Hoang, Ba Dinh"])
    return f"{number}|{old}|{dice.choice(NAMES)}|05031999|Nam|{address}|15062021"


def test_every_burst_is_read_and_nothing_else_happens(counter: Counter) -> None:
    wrong, sent = [], 0
    for place in range(BURSTS):
        kind = KINDS[place % len(KINDS)]
        problem = TOO_LATE
        for _ in range(TRIES):
            if problem is TOO_LATE:
                sent += 1
                problem = _burst(counter, kind) or ()
        if problem:
            wrong.append((place, kind, problem))

    print(f"{counter.input_method}: {BURSTS - len(wrong)} of {BURSTS}; {sent} sent")  # noqa: T201
    assert not wrong, f"{len(wrong)} of {BURSTS}: {wrong[:5]}"


def _burst(counter: Counter, kind: str) -> tuple[Any, ...] | None:
    """Send one burst, perhaps amid a person's Telex; give what went wrong, None for nothing."""
    dice, keys, window = counter.dice, counter.keys, counter.window
    before = counter.focus(kind)
    amid = kind in ("line", "text", "dialog") and dice.random() < 0.35
    if amid:
        keys.person("Vieejt ", median_ms=100, dice=dice)
        time.sleep(0.15)
    text, chance, stall = a_card(dice), dice.random(), None
    ends: tuple[int, ...] = (ENTER,)
    if chance < 0.1:
        stall = (dice.randrange(8, 40), dice.uniform(40, 110))
    elif chance < 0.2:
        window.ask("stall", after_ms=dice.randrange(150), for_ms=dice.randrange(80, 300))
    elif chance < 0.4:
        ends = (ENTER, ENTER) if chance < 0.3 else (TAB,)
    gap_ms = dice.choice([1, 2, 3, 5, 8, 10, 15, 20])
    window.ask("forget")
    keys.burst(text, gap_ms=gap_ms, dice=dice, stall=stall, ends=ends)
    window.wait_for(lambda now: bool(now["read"]))
    seen = counter.settle()  # the end of a burst that a busy computer parted may be on its way
    if amid:
        keys.person("Nam ", median_ms=100, dice=dice)
        wanted = dict(before) | {kind: counter.shown("Vieejt Nam ")}
        after = window.wait_for(lambda now: now["state"] == wanted)
    else:
        wanted, after = before, window.ask("commit")
    if seen["read"] == [text] and after["state"] == wanted:
        return None
    if counter.reader_was_late(seen):
        return TOO_LATE
    changed = {name: value for name, value in after["state"].items() if value != wanted[name]}
    slow = [
        (place, later - earlier)
        for place, (earlier, later) in enumerate(pairwise(seen["pressed_ms"]))
        if later - earlier > FIRST_GAP_MS
    ]
    return gap_ms, round(max(keys.gaps_ms)), stall, slow, text, seen["read"], changed


def _typed_by_a_person(gaps: Sequence[int]) -> bool:
    """Tell whether a fifth of all gaps up to some key were a person's, and three at least."""
    slow = 0
    for number, gap in enumerate(gaps, start=1):
        slow += gap > SLOW_GAP_MS
        if gap > SLOW_GAP_MS and slow >= 3 and 5 * slow > number:
            return True
    return False


def _stands(wanted: str, seen: dict[str, Any]) -> bool:
    return bool(seen["state"]["text"] == wanted)


@pytest.mark.parametrize("median_ms", [110, 70])
def test_a_person_types_telex_unharmed(counter: Counter, median_ms: int) -> None:
    wrong = []
    for _ in range(LINES):
        counter.focus("text")
        typed = " ".join(counter.dice.choice(list(WORDS)) for _ in range(6)) + " "
        counter.keys.person(typed, median_ms=median_ms, dice=counter.dice)
        wanted = counter.shown(typed)
        seen = counter.window.wait_for(partial(_stands, wanted))
        if seen["state"]["text"] != wanted or seen["read"]:
            wrong.append((wanted, seen["state"]["text"], seen["read"]))

    assert not wrong


def test_editing_keys_keep_their_order(counter: Counter) -> None:
    counter.focus("line")
    counter.keys.person("12 3", median_ms=90, dice=counter.dice)
    for key in (BACKSPACE, BACKSPACE, LEFT):
        counter.keys.hit(key)
        time.sleep(0.06)  # no hand is quicker
    counter.keys.person("1 ", median_ms=90, dice=counter.dice)

    seen = counter.window.wait_for(lambda now: now["state"]["line"] == "11 2")
    assert seen["state"]["line"] == "11 2"


def test_a_key_that_is_held_down_repeats_and_is_no_reader(counter: Counter) -> None:
    counter.focus("line")
    counter.keys.move(KEYS["5"][0], down=True)
    time.sleep(1.2)
    counter.keys.move(KEYS["5"][0], down=False)
    counter.keys.hit(KEYS[" "][0])  # the input method lets go of what it holds

    seen = counter.window.wait_for(lambda now: "55555" in now["state"]["line"])
    assert "55555" in seen["state"]["line"]
    assert seen["read"] == []


def test_with_a_prefix_key_a_slow_reader_is_caught_whole(input_method: str) -> None:
    dice = random.Random(3)
    with LiveWindow(input_method, "prefix") as window:
        keys = Keyboard(window.display)
        window.ask("focus", kind="line")
        time.sleep(0.1)
        text = a_card(dice)[:20]
        keys.burst(text, gap_ms=90, dice=dice, prefix=F13)
        seen = window.wait_for(lambda now: bool(now["read"]))
        keys.close()

    assert seen["read"] == [text]
    assert seen["state"]["line"] == ""


def test_a_known_reader_and_a_person_type_at_the_same_time(input_method: str) -> None:
    dice = random.Random(4)
    with LiveWindow(input_method, "device:Xvfb keyboard") as window:
        person, reader = Keyboard(window.display), Keyboard(window.display, XVFB_KEYBOARD)
        window.ask("focus", kind="line")
        time.sleep(0.1)
        text = a_card(dice)[:40]
        # Two keyboards of one X server share Shift, whatever reads them: case is not compared.
        typing = threading.Thread(
            target=person.person, args=(TELEX.lower(),), kwargs={"median_ms": 90, "dice": dice}
        )
        typing.start()
        reader.burst(text, gap_ms=15, dice=random.Random(5))
        typing.join()
        wanted = TELEX.lower() if input_method == "none" else "việt nam "
        seen = window.wait_for(
            lambda now: now["state"]["line"].lower() == wanted and bool(now["read"])
        )
        person.close()
        reader.close()

    assert seen["read"] == [text]
    assert seen["state"]["line"].lower() == wanted


@pytest.mark.skipif(bool(missing("none")), reason="no X server (Xvfb)")
def test_a_reader_is_learnt_by_its_own_keyboard_and_never_by_a_persons() -> None:
    dice = random.Random(6)
    with LiveWindow("none", "hold") as window:
        person, reader = Keyboard(window.display), Keyboard(window.display, XVFB_KEYBOARD)
        window.ask("focus", kind="line")
        time.sleep(0.1)
        person.person("ban ", median_ms=90, dice=dice)
        window.wait_for(lambda now: now["state"]["line"] == "ban ")
        text = a_card(dice)[:40]
        person.burst(text, gap_ms=5, dice=dice)
        on_a_persons = window.wait_for(lambda now: len(now["read"]) == 1)
        reader.burst(text, gap_ms=5, dice=dice)
        on_its_own = window.wait_for(lambda now: len(now["read"]) == 2)
        window.ask("follow", reader=on_its_own["own_keyboard"])
        reader.burst(text, gap_ms=90, dice=dice)  # too slow for anything but its own keyboard
        followed = window.wait_for(lambda now: len(now["read"]) == 3)
        person.close()
        reader.close()

    assert on_a_persons["own_keyboard"] == ""
    assert on_its_own["own_keyboard"].startswith("Xvfb")
    assert followed["read"] == [text, text, text]
    assert followed["state"]["line"] == "ban "
