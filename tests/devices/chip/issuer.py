"""An invented state that signs chips: its certificate (CSCA), a signer's, and security objects."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from asn1crypto import algos, cms, core
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID

from devices.chip.tlv import encode

FROM, TO = datetime(2021, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
KINDS = ("ec", "rsa", "pss")
_LIST = "2.23.136.1.1.1"


class _Hash(core.Sequence):  # type: ignore[misc]
    _fields = [("number", core.Integer), ("value", core.OctetString)]  # noqa: RUF012 - its way


class _Hashes(core.SequenceOf):  # type: ignore[misc]
    _child_spec = _Hash


class _SecurityObject(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012 - its way
        ("version", core.Integer),
        ("algorithm", algos.DigestAlgorithm),
        ("hashes", _Hashes),
    ]


def _name(text: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.COMMON_NAME, text),
        ]
    )


class Issuer:
    """Signs as a state does: its own key signs a signer's certificate, which signs the chips."""

    def __init__(self, kind: str = "ec", name: str = "CSCA thử") -> None:
        self.kind = kind
        self._key = ec.generate_private_key(ec.SECP384R1())
        self._signer = (
            ec.generate_private_key(ec.SECP256R1())
            if kind == "ec"
            else rsa.generate_private_key(65537, 2048)
        )
        self.authority = self._certificate(_name(name), _name(name), self._key.public_key())
        self.certificate = self._certificate(
            _name(name), _name("Document Signer"), self._signer.public_key()
        )

    def _certificate(self, issuer: x509.Name, subject: x509.Name, key: Any) -> x509.Certificate:
        return (
            x509.CertificateBuilder()
            .issuer_name(issuer)
            .subject_name(subject)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(FROM)
            .not_valid_after(TO)
            .sign(self._key, hashes.SHA384())
        )

    def security_object(
        self, groups: Mapping[int, bytes], *, signature: bytes | None = None
    ) -> bytes:
        """Give EF.SOD over these data groups; ``signature`` takes the place of the true one."""
        listed = _SecurityObject(
            {
                "version": 0,
                "algorithm": {"algorithm": "sha256"},
                "hashes": [
                    {"number": number, "value": hashlib.sha256(file).digest()}
                    for number, file in groups.items()
                ],
            }
        ).dump()
        attributes = cms.CMSAttributes(
            [
                {"type": "content_type", "values": [_LIST]},
                {"type": "message_digest", "values": [hashlib.sha256(listed).digest()]},
            ]
        )
        certificate = asn1_x509.Certificate.load(
            self.certificate.public_bytes(serialization.Encoding.DER)
        )
        info = {
            "version": "v1",
            "sid": cms.IssuerAndSerialNumber(
                {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
            ),
            "digest_algorithm": {"algorithm": "sha256"},
            "signed_attrs": attributes,
            "signature_algorithm": self._algorithm(),
            "signature": signature or self._sign(attributes.dump()),
        }
        signed = cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": [{"algorithm": "sha256"}],
                "encap_content_info": {
                    "content_type": _LIST,
                    "content": core.ParsableOctetString(listed),
                },
                "certificates": [certificate],
                "signer_infos": [info],
            }
        )
        content = cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump()
        return encode(0x77, content)

    def _algorithm(self) -> dict[str, Any]:
        if self.kind == "ec":
            return {"algorithm": "sha256_ecdsa"}
        if self.kind == "rsa":
            return {"algorithm": "sha256_rsa"}
        mask = {"algorithm": "mgf1", "parameters": {"algorithm": "sha256"}}
        parameters = {
            "hash_algorithm": {"algorithm": "sha256"},
            "mask_gen_algorithm": mask,
            "salt_length": 32,
        }
        return {"algorithm": "rsassa_pss", "parameters": parameters}

    def _sign(self, content: bytes) -> bytes:
        key = self._signer
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return key.sign(content, ec.ECDSA(hashes.SHA256()))
        if self.kind == "rsa":
            return key.sign(content, padding.PKCS1v15(), hashes.SHA256())
        pss = padding.PSS(padding.MGF1(hashes.SHA256()), 32)
        return key.sign(content, pss, hashes.SHA256())
