"""Where a field is from, in the words inside it."""

from PySide6.QtCore import QCoreApplication

from station.domain.person import FieldSource
from ui.desktop.kit.field import Field
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.field_state import FieldState


def source_words(source: FieldSource) -> str:
    """Give the words, in the language of the window."""
    match source:
        case FieldSource.QR:
            return QCoreApplication.translate("SourceWords", "từ QR")
        case FieldSource.REPAIRED:
            return QCoreApplication.translate("SourceWords", "từ QR, đã sửa")
        case FieldSource.CHIP:
            return QCoreApplication.translate("SourceWords", "từ chip")
        case FieldSource.MRZ:
            return QCoreApplication.translate("SourceWords", "từ dòng MRZ")
        case FieldSource.EARLIER_VISIT:
            return QCoreApplication.translate("SourceWords", "lần trước")
        case FieldSource.TYPED:
            return QCoreApplication.translate("SourceWords", "nhập tay")


def show_field(line: Field, state: FieldState) -> None:
    """Show a field: its text, and what is to be said of it, else where it is from."""
    line.show_text(state.text)
    if state.note:
        line.set_mark(state.note.words, state.note.tone)
    elif state.text and state.source is not FieldSource.TYPED:
        line.set_mark(source_words(state.source), Tone.OK)
    else:
        line.set_mark("")
