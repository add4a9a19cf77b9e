"""The judge of keys, by strokes with times; no window and no server."""

from collections.abc import Iterable, Sequence

import pytest

from tests.ui.live.keyboard import ALT, CONTROL, DIGITS, ENTER, F13, KEYS, LEFT, SHIFT, TAB
from ui.desktop.reader_keys.burst import (
    MOST_STROKES,
    PREFIX_MS,
    SURE_SILENCE_MS,
    BurstJudge,
    Capture,
    Manner,
    Sign,
)
from ui.desktop.reader_keys.strokes import Held, KeyStroke, Source, typed_text

CARD = "035199012345|168123456|NGUYEN Van An|05031999|Nam|Too 5, Ha Nam|15062021"
LINE_FEED = KEYS["j"][0]


class Gate:
    """The keyboard and the window. ``typed`` is what the window got in the end."""

    def __init__(self, *, prefix: int | None = None, by_speed: bool = True) -> None:
        self.judge = BurstJudge(
            self,
            is_code=lambda text, ended: ended or "|" in text,
            prefix=prefix,
            by_speed=by_speed,
        )
        self.captures: list[Capture] = []
        self.typed: list[KeyStroke] = []
        self.quiet_at: int | None = None
        self.now_ms = 2**32 - 500  # the clock wraps within each test
        self.source = Source.UNKNOWN

    def give_back(self, strokes: Sequence[KeyStroke]) -> None:
        self.typed += strokes
        self.judge.on_given_back()

    def ask_for_quiet(self, after_ms: int) -> None:
        self.quiet_at = self.now_ms + after_ms

    def on_capture(self, capture: Capture) -> None:
        self.captures.append(capture)

    def move(self, key: int, *, down: bool, gap_ms: int = 0, held: Held = Held.NONE) -> None:
        self.wait(gap_ms)
        stroke = KeyStroke(down, key, self.now_ms & 0xFFFFFFFF, held, self.source)
        if not self.judge.take(stroke):
            self.typed.append(stroke)

    def hit(self, key: int, *, gap_ms: int, held: Held = Held.NONE) -> None:
        self.move(key, down=True, gap_ms=gap_ms, held=held)
        self.move(key, down=False, gap_ms=min(1, gap_ms), held=held)

    def type(self, text: str, *, gap_ms: int) -> None:
        for letter in text:
            key, shifted = KEYS[letter]
            if shifted:
                self.move(SHIFT, down=True, gap_ms=gap_ms)
            self.hit(key, gap_ms=0 if shifted else gap_ms)
            if shifted:
                self.move(SHIFT, down=False)

    def wait(self, for_ms: int) -> None:
        end = self.now_ms + for_ms
        while self.quiet_at is not None and self.quiet_at < end:
            self.now_ms, self.quiet_at = max(self.now_ms, self.quiet_at), None
            self.judge.on_quiet()
        self.now_ms = end

    @property
    def texts(self) -> list[str]:
        return [capture.text for capture in self.captures]

    @property
    def got(self) -> str:
        return typed_text(self.typed)


@pytest.mark.parametrize("gap_ms", [1, 3, 20, 40])
@pytest.mark.parametrize("end", [ENTER, TAB])
def test_a_burst_is_caught_whole(gap_ms: int, end: int) -> None:
    gate = Gate()
    gate.type(CARD, gap_ms=gap_ms)
    gate.hit(end, gap_ms=gap_ms)
    gate.wait(1000)

    assert gate.captures == [Capture(CARD, Sign.SPEED)]
    assert gate.typed == []


def test_the_same_digit_twice_in_a_millisecond_is_no_key_held_down() -> None:
    gate = Gate()
    text = CARD.replace("035199012345", "007774440011")
    for letter in text:
        key, shifted = KEYS[letter]
        if shifted:
            gate.move(SHIFT, down=True)
        gate.move(key, down=True, gap_ms=letter == "1")
        gate.move(key, down=False)
        if shifted:
            gate.move(SHIFT, down=False)
    gate.hit(ENTER, gap_ms=1)

    assert gate.texts == [text]
    assert gate.typed == []


def test_a_reader_without_an_end_is_understood_by_its_silence() -> None:
    gate = Gate()
    gate.type(CARD, gap_ms=3)
    assert gate.captures == []
    gate.wait(200)

    assert gate.texts == [CARD]


def test_two_cards_in_one_burst_are_two_captures() -> None:
    gate = Gate()
    for _ in range(2):
        gate.type(CARD, gap_ms=3)
        gate.hit(ENTER, gap_ms=3)
    gate.wait(1000)

    assert gate.texts == [CARD, CARD]
    assert gate.typed == []


