"""Whose dossier a draft is, and by what right the person of zone 1 hands it in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from station.domain.authorisation import (
    LEGAL_REPRESENTATIVE,
    AuthorisationLapsedError,
    check_authorisation,
    needs_letter,
    require_may_submit,
)
from station.domain.id_card import IdCard
from station.domain.person import (
    Authorisation,
    AuthorisationScope,
    IdDocument,
    IdDocumentType,
    OrganisationKind,
    Party,
    PartyKind,
    Person,
)
from station.domain.person_checks import Finding, PersonDoubt, PersonField, check_party
from station.domain.person_doubt_words import finding_note
from station.errors import StationError
from station.text import clean
from station.words import Language, numeric_date
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.field_state import FieldState, Note
from ui.desktop.reception.note_words import Doubt, doubt_words, owner_field_words
from ui.desktop.reception.owner_view_model import Owner, OwnerField, OwnerKind
from ui.desktop.reception.provenance import Provenance, old_number
from ui.desktop.typed_text import typed_date, typed_number

LETTER, INTRODUCTION = "Giấy uỷ quyền", "Giấy giới thiệu"
LETTERS = (LETTER, INTRODUCTION, LEGAL_REPRESENTATIVE)
"""What somebody may act by; the words stand in the dossier as they are."""

_F = OwnerField
_DATES = (_F.BORN_ON, _F.LETTER_ISSUED_ON, _F.LETTER_EXPIRES_ON)
_OF_PERSON = {
    PersonField.NUMBER: _F.NUMBER,
    PersonField.NAME: _F.NAME,
    PersonField.BORN_ON: _F.BORN_ON,
    PersonField.PHONE: _F.PHONE,
    PersonField.TAX_CODE: _F.TAX_CODE,
    PersonField.ORGANISATION_KIND: _F.ORGANISATION_KIND,
}
_OF_HEAD = {_F.HEAD: "full_name"}
_OF_LETTER = {
    PersonField.ISSUED_ON: _F.LETTER_ISSUED_ON,
    PersonField.EXPIRES_ON: _F.LETTER_EXPIRES_ON,
}
_UNTIL_WHOLE = frozenset(
    {
        PersonDoubt.NOT_TWELVE_DIGITS,
        PersonDoubt.TAX_CODE_DIGITS,
        PersonDoubt.TAX_CODE_CHECK_DIGIT,
        PersonDoubt.ONE_WORD_NAME,
        PersonDoubt.ODD_PHONE,
    }
)
_CMND, _PASSPORT = re.compile(r"[0-9]{9}"), re.compile(r"[A-Z][A-Z0-9]{5,8}")
_Doubt = tuple[OwnerField, str, Tone]


@dataclass(slots=True)
class OwnerEntry:
    """Everything of the panel. Texts stand as the officer left them; ``people`` reads them."""

    kind: OwnerKind = OwnerKind.SELF
    replaced: tuple[str, str] = ("", "")
    """The number that a card gave, and the CMND number that it took the place of."""
    texts: dict[OwnerField, str] = field(default_factory=dict)
    provenance: Provenance[OwnerField] = field(default_factory=Provenance)
    _in_hand: OwnerField | None = None

    @property
    def letter(self) -> str | None:
        """Give the kind of paper that must be in the dossier; None: no paper."""
        if self.kind is OwnerKind.SELF or not needs_letter(self._letter):
            return None
        return self._letter

    @property
    def acts_by_law(self) -> bool:
        return self.kind is not OwnerKind.SELF and not needs_letter(self._letter)

    @property
    def name(self) -> str:
        return "" if self.kind is OwnerKind.SELF else clean(self._text(_F.NAME))

    def restore(self, people: Mapping[str, Any]) -> None:
        """Take what ``people`` once gave, or a dossier says of everybody in the same words."""
        applicant, owner = people.get("applicant") or {}, people.get("owner") or {}
        letter = people.get("authorisation") or {}
        head_comes = applicant.get("kind") in (OwnerKind.ORGANISATION, OwnerKind.HOUSEHOLD_BUSINESS)
        party = applicant if head_comes else owner
        if not party:
            return
        self.kind = OwnerKind(party.get("kind") or OwnerKind.CITIZEN)
        head = party.get("representative") or {}
        paper = (head or party).get("id_document") or {}
        texts = {
            _F.NAME: party.get("name") or party.get("full_name") or "",
            _F.TAX_CODE: party.get("tax_code") or "",
            _F.ORGANISATION_KIND: party.get("organisation_kind") or "",
            _F.HEAD: "" if head_comes else head.get("full_name") or "",
            _F.NUMBER: "" if head_comes else paper.get("number") or "",
            _F.BORN_ON: _numeric(party.get("date_of_birth")),
            _F.ADDRESS: party.get("address") or "",
            _F.PHONE: party.get("phone") or "",
            _F.LETTER: LEGAL_REPRESENTATIVE if head_comes else letter.get("kind") or "",
            _F.LETTER_NUMBER: letter.get("number") or "",
            _F.LETTER_ISSUED_ON: _numeric(letter.get("issued_on")),
            _F.LETTER_EXPIRES_ON: _numeric(letter.get("expires_on")),
            _F.SCOPE: letter.get("scope") or "",
        }
        self.texts = {name: text for name, text in texts.items() if text}
        self.replaced = (texts[_F.NUMBER], paper.get("old_number") or "")

    def choose(self, kind: OwnerKind) -> None:
        """Say whose it is; what was typed stays, also when it is not asked for any more."""
        self.kind = kind

    def edit(self, name: OwnerField, text: str) -> None:
        """Take what the officer typed or chose; a whole date is written in its one spelling."""
        day = typed_date(text) if name in _DATES else None
        self._in_hand = name
        text = text if day is None else numeric_date(day)
        if text != self._text(name):
            self.texts[name] = text
            self.provenance.forget(name)

    def take(self, card: IdCard) -> None:
        """Fill the owner in from a card; of an organisation, who represents it."""
        on_card = {
            _F.NUMBER: "personal_number",
            _F.HEAD if self._is_organisation else _F.NAME: "full_name",
            _F.BORN_ON: "date_of_birth",
        }
        if not self._is_organisation:
            on_card[_F.ADDRESS] = "address"
        read = {name: self._of_card(card, key) for name, key in on_card.items()}
        self.texts |= read
        self.provenance.take(card, on_card, {name for name, text in read.items() if text})
        self.replaced = (read[_F.NUMBER], card.old_id_number or "")
        self._in_hand = None

    def _of_card(self, card: IdCard, key: str) -> str:
        if key == "personal_number":
            return card.personal_number or card.passport_number or ""
        if key == "date_of_birth":
            return numeric_date(card.date_of_birth) if card.date_of_birth else ""
        return getattr(card, key) or ""

    def shown(self, today: date, language: Language, submitter: Person) -> Owner:
        """Give the panel as it is to be seen."""
        notes = {
            name: Note(words, tone)
            for name, words, tone in self._doubts(today, language, submitter)
        }
        fields = {
            name: FieldState(
                self._text(name),
                source=self.provenance.source(name),
                note=notes.get(name) or self.provenance.note(name, language),
            )
            for name in OwnerField
        }
        fields[_F.LETTER] = FieldState(self._letter)
        fields[_F.SCOPE] = FieldState(self._scope.value, note=notes.get(_F.SCOPE))
        return Owner(kind=self.kind, fields=fields, acts_by_law=self.acts_by_law, name=self.name)

    def errors(self, today: date, language: Language, submitter: Person) -> list[str]:
        """Name what must be put right before the dossier can be accepted."""
        return [
            f"{owner_field_words(name, language)} ({words})"
            for name, words, tone in self._doubts(today, language, submitter)
            if tone is Tone.ERR
        ]

    def people(self, applicant: dict[str, Any]) -> dict[str, Any]:
        """Describe everybody as the contract does, given the person of zone 1."""
        if self.kind is OwnerKind.SELF:
            return {"applicant": applicant, "owner": None, "authorisation": None}
        if self._is_organisation and self.acts_by_law:
            head = {name: value for name, value in applicant.items() if name != "kind"}
            party = self._organisation(head)
            return {"applicant": party, "owner": None, "authorisation": None}
        owner = self._organisation(self._head()) if self._is_organisation else self._citizen()
        return {"applicant": applicant, "owner": owner, "authorisation": self._letter_plain()}

    def party(self, submitter: Person) -> Party | None:
        """Give whose dossier it is, as far as it can be read; None: the submitter's own."""
        return None if self.kind is OwnerKind.SELF else self._party(submitter)

    # -- reading ----------------------------------------------------------------------------

    @property
    def _is_organisation(self) -> bool:
        return self.kind in (OwnerKind.ORGANISATION, OwnerKind.HOUSEHOLD_BUSINESS)

    @property
    def _letter(self) -> str:
        usual = INTRODUCTION if self.kind is OwnerKind.ORGANISATION else LETTER
        return self.texts.get(_F.LETTER) or usual

    @property
    def _scope(self) -> AuthorisationScope:
        return AuthorisationScope(self._text(_F.SCOPE) or AuthorisationScope.BOTH)

    def _text(self, name: OwnerField) -> str:
        return self.texts.get(name, "")

    def _said(self, name: OwnerField) -> str | None:
        return clean(self._text(name)) or None

    def _day(self, name: OwnerField) -> date | None:
        return typed_date(self._text(name))

    def _iso(self, name: OwnerField) -> str | None:
        day = self._day(name)
        return day.isoformat() if day else None

    def _paper(self) -> IdDocument | None:
        return paper_of(self._text(_F.NUMBER))

    def _paper_plain(self) -> dict[str, Any] | None:
        paper = self._paper()
        if paper is None:
            return None
        read_from = self.provenance.source(_F.NUMBER).value
        described = {"type": paper.type.value, "number": paper.number, "read_from": read_from}
        return described | old_number(self.replaced, paper.number)

    def _citizen(self) -> dict[str, Any]:
        return {
            "kind": "citizen",
            "full_name": self.name,
            "id_document": self._paper_plain(),
            "date_of_birth": self._iso(_F.BORN_ON),
            "address": self._said(_F.ADDRESS),
            "phone": typed_number(self._text(_F.PHONE)) or None,
            **self._origins(_F.NAME, _F.BORN_ON, _F.ADDRESS, _F.PHONE),
        }

    def _head(self) -> dict[str, Any]:
        head = {"full_name": clean(self._text(_F.HEAD)), "id_document": self._paper_plain()}
        return head | self._origins(_F.HEAD)

    def _origins(self, *names: OwnerField) -> dict[str, Any]:
        """Say where the fields of the owner, or of who represents it, are from."""
        of_person = {name: (_OF_HEAD.get(name, name.value), self._text(name)) for name in names}
        return self.provenance.described(of_person)

    def _organisation(self, head: dict[str, Any]) -> dict[str, Any]:
        kind = self._said(_F.ORGANISATION_KIND)
        more = {"organisation_kind": kind} if self.kind is OwnerKind.ORGANISATION else {}
        return {
            "kind": self.kind.value,
            "name": self.name,
            "tax_code": typed_number(self._text(_F.TAX_CODE)),
            "representative": head,
            "address": self._said(_F.ADDRESS),
            "phone": typed_number(self._text(_F.PHONE)) or None,
            **more,
        }

    def _letter_plain(self) -> dict[str, Any]:
        return {
            "kind": self._letter,
            "number": self._said(_F.LETTER_NUMBER),
            "issued_on": self._iso(_F.LETTER_ISSUED_ON),
            "expires_on": self._iso(_F.LETTER_EXPIRES_ON),
            "scope": self._scope.value,
        }

    def _party(self, submitter: Person) -> Party:
        phone = typed_number(self._text(_F.PHONE)) or None
        if not self._is_organisation:
            person = Person(
                full_name=self.name,
                id_document=self._paper(),
                date_of_birth=self._day(_F.BORN_ON),
                phone=phone,
            )
            return Party(kind=PartyKind.CITIZEN, person=person)
        head = Person(full_name=clean(self._text(_F.HEAD)), id_document=self._paper())
        chosen = self._said(_F.ORGANISATION_KIND)
        return Party(
            kind=PartyKind(self.kind.value),
            person=submitter if self.acts_by_law else head,
            organisation_name=self.name,
            organisation_kind=OrganisationKind(chosen) if chosen else None,
            tax_code=typed_number(self._text(_F.TAX_CODE)),
            phone=phone,
        )

    # -- judging ----------------------------------------------------------------------------

    def _doubts(self, today: date, language: Language, submitter: Person) -> Iterator[_Doubt]:
        if self.kind is OwnerKind.SELF:
            return
        for name in _DATES:
            if self._text(name).strip() and self._day(name) is None:
                yield name, doubt_words(Doubt.NO_DATE, language), Tone.ERR
        for name in self._needed():
            if not self._said(name):
                yield name, doubt_words(Doubt.NEEDED, language), Tone.ERR
        for finding in self._findings(today, submitter):
            place = self._field_of(finding)
            if place is None or (finding.doubt in _UNTIL_WHOLE and place is self._in_hand):
                continue
            if self._said(place) or place is _F.ORGANISATION_KIND:
                yield place, finding_note(finding, language), Tone.WARN
        if self.letter is not None:
            yield from self._doubts_of_letter(today, language)

    def _needed(self) -> tuple[OwnerField, ...]:
        if not self._is_organisation:
            return (_F.NAME,)
        return (_F.NAME, _F.TAX_CODE) + (() if self.acts_by_law else (_F.HEAD,))

    def _findings(self, today: date, submitter: Person) -> tuple[Finding, ...]:
        found = check_party(self._party(submitter), today, acts=False)
        if self._is_organisation and self.acts_by_law:  # zone 1 says what is odd of the person
            of_person = (PersonField.NUMBER, PersonField.NAME, PersonField.BORN_ON)
            found = tuple(one for one in found if one.field not in of_person)
        return found

    def _field_of(self, finding: Finding) -> OwnerField | None:
        if finding.field is PersonField.NAME and self._is_organisation:
            return _F.HEAD
        return _OF_PERSON.get(finding.field)

    def _doubts_of_letter(self, today: date, language: Language) -> Iterator[_Doubt]:
        letter = Authorisation(
            kind=self._letter,
            issued_on=self._day(_F.LETTER_ISSUED_ON),
            expires_on=self._day(_F.LETTER_EXPIRES_ON),
            scope=self._scope,
        )
        try:
            require_may_submit(letter, today)
        except AuthorisationLapsedError as error:
            begun = error.why == "lapsed"
            name = _F.LETTER_EXPIRES_ON if begun else _F.LETTER_ISSUED_ON
            yield name, doubt_words(Doubt.LAPSED if begun else Doubt.NOT_BEGUN, language), Tone.ERR
        except StationError:
            yield _F.SCOPE, doubt_words(Doubt.COLLECT_ONLY, language), Tone.ERR
        for finding in check_authorisation(letter, has_owner=True, on=today):
            yield _OF_LETTER[finding.field], finding_note(finding, language), Tone.WARN


def paper_of(typed: str) -> IdDocument | None:
    """Give the identity paper that a typed number is of, by its form; None where none is typed."""
    number = typed_number(typed).upper()
    if not number:
        return None
    kind = IdDocumentType.CAN_CUOC
    if _CMND.fullmatch(number):
        kind = IdDocumentType.CMND
    elif _PASSPORT.fullmatch(number):
        kind = IdDocumentType.PASSPORT
    return IdDocument(type=kind, number=number)


def _numeric(iso: str | None) -> str:
    return numeric_date(date.fromisoformat(iso)) if iso else ""
