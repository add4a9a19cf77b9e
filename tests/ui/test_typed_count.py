"""Digits of a count: which belong to the same number."""

from ui.desktop.reception.typed_count import SAME_NUMBER_MS, TypedCount

AT = 10_000


def typed(*keys: tuple[int, str, int]) -> list[int]:
    count = TypedCount()
    return [count.after(digit, of, at_ms) for digit, of, at_ms in keys]


def test_digits_one_soon_after_the_other_are_one_number() -> None:
    assert typed((1, "a", AT), (2, "a", AT + 500), (0, "a", AT + 900)) == [1, 12, 120]


def test_a_digit_that_comes_late_or_counts_something_else_begins_anew() -> None:
    assert typed((1, "a", AT), (2, "a", AT + SAME_NUMBER_MS)) == [1, 2]
    assert typed((1, "a", AT), (2, "b", AT + 10)) == [1, 2]


def test_no_number_is_larger_than_the_contract_counts() -> None:
    keys = [(digit, "a", AT + digit) for digit in (9, 9, 9, 7)]
    assert typed(*keys) == [9, 99, 999, 7]
