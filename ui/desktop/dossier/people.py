"""The people of a dossier, field by field, with where each is from. Free of Qt."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from station.domain.dossier import Dossier
from station.domain.person import FieldSource, Party, PartyKind, Person, Sex
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


def people_of(dossier: Dossier, language: Language) -> tuple[PersonSheet, ...]:
    """Give who handed the dossier in and, where that is somebody else, whose it is."""
    sheets = [_sheet("submitter", dossier.submitter, language)]
    if dossier.owner is not None:
        sheets.append(_sheet("owner", dossier.owner, language))
    return tuple(sheets)


def _sheet(role: str, party: Party, language: Language) -> PersonSheet:
    return PersonSheet(
        title=_W[role][language],
        lines=lines_of(party, language),
    )


def lines_of(party: Party, language: Language) -> tuple[PersonLine, ...]:
    """Give everything that is known of a party, a line each."""
    return (*_business(party, language), *_lines(party.person, language))


def _business(party: Party, language: Language) -> Iterator[PersonLine]:
    if party.kind is not PartyKind.CITIZEN:
        for name, value in (("organisation", party.name), ("tax_code", party.tax_code)):
            if value:
                yield PersonLine(caption=_W[name][language], value=value)


def _lines(person: Person, language: Language) -> Iterator[PersonLine]:
    for name in _ORDER:
        value, source = _value_and_source(person, name)
        if value is None:
            continue
        yield PersonLine(
            caption=_W[name][language],
            value=_shown(value, language),
            source=SOURCES[source][language] if source else "",
            doubtful=person.doubtful.get(name, ()),
        )


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
