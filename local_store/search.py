"""Finding dossiers by words: what is indexed of each, and how a query is read.

Search is SQLite's FTS5 over words that were folded here (no accents, "đ" as "d"). Numbers are
indexed by all their endings of four digits and more, so that any fragment of one is the beginning
of a word.
"""

import re
from collections.abc import Iterator

from station.domain.dossier import Dossier
from station.domain.person import Party
from station.text import fold

SHORTEST_FRAGMENT = 4
LONGEST_QUERY = 200
_MOST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})(?:/\d{2,4})?")


def search_words(dossier: Dossier) -> str:
    """Give the words by which a dossier is found, parted by blanks, each once."""
    words: dict[str, None] = {}
    for party in (dossier.submitter, dossier.owning_party):
        words |= dict.fromkeys(_party_words(party))
    words |= dict.fromkeys(_WORD.findall(fold(dossier.code)))
    words |= dict.fromkeys(_WORD.findall(fold(dossier.procedure_name)))
    words[_day_word(dossier.received_at.day, dossier.received_at.month)] = None
    return " ".join(words)


def match_expressions(text: str) -> list[str]:
    """Give FTS5 queries for what was typed, the exact one first; none when it says nothing."""
    typed = fold(text[:LONGEST_QUERY])
    days = [_day_word(int(day), int(month)) for day, month in _DAY.findall(typed)]
    words = [*days, *_WORD.findall(_DAY.sub(" ", typed))][:_MOST_WORDS]
    if not words:
        return []
    exact = " AND ".join(f'"{word}"' for word in words)
    begun = " AND ".join(f'"{word}"*' for word in words)
    return [exact, begun]


def _party_words(party: Party) -> Iterator[str]:
    for name in (party.name, party.person.full_name):
        yield from _WORD.findall(fold(name))
    for number in (party.number, party.contact_phone):
        for digits in re.findall(r"\w+", fold(number or "").replace(" ", "").replace(".", "")):
            yield digits
            for start in range(1, len(digits) - SHORTEST_FRAGMENT + 1):
                yield digits[start:]


def _day_word(day: int, month: int) -> str:
    return f"day{day:02d}{month:02d}"
