"""The words by which a dossier is found, and what an officer typed as such words.

A word begins with the letter of its kind: ``n`` a word of a name, ``c`` the end of the dossier code
from one of its parts on, ``d`` the end of a number (so that any fragment is the beginning of a
word), ``t`` a day of reception or birth. Everything is folded: no diacritics, no case, no signs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from station.domain.dossier import Dossier
from station.domain.person import Party
from station.text import fold

SHORTEST_FRAGMENT = 4
"""Digits of a number that must be given to find by it; fewer find nearly everybody."""
_LONGEST_TEXT = 200
_MOST_TERMS = 8
_LONGEST_NUMBER = 24
_SHORTEST_GROUPED = 7
_DIGITS = re.compile(r"\+?[0-9]+")
_SIGNS = re.compile(r"[^a-z0-9]+")
_CODE_PARTS = re.compile(r"[.-]")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")


@dataclass(frozen=True, slots=True)
class Term:
    """One typed word: a dossier has it exactly, or has a word that begins with it."""

    exact: tuple[str, ...]
    beginnings: tuple[str, ...]


def search_words(dossier: Dossier) -> str:
    """Give all words of a dossier, each once, parted by spaces, in a settled order."""
    words: dict[str, None] = {}
    words |= dict.fromkeys(_code_words(dossier.code))
    words |= dict.fromkeys(_day_words(dossier.received_at.date()))
    parties = (dossier.submitter, dossier.owner) if dossier.owner else (dossier.submitter,)
    for party in parties:
        words |= dict.fromkeys(_party_words(party))
    return " ".join(words)


def typed_terms(text: str) -> list[Term]:
    """Read what was typed. Every term must be met; terms that say nothing are left out.

    Of a name only the last word may be unfinished: looking for names by the beginnings of several
    words would read half of the index at each key.
    """
    words = _whole_numbers(fold(text[:_LONGEST_TEXT]).split())[:_MOST_TERMS]
    last_name = max((place for place, word in enumerate(words) if word.isalpha()), default=-1)
    terms = (_term(word, unfinished=place >= last_name) for place, word in enumerate(words))
    return [term for term in terms if term is not None]


def _whole_numbers(words: Sequence[str]) -> list[str]:
    """Join a number that was typed in groups, as ``0912 345 678``: alone, a group of three digits
    finds nobody by it."""
    found: list[str] = []
    for is_number, some in groupby(words, key=lambda word: _DIGITS.fullmatch(word) is not None):
        group = list(some)
        joined = "".join(group)
        short = min(map(len, group)) < SHORTEST_FRAGMENT
        found += [joined] if is_number and short and len(joined) >= _SHORTEST_GROUPED else group
    return found


def _term(word: str, *, unfinished: bool) -> Term | None:
    day = _DAY.fullmatch(word)
    if day is not None and (found := _typed_day(day)):
        return Term((found,), ())
    plain = _SIGNS.sub("", word)
    if not plain:
        return None
    if not any(sign.isdigit() for sign in plain):
        return Term((f"n{plain}",), (f"n{plain}",) if unfinished else ())
    if plain.isdigit() and len(plain) < SHORTEST_FRAGMENT:
        return Term((f"c{plain:0>4}", f"n{plain}"), (f"n{plain}",))
    exact = (f"c{plain}", f"d{national_number(plain, word)}", f"n{plain}")
    return Term(exact, exact if len(plain) >= SHORTEST_FRAGMENT else exact[2:])


def _typed_day(day: re.Match[str]) -> str | None:
    number, month, year = int(day[1]), int(day[2]), day[3]
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return None
    if year is None:
        return f"t{month:02d}{number:02d}"
    return f"t{int(year) + (2000 if len(year) == 2 else 0):04d}{month:02d}{number:02d}"


def _code_words(code: str) -> Iterator[str]:
    parts = [_SIGNS.sub("", part) for part in _CODE_PARTS.split(fold(code))]
    for place in range(len(parts)):
        yield "c" + "".join(parts[place:])


def _day_words(day: date) -> Iterator[str]:
    yield f"t{day:%m%d}"
    yield day_word(day)


def day_word(day: date) -> str:
    """Give the word by which a whole day is found."""
    return f"t{day:%Y%m%d}"


def _party_words(party: Party) -> Iterator[str]:
    person = party.person
    for name in (person.full_name, party.organisation_name):
        for word in _SIGNS.split(fold(name or "")):
            if word:
                yield f"n{word}"
    paper = person.id_document
    of_paper = (paper.number, paper.old_number) if paper else ()
    for number in (*of_paper, party.tax_code, party.phone, person.phone):
        if number:
            yield from _number_words(number)
    if person.date_of_birth:
        yield from _day_words(person.date_of_birth)


def _number_words(number: str) -> Iterator[str]:
    plain = _plain(number)
    for start in range(max(1, len(plain) - SHORTEST_FRAGMENT + 1)):
        yield f"d{plain[start:]}"


def number_word(number: str) -> str | None:
    """Give the word by which a whole number is found; None where nothing is left of it."""
    plain = _plain(number)
    return f"d{plain}" if plain else None


def _plain(number: str) -> str:
    return national_number(_SIGNS.sub("", fold(number)), number)[:_LONGEST_NUMBER]


def national_number(plain: str, written: str) -> str:
    """Give a telephone number with its trunk 0 instead of the country's +84."""
    return f"0{plain[2:]}" if written.startswith("+84") else plain
