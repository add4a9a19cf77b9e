"""What is dropped on the page or pasted into it: a picture of a card, a text, or papers' files.

Only files of this computer are taken. An address on the web is never opened, whatever it names.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from ui.desktop.reception.files import NoFileHereError, SeveralPicturesError

CARD_MARK = "|"
"""Parts the fields of the QR text; no number has one."""
LONGEST_CARD_TEXT = 1000


def may_hold_card(brought: QMimeData) -> bool:
    """Tell whether it is worth a look; a look says what is wrong with the rest."""
    return brought.hasUrls() or brought.hasImage() or CARD_MARK in _text(brought)


def card_picture(brought: QMimeData) -> str | bytes:
    """Give the one picture: the path of a file, or the picture itself.

    Raises:
        SeveralPicturesError: it cannot be known which is meant.
        NoFileHereError: what was brought is no file of this computer.
    """
    paths = local_files(brought)
    if len(paths) > 1:
        raise SeveralPicturesError(len(paths))
    if paths:
        return paths[0]
    image = QImage(brought.imageData()) if brought.hasImage() else QImage()
    if image.isNull():
        raise NoFileHereError("neither a file nor a picture")
    return _bytes_of(image)


def card_text(brought: QMimeData) -> str | None:
    """Give the text of a card's QR code, if that is what it is."""
    text = _text(brought)
    return text if CARD_MARK in text and not brought.hasUrls() else None


def local_files(brought: QMimeData) -> list[str]:
    """Give the files of this computer that it names."""
    return [str(Path(url.toLocalFile())) for url in brought.urls() if url.isLocalFile()]


def _text(brought: QMimeData) -> str:
    return brought.text()[:LONGEST_CARD_TEXT] if brought.hasText() else ""


def _bytes_of(image: QImage) -> bytes:
    """Give a picture in gray without packing it: packing a large one would hold the window up."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    QImageWriter(buffer, QByteArray(b"bmp")).write(gray)
    return bytes(buffer.data().data())
