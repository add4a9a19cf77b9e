"""What many tests of devices begin with."""

from collections.abc import Iterator

import pytest

from devices.documents import FileDocumentReader


@pytest.fixture(scope="module")
def reader() -> Iterator[FileDocumentReader]:
    reader = FileDocumentReader()
    yield reader
    reader.close()
