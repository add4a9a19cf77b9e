"""Finding a procedure while the officer types: words begun, initials, codes, slips of a key."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import chain, groupby, islice, pairwise
from math import log2
from sys import intern

from station.catalogue.everyday import EverydayWords, Understood
from station.catalogue.highlight import Span, initial_spans, name_spans
from station.catalogue.parts import Everyday
from station.catalogue.slips import NearWords, Words, corrections
from station.catalogue.word_index import WordIndex, members, stretch, words_of
from station.domain.procedure import Procedure
from station.text import clean, fold

LONGEST_QUERY = 600
"""Characters; the longest name of a procedure known has 540."""
_MOST_COMPARED = 200
"""With more candidates than this they are not compared one by one: the officer types on."""
_MOST_CORRECTIONS = 50
_SURE_WORDS = 3
_NATIONAL_CODE = re.compile(r"(\d\.\d{6})\.\d{3}\.\d{2}\.\d{2}\..+")
_CODE_PART = re.compile(r"[0-9a-z.\-]*\d[0-9a-z.\-]*")


class Match(Enum):
    """How a query met a procedure."""

    CODE = "code"
    WHOLE_NAME = "whole_name"
    PHRASE = "phrase"
    """The words of the query stand together in the name."""
    PHRASE_BEGUN = "phrase_begun"
    """So they do, but some are only begun."""
    EVERYDAY = "everyday"
    """Citizens call it so; its name has other words."""
    GROUP = "group"
    """The words stand together in the name of its field or its agency."""
    WORDS = "words"
    """The name has all the words, somewhere."""
    INITIALS = "initials"
    """The query is made of first letters: "dkks"."""
    CODE_PART = "code_part"
    WORDS_BEGUN = "words_begun"
    SURROUNDINGS = "surroundings"
    """The name, the field and the agency together have all the words."""
    MOST_WORDS = "most_words"
    """The name has a good part of the words: the last resort."""


_ORDERED = frozenset({Match.MOST_WORDS, Match.EVERYDAY, Match.INITIALS})


@dataclass(frozen=True, slots=True)
class Hit:
    """A procedure that was found, and what to highlight.

    ``spans`` are ranges of characters of the name, in order and apart; ``code_span`` is one of
    the code.
    """

    procedure: Procedure
    match: Match
    corrected: bool
    """True when the query had to be taken as mistyped."""
    spans: tuple[Span, ...]
    code_span: Span | None
    local_until: date | None = None
    """The last day of the local correction that answers for it; None: the province's own."""


@dataclass(frozen=True, slots=True)
class _Tier:
    """Procedures of equal rank; some may have been given in a better tier before."""

    match: Match
    numbers: Iterable[int]
    words: Words
    """The words that met them, after correction."""
    corrected: bool = False


