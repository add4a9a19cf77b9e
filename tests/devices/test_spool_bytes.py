"""The spool over our printer code and a line that fails at any byte: dropped, swallowed, half
answered, never printed, the power gone. Every slip comes out once, and none twice unseen."""

from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from devices.papers.receipt_escpos import receipt_bytes
from devices.printers.escpos import EscposReceiptPrinter
from station.domain.dossier import Dossier
from station.forms.receipt import receipt
from station.ports.papers import RollWidth
from station.ports.print_jobs import PrintJob
from station.ports.printers import PrintOutcome
from tests.paper_samples import a_dossier, a_slip
from tests.station.test_spool_promises import PRINTERS, Killed, Printing

_CONTENT = receipt(a_dossier(), a_slip())
_SLIP = receipt_bytes(_CONTENT, RollWidth.MM_58)
_BEFORE = 12
"""Bytes of three questions and a wish, which come before a slip."""
_EDGES = (0, 1, 2, 3, _BEFORE - 1, _BEFORE, _BEFORE + 1)
BYTES = st.one_of(
    st.none(),
    st.integers(0, len(_SLIP) + _BEFORE + 8),
    st.sampled_from([at + length for at in _EDGES for length in (0, len(_SLIP))]),
)
_QUESTION, _FINISHED = b"\x10\x04", b"\x1dr\x01"
READY, OUT_OF_PAPER = {1: b"\x12", 2: b"\x12", 4: b"\x12"}, {1: b"\x1a", 2: b"\x32", 4: b"\x72"}


@dataclass
class Device:
    """A printer at the end of a line.

    Attributes:
        fails_after: so many bytes reach it since it was told how to behave; None: all.
        how: what happens then: the line drops, a buffer swallows the rest, or the power goes.
        answers: ``whole``, ``half`` of each (noise that is no answer), or ``none``.
        prints: it puts a slip on paper once it has all of it.
    """

    fails_after: int | None = None
    how: str = "drops"
    answers: str = "whole"
    prints: bool = True
    paper: bool = True
    sheets: int = 0
    _taken: int = 0
    _job: bytearray = field(default_factory=bytearray)
    _said: list[bytes] = field(default_factory=list)

    def open(self, *, timeout_s: float) -> "Device":
        if self._is_gone and self.how != "swallows":
            raise ConnectionRefusedError(timeout_s)
        self._job, self._said = bytearray(), []
        return self

    def send(self, data: bytes, *, timeout_s: float) -> None:
        whole = self.fails_after is None
        room = len(data) if whole else max((self.fails_after or 0) - self._taken, 0)
        self._take(data[:room])
        if room < len(data):
            if self.how == "power":
                raise Killed
            if self.how == "drops":
                raise ConnectionResetError(timeout_s)

    def receive(self, *, timeout_s: float) -> bytes:
        if self._is_gone:
            raise ConnectionResetError(timeout_s)
        if not self._said or self.answers == "none":
            raise TimeoutError(timeout_s)
        said = self._said.pop(0)
        return b"\x14" if self.answers == "half" else said

    def close(self) -> None:
        """Stay as it is."""

    @property
    def _is_gone(self) -> bool:
        return self.fails_after is not None and self._taken >= self.fails_after

    def _take(self, data: bytes) -> None:
        self._taken += len(data)
        if data.startswith(_QUESTION) and len(data) == len(_QUESTION) + 1:
            self._said.append((READY if self.paper else OUT_OF_PAPER)[data[2]])
            return
        self._job += data
        if _SLIP in self._job and self.prints and self.paper:
            self.sheets += 1
            self._job = bytearray()
        if data == _FINISHED and self.prints and self.paper:
            self._said.append(b"\x00")


@dataclass
class Cable:
    """The wire to one printer; printers work side by side, so no two may share one."""

    device: Device = field(default_factory=Device)

    def open(self, *, timeout_s: float) -> Device:
        return self.device.open(timeout_s=timeout_s)


class PrintingByBytes(Printing):
    """The counter of ``Printing``, whose printers are our own code on a line that may fail."""

    @initialize()
    def new_program(self) -> None:
        """Know of no printer whether it tells when it has finished."""
        self.cables = {name: Cable() for name in PRINTERS.values()}
        self.printers = {
            name: EscposReceiptPrinter(name, cable, RollWidth.MM_58)
            for name, cable in self.cables.items()
        }

    @rule(
        fails_after=BYTES,
        how=st.sampled_from(["drops", "swallows", "power"]),
        answers=st.sampled_from(["whole", "half", "none"]),
        prints=st.booleans(),
        paper=st.booleans(),
    )
    def attempt_by_bytes(
        self, fails_after: int | None, how: str, answers: str, prints: bool, paper: bool
    ) -> None:
        for cable in self.cables.values():
            cable.device = Device(fails_after, how, answers, prints, paper)
        self.behaviour = "by bytes"
        try:
            self._print()
        except Killed:
            self.seen.clear()
            self.new_program()

    def _put(self, dossier: Dossier, job: PrintJob) -> PrintOutcome:
        if self.behaviour != "by bytes":
            return super()._put(dossier, job)
        printer = PRINTERS[job.form]
        device = self.cables[printer].device
        before = device.sheets
        try:
            outcome = self.printers[printer].print_receipt(_CONTENT)
        finally:
            if came := device.sheets - before:
                self.sheets[job.job_id] += came
        if outcome is PrintOutcome.TAKEN and printer in self.seen and job.job_id not in self.sheets:
            self.eaten.add(job.job_id)
        return outcome


TestPrintingByBytes = PrintingByBytes.TestCase
TestPrintingByBytes.settings = settings(max_examples=60, stateful_step_count=20)
