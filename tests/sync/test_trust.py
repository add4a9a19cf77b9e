"""Whom the station calls, and whom it believes to be the province."""

import ssl
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from station.ports.province import (
    InsecureAddressError,
    ProvinceUnreachableError,
    UntrustedServerError,
)
from tests.builders import MONDAY
from tests.sync.answers import as_json, at, health
from tests.sync.faults import BadServer, answer

LOOPBACK = ip_address("127.0.0.1")


@pytest.mark.parametrize(
    "address",
    [
        "http://province.example",
        "http://127.0.0.1.example",
        "http://10.0.0.1",
        "ftp://127.0.0.1",
        "https://",
        "https://user:secret@province.example",
        "https://province.example/?next=1",
        "https://province.example:port",
        "//province.example",
        "",
    ],
)
def test_only_https_or_this_computer_is_called(address: str) -> None:
    with pytest.raises(InsecureAddressError):
        at(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://province.example/tmc/",
        "http://127.0.0.1:8443",
        "http://[::1]:1",
        "http://localhost:8443",
    ],
)
def test_a_good_address_is_taken(address: str) -> None:
    at(address).close()


def test_the_token_goes_with_the_call_whatever_the_home_folder_says(
    bad_server: BadServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login thief password stolen\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    bad_server.answer = answer(as_json({"events": [], "cursor": "0", "more": False}))

    with at(bad_server.base_url) as province:
        province.news(None)

    assert b"Authorization: Bearer a-token-of-some-length\r\n" in bad_server.requests[0]


def own_certificate(folder: Path) -> ssl.SSLContext:
    """A certificate for 127.0.0.1 that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(MONDAY - timedelta(days=9_000))
        .not_valid_after(MONDAY + timedelta(days=9_000))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(LOOPBACK)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "certificate.pem"
    pem.write_bytes(
        certificate.public_bytes(Encoding.PEM)
        + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path: Path) -> None:
    impostor = BadServer(own_certificate(tmp_path))
    impostor.answer = answer(health())

    url = impostor.base_url.replace("http:", "https:")
    with at(url) as province, pytest.raises(UntrustedServerError):
        province.health()
    impostor.stop()

    assert impostor.requests == []


def test_a_handshake_that_breaks_is_a_broken_line() -> None:
    without_certificate = BadServer(ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER))

    url = without_certificate.base_url.replace("http:", "https:")
    with at(url) as province, pytest.raises(ProvinceUnreachableError):
        province.health()
    without_certificate.stop()
