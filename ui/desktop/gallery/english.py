"""What the samples of the gallery say, in the language of its window.

The samples are written as presenters say them in Vietnamese. In an English window each sentence is
found again among the words of the program, and said as these say it in English: whatever is in no
words of the program is a name, and stays.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from station.catalogue import differences
from station.words import capitalised
from ui.desktop.keys import KEYS
from ui.desktop.screen import load_pages
from ui.desktop.wording import language

T = TypeVar("T")
_PLACE = re.compile(r"\{(\w+)[^}]*\}")
_JOINT = re.compile(r"((?<=[.;:,)\d]) | (?=\d)| · | → | – |/)")
"""Between what presenters say one after the other."""
_FIGURE = r"[A-Z]?\d[\d.,:/ -]*"
_FEW_LETTERS, _MANY_LETTERS = 2, 20
"""Words as short as these are about figures, else they would be found in every name; as long as
those they may be about whole sentences."""


def spoken(said: T) -> T:
    """Give a sheet, or a sentence, in the language of the window."""
    return said if language() == "vi" else _in_english(said)


def _in_english(said: Any) -> Any:  # noqa: ANN401 - whatever a view is shown
    if isinstance(said, str):
        return _english(said) if said.strip() else said
    if isinstance(said, tuple):
        return tuple(_in_english(one) for one in said)
    if isinstance(said, Mapping):
        return {name: _in_english(one) for name, one in said.items()}
    if is_dataclass(said) and not isinstance(said, type):
        changes = {f.name: _in_english(getattr(said, f.name)) for f in fields(said) if f.init}
        return replace(said, **changes)
    return said


def _english(said: str) -> str:
    if type(said) is not str:
        return said  # a value of an enum
    if (whole := _known(said)) is not None:
        return whole
    pieces, turned, at = _JOINT.split(said), "", 0
    while at < len(pieces):  # what is said one after the other: as much at once as is known
        for end in range(len(pieces), at, -2):
            if (known := _known("".join(pieces[at:end]))) is not None:
                break
        else:
            end, known = at + 1, pieces[at]
        turned += known + "".join(pieces[end : end + 1])
        at = end + 1
    return turned


def _known(said: str) -> str | None:
    """Say a sentence in English; None where it is in no words of the program."""
    exact, patterns = _words()
    bare = said.rstrip(".,;:")
    for one, rest in ((said, ""), (bare, said[len(bare) :])):
        if one in exact:
            return exact[one] + rest
        lower = one[:1].lower() + one[1:]
        if lower in exact:  # it begins a line
            return capitalised(exact[lower]) + rest
        if capitalised(one) in exact:
            return exact[capitalised(one)].lower() + rest
        for pattern, english in patterns:
            if found := pattern.fullmatch(one):
                return _filled(english, found.groupdict()) + rest
    return None


def _filled(english: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: _english(values[place[1]]), english)


@cache
def _words() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """Give what is said without a place to fill in, and what has one: the longest first."""
    load_pages()
    import_module("ui.desktop.session")  # and with it every presenter
    exact: dict[str, str] = {}
    templates: dict[str, str] = {}
    for vietnamese, english in _pairs():
        (templates if _PLACE.search(vietnamese) else exact)[vietnamese] = english
    known = sorted(templates, key=_letters, reverse=True)
    return exact, [(_pattern(one), templates[one]) for one in known if _letters(one)]


def _pairs() -> Iterator[tuple[str, str]]:
    messages = files("ui").joinpath("messages.json").read_text(encoding="utf-8")
    yield from _within(json.loads(messages))
    yield from differences.WORDS.values()
    for binding in KEYS.values():
        yield binding.label("vi"), binding.label("en")
    for period in ("{count} ngày làm việc", "{count} ngày"):
        yield period, QCoreApplication.translate("wording", period)
    for name, module in list(sys.modules.items()):
        if name.startswith(("ui.", "station.")):
            for value in list(vars(module).values()):
                yield from _within(value)


def _within(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple | list):
        for one in value:
            yield from _within(one)
    if not isinstance(value, Mapping):
        return
    if set(value) == {"vi", "en"}:
        yield from _paired(value["vi"], value["en"])
        return
    for one in value.values():
        yield from _within(one)


def _paired(vietnamese: object, english: object) -> Iterator[tuple[str, str]]:
    if isinstance(vietnamese, str) and isinstance(english, str):
        yield vietnamese, english
    elif isinstance(vietnamese, Mapping) and isinstance(english, Mapping):
        for name in vietnamese:
            yield from _paired(vietnamese[name], english.get(name))
    elif isinstance(vietnamese, tuple) and isinstance(english, tuple):
        for one, other in zip(vietnamese, english, strict=False):
            yield from _paired(one, other)


def _letters(template: str) -> int:
    return sum(char.isalpha() for char in _PLACE.sub("", template))


def _pattern(template: str) -> re.Pattern[str]:
    parts, named = _PLACE.split(template), set[str]()
    letters = _letters(template)
    filled = ".+?" if letters >= _MANY_LETTERS else r"(?:(?!\. ).)+?"
    if letters <= _FEW_LETTERS:
        filled = _FIGURE
    made = re.escape(parts[0])
    for name, literal in zip(parts[1::2], parts[2::2], strict=True):
        made += (
            f"(?P={name})"
            if name in named
            else f"(?P<{name}>{_FIGURE if name == 'count' else filled})"
        )
        named.add(name)
        made += re.escape(literal)
    return re.compile(made)