class CatalogueIndex:
    """All procedures in force, ready for a search at every key. Build it anew after an import.

    Among equal matches those with details come first, then the shorter name, then the name and
    the code in the order of their letters: the same query always gives the same list.
    """

    def __init__(
        self,
        procedures: Iterable[Procedure],
        *,
        local: Mapping[str, date] | None = None,
        everyday: Iterable[Everyday] = (),
    ) -> None:
        """
        Args:
            local: codes that a local correction answers for, with its last day.
            everyday: what citizens say instead of the words of names.
        """
        self._local = local or {}
        self._use: Mapping[str, int] = {}
        # A procedure's place in this order is its number; within a tier the lowest come first.
        self._procedures = sorted(
            procedures, key=lambda p: (not p.has_details, len(p.name), p.name, p.code)
        )
        # Thousands of names have some hundred words: each is kept, and folded, once.
        accented = [[intern(word) for word in words_of(p.name.lower())] for p in self._procedures]
        without_accents = {word: fold(word) for word in set(chain.from_iterable(accented))}
        folded = [[without_accents[word] for word in words] for words in accented]
        self._name_words = folded
        self._names = [f" {' '.join(words)} " for words in folded]
        self._initials = ["".join(word[0] for word in words) for words in folded]
        self._codes = [p.code.lower() for p in self._procedures]
        self._words = WordIndex(folded)
        self._accented = WordIndex(accented)
        self._surroundings = WordIndex(
            [words_of(fold(f"{p.name} {p.field} {p.agency}")) for p in self._procedures]
        )
        self._vocabulary = NearWords(self._words.words)
        self._everyday = EverydayWords(
            everyday, [p.keywords for p in self._procedures], self._names
        )
        self._groups: defaultdict[str, int] = defaultdict(int)
        for number, procedure in enumerate(self._procedures):
            for group in (procedure.field, procedure.agency):
                self._groups[f" {' '.join(words_of(fold(group)))} "] |= 1 << number

    def learn(self, use: Mapping[str, int]) -> None:
        """Take how often each code was received here: of equal matches the most used come first.

        May be called from another thread than ``search``.
        """
        self._use = dict(use)

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """Find procedures, best first, at most ``limit``.

        Accents and case do not matter, but names with the very accents that were typed come
        first. A text without letters and digits finds nothing.
        """
        typed = clean(text[:LONGEST_QUERY]).lower()
        accented = words_of(typed)
        hits: list[Hit] = []
        given: set[int] = set()
        code = _code_part(fold(typed))
        for tier in self._tiers(accented, code, given) if accented else ():
            for number in self._most_used_first(tier):
                if len(hits) >= limit:
                    return hits
                if number not in given:
                    given.add(number)
                    hits.append(self._hit(number, tier, code))
        return hits

    def _tiers(self, accented: list[str], code: str, given: set[int]) -> Iterator[_Tier]:
        """Give the tiers, best first; a later one is worked out only when it is asked for.

        Args:
            given: what was found so far; the caller adds to it between two tiers.
        """
        words = tuple(fold(word) for word in accented)
        exact = self._words.all
        for typed, word in zip(accented, words, strict=True):
            if typed != word:
                exact &= self._accented.begun(typed)
        accents = [part for part in (exact, self._words.all & ~exact) if part]

        if code:
            yield _Tier(Match.CODE, self._with_code(code, whole=True), words)
        said = self._everyday.understand(words)
        if said.whole and not said.corrected:
            yield from _everyday_tiers(said)
        before = len(given)
        for part in accents:
            yield from self._together(words, part)
        yield _Tier(Match.GROUP, self._in_group(words), words)
        astray = len(given) == before  # nobody has such words together: a slip is likely
        meant = corrections(words, self._words, self._vocabulary) if astray else ()
        slips = list(islice(meant, _MOST_CORRECTIONS))
        surely = len(words) >= _SURE_WORDS  # so many words together are no coincidence
        if surely:
            yield from self._together_after_a_slip(slips)
        if not said.corrected or astray:
            yield from _everyday_tiers(said)
        whole = self._words.all_whole(words)
        for part in accents:
            yield _Tier(Match.WORDS, members(whole & part), words)
        yield _Tier(Match.INITIALS, self._with_initials(words), words)
        if code:
            yield _Tier(Match.CODE_PART, self._with_code(code, whole=False), words)
        if not surely:
            yield from self._together_after_a_slip(slips)
        begun = self._words.all_begun(words)
        for part in accents:
            yield _Tier(Match.WORDS_BEGUN, members(begun & part), words)
        for corrected in slips:
            begun = self._words.all_begun(corrected)
            yield _Tier(Match.WORDS_BEGUN, members(begun), corrected, corrected=True)
        around = self._surroundings.all_begun(words)
        yield _Tier(Match.SURROUNDINGS, members(around), words)
        if not given:
            yield _Tier(Match.MOST_WORDS, self._with_most(words), words, corrected=True)

    def _most_used_first(self, tier: _Tier) -> Iterable[int]:
        """Order equal matches by use; what is ordered by how well it fits stays as it is."""
        return tier.numbers if tier.match in _ORDERED else self._by_use(tier.numbers)

    def _by_use(self, numbers: Iterable[int]) -> Iterable[int]:
        if not self._use:
            return numbers
        use, procedures = self._use, self._procedures
        return sorted(numbers, key=lambda number: -use.get(procedures[number].code, 0))

    def _with_code(self, part: str, *, whole: bool) -> list[int]:
        if whole:
            return [number for number, code in enumerate(self._codes) if code == part]
        return [number for number, code in enumerate(self._codes) if part in code]

    def _together(self, words: Words, within: int) -> Iterator[_Tier]:
        """Give the names in which the words, or their beginnings, stand together."""
        found = members(self._words.all_begun(words) & within)
        phrase = " " + " ".join(words)
        begun = [number for number in found if phrase in self._names[number]]
        phrase += " "
        complete = [number for number in begun if phrase in self._names[number]]
        whole = [number for number in complete if phrase == self._names[number]]
        yield _Tier(Match.WHOLE_NAME, whole, words)
        yield _Tier(Match.PHRASE, complete, words)
        yield _Tier(Match.PHRASE_BEGUN, begun, words)
        if len(words) > 1 and len(found) - len(begun) <= _MOST_COMPARED:
            shortened = [n for n in found if stretch(self._name_words[n], words) is not None]
            yield _Tier(Match.PHRASE_BEGUN, shortened, words)

    def _together_after_a_slip(self, slips: Iterable[Words]) -> Iterator[_Tier]:
        """Give the names with the words of any of these corrected queries together, best first."""
        best: dict[tuple[Match, int], Words] = {}
        for words in slips:
            phrase = " " + " ".join(words)
            for number in members(self._words.all_begun(words)):
                name = self._names[number]
                if phrase not in name:
                    continue
                if phrase + " " == name:
                    match = Match.WHOLE_NAME
                else:
                    match = Match.PHRASE if phrase + " " in name else Match.PHRASE_BEGUN
                best.setdefault((match, number), words)
            if len(best) >= _MOST_COMPARED:
                break
        for wanted in (Match.WHOLE_NAME, Match.PHRASE, Match.PHRASE_BEGUN):
            found = sorted(number for match, number in best if match is wanted)
            for number in self._by_use(found):
                yield _Tier(wanted, [number], best[wanted, number], corrected=True)

    def _in_group(self, words: Words) -> list[int]:
        phrase = " " + " ".join(words)
        found = 0
        for group, numbers in self._groups.items():
            if phrase in group:
                found |= numbers
        return members(found)

    def _with_initials(self, words: Words) -> list[int]:
        letters = _initials(words)
        if not letters:
            return []
        found = [number for number, own in enumerate(self._initials) if letters in own]
        return sorted(found, key=lambda number: not self._initials[number].startswith(letters))

    def _with_most(self, words: Words) -> list[int]:
        """Give the names with a good part of the words: rare words weigh more, neighbours again."""
        weights: defaultdict[str, float] = defaultdict(float)
        found: dict[str, int] = {}
        for word in dict.fromkeys(words):
            numbers = self._words.whole(word)
            for near in () if numbers else self._vocabulary.near(word):
                numbers |= self._words.whole(near)
            if numbers:  # a word of no name at all says nothing about which one is meant
                found[word] = numbers
                weights[word] = log2(1 + len(self._names) / numbers.bit_count())
        scores: defaultdict[int, float] = defaultdict(float)
        for word, numbers in found.items():
            for number in members(numbers):
                scores[number] += weights[word]
        enough = sum(weights.values()) / 3
        pairs = [
            (f" {left} {right} ", weights[left] + weights[right]) for left, right in pairwise(words)
        ]
        best = {
            number: score + sum(weight for pair, weight in pairs if pair in self._names[number])
            for number, score in scores.items()
            if score > enough
        }
        return sorted(best, key=lambda number: (-best[number], number))

    def _hit(self, number: int, tier: _Tier, code: str) -> Hit:
        procedure = self._procedures[number]
        if tier.match is Match.INITIALS:
            letters = _initials(tier.words)
            start = self._initials[number].find(letters)
            spans = initial_spans(procedure.name, start, len(letters))
        elif tier.match in (Match.CODE, Match.CODE_PART) or not tier.words:
            spans = ()
        else:
            spans = name_spans(procedure.name, self._name_words[number], tier.words)
        at = self._codes[number].find(code) if code else -1
        code_span = (at, at + len(code)) if at >= 0 else None
        until = self._local.get(procedure.code)
        return Hit(procedure, tier.match, tier.corrected, spans, code_span, until)


def _everyday_tiers(said: Understood) -> Iterator[_Tier]:
    for meaning, numbers in groupby(said.meant, key=lambda meant: meant.words):
        found = [meant.number for meant in numbers]
        yield _Tier(Match.EVERYDAY, found, meaning, corrected=said.corrected)


def _initials(words: Words) -> str:
    """Give the query as initials, if it can be: one word, or nothing but single letters."""
    if len(words) > 1 and any(len(word) > 1 for word in words):
        return ""
    letters = "".join(words)
    return letters if len(letters) > 1 else ""


def _code_part(folded: str) -> str:
    """Give the query as a part of a procedure code, if it can be one.

    The portal appends an agency to the national code: ``1.004873.000.00.00.H25``.
    """
    if national := _NATIONAL_CODE.fullmatch(folded):
        return national[1]
    return folded if len(folded) > 1 and _CODE_PART.fullmatch(folded) else ""
