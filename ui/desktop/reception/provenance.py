"""Where the fields of one person are from, and what a card said of them until they are changed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from station.domain.id_card import IdCard, IdWarning
from station.domain.person import DOUBTED, SOURCED, FieldSource
from station.words import Language
from ui.desktop.reception.field_state import Note
from ui.desktop.reception.note_words import CARD_NOTES, card_words
from ui.desktop.reception.view_model import ApplicantField

ON_CARD: Final = {
    ApplicantField.NUMBER: "personal_number",
    ApplicantField.NAME: "full_name",
    ApplicantField.BORN_ON: "date_of_birth",
    ApplicantField.SEX: "sex",
    ApplicantField.ADDRESS: "address",
    ApplicantField.ISSUED_ON: "issued_on",
}
"""What a card calls each field of the applicant."""
_SOURCES = {source.value: source for source in FieldSource}
_WARNINGS = {warning.value: warning for warning in CARD_NOTES}

Name = TypeVar("Name", bound=StrEnum)


@dataclass(slots=True)
class Provenance(Generic[Name]):
    """Of the fields of one person; one that is not named was typed."""

    sources: dict[Name, FieldSource] = field(default_factory=dict)
    _warnings: dict[Name, IdWarning] = field(default_factory=dict)
    _doubtful: dict[Name, tuple[str, ...]] = field(default_factory=dict)

    def take(self, card: IdCard, on_card: Mapping[Name, str], filled: Collection[Name]) -> None:
        """Take what a card says of its fields.

        Args:
            on_card: what the card calls each of these fields.
            filled: those that it gave a text.
        """
        for name in on_card:
            self.forget(name)
        for name, key in on_card.items():
            if name in filled:
                self.sources[name] = card.sources.get(key, FieldSource.QR)
            if key in card.doubtful:
                self._doubtful[name] = card.doubtful[key]
            for warning in card.warnings:
                if warning in CARD_NOTES and _concerns(card, warning, key):
                    self._warnings[name] = warning

    def forget(self, name: Name) -> None:
        """Say that a field was typed: what a card said of it is settled by that."""
        self.sources.pop(name, None)
        self._warnings.pop(name, None)
        self._doubtful.pop(name, None)

    def source(self, name: Name) -> FieldSource:
        return self.sources.get(name, FieldSource.TYPED)

    def note(self, name: Name, language: Language) -> Note | None:
        """Say what to look at in a field, with the doubtful words; None: at nothing."""
        warning = self._warnings.get(name)
        if warning is None:
            return None
        words = self._doubtful.get(name)
        said = card_words(warning, language)
        return Note(said if words is None else f"{said}: {' '.join(words)}")

    def described(self, fields: Mapping[Name, tuple[str, str]]) -> dict[str, Any]:
        """Say where the fields are from as a reception does: of those that are filled, and the
        doubtful words that still stand in them.

        Args:
            fields: what the description calls each of them, and its text.
        """
        filled = {name: key for name, (key, text) in fields.items() if text and key in SOURCED}
        stand = {
            name: [word for word in self._doubtful.get(name, ()) if word in fields[name][1].split()]
            for name in filled
        }
        return {
            "sources": {key: self.source(name).value for name, key in filled.items()},
            "doubtful": {
                key: stand[name] for name, key in filled.items() if key in DOUBTED and stand[name]
            },
        }

    def plain(self) -> dict[str, Any]:
        """Describe it, to be kept with a draft."""
        return {
            "sources": {name.value: source.value for name, source in self.sources.items()},
            "warnings": {name.value: warning.value for name, warning in self._warnings.items()},
            "doubtful": {name.value: list(words) for name, words in self._doubtful.items()},
        }

    def restore(self, kept: Mapping[str, Any], names: Iterable[Name]) -> None:
        """Take back what was kept of these fields, maybe by another version: what is not known is
        left out."""
        sources, warnings, doubtful = (
            kept.get(what) or {} for what in ("sources", "warnings", "doubtful")
        )
        for name in names:
            source = _SOURCES.get(str(sources.get(name.value)))
            if source is not None:
                self.sources[name] = source
            warning = _WARNINGS.get(str(warnings.get(name.value)))
            if warning is not None:
                self._warnings[name] = warning
            if words := doubtful.get(name.value):
                self._doubtful[name] = tuple(str(word) for word in words)


def _concerns(card: IdCard, warning: IdWarning, key: str) -> bool:
    """Tell whether a warning is about this field of this card, and not only about its like."""
    if key not in {ON_CARD[name] for name in CARD_NOTES[warning][0]}:
        return False
    if warning in (IdWarning.TEXT_REPAIRED, IdWarning.CASE_SWAPPED):
        return card.sources.get(key) is FieldSource.REPAIRED
    if warning in (IdWarning.LETTERS_LOST, IdWarning.INPUT_METHOD):
        return key in card.doubtful
    return True


def old_number(replaced: tuple[str, str], number: str) -> dict[str, str]:
    """Give the CMND number of before as a description does, while its card's number stands."""
    known, old = replaced
    return {"old_number": old} if old and known == number else {}
