"""The program that the kill test kills: it receives dossiers as fast as it can.

Everything is as at the counter: sign-in, use case, page files, encrypted store. Only the screen is
left out, because a kill does not wait for it.
"""

import importlib
from multiprocessing.connection import Connection
from pathlib import Path

from station.usecases.reception_input import reception_from_plain
from tests.builders import a_description
from tests.e2e.station_process import PASSWORD
from ui.composition import sign_in

for _slow in (
    "PIL.Image", "pikepdf", "devices.documents", "devices.papers.rendered_papers",
    "devices.registry", "local_store.home", "local_store.signing_key",
    "station.catalogue.calendars", "sync.client.line", "ui.desks.desk",
):  # fmt: skip
    importlib.import_module(_slow)  # once, in the process from which the programs are forked


def receive_for_ever(home: Path, page: Path, acknowledge: Connection) -> None:
    """Receive dossiers with a scanned page each, and tell every code once it is durable."""
    papers = [
        {"index": 1, "originals": 1, "files": [page.name]},
        {"index": 4, "presented": 1, "files": []},
    ]
    given = reception_from_plain(a_description(documents=papers))
    with sign_in(home, "quay3", PASSWORD) as desk:
        while True:
            acknowledge.send(desk.receive(given, folder=page.parent).dossier.code)
