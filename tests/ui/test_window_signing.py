"""The queue of copies in the window: wrong PIN, right PIN, no line, and what the dossier says."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from reportlab.pdfgen.canvas import Canvas

from station.domain.dossier import Dossier
from station.usecases.handed_in import DIGITISED
from station.usecases.reception_input import reception_from_plain
from tests import soft_token
from tests.builders import a_description
from tests.signing_people import make_issuer, make_officer
from tests.soft_token import PIN, make_token
from tests.ui.window_counter import Counter
from tests.ui.window_keys import ALT, CTRL
from ui.desktop.dossier.moments import past
from ui.settings import FILE, TokenSettings, read_settings, settings_text

pytestmark = pytest.mark.skipif(soft_token.library() is None, reason="SoftHSM2 is not installed")
NOBODY = "http://127.0.0.1:9/"
"""A time stamp server that does not answer."""
ENTER = Qt.Key.Key_Return


@pytest.fixture
def home(made_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A counter with the office's token plugged in, and its issuer trusted; the line is down."""
    home = Path(shutil.copytree(made_home, tmp_path / "home"))
    issuer = make_issuer()
    token = make_token(tmp_path / "token", {"rsa": make_officer(issuer)})
    for name, value in token.environment.items():
        monkeypatch.setenv(name, value)
    (home / "issuers").mkdir(exist_ok=True)
    (home / "issuers" / "goc.pem").write_bytes(issuer.certificate_pem)
    plugged_in = TokenSettings(library=token.library, label=token.label, time_stamps=NOBODY)
    settings = replace(read_settings(home), token=plugged_in)
    (home / FILE).write_text(settings_text(settings), encoding="utf-8")
    return home


def received_with_scans(counter: Counter, folder: Path, count: int) -> Dossier:
    """Receive a dossier whose form was digitised, as the scan desk hands it in."""
    names = []
    for number in range(count):
        canvas = Canvas(str(folder / f"{number}.pdf"))
        canvas.drawString(72, 72, f"page {number}")
        canvas.save()
        names.append(
            DIGITISED + counter.desk.store.vault.put((folder / f"{number}.pdf").read_bytes())
        )
    papers = [
        {"index": 1, "originals": 1, "files": names},
        {"index": 3, "originals": 1},
        {"index": 4, "presented": 1},
    ]
    given = reception_from_plain(a_description(documents=papers))
    return counter.desk.receive(given, folder=folder).dossier


def test_a_queue_is_signed_with_one_pin_and_the_dossier_says_so(
    at_work: Counter, tmp_path: Path
) -> None:
    dossier, keys = received_with_scans(at_work, tmp_path, 2), at_work.keys
    keys.press(Qt.Key.Key_W, ALT)
    at_work.wait_for("2 bản của 1 hồ sơ chờ ký")

    keys.press(ENTER, CTRL)  # no PIN yet: it is asked for
    at_work.wait_for_focus("Mã PIN của token")
    keys.type("000000")
    keys.press(ENTER)
    at_work.wait_for("Token không nhận mã PIN này.")
    assert at_work.desk.signing.count() == (2, 0)

    keys.type(PIN)
    keys.press(ENTER)
    at_work.wait_for("UBND phường Thử Nghiệm đã ký 2 bản.")
    at_work.wait_for("2 bản đã ký chưa có dấu thời gian")
    assert PIN not in at_work.said()
    assert at_work.desk.signing.count() == (0, 2)

    keys.press(Qt.Key.Key_T, ALT)
    at_work.wait_for("Không liên lạc được với máy chủ dấu thời gian")
    assert at_work.desk.signing.count() == (0, 2)

    at_work.scan(dossier.code)
    at_work.wait_for("đã ký sao y")
    at_work.wait_for("Chữ ký hợp lệ · UBND phường Thử Nghiệm · chưa có dấu thời gian")
    last = past(at_work.desk.store.queries.steps(dossier.dossier_id), "vi")[-1]
    assert last.title == "Ký sao y bản chụp"
    assert last.detail == "2 bản · UBND phường Thử Nghiệm · chưa có dấu thời gian"
