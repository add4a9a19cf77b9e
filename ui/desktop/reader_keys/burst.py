"""Tells the keys of a card reader from those of a person, and keeps them from the window.

Three signs, the surest first: the reader's own device; a key that no keyboard has, pressed before
each code; speed. Speed is judged by the window system's time, for a busy window gets the keys of a
person in bunches. So long as speed has to tell, a printable key waits for a moment before the input
method gets it. What turns out to be a person's is given back in its order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from statistics import median_low
from typing import Protocol

from station.domain.code_text import MAX_TEXT
from ui.desktop.reader_keys.strokes import FUNCTION_KEYS, KeyKind, KeyStroke, Source, typed_text

HOLD_MS = 50
"""So long a lone key waits for what follows it."""
FIRST_GAP_MS = 45
"""The longest time between the first two keys of a reader; later ones follow as fast."""
STALL_MS = 120
"""One gap in the opening may be as long: the reader's computer was busy."""
OPENING = 5
"""So many keys in this time are no hand's."""
SILENCE_MS = 150
"""A reader that pauses for longer has ended, even without Enter or Tab."""
SURE_SILENCE_MS = 400
"""The same for one that is known by its device or its key: nobody waits for these keys, and a slow
reader at a busy computer must not be parted."""
SECOND_END_MS = 120
"""A reader set to CR and LF types two ends; the second belongs to the same code."""
SHORTEST_CODE = 8
"""Characters. Less is given back when only speed spoke for a reader."""
SLOW_GAP_MS = 60
REPEAT_MS = 150
"""A key that is held down repeats itself after this time at the earliest."""
PREFIX_MS = 300
"""So long before its first letter a reader presses its function key at the earliest."""
MOST_STROKES = 8 * MAX_TEXT
"""Each letter goes down and up, a capital or a composed letter takes up to eight."""


