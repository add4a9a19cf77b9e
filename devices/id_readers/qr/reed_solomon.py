"""Reed-Solomon over GF(256), errors and erasures, many words at once.

A codeword that is known to be doubtful (an erasure) costs half of what an unknown error costs, but
nobody knows how many of the doubtful ones to give up. So each word is decoded with every number of
erasures in one go: all steps work on arrays of words × erasure counts.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

_Bytes = NDArray[np.uint8]
_POLYNOMIAL = 0x11D
_ORDER = 255


def _powers() -> tuple[_Bytes, NDArray[np.int32]]:
    powers = np.zeros(2 * _ORDER, np.uint8)
    value = 1
    for exponent in range(_ORDER):
        powers[exponent] = powers[exponent + _ORDER] = value
        value = value << 1 ^ (_POLYNOMIAL if value & 0x80 else 0)
    logarithms = np.zeros(256, np.int32)
    logarithms[powers[:_ORDER]] = np.arange(_ORDER)
    return powers, logarithms


_POWERS, _LOGARITHMS = _powers()


def _products() -> _Bytes:
    table = _POWERS[_LOGARITHMS[:, None] + _LOGARITHMS[None, :]]
    table[0, :] = table[:, 0] = 0
    flat: _Bytes = table.ravel()
    return flat


_PRODUCTS = _products()
_INVERSES = _POWERS[(_ORDER - _LOGARITHMS) % _ORDER]


def _times(left: _Bytes, right: _Bytes) -> _Bytes:
    products: _Bytes = _PRODUCTS[left.astype(np.intp) << 8 | right]
    return products


@dataclass(frozen=True, slots=True)
class Corrections:
    """Words × erasure counts. Only where ``ok`` holds do the others mean anything."""

    ok: NDArray[np.bool_]
    words: _Bytes
    """Words × counts × length, corrected."""
    errors: NDArray[np.int32]
    """Codewords that were changed although they had not been given up."""


def syndromes_of(words: _Bytes, checks: int) -> _Bytes:
    """Give the words' values at the roots of the code; all are 0 in a word without errors."""
    terms = _times(words[:, None, :], _root_powers(words.shape[1], checks))
    syndromes: _Bytes = np.bitwise_xor.reduce(terms, axis=2)
    return syndromes


def correct(words: _Bytes, erasures: NDArray[np.intp], checks: int, counts: range) -> Corrections:
    """Correct each word once for every number of erasures.

    Args:
        words: words × length; the last ``checks`` codewords of each are its check codewords.
        erasures: words × at least ``max(counts)``: places in the word, the most doubtful first.
        checks: check codewords of each word.
        counts: how many of the erasures to give up, in turn.
    """
    total, length = words.shape
    tries = len(counts)
    syndromes = np.repeat(syndromes_of(words, checks), tries, axis=0)
    given_up = np.tile(np.asarray(counts, np.int32), total)
    erased = _erasure_locators(erasures, length, checks, counts)
    locators, degrees = _error_locators(syndromes, erased, given_up)
    held = (degrees * 2 - given_up <= checks) & (_degrees(locators) == degrees)
    corrected = np.repeat(words, tries, axis=0)
    rows = np.flatnonzero(held)
    if len(rows):
        fixed, sound = _mended(corrected[rows], syndromes[rows], locators[rows], degrees[rows])
        corrected[rows] = fixed
        held[rows] = sound
    changed = corrected != np.repeat(words, tries, axis=0)
    doubtful = np.zeros((total, tries, length), bool)
    for place, count in enumerate(counts):
        np.put_along_axis(doubtful[:, place], erasures[:, :count], True, axis=1)
    errors = (changed & ~doubtful.reshape(total * tries, length)).sum(axis=1, dtype=np.int32)
    shape = (total, tries)
    return Corrections(
        held.reshape(shape), corrected.reshape(*shape, length), errors.reshape(shape)
    )


@cache
def _root_powers(length: int, checks: int) -> _Bytes:
    """Checks × length: each root to the power of each place, the last place being the power 0."""
    exponents = np.outer(np.arange(checks), np.arange(length - 1, -1, -1)) % _ORDER
    powers: _Bytes = _POWERS[exponents]
    return powers


