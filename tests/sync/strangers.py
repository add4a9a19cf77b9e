"""Requests as any HTTP program would send them, and what they are answered."""

import base64
import hashlib

import msgspec
import requests

from sync.contract.messages import Problem

PAGE = b"%PDF a page" * 30_000
CHUNK = {"Content-Type": "application/offset+octet-stream"}


def reason(answer: requests.Response) -> tuple[int, str]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = msgspec.json.decode(answer.content, type=Problem)
    assert problem.status == answer.status_code
    assert problem.title
    assert problem.title_en
    return answer.status_code, problem.type.rpartition(":")[2]


def b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def announce(content: bytes, **changes: str) -> dict[str, str]:
    digest = hashlib.sha256(content).hexdigest().encode()
    headers = {"Upload-Length": str(len(content)), "Upload-Metadata": f"sha256 {b64(digest)}"}
    return headers | {name.replace("_", "-"): value for name, value in changes.items()}
