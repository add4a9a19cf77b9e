"""Which zone of the reception page is open, where there is no room for all four."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from ui.desktop.reception.zone_keys import zone_with_keys
from ui.desktop.reception.zones import ReceptionZones

PAPERS_ZONE = 3  # where there is room for all, it takes what is left


class ZoneFolding:
    """Shows all zones, or in a compact window one of them and the heads of the others."""

    def __init__(self, zones: ReceptionZones, body: QVBoxLayout) -> None:
        """
        Args:
            body: holds the first two zones as its first item, and the papers next.
        """
        self._zones, self._body = zones, body
        self._open, self._compact, self._is_folding = 1, False, False

    @property
    def is_folding(self) -> bool:
        """Tell whether Qt moves the keys now, off what is being hidden: no officer does."""
        return self._is_folding

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.fold()

    def open(self, number: int) -> None:
        if number != self._open:
            self._open = number
            self.fold()

    def follow_keys(self) -> None:
        """Keep in mind where the keys are: it is the zone that stays open in a smaller window."""
        if (zone := zone_with_keys(self._zones)) and not self._compact:
            self._open = zone

    def fold(self) -> None:
        """Show what is to be seen of each zone: its words may have become more, or less."""
        policy = QSizePolicy.Policy
        self._is_folding = True
        self._zones[self._open - 1].unfold()
        for number, zone in enumerate(self._zones, start=1):
            grows = number == (self._open if self._compact else PAPERS_ZONE)
            if self._compact and not grows:
                zone.fold()
            else:
                zone.unfold()
            beside = (
                policy.Minimum if number < PAPERS_ZONE else policy.Fixed
            )  # as high as the other
            zone.setSizePolicy(policy.Expanding, policy.Expanding if grows else beside)
        self._is_folding = False
        top_grows = self._compact and self._open < PAPERS_ZONE
        for place, grows in enumerate((top_grows, not top_grows)):
            self._body.setStretch(place, int(grows))