@pytest.mark.parametrize("ends", [(ENTER, ENTER), (ENTER, TAB)])
def test_a_second_end_belongs_to_the_same_code(ends: Iterable[int]) -> None:
    gate = Gate()
    gate.type(CARD, gap_ms=3)
    for end in ends:
        gate.hit(end, gap_ms=5)
    gate.wait(500)
    assert gate.typed == []

    gate.hit(ENTER, gap_ms=0)
    assert [stroke.key for stroke in gate.typed] == [ENTER, ENTER]


def test_ctrl_j_is_an_end_too() -> None:
    gate = Gate()
    gate.type(CARD, gap_ms=3)
    gate.hit(ENTER, gap_ms=3)
    gate.move(CONTROL, down=True, gap_ms=3)
    gate.hit(LINE_FEED, gap_ms=1, held=Held.CONTROL)
    gate.move(CONTROL, down=False)
    gate.wait(500)

    assert gate.typed == []
    assert gate.texts == [CARD]


def test_a_stall_does_not_lose_the_head() -> None:
    gate = Gate()
    gate.type(CARD[:2], gap_ms=3)
    gate.type(CARD[2], gap_ms=100)
    gate.type(CARD[3:30], gap_ms=3)
    gate.type(CARD[30], gap_ms=140)
    gate.type(CARD[31:], gap_ms=3)
    gate.hit(ENTER, gap_ms=3)

    assert gate.texts == [CARD]


@pytest.mark.parametrize("gap_ms", [46, 60, 110, 200])
def test_a_person_gets_every_key_in_order(gap_ms: int) -> None:
    gate = Gate()
    gate.type("Vieejt Nam 12|3", gap_ms=gap_ms)
    gate.hit(LEFT, gap_ms=5)
    gate.hit(ENTER, gap_ms=gap_ms)
    gate.wait(1000)

    assert gate.got == "Vieejt Nam 12|3"
    assert [stroke.key for stroke in gate.typed[-4:]] == [LEFT, LEFT, ENTER, ENTER]
    assert gate.captures == []
    assert gate.typed == sorted(gate.typed, key=lambda one: (one.at_ms + 500) & 0xFFFFFFFF)


def test_a_person_who_begins_fast_is_given_back() -> None:
    gate = Gate()
    gate.type("nguye", gap_ms=30)
    gate.type("exn van an", gap_ms=80)
    gate.hit(ENTER, gap_ms=80)
    gate.wait(1000)

    assert gate.got == "nguyeexn van an"
    assert gate.captures == []


@pytest.mark.parametrize("text", ["0912345678 goi lai", "nguyen van an"])
def test_a_fast_text_that_no_enter_ends_and_nobody_knows_is_given_back(text: str) -> None:
    gate = Gate()
    gate.type(text, gap_ms=5)
    gate.wait(1000)

    assert gate.got == text
    assert gate.captures == []


def test_a_short_burst_is_given_back_with_its_enter() -> None:
    gate = Gate()
    gate.type("1234567", gap_ms=3)
    gate.hit(ENTER, gap_ms=3)
    gate.wait(1000)

    assert gate.got == "1234567"
    assert [stroke.key for stroke in gate.typed[-2:]] == [ENTER, ENTER]


@pytest.mark.parametrize("by_release", [True, False])
def test_a_key_held_down_is_no_reader(by_release: bool) -> None:
    gate = Gate()
    key, _ = KEYS["5"]
    gate.move(key, down=True)
    for gap_ms in (600, *[30] * 20):
        if by_release:
            gate.move(key, down=False, gap_ms=gap_ms)
        gate.move(key, down=True, gap_ms=0 if by_release else gap_ms)
    gate.move(key, down=False, gap_ms=30)
    gate.wait(1000)

    assert gate.got == "5" * 22
    assert gate.captures == []


def test_a_chord_is_never_held() -> None:
    gate = Gate()
    for _ in range(8):
        gate.hit(KEYS["s"][0], gap_ms=2, held=Held.CONTROL)

    assert len(gate.typed) == 16


def test_letters_that_no_keyboard_has_come_in_two_ways() -> None:
    gate = Gate(prefix=F13)
    gate.hit(F13, gap_ms=5)
    gate.type("Nguy", gap_ms=2)
    for digits in ("7877", "0234", "130"):  # ễ by Unicode, ê by code page 1252, é by 437
        gate.move(ALT, down=True, gap_ms=2)
        for digit in digits:
            gate.hit(DIGITS[digit], gap_ms=1, held=Held.ALT)
        gate.move(ALT, down=False)
    gate.move(CONTROL, down=True, gap_ms=2)
    gate.hit(KEYS["u"][0], gap_ms=1, held=Held.CONTROL | Held.SHIFT)
    gate.move(CONTROL, down=False)
    gate.type("1ec5 n", gap_ms=1)
    gate.hit(ENTER, gap_ms=1)

    assert gate.texts == ["Nguyễêéễn"]


