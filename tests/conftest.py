"""What holds for every test."""

import gc

from hypothesis import settings

from ui.desktop import garbage

# A promise is about what is right; how long it takes is measured by ``make bench``.
settings.register_profile("promises", deadline=None)
settings.load_profile("promises")

# Servers run in threads beside windows that other tests left: one that looked for garbage would
# destroy their widgets away from Qt. It is looked for here, between two tests.
gc.disable()


def pytest_runtest_logfinish() -> None:
    """A test is over, in the thread that runs them all."""
    garbage.look()
