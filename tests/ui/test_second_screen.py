"""Where the citizen's display goes: never onto the officer's screen, whatever is plugged."""

from hypothesis import given
from hypothesis import strategies as st

from ui.desktop.second_screen.placing import Placing, ScreenFact, Standing, others, place
from ui.preferences import CitizenDisplay

OFFICER = ScreenFact("eDP-1", "Laptop", (0, 0, 1366, 768))
SECOND = ScreenFact("DELL-7", "Dell", (1366, 0, 1920, 1080))
BEAMER = ScreenFact("EPSON-1", "Epson", (1366, 0, 1280, 720))
MIRROR = ScreenFact("HDMI-1", "Dell", (0, 0, 1366, 768))
ON, UNDECIDED, OFF = CitizenDisplay(on=True), CitizenDisplay(), CitizenDisplay(on=False)
NAMED = CitizenDisplay(on=True, screen="DELL-7")


def test_one_screen_alone_is_the_officers() -> None:
    assert place([OFFICER], "eDP-1", UNDECIDED) == Placing(Standing.NONE)
    assert place([OFFICER], "eDP-1", ON) == Placing(Standing.GONE)
    assert place([OFFICER], "eDP-1", OFF) == Placing(Standing.OFF)


def test_a_screen_that_is_plugged_in_is_offered_and_not_taken() -> None:
    assert place([OFFICER, SECOND], "eDP-1", UNDECIDED) == Placing(Standing.OFFERED)
    assert place([OFFICER, SECOND], "eDP-1", OFF) == Placing(Standing.OFF)
    assert place([OFFICER, SECOND], "eDP-1", ON) == Placing(Standing.SHOWN, "DELL-7")


def test_another_screen_than_the_chosen_one_is_offered() -> None:
    assert place([OFFICER, BEAMER], "eDP-1", NAMED) == Placing(Standing.OFFERED)
    assert place([OFFICER, BEAMER, SECOND], "eDP-1", NAMED) == Placing(Standing.SHOWN, "DELL-7")


def test_a_mirror_of_the_officers_screen_is_no_second_one() -> None:
    assert others([OFFICER, MIRROR], "eDP-1") == []
    assert place([OFFICER, MIRROR], "eDP-1", ON) == Placing(Standing.GONE)


def test_where_the_officer_goes_the_display_leaves() -> None:
    assert place([OFFICER, SECOND], "DELL-7", NAMED) == Placing(Standing.OFFERED)
    assert place([OFFICER, SECOND], "DELL-7", ON) == Placing(Standing.SHOWN, "eDP-1")


screens = st.lists(
    st.builds(
        ScreenFact,
        st.sampled_from("abcde"),
        st.just(""),
        st.tuples(*(st.integers(0, 3) for _ in range(2)), *(st.integers(1, 3) for _ in range(2))),
    ),
    unique_by=lambda screen: screen.key,
    min_size=1,
)
displays = st.builds(
    CitizenDisplay, on=st.sampled_from([True, False, None]), screen=st.sampled_from(["", *"abcde"])
)


@given(screens, displays, st.data())
def test_the_display_never_covers_the_officers_work(
    plugged: list[ScreenFact], display: CitizenDisplay, data: st.DataObject
) -> None:
    officer = data.draw(st.sampled_from(plugged))

    placing = place(plugged, officer.key, display)

    if placing.standing is Standing.SHOWN:
        assert display.on
        shown = next(screen for screen in plugged if screen.key == placing.key)
        left, top, width, height = officer.area
        x, y, w, h = shown.area
        assert x >= left + width or left >= x + w or y >= top + height or top >= y + h
    else:
        assert placing.key == ""
