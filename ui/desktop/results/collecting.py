"""Who stands at the results desk, and whether the papers may be given. Plain values, no Qt."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import msgspec

from station.domain.acts import DossierAct, allowed_acts
from station.domain.dossier import DeliveryMethod, Dossier
from station.domain.id_card import IdCard
from station.domain.person import Party
from station.domain.processing import Collector, CollectorKind, HeldOriginal
from station.text import clean, mask_number, plain_number
from station.usecases.return_result import (
    MayNotCollectError,
    may_collect_for_owner,
    require_collector,
)
from station.words import Language, clock, figures, numeric_date
from ui.desktop.kit.tone import Tone
from ui.desktop.results import words as w
from ui.desktop.results.view_model import Compared, GivenLine, Typed, Verdict

_WITH_LETTER: Final = (CollectorKind.AUTHORISED, CollectorKind.POST)
_NOTHING: Final = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the officer entered for one dossier; kept until the papers were given."""

    kind: CollectorKind
    name: str = ""
    number: str = ""
    letter: str = ""
    note: str = ""
    shelf: str = ""
    result: str = ""
    slip_lost: bool = False
    keep_rest: bool = False
    """Originals that are not ticked stay in the dossier: its form, an old certificate."""
    ticked: frozenset[int] = frozenset()
    card: IdCard | None = None
    shown_at_reception: bool = False
    """The number is of the paper that the same visitor showed when it was handed in."""

    def with_text(self, field: Typed, text: str) -> "Entry":
        """Give the entry with what was typed; a number typed by hand is not the card's."""
        match field:
            case Typed.NAME:
                return replace(self, name=text)
            case Typed.NUMBER:
                same = self.card is not None and self.card.personal_number == text.strip()
                card = self.card if same else None
                return replace(self, number=text, card=card, shown_at_reception=False)
            case Typed.LETTER:
                return replace(self, letter=text)
            case Typed.NOTE:
                return replace(self, note=text)
            case Typed.SHELF:
                return replace(self, shelf=text)
            case Typed.RESULT:
                return replace(self, result=text)

    def with_tick(self, row: int) -> "Entry":
        """Tick one paper, or take the tick back."""
        return replace(self, ticked=self.ticked ^ {row})


def plain_entries(entries: Mapping[str, Entry]) -> dict[str, Any]:
    """Give entries as plain values, by the code of their dossier."""
    return {code: msgspec.to_builtins(entry) for code, entry in entries.items()}


def entries_of(plain: object) -> dict[str, Entry]:
    """Read what ``plain_entries`` gave; what another version wrote is left out."""
    found = {}
    for code, entry in plain.items() if isinstance(plain, Mapping) else ():
        with suppress(msgspec.ValidationError):
            found[str(code)] = msgspec.convert(entry, Entry)
    return found


def first_entry(dossier: Dossier, now: datetime) -> Entry:
    """Begin with whom the file expects, or say who has collected it.

    Who waits for what is answered at once has shown the paper at this visit.
    """
    if dossier.returned is not None:
        took = dossier.returned.collector
        return Entry(
            kind=took.kind,
            name=took.full_name,
            number=took.id_number or "",
            letter=took.authorisation or took.tracking_number or "",
            note=dossier.returned.note or "",
        )
    by_post = dossier.delivery.method is DeliveryMethod.POSTAL
    kind = CollectorKind.POST if by_post else CollectorKind.OWNER
    waits = dossier.is_answered_here and dossier.received_at.date() == now.date() and not by_post
    if waits and dossier.owner is not None and may_collect_for_owner(dossier, now):
        kind = CollectorKind.SUBMITTER
    known = Entry(kind=kind, name=_known_name(dossier, kind))
    came = dossier.owner is None or kind is CollectorKind.SUBMITTER
    if not (waits and came) or dossier.identity_unshown:
        return known
    return replace(known, number=_number(_party(dossier, kind)) or "", shown_at_reception=True)


def with_kind(entry: Entry, dossier: Dossier, kind: CollectorKind) -> Entry:
    """Choose who collects; a name that the file gave makes way, one that was typed stays."""
    if entry.name in ("", _known_name(dossier, entry.kind)):
        entry = replace(entry, name=_known_name(dossier, kind))
    if entry.shown_at_reception and kind is not entry.kind:  # another person, who showed nothing
        entry = replace(entry, number="", shown_at_reception=False)
    return replace(entry, kind=kind)


