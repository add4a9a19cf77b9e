"""A field as the form shows it: its text, and beside it where that is from."""

from station.domain.person import FieldSource
from ui.desktop.kit.field import Field
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.field_state import FieldState
from ui.desktop.source_words import SOURCES
from ui.desktop.wording import language


def show_field(line: Field, state: FieldState) -> None:
    """Show a field: its text, and what is to be said of it, else where it is from."""
    line.show_text(state.text)
    if state.note:
        line.set_mark(state.note.words, state.note.tone)
    elif state.text and state.source is not FieldSource.TYPED:
        line.set_mark(SOURCES[state.source][language()], Tone.OK)
    else:
        line.set_mark("")
