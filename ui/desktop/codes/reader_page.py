"""The page that tries readers out, to be seen and printed. Free of Qt."""

from datetime import datetime
from typing import Final, Protocol

from station.forms.office import office_on
from station.words import Language
from ui import readers
from ui.desks.page_printing import PagePrinters, print_pages
from ui.desktop.preview.sources import Drawn, FixedSource
from ui.settings import StationSettings

CODE: Final = "dau-doc"
"""What a file of it is named after."""
_TITLE: Final[dict[Language, str]] = {"vi": "Trang thử đầu đọc", "en": "The readers' test page"}


class ReaderPageDesk(Protocol):
    """What the page needs of the desk."""

    @property
    def settings(self) -> StationSettings: ...

    @property
    def devices(self) -> PagePrinters: ...

    def now(self) -> datetime: ...


def reader_test_source(desk: ReaderPageDesk, language: Language) -> FixedSource:
    """Give the page as a paper of the preview."""
    title = _TITLE[language]

    def draw() -> bytes:
        return readers.reader_test_page(office_on(desk.settings.offices, desk.now().date()).agency)

    def put(_reason: str) -> str:
        return print_pages(desk.devices, draw, form=CODE, sheet="a4", title=title)

    return FixedSource(title=title, code=CODE, draws=lambda: Drawn(draw()), puts=put)
