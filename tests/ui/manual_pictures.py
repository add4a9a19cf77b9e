"""The pictures of the officers' manual, taken at a real window over a day of invented dossiers.

``python -m tests.ui.manual_pictures`` takes them anew into ``docs/images``; with a folder, there.
It is always the same morning, so that only screens that have changed give other pictures: renew
them then, and look at each.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from devices.system_clock import SystemClock
from station.domain.dossier import DossierStatus
from station.release import RELEASED_AT
from tests.ui.real_window import RealWindow, sample_home
from tests.ui.window_counter import CARD, OTHER_CARD, Counter, complete_for_applicant
from tests.ui.window_keys import ALT, CTRL, SHIFT, read_card
from ui.desktop.frame.view_model import Place
from ui.settings import FILE
from ui.training import ready_training_home

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SCENES = {
    "man-hinh-dan": "citizen-asked",
    "man-hinh-dan-can-bo": "reception-citizen-asked",
    "vietqr": "till-transfer",
    "ky-sao-y": "signing-queue",
    "cac-buoc": "board-steps",
    "duyet": "board-approval",
}
"""Scenes of the gallery: of a second screen, a bank, a token, weeks of work the window has none."""
MORNING = (RELEASED_AT + timedelta(days=24)).replace(hour=9, minute=40)
"""A working day. Soon after midnight the numbers of two days end alike and the way through the day
fails; in the evening the board and the folders that must go show something else."""
_PREPARED_AT = MORNING - timedelta(minutes=5)
_SLOWER = 20
"""How much slower the clock goes: the minute on the screen is the same on a busy computer."""
_KEY = Qt.Key


def let_it_be(begun: datetime) -> None:
    """Set the clock of this process."""
    since = time.monotonic()

    def now(self: SystemClock) -> datetime:
        return begun + timedelta(seconds=(time.monotonic() - since) / _SLOWER)

    SystemClock.now = now  # type: ignore[method-assign]


def taken(counter: RealWindow, folder: Path) -> None:
    """Go through the day, taking a picture wherever the manual has one."""

    def take(name: str) -> None:
        counter.picture(folder / f"{name}.png")

    counter.begin()
    _at_the_reception(counter, take)
    _at_the_desks(counter, take)
    _at_a_dossier(counter, take)
    _at_the_scan_desk(counter, take)
    _at_the_settings(counter, take)


def wait_until_checked(counter: Counter) -> None:
    """Wait until the morning check has gone through all of its lines."""
    counter.wait_for("Máy in A5: sẵn sàng")
    counter.wait_for("không có gì trái")
    counter.wait(lambda: "Đang kiểm tra" not in counter.said())
    counter.wait_for("chờ gửi, Còn")  # the status bar has heard of it as well


Take = Callable[[str], None]


def _at_the_desks(counter: Counter, take: Take) -> None:
    keys = counter.keys
    keys.press(_KEY.Key_0, ALT)
    counter.wait_for("1 bản, mở ở danh sách bên")  # and no longer what was checked at sign-in
    wait_until_checked(counter)
    take("ban-lam-viec")
    keys.press(_KEY.Key_T, CTRL)
    counter.wait_for("Nhận hôm nay")
    take("bang-dieu-hanh")
    keys.press(_KEY.Key_F5, SHIFT)
    counter.wait_for("nằm an toàn ở máy này")
    take("dong-bo")
    keys.press(_KEY.Key_N, ALT)
    counter.wait_for("Cộng")
    take("nhat-ky")
    keys.press(_KEY.Key_F8)
    counter.wait_for_focus("Số tờ 500.000")
    for sheets in "1432":
        keys.type(sheets)
        keys.press(_KEY.Key_Return)
    take("till")
    keys.press(_KEY.Key_L, CTRL)
    counter.wait_for("K1-02")
    keys.press(_KEY.Key_Return)
    counter.wait_for("Người nhận")
    take("results")
    keys.press(_KEY.Key_B, CTRL)
    counter.wait_for_focus("Quét bìa hồ sơ")
    keys.type(counter.dossiers()[0].code[-4:])
    keys.press(_KEY.Key_Return)
    counter.wait_for("Bỏ vào chồng.")
    take("hand-over")
    keys.press(_KEY.Key_A, ALT)
    counter.wait_for("Niêm phong được")
    keys.press(_KEY.Key_Return, CTRL)
    counter.wait_for("Hai liên đã in ra")
    counter.wait_for(
        f"BG-{MORNING:%y%m%d}"
    )  # the list that was sealed is among those that can be signed
    keys.press(_KEY.Key_K, ALT)
    counter.wait_for_focus("Người ký nhận")
    keys.type("Le Van Nam")
    take("ky-nhan")
    keys.press(_KEY.Key_Escape)


def _at_a_dossier(counter: Counter, take: Take) -> None:
    state = {one.status: one.code for one in counter.dossiers()}
    counter.keys.press(_KEY.Key_0, CTRL)  # a desk would take the code itself
    counter.wait(lambda: counter.session.going.place is Place.LIST)
    counter.scan(state[DossierStatus.WAITING_SUPPLEMENT])
    counter.wait_for("Chờ bổ sung lần 1")
    take("ho-so")
    newest = counter.dossiers()[0]
    counter.scan(newest.code)
    counter.wait_for(newest.code[-4:])
    counter.press_button("Đính chính")
    counter.wait_for("hết hiệu lực; giấy hẹn bản 2")
    take("dinh-chinh")
    counter.keys.press(_KEY.Key_Escape)


def _at_the_reception(counter: Counter, take: Take) -> None:
    keys = counter.keys
    keys.press(_KEY.Key_F2)
    read_card(CARD)
    counter.wait_for("Nguyễn Thị Ánh Tuyết")
    complete_for_applicant(counter)
    take("reception")
    keys.press(_KEY.Key_Return, CTRL)
    counter.wait_for("Phiếu đã in ra máy in mô phỏng.")
    keys.press(_KEY.Key_F2)
    read_card(OTHER_CARD)
    counter.wait_for("Trần Văn Bình")
    keys.press(_KEY.Key_F4)
    keys.type("cgxn")
    counter.wait_for("thủ tục khớp")
    keys.press(_KEY.Key_Return)
    counter.wait_for("Tờ khai cấp Giấy xác nhận")
    keys.press(_KEY.Key_H, ALT)
    counter.wait_for("Chưa nhận được hồ sơ")
    keys.press(_KEY.Key_2)
    counter.wait_for("In mẫu 02, chờ bổ sung")
    counter.wait(counter.desktop.screen.reception.exits.letter.chips)  # the paper was drawn
    take("chua-nhan-duoc")
    keys.press(_KEY.Key_Escape)


def _at_the_scan_desk(counter: Counter, take: Take) -> None:
    keys = counter.keys
    keys.press(_KEY.Key_1, CTRL)
    keys.press(_KEY.Key_3, ALT)
    keys.press(_KEY.Key_F7)
    counter.wait_for_focus("Các trang")
    keys.press(_KEY.Key_F7)
    counter.wait_for("Dừng ở trang 8: Kẹt giấy")
    entry = counter.session._work.drafts.current.scan
    counter.wait(lambda: all(page.clean is not None for page in entry.pages.values()))
    keys.type("112")
    desk = counter.desktop.screen.scan

    def drawn() -> bool:
        cells, large = desk.grid._pages, desk.large._large
        small = all(one.picture and not one.waiting for one in cells)
        return small and desk.grid.current == 3 and bool(large.picture)

    counter.wait(drawn)
    take("ban-quet")
    keys.press(_KEY.Key_C)
    counter.wait_for("chọn góc")
    take("dat-bon-goc")
    keys.press(_KEY.Key_Escape)
    keys.press(_KEY.Key_B)
    counter.wait_for("Tờ phân cách")
    counter.wait(lambda: counter.desktop.screen.preview._pages._pages)
    take("to-phan-cach")
    keys.press(_KEY.Key_Escape)


def _at_the_settings(counter: Counter, take: Take) -> None:
    counter.keys.press(_KEY.Key_Comma, CTRL)
    counter.wait_for("Giao diện")
    counter.focus_on("Giao diện: Sáng")
    counter.keys.press(_KEY.Key_Right)
    take("cai-dat")


def in_training(folder: Path, home: Path) -> None:
    """The first page of the training window."""
    counter = RealWindow(QApplication([]), home)
    counter.wait_for("Không in, không gửi đi đâu")
    counter.keys.press(_KEY.Key_Return)
    wait_until_checked(counter)
    counter.picture(folder / "tap-huan.png")
    counter.close()


def at_the_counter(folder: Path, home: Path) -> None:
    """Everything that the counter's own window shows."""
    counter = RealWindow(QApplication([]), home)
    taken(counter, folder)
    counter.close()


