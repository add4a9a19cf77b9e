"""Page printers that speak IPP (RFC 8011): by the network, or a queue of CUPS on this computer."""

from collections.abc import Sequence
from contextlib import closing
from itertools import count
from threading import Event
from time import monotonic
from urllib.parse import urlsplit

from devices.printers.ipp_message import (
    LARGEST_ANSWER,
    Answer,
    Attribute,
    BadAnswerError,
    Operation,
    Tag,
    answer,
    question,
)
from station.ports.printers import (
    MaybePrintedError,
    PaperKindError,
    PrinterOfflineError,
    PrinterState,
    PrintInterruptedError,
    PrintOutcome,
    require_able_to_print,
)

PDF = "application/pdf"
_PORT = 631
_WEB = {"ipp": "http", "ipps": "https"}
_REASONS = "printer-state-reasons"
_QUEUE, _DEVICE = "cups-version", "device-uri"
"""What only a queue of CUPS says: that it is one, and what it prints on."""
_IDLE, _STOPPED = 3, 5
_COMPLETED = 9
_NOT_DONE = frozenset({7, 8})
"""Canceled, aborted."""
_TRUE_CAUSES = (
    (("media-jam",), PrinterState.JAMMED),
    (("cover-open", "door-open", "interlock-open"), PrinterState.COVER_OPEN),
    (("media-empty", "media-needed", "input-tray-missing"), PrinterState.OUT_OF_PAPER),
    (("connecting-to-device", "shutdown", "timed-out", "offline"), PrinterState.OFFLINE),
)
"""Reasons without the severity that may follow them (RFC 8011, 5.4.12)."""
_HARMLESS = ("-report", "-warning")
_USER = "tram-mot-cua"
_SIZES = {(148, 210): "iso_a5_148x210mm", (210, 297): "iso_a4_210x297mm"}
"""Millimetres, and the paper's name (PWG 5101.1)."""
_POINT_MM = 25.4 / 72


