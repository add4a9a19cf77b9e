"""A roll printer that is emptied, pulled out and left by a killed program: what the spool tells.

As a module it plays the story once more, and writes what the commands print into
``docs/printer-story.md``; a test holds that page to what they print.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from pathlib import Path

from station.ports.devices import DeviceSettings
from tests.builders import a_description
from tests.counter_home import make_counter_home
from tests.devices.tcp_printer import TcpPrinter, a_tcp_printer
from tests.e2e.station_process import PASSWORD, Station
from tests.escpos_decoder import decode
from ui.cli.main import run
from ui.settings import FILE, read_settings, settings_text

PAGE = Path(__file__).parents[2] / "docs" / "printer-story.md"
PICTURE = PAGE.parent / "images" / "phieu-nhiet.png"
_EMPTY, _FULL = {1: 0x1A, 2: 0x32, 4: 0x72}, {1: 0x12, 2: 0x12, 4: 0x12}
_HEAD = """# A roll printer that is emptied, pulled out and left by a killed program

What `station spool` prints while that happens to a printer of 80 mm on the network; played and
written by `python -m tests.e2e.printer_story`. A dossier is received before its slip is printed,
and stays so. A line is: number of the job, paper, dossier, state, printer, and why. No slip is
lost, none comes out twice, and an officer is asked only where nobody else can know.
"""


class _Story:
    def __init__(self, station: Station, printer: TcpPrinter) -> None:
        self._station, self._printer = station, printer
        self.lines = [_HEAD]

    def tell(self, words: str) -> None:
        self.lines.append(f"\n{words}\n")

    def receive(self) -> None:
        papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
        described = json.dumps(a_description(documents=papers))
        self._station.ok("dossier", "receive", "-", stdin=described)

    def run(self, *command: str) -> None:
        """Run a command as people do, and note what it prints."""
        printed = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
        with redirect_stdout(printed):
            status = run(self._arguments(*command))
        printed.seek(0)
        assert status == 0
        said = re.sub(r"-\d{6}-", "-261123-", printed.read()).rstrip()
        self.lines.append(f"```\n$ station spool {' '.join(command)}\n{said}\n```\n")

    def kill_amid(self) -> None:
        """Kill the program once the printer has the whole slip, and is asked whether it is out."""
        self._printer.asked.clear()
        no = subprocess.DEVNULL
        command = [sys.executable, "-m", "ui", *self._arguments("run")]
        environment = self._station.environment
        program = subprocess.Popen(command, env=environment, stdout=no, stderr=no)
        assert self._printer.asked.wait(60)
        program.kill()
        program.wait()

    def _arguments(self, *command: str) -> list[str]:
        return ["--home", str(self._station.home), "--as", "quay3", "spool", *command]


def told(station: Station, picture: Path | None = None) -> str:
    """Play the story in a home whose papers at the reception are the roll of 80 mm.

    Args:
        picture: where to write the first slip, as a decoder reads it from the printer's bytes.
    """
    with a_tcp_printer(TcpPrinter()) as (printer, _):
        _set_up(station.home, printer.address)
        story = _Story(station, printer)
        _play(story, printer)
    slips = [job for job in printer.jobs if job]
    story.tell(f"Slips that the printer had whole, of four dossiers: {len(slips)}.")
    shown = PICTURE.relative_to(PAGE.parent).as_posix()
    story.tell(f"The first of them, decoded from its bytes: ![]({shown})")
    if picture:
        decode(slips[0]).picture.convert("1").save(picture, optimize=True)
    return "".join(story.lines)


def _play(story: _Story, printer: TcpPrinter) -> None:
    story.tell("**The roll is at its end.** The slip waits; with a new roll it comes out.")
    printer.answers = dict(_EMPTY)
    story.receive()
    story.run("run")
    story.run("list")
    printer.answers = dict(_FULL)
    story.run("run")
    story.tell(
        "**The cable is pulled out amid the slip.** What left this computer may be on paper: the "
        "officer looks, sees half a slip, and has it printed once more."
    )
    printer.hangs_up_at_the_end = True
    story.receive()
    story.run("run")
    printer.hangs_up_at_the_end = False
    story.run("answer", "2", "no")
    story.tell(
        "**The roll ends after the last byte.** Perhaps the printer prints the rest by itself once "
        "it has paper: nothing is sent again until the officer has looked."
    )
    printer.runs_out_while_printing = True
    story.receive()
    story.run("run")
    printer.runs_out_while_printing, printer.answers = False, dict(_FULL)
    story.run("run")
    story.run("answer", "3", "no")
    story.tell("**The program is killed while the printer has the slip.**")
    printer.tells_when_finished = False
    story.receive()
    story.kill_amid()
    printer.tells_when_finished = True
    story.run("list")
    story.run("run")
    story.run("answer", "4", "yes")
    story.run("list")


def _set_up(home: Path, address: str) -> None:
    printer = DeviceSettings(
        name="Máy in nhiệt", role="receipt_printer", driver="network", address=address
    )
    settings = read_settings(home)
    changed = replace(settings, devices=(printer,), papers_at_reception=(("receipt", "80"),))
    (home / FILE).write_text(settings_text(changed), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STATION_PASSWORD"] = PASSWORD
        text = told(Station(make_counter_home(Path(folder) / "home", PASSWORD)), PICTURE)
        PAGE.write_text(text, encoding="utf-8", newline="\n")
