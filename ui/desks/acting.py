"""Who acts at an open desk, where it is written down, and by which clock."""

from station.release import RELEASED_AT
from station.usecases.dossier_act import Acting
from station.usecases.receive_dossier import Counter
from ui.desks.ports import DeskPorts


def counter_of(ports: DeskPorts, papers: tuple[tuple[str, str], ...] = ()) -> Counter:
    """Describe this counter, with what it prints at reception."""
    return Counter(
        agency_code=ports.settings.agency_code,
        number=ports.settings.station_number,
        papers=papers,
        built_at=RELEASED_AT,
    )


def acting_of(ports: DeskPorts) -> Acting:
    """Describe the next act of the officer; each act takes one of its own."""
    return Acting(
        officer=ports.officer,
        work=ports.store.unit_of_work(),
        clock=ports.clock,
        built_at=RELEASED_AT,
    )
