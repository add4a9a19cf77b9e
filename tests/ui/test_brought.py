"""What is dropped on the reception page or pasted into it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from devices.pictures import open_gray_picture
from station.errors import StationError
from tests.ui.heard import told
from tests.ui.keyboard import press
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.field import Field
from ui.desktop.reception.files import NoFileHereError, SeveralPicturesError
from ui.desktop.reception.page import ReceptionPage
from ui.desktop.reception.view_model import Draft

CARD = "035080012789||Nguyễn Văn An|02031980|Nam|Thôn 2, xã Thanh Sơn|15062021"


@pytest.fixture
def page(gallery: Gallery) -> ReceptionPage:
    gallery.reception.show_draft(Draft(), fresh=True)
    return gallery.reception


def urls(*addresses: str) -> QMimeData:
    brought = QMimeData()
    brought.setUrls([QUrl(one) for one in addresses])
    return brought


def a_text(text: str) -> QMimeData:
    brought = QMimeData()
    brought.setText(text)
    return brought


def a_picture(*addresses: str) -> QMimeData:
    """As a browser gives a picture that is dragged out of it: its address, and itself."""
    image = QImage(300, 200, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.darkGray)
    brought = urls(*addresses)
    brought.setImageData(image)
    return brought


def drop(on: QWidget, brought: QMimeData) -> bool:
    """Drag over a widget and let go; tell whether it wanted that."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    middle = on.rect().center()
    over = QDragEnterEvent(middle, copy, brought, left, none)
    QApplication.sendEvent(on, over)
    if over.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(middle), copy, brought, left, none))
    return over.isAccepted()


def paste(on: QWidget, brought: QMimeData) -> bool:
    """Put it on the clipboard and press the key while a button has the focus."""
    buttons = [b for b in on.findChildren(QWidget) if b.accessibleName() == "Đọc thẻ từ ảnh"]
    buttons[0].setFocus()
    QGuiApplication.clipboard().setMimeData(brought)
    press("Ctrl+V")
    QGuiApplication.clipboard().clear()
    return True


Bring = Callable[[QWidget, QMimeData], bool]
both = pytest.mark.parametrize("bring", [drop, paste])


@both
def test_one_file_is_the_picture_of_a_card(page: ReceptionPage, bring: Bring) -> None:
    chosen = told(page.applicant.card_picture_chosen)

    assert bring(page, urls("file:///tmp/thẻ.jpg"))

    assert chosen == ["/tmp/thẻ.jpg"]  # noqa: S108 - nothing is opened


@both
@pytest.mark.parametrize("address", [(), ("https://the.example/the.jpg",)])
def test_a_picture_without_a_file_is_the_picture_itself(
    page: ReceptionPage, bring: Bring, address: tuple[str, ...]
) -> None:
    pictures = told(page.applicant.card_picture_pasted)

    assert bring(page, a_picture(*address))

    (picture,) = pictures
    assert open_gray_picture(picture).shape == (200, 300)


@both
def test_the_text_of_a_card_is_taken_as_read(page: ReceptionPage, bring: Bring) -> None:
    texts = told(page.applicant.card_text_received)

    assert bring(page, a_text(CARD))

    assert texts == [CARD]


@both
@pytest.mark.parametrize(
    ("brought", "problem"),
    [
        (lambda: urls("file:///a.jpg", "file:///b.jpg"), SeveralPicturesError),
        (urls, NoFileHereError),
        (lambda: urls("https://the.example/the.jpg"), NoFileHereError),
        (lambda: urls("ftp://the.example/the.jpg", "http://other.example"), NoFileHereError),
        (lambda: urls("javascript:alert(1)"), NoFileHereError),
    ],
)
def test_what_is_no_picture_is_refused_with_its_reason(
    page: ReceptionPage,
    bring: Bring,
    brought: Callable[[], QMimeData],
    problem: type[StationError],
) -> None:
    refused: list[Any] = told(page.applicant.card_refused)
    taken = told(page.applicant.card_picture_chosen), told(page.applicant.card_picture_pasted)

    assert bring(page, brought())

    assert [type(one) for one in refused] == [problem]
    assert taken == ([], [])


@pytest.mark.parametrize("brought", [QMimeData, lambda: a_text("xin chào")])
def test_a_drag_that_holds_nothing_is_not_wanted(
    page: ReceptionPage, brought: Callable[[], QMimeData]
) -> None:
    assert not drop(page, brought())


def test_a_drop_never_puts_an_address_into_a_field(page: ReceptionPage) -> None:
    assert [one for one in page.findChildren(Field) if one.acceptDrops()] == []


def test_files_on_the_papers_go_to_the_current_paper(gallery: Gallery) -> None:
    page = gallery.reception
    chosen, cards = told(page.papers.files_chosen), told(page.applicant.card_picture_chosen)
    drop(page.papers, urls("file:///the.jpg"))
    assert (chosen, cards) == ([], ["/the.jpg"])  # there is no paper yet: the page has it

    page.show_draft(samples.draft(blocked=False), fresh=True)
    assert drop(page.papers, urls("file:///don.pdf", "https://the.example/x", "file:///b.jpg"))

    ((_, paths),) = chosen
    assert paths == ["/don.pdf", "/b.jpg"]
    assert cards == ["/the.jpg"]
