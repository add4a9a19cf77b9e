"""Which letters of a found procedure to highlight."""

from collections.abc import Sequence

from station.catalogue.word_index import stretch, word_spans
from station.text import fold

Span = tuple[int, int]
"""The first character, and the one after the last."""


def name_spans(name: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Give what these folded words, or beginnings of words, met in the name.

    They are looked for together first; else each takes the first word that fits and is free.
    """
    places = word_spans(name)
    folded = [fold(name[begin:end]) for begin, end in places]
    start = stretch(folded, words)
    pairs = list(enumerate(words, start)) if start is not None else _scattered(folded, words)
    spans = []
    for place, typed in sorted(pairs):
        begin, end = places[place]
        same_length = len(folded[place]) == end - begin
        spans.append((begin, begin + len(typed) if same_length else end))
    return tuple(spans)


def initial_spans(name: str, initials: str) -> tuple[Span, ...]:
    """Give the first letters in the name that make up these initials."""
    places = word_spans(name)
    first_letters = "".join(fold(name[begin])[:1] for begin, _ in places)
    start = first_letters.find(initials)
    if start < 0:
        return ()
    return tuple((begin, begin + 1) for begin, _ in places[start : start + len(initials)])


def _scattered(folded: Sequence[str], words: Sequence[str]) -> list[tuple[int, str]]:
    free = dict.fromkeys(range(len(folded)))
    pairs = []
    for typed in words:
        fitting = [place for place in free if folded[place].startswith(typed)]
        if fitting:
            best = next((place for place in fitting if folded[place] == typed), fitting[0])
            del free[best]
            pairs.append((best, typed))
    return pairs
