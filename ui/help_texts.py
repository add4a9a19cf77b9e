"""What F1 says: what a page is for, how its work is done, what to do in trouble, and every key.

The words are those of the manual, in ``help.json``. Where they name a key they name its act in
braces, so that a key that an officer changed is said as it is now.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from importlib.resources import files
from typing import Any, Final

from station.text import fold
from station.words import Language
from ui.messages import codes, words

EVERYWHERE: Final = "everywhere"
"""The name of what is said of every page."""


class HelpKind(Enum):
    """What an entry is about."""

    HERE = auto()
    """What the catalogue says of the procedure in hand."""
    HOW = auto()
    TROUBLE = auto()
    KEY = auto()
    ERROR = auto()
    """One error by its code: found by those who look for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpEntry:
    """One thing that somebody may look for."""

    kind: HelpKind
    what: str
    say: str = ""
    keys: str = ""
    page: str = ""
    """The page it is about; empty for the one in front, and for what holds everywhere."""


def purpose(page: str, language: Language) -> str:
    """Tell what a page is for."""
    text: str = _filed()[page][language]["purpose"]
    return text


def entries(page: str, language: Language, keys: Mapping[str, str]) -> list[HelpEntry]:
    """Give how the work of a page is done and what to do in trouble, then what holds everywhere.

    Args:
        keys: how the key of each act is written.
    """
    return [*_of(page, language, keys), *_of(EVERYWHERE, language, keys)]


def beyond(
    page: str, language: Language, keys: Mapping[str, str], titles: Mapping[str, str]
) -> list[HelpEntry]:
    """Give what is said of the other pages, named by their titles, and every error by its code."""
    others = [
        HelpEntry(kind=entry.kind, what=entry.what, say=entry.say, page=titles[other])
        for other in _filed()
        if other not in (page, EVERYWHERE)
        for entry in _of(other, language, keys)
    ]
    return others + _errors(language)


def found(here: Sequence[HelpEntry], elsewhere: Sequence[HelpEntry], typed: str) -> list[HelpEntry]:
    """Give the entries with every typed piece: those of this page first, then by their heading."""
    pieces = fold(typed).split()
    if not pieces:
        return list(here)
    ranked = []
    for place, entry in enumerate((*here, *elsewhere)):
        heading, whole = _folded(entry)
        if all(piece in whole for piece in pieces):
            off_page = place >= len(here)
            in_heading = all(piece in heading for piece in pieces)
            ranked.append((not in_heading, off_page, place, entry))
    return [entry for *_, entry in sorted(ranked, key=lambda one: one[:3])]


def _of(page: str, language: Language, keys: Mapping[str, str]) -> list[HelpEntry]:
    filed = _filed()[page][language]
    return [
        HelpEntry(kind=kind, what=one["what"], say=one["do"].format_map(keys))
        for kind, part in ((HelpKind.HOW, "how"), (HelpKind.TROUBLE, "trouble"))
        for one in filed[part]
    ]


@cache
def _errors(language: Language) -> list[HelpEntry]:
    said = (words(code, {}, language) for code in codes())
    return [
        HelpEntry(kind=HelpKind.ERROR, what=f"{one.code}: {one.title}", say=str(one))
        for one in said
    ]


@cache
def _folded(entry: HelpEntry) -> tuple[str, str]:
    heading = fold(f"{entry.what} {entry.keys}")
    return heading, f"{heading} {fold(entry.say)}"


@cache
def _filed() -> dict[str, Any]:
    text = files("ui").joinpath("help.json").read_text(encoding="utf-8")
    filed: dict[str, Any] = json.loads(text)
    return filed
