"""VietQR against the worked example of the domain and vectors that NAPAS and EMVCo published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.ids import BadDossierCodeError
from station.domain.money.amounts import HIGHEST_VND, BadAmountError
from station.domain.money.vietqr import (
    CONTENT_LENGTH,
    BadBankAccountError,
    BadTransferContentError,
    BankAccount,
    TransferService,
    checksum,
    transfer_content,
    vietqr,
)

OFFICE = BankAccount(bank_bin="970415", number="113366668888")
SAMPLE = BankAccount(bank_bin="970403", number="0011012345678")
EMVCO = (
    "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
    "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233"
    "030412340603***0708A60086670902ME91320016A0112233449988770708123456786304"
)


def test_the_worked_example() -> None:
    text = vietqr(OFFICE, amount_vnd=50_000, content="H42 261123 0001 phi ho so")

    assert text == (
        "00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA"
        "53037045405500005802VN62290825H42 261123 0001 phi ho so6304F5B9"
    )


def test_the_static_code_of_the_napas_specification() -> None:
    assert vietqr(SAMPLE, amount_vnd=None, content=None) == (
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA"
        "53037045802VN63049E6F"
    )


def test_the_card_of_the_napas_specification() -> None:
    card = BankAccount(bank_bin="970403", number="9704031101234567", service=TransferService.CARD)

    assert vietqr(card, amount_vnd=None, content=None) == (
        "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC"
        "53037045802VN63044F52"
    )


@pytest.mark.parametrize(
    ("text", "crc"),
    [
        ("123456789", 0x29B1),
        (
            "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
            "530370454061800005802VN62340107NPS68690819thanh toan don hang6304",
            0x2E2E,
        ),
        (EMVCO, 0xA13A),
    ],
)
def test_the_checksum_of_public_vectors(text: str, crc: int) -> None:
    assert checksum(text) == crc


def test_the_content_names_the_dossier_within_its_room() -> None:
    assert transfer_content("H42-261123-0001") == "H42 261123 0001 phi ho so"
    assert transfer_content("000.00.17.H25-261123-0301") == "H25 261123 0301 phi ho so"
    assert len(transfer_content("H42.123.ABC456-261123-0001")) <= CONTENT_LENGTH
    with pytest.raises(BadDossierCodeError):
        transfer_content("H42")


@pytest.mark.parametrize("amount", [0, -1, HIGHEST_VND + 1])
def test_no_impossible_sum(amount: int) -> None:
    with pytest.raises(BadAmountError):
        vietqr(OFFICE, amount_vnd=amount, content=None)


@pytest.mark.parametrize("content", ["", "phí hồ sơ", "x" * 26, "a\nb"])
def test_no_content_that_banks_cannot_take(content: str) -> None:
    with pytest.raises(BadTransferContentError):
        vietqr(OFFICE, amount_vnd=1, content=content)


@pytest.mark.parametrize(
    ("bank_bin", "number"),
    [("97041", "1"), ("97041A", "1"), ("970415", ""), ("970415", "1" * 20), ("970415", "1-2")],
)
def test_no_account_that_is_none(bank_bin: str, number: str) -> None:
    with pytest.raises(BadBankAccountError):
        BankAccount(bank_bin=bank_bin, number=number)


@given(
    number=st.from_regex(r"[0-9]{6,19}", fullmatch=True),
    amount=st.one_of(st.none(), st.integers(1, HIGHEST_VND)),
    content=st.one_of(st.none(), st.from_regex(r"[A-Za-z0-9 ]{1,25}", fullmatch=True)),
)
def test_every_code_reads_back(number: str, amount: int | None, content: str | None) -> None:
    account = BankAccount(bank_bin="970415", number=number)
    text = vietqr(account, amount_vnd=amount, content=content)
    fields = _fields(text)

    assert text.isascii()
    assert list(fields) == sorted(fields)
    assert _fields(_fields(fields["38"])["01"]) == {"00": "970415", "01": number}
    assert fields.get("54") == (None if amount is None else str(amount))
    assert fields["01"] == ("11" if amount is None else "12")
    assert _fields(fields.get("62", "")).get("08") == content
    assert fields["63"] == f"{checksum(text[:-4]):04X}"


def _fields(text: str) -> dict[str, str]:
    found = {}
    while text:
        length = int(text[2:4])
        found[text[:2]] = text[4 : 4 + length]
        assert len(found[text[:2]]) == length
        text = text[4 + length :]
    return found
