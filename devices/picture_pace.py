"""How long a picture takes to decode, as its header and the size of its file tell beforehand.

Decoding goes by what comes out (samples) and by what goes in (bytes). The figures were measured
with pictures of smooth areas, of grain and of nothing, on one busy core; what they are for is to
tell a second from three. Without a code, to open and to search took, quiet, in processor seconds:
JPEG of 50 MP 0.79, of 100 MP (29 MB) 0.82, of 200 MP (40 MB) 0.90, progressive of 50 MP 0.96; PNG
of 25 MP in colour 0.86, of 100 MP in black and white 0.30; WebP of 24 MP 0.94; BMP of 33 MP 0.73.
HEIC of 12 MP took 0.37 to 0.70, of 24 MP (2.4 MB) 0.76. A PNG of 100 MP in colour took 4.5, a WebP
of 81 MP 3.6, a HEIC of 48 MP 1.5: these are refused.
"""

from PIL import Image

MOST_SECONDS = 0.70
"""With a quarter of a second to look for codes, the answer is there within one."""
_MOST_SECONDS_OF_HEIC = 1.0
"""The newest phones take 24 MP and can be set to nothing smaller without losing HEIC: a third of a
second more is better than a citizen who is sent to take the picture again."""
_PACES = {
    "JPEG": (0.002, 0.007),
    "PNG": (0.009, 0.0004),
    "TIFF": (0.004, 0.020),
    "WEBP": (0.009, 0.012),
    "BMP": (0.002, 0.002),
    "HEIF": (0.008, 0.068),
}
"""Seconds for a million samples, and for a million bytes of the file."""
_PROGRESSIVE = (0.0115, 0.007)
"""A progressive JPEG keeps all its coefficients and goes over them several times."""
_UNPACKED = ("raw", None)
_RANGE, _PAPER = 0.06, 0.01
"""Seconds for a million pixels of 32 bits to be brought to 8; to be laid on white paper."""


def most_seconds(image: Image.Image) -> float:
    """Tell how long a picture of this kind may take."""
    return _MOST_SECONDS_OF_HEIC if image.format == "HEIF" else MOST_SECONDS


def seconds_to_decode(image: Image.Image, size: int) -> float:
    """Tell what a picture that is opened, and not decoded yet, will take at about.

    Args:
        image: as Pillow opens it.
        size: bytes of its file.
    """
    kind = "JPEG" if image.format == "MPO" else image.format or ""
    pixels = image.width * image.height
    samples = pixels * len(image.getbands())
    if kind == "JPEG" and image.mode == "RGB":
        samples = pixels  # brightness alone is decoded
    elif image.mode == "1":
        samples //= 4
    elif image.mode.startswith("I;16"):
        samples *= 2
    pace = _PACES.get(kind, _PACES["PNG"])
    if kind == "JPEG" and image.info.get("progressive"):
        pace = _PROGRESSIVE
    elif kind == "TIFF" and image.info.get("compression") in _UNPACKED:
        pace = _PACES["BMP"]
    seconds = samples * pace[0] + size * pace[1]
    if image.mode in ("I", "F"):
        seconds += pixels * _RANGE
    elif image.has_transparency_data:
        seconds += pixels * _PAPER
    return seconds / 1e6