def with_card(entry: Entry, dossier: Dossier, card: IdCard) -> Entry:
    """Take the card of whoever stands here; its number says who that is for this dossier."""
    number = card.personal_number or card.passport_number or ""
    kind = entry.kind
    if number and _is_of(dossier.owning_party, number):
        kind = CollectorKind.OWNER
    elif number and dossier.owner is not None and _is_of(dossier.submitter, number):
        kind = CollectorKind.SUBMITTER
    name = card.full_name or entry.name
    return replace(entry, kind=kind, number=number, name=name, card=card, shown_at_reception=False)


def kinds_of(dossier: Dossier, language: Language) -> tuple[tuple[str, str], ...]:
    """Give who may stand here; a submitter who is the owner is no second person."""
    kinds = [kind for kind in CollectorKind if kind is not CollectorKind.SUBMITTER or dossier.owner]
    return tuple((kind.value, w.KINDS[kind][language]) for kind in kinds)


def needs_letter(kind: CollectorKind) -> bool:
    """Tell whether this kind of person shows a letter, or a number of a consignment."""
    return kind in _WITH_LETTER


def collector_of(entry: Entry) -> Collector:
    """Say who collects, as the use case wants it."""
    letter = clean(entry.letter) or None
    return Collector(
        kind=entry.kind,
        full_name=clean(entry.name),
        id_number=clean(entry.number) or None,
        authorisation=letter if entry.kind is CollectorKind.AUTHORISED else None,
        tracking_number=letter if entry.kind is CollectorKind.POST else None,
        id_seen=entry.card is not None or bool(clean(entry.note)),
    )


def papers_of(dossier: Dossier, entry: Entry, language: Language) -> tuple[GivenLine, ...]:
    """Give what is taken out of the shelf: the results first, then the originals."""
    results = [
        " ".join(filter(None, (paper.name, paper.number and f"– {paper.number}")))
        for paper in dossier.results
    ]
    if not results and not dossier.status.is_without_result:
        results = [w.RESULT[language]]
    named = [(name, True, 1) for name in results]
    back = dossier.returned.originals_returned if dossier.returned else dossier.held_originals
    named += [(original.name, False, original.count) for original in back]
    gone = dossier.returned is not None
    return tuple(
        GivenLine(name=name, is_result=is_result, count=count, ticked=gone or row in entry.ticked)
        for row, (name, is_result, count) in enumerate(named)
    )


def originals_of(dossier: Dossier, papers: tuple[GivenLine, ...]) -> tuple[HeldOriginal, ...]:
    """Give the originals that were ticked."""
    ticked = [paper.ticked for paper in papers if not paper.is_result]
    return tuple(o for o, given in zip(dossier.held_originals, ticked, strict=True) if given)


def note_of(entry: Entry, papers: tuple[GivenLine, ...]) -> str | None:
    """Give the note as it is kept: it names the originals that stay in the dossier."""
    kept = [paper.name for paper in papers if not paper.ticked]
    parts = [clean(entry.note), w.KEPT_NOTE.format(papers=", ".join(kept)) if kept else ""]
    return ". ".join(filter(None, parts)) or None


def compared(dossier: Dossier, entry: Entry, language: Language) -> tuple[Compared, ...]:
    """Put the file beside what the person shows."""
    card = entry.card
    party = _party(dossier, entry.kind)
    person = party.person if party else None
    number = _number(party)
    filed_born, shown_born = (
        person.date_of_birth if person else None,
        card.date_of_birth if card else None,
    )
    shown_number = clean(entry.number)
    name = clean(entry.name)
    return (
        Compared(
            caption=w.NAME[language],
            filed=person.full_name.upper() if person else _NOTHING,
            shown=name.upper() or _NOTHING,
            tone=_same(_spelled(person.full_name), _spelled(name)) if person and name else None,
        ),
        Compared(
            caption=w.BORN[language],
            filed=numeric_date(filed_born) if filed_born else _NOTHING,
            shown=numeric_date(shown_born) if shown_born else _NOTHING,
            tone=_same(filed_born, shown_born) if filed_born and shown_born else None,
        ),
        Compared(
            caption=w.NUMBER[language],
            filed=mask_number(number) if number else _NOTHING,
            shown=mask_number(shown_number) if shown_number else _NOTHING,
            tone=_same(plain_number(number), plain_number(shown_number))
            if number and shown_number
            else None,
        ),
    )


