"""Which page is in front, and where one step back from a dossier and from a paper leads."""

from collections.abc import Callable, Container, Mapping
from typing import Any

from ui.desktop.frame.desk_frame import DeskFrame
from ui.desktop.frame.view_model import Place

_OF_ONE_DOSSIER = (Place.DOSSIER, Place.PREVIEW)


class Going:
    """The way of one officer through the pages.

    Attributes:
        place: the page in front.
        steps: how often somebody went to a page. An answer that comes after another step is late.
    """

    def __init__(self, frame: DeskFrame, arriving: Callable[[Place], object]) -> None:
        """``arriving`` gets a page ready just before it comes to the front."""
        self._frame, self._arriving = frame, arriving
        self.place = self._before_preview = self._before_dossier = Place.HOME
        self._before_scan = Place.RECEPTION
        self.steps = 0

    def to(self, place: Place) -> None:
        """Bring a page to the front."""
        if place is Place.SCAN and self.place in (Place.RECEPTION, Place.DOSSIER):
            self._before_scan = self.place
        self.place = place
        self.steps += 1
        self._arriving(place)
        self._frame.show_place(place)

    @property
    def is_at_draft(self) -> bool:
        """Tell whether the draft in front is worked on, and not the papers of a dossier."""
        scans_draft = self.place is Place.SCAN and self._before_scan is Place.RECEPTION
        return self.place is Place.RECEPTION or scans_draft

    @property
    def way(self) -> tuple[Place, ...]:
        """The page in front, and those to which one step back after the other leads."""
        pages = [self.place]
        if self.place is Place.PREVIEW:
            pages.append(self._before_preview)
        if pages[-1] is Place.SCAN and self._before_scan is Place.DOSSIER:
            pages.append(Place.DOSSIER)
        if pages[-1] is Place.DOSSIER:
            pages.append(self._before_dossier)
        return tuple(pages)

    def left(self) -> dict[str, Any]:
        """Give where one step back leads, as plain values."""
        way = {"dossier": self._before_dossier.value, "preview": self._before_preview.value}
        return way if self._before_scan is Place.RECEPTION else way | {"scan": Place.DOSSIER.value}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Let one step back lead where it led."""
        self._before_dossier = read_place(left.get("dossier")) or self._before_dossier
        self._before_preview = read_place(left.get("preview")) or self._before_preview
        if read_place(left.get("scan")) is Place.DOSSIER:
            self._before_scan = Place.DOSSIER

    def shown_for(self, left_at: Place, known: Container[Place | None]) -> Place:
        """Give where to go on: the page that was in front, or where it was opened from.

        Args:
            known: the pages of which it is known what stood on them. That of one dossier is
                nothing without it, nor is a paper that belongs to no dossier.
        """
        if left_at is Place.PREVIEW and left_at not in known:
            left_at = self._before_preview
        if left_at is Place.SCAN and self._before_scan is Place.DOSSIER and left_at not in known:
            left_at = Place.DOSSIER
        if left_at is Place.DOSSIER and left_at not in known:
            left_at = self._before_dossier
        return Place.RECEPTION if left_at in _OF_ONE_DOSSIER and left_at not in known else left_at

    def to_dossier(self) -> None:
        """Bring the page of one dossier to the front."""
        if self.place not in _OF_ONE_DOSSIER:
            self._before_dossier = self.place
        self.to(Place.DOSSIER)

    def to_preview(self) -> None:
        """Bring a paper to the front."""
        if self.place is not Place.PREVIEW:
            self._before_preview = self.place
        self.to(Place.PREVIEW)

    def back_from_dossier(self) -> None:
        self.to(self._before_dossier)

    def back_from_scan(self) -> None:
        self.to(self._before_scan)

    def back_from_preview(self) -> None:
        self.to(self._before_preview)


def read_place(plain: object) -> Place | None:
    """Read a page by its name; None where this version has no such page."""
    return next((place for place in Place if place.value == plain), None)
