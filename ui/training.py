"""Training mode: a home of its own beside the counter's, which nothing leaves.

Of the counter's own home the settings alone are looked at, to see that it is no training home
itself. What a training home's settings say of devices and offices goes through ``for_training``
whenever they are read, and its line to the province is a closed one: no setting opens either.
"""

import secrets
import shutil
from pathlib import Path
from typing import Final

from station.patience import once_let_go
from ui.settings import BadSettingsError, is_training_home

PASSWORD: Final = "Tap-huan-1"  # noqa: S105 - of invented data, and shown on the screen
OFFICER: Final = "quay3"
"""Who is offered at sign-in."""
SUFFIX: Final = "-tap-huan"
_NUMBERS: Final = "0001-9999"
_DISCARDED: Final = ".discarded-"


def training_home(home: Path) -> Path:
    """Give where the training home of a counter is; of a training home, itself."""
    home = home.absolute()
    return home if is_training_home(home) else home.with_name(home.name + SUFFIX)


def ready_training_home(home: Path, *, anew: bool = False) -> Path:
    """Give a counter's training home; it is made where there is none.

    Args:
        anew: forget what was practised, and begin with fresh samples.

    Raises:
        StationError: it cannot be made.
    """
    from ui import composition
    from ui.sample_office import SAMPLE_AGENCY
    from ui.training_dossiers import begun_at, receive_samples

    folder = training_home(home)
    if anew and folder.exists():
        discard(folder)
    if is_training_home(folder):
        return folder
    now = composition.now()
    composition.make_home(
        composition.NewHome(
            path=folder,
            agency_code=SAMPLE_AGENCY,
            station_number=3,
            number_range=_NUMBERS,
            sample=True,
            training=True,
        ),
        PASSWORD,
        at=begun_at(now),
    )
    try:
        receive_samples(folder, OFFICER, PASSWORD, now=now)
    except BaseException:
        discard(folder)
        raise
    return folder


def discard(folder: Path) -> None:
    """Delete a training home; no other folder is ever deleted.

    Raises:
        HomeInUseError: a window works in it; nothing was deleted.
        StationError: it is no training home.
    """
    from ui import composition

    if not is_training_home(folder):
        raise BadSettingsError("this is no training home")
    composition.claim_window(folder).release()
    aside = folder.with_name(f"{folder.name}{_DISCARDED}{secrets.token_hex(4)}")
    once_let_go(lambda: folder.rename(aside))  # at once: half a home is never taken for one
    shutil.rmtree(aside, ignore_errors=True)
