"""Builds what turns paper into pages: like ``ui.composition``, it names adapters, and no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.composition import now

if TYPE_CHECKING:
    from devices.page_pipeline.clean_files import CleanedFiles


def clean_scans(
    files: Sequence[Path], output: Path, *, profile: str, camera: bool, keep_blank: bool
) -> CleanedFiles:
    """Clean the pages of pictures and PDFs into one PDF; see ``devices.page_pipeline``.

    Raises:
        StationError: a file cannot be used, or bears nothing; no output was written.
    """
    from devices.page_pipeline.clean_files import Order, clean_files
    from devices.page_pipeline.result import Profile, Wanted

    wanted = Wanted(profile=Profile(profile), camera=camera)
    order = Order(output=output, wanted=wanted, made_at=now(), keep_blank=keep_blank)
    return clean_files(files, order)
