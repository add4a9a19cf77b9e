"""The pages one above the other, of which one is seen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """Needs what the page in front needs.

    Qt's own asks all the pages. Whenever a line appears on the page in front, the window is laid
    out anew, and every hidden page that was filled meanwhile would be measured for it: 100 ms at
    the first look at a page.
    """

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """A page takes the room that there is."""
        return False
