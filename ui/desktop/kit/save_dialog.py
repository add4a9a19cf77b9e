"""Asks where a file is to be saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(
    page: QWidget, title: str, kinds: Sequence[str], name: str, wanted: SignalInstance
) -> None:
    """Ask without a window of its own: the keys stay in this program's hands.

    Args:
        kinds: of files as Qt writes them, ``PDF (*.pdf)``; the one that is chosen gives the ending.
        name: offered for the file.
        wanted: sends the path that was chosen.
    """
    dialog = QFileDialog(page.window(), title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(_ending(kinds[0]))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending(kind)))
    dialog.selectFile(name)
    dialog.fileSelected.connect(wanted)
    dialog.open()


def _ending(kind: str) -> str:
    return kind.rpartition("*.")[2].rstrip(")")
