"""Papers on their way to the printers, for one signed-in officer."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from station.domain.dossier import Dossier, PaymentMethod
from station.forms.appointment_slip import FORM, AppointmentSlip
from station.forms.dossier_label import LABEL
from station.forms.letter_layouts import NoSuchFormError, SheetNotOfferedError, form_called
from station.forms.receipt import FORM as RECEIPT
from station.forms.receipt import receipt
from station.ports.page_printers import PagePrinter
from station.ports.papers import RollWidth, SlipPaper
from station.ports.print_jobs import PrintJob
from station.ports.printers import PrintOutcome, ReceiptPrinter
from station.release import RELEASED_AT
from station.usecases.print_doubts import answer_doubt, job_in, print_elsewhere
from station.usecases.print_papers import (
    NoPrinterError,
    Outlet,
    Printed,
    Spool,
    in_doubt,
    print_waiting,
    queue_again,
)
from ui.desks.letter import PRINTABLE, LetterDesk
from ui.desks.ports import DeskPorts


class PrintDesk:
    """Prints what waits, and settles what the printers cannot tell.

    Args:
        find: gives the dossier of a code; raises ``UnknownDossierError``.
        next_slip: says what the next print of a form on a paper says.
    """

    def __init__(
        self,
        ports: DeskPorts,
        find: Callable[[str], UUID],
        next_slip: Callable[[Dossier, str, str], AppointmentSlip],
        letters: LetterDesk,
    ) -> None:
        self._ports = ports
        self._find = find
        self._next_slip = next_slip
        self._letters = letters
        self._seen: set[str] = set()
        self._spool = Spool(
            queries=ports.store.queries,
            new_work=ports.store.unit_of_work,
            claim=ports.store.claim_printer,
            officer=ports.officer,
            clock=ports.clock,
            built_at=RELEASED_AT,
        )

    def waiting(self) -> Sequence[PrintJob]:
        """Give the papers that are not over yet, oldest first."""
        return self._ports.store.queries.queued_prints()

    def dossier_of(self, job: PrintJob) -> Dossier:
        """Give the dossier that a paper is of."""
        return self._ports.store.queries.dossier(job.dossier_id)

    def has_other_way(self, job: PrintJob) -> bool:
        """Tell whether another kind of slip can come out in the place of this paper."""
        return self._other_way(job) is not None

    def is_simulated(self, form: str, paper: str) -> bool:
        """Tell whether a form comes out on no real paper here."""
        printer = self._ports.devices.page_printer_for(form, paper)
        return printer is not None and printer.simulated

    def doubts(self) -> Sequence[Printed]:
        """Give what is in doubt, sending nothing; see ``print_papers.in_doubt``."""
        return in_doubt(self._spool, self._outlet_of)

    def print_waiting(self) -> Sequence[Printed]:
        """Print everything that waits; see ``print_papers.print_waiting``."""
        return print_waiting(self._spool, self._outlet_of)

    def print_again(
        self, code: str, *, form: str, paper: str, reason: str = ""
    ) -> Sequence[Printed]:
        """Print a paper of a dossier once more, after everything that waits.

        Raises:
            UnknownDossierError, NotAllowedError, NoReasonError: nothing was queued.
            NoSuchFormError, SheetNotOfferedError, NothingToWriteError, NoDueDateError: there is no
                such paper of this dossier, and what can never come out does not wait either.
        """
        dossier_id = self._find(code)
        self._require_a_paper(dossier_id, form, paper)
        queue_again(dossier_id, form=form, paper=paper, reason=reason, spool=self._spool)
        return self.print_waiting()

    def answer_doubt(self, job_id: int, *, came_out: bool) -> Sequence[Printed]:
        """Say whether a doubtful paper came out, and go on with what waits.

        Raises:
            NotAllowedError, PrintJobChangedError: see ``print_doubts.answer_doubt``.
        """
        rack = self._ports.devices
        simulated = {one.name for one in rack.page_printers if one.simulated}
        simulated |= {one.name for one in rack.receipt_printers if one.simulated}
        printer = job_in(self._spool, job_id).printer or ""
        answer_doubt(job_id, came_out=came_out, simulated=printer in simulated, spool=self._spool)
        if came_out:
            self._seen.add(printer)
        return self.print_waiting()

    def print_elsewhere(self, job_id: int) -> Sequence[Printed]:
        """Print the other kind of slip in the place of one that does not come out: the roll for
        the sheet, the sheet for the roll.

        Raises:
            NoPrinterError: this paper has no other kind, or nothing prints that.
            NotAllowedError, PrintJobChangedError: see ``print_doubts.print_elsewhere``.
        """
        job = job_in(self._spool, job_id)
        other = self._other_way(job)
        if other is None:
            raise NoPrinterError(job.form, job.paper)
        form, paper = other
        print_elsewhere(job_id, form=form, paper=paper, spool=self._spool)
        return self.print_waiting()

    def usual_paper(self, code: str, form: str) -> str:
        """Give the sheet or roll that a form is put on where nobody says it.

        Raises:
            UnknownDossierError, NoSuchFormError: there is no such paper.
        """
        dossier_id = self._find(code)
        usual = dict(self._ports.settings.papers_at_reception).get(form)
        if usual is not None:
            return usual
        if form == RECEIPT:
            roll = self._ports.devices.receipt_printer_for("")
            return str(roll.width if roll else RollWidth.MM_80)
        if form in PRINTABLE and form != LABEL:
            form_set = self._ports.store.queries.dossier(dossier_id).form_set
            return form_called(form, form_set).layout.sheet.value
        return SlipPaper.A5.value

    def _require_a_paper(self, dossier_id: UUID, form: str, paper: str) -> None:
        """Let a paper pass that can be written of this dossier: others would wait for ever."""
        dossier = self._ports.store.queries.dossier(dossier_id)
        if form in PRINTABLE:
            self._letters.pdf(dossier, form, paper)
        elif form == FORM:
            self._next_slip(dossier, form, _slip_paper(paper))
        elif form == RECEIPT:
            rolls = tuple(str(int(width)) for width in RollWidth)
            if paper not in rolls:
                raise SheetNotOfferedError(form, paper[:20], rolls)
            self._next_slip(dossier, form, paper)
        else:
            raise NoSuchFormError(form[:60], dossier.form_set, (FORM, RECEIPT, *PRINTABLE))

    def _other_way(self, job: PrintJob) -> tuple[str, str] | None:
        rack = self._ports.devices
        if job.form == FORM and (receipts := rack.receipt_printer_for("")) is not None:
            return RECEIPT, str(receipts.width)
        if job.form == RECEIPT and rack.page_printer_for(FORM, SlipPaper.A5) is not None:
            return FORM, SlipPaper.A5.value
        return None

    def _outlet_of(self, job: PrintJob) -> Outlet | None:
        rack = self._ports.devices
        if job.form == RECEIPT:
            roll = rack.receipt_printer_for(job.paper)
            return None if roll is None else self._outlet(roll, partial(self._print_receipt, roll))
        pages = rack.page_printer_for(job.form, job.paper)
        if pages is None or job.form not in (FORM, *PRINTABLE):
            return None
        put = self._print_slip if job.form == FORM else self._letters.put
        return self._outlet(pages, partial(put, pages))

    def _outlet(
        self,
        printer: PagePrinter | ReceiptPrinter,
        put: Callable[[Dossier, PrintJob], PrintOutcome],
    ) -> Outlet:
        return Outlet(
            name=printer.name,
            simulated=printer.simulated,
            put=put,
            trusted=printer.name in self._seen,
        )

    def _print_slip(self, printer: PagePrinter, dossier: Dossier, job: PrintJob) -> PrintOutcome:
        slip = self._next_slip(dossier, job.form, job.paper)
        pdf = self._ports.papers.slip_pdf(slip, _slip_paper(job.paper))
        return printer.print_pages(pdf, title=f"{dossier.code}-{job.paper}")

    def _print_receipt(
        self, printer: ReceiptPrinter, dossier: Dossier, job: PrintJob
    ) -> PrintOutcome:
        slip = self._next_slip(dossier, job.form, job.paper)
        in_cash = any(paid.method is PaymentMethod.CASH for paid in dossier.payments)
        return printer.print_receipt(receipt(dossier, slip), open_drawer=in_cash)


def _slip_paper(paper: str) -> SlipPaper:
    try:
        return SlipPaper(paper)
    except ValueError:
        raise SheetNotOfferedError(FORM, paper[:20], tuple(SlipPaper)) from None
