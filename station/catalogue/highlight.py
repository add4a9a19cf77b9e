"""Which letters of a found procedure to highlight."""

from collections.abc import Iterator, Sequence

from station.catalogue.word_index import stretch, word_spans

Span = tuple[int, int]
"""The first character, and the one after the last."""


def name_spans(name: str, folded: Sequence[str], words: Sequence[str]) -> tuple[Span, ...]:
    """Give what the words of a query, or beginnings of words, met in a name.

    They are looked for together first; else each takes the first word that fits and is free,
    a whole one rather than one that it only begins.

    Args:
        name: as it is shown.
        folded: the words of the name, folded.
        words: the words of the query, folded.
    """
    start = stretch(folded, words)
    met = enumerate(words, start) if start is not None else _scattered(folded, words)
    places = word_spans(name)
    spans = []
    for place, typed in met:
        begin, end = places[place]
        same_length = len(folded[place]) == end - begin
        spans.append((begin, begin + len(typed) if same_length else end))
    return tuple(sorted(spans))


def initial_spans(name: str, start: int, count: int) -> tuple[Span, ...]:
    """Give the first letters of so many words of a name, from the word ``start`` on."""
    return tuple((begin, begin + 1) for begin, _ in word_spans(name)[start : start + count])


def _scattered(folded: Sequence[str], words: Sequence[str]) -> Iterator[tuple[int, str]]:
    taken: set[int] = set()
    for typed in words:
        best = None
        for place, word in enumerate(folded):
            if place in taken or not word.startswith(typed):
                continue
            if word == typed:
                best = place
                break
            best = place if best is None else best
        if best is not None:
            taken.add(best)
            yield best, typed
