"""Packing is lossless, and unpacking never makes more than was allowed."""

import gzip

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync.contract.messages import Encoding
from sync.contract.packing import TooLargeError, UnpackError, pack, unpack


@given(body=st.binary(max_size=3_000), encoding=st.sampled_from(Encoding))
def test_what_was_packed_comes_out_again(body: bytes, encoding: Encoding) -> None:
    assert unpack(pack(body, encoding), encoding, limit=len(body)) == body


@pytest.mark.parametrize("encoding", Encoding)
def test_one_byte_too_many_is_too_many(encoding: Encoding) -> None:
    with pytest.raises(TooLargeError):
        unpack(pack(b"x" * 1001, encoding), encoding, limit=1000)


@pytest.mark.parametrize("encoding", [Encoding.GZIP, Encoding.ZSTD])
@given(body=st.binary(min_size=1, max_size=200), place=st.integers(0, 10_000))
def test_a_stream_that_is_cut_is_no_body(encoding: Encoding, body: bytes, place: int) -> None:
    packed = pack(body, encoding)

    with pytest.raises(UnpackError):
        unpack(packed[: place % len(packed)], encoding, limit=1000)


@pytest.mark.parametrize("encoding", [Encoding.GZIP, Encoding.ZSTD])
def test_something_behind_the_stream_is_refused(encoding: Encoding) -> None:
    with pytest.raises(UnpackError):
        unpack(pack(b"body", encoding) + b"tail", encoding, limit=1000)


@pytest.mark.parametrize("encoding", [Encoding.GZIP, Encoding.ZSTD])
@given(junk=st.binary(max_size=100))
def test_junk_is_an_unpack_error_or_too_large(encoding: Encoding, junk: bytes) -> None:
    with pytest.raises((UnpackError, TooLargeError)):
        unpack(junk, encoding, limit=1000)


def test_a_zstd_frame_must_declare_its_size() -> None:
    stream = zstandard.ZstdCompressor().compressobj()
    undeclared = stream.compress(b"body") + stream.flush()

    with pytest.raises(UnpackError):
        unpack(undeclared, Encoding.ZSTD, limit=1000)


def test_two_gzip_members_are_not_one_body() -> None:
    with pytest.raises(UnpackError):
        unpack(gzip.compress(b"one") + gzip.compress(b"two"), Encoding.GZIP, limit=1000)
