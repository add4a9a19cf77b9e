"""Where the fields of one person are from, and what a card said of them until they are changed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from station.domain.id_card import FieldSource, IdCard, IdWarning
from station.words import Language
from ui.desktop.reception.field_state import Note, Source
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
_SHOWN = {
    FieldSource.REPAIRED: Source.REPAIRED,
    FieldSource.MRZ: Source.MRZ,
    FieldSource.CHIP: Source.CHIP,
}
_KEPT = {
    Source.TYPED: FieldSource.TYPED,
    Source.QR: FieldSource.QR,
    Source.REPAIRED: FieldSource.REPAIRED,
    Source.MRZ: FieldSource.MRZ,
    Source.CHIP: FieldSource.CHIP,
    Source.EARLIER: FieldSource.EARLIER_VISIT,
}
"""What is kept of where a field is from."""
_OF_KEPT = {kept.value: shown for shown, kept in _KEPT.items()}
_WARNINGS = {warning.value: warning for warning in CARD_NOTES}

Name = TypeVar("Name", bound=StrEnum)


@dataclass(slots=True)
class Provenance(Generic[Name]):
    """Of the fields of one person; one that is not named was typed."""

    sources: dict[Name, Source] = field(default_factory=dict)
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
                said = card.sources.get(key, FieldSource.QR)
                self.sources[name] = _SHOWN.get(said, Source.QR)
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

    def shown(self, name: Name) -> Source:
        return self.sources.get(name, Source.TYPED)

    def kept(self, name: Name) -> FieldSource:
        """Give where a field is from, as a dossier says it."""
        return _KEPT[self.shown(name)]

    def note(self, name: Name, language: Language) -> Note | None:
        """Say what to look at in a field, with the doubtful words; None: at nothing."""
        warning = self._warnings.get(name)
        if warning is None:
            return None
        words = self._doubtful.get(name)
        said = card_words(warning, language)
        return Note(said if words is None else f"{said}: {' '.join(words)}")

    def plain(self) -> dict[str, Any]:
        """Describe it, to be kept with a draft."""
        return {
            "sources": {name.value: self.kept(name).value for name in self.sources},
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
            source = _OF_KEPT.get(str(sources.get(name.value)))
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
