"""``station demo``: one dossier from an ID-card picture to the province, without a screen.

Nothing here is a shortcut: every step is the use case that the window and the command line call,
on a real encrypted store, with a reference server on a real loopback port.
"""

import json
import secrets
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from station.codec import to_plain
from station.domain.dossier import Dossier
from station.ports.papers import LogKind, RollWidth, SlipPaper
from station.usecases.reception_input import reception_from_plain
from ui import composition, gateway, readers
from ui.composition import NewHome
from ui.desks.desk import Desk

AGENCY = "000.00.17.H25"
COUNTER = 3
NUMBERS = "0300-0399"
PROCEDURE_IN_WORDS = "xac nhan tinh trang hon nhan"
Say = Callable[[str], None]


def run_demo(out: Path, *, say: Say) -> None:
    """Do the whole main job and leave its papers in ``out``; one line for each step.

    Raises:
        StationError: a step was refused by name.
        OSError: ``out`` cannot be written.
    """
    started = time.perf_counter()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="station-demo-") as folder:
        _Demo(out, Path(folder), say).run()
    say(f"done in {time.perf_counter() - started:.1f} s; everything is in {out}")


class _Demo:
    def __init__(self, out: Path, folder: Path, say: Say) -> None:
        self._out = out
        self._folder = folder
        self._say = say
        self._password = secrets.token_urlsafe(16)
        self._number = 0

    def run(self) -> None:
        with self._step("a home with an encrypted store, the sample catalogue and four officers"):
            made = composition.make_home(
                NewHome(
                    path=self._folder / "home",
                    agency_code=AGENCY,
                    station_number=COUNTER,
                    number_range=NUMBERS,
                    sample=True,
                ),
                self._password,
            )
        with composition.sign_in(made.path, "quay3", self._password) as desk:
            dossier = self._receive(desk)
            self._print(desk, dossier)
            with composition.sign_in(made.path, "admin", self._password) as admin:
                self._synchronise(desk, admin, dossier)
                with self._step("the journal's hash chain verified") as note:
                    report = admin.audit()
                    note(f"{report.entries} entries, ok: {report.ok}")

    def _receive(self, desk: Desk) -> Dossier:
        card_file = self._out / "id-card.jpg"
        with self._step("a synthetic ID card drawn as a picture"):
            card_file.write_bytes(composition.draw_sample_card())
        with self._step("the card read from the picture") as note:
            reading = readers.read_id_card(card_file)
            card = reading.card_or_raise()
            note(f"{card.full_name}, by {reading.decoder}")
        with self._step(f"the procedure found by “{PROCEDURE_IN_WORDS}”") as note:
            procedure = desk.catalogue_index.search(PROCEDURE_IN_WORDS, limit=1)[0].procedure
            note(f"{procedure.code} {procedure.name}")
        with self._step("three scanned pages drawn"):
            pages = []
            for number, picture in enumerate(composition.draw_sample_pages(), 1):
                pages.append(f"page-{number}.jpg")
                (self._out / pages[-1]).write_bytes(picture)
        with self._step("the dossier received in one transaction") as note:
            mandatory = [paper for paper in procedure.required_documents if paper.mandatory]
            papers = [
                {
                    "index": paper.index,
                    "originals": paper.originals,
                    "copies": paper.copies,
                    "presented": paper.presented,
                    "files": pages[:2] if paper is mandatory[0] else pages[2:],
                }
                for paper in mandatory
            ]
            given = reception_from_plain(
                {
                    "procedure_code": procedure.code,
                    "applicant": {
                        "kind": "citizen",
                        "full_name": card.full_name,
                        "id_document": {
                            "type": "can_cuoc",
                            "number": card.personal_number,
                            "issued_on": card.issued_on and card.issued_on.isoformat(),
                        },
                        "date_of_birth": card.date_of_birth and card.date_of_birth.isoformat(),
                        "sex": card.sex,
                        "address": card.address,
                        "phone": "0912345678",
                    },
                    "documents": papers,
                    "fees": [{"index": fee.index} for fee in procedure.fees],
                    "payment": {"method": "cash", "tendered_vnd": 20_000},
                }
            )
            dossier = desk.receive(given, folder=self._out).dossier
            note(f"{dossier.code}, due {dossier.due_at:%d/%m/%Y %H:%M}: {dossier.due_reason}")
        return dossier

    def _print(self, desk: Desk, dossier: Dossier) -> None:
        with self._step("the waiting papers printed on the simulated printers") as note:
            note(", ".join(f"{done.job.form}: {done.printer}" for done in desk.print_waiting()))
        for paper in (SlipPaper.A5, SlipPaper.A4_TWO_UP):
            with self._step(f"form 01 as PDF, {paper}"):
                pdf = desk.slip_pdf(dossier.code, paper)
                (self._out / f"slip-{paper}.pdf").write_bytes(pdf)
        with self._step("the thermal receipt, as ESC/POS bytes and as a picture"):
            for name, content in (
                ("receipt-80.bin", desk.receipt_bytes(dossier.code, RollWidth.MM_80)),
                ("receipt-80.png", desk.receipt_picture(dossier.code, RollWidth.MM_80)),
            ):
                (self._out / name).write_bytes(content)
        with self._step("the daily reception log, as PDF, Excel and CSV") as note:
            log = desk.log.daily_log(dossier.received_at.date(), centre=False)
            for kind in LogKind:
                (self._out / f"log.{kind}").write_bytes(desk.log.log_file(log, kind))
            note(log.totals)

    def _synchronise(self, desk: Desk, admin: Desk, dossier: Dossier) -> None:
        with self._step("a reference server started") as note:
            server = gateway.start_gateway(self._folder / "server")
            note(server.base_url)
        with server:
            with self._step("the station enrolled"):
                code = server.issue_enrolment_code(
                    agency=AGENCY, station_number=COUNTER, number_range=(300, 399)
                )
                admin.enrol(server.base_url, code)
            with self._step("events and files sent") as note:
                desk.synchronise()
                status = desk.store.outbox.status()
                note(f"{status.events.sent} events, {status.files.sent} files, none refused")
                if status.events.waiting or status.events.refused or status.files.waiting:
                    raise RuntimeError(f"not everything was sent: {status}")
            with self._step("the agency's acceptance fetched as news") as note:
                server.accept(dossier.code)
                desk.synchronise()
                note(f"the dossier is {desk.dossier(dossier.code).status} now")
            with self._step("the dossier as the station and as the server see it"):
                self._write("dossier-at-station.json", desk.dossier(dossier.code))
                self._write("dossier-at-server.json", desk.province.dossier(dossier.code))

    def _write(self, name: str, value: Any) -> None:  # noqa: ANN401 - any dataclass
        text = json.dumps(to_plain(value), ensure_ascii=False, indent=2) + "\n"
        (self._out / name).write_text(text, encoding="utf-8")

    @contextmanager
    def _step(self, words: str) -> Iterator[Callable[[str], None]]:
        notes: list[str] = []
        started = time.perf_counter()
        yield notes.append
        self._number += 1
        took = (time.perf_counter() - started) * 1000
        detail = f" – {'; '.join(notes)}" if notes else ""
        self._say(f"{self._number:2d}. {words}{detail} ({took:.0f} ms)")
