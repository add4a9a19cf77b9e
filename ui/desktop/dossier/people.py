"""The people of a dossier, field by field, with where each is from. Free of Qt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from station.domain.dossier import Dossier
from station.domain.person import FieldSource, Party, PartyKind, Person, Sex
from station.text import mask_number
from station.words import Language, Words, numeric_date
from ui.desktop.dossier.view_model import PersonLine, PersonSheet
from ui.desktop.source_words import SOURCES

_W: Final[dict[str, Words]] = {
    "submitter": {"vi": "Người nộp", "en": "Who handed it in"},
    "owner": {"vi": "Chủ hồ sơ", "en": "Whose dossier it is"},
    "full_name": {"vi": "Họ và tên", "en": "Name"},
    "number": {"vi": "Số giấy tờ", "en": "Paper's number"},
    "old_number": {"vi": "Số CMND cũ", "en": "Number before"},
    "issued_on": {"vi": "Ngày cấp", "en": "Issued on"},
    "date_of_birth": {"vi": "Ngày sinh", "en": "Born on"},
    "sex": {"vi": "Giới tính", "en": "Sex"},
    "address": {"vi": "Địa chỉ", "en": "Address"},
    "phone": {"vi": "Điện thoại", "en": "Phone"},
    "email": {"vi": "Email", "en": "E-mail"},
    "organisation": {"vi": "Tổ chức", "en": "Organisation"},
    "tax_code": {"vi": "Mã số thuế", "en": "Tax code"},
}
_SEXES: Final[dict[Sex, Words]] = {
    Sex.MALE: {"vi": "Nam", "en": "male"},
    Sex.FEMALE: {"vi": "Nữ", "en": "female"},
}
_ORDER = (
    *("full_name", "number", "old_number", "issued_on"),
    *("date_of_birth", "sex", "address", "phone", "email"),
)
_NUMBERS = ("number", "old_number")
"""Personal numbers: hidden until somebody asks for them."""


def people_of(
    dossier: Dossier, language: Language, *, whole: bool = False
) -> tuple[PersonSheet, ...]:
    """Give who handed the dossier in and, where that is somebody else, whose it is.

    Args:
        whole: with the whole personal numbers, after it was written down who sees them.
    """
    sheets = [_sheet("submitter", dossier.submitter, language, whole=whole)]
    if dossier.owner is not None:
        sheets.append(_sheet("owner", dossier.owner, language, whole=whole))
    return tuple(sheets)


def _sheet(role: str, party: Party, language: Language, *, whole: bool) -> PersonSheet:
    return PersonSheet(
        title=_W[role][language],
        lines=lines_of(party, language, whole=whole),
    )


def lines_of(party: Party, language: Language, *, whole: bool) -> tuple[PersonLine, ...]:
    """Give everything that is known of a party, a line each."""
    return (*_business(party, language, whole), *_lines(party.person, language, whole))


def _business(party: Party, language: Language, whole: bool) -> Iterator[PersonLine]:
    if party.kind is PartyKind.CITIZEN:
        return
    yield PersonLine(caption=_W["organisation"][language], value=party.name)
    if party.tax_code:  # of a household business it is the personal number of its head
        hidden = party.kind is not PartyKind.ORGANISATION and not whole
        yield _number(_W["tax_code"][language], party.tax_code, hidden=hidden)


def _lines(person: Person, language: Language, whole: bool) -> Iterator[PersonLine]:
    for name in _ORDER:
        value, source = _value_and_source(person, name)
        if value is None:
            continue
        line = PersonLine(
            caption=_W[name][language],
            value=_shown(value, language),
            source=SOURCES[source][language] if source else "",
            doubtful=person.doubtful.get(name, ()),
        )
        if name in _NUMBERS and not whole:
            line = replace(line, value=mask_number(line.value), masked=True)
        yield line


def _number(caption: str, number: str, *, hidden: bool) -> PersonLine:
    shown = mask_number(number) if hidden else number
    return PersonLine(caption=caption, value=shown, masked=hidden)


def _value_and_source(person: Person, name: str) -> tuple[object, FieldSource | None]:
    if name == "number":
        paper = person.id_document
        return (paper.number, paper.read_from) if paper else (None, None)
    if name == "old_number":
        return person.id_document and person.id_document.old_number, None
    return person.content(name), person.sources.get(name)


def _shown(value: object, language: Language) -> str:
    if isinstance(value, Sex):
        return _SEXES[value][language]
    return numeric_date(value) if isinstance(value, date) else str(value)
