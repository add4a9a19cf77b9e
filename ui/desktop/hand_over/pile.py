"""The pile that grows while folders are scanned, and what stands in the way of sealing it.

Plain values, no Qt.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from station.domain.ids import short_code
from station.words import Language, clock, day_and_month
from ui.desks.hand_over import SealedEntry, WaitingFolder
from ui.desktop.hand_over import words as w
from ui.desktop.hand_over.view_model import AgencyLine, FolderLine, HandOverSheet, SealedLine
from ui.desktop.kit.tone import Tone

_NAMED = 3
"""More folders than these are counted, not named."""


@dataclass(slots=True)
class Pile:
    """What was scanned, and why the rest stays. Kept until a list is sealed."""

    folders: Sequence[WaitingFolder] = ()
    sealed: Sequence[SealedEntry] = ()
    agency: str = ""
    ticked: dict[str, datetime] = field(default_factory=dict)
    """Code → when."""
    reasons: dict[str, str] = field(default_factory=dict)

    def take(self, folders: Sequence[WaitingFolder], sealed: Sequence[SealedEntry]) -> None:
        """Take what the store says now; what no longer waits leaves the pile."""
        self.folders, self.sealed = folders, sealed
        waiting = {folder.row.dossier_code for folder in folders}
        self.ticked = {code: at for code, at in self.ticked.items() if code in waiting}
        self.reasons = {code: why for code, why in self.reasons.items() if code in waiting}
        agencies = self.agencies()
        if self.agency not in agencies:
            self.agency = next(iter(agencies), "")

    def plain(self) -> dict[str, Any]:
        """Give what was scanned and said, as plain values."""
        ticked = {code: at.isoformat() for code, at in self.ticked.items()}
        return {"agency": self.agency, "ticked": ticked, "reasons": dict(self.reasons)}

    def come_back(self, plain: object) -> None:
        """Take back what ``plain`` gave, where nothing was scanned anew. What has left the
        counter since goes as soon as the store is read."""
        if self.ticked or self.reasons:
            return
        with suppress(msgspec.ValidationError):
            kept = msgspec.convert(plain, _KeptPile)
            self.agency, self.ticked, self.reasons = kept.agency, kept.ticked, kept.reasons

    def agencies(self) -> dict[str, list[WaitingFolder]]:
        """Give the folders by agency, first whose folders must leave first."""
        found: dict[str, list[WaitingFolder]] = {}
        for folder in self.folders:
            found.setdefault(folder.row.handling_agency, []).append(folder)
        return found

    def chosen(self) -> list[WaitingFolder]:
        """Give the folders of the chosen agency."""
        return self.agencies().get(self.agency, [])

    def matching(self, text: str) -> list[WaitingFolder]:
        """Give the folders with this code, or whose number ends so; the chosen agency's first."""
        wanted = text.strip().upper()
        exact = [folder for folder in self.folders if folder.row.dossier_code == wanted]
        if exact:
            return exact
        ending = [folder for folder in self.folders if _ends(folder.row.dossier_code, wanted)]
        here = [folder for folder in ending if folder.row.handling_agency == self.agency]
        return here or ending

    def tick(self, code: str, at: datetime) -> None:
        """Put a folder onto the pile, or take it off again."""
        if code in self.ticked:
            del self.ticked[code]
        else:
            self.ticked[code] = at
            self.reasons.pop(code, None)

    def tick_all(self, at: datetime) -> None:
        """Put every folder of the agency onto the pile; if all are there, take them off."""
        codes = [folder.row.dossier_code for folder in self.chosen()]
        if all(code in self.ticked for code in codes):
            for code in codes:
                del self.ticked[code]
        else:
            for code in codes:
                if code not in self.ticked:
                    self.tick(code, at)

    def explain(self, codes: Sequence[str], reason: str) -> None:
        """Say why folders stay; an empty reason takes it back."""
        for code in codes:
            if reason:
                self.reasons[code] = reason
                self.ticked.pop(code, None)
            else:
                self.reasons.pop(code, None)

    def to_seal(self) -> list[str]:
        """Give the codes that go onto the list."""
        codes = [folder.row.dossier_code for folder in self.chosen()]
        return [code for code in codes if code in self.ticked]

    def left_behind(self) -> list[tuple[str, str]]:
        """Give what stays although it was due, each with its reason."""
        codes = [folder.row.dossier_code for folder in self.chosen()]
        return [(code, self.reasons[code]) for code in codes if code in self.reasons]

    def unexplained(self, now: datetime) -> list[WaitingFolder]:
        """Give the folders that must leave today, and neither were scanned nor have a reason."""
        return [
            folder
            for folder in self.chosen()
            if folder.leave_by.date() <= now.date()
            and folder.row.dossier_code not in self.ticked
            and folder.row.dossier_code not in self.reasons
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _KeptPile:
    agency: str
    ticked: dict[str, datetime]
    reasons: dict[str, str]


def sheet_of(pile: Pile, now: datetime, language: Language) -> HandOverSheet:
    """Give the whole page."""
    ready, fact, consequence, tone = _verdict(pile, now, language)
    return HandOverSheet(
        agencies=tuple(
            AgencyLine(name, sum(f.row.dossier_code in pile.ticked for f in folders), len(folders))
            for name, folders in pile.agencies().items()
        ),
        agency=pile.agency,
        folders=tuple(_line(folder, pile, now, language) for folder in pile.chosen()),
        sealed=tuple(
            SealedLine(
                number=one.number,
                agency=one.agency,
                folders=one.folders,
                at=_when(one.at, now),
                signed=one.receiver is not None,
            )
            for one in pile.sealed
        ),
        ready=ready,
        fact=fact,
        consequence=consequence,
        tone=tone,
        due_today=sum(folder.leave_by.date() <= now.date() for folder in pile.folders),
    )


def _verdict(pile: Pile, now: datetime, language: Language) -> tuple[bool, str, str, Tone]:
    if not pile.folders:
        return False, "", "", Tone.MUTE
    codes = pile.to_seal()
    if not codes:
        return False, w.NONE_TICKED[language], w.SCAN_FIRST[language], Tone.WARN
    open_ones = [short_code(folder.row.dossier_code) for folder in pile.unexplained(now)]
    if open_ones:
        named = ", ".join(open_ones[:_NAMED]) + ("…" if len(open_ones) > _NAMED else "")
        told = w.NOT_EXPLAINED[language].format(codes=named)
        return False, w.NONE_TICKED[language], told, Tone.WARN
    fact = w.READY[language].format(count=len(codes), agency=pile.agency)
    left = len(pile.chosen()) - len(codes)
    told = w.LEFT[language].format(count=left) if left else w.SEALABLE[language]
    return True, fact, told, Tone.OK


def _line(folder: WaitingFolder, pile: Pile, now: datetime, language: Language) -> FolderLine:
    row, code = folder.row, folder.row.dossier_code
    remark, tone = _remark(folder, pile, now, language)
    leave_by, leave_tone = _leave_by(folder, now, language)
    return FolderLine(
        code=code,
        owner_name=row.owner_name,
        procedure_name=row.procedure_name,
        pages=row.pages,
        leave_by=leave_by,
        leave_tone=leave_tone,
        ticked=code in pile.ticked,
        remark=remark,
        remark_tone=tone,
    )


def _remark(
    folder: WaitingFolder, pile: Pile, now: datetime, language: Language
) -> tuple[str, Tone | None]:
    code = folder.row.dossier_code
    if code in pile.ticked:
        return clock(pile.ticked[code]), Tone.OK
    if code in pile.reasons:
        return pile.reasons[code], Tone.WARN
    due = folder.leave_by.date() <= now.date()
    return w.NOT_SCANNED[language], Tone.WARN if due else Tone.MUTE


def _leave_by(folder: WaitingFolder, now: datetime, language: Language) -> tuple[str, Tone | None]:
    by = folder.leave_by
    if by < now:
        return w.LATE[language].format(when=_when(by, now)), Tone.ERR
    if by.date() == now.date():
        return clock(by), None
    return f"{clock(by)} {day_and_month(by.date())}", Tone.MUTE


def _when(at: datetime, now: datetime) -> str:
    """Give the hour of something today, the day of anything else."""
    return clock(at) if at.date() == now.date() else day_and_month(at.date())


def _ends(code: str, text: str) -> bool:
    """Tell whether a code's daily number ends so: ``17`` means ``0017``, ``0217`` or ``0317``."""
    return bool(text) and text.isascii() and text.isdigit() and code.endswith(text)