def with_a_pile(home: Path) -> Path:
    """Put ten sheets into the simulated scanner, which jams at the eighth."""
    settings = json.loads((home / FILE).read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == "scanner":
            device["address"] = "10, jam 8"
    (home / FILE).write_text(json.dumps(settings), encoding="utf-8")
    return home


def keep(picture: Path, target: Path) -> None:
    """Write a picture in 256 colours: a window has hardly more, and a fifth of the bytes."""
    with Image.open(picture) as opened:
        few = opened.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


def main(target: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        let_it_be(_PREPARED_AT)
        home = with_a_pile(sample_home(folder / "home", dossiers=True))
        training = ready_training_home(home)
        for part, of in (("counter", home), ("training", training)):
            command = [sys.executable, "-m", "tests.ui.manual_pictures", str(folder), part, str(of)]
            subprocess.run(command, check=True, timeout=300)
        for name, scene in SCENES.items():
            command = [sys.executable, "-m", "ui.desktop.gallery.program", "--out", str(folder)]
            subprocess.run([*command, "--scene", scene], check=True, timeout=300)
            (folder / f"{scene}.png").rename(folder / f"{name}.png")
        target.mkdir(parents=True, exist_ok=True)
        for picture in IMAGES.glob("*.png"):
            if (folder / picture.name).exists():  # papers are drawn elsewhere
                keep(folder / picture.name, target / picture.name)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        let_it_be(MORNING)
        try:
            {"counter": at_the_counter, "training": in_training}[sys.argv[2]](
                Path(sys.argv[1]), Path(sys.argv[3])
            )
        except BaseException:  # noqa: BLE001 - the threads of an open window would wait for ever
            traceback.print_exc()
            os._exit(1)
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)
