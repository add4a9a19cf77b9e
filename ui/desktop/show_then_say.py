"""After an act: the page as it is now, and only then the word that it is done. Free of Qt."""

from collections.abc import Callable

from station.words import Language
from ui.desktop.problems import words_of
from ui.desktop.tasks import T, Tasks


def show_then_say(
    worker: Tasks,
    read: Callable[[], T],
    *,
    show: Callable[[T], object],
    said: str,
    say: Callable[[str], object],
    problem: Callable[[str], object],
    language: Language,
    then: Callable[[], object] = lambda: None,
) -> None:
    """Read what an act changed, show it, and say in the same moment that it was done.

    Whoever hears the word presses the next key: it must find the page of after the act. A page
    that follows a moment later has no button for it yet, and the key is lost.

    Args:
        said: what was done. Where the page cannot be read that is said as well, with why.
        then: goes on, as with printing; what comes of it must not be covered by what was done.
    """

    def shown(found: T) -> None:
        show(found)
        say(said)
        then()

    def unread(error: Exception) -> None:
        say(said)
        problem(f"{said} {words_of(error, language)}")
        then()

    worker.run(read, done=shown, failed=unread)
