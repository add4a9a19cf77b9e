"""What citizens say, turned into what procedures are called: "chuyển khẩu cho con"."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from station.catalogue.parts import Everyday
from station.catalogue.slips import NearWords, Words
from station.catalogue.word_index import words_of
from station.text import fold

_LONGEST = 12
_PERSONS = frozenset({"toi", "em", "chau", "minh", "nha", "cua", "bac", "chu", "co", "anh", "chi"})
"""Said in between, as in "bố tôi mất"; left out when nothing is understood with them."""
_MOST = 200
"""Procedures of one meaning that are ordered; more than that and the meaning says nothing."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A procedure that may be meant, and the words of its name by which it was found."""

    number: int
    words: Words


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a query, the likeliest first.

    ``whole`` tells that the query is nothing but what people say: then it goes before all else.
    """

    meant: tuple[Meant, ...] = ()
    whole: bool = False
    corrected: bool = False


class EverydayWords:
    """Looks for what people say in a query, also with a slip of a key in it."""

    def __init__(
        self,
        everyday: Iterable[Everyday],
        keywords: Sequence[tuple[str, ...]],
        names: Sequence[str],
    ) -> None:
        """
        Args:
            keywords: of each procedure, its own everyday words.
            names: of each procedure, its words between spaces: ``" dang ky khai sinh "``.
        """
        self._meanings: defaultdict[Words, dict[Words, list[int]]] = defaultdict(dict)
        for row in everyday:
            for meaning in row.means:
                words = tuple(words_of(fold(meaning)))
                phrase = f" {' '.join(words)} "
                found = [number for number, name in enumerate(names) if phrase in name]
                if found:
                    self._meanings[_said(row.say)].setdefault(words, found[:_MOST])
        for number, said in enumerate(keywords):
            for phrase in said:
                self._meanings[_said(phrase)].setdefault((), []).append(number)
        self._meanings.pop((), None)
        self._name_words = [frozenset(name.split()) for name in names]
        self._beginnings = {
            said[:length] for said in self._meanings for length in range(1, len(said) + 1)
        }
        self._vocabulary = {word for said in self._meanings for word in said}
        self._near = NearWords(self._vocabulary)

    def understand(self, words: Words) -> Understood:
        """Find what people say in these words; the longest that was said counts most."""
        if not self._meanings or not words:
            return Understood()
        for heard in (words, tuple(word for word in words if word not in _PERSONS)):
            if found := self._said_in(heard):
                return self._understood(words, found, corrected=False)
        for corrected in self._corrections(words):
            if found := self._said_in(corrected):
                return self._understood(corrected, found, corrected=True)
        return Understood()

    def _said_in(self, words: Words) -> list[Words]:
        """Give everything known that stands in the query, the longest first."""
        found: dict[Words, None] = {}
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
                said = words[start:end]
                if said not in self._beginnings:
                    break
                if said in self._meanings:
                    found[said] = None
        longest = sorted(found, key=len, reverse=True)
        return [said for said in longest if len(said) == len(longest[0])]

    def _understood(self, words: Words, found: list[Words], *, corrected: bool) -> Understood:
        others = set(words).difference(*found)
        meant: dict[int, Meant] = {}
        for said in found:
            for meaning, numbers in self._meanings[said].items():
                ordered = sorted(numbers, key=lambda n: -len(others & self._name_words[n]))
                for number in ordered:
                    meant.setdefault(number, Meant(number, meaning))
        whole = len(found[0]) == len(words)
        return Understood(tuple(meant.values()), whole=whole, corrected=corrected)

    def _corrections(self, words: Words) -> Iterable[Words]:
        """Give the query with one word that nobody says replaced by one that is said."""
        for place, word in enumerate(words):
            if len(word) > 2 and word not in self._vocabulary:
                for near in self._near.near(word):
                    yield (*words[:place], near, *words[place + 1 :])


def _said(text: str) -> Words:
    return tuple(words_of(fold(text)))[:_LONGEST]