def verdict(
    dossier: Dossier,
    entry: Entry,
    papers: tuple[GivenLine, ...],
    *,
    now: datetime,
    language: Language,
) -> Verdict:
    """Say whether the papers may be given now, and if not, why and what is lawful instead."""
    if DossierAct.RETURN not in allowed_acts(dossier):
        return _closed(dossier, language)
    try:
        require_collector(dossier, collector_of(entry), now)
    except MayNotCollectError as error:
        return _refused(dossier, error.why, now=now, language=language)
    left = [paper for paper in papers if not paper.ticked]
    done = w.TICKED[language].format(done=len(papers) - len(left), all=len(papers))
    only_originals = not any(paper.is_result for paper in left)
    if left and not (only_originals and entry.keep_rest):
        fact = f"{done}:" if only_originals else w.PAPERS_LEFT[language]
        told = w.HELD_BACK[language] if only_originals else done[0].lower() + done[1:]
        return Verdict(
            ready=False, fact=fact, consequence=told, tone=Tone.WARN, waits_for_papers=True
        )
    if dossier.owed_vnd > 0:
        owed = w.OWED[language].format(sum=f"{figures(dossier.owed_vnd)} đ")
        return Verdict(
            ready=True, fact=f"{w.READY[language]} {done},", consequence=owed, tone=Tone.WARN
        )
    return Verdict(ready=True, fact=w.READY[language], consequence=done, tone=Tone.OK)


def _refused(dossier: Dossier, why: str, *, now: datetime, language: Language) -> Verdict:
    fact = w.WHY[why][language]
    if why in w.WHAT_TO_DO:
        todo = w.WHAT_TO_DO[why][language]
        return Verdict(ready=False, fact=fact, consequence=todo, tone=Tone.WARN)
    return Verdict(
        ready=False,
        fact=fact,
        consequence=w.REFUSED[language],
        tone=Tone.ERR,
        instead=f"{fact} {lawful_collectors(dossier, now=now, language=language)}",
    )


def lawful_collectors(dossier: Dossier, *, now: datetime, language: Language) -> str:
    """Name everybody who may collect this dossier (NĐ 61/2018 Art. 6, 20)."""
    who = [w.MAY_OWNER[language].format(name=dossier.owning_party.person.full_name)]
    if dossier.owner is not None and may_collect_for_owner(dossier, now):
        who.append(w.MAY_SUBMITTER[language].format(name=dossier.submitter.person.full_name))
    who.append(w.MAY_LETTER[language])
    if dossier.delivery.method is DeliveryMethod.POSTAL:
        who.append(w.MAY_POST[language])
    return w.LAWFUL[language].format(who="; ".join(who))


def _closed(dossier: Dossier, language: Language) -> Verdict:
    if dossier.returned is not None:
        to, at = dossier.returned.collector.full_name, dossier.returned.at
        when = w.AT[language].format(at=f"{clock(at)} {numeric_date(at.date())}")
        fact = w.ALREADY[language].format(name=to)
        return Verdict(ready=False, fact=fact, consequence=when, tone=Tone.OK)
    if dossier.withdrawal is not None:
        return Verdict(
            ready=False,
            fact=w.WITHDRAWN[language],
            consequence=w.NOTHING_TO_GIVE[language],
            tone=Tone.INFO,
        )
    arrives = DossierAct.ARRIVE in allowed_acts(dossier)
    todo = (w.SHELVE if arrives else w.OPEN_DOSSIER)[language]
    if dossier.due_at is not None:
        due = f"{clock(dossier.due_at)} {numeric_date(dossier.due_at.date())}"
        todo = f"{w.PROMISED[language].format(due=due)}; {todo}"
    return Verdict(ready=False, fact=w.NOT_YET[language], consequence=todo, tone=Tone.WARN)


def _party(dossier: Dossier, kind: CollectorKind) -> Party | None:
    match kind:
        case CollectorKind.OWNER:
            return dossier.owning_party
        case CollectorKind.SUBMITTER:
            return dossier.submitter
    return None


def _known_name(dossier: Dossier, kind: CollectorKind) -> str:
    party = _party(dossier, kind)
    return party.person.full_name if party else ""


def _number(party: Party | None) -> str | None:
    paper = party.person.id_document if party else None
    return paper.number if paper else None


def _is_of(party: Party, number: str) -> bool:
    return plain_number(_number(party) or "") == plain_number(number)


def _same(filed: object, shown: object) -> Tone:
    return Tone.OK if filed == shown else Tone.WARN


def _spelled(name: str) -> str:
    return clean(name).casefold()
