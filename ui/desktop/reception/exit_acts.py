"""What becomes of a draft that cannot be accepted: guidance, form 02, or form 03.

NĐ 61/2018/NĐ-CP Art. 17(1) knows these and no more; accepting on a lawful ground is the way on.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from station.domain.acts import DossierAct
from station.domain.dossier import Dossier
from station.usecases.duplicates import DuplicateDossierError
from station.usecases.guide_visitor import Told
from station.usecases.lodge_dossier import AskForPapers, TurnAway
from station.usecases.print_papers import Printed
from station.usecases.reception_input import ReceptionInput, reception_from_plain
from station.words import numeric_date
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.duplicate_acts import DuplicateActs
from ui.desktop.reception.note_words import Remark
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.reception.view_model import PASSES_EXITS, Exit
from ui.desktop.tasks import Tasks


class GuidanceDesk(Protocol):
    def guide(
        self,
        given: ReceptionInput,
        wrong: Sequence[tuple[int, str]] = (),
        beside: Mapping[str, Any] | None = None,
    ) -> Told: ...

    def print_guidance(self, code: str) -> None: ...


class ReasonDesk(Protocol):
    def legal_basis(self, act: DossierAct, text: str) -> str | None: ...


class LodgingDesk(Protocol):
    def lodge(
        self,
        given: ReceptionInput,
        then: AskForPapers | TurnAway,
        *,
        folder: Path,
        lock_duplicates: bool = False,
    ) -> Dossier: ...


class ExitDesk(Protocol):
    """What the exits need of the desk. Calls wait for the disk, printing for the printer."""

    @property
    def drafts(self) -> GuidanceDesk: ...

    @property
    def life_cycle(self) -> LodgingDesk: ...

    @property
    def catalogue(self) -> ReasonDesk: ...

    def print_waiting(self) -> Sequence[Printed]: ...


def decided(reasons: ReasonDesk, reason: str, *, refusal: bool) -> AskForPapers | TurnAway:
    """Give what form 02 or 03 says; an offered reason brings its article."""
    act = DossierAct.REFUSE if refusal else DossierAct.SUPPLEMENT
    basis = reasons.legal_basis(act, reason)
    if refusal:
        return TurnAway(reasons=(reason,), legal_basis=basis)
    return AskForPapers(reason=reason, legal_basis=basis)


class ExitActs:
    """The three exits of one officer."""

    def __init__(
        self,
        *,
        desk: ExitDesk,
        screen: DraftScreen,
        drafts: OpenDrafts,
        duplicates: DuplicateActs,
        store_worker: Tasks,
        printer_worker: Tasks,
        close_draft: Callable[[DraftEntry], None],
        changed: Callable[[], object],
    ) -> None:
        """
        Args:
            close_draft: takes the draft off the page.
            changed: told when lists and status may say something else.
        """
        self._desk = desk
        self._screen = screen
        self._drafts = drafts
        self._duplicates = duplicates
        self._store_worker = store_worker
        self._printer_worker = printer_worker
        self._close_draft = close_draft
        self._changed = changed

    def on_reason_edited(self, of: Exit, reason: str) -> None:
        """Keep a reason with its draft: Esc, another draft and a power cut leave it there."""
        self._drafts.current.exit_reasons[of] = reason

    def on_exit(self, wanted: Exit, reason: str) -> None:
        """Take one of the exits, once, however often its button is pressed."""
        draft = self._drafts.current
        open_blocks = [
            block for block in self._screen.blocks(draft) if block.blocker not in PASSES_EXITS
        ]
        if draft.accepting or open_blocks:
            return
        draft.accepting = True
        self._screen.readiness(draft)
        description, beside = draft.plain(), draft.beside()
        failed = partial(self._failed, draft)
        if wanted is Exit.GUIDANCE:
            self._store_worker.run(
                lambda: self._desk.drafts.guide(reception_from_plain(description), beside=beside),
                done=partial(self._guided, draft),
                failed=failed,
            )
            return
        refusal = wanted is Exit.REFUSAL
        self._store_worker.run(
            partial(self._lodge, description, reason, refusal=refusal),
            done=partial(self._lodged, draft, Remark.REFUSED if refusal else Remark.ASKED),
            failed=failed,
        )

    def _lodge(self, description: dict[str, Any], reason: str, *, refusal: bool) -> Dossier:
        """Take it in with form 02 or 03."""
        then = decided(self._desk.catalogue, reason, refusal=refusal)
        return self._desk.life_cycle.lodge(
            reception_from_plain(description), then, folder=Path(), lock_duplicates=True
        )

    def _guided(self, draft: DraftEntry, told: Told) -> None:
        sheet = told.guidance
        self._close_draft(draft)
        day = numeric_date(sheet.valid_until)
        self._screen.remark(Remark.GUIDED, Tone.OK, code=sheet.guidance_code, day=day)
        self._print(lambda: self._desk.drafts.print_guidance(sheet.guidance_code))

    def _lodged(self, draft: DraftEntry, remark: Remark, dossier: Dossier) -> None:
        self._close_draft(draft)
        self._screen.remark(remark, Tone.OK, code=dossier.code)
        self._print(self._print_waiting)

    def _print_waiting(self) -> None:
        error = next((one.error for one in self._desk.print_waiting() if one.error), None)
        if error is not None:
            raise error

    def _print(self, work: Callable[[], None]) -> None:
        self._printer_worker.run(work, done=self._printed, failed=self._not_printed)

    def _printed(self, _: None) -> None:
        self._changed()

    def _not_printed(self, error: Exception) -> None:
        self._changed()
        self._screen.problem(error)

    def _failed(self, draft: DraftEntry, error: Exception) -> None:
        draft.accepting = False
        if isinstance(error, DuplicateDossierError):
            self._duplicates.take(draft, error.found)
        self._screen.readiness(draft)
        self._screen.problem(error)
