"""What is seen large is the page in front, also while its picture is still drawn."""

from uuid import UUID

from tests.ui.fake_tasks import Later
from tests.ui.scan_counter import AtScanDesk, opened
from ui.desktop.reception.scan_entry import ScanEntry
from ui.desktop.scan.drawing import Drawing


def at_drawing(desk: AtScanDesk, worker: Later) -> tuple[Drawing, ScanEntry, list[object]]:
    shown: list[object] = []

    def large(page: UUID | None, picture: bytes | None, _: str) -> None:
        shown.append((page, picture))

    drawing = Drawing(
        scans=desk.scans,
        studio=desk.studio,
        worker=worker,
        changed=lambda: None,
        large=large,
        words_of=str,
    )
    return drawing, desk.drafts.current.scan, shown


def test_a_page_that_comes_to_the_front_is_seen_small_until_it_is_drawn() -> None:
    desk = opened("a", "b")
    desk.scan()
    worker = Later()
    drawing, entry, shown = at_drawing(desk, worker)
    first, second = (page.page_id for page in entry.session.seen)

    entry.current = first
    drawing.look_at(entry)
    entry.current = second  # before the first one is drawn
    drawing.look_at(entry)

    assert shown == [(first, entry.small[first][1]), (second, entry.small[second][1])]
    worker.do()
    assert shown[2:] == [(second, b"clean b")]


def test_a_page_without_any_picture_yet_hides_the_one_before_it() -> None:
    desk = opened("a", "b")
    desk.scan()
    drawing, entry, shown = at_drawing(desk, Later())
    first, _ = (page.page_id for page in entry.session.seen)
    entry.small.clear()

    entry.current = first
    drawing.look_at(entry)

    assert shown == [(first, None)]
