"""The papers of the three exits before one of them is taken: nothing is noted, no number taken."""

from dataclasses import replace
from typing import Final

from station.forms.guidance import guidance_letter
from station.forms.letter_layouts import PaperKind
from station.forms.office import office_on
from station.forms.template_preview import NOT_VALID
from station.usecases.guide_visitor import as_if_guided
from station.usecases.lodge_dossier import AskForPapers, TurnAway, as_if_lodged
from station.usecases.reception_input import ReceptionInput
from ui.desks.catalogue import CatalogueDesk
from ui.desks.letter import LetterDesk
from ui.desks.ports import DeskPorts

NO_CODE_YET: Final = "(cấp khi in)"
"""Stands where the code will: what is not taken is not promised."""


class ExitLetterDesk:
    """What an officer would give a visitor whose dossier cannot be accepted."""

    def __init__(self, ports: DeskPorts, catalogue: CatalogueDesk, letters: LetterDesk) -> None:
        self._ports, self._catalogue, self._letters = ports, catalogue, letters

    def guidance_pdf(self, given: ReceptionInput) -> bytes:
        """Give the guidance sheet as PDF, marked as worth nothing.

        Raises:
            NothingAskedForError, StationError: as ``guide`` would.
        """
        now = self._ports.clock.now()
        sheet = as_if_guided(
            given,
            code=NO_CODE_YET,
            procedure=self._catalogue.rules_for(given),
            by=self._ports.officer,
            at=now,
        )
        letter = guidance_letter(
            sheet,
            office_on(self._ports.settings.offices, now.date()),
            printed_at=now,
            templates=self._ports.templates,
        )
        return self._ports.papers.letter_pdf(replace(letter, marks=(NOT_VALID,)))

    def letter_pdf(self, given: ReceptionInput, then: AskForPapers | TurnAway) -> bytes:
        """Give form 02 or 03 as PDF, marked as worth nothing.

        Raises:
            NothingAskedForError, NoReasonError, StationError: as ``lodge`` would.
        """
        dossier = as_if_lodged(
            given,
            then,
            code=NO_CODE_YET,
            counter=self._ports.settings.station_number,
            by=self._ports.officer,
            at=self._ports.clock.now(),
            catalogue=self._ports.store.catalogue,
            places=self._catalogue.places,
        )
        kind = PaperKind.REFUSAL if isinstance(then, TurnAway) else PaperKind.SUPPLEMENT
        return self._letters.as_if_pdf(dossier, kind)
