"""Asks which file is meant, or where one is to be saved.

The dialogs have no window of their own where Qt draws them: the keys stay in this program's hands.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDir, QStandardPaths, Qt, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

_FOLDER = QStandardPaths.LocateOption.LocateDirectory


def ask_which(
    page: QWidget,
    title: str,
    kinds: str,
    told: Callable[[str], object] | SignalInstance,
) -> None:
    """Ask for one file that exists.

    Args:
        kinds: of files as Qt writes them, ``Pictures (*.jpg *.png)``.
        told: gets its path.
    """
    dialog = _dialog(page, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.fileSelected.connect(told)
    dialog.open()


def ask_which_ones(
    page: QWidget, title: str, kinds: str, told: Callable[[list[str]], object]
) -> None:
    """Ask for one or more files that exist; ``told`` gets their paths in the order they stand."""
    dialog = _dialog(page, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kinds)
    dialog.filesSelected.connect(lambda paths: told(list(paths)))
    dialog.open()


def ask_where(
    page: QWidget, title: str, kinds: Sequence[str], name: str, wanted: SignalInstance
) -> None:
    """Ask for the path of a file to be written.

    Args:
        kinds: of files as Qt writes them, ``PDF (*.pdf)``; the one that is chosen gives the ending.
        name: offered for the file.
        wanted: sends the path that was chosen.
    """
    dialog = _dialog(page, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(_ending(kinds[0]))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending(kind)))
    dialog.selectFile(name)
    dialog.fileSelected.connect(wanted)
    dialog.open()


def _dialog(page: QWidget, title: str) -> QFileDialog:
    """Give one that opens where the last one was left, the first in the user's documents.

    Qt would begin in the folder the program was started from: the program's own, or the system's.
    """
    dialog = QFileDialog(page.window(), title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if dialog.directory().absolutePath() == QDir.currentPath():
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.locate(documents, "", _FOLDER) or QDir.homePath())
    return dialog


def _ending(kind: str) -> str:
    return kind.rpartition("*.")[2].rstrip(")")
