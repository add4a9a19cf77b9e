"""One enrolled counter and one province for all stories; commands run in this process."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import msgspec
import pytest

from station.exchange.records import NationalExchange
from sync.reference_server.server import RunningServer
from tests.builders import a_description
from tests.e2e.command_here import run_here
from tests.e2e.station_process import PASSWORD
from tests.light_locks import lighten
from tests.pdf_reading import pages_of
from ui.gateway import start_gateway

AGENCY = "000.00.17.H25"
NUMBER = "035199012345"
OWNER = "Nguyễn Thị Ánh Tuyết"
FORM = "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân 1 – –"
"""The row of the first paper on the slip: one original."""
RESULT = ("--result", "Giấy xác nhận tình trạng hôn nhân=12/XN")


@dataclass(frozen=True)
class Teller:
    """An officer at the command line, and the agency at the other end of the line."""

    home: Path
    database: str
    out: Path

    def ok(self, *arguments: str | Path, stdin: str = "", officer: str = "quay3") -> Any:
        """Run a command that has to succeed and give its result."""
        status, out, err = self._run(*arguments, stdin=stdin, officer=officer)
        assert status == 0, (arguments, err)
        return json.loads(out) if out else None

    def refused(
        self, *arguments: str | Path, stdin: str = "", officer: str = "quay3"
    ) -> dict[str, Any]:
        """Run a command that has to be refused by name and give the error."""
        status, _, err = self._run(*arguments, stdin=stdin, officer=officer)
        assert status == 1, (arguments, err)
        error: dict[str, Any] = json.loads(err.strip().splitlines()[-1])["error"]
        return error

    def receive(self, **changes: Any) -> str:
        papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
        described = a_description(**({"documents": papers} | changes))
        result = self.ok("dossier", "receive", "-", stdin=json.dumps(described))
        return str(result["dossier_code"])

    def lodge(self, then: str, reason: str, **changes: Any) -> str:
        """Hand in a dossier without its form, and ask for it or refuse."""
        papers = [{"index": 4, "presented": 1}]
        described = json.dumps(a_description(**({"documents": papers, "payment": None} | changes)))
        command = ("dossier", "lodge", "-", "--then", then, "--reason", reason)
        return str(self.ok(*command, stdin=described)["dossier_code"])

    def give_back(self, code: str, *who: str) -> None:
        """Put the result on its shelf and give it; to the owner, if nothing else is said."""
        self.ok("dossier", "arrive", code, "--shelf", "K2-07")
        self.ok("dossier", "return", code, *(who or ("--id-number", NUMBER)))

    def agency(self, kind: str, code: str, *said: str) -> None:
        """Send what waits, let the agency act, and hear of it."""
        self.synchronise()
        self.ok("gateway", "act", kind, code, "--database", self.database, *said)
        self.synchronise()

    def refused_by_agency(self, kind: str, code: str, *said: str) -> dict[str, Any]:
        """Send what waits and have the agency try an act that the server refuses."""
        self.synchronise()
        return self.refused("gateway", "act", kind, code, "--database", self.database, *said)

    def synchronise(self) -> Any:
        return self.ok("sync", "run", "--once")

    def ends(
        self,
        code: str,
        *,
        history: str,
        papers: dict[str, tuple[str, ...]],
        states: str,
        sent: dict[str, Any],
    ) -> dict[str, Any]:
        """Check how a story ended, and give what the nation gets of the dossier.

        Args:
            history: every fact in order, without the prints.
            papers: by the name of the form, what stands on it; its number, or the other paper's
                name.
            states: the national state after each step that the portal hears of.
            sent: fields of the dossier as the portal gets them.
        """
        told = [entry["kind"] for entry in self.ok("dossier", "history", code)]
        assert [kind for kind in told if kind != "SlipPrinted"] == history.split()
        shown = self.ok("dossier", "show", code)
        self._check_papers(code, shown, papers)
        exchange = self.ok("export", "dvcqg", code)
        msgspec.convert(exchange, NationalExchange)
        (dossier,) = exchange["DongBoHoSoMC"]["data"]
        steps = exchange["CapNhatTienDoHoSoMC"]["data"]
        assert " ".join(step["TrangThai"] for step in steps) == states
        assert {step["MaHoSo"] for step in steps} == {code}
        assert all(step["NguoiXuLy"] and step["NoiDungXuLy"] for step in steps)
        assert [step["ThoiDiemXuLy"] for step in steps] == sorted(
            step["ThoiDiemXuLy"] for step in steps
        )
        expected = sent | {
            "MaHoSo": code,
            "TrangThaiHoSo": states.split()[-1],
            "NgayTiepNhan": _stamp(shown["received_at"]),
            "NgayHenTra": _stamp(shown["due_at"]),
        }
        assert {name: dossier[name] for name in expected} == expected
        return dict(dossier)

    def _check_papers(
        self, code: str, shown: dict[str, Any], papers: dict[str, tuple[str, ...]]
    ) -> None:
        party = shown["owner"] or shown["submitter"]
        owner = (party["organisation_name"] or party["person"]["full_name"]).upper()
        for form, words in papers.items():
            file = self.out / f"{form}.pdf"
            numbered = form.isdecimal()
            command = ("slip", code, "--form", form) if numbered else ("paper", form, code)
            self.ok(*command, "-o", file)
            text = " ".join(pages_of(file.read_bytes()))
            promise = (_day(shown["due_at"]),) if form == "01" else ()
            for expected in (code, owner, *promise, *words):
                assert expected in text, (form, expected, text)

    def _run(self, *arguments: str | Path, stdin: str, officer: str) -> tuple[int, str, str]:
        who = ["--home", str(self.home), "--json", "--as", officer]
        return run_here([*who, *map(str, arguments)], stdin.encode())


class Calendar:
    """The day that every clock here shows: today, or as many days later as a story went on."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._ahead = timedelta()
        calendar = self

        class Moved(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                return datetime.now(tz) + calendar._ahead

        for clock in ("devices.system_clock.datetime", "sync.reference_server.database.datetime"):
            patch.setattr(clock, Moved)

    def next_day(self) -> None:
        """Let a day pass, at the station and in the province."""
        self._ahead += timedelta(days=1)

    def day_before(self) -> None:
        """Set the clocks back by a day."""
        self._ahead -= timedelta(days=1)


@contextmanager
def _enrolled_counter(folder: Path) -> Iterator[Teller]:
    patch = pytest.MonkeyPatch()
    patch.setenv("STATION_PASSWORD", PASSWORD)
    patch.setenv("STATION_APPROVER_PASSWORD", PASSWORD)
    patch.setenv("QT_QPA_PLATFORM", "offscreen")
    with start_gateway(folder / "server") as server:
        yield enrol_teller(server, folder, number=3)
    patch.undo()


def enrol_teller(server: RunningServer, folder: Path, *, number: int) -> Teller:
    """Make a counter's home, and make it known to the province."""
    database = f"sqlite:///{folder / 'server' / 'gateway.db'}"
    teller = Teller(folder / f"home-{number}", database, folder)
    first = number * 100
    teller.ok(
        "init", "--sample", "--agency", AGENCY, "--station-number", str(number),
        "--number-range", f"{first:04d}-{first + 99:04d}",
    )  # fmt: skip
    lighten(teller.home, PASSWORD)
    code = server.issue_enrolment_code(
        agency=AGENCY, station_number=number, number_range=(first, first + 99)
    )
    teller.ok("sync", "enrol", server.base_url, "--code", code, officer="admin")
    return teller


@pytest.fixture(scope="session")
def _shared_counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Teller]:
    with _enrolled_counter(tmp_path_factory.mktemp("stories")) as teller:
        yield teller


@pytest.fixture
def teller(_shared_counter: Teller, tmp_path: Path) -> Teller:
    return replace(_shared_counter, out=tmp_path)


@pytest.fixture
def lone_teller(tmp_path: Path) -> Iterator[Teller]:
    """A counter of its own, for a story that moves the clock."""
    with _enrolled_counter(tmp_path) as teller:
        yield teller


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    return Calendar(monkeypatch)


def _stamp(at: str | None) -> str:
    """Give a time as the exchange writes it: Viet Nam's, without signs."""
    return datetime.fromisoformat(at).strftime("%Y%m%d%H%M%S") if at else ""


def _day(at: str) -> str:
    return datetime.fromisoformat(at).strftime("%H giờ %M phút, ngày %d/%m/%Y")
