import unicodedata

import pytest

from station.domain.reader_test import (
    READER_TEST_TEXT,
    Arrival,
    ReaderFault,
    is_reader_test,
    judge_reader,
)


def garbled(code_page: str) -> str:
    return READER_TEST_TEXT.encode().decode(code_page)


def test_the_page_holds_all_letters_that_ascii_lacks() -> None:
    letters = {letter for letter in READER_TEST_TEXT if not letter.isascii()}

    assert len(letters) == 2 * 67
    assert unicodedata.is_normalized("NFC", READER_TEST_TEXT)


@pytest.mark.parametrize(
    "text",
    [READER_TEST_TEXT, unicodedata.normalize("NFD", READER_TEST_TEXT), READER_TEST_TEXT + "\r"],
)
def test_a_good_reader_passes(text: str) -> None:
    verdict = judge_reader(text)

    assert verdict.passed
    assert verdict.right == 134
    assert verdict.faults == ()


def test_a_wrong_code_page_is_named_and_passes_because_it_is_repaired() -> None:
    verdict = judge_reader(garbled("latin-1"))

    assert verdict.passed
    assert verdict.faults == (ReaderFault.CODE_PAGE,)


def test_lost_letters_are_named_one_by_one() -> None:
    verdict = judge_reader(READER_TEST_TEXT.replace("ễ", "").replace("Đ", ""))

    lost = [letter for letter, arrival in verdict.letters if arrival is Arrival.LOST]
    assert lost == ["ễ", "Đ"]
    assert not verdict.passed
    assert ReaderFault.LETTERS_LOST in verdict.faults


def test_a_reader_that_knows_ascii_only_delivers_bare_letters() -> None:
    decomposed = unicodedata.normalize("NFD", READER_TEST_TEXT).replace("đ", "d").replace("Đ", "D")
    verdict = judge_reader(decomposed.encode("ascii", "ignore").decode())

    assert {arrival for _, arrival in verdict.letters} == {Arrival.BARE}
    assert verdict.digits


def test_swapped_capitals_and_another_layout_are_named() -> None:
    verdict = judge_reader(READER_TEST_TEXT.swapcase().replace("|", "~"))

    assert set(verdict.faults) == {ReaderFault.CAPITALS_SWAPPED, ReaderFault.LAYOUT}
    assert verdict.right == 134
    assert not verdict.separators


@pytest.mark.parametrize("text", ["", "TMC:TEST", "TMC:TESTER|", "TMC:SHELF:K1", "TMC:TEST:1"])
def test_other_texts_are_not_the_page(text: str) -> None:
    assert not is_reader_test(text)


@pytest.mark.parametrize("text", ["TMC:TEST|", "TMC:TEST|||||", "TMC:TEST~0"])
def test_next_to_nothing_is_judged_too(text: str) -> None:
    assert is_reader_test(text)
    assert not judge_reader(text).passed
