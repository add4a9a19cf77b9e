"""What a desk does before there is a dossier: guidance, and drafts that are kept."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from station.domain.events import GuidanceGiven, from_payload
from station.domain.procedure import Procedure
from station.forms.guidance import Guidance, guidance_letter
from station.forms.office import office_on
from station.ports.drafts import KeptDraft
from station.usecases.drafts import (
    OpenWork,
    drafts_of,
    drop_draft,
    keep_drafts,
    leave_mark,
    mark_of,
    reassign_draft,
)
from station.usecases.guide_visitor import (
    NoSuchDraftError,
    Told,
    draft_of,
    give_guidance,
    sheet_of,
)
from station.usecases.permissions import Act, may
from station.usecases.reception_input import ReceptionInput
from ui.desks.acting import acting_of
from ui.desks.page_printing import print_pages
from ui.desks.ports import DeskPorts

GUIDANCE = "guidance"


class DraftDesk:
    """Guidance and drafts of one signed-in officer."""

    def __init__(self, ports: DeskPorts, rules: Callable[[ReceptionInput], Procedure]) -> None:
        """
        Args:
            rules: gives the procedure of a description, in its case and version.
        """
        self._ports = ports
        self._rules = rules

    # -- guidance ---------------------------------------------------------------------------

    def guide(
        self,
        given: ReceptionInput,
        wrong: Sequence[tuple[int, str]] = (),
        beside: Mapping[str, Any] | None = None,
    ) -> Told:
        """Note what a visitor was told to bring, and keep the draft; see ``give_guidance``.

        Args:
            beside: what is kept beside the description, as the window reads it again.
        """
        description: dict[str, Any] = {**msgspec.to_builtins(given), **(beside or {})}
        return give_guidance(
            given,
            wrong=wrong,
            description=description,
            procedure=self._rules(given),
            counter=self._ports.settings.station_number,
            acting=acting_of(self._ports),
        )

    def guidance_pdf(self, code: str) -> bytes:
        """Give a guidance sheet as PDF, as often as it is wanted.

        Raises:
            NoSuchDraftError: nobody was told anything under this code.
        """
        sheet = self._sheet(code)
        office = office_on(self._ports.settings.offices, sheet.given_at.date())
        letter = guidance_letter(
            sheet,
            office,
            printed_at=self._ports.clock.now(),
            templates=self._ports.templates,
        )
        return self._ports.papers.letter_pdf(letter)

    def print_guidance(self, code: str) -> None:
        """Put a guidance sheet on paper.

        Raises:
            NoPrinterError, StationError: it did not come out; its code holds all the same.
        """
        print_pages(
            self._ports.devices,
            lambda: self.guidance_pdf(code),
            form=GUIDANCE,
            sheet="a5",
            title=f"{code.strip().upper()}-{GUIDANCE}",
        )

    def _sheet(self, code: str) -> Guidance:
        wanted = code.strip().upper()
        for entry in reversed(self._ports.store.queries.office_entries(GuidanceGiven.__name__)):
            told = from_payload(entry.kind, entry.version, entry.payload)
            if isinstance(told, GuidanceGiven) and told.guidance_code == wanted:
                return sheet_of(told, at=entry.occurred_at, visitor=self._visitor(wanted))
        raise NoSuchDraftError(wanted)

    def _visitor(self, code: str) -> str | None:
        """Give who was told, while the draft is kept."""
        with self._ports.store.unit_of_work() as work:
            draft = work.drafts.by_code(code)
        applicant = draft.description.get("applicant") if draft else None
        if not applicant:
            return None
        name: str | None = applicant.get("full_name") or applicant.get("name")
        return name

    # -- drafts -----------------------------------------------------------------------------

    def opened(self, code: str) -> KeptDraft:
        """Give the draft that a guidance sheet opens.

        Raises:
            NoSuchDraftError: there is none, or its day is past.
        """
        return draft_of(code, on=self._ports.clock.now().date(), acting=acting_of(self._ports))

    def mine(self) -> Sequence[KeptDraft]:
        """Give this officer's drafts, the newest first."""
        return drafts_of(self._ports.officer.officer_id, acting=acting_of(self._ports))

    def of(self, officer_id: str | None) -> Sequence[KeptDraft]:
        """Give another officer's drafts, or everybody's.

        Raises:
            NotAllowedError: that is for a supervisor.
        """
        return drafts_of(officer_id, acting=acting_of(self._ports))

    @property
    def may_reassign(self) -> bool:
        """Tell whether this officer sees others' drafts and gives them to colleagues."""
        return may(self._ports.officer, Act.REASSIGN_DRAFTS)

    def visible(self) -> Sequence[KeptDraft]:
        """Give the drafts that this officer may see, the newest first."""
        return self.of(None) if self.may_reassign else self.mine()

    def keep(self, open_work: Sequence[OpenWork], gone: Sequence[UUID], *, at: datetime) -> None:
        """Keep what this officer has open; forget what was received or given up."""
        unmentioned = keep_drafts(open_work, gone, at=at, acting=acting_of(self._ports))
        self._ports.store.vault.forget(unmentioned)

    def mark(self) -> dict[str, Any]:
        """Give where this officer left off; nothing where nobody knows."""
        return mark_of(at=self._ports.clock.now(), acting=acting_of(self._ports))

    def leave_mark(self, description: dict[str, Any], *, at: datetime) -> None:
        """Keep where this officer is, and what is begun on the pages."""
        leave_mark(description, at=at, acting=acting_of(self._ports))

    def reassign(self, draft_id: UUID, to: str, reason: str) -> KeptDraft:
        """Give a draft to a colleague; see ``reassign_draft``."""
        return reassign_draft(
            draft_id,
            to,
            reason,
            officers=self._ports.store.officers,
            acting=acting_of(self._ports),
        )

    def drop(self, draft_id: UUID) -> None:
        """Forget a draft."""
        self._ports.store.vault.forget(drop_draft(draft_id, acting=acting_of(self._ports)))
