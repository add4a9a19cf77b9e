"""Files at the scan desk: a pile of pages that stops at a file that cannot be used, and goes on."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from station.ports.documents import CannotUseFileError
from station.ports.scanners import ScanRequest
from station.usecases.draft_files import NoRoomForPagesError
from tests.ui.scan_counter import AtScanDesk
from ui import scanning
from ui.desks.scan import DeskPage
from ui.desktop.keys import Act
from ui.desktop.scan.files import PagesOfFiles


class Studio:
    """Splits at bars; what says "bad" is none."""

    def split(self, content: bytes) -> Iterator[bytes]:
        for page in content.split(b"|"):
            if page == b"bad":
                raise CannotUseFileError("bad")
            yield page

    def close(self) -> None:
        """It has no process."""


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> AtScanDesk:
    monkeypatch.setattr(scanning, "page_studio", Studio)
    desk = AtScanDesk()
    desk.open()
    return desk


def _files(folder: Path, *contents: str) -> PagesOfFiles:
    paths = [folder / f"{number}.pdf" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_text(content, encoding="ascii")
    return PagesOfFiles(paths)


def test_a_bad_file_is_named_and_the_next_press_goes_on_behind_it(
    desk: AtScanDesk, tmp_path: Path
) -> None:
    desk.presenter.on_files(_files(tmp_path, "a|b|bad", "c", "d|bad"))
    assert "Tệp 0.pdf không dùng được" in desk.page.banner
    assert "Đã có 2 trang, đã ghi đĩa. F7: lấy tiếp 2 tệp" in desk.page.banner
    assert "khay" not in desk.page.banner

    desk.scan()

    assert desk.content() == ["a", "b", "c", "d"]
    assert "Tệp 2.pdf không dùng được" in desk.page.banner
    assert not desk.sheet.stopped
    assert desk.page.offers == (Act.RESCAN_PILE,)
    desk.presenter.on_rescan_pile()
    assert desk.content() == ["a", "b"]


def test_a_page_that_could_not_be_kept_is_taken_again_and_no_other(
    desk: AtScanDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = desk.scans.keep

    def refusing_c(draft_id: UUID, content: bytes, source: str) -> DeskPage:
        if content == b"c" and room:
            raise room.pop()
        return keep(draft_id, content, source)

    room = [NoRoomForPagesError()]
    monkeypatch.setattr(desk.scans, "keep", refusing_c)

    desk.presenter.on_files(_files(tmp_path, "a", "b|c|d"))
    assert "Dừng ở trang 3" in desk.page.banner
    assert "khay" not in desk.page.banner
    desk.scan()

    assert desk.content() == ["a", "b", "c", "d"]


def test_what_is_no_file_is_named(desk: AtScanDesk, tmp_path: Path) -> None:
    desk.presenter.on_files(PagesOfFiles([tmp_path]))

    assert tmp_path.name in desk.page.banner


def test_pages_that_come_faster_than_they_are_cleaned_wait_on_the_disk(
    desk: AtScanDesk, tmp_path: Path
) -> None:
    desk.cleaning.later = True
    desk.presenter.on_files(_files(tmp_path, "|".join("abcdefghijkl")))
    first, *_, last = (job.read for job in desk.cleaning.waiting)
    desk.scans.contents.clear()

    assert first() == b"a"
    with pytest.raises(KeyError):
        last()


def test_a_run_that_is_stopped_takes_no_further_page(desk: AtScanDesk, tmp_path: Path) -> None:
    files = _files(tmp_path, "a|b", "c")
    pages = files.scan(ScanRequest())
    assert next(pages) == b"a"

    files.stop()

    assert list(pages) == []