class Sign(Enum):
    """By what a reader was known."""

    DEVICE = auto()
    PREFIX = auto()
    SPEED = auto()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a reader typed: the keys before and behind its text, None for none, and how fast."""

    prefix: int | None
    end: int | None
    gap_ms: int


@dataclass(frozen=True, slots=True)
class Capture:
    """What a reader typed. ``too_long``: more than any code holds, and all of it was dropped."""

    text: str
    sign: Sign
    too_long: bool = False
    manner: Manner | None = field(default=None, compare=False)


class KeyGate(Protocol):
    """Where the keys come from, and where they go back to."""

    def give_back(self, strokes: Sequence[KeyStroke]) -> None:
        """Send strokes to the window that would have got them, in order.

        Calls ``BurstJudge.on_given_back`` when the window has them.
        """
        ...

    def ask_for_quiet(self, after_ms: int) -> None:
        """Call ``BurstJudge.on_quiet`` after this time, unless a newer stroke was on its way.

        Replaces what was asked before.
        """
        ...

    def on_capture(self, capture: Capture) -> None: ...


class BurstJudge:
    """Hears of every stroke before the window does."""

    def __init__(
        self,
        gate: KeyGate,
        *,
        is_code: Callable[[str, bool], bool],
        by_speed: bool = True,
        prefix: int | None,
    ) -> None:
        """
        Args:
            is_code: tells of a text, and of whether Enter or Tab ended it, if it is a reader's;
                asked only when nothing but speed speaks for a reader.
            by_speed: judge unknown keys by their speed.
            prefix: the key that the reader presses before each code.
        """
        self._gate = gate
        self._is_code = is_code
        self._by_speed = by_speed
        self._prefix = prefix
        self._opening = _Opening()
        self._caught: _Caught | None = None
        self._down: dict[int, int] = {}
        self._swallowed: set[int] = set()
        self._released = (0, 0, 0)
        self._ended_ms: int | None = None
        self._function_key: KeyStroke | None = None
        self._giving_back = False

    @property
    def is_busy(self) -> bool:
        """Tell whether strokes are kept now."""
        return self._caught is not None or bool(self._opening.strokes)

    def take(self, stroke: KeyStroke) -> bool:
        """Judge one stroke; False lets it go on to the input method and the window."""
        repeated = self._note(stroke)
        if stroke.pressed and stroke.key in FUNCTION_KEYS.values():
            self._function_key = stroke
        if stroke.source is Source.READER:
            return self._catch(stroke, Sign.DEVICE)
        if stroke.source is Source.KEYBOARD:
            return False
        if not stroke.pressed and stroke.key in self._swallowed and self._caught is None:
            self._swallowed.discard(stroke.key)
            return True
        if self._caught is not None:
            return self._go_on(self._caught, stroke, repeated=repeated)
        if stroke.pressed and self._is_second_end(stroke):
            self._swallowed.add(stroke.key)
            return True
        if stroke.pressed and stroke.key == self._prefix:
            self._give_back(self._opening.take_all())
            return self._catch(stroke, Sign.PREFIX)
        return self._by_speed and self._weigh(stroke, repeated=repeated)

    def on_quiet(self) -> None:
        """No key moved for as long as was asked for."""
        if self._caught is not None:
            self._finish(self._caught, ended=False)
        else:
            self._give_back(self._opening.take_all())

    def on_given_back(self) -> None:
        """The window has everything that was given back."""
        self._giving_back = False

    def _note(self, stroke: KeyStroke) -> bool:
        """Follow which keys are down; tell whether this is a key that repeats itself.

        X11 repeats a key that is held down by releasing and pressing it in the same millisecond. So
        does a fast reader that types a digit twice, but without having held it down.
        """
        if not stroke.pressed:
            since = self._down.pop(stroke.key, stroke.at_ms)
            self._released = (stroke.key, stroke.at_ms, since)
            return False
        if stroke.key in self._down:
            return True
        key, at_ms, since = self._released
        repeated = (key, at_ms) == (stroke.key, stroke.at_ms) and stroke.since(since) >= REPEAT_MS
        self._down[stroke.key] = since if repeated else stroke.at_ms
        return repeated

    def _is_second_end(self, stroke: KeyStroke) -> bool:
        if self._ended_ms is None or stroke.since(self._ended_ms) > SECOND_END_MS:
            return False
        return stroke.is_line_feed or stroke.kind in (KeyKind.END, KeyKind.CONTROL)

    # -- a person, or not yet known ---------------------------------------------------------

    def _weigh(self, stroke: KeyStroke, *, repeated: bool) -> bool:
        opening = self._opening
        if stroke.pressed and not repeated and not stroke.in_chord:
            if stroke.kind is KeyKind.SHIFT:
                opening.strokes.append(stroke)
                if opening.count == 0:
                    self._gate.ask_for_quiet(HOLD_MS)
                return True
            if stroke.kind is KeyKind.PRINTABLE:
                return self._open(stroke)
        if not opening.strokes and not self._giving_back:
            return False
        opening.strokes.append(stroke)  # it must not overtake what waits before it
        if stroke.pressed or opening.count == 0:
            self._give_back(opening.take_all())
        return True

    def _open(self, stroke: KeyStroke) -> bool:
        opening = self._opening
        if opening.is_broken_by(stroke):
            self._give_back(opening.take_all())
        opening.add(stroke)
        if opening.count < OPENING:
            lone = opening.count < 2 or opening.stalled
            self._gate.ask_for_quiet(HOLD_MS if lone else STALL_MS + 5)
            return True
        caught = _Caught(Sign.SPEED, gaps=opening.count, slow=int(opening.stalled))
        self._caught = caught
        for one in opening.take_all():
            self._keep(caught, one)
        caught.last_ms = stroke.at_ms
        self._gate.ask_for_quiet(SILENCE_MS)
        return True

    def _give_back(self, strokes: Sequence[KeyStroke]) -> None:
        if strokes:
            self._giving_back = True
            self._gate.give_back(strokes)

    # -- a reader ---------------------------------------------------------------------------

    def _catch(self, stroke: KeyStroke, sign: Sign) -> bool:
        """Take a stroke that is surely a reader's."""
        if self._caught is None:
            if not stroke.pressed:
                self._swallowed.discard(stroke.key)
                return True
            if self._is_second_end(stroke):
                self._swallowed.add(stroke.key)
                return True
            self._caught = _Caught(sign)
        return self._go_on(self._caught, stroke, repeated=False)

    def _go_on(self, caught: "_Caught", stroke: KeyStroke, *, repeated: bool) -> bool:
        self._keep(caught, stroke)
        if caught.sign is Sign.SPEED and stroke.pressed and not repeated:
            caught.time(stroke)
            if caught.is_a_person:
                self._give_all_back(caught)
                return True
        if stroke.pressed and stroke.kind is KeyKind.END:
            self._ended_ms = stroke.at_ms
            self._finish(caught, ended=True)
        else:
            self._gate.ask_for_quiet(caught.silence_ms)
        return True

    def _keep(self, caught: "_Caught", stroke: KeyStroke) -> None:
        caught.keep(stroke)
        (self._swallowed.add if stroke.pressed else self._swallowed.discard)(stroke.key)

    def _finish(self, caught: "_Caught", *, ended: bool) -> None:
        if caught.too_long:
            self._caught = None
            self._gate.on_capture(Capture("", caught.sign, too_long=True))
            return
        text = typed_text(caught.strokes).rstrip("\r\n\t")
        guessed = caught.sign is Sign.SPEED
        if guessed and (len(text) < SHORTEST_CODE or not self._is_code(text, ended)):
            self._give_all_back(caught)
            return
        self._caught = None
        if text:
            manner = _manner(caught.strokes, self._function_key, ended=ended)
            self._gate.on_capture(Capture(text, caught.sign, manner=manner))

    def _give_all_back(self, caught: "_Caught") -> None:
        self._caught = None
        self._ended_ms = None
        self._swallowed.clear()
        self._give_back(caught.strokes)


