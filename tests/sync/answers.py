"""Answers of a province, good ones to be spoilt, and a client to believe them or not."""

import json
from typing import Any

from station.ports.province import Enrolment
from sync.client.province import HttpProvince
from tests.builders import MONDAY

HEALTH: dict[str, Any] = {
    "status": "ok",
    "version": "1",
    "contract_version": "1.0",
    "encodings": ["gzip"],
    "limits": {
        "events_per_batch": 10,
        "batch_bytes": 65_536,
        "chunk_bytes": 65_536,
        "file_bytes": 65_536,
    },
}
PROBLEM: dict[str, Any] = {
    "type": "urn:tram-mot-cua:problem:too-large",
    "title": "Lớn quá.",
    "title_en": "Too large.",
    "status": 413,
}


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def health(**changes: Any) -> bytes:
    return as_json(HEALTH | changes)


def problem(**changes: Any) -> bytes:
    return as_json(PROBLEM | changes)


def at(base_url: str, server_key: str = "ab" * 32) -> HttpProvince:
    return HttpProvince(
        Enrolment(
            base_url=base_url,
            station_id="H25/3",
            agency_code="H25",
            station_number=3,
            number_ranges=(),
            token="a-token-of-some-length",
            server_keys=(server_key,),
            enrolled_at=MONDAY,
        )
    )
