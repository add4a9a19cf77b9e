"""What may have been meant when a key was missed, hit twice, or hit in the wrong order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from operator import and_

from station.catalogue.word_index import WordIndex

Words = tuple[str, ...]


class NearWords:
    """Finds the words of a vocabulary that are one slip of the keyboard away.

    Two words with one slip between them have a common rest that lacks at most one letter of
    each, so a look-up by such rests leaves only a handful to compare.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        by_rest: defaultdict[str, list[str]] = defaultdict(list)
        for word in vocabulary:
            for rest in _rests(word):
                by_rest[rest].append(word)
        self._by_rest = dict(by_rest)

    def near(self, word: str) -> list[str]:
        """Give the words with a letter too many, too few, wrong, or two swapped; sorted."""
        from rapidfuzz.distance import OSA  # only who mistypes needs its 3 MB

        near = {other for rest in _rests(word) for other in self._by_rest.get(rest, ())}
        near.discard(word)
        return sorted(other for other in near if OSA.distance(word, other, score_cutoff=1) <= 1)


def corrections(words: Words, index: WordIndex, vocabulary: NearWords) -> Iterator[Words]:
    """Give the queries one slip away from these words that find something in the index.

    The slip may also be in the space: left out, put into a word, or hit instead of a letter.
    """
    found = [index.begun(word) for word in words]
    before = list(accumulate(found, and_, initial=index.all))
    after = list(accumulate(reversed(found), and_, initial=index.all))[::-1]
    for place, word in enumerate(words):
        others = before[place] & after[place + 1]
        if others and len(word) > 1:  # a single letter could stand for anything
            for meant in _meant(word, others, index, vocabulary):
                yield words[:place] + meant + words[place + 1 :]
    for place, (left, right) in enumerate(pairwise(words)):
        others = before[place] & after[place + 2]
        if others:
            for meant in _meant_together(left, right, others, index, vocabulary):
                yield words[:place] + meant + words[place + 2 :]


def _meant(word: str, others: int, index: WordIndex, vocabulary: NearWords) -> Iterator[Words]:
    """Give what one word may stand for in the texts that hold the other words."""
    for near in vocabulary.near(word):
        if others & index.whole(near):
            yield (near,)
    for cut in range(1, len(word)):  # the space was left out, or another key was hit
        left = others & index.whole(word[:cut])
        for right in (word[cut:], word[cut + 1 :]) if left else ():
            if right and left & index.begun(right):
                yield word[:cut], right


def _meant_together(
    left: str, right: str, others: int, index: WordIndex, vocabulary: NearWords
) -> Iterator[Words]:
    """Give what two neighbouring words may stand for: one word, or two with the space moved."""
    joined = left + right
    near = vocabulary.near(joined) if len(joined) > 2 else ()
    for word in (joined, *near):
        if others & index.whole(word):
            yield (word,)
    for cut in (len(left) - 1, len(left) + 1):
        if 0 < cut < len(joined):
            moved = others & index.whole(joined[:cut]) & index.begun(joined[cut:])
            if moved:
                yield joined[:cut], joined[cut:]


def _rests(word: str) -> set[str]:
    return {word} | {word[:cut] + word[cut + 1 :] for cut in range(len(word))}
