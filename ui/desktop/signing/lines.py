"""The queue, the batch that is being signed, and both in the words of the page. Free of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from station.domain.ids import short_code
from station.ports.signing import CopySigner
from station.usecases.sign_copies import WaitingCopy
from station.words import Language, Words, clock, day_and_month, figures
from ui.desktop.kit.tone import Tone
from ui.desktop.signing import words as w
from ui.desktop.signing.view_model import CopyLine, SigningSheet
from ui.settings import TokenSettings


def key_of(copy: WaitingCopy) -> str:
    """Name a copy: two dossiers may have the same file."""
    return f"{copy.dossier_id}/{copy.original}"


@dataclass(slots=True)
class Queue:
    """What waits, and which of it the officer left out of the next batch."""

    copies: Sequence[WaitingCopy] = ()
    left_out: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    """Copies that could not be signed, by their names."""

    def take(self, copies: Sequence[WaitingCopy]) -> None:
        """Take what was read anew; what is left out stays so while it waits."""
        self.copies = copies
        self.left_out &= {key_of(copy) for copy in copies}

    def toggle(self, key: str) -> None:
        copy = self.find(key)
        if copy is not None and copy.signed_by is None:
            self.left_out ^= {key}
            self.failed.discard(key)

    def find(self, key: str) -> WaitingCopy | None:
        return next((copy for copy in self.copies if key_of(copy) == key), None)

    def note_failure(self, copy: WaitingCopy) -> None:
        """A copy that cannot be signed is left out of the next batch, until somebody ticks it."""
        self.failed.add(key_of(copy))
        self.left_out.add(key_of(copy))

    @property
    def to_sign(self) -> list[WaitingCopy]:
        return [copy for copy in self.copies if copy.signed_by is None]

    @property
    def ticked(self) -> list[WaitingCopy]:
        return [copy for copy in self.to_sign if key_of(copy) not in self.left_out]

    @property
    def unstamped(self) -> list[WaitingCopy]:
        return [copy for copy in self.copies if copy.signed_by is not None]


@dataclass(slots=True)
class Batch:
    """Copies that are being signed, or stamped, one after the other."""

    signer: CopySigner
    copies: tuple[WaitingCopy, ...]
    stamping: bool
    signed_by: str = ""
    good: int = 0
    bad: int = 0
    unstamped: int = 0
    stopping: bool = False
    fault: str = ""
    """What was wrong with the last copy that could not be signed."""

    @property
    def current(self) -> WaitingCopy | None:
        """The copy whose turn it is; None when all had theirs."""
        done = self.good + self.bad
        return self.copies[done] if done < len(self.copies) else None

    def went_well(self, *, stamped: bool) -> None:
        self.good += 1
        self.unstamped += not stamped

    def went_wrong(self, fault: str) -> None:
        self.bad += 1
        self.fault = fault


def sheet_of(
    queue: Queue,
    batch: Batch | None,
    *,
    token: TokenSettings | None,
    why_not: str,
    language: Language,
) -> SigningSheet:
    """Say everything that the page shows."""
    to_sign, ticked, unstamped = queue.to_sign, queue.ticked, queue.unstamped
    stamps = token is not None and token.time_stamps is not None
    return SigningSheet(
        lines=tuple(_line(copy, queue, batch, language) for copy in queue.copies),
        summary=_summary(to_sign, unstamped, language),
        signed_with="" if token is None else (token.label or w.ONLY_TOKEN[language]),
        what="" if batch is not None or why_not else _what(queue, language),
        stamps="" if token is None else (w.STAMPS if stamps else w.NO_STAMPS)[language],
        why_not=why_not,
        to_sign=len(ticked),
        to_stamp=len(unstamped),
        ready=bool(ticked) and batch is None and not why_not,
        may_stamp=bool(unstamped) and batch is None and stamps,
        running=batch is not None,
        share=0.0 if batch is None else (batch.good + batch.bad) / len(batch.copies),
        progress="" if batch is None else _progress(batch, language),
        consequence="" if batch is None else w.GO_ON[language],
        tone=Tone.MUTE if batch is None else Tone.INFO,
    )


def _summary(
    to_sign: Sequence[WaitingCopy], unstamped: Sequence[WaitingCopy], language: Language
) -> str:
    parts = []
    if to_sign:
        dossiers = len({copy.dossier_id for copy in to_sign})
        parts.append(
            w.SUMMARY[language].format(copies=figures(len(to_sign)), dossiers=figures(dossiers))
        )
    if unstamped:
        parts.append(w.UNSTAMPED_COUNT[language].format(copies=figures(len(unstamped))))
    return " · ".join(parts)


def _progress(batch: Batch, language: Language) -> str:
    if batch.stopping:
        return w.STOPPING[language]
    if not batch.stamping and not batch.signed_by:
        return w.OPENING[language]
    words = w.STAMP_PROGRESS if batch.stamping else w.PROGRESS
    return words[language].format(done=batch.good, all=len(batch.copies))


def _what(queue: Queue, language: Language) -> str:
    if queue.ticked:
        said = w.READY[language].format(copies=figures(len(queue.ticked)))
        return f"{said} {w.STAYS[language]}"
    if queue.to_sign:
        return w.NONE_TICKED[language]
    return w.STAMPS_WAIT[language] if queue.unstamped else ""


def _line(copy: WaitingCopy, queue: Queue, batch: Batch | None, language: Language) -> CopyLine:
    key = key_of(copy)
    state, tone = _standing(copy, queue, batch)
    received = copy.received_at
    paper = copy.paper if copy.number == 1 else f"{copy.paper} ({copy.number})"
    return CopyLine(
        key=key,
        dossier_code=copy.dossier_code,
        short_code=short_code(copy.dossier_code),
        who=copy.owner_name,
        paper=paper,
        pages=copy.file.pages,
        received=f"{clock(received)} {day_and_month(received.date())}",
        state=state[language],
        tone=tone,
        ticked=None if copy.signed_by is not None else key not in queue.left_out,
    )


def _standing(copy: WaitingCopy, queue: Queue, batch: Batch | None) -> tuple[Words, Tone]:
    if batch is not None and copy in batch.copies:
        place, done = batch.copies.index(copy), batch.good + batch.bad
        if place < done:
            return (w.STAMPED if batch.stamping else w.SIGNED), Tone.OK
        if place == done and (batch.signed_by or batch.stamping):
            return (w.STAMPING if batch.stamping else w.SIGNING), Tone.INFO
    if copy.signed_by is not None:
        return w.UNSTAMPED, Tone.WARN
    if key_of(copy) in queue.failed:
        return w.FAILED, Tone.ERR
    if key_of(copy) in queue.left_out:
        return w.LEFT, Tone.MUTE
    return w.WAITS, Tone.INFO
