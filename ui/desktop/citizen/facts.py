"""What will stand on the paper, taken from what the reception page shows. Free of Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from station.text import clean
from station.words import Words, clock, figures, listed, weekday_date
from ui.desktop.citizen import words as w
from ui.desktop.citizen.view_model import Facts, Figure, Said
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.owner_view_model import Owner, OwnerKind
from ui.desktop.reception.paper_check_view_model import PaperSource
from ui.desktop.reception.view_model import (
    Applicant,
    ApplicantField,
    Draft,
    Due,
    Fees,
    Paper,
    Procedure,
    Readiness,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The draft in front of the officer, as far as its page has shown it."""

    applicant: Applicant = field(default_factory=Applicant)
    owner: Owner = field(default_factory=Owner)
    procedure: Procedure = field(default_factory=Procedure)
    papers: tuple[Paper, ...] = ()
    fees: Fees = field(default_factory=Fees)
    due: Due = field(default_factory=Due)
    readiness: Readiness = field(default_factory=Readiness)

    @classmethod
    def of(cls, draft: Draft) -> "Shown":
        return cls(
            applicant=draft.applicant,
            owner=draft.owner,
            procedure=draft.procedure,
            papers=draft.papers,
            fees=draft.fees,
            due=draft.due,
            readiness=draft.readiness,
        )

    @property
    def has_content(self) -> bool:
        return bool(self.name) or self.procedure.chosen is not None

    @property
    def name(self) -> str:
        return clean(self.applicant.of(ApplicantField.NAME).text)

    @property
    def is_complete(self) -> bool:
        """Nothing but the officer's key is missing: now it is worth while to look at it."""
        return self.has_content and not self.readiness.blocks


def said(words: Words, *, bilingual: bool, **values: object) -> Said:
    """Give a text, with the English one below it where that is wanted."""
    return words["vi"].format(**values), words["en"].format(**values) if bilingual else ""


def facts_of(shown: Shown, *, counter: int, bilingual: bool) -> Facts:
    """Give what the citizen checks."""
    method = shown.procedure.delivery
    due = shown.due.at
    return Facts(
        name=shown.name.upper(),
        lines=tuple(_lines(shown)),
        figures=tuple(_figures(shown, bilingual=bilingual)),
        lacking=_lacking(shown.papers),
        due_caption=said(w.DUE[method], bilingual=bilingual, number=counter),
        due=f"{clock(due)} {weekday_date(due.date())}" if due is not None else "",
    )


def without_answer(shown: Shown) -> Shown:
    """Give what an answer was given to: whether the draft is being accepted changes nothing."""
    return replace(shown, readiness=Readiness())


def _lines(shown: Shown) -> Iterator[str]:
    born = clean(shown.applicant.of(ApplicantField.BORN_ON).text)
    chosen = shown.procedure.chosen
    parts = [w.BORN.format(day=born)] if born else []
    if chosen is not None:
        parts.append(chosen.name)
    if parts:
        yield " · ".join(parts)
    if shown.owner.kind is not OwnerKind.SELF and shown.owner.name:
        yield w.FOR.format(name=shown.owner.name)


def _figures(shown: Shown, *, bilingual: bool) -> Iterator[Figure]:
    if shown.procedure.chosen is None:
        return
    here = sum(_is_here(paper) for paper in shown.papers)
    missing = sum(_is_missing(paper) for paper in shown.papers)
    words, tone = (w.NOT_ALL, Tone.WARN) if missing else (w.ALL_HERE, Tone.OK)
    yield Figure(
        caption=said(w.PAPERS, bilingual=bilingual),
        figure=words.format(count=here, missing=missing),
        tone=tone,
    )
    total = shown.fees.total_vnd
    fee = f"{figures(total)} đ" if total else w.NO_FEE
    yield Figure(caption=said(w.FEE, bilingual=bilingual), figure=fee)
    if shown.fees.change_vnd:
        change = f"{figures(shown.fees.change_vnd)} đ"
        yield Figure(caption=said(w.CHANGE, bilingual=bilingual), figure=change)


def _lacking(papers: tuple[Paper, ...]) -> str:
    names = [paper.name for paper in papers if _is_missing(paper)]
    return w.LACKING.format(names=listed(names)) if names else ""


def _is_here(paper: Paper) -> bool:
    return paper.is_here or paper.check.source is PaperSource.HELD


def _is_missing(paper: Paper) -> bool:
    return paper.mandatory and not paper.is_settled
