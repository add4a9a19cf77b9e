"""Lets what the province sent back wait again, once it was put right."""

from collections.abc import Callable

from station.ports.outbox import Outbox


def send_again(outbox: Outbox, wanted: Callable[[str | None], bool]) -> int:
    """Have refused entries sent once more, and give how many there are.

    Args:
        wanted: told the code of an entry's dossier (None: it is the station's own), says whether
            it is one of them.
    """
    refused = [event for event in outbox.refused() if wanted(event.dossier_code)]
    for event in refused:
        outbox.send_again(event.event_id)
    return len(refused)
