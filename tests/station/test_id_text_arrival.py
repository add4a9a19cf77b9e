"""Two thousand invented cards, as readers, keyboards and input methods let them arrive.

What arrives whole, however garbled, comes back whole; of what lost something no field is wrong.
"""

import unicodedata
from collections.abc import Callable
from random import Random

import pytest

from station.domain.id_card import (
    FieldSource,
    IdCard,
    IdTextError,
    IdWarning,
    SeveralCardsInTextError,
    WebAddressError,
)
from station.domain.id_text import parse_id_text
from tests.card_pictures.payloads import a_payload

PAYLOADS = [a_payload(Random(number)) for number in range(2000)]
FIELDS = (
    "personal_number",
    "old_id_number",
    "full_name",
    "date_of_birth",
    "sex",
    "address",
    "issued_on",
)
CARD = (
    "035199012345|168012345|Nguyễn Thị Ánh Tuyết|05031999|Nữ|"
    "Tổ 5, Phường Quang Trung, Hà Nam|15062021"
)
OTHER = "037099000123||Trần Văn Bình|20111999|Nam|Phường Hoa Lư, Ninh Bình|01072025||||"


def western(text: str) -> str:
    """Take the bytes for Windows-1252, its five gaps for control characters."""
    raw = text.encode()
    return "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in raw)


def fields(card: IdCard) -> tuple[object, ...]:
    return tuple(getattr(card, name) for name in FIELDS)


WHOLE: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "Latin-1": lambda text: text.encode().decode("latin-1"),
    "Windows-1252": western,
    "Windows-1252 twice": lambda text: western(western(text)),
    "blanks for no-break spaces": lambda text: western(text).replace("\u00a0", " "),
    "lone surrogates": lambda text: text.encode().decode("ascii", "surrogateescape"),
    "tilde": lambda text: text.replace("|", "~"),
    "tabs": lambda text: text.replace("|", "\t"),
    "Caps Lock": str.swapcase,
    "prefix and suffix": lambda text: f"]Q1\\000026{text}\r\n",
    "byte order mark and zeros": lambda text: f"\ufeff{text}\0",
    "sent twice": lambda text: f"{text}\r\n{text}\r\n",
    "sent twice without an end": lambda text: text + text,
    "marks of direction": lambda text: "\u202e" + text.replace(" ", " \u200f"),
}


@pytest.mark.parametrize("how", WHOLE)
def test_a_whole_card_gives_the_same_fields_however_it_arrives(how: str) -> None:
    for payload in PAYLOADS:
        text = WHOLE[how](payload)
        assert fields(parse_id_text(text)) == fields(parse_id_text(payload)), payload


@pytest.mark.parametrize("code_page", ["cp932", "cp950", "big5hkscs"])
def test_what_was_taken_for_japanese_or_chinese_comes_back_or_stays_empty(code_page: str) -> None:
    whole = 0
    for payload in PAYLOADS:
        truth = parse_id_text(payload)
        try:
            text = payload.encode().decode(code_page)
        except UnicodeDecodeError:
            text = payload.encode().decode(code_page, "replace")
        else:
            whole += 1
            assert fields(parse_id_text(text)) == fields(truth), payload
        assert_nothing_wrong(text, truth)
    assert whole > 0


LOSSY: dict[str, Callable[[str], str]] = {
    "question marks": lambda text: text.encode("ascii", "replace").decode(),
    "boxes": lambda text: text.encode().decode("ascii", "replace"),
    "Windows-1252 with losses": lambda text: text.encode().decode("cp1252", "replace"),
    "Windows-1258": lambda text: text.encode("cp1258", "replace").decode("cp1258"),
}


@pytest.mark.parametrize("how", LOSSY)
def test_of_a_card_that_lost_letters_no_field_is_wrong(how: str) -> None:
    for payload in PAYLOADS:
        assert_nothing_wrong(LOSSY[how](payload), parse_id_text(payload))


