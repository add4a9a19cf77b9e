"""Which page is in front, and where one step back from a dossier and from a paper leads."""

from collections.abc import Callable

from ui.desktop.frame.desk_frame import DeskFrame
from ui.desktop.frame.view_model import Place

_OF_ONE_DOSSIER = (Place.DOSSIER, Place.PREVIEW)


class Going:
    """The way of one officer through the pages.

    Attributes:
        place: the page in front.
    """

    def __init__(self, frame: DeskFrame, arriving: Callable[[Place], object]) -> None:
        """``arriving`` gets a page ready just before it comes to the front."""
        self._frame, self._arriving = frame, arriving
        self.place = self._before_preview = self._before_dossier = Place.HOME

    def to(self, place: Place) -> None:
        """Bring a page to the front."""
        self.place = place
        self._arriving(place)
        self._frame.show_place(place)

    def back_to_work(self, left_at: Place) -> None:
        """What was open is open again: go on where it was left, unless the officer went already.

        A page that shows one dossier or one paper comes back as the reception.
        """
        if self.place is Place.HOME:
            self.to(Place.RECEPTION if left_at in _OF_ONE_DOSSIER else left_at)

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

    def back_from_preview(self) -> None:
        self.to(self._before_preview)
