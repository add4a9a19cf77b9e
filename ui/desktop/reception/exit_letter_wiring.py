"""Lets one officer's drafts show the paper of a way out beside its form."""

from ui import composition
from ui.desktop.reception.exit_letter import ExitLetters
from ui.desktop.reception.exit_panel import ExitPanel
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.session_tools import SessionTools


def show_exit_letters(tools: SessionTools, panel: ExitPanel, drafts: OpenDrafts) -> None:
    """Draw what the panel wants to show, until the session is over."""
    letters = ExitLetters(
        panel,
        desk=tools.desk.exit_letters,
        reasons=tools.desk.catalogue,
        drafts=drafts,
        draw=composition.draw_page_within,
        store_worker=tools.store_worker,
        file_worker=tools.file_worker,
        language=tools.language,
    )
    tools.wires.join(panel.letter.wanted, letters.on_wanted)
    tools.wires.join(panel.closed, letters.on_closed)
