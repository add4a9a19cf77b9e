"""The files of a received dossier through the window by keyboard."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from reportlab.pdfgen.canvas import Canvas

from station.domain.dossier import Dossier
from station.usecases.reception_input import reception_from_plain
from tests.builders import a_description
from tests.ui.window_counter import Counter
from tests.ui.window_keys import ALT

ENTER, DOWN, ESC = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape
CARD = "4. Tệp 1 · Giấy tờ tùy thân"


def received_with_files(counter: Counter, folder: Path) -> Dossier:
    """Receive a dossier with a form of five pages and two photographs of a card."""
    canvas = Canvas(str(folder / "don.pdf"))
    for number in range(5):
        canvas.drawString(72, 72, f"page {number}")
        canvas.showPage()
    canvas.save()
    for name in ("truoc.jpg", "sau.png"):
        Image.new("RGB", (300, 200), "navy").save(folder / name)
    papers = [
        {"index": 1, "originals": 1, "files": ["don.pdf"]},
        {"index": 3, "originals": 1},
        {"index": 4, "presented": 1, "files": ["truoc.jpg", "sau.png"]},
    ]
    given = reception_from_plain(a_description(documents=papers))
    return counter.desk.receive(given, folder=folder).dossier


def test_the_files_of_a_dossier_are_opened_from_its_papers(
    at_work: Counter, tmp_path: Path
) -> None:
    dossier, keys = received_with_files(at_work, tmp_path), at_work.keys
    at_work.scan(dossier.code)
    at_work.wait_for("Việc kế:")
    keys.press(Qt.Key.Key_1, ALT)
    at_work.wait_for("Xem tệp")

    keys.press(ENTER)
    at_work.wait_for("1. Tờ khai")
    at_work.wait_for("1–2 trên 5")
    keys.press(Qt.Key.Key_PageDown)
    at_work.wait_for("3–4 trên 5")
    keys.press(Qt.Key.Key_PageDown)  # these are drawn now
    at_work.wait_for("5 trên 5")
    keys.press(Qt.Key.Key_PageDown)
    keys.press(Qt.Key.Key_PageUp)
    at_work.wait_for("3–4 trên 5")
    keys.press(Qt.Key.Key_2, ALT)
    at_work.wait_for_focus("Giấy của hồ sơ")
    keys.press(DOWN)
    at_work.wait_for(CARD)
    keys.press(ESC)
    at_work.wait_for_focus("Giấy tờ của hồ sơ")

    keys.press(DOWN)
    assert "Xem tệp" not in at_work.said()
    keys.press(ENTER)
    at_work.wait_for("Giấy 2 không có tệp.")

    keys.press(DOWN)
    keys.press(DOWN)
    keys.press(ENTER)
    at_work.wait_for(CARD)
    keys.press(ESC)
    at_work.wait_for_focus("Giấy tờ của hồ sơ")
    keys.press(ENTER)  # the same row is the current one
    at_work.wait_for(CARD)
