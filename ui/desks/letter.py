"""The letter-like papers of a desk: forms 02 to 07, lists and labels, drawn or put on paper."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from station.domain.dossier import Dossier
from station.domain.events import HandOverSealed, from_payload
from station.domain.journal import JournalEntry
from station.errors import StationError
from station.forms.appointment_slip import earlier_prints
from station.forms.dossier_label import LABEL, dossier_label
from station.forms.dossier_letters import DOSSIER_LETTERS, Printing, dossier_letter
from station.forms.form_sets import form_set_on
from station.forms.hand_over_list import hand_over_list
from station.forms.letter import Letter
from station.forms.letter_layouts import (
    PaperKind,
    form_called,
    form_of,
    sheet_for,
)
from station.forms.office import office_on
from station.forms.register import register
from station.forms.shelf_label import shelf_labels
from station.forms.template_preview import NOT_VALID
from station.forms.wording import counter_name
from station.ports.page_printers import PagePrinter
from station.ports.print_jobs import PrintJob
from station.ports.printers import PrintOutcome
from station.usecases.dossier_rules import own_rules_of
from ui.desks.page_printing import print_pages
from ui.desks.ports import DeskPorts


class UnknownListError(StationError):
    """This station has sealed no hand-over list of this number."""

    code = "PAP-005"

    def __init__(self, list_number: str) -> None:
        super().__init__(f"no hand-over list {list_number[:40]!r}")
        self.list_number = list_number[:40]


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

    def as_if_pdf(self, dossier: Dossier, kind: PaperKind) -> bytes:
        """Give a paper about a dossier that is none yet: it says that it is worth nothing."""
        letter = replace(self._letter(dossier, kind), marks=(NOT_VALID,))
        return self._ports.papers.letter_pdf(letter)

    def put(self, printer: PagePrinter, dossier: Dossier, job: PrintJob) -> PrintOutcome:
        """Print a queued paper, marked when it came out before."""
        reprint = earlier_prints(dossier, job.paper, form=job.form)
        pdf = self._drawn(dossier, job.form, job.paper, reprint=reprint)
        return printer.print_pages(pdf, title=f"{dossier.code}-{job.form}")

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
            templates=self._ports.templates,
        )
        return self._ports.papers.letter_pdf(letter)

    def print_register(self, first: date, last: date, *, centre: bool) -> str:
        """Print the register of a period, and give the printer's name.

        Raises:
            NoPrinterError: no page printer is set up.
            StationError: why the printer did not take it.
        """
        kind = PaperKind.REGISTER
        return print_pages(
            self._ports.devices,
            lambda: self.register_pdf(first, last, centre=centre),
            form=kind.value,
            sheet=form_of(kind, form_set_on(last).key).layout.sheet.value,
            title=f"so-theo-doi-{first}-{last}",
        )

    def sealed_list(self, list_number: str) -> tuple[JournalEntry, HandOverSealed]:
        """Give a sealed list, and the entry that says when and by whom.

        Raises:
            UnknownListError: this station has sealed no list of this number.
        """
        wanted = list_number.strip().upper()
        entries = self._ports.store.queries.office_entries(HandOverSealed.__name__)
        for entry in reversed(entries):
            sealed = from_payload(entry.kind, entry.version, entry.payload)
            if isinstance(sealed, HandOverSealed) and sealed.list_number.upper() == wanted:
                return entry, sealed
        raise UnknownListError(list_number)

    def hand_over_pdf(self, list_number: str) -> bytes:
        """Give a sealed hand-over list, both copies, as PDF.

        Raises:
            UnknownListError: this station has sealed no list of this number.
        """
        queries = self._ports.store.queries
        entry, sealed = self.sealed_list(list_number)
        ids = filter(None, map(queries.find, sealed.dossier_codes))
        letter = hand_over_list(
            sealed,
            [queries.dossier(dossier_id) for dossier_id in ids],
            office_on(self._ports.settings.offices, entry.occurred_at.date()),
            sealed_at=entry.occurred_at,
            officer_name=self._officer_name(entry.officer_id),
            printed_at=self._ports.clock.now(),
            templates=self._ports.templates,
        )
        return self._ports.papers.letter_pdf(letter)

    def shelf_labels_pdf(self, names: Sequence[str]) -> bytes:
        """Give the stickers of shelves as PDF.

        Raises:
            BadShelfNamesError: a name that is none or too long, or too many of them.
        """
        settings, now = self._ports.settings, self._ports.clock.now()
        labels = shelf_labels(
            names,
            office_on(settings.offices, now.date()),
            counter=counter_name(settings.station_number),
            printed_at=now,
        )
        return self._ports.papers.shelf_labels_pdf(labels)

    def _officer_name(self, officer_id: str) -> str:
        officer = self._ports.store.officers.get(officer_id)
        return officer.display_name if officer else ""

    def _drawn(self, dossier: Dossier, form: str, paper: str | None, *, reprint: int = 0) -> bytes:
        papers = self._ports.papers
        if form == LABEL:
            office = office_on(self._ports.settings.offices, dossier.received_at.date())
            label = dossier_label(dossier, office, printed_at=self._ports.clock.now())
            return papers.label_pdf(label)
        found = self._ports.templates.of(
            form_called(form, dossier.form_set), dossier.procedure_code
        )
        if found.kind is PaperKind.REGISTER:
            on = dossier.received_at.date()
            return self.register_pdf(on, on, centre=True)
        sheet = sheet_for(found, paper)
        return papers.letter_pdf(self._letter(dossier, found.kind, reprint=reprint), sheet)

    def _letter(self, dossier: Dossier, kind: PaperKind, *, reprint: int = 0) -> Letter:
        printing = Printing(
            office=office_on(self._ports.settings.offices, dossier.received_at.date()),
            officer_name=self._ports.officer.display_name,
            printed_at=self._ports.clock.now(),
            reprint=reprint,
            templates=self._ports.templates,
        )
        rules = own_rules_of(dossier, self._ports.store.catalogue)
        return dossier_letter(kind, dossier, printing, rules)
