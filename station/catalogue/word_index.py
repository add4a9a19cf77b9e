"""Which texts hold which words: sets of texts as bits of one integer, so that "and" is instant."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+")
_BITS = [tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)]


def word_spans(text: str) -> list[tuple[int, int]]:
    """Give where each word of the text begins and ends; digits are words, signs are not."""
    return [found.span() for found in _WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """Give the words of the text, without the signs between them."""
    return _WORD.findall(text)


def stretch(words: Sequence[str], beginnings: Sequence[str]) -> int | None:
    """Find the first place from which on the words begin like this, one after the other."""
    first, rest = beginnings[0], beginnings[1:]
    for place in range(len(words) - len(rest)):
        if words[place].startswith(first) and all(
            word.startswith(beginning)
            for word, beginning in zip(words[place + 1 :], rest, strict=False)
        ):
            return place
    return None


def members(texts: int) -> list[int]:
    """Give the numbers of the texts in a set, in ascending order."""
    eights = texts.to_bytes((texts.bit_length() + 7) // 8, "little")
    return [8 * place + bit for place, byte in enumerate(eights) if byte for bit in _BITS[byte]]


class WordIndex:
    """Finds texts by words and by their beginnings.

    A set of texts is an integer whose bit ``n`` stands for text ``n``.
    """

    def __init__(self, texts: Sequence[Iterable[str]]) -> None:
        self.all = (1 << len(texts)) - 1
        numbers: defaultdict[str, set[int]] = defaultdict(set)
        for number, words in enumerate(texts):
            for word in words:
                numbers[word].add(number)
        self._whole = {word: sum(1 << n for n in found) for word, found in numbers.items()}
        begun: defaultdict[str, int] = defaultdict(int)
        for word, found in self._whole.items():
            for length in range(1, len(word) + 1):
                begun[word[:length]] |= found
        self._begun = dict(begun)

    @property
    def words(self) -> list[str]:
        return sorted(self._whole)

    def whole(self, word: str) -> int:
        """Give the texts that hold this very word."""
        return self._whole.get(word, 0)

    def begun(self, beginning: str) -> int:
        """Give the texts that hold a word with this beginning."""
        return self._begun.get(beginning, 0)

    def all_whole(self, words: Iterable[str]) -> int:
        """Give the texts that hold every one of these words."""
        found = self.all
        for word in words:
            found &= self._whole.get(word, 0)
        return found

    def all_begun(self, beginnings: Iterable[str]) -> int:
        """Give the texts that hold words with all of these beginnings."""
        found = self.all
        for beginning in beginnings:
            found &= self._begun.get(beginning, 0)
        return found
