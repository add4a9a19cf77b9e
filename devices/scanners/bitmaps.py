"""What Windows' drivers give is often a BMP, which nobody keeps: the same pixels as PNG."""

from io import BytesIO

_BMP = b"BM"


def kept_form(content: bytes) -> bytes:
    """Give a BMP as PNG with its pitch, everything else as it is.

    Raises:
        OSError: it says that it is a BMP, but cannot be read as one.
    """
    if not content.startswith(_BMP):
        return content
    from PIL import Image

    png = BytesIO()
    with Image.open(BytesIO(content), formats=("BMP",)) as picture:
        dpi = picture.info.get("dpi")
        picture.save(png, "PNG", compress_level=1, **({"dpi": dpi} if dpi else {}))
    return png.getvalue()