class IppPagePrinter:
    """Implements ``PagePrinter``.

    A job that does not come out is taken back from the printer before that is said: else it would
    come out later, once more than it is wanted. One that the printer does not let go is in doubt.

    A queue of CUPS is no printer. It learns what ails its printer from the driver of a job, and
    says so until the next job: a queue that is idle gets one whatever it says, and what it said
    before counts again only when the job does not move. It calls a job completed once the printer
    has it: that is on paper where the printer is asked too (IPP), else it is only taken. And it
    calls one canceled that its printer may print all the same, once the jam is cleared: a job
    that has begun is in doubt, only one that still waited in the queue is surely taken back.

    Args:
        address: ``ipp://host:port/path``, or ``ipps`` with a certificate that this computer trusts.
        tray: the name that the printer has for it (``media-source``), for example ``tray-2``.
        answer_timeout_s: for each question.
        finish_timeout_s: for the paper to come out.
        settle_s: after which a queue of CUPS is believed what it said before the job; and for a
            printer to let go of a job that is taken back.

    Raises:
        ValueError: the address is none of IPP.
    """

    simulated = False

    def __init__(
        self,
        name: str,
        address: str,
        *,
        tray: str = "",
        two_sided: bool = False,
        copies: int = 1,
        connect_timeout_s: float = 3,
        answer_timeout_s: float = 10,
        finish_timeout_s: float = 60,
        look_every_s: float = 0.3,
        settle_s: float = 3,
    ) -> None:
        parts = urlsplit(address)
        if parts.scheme not in _WEB or not parts.hostname or copies < 1:
            raise ValueError(f"no printer of IPP at {address!r}")
        self.name = name
        self._uri = address
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        self._url = f"{_WEB[parts.scheme]}://{host}:{parts.port or _PORT}{parts.path or '/'}"
        self._tray, self._two_sided, self._copies = tray, two_sided, copies
        self._timeouts = (connect_timeout_s, answer_timeout_s)
        self._finish_timeout_s = finish_timeout_s
        self._look_every_s, self._settle_s = look_every_s, settle_s
        self._requests = count(1)

    def state(self) -> PrinterState:
        """Ask the printer how it is."""
        try:
            return _state_of(self._printer())
        except (OSError, BadAnswerError):
            return PrinterState.OFFLINE

    def print_pages(self, pdf: bytes, *, title: str) -> PrintOutcome:
        """Print all pages; returns when they came out, as far as the printer tells.

        Raises:
            PrintInterruptedError: it stopped part way; the job was taken back.
            MaybePrintedError: it fell silent before it could be taken back.
            PaperKindError: the printer takes no PDF, or refuses the paper.
            PrinterError: any other cause; nothing was printed.
        """
        try:
            printer = self._printer()
            if not (_is_queue(printer) and _IDLE in printer.of("printer-state")):
                require_able_to_print(self.name, _state_of(printer))
            if PDF not in printer.of("document-format-supported"):
                raise PaperKindError(self.name, "it takes no PDF")
            accepted = self._ask(
                Operation.PRINT_JOB,
                [
                    Attribute("job-name", Tag.NAME, (title[:80],)),
                    Attribute("document-format", Tag.MEDIA_TYPE, (PDF,)),
                ],
                job=self._how(pdf),
                document=pdf,
            )
        except (OSError, BadAnswerError) as error:
            raise PrinterOfflineError(self.name, str(error)) from error
        number = next(iter(accepted.of("job-id")), None)
        if not accepted.is_good or not isinstance(number, int):
            raise PaperKindError(self.name, f"refused with status {accepted.status:#06x}")
        return self._see_it_out(number, printer)

    def _see_it_out(self, job: int, printer: Answer) -> PrintOutcome:
        """Wait for the paper.

        Args:
            printer: what it told before it got the job.

        Raises:
            PrintInterruptedError: it did not come out, and will not.
            MaybePrintedError: nobody knows, because the printer is not heard of any more or keeps
                what it has, or a queue says that all is done and that its printer is not well.
        """
        before, queue = printer.of(_REASONS), _is_queue(printer)
        sent = monotonic()
        deadline = sent + self._finish_timeout_s
        this = Attribute("job-id", Tag.INTEGER, (job,))
        pause, cause = Event(), PrinterState.FAULT
        try:
            while monotonic() < deadline:
                told = self._ask(Operation.JOB_ATTRIBUTES, [this])
                state = next(iter(told.of("job-state")), None)
                given_up = state in _NOT_DONE or not told.is_good
                fresh = queue and not given_up and monotonic() - sent < self._settle_s
                cause = _state_of(self._printer(), before=before, only_new=fresh)
                if state == _COMPLETED:
                    return self._outcome(printer, cause)
                if given_up or not cause.can_print:
                    break
                pause.wait(self._look_every_s)
            cause = PrinterState.FAULT if cause.can_print else cause
            self._ask(Operation.CANCEL_JOB, [this])  # refused where it has ended meanwhile
            told = self._end_of(this)
        except (OSError, BadAnswerError) as error:
            raise MaybePrintedError(self.name, PrinterState.OFFLINE) from error
        if _COMPLETED in told.of("job-state"):
            return self._outcome(printer, cause)
        if not _NOT_DONE.intersection(told.of("job-state")) or (queue and _has_begun(told)):
            raise MaybePrintedError(self.name, cause)
        raise PrintInterruptedError(self.name, cause)

    def _end_of(self, this: Attribute) -> Answer:
        """Give what a job came to that was taken back, as far as it is told in time."""
        pause, deadline = Event(), monotonic() + self._settle_s
        while True:
            told = self._ask(Operation.JOB_ATTRIBUTES, [this])
            ended = {_COMPLETED, *_NOT_DONE}.intersection(told.of("job-state"))
            if ended or not told.is_good or monotonic() >= deadline:
                return told
            pause.wait(self._look_every_s)

    def _outcome(self, printer: Answer, cause: PrinterState) -> PrintOutcome:
        """Judge a job that is called completed.

        Raises:
            MaybePrintedError: by a queue, whose printer has stopped since.
        """
        if not _is_queue(printer):
            return PrintOutcome.ON_PAPER
        if not cause.can_print:
            raise MaybePrintedError(self.name, cause)
        devices = [urlsplit(uri).scheme for uri in printer.of(_DEVICE) if isinstance(uri, str)]
        return PrintOutcome.ON_PAPER if set(devices) & _WEB.keys() else PrintOutcome.TAKEN

    def _printer(self) -> Answer:
        wanted = ("printer-state", _REASONS, "document-format-supported", _QUEUE, _DEVICE)
        return self._ask(
            Operation.PRINTER_ATTRIBUTES,
            [Attribute("requested-attributes", Tag.KEYWORD, wanted)],
        )

    def _ask(
        self,
        operation: Operation,
        about: Sequence[Attribute],
        *,
        job: Sequence[Attribute] = (),
        document: bytes = b"",
    ) -> Answer:
        """Ask one question.

        Raises:
            OSError: nothing answered.
            BadAnswerError: what answered is no printer.
        """
        import requests  # its weight must not delay the window

        whole = [
            Attribute("printer-uri", Tag.URI, (self._uri,)),
            *about,
            Attribute("requesting-user-name", Tag.NAME, (_USER,)),
        ]
        asked = question(operation, next(self._requests), whole, job) + document
        with requests.Session() as session:
            session.trust_env = False  # a proxy of this computer is for the web, not for the office
            with closing(
                session.post(
                    self._url,
                    data=asked,
                    headers={"Content-Type": "application/ipp"},
                    timeout=self._timeouts,
                    allow_redirects=False,
                    stream=True,
                )
            ) as response:
                if response.status_code != requests.codes.ok:
                    raise BadAnswerError(f"HTTP {response.status_code}")
                return answer(response.raw.read(LARGEST_ANSWER + 1))

    def _how(self, pdf: bytes) -> list[Attribute]:
        """Say on what the pages go: at their own size, never fitted, else an A5 form grows."""
        width, height = _page_mm(pdf)
        upright = (min(width, height), max(width, height))
        sides = "two-sided-long-edge" if self._two_sided else "one-sided"
        how = [
            Attribute("copies", Tag.INTEGER, (self._copies,)),
            Attribute("sides", Tag.KEYWORD, (sides,)),
            Attribute("print-scaling", Tag.KEYWORD, ("none",)),
        ]
        if self._tray:
            size = {
                "x-dimension": Attribute("", Tag.INTEGER, (upright[0] * 100,)),
                "y-dimension": Attribute("", Tag.INTEGER, (upright[1] * 100,)),
            }
            column = {
                "media-size": Attribute("", None, size),
                "media-source": Attribute("", Tag.KEYWORD, (self._tray,)),
            }
            how.append(Attribute("media-col", None, column))
        elif upright in _SIZES:
            how.append(Attribute("media", Tag.KEYWORD, (_SIZES[upright],)))
        return how


