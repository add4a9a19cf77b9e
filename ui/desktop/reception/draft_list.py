"""The drafts that are kept, as a list: one's own, or everybody's for who may reassign them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from station.domain.procedure import Procedure
from station.errors import StationError
from station.ports.drafts import KeptDraft
from station.words import clock, day_and_month, numeric_date
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.draft_line import DraftLine
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.note_words import Remark
from ui.desktop.tasks import Tasks


class DraftListView(Protocol):
    def show_kept_drafts(self, drafts: tuple[DraftLine, ...], *, may_reassign: bool) -> None: ...


class DraftListSource(Protocol):
    @property
    def may_reassign(self) -> bool: ...

    def visible(self) -> Sequence[KeptDraft]: ...

    def reassign(self, draft_id: UUID, to: str, reason: str) -> KeptDraft: ...

    def print_guidance(self, code: str) -> None: ...


class DraftListDesk(Protocol):
    """What the list needs of the desk. Calls wait for the disk or the printer."""

    @property
    def drafts(self) -> DraftListSource: ...

    def procedure(self, code: str) -> tuple[Procedure, str]: ...


class DraftListActs:
    """Reads the list when it is asked for, and does what is asked of a line."""

    def __init__(
        self,
        view: DraftListView,
        *,
        desk: DraftListDesk,
        screen: DraftScreen,
        store_worker: Tasks,
        printer_worker: Tasks,
        open_draft: Callable[[KeptDraft], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._screen = screen
        self._store_worker = store_worker
        self._printer_worker = printer_worker
        self._open_draft = open_draft
        self._known: dict[UUID, KeptDraft] = {}

    def on_asked(self) -> None:
        """Read what is kept."""
        self._store_worker.run(self._read, done=self._show, failed=self._screen.problem)

    def on_opened(self, draft_id: UUID) -> None:
        """Open one's own draft, or that of a sheet."""
        draft = self._known.get(draft_id)
        if draft is not None:
            self._open_draft(draft)

    def on_print(self, code: str) -> None:
        """Print a guidance sheet once more."""
        self._printer_worker.run(
            lambda: self._desk.drafts.print_guidance(code),
            done=partial(self._printed, code),
            failed=self._screen.problem,
        )

    def on_reassigned(self, draft_id: UUID, to: str, reason: str) -> None:
        """Give a draft to a colleague."""
        self._store_worker.run(
            lambda: self._desk.drafts.reassign(draft_id, to, reason),
            done=self._moved,
            failed=self._screen.problem,
        )

    def _read(self) -> tuple[Sequence[KeptDraft], Mapping[str, str]]:
        drafts = self._desk.drafts.visible()
        names = {}
        for code in {draft.procedure_code for draft in drafts if draft.procedure_code}:
            try:
                names[code] = self._desk.procedure(code)[0].name
            except StationError:  # it left the catalogue
                names[code] = code
        return drafts, names

    def _show(self, found: tuple[Sequence[KeptDraft], Mapping[str, str]]) -> None:
        drafts, names = found
        self._known = {draft.draft_id: draft for draft in drafts}
        lines = tuple(_line(draft, names) for draft in drafts)
        self._view.show_kept_drafts(lines, may_reassign=self._desk.drafts.may_reassign)

    def _printed(self, code: str, _: None) -> None:
        self._screen.remark(Remark.SHEET_PRINTED, Tone.OK, code=code)

    def _moved(self, draft: KeptDraft) -> None:
        self._screen.remark(Remark.MOVED, Tone.OK, officer=draft.officer_id)
        self.on_asked()


def _line(draft: KeptDraft, names: Mapping[str, str]) -> DraftLine:
    applicant = draft.description.get("applicant") or {}
    return DraftLine(
        draft_id=draft.draft_id,
        officer=draft.officer_id,
        name=applicant.get("full_name") or applicant.get("name") or "–",
        procedure=names.get(draft.procedure_code or "", "–"),
        code=draft.code or "",
        saved=f"{clock(draft.saved_at)} {day_and_month(draft.saved_at.date())}",
        expires=numeric_date(draft.expires_on),
    )
