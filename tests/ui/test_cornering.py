"""The corners of a photographed sheet: put right, laid flat anew, undone, kept over a break."""

from station.domain.scan_pages import FULL, Corners, Mask, PageForm
from tests.builders import MONDAY, a_procedure
from tests.ui.fake_tasks import InPlace
from tests.ui.scan_counter import FINE, AtScanDesk
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.scan.cornering import WHOLE, Cornering

SHEET = Corners(((1000, 1000), (9000, 1200), (8800, 9000), (900, 8800)))


class Shown:
    def __init__(self) -> None:
        self.placed: list[tuple[bytes, Corners]] = []

    def place_corners(self, photo: bytes, corners: Corners) -> None:
        self.placed.append((photo, corners))


class AtCorners:
    """The scan desk of one page, with its corners."""

    def __init__(self) -> None:
        self.at = AtScanDesk("photo")
        self.at.open()
        self.at.scan()
        self.view, self.refusals = Shown(), 0
        self.cornering = Cornering(
            self.view,
            scans=self.at.scans,
            studio=self.at.studio,
            worker=InPlace(),
            draft=lambda: self.at.presenter.draft,
            laid_flat=self.at.presenter.on_laid_flat,
            refused=self._refuse,
            failed=lambda error: self.at.failures.append(error),
        )

    def _refuse(self) -> None:
        self.refusals += 1

    @property
    def shown(self) -> str:
        (cell,) = self.at.sheet.pages
        return (cell.picture or b"").decode()


def test_a_page_is_laid_flat_at_the_corners_that_were_set() -> None:
    at = AtCorners()
    assert at.shown == "clean photo"

    at.cornering.begin()
    assert at.view.placed == [(b"photo photo", WHOLE)]
    at.cornering.set(SHEET)

    assert at.shown == "clean photo laid flat"
    assert at.at.cleaning.orders[-1].corners == SHEET
    at.cornering.begin()  # once more: from where they were set
    assert at.view.placed[-1][1] == SHEET


def test_it_is_undone_and_done_again_like_everything_else() -> None:
    at = AtCorners()
    at.cornering.begin()
    at.cornering.set(SHEET)

    at.at.presenter.on_undone()
    assert at.shown == "clean photo"
    assert at.at.cleaning.orders[-1].corners is None
    at.at.presenter.on_redone()
    assert at.shown == "clean photo laid flat"


def test_while_it_is_made_anew_the_document_waits() -> None:
    at = AtCorners()
    at.at.presenter.on_digit(1)
    at.at.cleaning.later = True
    at.cornering.begin()
    at.cornering.set(SHEET)

    at.at.presenter.leave()
    assert at.at.scans.documents == {}
    at.at.cleaning.clean_all()
    assert len(at.at.scans.documents) == 1
    (document,) = at.at.scans.documents.values()
    assert document.sha256.endswith("clean photo laid flat")


def test_a_page_with_a_part_blacked_out_keeps_its_corners() -> None:
    at = AtCorners()
    at.at.presenter.on_masked(Mask(0, 0, FULL // 2, FULL // 2))

    at.cornering.begin()

    assert (at.view.placed, at.refusals) == ([], 1)


def test_a_page_shown_as_it_came_is_clean_again_once_its_corners_are_set() -> None:
    at = AtCorners()
    at.at.presenter.on_turned()
    at.at.presenter.on_form()
    at.cornering.begin()
    at.cornering.set(SHEET)

    (page,) = at.at.presenter.draft.scan.session.pages
    assert (page.state.form, page.state.turns) == (PageForm.CLEAN, 0)


def test_after_a_break_a_page_is_laid_flat_at_the_corners_that_were_kept() -> None:
    at = AtCorners()
    at.at.cleaning.later = True
    at.cornering.begin()
    at.cornering.set(SHEET)  # the program ends before it is made

    draft = DraftEntry(draft_id=at.at.presenter.draft.draft_id)
    draft.change_procedure(a_procedure(), "test 1", MONDAY.date())
    drafts = OpenDrafts()
    drafts.add(draft)
    again = AtScanDesk(scans=at.at.scans, drafts=drafts)
    again.scans = at.at.scans
    again.open()

    assert again.cleaning.orders[-1].corners == SHEET
    (cell,) = again.sheet.pages
    assert (cell.picture or b"").decode() == "clean photo laid flat"


def test_a_document_camera_has_its_sheets_found() -> None:
    at = AtScanDesk("one")
    at.pile.photographs = True
    at.open()
    at.scan()

    assert at.cleaning.orders[-1].camera
    assert at.cleaning.finds.get(b"one", FINE) is FINE
