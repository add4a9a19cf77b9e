"""Invented sights of the citizen's display, for the gallery: fed as at work, by a draft."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from station.domain.dossier import Dossier
from station.domain.ratings import RatedAct, Satisfaction
from ui.desktop.citizen.facts import Shown
from ui.desktop.citizen.page import CitizenPage
from ui.desktop.citizen.presenter import CitizenPresenter
from ui.desktop.frame.desk_frame import DeskFrame
from ui.desktop.gallery import samples
from ui.desktop.gallery.english import spoken
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.applicant_zone import ApplicantZone
from ui.desktop.reception.view_model import Draft
from ui.desktop.second_screen.placing import Placing, ScreenFact, Standing
from ui.desktop.second_screen.told import Told
from ui.desktop.tasks import Failed, T
from ui.desktop.wording import language
from ui.preferences import CitizenDisplay

_CODE = "H42.15-260924-0317"


class _AtOnce:
    """Nothing is stored, and nothing waits."""

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        """Leave it."""

    def rate(self, code: str, act: RatedAct, satisfaction: Satisfaction) -> Dossier:
        raise NotImplementedError

    def later(self, ms: int, call: Callable[[], object]) -> Callable[[], object]:
        if ms < 1_000:
            call()
        return lambda: None

    def show_told(self, told: Told) -> None:
        """There is no officer."""

    def doubt_applicant(self, doubted: bool) -> None:
        """There is no zone."""


def citizen_told(
    frame: DeskFrame, applicant: ApplicantZone, page: Callable[[], None]
) -> dict[str, Callable[[], None]]:
    """Give what the officer sees of the display; ``page`` shows what stands below."""

    def told(words: str, tone: Tone) -> None:
        page()
        frame.citizen.offer(True)
        frame.citizen.show_told(Told(spoken(words), tone, may_answer=True))
        applicant.set_doubted(tone is Tone.WARN)

    def choices() -> None:
        told("", Tone.MUTE)
        screens = [ScreenFact("DELL-7", "Dell P2219H 1920×1080", (1366, 0, 1920, 1080))]
        frame.show_citizen_choices(CitizenDisplay(on=True), screens)
        frame.choose_citizen_display()

    return {
        "reception-citizen-asked": lambda: told("Đang mời xem lại", Tone.MUTE),
        "reception-citizen-wrong": lambda: told("Dân báo chưa đúng", Tone.WARN),
        "reception-citizen-choices": choices,
    }


class CitizenScenes:
    """Attributes: ``page`` is the display; it covers the gallery's window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.page = CitizenPage()
        self.page.setParent(window)  # a window of its own would take the keys
        self.page.hide()

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Give what can be shown, by name."""
        ready, lacking = samples.draft(blocked=False), samples.draft(blocked=True)
        longest = samples.draft(blocked=False, longest=True)
        paid = replace(ready, fees=replace(ready.fees, change_vnd=50_000))
        large = CitizenDisplay(text_percent=130, bilingual=True)
        return {
            "citizen-idle": lambda: self._show(None),
            "citizen-lacking": lambda: self._show(lacking),
            "citizen-asked": lambda: self._show(paid),
            "citizen-wrong": lambda: self._show(paid, answer=False),
            "citizen-longest": lambda: self._show(longest, display=large),
            "citizen-rating": lambda: self._show(None, done=RatedAct.RECEPTION),
            "citizen-rating-bilingual": lambda: self._show(
                None, done=RatedAct.RETURN, display=CitizenDisplay(bilingual=True)
            ),
            "citizen-thanks": lambda: self._show(
                None, done=RatedAct.RECEPTION, rated=Satisfaction.SATISFIED
            ),
        }

    def _show(
        self,
        draft: Draft | None,
        *,
        answer: bool | None = None,
        done: RatedAct | None = None,
        rated: Satisfaction | None = None,
        display: CitizenDisplay = CitizenDisplay(),  # noqa: B008 - it is frozen
    ) -> None:
        nobody = _AtOnce()
        looks = replace(display, dark=theme().is_dark)
        presenter = CitizenPresenter(
            self.page,
            nobody,
            office=lambda: "Bộ phận Một cửa phường Lê Hồng Phong",
            counter=3,
            display=looks,
            rate=nobody.rate,
            later=nobody.later,
            store_worker=nobody,
            failed=lambda _: None,
            language=language(),
        )
        self.page.show_display(looks)
        self.page.resize(self._window.size())
        self.page.show()
        self.page.raise_()
        presenter.on_placed(Placing(Standing.SHOWN))
        if draft is not None:
            presenter.on_shown(Shown.of(draft))
        if answer is not None:
            presenter.on_answer(answer)
        if done is not None:
            presenter.on_done(_CODE, done)
        if rated is not None:
            presenter.on_rated(rated)
