"""Where a field of a person is from, in both languages. Free of Qt."""

from typing import Final

from station.domain.person import FieldSource
from station.words import Words

SOURCES: Final[dict[FieldSource, Words]] = {
    FieldSource.QR: {"vi": "từ QR", "en": "QR code"},
    FieldSource.REPAIRED: {"vi": "từ QR, đã sửa", "en": "QR code, repaired"},
    FieldSource.MRZ: {"vi": "từ dòng MRZ", "en": "printed zone"},
    FieldSource.CHIP: {"vi": "từ chip", "en": "chip"},
    FieldSource.TYPED: {"vi": "nhập tay", "en": "typed"},
    FieldSource.EARLIER_VISIT: {"vi": "từ lần trước", "en": "earlier visit"},
}
