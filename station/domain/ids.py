"""The code of a dossier."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from station.errors import StationError

_CODE = re.compile(
    r"(?P<agency>(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Y]\d{2}(?:\.[0-9A-Z]+)*)-(?P<day>\d{6})-(?P<number>\d{4,})"
)
_AGENCY = re.compile(r"(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Y]\d{2}(?:\.[0-9A-Z]+)*")
AGENCY_CODE_LENGTH = 35
"""QĐ 20/2020/QĐ-TTg: an agency code has at most 35 characters."""


class BadDossierCodeError(StationError):
    """This is not a dossier code."""

    code = "DOS-010"

    def __init__(self, text: str) -> None:
        super().__init__(f"not a dossier code: {text[:60]!r}")


class BadAgencyCodeError(StationError):
    """This is not an agency code of QCVN 102:2016 or QĐ 20/2020/QĐ-TTg."""

    code = "DOS-012"

    def __init__(self, text: str) -> None:
        super().__init__(f"not an agency code: {text[:60]!r}")


def is_agency_code(text: str) -> bool:
    """Tell whether the text is an agency code of QCVN 102:2016 or of QĐ 20/2020/QĐ-TTg."""
    return len(text) <= AGENCY_CODE_LENGTH and _AGENCY.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, order=True)
class DossierCode:
    """Mã hồ sơ: ``{agency}-{YYMMDD}-{NNNN}``, final when printed (TT 01/2018/TT-VPCP Art. 19)."""

    HIGHEST_NUMBER: ClassVar[int] = 9999

    agency: str
    on: date
    number: int

    def __str__(self) -> str:
        return f"{self.agency}-{self.on:%y%m%d}-{self.number:04d}"

    @classmethod
    def parse(cls, text: str) -> "DossierCode":
        """Read a code of either the 2018 or the 2020 pattern.

        Raises:
            BadDossierCodeError: it follows neither, or names a day that does not exist.
        """
        found = _CODE.fullmatch(text.strip().upper())
        if found is None:
            raise BadDossierCodeError(text)
        day = found["day"]
        try:
            on = date(2000 + int(day[:2]), int(day[2:4]), int(day[4:]))
        except ValueError:
            raise BadDossierCodeError(text) from None
        return cls(found["agency"], on, int(found["number"]))


def short_code(code: str) -> str:
    """Give the day's number, by which the counter speaks of a dossier: ``0217``."""
    return code.rpartition("-")[2]


def whole_code(text: str, agency: str) -> str | None:
    """Give the code that a text is, whole or without its agency (``260924-0217``); else None."""
    text = text.strip()
    if re.fullmatch(r"[0-9]{6}-[0-9]{4,}", text):
        text = f"{agency}-{text}"
    try:
        return str(DossierCode.parse(text))
    except BadDossierCodeError:
        return None
