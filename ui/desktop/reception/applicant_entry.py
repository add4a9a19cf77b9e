"""The applicant of one draft: what is known, where it is from, and what is odd about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from station.catalogue.addresses import PlaceNow
from station.catalogue.parts import Area
from station.domain.id_card import FieldSource, IdCard, IdCardKind
from station.domain.person import IdDocument, IdDocumentType, Person, Sex
from station.domain.person_checks import PersonDoubt, PersonField, check_person
from station.domain.person_doubt_words import finding_note
from station.text import clean
from station.words import Language, numeric_date
from ui.desktop.keys import Act, badge
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.field_state import NOT_PRESENTED, FieldState, Note
from ui.desktop.reception.note_words import Doubt, doubt_words, field_words
from ui.desktop.reception.provenance import ON_CARD, Provenance, old_number
from ui.desktop.reception.view_model import Applicant, ApplicantField
from ui.desktop.typed_text import typed_date, typed_number

_DATES = (ApplicantField.BORN_ON, ApplicantField.ISSUED_ON)
_FIELD_OF: dict[PersonField, ApplicantField] = {
    PersonField.NUMBER: ApplicantField.NUMBER,
    PersonField.NAME: ApplicantField.NAME,
    PersonField.BORN_ON: ApplicantField.BORN_ON,
    PersonField.SEX: ApplicantField.SEX,
    PersonField.ISSUED_ON: ApplicantField.ISSUED_ON,
    PersonField.PHONE: ApplicantField.PHONE,
    PersonField.EMAIL: ApplicantField.EMAIL,
    PersonField.ADDRESS: ApplicantField.ADDRESS,
}
_UNTIL_WHOLE = frozenset(
    {
        PersonDoubt.NOT_TWELVE_DIGITS,
        PersonDoubt.CMND_DIGITS,
        PersonDoubt.ODD_PASSPORT,
        PersonDoubt.ODD_EMAIL,
        PersonDoubt.ONE_WORD_NAME,
    }
)
"""What is said of a field only after the officer went on: half a number is no doubt yet."""
_PAPER_OF_CARD = {IdCardKind.CCCD_2021: IdDocumentType.CCCD}
_NUMBER = ApplicantField.NUMBER
_NOT_ON_CARD = (ApplicantField.PHONE, ApplicantField.EMAIL)
_Doubt = tuple[ApplicantField, str, Tone]


@dataclass(slots=True)
class ApplicantEntry:
    """Everything of zone 1. Texts stand as the officer left them; ``plain`` reads them."""

    texts: dict[ApplicantField, str] = field(default_factory=dict)
    readings: int = 0
    """Cards that are being read right now."""
    place: PlaceNow | None = None
    """What the catalogue says of the address."""
    place_asked: str = ""
    """The address that was looked up last."""
    area: str = ""
    """The code of the unit that the officer chose for an address whose own was parted."""
    provenance: Provenance[ApplicantField] = field(default_factory=Provenance)
    replaced: tuple[str, str] = ("", "")
    """The number that a card gave, and the CMND number that it took the place of."""
    _in_hand: ApplicantField | None = None
    """The field that is being typed in: half a number is no error yet."""

    @property
    def has_content(self) -> bool:
        return any(
            text for name, text in self.texts.items() if name is not ApplicantField.PAPER_TYPE
        )

    @property
    def name(self) -> str:
        return clean(self._text(ApplicantField.NAME))

    def edit(self, name: ApplicantField, text: str) -> None:
        """Take what the officer typed; what a card said of this field is settled by that.

        A date that is whole is written in its one spelling at once.
        """
        day = typed_date(text) if name in _DATES else None
        if day is not None:
            text = numeric_date(day)
        self._in_hand = name
        if text == self._text(name):
            return
        self.texts[name] = text
        self.provenance.forget(name)
        if name is ApplicantField.ADDRESS:
            self.area = ""

    def let_go(self) -> bool:
        """Take the field that was typed in as whole; tell whether there was one."""
        was, self._in_hand = self._in_hand, None
        return was is not None

    def fields_altered_by(self, card: IdCard) -> tuple[ApplicantField, ...]:
        """Name the fields that the chip of this card says otherwise than its printed code did.

        Somebody may have printed the code anew. The address is left out: chips write it otherwise.
        """
        if FieldSource.CHIP not in card.sources.values():
            return ()
        read = _texts_of(card)
        if read[ApplicantField.NUMBER] != self._text(ApplicantField.NUMBER):
            return ()  # another citizen
        return tuple(
            name
            for name in (ApplicantField.NAME, *_DATES, ApplicantField.SEX)
            if self.provenance.source(name) is FieldSource.QR
            and (said := read[name])
            and said.casefold() != self._text(name).casefold()
        )

    def take(self, card: IdCard) -> None:
        """Fill the fields from a card. Phone and e-mail stay: no card knows them."""
        read = _texts_of(card)
        self.texts = {name: self._text(name) for name in _NOT_ON_CARD} | {
            name: text for name, text in read.items() if text
        }
        self.texts[ApplicantField.PAPER_TYPE] = _PAPER_OF_CARD.get(
            card.kind, IdDocumentType.CAN_CUOC
        ).value
        self.area = ""
        self.replaced = (card.personal_number or "", card.old_id_number or "")
        self.provenance = Provenance()
        self.provenance.take(card, ON_CARD, {name for name, text in read.items() if text})
        self._in_hand = None

    @property
    def parts(self) -> tuple[Area, ...]:
        """Give the units that the address may belong to by now; none where there is no doubt."""
        place = self.place
        if place is None or place.proposed is not None or self.settled_address != self.place_asked:
            return ()
        return place.now

    @property
    def chosen_part(self) -> Area | None:
        """Give the unit of them that the officer chose."""
        return next((area for area in self.parts if area.code == self.area), None)

    def take_next_part(self) -> None:
        """Choose the next of them; after the last again none."""
        codes = ["", *(area.code for area in self.parts)]
        at = codes.index(self.area) if self.area in codes else 0
        self.area = codes[(at + 1) % len(codes)]

    @property
    def settled_address(self) -> str | None:
        """Give the address; None while it is being typed."""
        if self._in_hand is ApplicantField.ADDRESS:
            return None
        return clean(self._text(ApplicantField.ADDRESS))

    def take_earlier(self, said: Mapping[str, Any]) -> None:
        """Fill in what was said at an earlier visit, where nothing stands yet."""
        for key, name in (
            ("phone", ApplicantField.PHONE),
            ("email", ApplicantField.EMAIL),
            ("address", ApplicantField.ADDRESS),
        ):
            text = said.get(key)
            if text and not self._text(name).strip():
                self.texts[name] = str(text)
                self.provenance.sources[name] = FieldSource.EARLIER_VISIT

    def number_came_from(self, kept: str | None) -> None:
        """Take where the number is from, of a draft that says it of no other field."""
        self.provenance.restore({"sources": {_NUMBER.value: kept}}, (_NUMBER,))

    def shown(self, today: date, language: Language) -> Applicant:
        """Give the zone as it is to be seen."""
        doubts = {name: Note(words, tone) for name, words, tone in self._doubts(today, language)}
        fields = {}
        for name in ApplicantField:
            note = doubts.get(name)
            if note is not None and note.tone is Tone.ERR and name is self._in_hand:
                note = None
            fields[name] = FieldState(
                text=self._text(name),
                source=self.provenance.source(name),
                note=note or self.provenance.note(name, language),
            )
        return Applicant(fields, reading=self.readings > 0)

    def errors(self, today: date, language: Language) -> list[tuple[ApplicantField, str]]:
        """Give the fields that must be corrected before the dossier can be accepted, and why."""
        return [
            (name, f"{field_words(name, language)} ({words})")
            for name, words, tone in self._doubts(today, language)
            if tone is Tone.ERR
        ]

    def plain(self) -> dict[str, Any]:
        """Describe the applicant as the contract of a reception does."""
        number = typed_number(self._text(ApplicantField.NUMBER))
        issued_on = self._date(ApplicantField.ISSUED_ON)
        paper = {
            "type": self._paper_type.value,
            "number": number,
            "issued_on": issued_on and issued_on.isoformat(),
            "read_from": self.provenance.source(_NUMBER).value,
            "presented": self.presented,
            **old_number(self.replaced, number),
        }
        born_on = self._date(ApplicantField.BORN_ON)
        return {
            "kind": "citizen",
            "full_name": self.name,
            "id_document": paper if number else None,
            "date_of_birth": born_on and born_on.isoformat(),
            "sex": self._text(ApplicantField.SEX) or None,
            "address": clean(self._text(ApplicantField.ADDRESS)) or None,
            "area_code": self.area or None,
            "phone": typed_number(self._text(ApplicantField.PHONE)) or None,
            "email": clean(self._text(ApplicantField.EMAIL)) or None,
            **self.provenance.described(
                {name: (name.value, self._text(name)) for name in ApplicantField}
            ),
        }

    @property
    def presented(self) -> bool:
        """Tell whether the identity paper itself was brought."""
        return self._text(ApplicantField.PAPER_TYPE) != NOT_PRESENTED

    @property
    def _paper_type(self) -> IdDocumentType:
        chosen = self._text(ApplicantField.PAPER_TYPE)
        if chosen == NOT_PRESENTED:
            return IdDocumentType.PERSONAL_NUMBER
        return IdDocumentType(chosen) if chosen else IdDocumentType.CAN_CUOC

    def _text(self, name: ApplicantField) -> str:
        return self.texts.get(name, "")

    def _date(self, name: ApplicantField) -> date | None:
        return typed_date(self._text(name))

    def _doubts(self, today: date, language: Language) -> Iterator[_Doubt]:
        """Say what is odd. Only what cannot be read at all stands in the way."""
        for name in _DATES:
            if self._text(name).strip() and self._date(name) is None:
                yield name, doubt_words(Doubt.NO_DATE, language), Tone.ERR
        if self.parts and self.chosen_part is None:
            said = {"count": len(self.parts), "key": badge(Act.PLACE)}
            yield ApplicantField.ADDRESS, doubt_words(Doubt.PARTED, language, **said), Tone.WARN
        for finding in check_person(self.person, today, acts=True):
            name = _FIELD_OF[finding.field]
            if finding.doubt not in _UNTIL_WHOLE or name is not self._in_hand:
                yield name, finding_note(finding, language), Tone.WARN

    @property
    def person(self) -> Person:
        """Give the person as far as the texts can be read."""
        number = typed_number(self._text(ApplicantField.NUMBER))
        sex = self._text(ApplicantField.SEX)
        issued_on = self._date(ApplicantField.ISSUED_ON)
        person = Person(
            full_name=self.name,
            id_document=IdDocument(type=self._paper_type, number=number, issued_on=issued_on)
            if number or issued_on
            else None,
            date_of_birth=self._date(ApplicantField.BORN_ON),
            sex=Sex(sex) if sex else None,
            address=clean(self._text(ApplicantField.ADDRESS)) or None,
            phone=typed_number(self._text(ApplicantField.PHONE)) or None,
            email=clean(self._text(ApplicantField.EMAIL)) or None,
        )
        return self._with_area(person)

    def _with_area(self, person: Person) -> Person:
        """Add the unit of the day, while the address is the one that was looked up."""
        place = self.place
        if place is None or person.address != self.place_asked:
            return person
        area = self.chosen_part or place.proposed
        if area is None:
            return person
        was = place.named.name if place.named != area else None
        return replace(person, area_name=area.name, area_was=was)


def _texts_of(card: IdCard) -> dict[ApplicantField, str | None]:
    """Give what a card says, as the fields show it."""
    return {
        ApplicantField.NUMBER: card.personal_number,
        ApplicantField.NAME: card.full_name,
        ApplicantField.BORN_ON: _shown_day(card.date_of_birth),
        ApplicantField.SEX: card.sex and card.sex.value,
        ApplicantField.ADDRESS: card.address,
        ApplicantField.ISSUED_ON: _shown_day(card.issued_on),
    }


def _shown_day(day: date | None) -> str | None:
    return None if day is None else numeric_date(day)