def test_of_a_card_that_was_cut_no_number_name_or_date_is_wrong() -> None:
    for payload in PAYLOADS:
        length = Random(payload).randint(12, len(payload) - 1)
        cut, truth = parse_id_text(payload[:length]), parse_id_text(payload)
        for name in ("personal_number", "full_name", "date_of_birth", "issued_on"):
            assert getattr(cut, name) in (None, getattr(truth, name)), payload[:length]


def assert_nothing_wrong(text: str, truth: IdCard) -> None:
    try:
        card = parse_id_text(text)
    except IdTextError:
        return
    for name in FIELDS:
        assert getattr(card, name) in (None, getattr(truth, name)), text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CARD, {}),
        (CARD.replace("ễ", "eễ"), {"full_name": ("Nguyeễn",)}),
        (CARD.replace("Tổ", "Toổ"), {"address": ("Toổ",)}),
        (CARD.replace("ễ", "?"), {"full_name": ("Nguy?n",)}),
        (CARD[: CARD.index("Trung")], {"address": ("Quang",)}),
        (CARD[: CARD.index("Tuyết") + 3], {"full_name": ("Tuy",)}),
    ],
)
def test_only_the_doubtful_words_are_named(text: str, words: dict[str, tuple[str, ...]]) -> None:
    assert dict(parse_id_text(text).doubtful) == words


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        (CARD, set()),
        (western(CARD), {"full_name", "address", "sex"}),
        (western(CARD.replace("Nữ", "Nam")), {"full_name", "address"}),
        (CARD.swapcase(), {"full_name", "address"}),
        (CARD.replace("Nữ", "N?"), {"sex"}),
    ],
)
def test_each_field_tells_whether_it_was_repaired(text: str, repaired: set[str]) -> None:
    card = parse_id_text(text)

    assert set(card.sources) == {name for name in FIELDS if getattr(card, name) is not None}
    found = {name for name, source in card.sources.items() if source is FieldSource.REPAIRED}
    assert found == repaired
    assert set(card.sources.values()) - {FieldSource.REPAIRED} == {FieldSource.QR}


@pytest.mark.parametrize("between", ["", "\n", "\r\n", " ", "\t"])
@pytest.mark.parametrize(
    "second", [OTHER, OTHER[:30], CARD.replace("035199012345", "001199000111")]
)
def test_the_cards_of_two_people_in_one_burst_are_refused(between: str, second: str) -> None:
    with pytest.raises(SeveralCardsInTextError):
        parse_id_text(CARD + between + second)
    with pytest.raises(SeveralCardsInTextError):
        parse_id_text(OTHER + between + CARD)


def test_a_cancelled_number_and_parents_are_no_second_card() -> None:
    text = OTHER.replace("||||", "||037199000999||Lê Thị Bé")

    assert parse_id_text(text).old_id_number == "037199000999"


@pytest.mark.parametrize(
    "text",
    [
        "https://dichvucong.example/035199012345",
        "http://phish.example/?id=035199012345|a|b|c|d|e|f",
        "www.phish.example/035199012345",
        "javascript://035199012345",
        "mailto:a@phish.example?035199012345",
    ],
)
def test_a_link_with_a_personal_number_in_it_is_no_card(text: str) -> None:
    with pytest.raises(WebAddressError):
        parse_id_text(text)


@pytest.mark.parametrize(
    "text",
    ["|" * 300, "\x1b[2J" * 50, "\u202e" * 200, "x" * 4096, "0" * 4096, "|0" * 2000, "\0" * 30],
)
def test_what_is_no_card_is_said_to_be_none(text: str) -> None:
    with pytest.raises(IdTextError):
        parse_id_text(text)


def test_digits_that_an_input_method_made_letters_of_are_not_used() -> None:
    card = parse_id_text(CARD.replace("05031999", "0503199Ỷ"))

    assert card.date_of_birth is None
    assert IdWarning.INPUT_METHOD in card.warnings