def _page_mm(pdf: bytes) -> tuple[int, int]:
    """Give width and height of the first page in millimetres."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        width, height = document.get_page_size(0)
    return round(width * _POINT_MM), round(height * _POINT_MM)


def _is_queue(printer: Answer) -> bool:
    return bool(printer.of(_QUEUE))


def _has_begun(job: Answer) -> bool:
    """Tell whether a job did not only wait: it has no time then, which is no number."""
    return any(isinstance(time, int) for time in job.of("time-at-processing"))


def _state_of(
    printer: Answer, *, before: Sequence[object] | None = None, only_new: bool = False
) -> PrinterState:
    """Judge a printer by what it tells.

    Args:
        before: its reasons before it got a job. A new warning of an empty tray is then why the job
            does not go on; an old one is that of another tray.
        only_new: reasons from before say nothing yet.
    """
    if not printer.is_good:
        return PrinterState.OFFLINE
    reasons = [reason for reason in printer.of(_REASONS) if isinstance(reason, str)]
    stopped = _STOPPED in printer.of("printer-state")
    warned = False
    for names, state in _TRUE_CAUSES:
        for reason in reasons:
            if not reason.startswith(names) or (only_new and reason in (before or ())):
                continue
            is_new = before is not None and reason not in before
            if stopped or is_new or not reason.endswith(_HARMLESS):
                return state
            warned = True
    if stopped:
        return PrinterState.FAULT
    low = any(reason.startswith("media-low") for reason in reasons)
    return PrinterState.PAPER_LOW if warned or low else PrinterState.READY
