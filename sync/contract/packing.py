"""Bodies packed with zstd or gzip, unpacked within a bound: a bomb is refused, not inflated."""

import gzip
import zlib

import zstandard

from sync.contract.messages import Encoding

_ZSTD_LEVEL = 6
_ZSTD_WINDOW = 2**23
_GZIP_LEVEL = 6
_GZIP_WINDOW = 16 + zlib.MAX_WBITS  # 16: the gzip header and its checksum are expected


class UnpackError(Exception):
    """The body is not what its encoding says, or it ends too early."""


class TooLargeError(Exception):
    """The body holds more than the bound."""


def pack(body: bytes, encoding: Encoding) -> bytes:
    """Compress a body."""
    if encoding is Encoding.ZSTD:
        return zstandard.ZstdCompressor(level=_ZSTD_LEVEL).compress(body)
    if encoding is Encoding.GZIP:
        return gzip.compress(body, _GZIP_LEVEL, mtime=0)
    return body


def unpack(body: bytes, encoding: Encoding, *, limit: int) -> bytes:
    """Give the plain body of at most ``limit`` bytes; no more than that is ever made.

    Raises:
        UnpackError: the bytes are damaged, or something follows them.
        TooLargeError: there are more than ``limit`` bytes inside.
    """
    if encoding is Encoding.ZSTD:
        plain = _unpack_zstd(body, limit)
    elif encoding is Encoding.GZIP:
        plain = _unpack_gzip(body, limit)
    else:
        plain = body
    if len(plain) > limit:
        raise TooLargeError(f"more than {limit} bytes")
    return plain


def _unpack_zstd(body: bytes, limit: int) -> bytes:
    try:
        declared = zstandard.frame_content_size(body)
        if declared < 0:
            raise UnpackError("the zstd frame does not declare its size")
        if declared > limit:
            raise TooLargeError(f"more than {limit} bytes")
        unpacker = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        return unpacker.decompress(body, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise UnpackError(str(error)) from error


def _unpack_gzip(body: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj(_GZIP_WINDOW)
    try:
        plain = unpacker.decompress(body, limit + 1)
    except zlib.error as error:
        raise UnpackError(str(error)) from error
    if len(plain) <= limit and (not unpacker.eof or unpacker.unused_data):
        raise UnpackError("the gzip stream is cut, or something follows it")
    return plain
