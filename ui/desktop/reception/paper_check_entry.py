"""How one paper of a draft was judged, and what stands for it where it was not brought."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from station.domain.documents import (
    HeldData,
    LawfulGround,
    Reuse,
    RowCheck,
    SubmittedDocument,
)
from station.domain.paper_checks import PaperFinding, paper_words
from station.domain.procedure import RequiredDocument
from station.text import clean
from station.words import Language, clock, numeric_date
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.field_state import FieldState, Note
from ui.desktop.reception.note_words import Doubt, doubt_words, stand_in_words
from ui.desktop.reception.paper_check_view_model import CheckField, PaperCheck, PaperSource
from ui.desktop.typed_text import typed_date

_F = CheckField
_REUSES = {PaperSource.REUSED: Reuse.REUSED, PaperSource.NATIONAL_STORE: Reuse.NATIONAL_STORE}


@dataclass(slots=True)
class PaperCheckEntry:
    """Texts and choices as the officer left them."""

    texts: dict[CheckField, str] = field(default_factory=dict)
    asked_at: datetime | None = None
    """When data of the state was asked for: the moment that the officer said so."""

    @property
    def has_content(self) -> bool:
        return any(self.texts.values())

    @property
    def source(self) -> PaperSource:
        return PaperSource(self._text(_F.SOURCE) or PaperSource.BROUGHT)

    def edit(self, name: CheckField, text: str, now: datetime) -> None:
        """Take what was typed or chosen; a whole date is written in its one spelling."""
        day = typed_date(text) if name is _F.ISSUED_ON else None
        self.texts[name] = text if day is None else numeric_date(day)
        if name in (_F.SOURCE, _F.GROUND, _F.QUERY):
            self.asked_at = now.replace(microsecond=0) if self.source is PaperSource.HELD else None

    def restore(self, texts: dict[CheckField, str], asked_at: str | None) -> None:
        """Take what was kept of an earlier time."""
        self.texts = texts
        self.asked_at = datetime.fromisoformat(asked_at) if asked_at else None

    def on(self, row: SubmittedDocument, required: RequiredDocument | None) -> SubmittedDocument:
        """Give the row as it is judged here, for the rules of the domain."""
        held = None
        if self.source is PaperSource.HELD and self.asked_at is not None:
            held = HeldData(
                ground=self._ground, database=self._database(required), asked_at=self.asked_at
            )
        return SubmittedDocument(
            index=row.index,
            name=row.name,
            mandatory=row.mandatory,
            originals=row.originals,
            certified_copies=row.certified_copies,
            copies=row.copies,
            presented=row.presented,
            check=self._check,
            remark=clean(self._text(_F.REMARK)) or None,
            held=held,
            reuse=_REUSES.get(self.source),
            issued_on=typed_date(self._text(_F.ISSUED_ON)),
            named=clean(self._text(_F.NAMED)) or None,
        )

    def shown(
        self,
        required: RequiredDocument | None,
        findings: tuple[PaperFinding, ...],
        language: Language,
    ) -> PaperCheck:
        """Give the panel as it is to be seen."""
        fields = {name: FieldState(self._text(name)) for name in CheckField}
        fields[_F.SOURCE] = FieldState(self.source.value)
        fields[_F.GROUND] = FieldState(self._ground.value)
        fields[_F.DATABASE] = FieldState(self._database(required))
        for name, doubt in self._errors(required):
            fields[name] = FieldState(
                fields[name].text, note=Note(doubt_words(doubt, language), Tone.ERR)
            )
        return PaperCheck(
            fields=fields,
            source=self.source,
            is_bad=self._check is RowCheck.NOT_OK,
            stands_in=stand_in_words(self.source, self._ground, language),
            notes=(*self._asked(language), *(paper_words(one, language) for one in findings)),
            can_be_held=required is not None,
        )

    def errors(self, required: RequiredDocument | None, language: Language) -> list[str]:
        """Say what must be put right before the dossier can be accepted."""
        return [doubt_words(doubt, language) for _, doubt in self._errors(required)]

    def plain(self, required: RequiredDocument | None) -> dict[str, Any]:
        """Describe it as the contract of a reception does; what is not said is left out."""
        day = typed_date(self._text(_F.ISSUED_ON))
        reuse = _REUSES.get(self.source)
        said: dict[str, Any] = {
            "check": self._check.value if self._check else None,
            "remark": clean(self._text(_F.REMARK)) or None,
            "reuse": reuse.value if reuse else None,
            "result_code": clean(self._text(_F.RESULT_CODE)) or None if reuse else None,
            "issued_on": day.isoformat() if isinstance(day, date) else None,
            "named": clean(self._text(_F.NAMED)) or None,
        }
        if self.source is PaperSource.HELD and required is not None:
            said["held"] = {
                "ground": self._ground.value,
                "database": self._database(required) or None,
                "asked_at": self.asked_at.isoformat() if self.asked_at else None,
                "query": clean(self._text(_F.QUERY)) or None,
            }
        return {name: value for name, value in said.items() if value is not None}

    @property
    def _check(self) -> RowCheck | None:
        chosen = self._text(_F.CHECK)
        return RowCheck(chosen) if chosen else None

    @property
    def _ground(self) -> LawfulGround:
        return LawfulGround(self._text(_F.GROUND) or LawfulGround.HELD_BY_STATE)

    def _database(self, required: RequiredDocument | None) -> str:
        typed = clean(self._text(_F.DATABASE))
        return typed or (required.from_database if required else None) or ""

    def _text(self, name: CheckField) -> str:
        return self.texts.get(name, "")

    def _errors(self, required: RequiredDocument | None) -> list[tuple[CheckField, Doubt]]:
        found = []
        if self._check is RowCheck.NOT_OK and not clean(self._text(_F.REMARK)):
            found.append((_F.REMARK, Doubt.NO_REASON))
        if self.source is PaperSource.HELD and not self._database(required):
            found.append((_F.DATABASE, Doubt.NO_DATABASE))
        day = self._text(_F.ISSUED_ON).strip()
        if day and typed_date(day) is None:
            found.append((_F.ISSUED_ON, Doubt.NO_DATE))
        return found

    def _asked(self, language: Language) -> tuple[str, ...]:
        """Say when data of the state was asked for: the record that the law wants."""
        if self.source is not PaperSource.HELD or self.asked_at is None:
            return ()
        words = {"vi": "khai thác lúc {time}", "en": "asked for at {time}"}[language]
        return (words.format(time=clock(self.asked_at)),)
