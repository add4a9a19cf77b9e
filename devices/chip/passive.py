"""Passive authentication (ICAO 9303-11, 5.1): is what the chip holds what its issuer signed?

The security object (EF.SOD) lists the hashes of the data groups and is signed by a certificate
that it carries. That alone tells that nothing was altered since that signature; who signed is known
only by a certificate of the state (CSCA), which the administrator puts into the home.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from devices.chip.tlv import BadTlvError, find, objects
from station.domain.id_card import ChipProof

if TYPE_CHECKING:
    from asn1crypto import cms

SECURITY_OBJECT = 0x011D
_SECURITY_TAG = 0x77
_LDS_SECURITY_OBJECT = "2.23.136.1.1.1"
_SEQUENCE, _OBJECT_IDENTIFIER = 0x30, 0x06
_HASHES = {
    "2b0e03021a": "sha1",
    "608648016503040204": "sha224",
    "608648016503040201": "sha256",
    "608648016503040202": "sha384",
    "608648016503040203": "sha512",
}
"""By their object identifiers."""
_LARGEST_CERTIFICATE = 65_536
_MOST_CERTIFICATES = 50
_UNJUDGED = (
    BadTlvError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
)
_log = logging.getLogger(__name__)


def prove(
    security_object: bytes, groups: Mapping[int, bytes], authorities: Sequence[x509.Certificate]
) -> ChipProof:
    """Judge the data groups that were read. Never raises: what cannot be judged is unchecked.

    Args:
        security_object: the file EF.SOD.
        groups: the files of the data groups by their numbers.
        authorities: certificates of the state; empty when none was set up.
    """
    from asn1crypto import cms

    try:
        content = find(security_object, _SECURITY_TAG)
        signed = cms.ContentInfo.load(_whole(security_object, content), strict=True)["content"]
        return _judged(signed, groups, authorities)
    except InvalidSignature:
        return ChipProof.ALTERED
    except _UNJUDGED as error:
        # what a card sends may be anything; curves with parameters of their own are not loaded
        _log.info("the chip's security object cannot be judged: %s", type(error).__name__)
        return ChipProof.UNCHECKED


def read_authorities(folder: Path) -> tuple[x509.Certificate, ...]:
    """Read the state's certificates that the administrator put into a folder; none there: none."""
    found = []
    for path in sorted(folder.glob("*"))[:_MOST_CERTIFICATES]:
        try:
            with path.open("rb") as file:
                content = file.read(_LARGEST_CERTIFICATE)
            pem = content.lstrip().startswith(b"-----BEGIN")
            load = x509.load_pem_x509_certificate if pem else x509.load_der_x509_certificate
            found.append(load(content))
        except (OSError, ValueError) as error:
            _log.warning("%s is no certificate: %s", path.name, type(error).__name__)
    return tuple(found)


def _whole(file: bytes, content: bytes) -> bytes:
    """Give the content of the outer tag; anything behind it is not the issuer's."""
    if not file.endswith(content):
        raise ValueError("something stands behind the security object")
    return content


def _judged(
    signed: cms.SignedData, groups: Mapping[int, bytes], authorities: Sequence[x509.Certificate]
) -> ChipProof:
    listed = signed["encap_content_info"]
    if listed["content_type"].dotted != _LDS_SECURITY_OBJECT:
        raise ValueError("no list of hashes")
    content = bytes(listed["content"])
    signer = _signer_of(signed)
    _require_signature(signed["signer_infos"][0], content, signer)
    if not _hashes_agree(content, groups):
        return ChipProof.ALTERED
    if not authorities:
        return ChipProof.ISSUER_UNKNOWN
    issued = any(_issued(authority, signer) for authority in authorities)
    return ChipProof.GENUINE if issued else ChipProof.ISSUER_OTHER


def _hashes_agree(content: bytes, groups: Mapping[int, bytes]) -> bool:
    """Compare the hashes; a group that is not in the list was never signed."""
    (_, _version), (_, algorithm), (_, listed), *_rest = objects(find(content, _SEQUENCE))
    name = _HASHES[find(algorithm, _OBJECT_IDENTIFIER).hex()]
    said = {}
    for _, pair in objects(listed):
        (_, number), (_, value) = objects(pair)
        said[int.from_bytes(number, "big")] = value
    return all(
        said.get(number) == hashlib.new(name, file, usedforsecurity=False).digest()
        for number, file in groups.items()
    )


def _signer_of(signed: cms.SignedData) -> x509.Certificate:
    """Give the certificate that the signature names, of those that the object carries."""
    wanted = signed["signer_infos"][0]["sid"].chosen
    for choice in signed["certificates"]:
        certificate = choice.chosen
        by_number = getattr(wanted, "native", None)
        if isinstance(by_number, bytes):
            found = certificate.key_identifier == by_number
        else:
            found = (
                certificate.issuer == wanted["issuer"]
                and certificate.serial_number == wanted["serial_number"].native
            )
        if found:
            return x509.load_der_x509_certificate(certificate.dump())
    raise ValueError("the signer's certificate is missing")


def _require_signature(info: cms.SignerInfo, content: bytes, signer: x509.Certificate) -> None:
    """Check the signature over the list.

    Raises:
        InvalidSignature: it is of something else, or by somebody else.
    """
    digest = info["digest_algorithm"]["algorithm"].native
    attributes = info["signed_attrs"]
    signed = content
    if attributes:
        told = {one["type"].native: one["values"][0].native for one in attributes}
        if told.get("message_digest") != hashlib.new(_known(digest), content).digest():
            raise InvalidSignature
        signed = b"\x31" + attributes.dump()[1:]  # signed as a set, not under its tag here
    _verify(
        signer.public_key(),
        info["signature_algorithm"]["algorithm"].native,
        _hash(digest),
        info["signature"].native,
        signed,
        info["signature_algorithm"],
    )


def _known(name: str) -> str:
    if name not in _HASHES.values():
        raise ValueError(f"hash {name}")
    return name


def _hash(name: str) -> hashes.HashAlgorithm:
    found: type[hashes.HashAlgorithm] = getattr(hashes, _known(name).upper())
    return found()


def _verify(
    key: Any,  # noqa: ANN401 - as many kinds as certificates
    algorithm: str,
    digest: hashes.HashAlgorithm,
    signature: bytes,
    signed: bytes,
    how: Any,  # noqa: ANN401 - asn1crypto has no types
) -> None:
    if isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, signed, ec.ECDSA(digest))
    elif isinstance(key, rsa.RSAPublicKey) and algorithm == "rsassa_pss":
        parameters = how["parameters"]
        own = _hash(parameters["hash_algorithm"]["algorithm"].native)
        mask = padding.MGF1(
            _hash(parameters["mask_gen_algorithm"]["parameters"]["algorithm"].native)
        )
        salt = parameters["salt_length"].native
        key.verify(signature, signed, padding.PSS(mask, salt), own)
    elif isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, signed, padding.PKCS1v15(), digest)
    else:
        raise ValueError("a key of another kind")


def _issued(authority: x509.Certificate, signer: x509.Certificate) -> bool:
    """Tell whether this authority issued the certificate, while it was in force itself."""
    if authority.subject != signer.issuer:
        return False
    begun = signer.not_valid_before_utc
    if not authority.not_valid_before_utc <= begun <= authority.not_valid_after_utc:
        return False
    try:
        signer.verify_directly_issued_by(authority)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
