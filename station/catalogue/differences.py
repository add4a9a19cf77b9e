"""What a pack changes, in words: procedures that come, go, or have other papers, fees or times."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from station.domain.durations import duration_text
from station.domain.procedure import Case, Fee, Procedure, ProcessingTime, RequiredDocument
from station.words import Language, figures


class Aspect(StrEnum):
    """What of a procedure is another."""

    NAME = "name"
    TIME = "time"
    PAPERS = "papers"
    FEES = "fees"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changes, in words of both languages."""

    aspect: Aspect
    vi: str
    en: str

    def words(self, language: Language) -> str:
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class ChangedProcedure:
    """A procedure that is there before and after, with what changes."""

    code: str
    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a pack changes. ``added`` and ``removed`` are pairs of code and name."""

    added: tuple[tuple[str, str], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    changed: tuple[ChangedProcedure, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.changed)


WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "name": ("tên: «{old}» → «{new}»", "name: “{old}” → “{new}”"),
    "time": ("thời hạn: {old} → {new}", "time: {old} → {new}"),
    "no_time": ("chưa có", "none"),
    "paper_added": ("thêm giấy tờ: {name}", "paper added: {name}"),
    "paper_removed": ("bỏ giấy tờ: {name}", "paper dropped: {name}"),
    "paper_changed": ("đổi yêu cầu giấy tờ: {name}", "paper asked for otherwise: {name}"),
    "fee_added": ("thêm khoản thu: {name} {new} đ", "fee added: {name} {new} đ"),
    "fee_removed": ("bỏ khoản thu: {name}", "fee dropped: {name}"),
    "fee_amount": ("{name}: {old} đ → {new} đ", "{name}: {old} đ → {new} đ"),
    "fee_changed": ("đổi điều kiện thu: {name}", "fee charged otherwise: {name}"),
    "cutoff": ("giờ chốt nhận: {old} → {new}", "cut-off: {old} → {new}"),
    "no_cutoff": ("theo giờ cơ quan", "the office's"),
    "cases": ("đổi các trường hợp giải quyết", "the cases change"),
    "other": ("đổi thông tin khác", "something else changes"),
}


def difference(before: Iterable[Procedure], after: Iterable[Procedure]) -> Difference:
    """Compare two catalogues by the codes of their procedures, in the order of the codes."""
    old = {procedure.code: procedure for procedure in before}
    new = {procedure.code: procedure for procedure in after}
    return Difference(
        added=tuple((code, new[code].name) for code in sorted(new.keys() - old.keys())),
        removed=tuple((code, old[code].name) for code in sorted(old.keys() - new.keys())),
        changed=tuple(
            ChangedProcedure(code, new[code].name, tuple(_changes(old[code], new[code])))
            for code in sorted(old.keys() & new.keys())
            if old[code] != new[code]
        ),
    )


def _changes(old: Procedure, new: Procedure) -> list[Change]:
    found = []
    if old.name != new.name:
        found.append(_said(Aspect.NAME, "name", old=old.name, new=new.name))
    if old.processing_time != new.processing_time:
        found.append(_time(old.processing_time, new.processing_time))
    if old.cutoff != new.cutoff:
        found.append(_cutoff(old.cutoff, new.cutoff))
    found += _papers(old.required_documents, new.required_documents)
    found += _fees(old.fees, new.fees)
    if old.cases != new.cases:
        found += _cases(old.cases, new.cases)
    told = replace(
        old,
        name=new.name,
        processing_time=new.processing_time,
        cutoff=new.cutoff,
        required_documents=new.required_documents,
        fees=new.fees,
        cases=new.cases,
    )
    if told != new or not found:
        found.append(_said(Aspect.OTHER, "other"))
    return found


def _papers(old: Sequence[RequiredDocument], new: Sequence[RequiredDocument]) -> Iterable[Change]:
    before = {paper.name: replace(paper, index=0) for paper in old}
    after = {paper.name: replace(paper, index=0) for paper in new}
    for name in (name for name in after if name not in before):
        yield _said(Aspect.PAPERS, "paper_added", name=name)
    for name in (name for name in before if name not in after):
        yield _said(Aspect.PAPERS, "paper_removed", name=name)
    for name in (name for name in after if name in before):
        if before[name] != after[name]:
            yield _said(Aspect.PAPERS, "paper_changed", name=name)


def _fees(old: Sequence[Fee], new: Sequence[Fee]) -> Iterable[Change]:
    before = {fee.name: replace(fee, index=0) for fee in old}
    after = {fee.name: replace(fee, index=0) for fee in new}
    for name in (name for name in after if name not in before):
        yield _said(Aspect.FEES, "fee_added", name=name, new=figures(after[name].amount_vnd))
    for name in (name for name in before if name not in after):
        yield _said(Aspect.FEES, "fee_removed", name=name)
    for name in (name for name in after if name in before):
        was, now = before[name], after[name]
        if was.amount_vnd != now.amount_vnd:
            yield _said(
                Aspect.FEES,
                "fee_amount",
                name=name,
                old=figures(was.amount_vnd),
                new=figures(now.amount_vnd),
            )
        if replace(was, amount_vnd=0) != replace(now, amount_vnd=0):
            yield _said(Aspect.FEES, "fee_changed", name=name)


def _cases(old: Sequence[Case], new: Sequence[Case]) -> Iterable[Change]:
    """Name what changes within a case that stays; cases that come or go are told as such."""
    before = {case.key: case for case in old}
    after = {case.key: case for case in new}
    if list(before) != list(after):
        yield _said(Aspect.OTHER, "cases")
    for key in (key for key in after if key in before):
        was, now = before[key], after[key]
        told = [
            *(
                [_time(was.processing_time, now.processing_time)]
                if was.processing_time != now.processing_time
                else []
            ),
            *_papers(was.required_documents or (), now.required_documents or ()),
            *_fees(was.fees or (), now.fees or ()),
        ]
        for change in told:
            yield Change(change.aspect, f"{now.label} – {change.vi}", f"{now.label} – {change.en}")
        if was != now and not told:
            yield _said(Aspect.OTHER, "cases")


def _time(old: ProcessingTime | None, new: ProcessingTime | None) -> Change:
    def words(time: ProcessingTime | None, language: Language) -> str:
        none = WORDS["no_time"][language != "vi"]
        return none if time is None else duration_text(time, language)

    vi, en = WORDS["time"]
    return Change(
        Aspect.TIME,
        vi.format(old=words(old, "vi"), new=words(new, "vi")),
        en.format(old=words(old, "en"), new=words(new, "en")),
    )


def _cutoff(old: str | None, new: str | None) -> Change:
    vi, en = WORDS["cutoff"]
    none_vi, none_en = WORDS["no_cutoff"]
    return Change(
        Aspect.TIME,
        vi.format(old=old or none_vi, new=new or none_vi),
        en.format(old=old or none_en, new=new or none_en),
    )


def _said(aspect: Aspect, key: str, **values: str) -> Change:
    vi, en = WORDS[key]
    return Change(aspect, vi.format(**values), en.format(**values))