@pytest.mark.parametrize("number", ["999999999", "55296"])
def test_no_number_of_a_letter_is_too_odd(number: str) -> None:
    gate = Gate(prefix=F13)
    gate.hit(F13, gap_ms=5)
    gate.move(ALT, down=True)
    for digit in number:
        gate.hit(DIGITS[digit], gap_ms=1)
    gate.move(ALT, down=False)
    gate.hit(ENTER, gap_ms=1)

    assert gate.texts == ["\ufffd"]


def test_after_its_prefix_a_reader_may_be_as_slow_as_it_likes() -> None:
    gate = Gate(prefix=F13, by_speed=False)
    gate.type("ab", gap_ms=1)
    gate.hit(F13, gap_ms=100)
    gate.type(CARD, gap_ms=120)
    gate.hit(ENTER, gap_ms=120)
    gate.type("c", gap_ms=200)

    assert gate.captures == [Capture(CARD, Sign.PREFIX)]
    assert gate.got == "abc"


@pytest.mark.parametrize("prefix", [F13, None])
def test_a_reader_that_is_surely_one_may_pause_for_longer(prefix: int | None) -> None:
    gate = Gate(prefix=prefix)
    if prefix is None:
        gate.source = Source.READER
    else:
        gate.hit(prefix, gap_ms=5)
    gate.type(CARD[:5], gap_ms=90)
    gate.type(CARD[5:], gap_ms=5)
    gate.wait(SURE_SILENCE_MS - 50)
    gate.hit(ENTER, gap_ms=0)
    gate.wait(500)

    assert gate.texts == [CARD]
    assert gate.typed == []


def test_a_prefix_that_nothing_follows_is_forgotten() -> None:
    gate = Gate(prefix=F13)
    gate.hit(F13, gap_ms=5)
    gate.wait(500)
    gate.type("ab", gap_ms=100)
    gate.wait(500)

    assert gate.captures == []
    assert gate.got == "ab"


def test_a_known_reader_and_a_person_type_at_the_same_time() -> None:
    gate = Gate()
    for letter, human in zip(CARD, "x" * len(CARD), strict=True):
        gate.source = Source.READER
        gate.type(letter, gap_ms=2)
        gate.source = Source.KEYBOARD
        gate.type(human, gap_ms=2)
    gate.source = Source.READER
    gate.hit(ENTER, gap_ms=2)

    assert gate.captures == [Capture(CARD, Sign.DEVICE)]
    assert gate.got == "x" * len(CARD)


def test_a_known_reader_that_stops_amid_a_code_types_nothing() -> None:
    gate = Gate()
    gate.source = Source.READER
    gate.type("03519", gap_ms=2)
    gate.wait(1000)

    assert gate.captures == [Capture("03519", Sign.DEVICE)]
    assert gate.typed == []


@pytest.mark.parametrize("source", [Source.READER, Source.UNKNOWN])
def test_a_reader_that_never_stops_is_bounded_and_types_nothing(source: Source) -> None:
    gate = Gate()
    gate.source = source
    for _ in range(MOST_STROKES):
        gate.hit(KEYS["7"][0], gap_ms=1)
        gate.hit(KEYS["8"][0], gap_ms=1)
    gate.wait(1000)

    assert [(capture.text, capture.too_long) for capture in gate.captures] == [("", True)]
    assert gate.typed == []


@pytest.mark.parametrize("known_prefix", [None, F13])
@pytest.mark.parametrize(("end", "gap_ms"), [(ENTER, 3), (TAB, 18)])
def test_how_a_reader_types_is_told_so_that_it_can_be_learnt(
    known_prefix: int | None, end: int, gap_ms: int
) -> None:
    gate = Gate(prefix=known_prefix)

    gate.hit(F13, gap_ms=0)
    gate.type(CARD, gap_ms=gap_ms)
    gate.hit(end, gap_ms=gap_ms)

    (capture,) = gate.captures
    assert capture.manner is not None
    assert (capture.manner.prefix, capture.manner.end) == (F13, end)
    assert abs(capture.manner.gap_ms - gap_ms) <= 1


def test_a_function_key_of_long_ago_is_no_prefix() -> None:
    gate = Gate()

    gate.hit(F13, gap_ms=0)
    gate.wait(PREFIX_MS + 10)
    gate.type(CARD, gap_ms=3)
    gate.wait(400)

    (capture,) = gate.captures
    assert capture.manner == Manner(prefix=None, end=None, gap_ms=4)