def _manner(strokes: Sequence[KeyStroke], before: KeyStroke | None, *, ended: bool) -> Manner:
    letters = [one for one in strokes if one.pressed and one.kind is KeyKind.PRINTABLE]
    gaps = [later.since(earlier.at_ms) for earlier, later in pairwise(letters)]
    near = before is not None and bool(letters) and letters[0].since(before.at_ms) <= PREFIX_MS
    return Manner(
        prefix=before.key if before is not None and near else None,
        end=next((one.key for one in reversed(strokes) if one.pressed), None) if ended else None,
        gap_ms=median_low(gaps) if gaps else 0,
    )


class _Opening:
    """Strokes that may be the beginning of a code."""

    def __init__(self) -> None:
        self.strokes: list[KeyStroke] = []
        self.count = 0
        self.stalled = False
        self._last_ms = 0

    def is_broken_by(self, stroke: KeyStroke) -> bool:
        """Tell whether this key came too late to belong to what waits."""
        if self.count == 0 or (gap := stroke.since(self._last_ms)) <= FIRST_GAP_MS:
            return False
        if self.count < 2 or self.stalled or gap > STALL_MS:
            return True
        self.stalled = True
        return False

    def add(self, stroke: KeyStroke) -> None:
        self.strokes.append(stroke)
        self.count += 1
        self._last_ms = stroke.at_ms

    def take_all(self) -> list[KeyStroke]:
        strokes, self.strokes = self.strokes, []
        self.count, self.stalled = 0, False
        return strokes


class _Caught:
    """The strokes of a reader, and how steadily they came."""

    def __init__(self, sign: Sign, *, gaps: int = 0, slow: int = 0) -> None:
        self.sign = sign
        self.strokes: list[KeyStroke] = []
        self.too_long = False
        self.last_ms = 0
        self._gaps = gaps
        self._slow = slow

    def keep(self, stroke: KeyStroke) -> None:
        if len(self.strokes) == MOST_STROKES:
            self.strokes.clear()
            self.too_long = True
        if not self.too_long:
            self.strokes.append(stroke)

    def time(self, stroke: KeyStroke) -> None:
        """Count the gap before a printable key."""
        if stroke.kind is KeyKind.PRINTABLE:
            self._gaps += 1
            self._slow += stroke.since(self.last_ms) > SLOW_GAP_MS
            self.last_ms = stroke.at_ms

    @property
    def silence_ms(self) -> int:
        return SILENCE_MS if self.sign is Sign.SPEED else SURE_SILENCE_MS

    @property
    def is_a_person(self) -> bool:
        """Readers stall now and then, people all the time: a fifth of all gaps is too much."""
        return not self.too_long and self._slow >= 3 and self._slow * 5 > self._gaps
