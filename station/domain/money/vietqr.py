"""VietQR: the text of a payment code (EMVCo merchant-presented mode as NAPAS profiles it).

A code on paper proves nothing about a payment: only the bank or the province says that it came.
"""

import binascii
import re
from dataclasses import dataclass
from enum import StrEnum

from station.domain.ids import DossierCode
from station.domain.money.amounts import require_amount
from station.errors import StationError

CONTENT_LENGTH = 25
"""EMVCo's longest value of field 62-08; every bank shows as much."""
_NAPAS = "A000000727"
_VND, _VIET_NAM = "704", "VN"
_BIN, _ACCOUNT = re.compile(r"\d{6}"), re.compile(r"[0-9A-Za-z]{1,19}")
_CONTENT = re.compile(r"[0-9A-Za-z .-]+")


class TransferService(StrEnum):
    """What the number behind the bank's is."""

    ACCOUNT = "QRIBFTTA"
    CARD = "QRIBFTTC"


class BadBankAccountError(StationError):
    """The bank's number or the account's is none."""

    code = "FEE-003"

    def __init__(self, bank_bin: str, number: str) -> None:
        super().__init__(f"bank {bank_bin[:10]!r}, a number of {len(number)} characters")
        self.bank_bin = bank_bin[:10]


class BadTransferContentError(StationError):
    """The content of a transfer is empty, too long, or has letters that banks cannot take."""

    code = "FEE-004"

    def __init__(self, content: str) -> None:
        super().__init__(f"a transfer content of {len(content)} characters")
        self.length, self.longest = len(content), CONTENT_LENGTH


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """Where transfers go.

    Raises:
        BadBankAccountError: ``bank_bin`` is not six digits, or the number has other characters
            than letters and digits, or more than 19.
    """

    bank_bin: str
    number: str
    service: TransferService = TransferService.ACCOUNT

    def __post_init__(self) -> None:
        if not _BIN.fullmatch(self.bank_bin) or not _ACCOUNT.fullmatch(self.number):
            raise BadBankAccountError(self.bank_bin, self.number)


def vietqr(account: BankAccount, *, amount_vnd: int | None, content: str | None) -> str:
    """Give the text of a VietQR code.

    Args:
        amount_vnd: None for a code that stays the same (the citizen types the sum).
        content: what the bank shows beside the sum; ASCII, at most 25 characters.

    Raises:
        BadAmountError: the sum is not positive, or beyond 10^12 đồng.
        BadTransferContentError: the content does not fit.
    """
    # the numbers are those of EMVCo's fields, 38 and what is in it those of NAPAS
    beneficiary = _field(0, account.bank_bin) + _field(1, account.number)
    merchant = _field(0, _NAPAS) + _field(1, beneficiary) + _field(2, account.service)
    text = _field(0, "01") + _field(1, "11" if amount_vnd is None else "12")
    text += _field(38, merchant) + _field(53, _VND)
    if amount_vnd is not None:
        text += _field(54, str(require_amount(amount_vnd)))
    text += _field(58, _VIET_NAM)
    if content is not None:
        if len(content) > CONTENT_LENGTH or not _CONTENT.fullmatch(content):
            raise BadTransferContentError(content)
        text += _field(62, _field(8, content))
    text += "6304"
    return f"{text}{checksum(text):04X}"


def transfer_content(dossier_code: str) -> str:
    """Give the content by which the office finds the dossier again: ``H42 261123 0001 phi ho so``.

    Only the last part of the agency's code has room.

    Raises:
        BadDossierCodeError: it is no dossier code.
    """
    code = DossierCode.parse(dossier_code)
    place = code.agency.rpartition(".")[2]
    return f"{place} {code.on:%y%m%d} {code.number:04d} phi ho so"[:CONTENT_LENGTH].rstrip()


def checksum(text: str) -> int:
    """Give the CRC-16 of EMVCo over the UTF-8 bytes, the id and length of its own field included.

    Polynomial 0x1021, initial value 0xFFFF, nothing reflected ("123456789" gives 0x29B1).
    """
    return binascii.crc_hqx(text.encode(), 0xFFFF)


def _field(number: int, value: str) -> str:
    return f"{number:02d}{len(value):02d}{value}"