def _erasure_locators(
    erasures: NDArray[np.intp], length: int, checks: int, counts: range
) -> _Bytes:
    """Give the polynomial whose roots are the places given up, for every count of them."""
    total = len(erasures)
    locator = np.zeros((total, checks + 2), np.uint8)
    locator[:, 0] = 1
    found = np.zeros((total, len(counts), checks + 2), np.uint8)
    done = 0
    for place, count in enumerate(counts):
        for number in range(done, count):
            root = _POWERS[length - 1 - erasures[:, number]][:, None]
            locator[:, 1:] ^= _times(locator[:, :-1], root)
        done = count
        found[:, place] = locator
    return found.reshape(-1, checks + 2)


def _error_locators(
    syndromes: _Bytes, erased: _Bytes, given_up: NDArray[np.int32]
) -> tuple[_Bytes, NDArray[np.int32]]:
    """Berlekamp and Massey's search for the shortest recurrence, begun with the erasures."""
    locators, previous = erased.copy(), erased.copy()
    degrees = given_up.copy()
    checks = syndromes.shape[1]
    backwards = syndromes[:, ::-1]
    for step in range(checks):
        recent = backwards[:, checks - 1 - step :]
        gap = np.bitwise_xor.reduce(_times(locators[:, : step + 1], recent), axis=1)
        begun = step >= given_up
        previous[begun, 1:] = previous[begun, :-1]
        previous[begun, 0] = 0
        wrong = begun & (gap != 0)
        if not wrong.any():
            continue
        kept = locators[wrong]
        locators[wrong] ^= _times(previous[wrong], gap[wrong][:, None])
        grows = 2 * degrees[wrong] <= step + given_up[wrong]
        longer = np.flatnonzero(wrong)[grows]
        previous[longer] = _times(kept[grows], _INVERSES[gap[longer]][:, None])
        degrees[longer] = step + 1 - degrees[longer] + given_up[longer]
    return locators, degrees


def _degrees(polynomials: _Bytes) -> NDArray[np.int32]:
    highest: NDArray[np.intp] = (
        polynomials.shape[1] - 1 - np.argmax(polynomials[:, ::-1] != 0, axis=1)
    )
    return highest.astype(np.int32)


def _mended(
    words: _Bytes, syndromes: _Bytes, locators: _Bytes, degrees: NDArray[np.int32]
) -> tuple[_Bytes, NDArray[np.bool_]]:
    """Find the places by their roots and the values by Forney's formula; check the outcome."""
    length, checks = words.shape[1], syndromes.shape[1]
    terms = int(degrees.max()) + 1
    exponents = -np.outer(np.arange(terms), np.arange(length - 1, -1, -1)) % _ORDER
    inverse_powers = _POWERS[exponents]  # terms × length
    found = _values(locators[:, :terms], inverse_powers) == 0
    sound = found.sum(axis=1) == degrees
    evaluators = np.zeros_like(syndromes)
    for place in range(min(terms, checks)):
        evaluators[:, place:] ^= _times(
            syndromes[:, : checks - place], locators[:, place : place + 1]
        )
    row, at = np.nonzero(found & sound[:, None])
    above = np.bitwise_xor.reduce(
        _times(evaluators[row, :terms], inverse_powers.T[at][:, : min(terms, checks)]), axis=1
    )
    odd = locators[row, 1:terms:2]
    below = np.bitwise_xor.reduce(
        _times(odd, inverse_powers.T[at][:, 0:terms:2][:, : odd.shape[1]]), axis=1
    )
    place_powers = _POWERS[length - 1 - at]
    mended = words.copy()
    mended[row, at] ^= _times(_times(above, _INVERSES[below]), place_powers)
    sound[row[below == 0]] = False
    sound &= ~syndromes_of(mended, checks).any(axis=1)
    return mended, sound


def _values(polynomials: _Bytes, powers: _Bytes) -> _Bytes:
    """Give each polynomial's value at each place, by Horner's rule on whole arrays."""
    values = np.zeros((len(polynomials), powers.shape[1]), np.uint8)
    for term in range(polynomials.shape[1]):
        values ^= _times(polynomials[:, term : term + 1], powers[term][None, :])
    return values
