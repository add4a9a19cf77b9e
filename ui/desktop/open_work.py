"""What an officer has begun on the pages. It outlives the session: another officer may sit down
in between, and nothing that was typed, scanned or counted is lost."""

from dataclasses import dataclass, field

from ui.desktop.hand_over.pile import Pile
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.results.collecting import Entry
from ui.desktop.till.counting import Count


@dataclass(slots=True)
class OpenWork:
    """One officer's. No password is ever in it."""

    drafts: OpenDrafts = field(default_factory=OpenDrafts)
    entries: dict[str, Entry] = field(default_factory=dict)
    """Who collects a result, by the code of the dossier."""
    pile: Pile = field(default_factory=Pile)
    count: Count = field(default_factory=Count)
