"""The letters of a desk: on which sheet, for which dossier, and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace
from typing import cast
from uuid import UUID

import pytest

from devices.papers.rendered_papers import RenderedPapers
from station.domain.dossier import Dossier
from station.domain.events import HandOverSealed
from station.domain.history import fold
from station.domain.journal import JournalEntry
from station.domain.processing import SlipPrint
from station.domain.spool import PrintState
from station.forms.dossier_letters import NothingToWriteError
from station.forms.letter_layouts import NoSuchFormError, SheetNotOfferedError
from station.forms.templates import BUILT_IN
from station.ports.print_jobs import PrintJob
from tests.builders import MONDAY, a_chain, a_procedure
from tests.fakes import FakeClock
from tests.life_samples import LIVES
from tests.paper_samples import OFFICE
from tests.pdf_reading import pages_of
from ui.desks.letter import PRINTABLE, LetterDesk, UnknownListError
from ui.desks.ports import DeskPorts

DOSSIER = fold(a_chain(*LIVES["asked-at-intake"]))
SEALED = HandOverSealed(
    list_number="BG-0031",
    agency="Phòng Tư pháp",
    dossier_codes=(DOSSIER.code,),
    list_hash="0123456789abcdef" * 4,
)


@dataclass
class Here:
    """A station with some dossiers and one procedure in its catalogue."""

    dossiers: Sequence[Dossier] = (DOSSIER,)
    asked: list[tuple[date, date, int | None]] = field(default_factory=list)

    def received_between(
        self, first: date, last: date, *, counter: int | None = None
    ) -> Sequence[Dossier]:
        self.asked.append((first, last, counter))
        return self.dossiers

    def dossier(self, dossier_id: UUID) -> Dossier:
        return next(one for one in self.dossiers if one.dossier_id == dossier_id)

    def find(self, dossier_code: str) -> UUID | None:
        return next((d.dossier_id for d in self.dossiers if d.code == dossier_code), None)

    def office_entries(self, kind: str) -> Sequence[JournalEntry]:
        (entry,) = a_chain(SEALED)
        return [replace(entry, dossier_id=None)] if kind == entry.kind else []

    def get(self, officer_id: str) -> object:
        return SimpleNamespace(display_name="Trần Thị Hạnh")

    def procedure_of(self, code: str, pack: str) -> object:
        return a_procedure() if pack == "sample 1" else None


@dataclass
class RecordingPrinter:
    name: str = "HP"
    simulated: bool = False
    printed: list[tuple[str, bytes]] = field(default_factory=list)

    def print_pages(self, pdf: bytes, *, title: str) -> None:
        self.printed.append((title, pdf))


def a_desk(here: Here | None = None) -> LetterDesk:
    here = here or Here()
    ports = SimpleNamespace(
        store=SimpleNamespace(queries=here, catalogue=here, officers=here),
        settings=SimpleNamespace(offices=(OFFICE,), station_number=3),
        officer=SimpleNamespace(display_name="Lý Thị Mai"),
        clock=FakeClock(),
        papers=RenderedPapers(),
        templates=BUILT_IN,
    )
    return LetterDesk(cast("DeskPorts", ports))


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def job(form: str, paper: str = "a5") -> PrintJob:
    return PrintJob(
        job_id=1,
        dossier_id=DOSSIER.dossier_id,
        form=form,
        paper=paper,
        queued_at=MONDAY,
        state=PrintState.QUEUED,
    )


def test_a_form_is_found_by_its_number_and_by_its_kind() -> None:
    desk = a_desk()

    assert desk.pdf(DOSSIER, "02") == desk.pdf(DOSSIER, "supplement", "a5")
    assert "Tờ khai – thiếu chữ ký 1 – –" in text_of(desk.pdf(DOSSIER, "02"))


def test_counts_of_another_catalogue_are_not_printed() -> None:
    other = replace(DOSSIER, catalogue="sample 0")

    assert "Tờ khai – thiếu chữ ký 2" in text_of(a_desk().pdf(other, "02"))


@pytest.mark.parametrize(
    ("form", "paper", "error"),
    [
        ("03", None, NothingToWriteError),
        ("08", None, NoSuchFormError),
        ("guidance", None, NothingToWriteError),
        ("02", "a4-two-up", SheetNotOfferedError),
        ("06", "a5", SheetNotOfferedError),
    ],
)
def test_what_cannot_be_written_is_refused_by_name(
    form: str, paper: str | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        a_desk().pdf(DOSSIER, form, paper)


def test_form_07_is_the_register_of_the_dossiers_day() -> None:
    here = Here()

    text = text_of(a_desk(here).pdf(DOSSIER, "07"))

    assert here.asked == [(MONDAY.date(), MONDAY.date(), None)]
    assert "SỔ THEO DÕI HỒ SƠ" in text
    assert "Chờ bổ" in text


def test_a_register_may_be_that_of_one_counter() -> None:
    here = Here(dossiers=())

    text = text_of(a_desk(here).register_pdf(date(2026, 1, 1), date(2026, 12, 31), centre=False))

    assert here.asked == [(date(2026, 1, 1), date(2026, 12, 31), 3)]
    assert "Từ ngày 01/01/2026 đến ngày 31/12/2026 – Quầy 3" in text


def test_every_paper_of_a_dossier_can_be_queued() -> None:
    for form in ("supplement", "refusal", "apology", "stop", "control", "result-receipt", "label"):
        assert form in PRINTABLE


def test_a_second_print_says_that_it_is_one() -> None:
    printer = RecordingPrinter()
    before = SlipPrint(
        form="supplement", paper="a5", printer="HP", simulated=False, at=MONDAY, officer_id="xa"
    )

    a_desk().put(printer, DOSSIER, job("supplement"))  # type: ignore[arg-type]  # a recorder
    again = replace(DOSSIER, prints=(before,))
    a_desk().put(printer, again, job("supplement"))  # type: ignore[arg-type]
    a_desk().put(printer, again, job("label", "label"))  # type: ignore[arg-type]

    (title, first), (_, second), (_, label) = printer.printed
    assert title == f"{DOSSIER.code}-supplement"
    assert "BẢN IN LẠI" not in text_of(first)
    assert "BẢN IN LẠI LẦN 1 – 09:00 23/11/2026 – LÝ THỊ MAI" in text_of(second)
    assert "Chưa có ngày hẹn" in text_of(label)


def test_a_sealed_list_is_written_in_two_copies_under_the_name_of_who_sealed_it() -> None:
    giver, taker = pages_of(a_desk().hand_over_pdf(" bg-0031 "))

    assert DOSSIER.code in giver
    assert "TRẦN THỊ HẠNH" in giver
    assert "0123 4567 89ab cdef" in giver
    assert "Liên 2: Bên nhận giữ" in taker


def test_a_list_that_was_never_sealed_is_refused_by_name() -> None:
    with pytest.raises(UnknownListError):
        a_desk().hand_over_pdf("BG-0032")
