"""The letter-like papers of a desk: forms 02 to 07, lists and labels, drawn or put on paper."""

from datetime import date

from station.domain.dossier import Dossier
from station.domain.procedure import Procedure
from station.forms.appointment_slip import earlier_prints
from station.forms.dossier_label import LABEL, dossier_label
from station.forms.dossier_letters import DOSSIER_LETTERS, Printing, dossier_letter
from station.forms.letter_layouts import (
    PaperKind,
    form_called,
    sheet_for,
)
from station.forms.office import office_on
from station.forms.register import register
from station.forms.wording import counter_name
from station.ports.page_printers import PagePrinter
from station.ports.store import PrintJob
from ui.desk_ports import DeskPorts

PRINTABLE = (*(kind.value for kind in DOSSIER_LETTERS), LABEL)
"""The papers of a dossier that the print queue takes, besides the slip and the receipt."""


class LetterDesk:
    """What one signed-in officer can write and print besides slips and receipts."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    def pdf(self, dossier: Dossier, form: str, paper: str | None = None) -> bytes:
        """Give a paper about a dossier as PDF.

        Args:
            form: its kind, or its number in the forms of the dossier's time; ``label``.
            paper: the sheet; None for the one it was designed for.

        Raises:
            NoSuchFormError, SheetNotOfferedError, NothingToWriteError: there is no such paper.
        """
        return self._drawn(dossier, form, paper)

    def put(self, printer: PagePrinter, dossier: Dossier, job: PrintJob) -> None:
        """Print a queued paper, marked when it came out before."""
        reprint = earlier_prints(dossier, job.paper, form=job.form)
        pdf = self._drawn(dossier, job.form, job.paper, reprint=reprint)
        printer.print_pages(pdf, title=f"{dossier.code}-{job.form}")

    def register_pdf(self, first: date, last: date, *, centre: bool) -> bytes:
        """Give the register of a period, of this counter or of all that share the store."""
        queries, settings = self._ports.store.queries, self._ports.settings
        counter = None if centre else settings.station_number
        rows = queries.received_between(first, last, counter=counter)
        letter = register(
            (queries.dossier(row.dossier_id) for row in rows),
            office_on(settings.offices, last),
            first=first,
            last=last,
            scope="Cả bộ phận" if centre else counter_name(settings.station_number),
            officer_name=self._ports.officer.display_name,
            printed_at=self._ports.clock.now(),
        )
        return self._ports.papers.letter_pdf(letter)

    def _drawn(self, dossier: Dossier, form: str, paper: str | None, *, reprint: int = 0) -> bytes:
        papers = self._ports.papers
        office = office_on(self._ports.settings.offices, dossier.received_at.date())
        printed_at = self._ports.clock.now()
        if form == LABEL:
            return papers.label_pdf(dossier_label(dossier, office, printed_at=printed_at))
        found = form_called(form, dossier.form_set)
        if found.kind is PaperKind.REGISTER:
            on = dossier.received_at.date()
            return self.register_pdf(on, on, centre=True)
        sheet = sheet_for(found, paper)
        printing = Printing(
            office=office,
            officer_name=self._ports.officer.display_name,
            printed_at=printed_at,
            reprint=reprint,
        )
        letter = dossier_letter(found.kind, dossier, printing, self._procedure(dossier))
        return papers.letter_pdf(letter, sheet)

    def _procedure(self, dossier: Dossier) -> Procedure | None:
        """Give the dossier's procedure if the catalogue still has it as it was at reception."""
        found = self._ports.store.catalogue.procedure(dossier.procedure_code)
        return found[0] if found is not None and found[1] == dossier.catalogue else None
