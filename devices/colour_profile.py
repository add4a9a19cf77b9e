"""The colour profile that archival PDFs name (ISO 19005-2, 6.2.3)."""

from functools import cache

_DATE = slice(24, 36)
"""When a profile was made (ICC.1:2010, 7.2.8); today's would give every process other bytes."""


@cache
def srgb_profile() -> bytes:
    """Give sRGB as an ICC profile."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = bytes.fromhex("07e900010001000000000000")
    return bytes(profile)
