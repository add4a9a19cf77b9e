"""A clean page as bytes, to be kept in the vault, and read again."""

import msgspec

from devices.page_pipeline.result import CleanPage
from station.typed_reading import ready


class NotAPageError(ValueError):
    """These bytes are no clean page that this program wrote."""


def packed(page: CleanPage) -> bytes:
    """Give a page as bytes."""
    return msgspec.msgpack.encode(page)


def unpacked(content: bytes) -> CleanPage:
    """Read a page again.

    Raises:
        NotAPageError: it was written by another program, or another version of it.
    """
    try:
        return msgspec.msgpack.decode(content, type=ready(CleanPage))
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise NotAPageError(str(error)) from error
