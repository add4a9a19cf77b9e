"""What an officer has begun on the pages. It outlives the session: another officer may sit down
in between, and nothing that was typed, scanned or counted is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ui.desktop.hand_over.pile import Pile
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.results.collecting import Entry, entries_of, plain_entries
from ui.desktop.till.counting import Count
from ui.desktop.typed_notes import TypedNotes


@dataclass(slots=True)
class OpenWork:
    """One officer's. No password is ever in it."""

    drafts: OpenDrafts = field(default_factory=OpenDrafts)
    entries: dict[str, Entry] = field(default_factory=dict)
    """Who collects a result, by the code of the dossier."""
    pile: Pile = field(default_factory=Pile)
    count: Count = field(default_factory=Count)
    notes: TypedNotes = field(default_factory=TypedNotes)
    """What was typed in panels whose act is not done yet."""
    was_read: bool = False
    """What a power cut may have left was looked for."""

    def plain(self) -> dict[str, Any]:
        """Give what is begun beside the drafts, as plain values."""
        return {
            "entries": plain_entries(self.entries),
            "pile": self.pile.plain(),
            "count": self.count.plain(),
            "notes": self.notes.plain(),
        }

    def come_back(self, plain: Mapping[str, Any]) -> None:
        """Take back what ``plain`` gave, where nothing was begun anew."""
        for code, entry in entries_of(plain.get("entries")).items():
            self.entries.setdefault(code, entry)
        self.pile.come_back(plain.get("pile"))
        self.count.come_back(plain.get("count"))
        self.notes.come_back(plain.get("notes"))
