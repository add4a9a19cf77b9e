from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.codes import (
    CardCode,
    CodeKind,
    DossierBarcode,
    Guess,
    OwnCode,
    ReaderTestPage,
    SlipCode,
    UnknownCode,
    recognise,
)
from station.domain.ids import DossierCode
from station.domain.reader_test import READER_TEST_TEXT
from station.domain.slip_code import SlipFacts, sign_slip

CARD = "035199012345|168123456|Nguyễn Thị Ánh Tuyết|05031999|Nữ|Tổ 5, Hà Nam|15062021"
DOSSIER = DossierCode.parse("000.00.17.H25-261123-0300")
FACTS = SlipFacts(
    dossier_code=DOSSIER, version=2, counter=3, due_at=datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
)
SLIP = sign_slip(FACTS, lambda message: bytes(64))


def test_a_card_is_a_card_however_it_is_parted() -> None:
    for text in (CARD, CARD.replace("|", "~"), f"\ufeff{CARD}\r\n"):
        code = recognise(text)
        assert isinstance(code, CardCode)
        assert code.card.full_name == "Nguyễn Thị Ánh Tuyết"


def test_a_cut_card_is_still_one_and_a_personal_number_alone_too() -> None:
    for text in ("035199012345|1681", "035199012345"):
        code = recognise(text)
        assert isinstance(code, CardCode)
        assert code.card.personal_number == "035199012345"


@pytest.mark.parametrize("text", [SLIP, SLIP.lower(), f" {SLIP}\r"])
def test_a_slip_names_its_dossier(text: str) -> None:
    code = recognise(text)

    assert isinstance(code, SlipCode)
    assert (code.facts.dossier_code, code.facts.version) == (DOSSIER, 2)


@pytest.mark.parametrize("text", [str(DOSSIER), str(DOSSIER).lower(), "H25.12-261123-0007"])
def test_a_dossier_code_is_one(text: str) -> None:
    code = recognise(text)

    assert isinstance(code, DossierBarcode)
    assert str(code.dossier_code) == text.upper()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (CodeKind.SEPARATOR, "row-3"),
        (CodeKind.SHELF, "k2-07"),
        (CodeKind.TICKET, "012"),
        (CodeKind.BADGE, "quay3"),
    ],
)
def test_the_stations_own_codes_come_back_as_they_were_printed(kind: CodeKind, value: str) -> None:
    printed = OwnCode(kind, value)

    assert recognise(printed.text) == printed
    assert recognise(printed.text.swapcase()) == printed  # Caps Lock


def test_the_test_page_is_known_however_it_arrives() -> None:
    for text in (READER_TEST_TEXT, READER_TEST_TEXT.encode("ascii", "ignore").decode()):
        assert recognise(text) == ReaderTestPage(text)


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("https://vneid.example/035199012345|x", Guess.WEB_ADDRESS),
        ("www.example.org", Guess.WEB_ADDRESS),
        ("example.org/pay?to=035199012345", Guess.WEB_ADDRESS),
        ("javascript:alert(1)", Guess.TEXT),
        ("00020101021138540010A00000072701240006970436", Guess.PAYMENT),
        ("BEGIN:VCARD\nFN:Nguyễn\nEND:VCARD", Guess.CONTACT),
        ("WIFI:S:quay3;T:WPA;P:035199012345;;", Guess.WIFI),
        ("8934563138165", Guess.PRODUCT),
        ("8934563138164", Guess.NUMBER),
        ("EL123456789VN", Guess.TEXT),
        ("gọi 0912345678 gặp 035199012345", Guess.TEXT),
        ("|" * 300, Guess.TEXT),
        ("x" * 3000, Guess.TEXT),
        ("x" * 5000, Guess.TOO_LONG),
        ("\x00\x1b\u202e", Guess.EMPTY),
        ("", Guess.EMPTY),
    ],
)
def test_what_is_not_ours_is_named(text: str, guess: Guess) -> None:
    code = recognise(text)

    assert isinstance(code, UnknownCode)
    assert code.guess is guess


def test_an_unknown_text_can_be_shown() -> None:
    code = recognise("abc\u202egnp.exe\x07\u200b")

    assert isinstance(code, UnknownCode)
    assert code.text == "abcgnp.exe"


@given(st.text(max_size=6000))
def test_no_text_is_too_strange(text: str) -> None:
    code = recognise(text)

    assert code.is_known is (code.kind is not CodeKind.UNKNOWN)
