"""Invented issuers, officers and time stamp authorities, with keys made anew for each run."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Identity:
    """A key and its certificate."""

    key: Key
    certificate: x509.Certificate

    @property
    def certificate_pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def certificate_der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )


def make_issuer(name: str = "CA thử nghiệm") -> Identity:
    """Make an issuer that signs itself."""
    key = rsa.generate_private_key(65537, 2048)
    return Identity(key, _certificate(name, key, None, ca=True))


def make_officer(
    issuer: Identity,
    name: str = "UBND phường Thử Nghiệm",
    *,
    elliptic: bool = False,
    days: tuple[int, int] = (-30, 365),
) -> Identity:
    """Make somebody who signs; ``days``: of validity, counted from today."""
    key: Key = (
        ec.generate_private_key(ec.SECP256R1())
        if elliptic
        else rsa.generate_private_key(65537, 2048)
    )
    return Identity(key, _certificate(name, key, issuer, days=days))


def make_time_stamper(issuer: Identity) -> Identity:
    """Make a time stamp authority."""
    key = rsa.generate_private_key(65537, 2048)
    return Identity(key, _certificate("TSA thử nghiệm", key, issuer, stamps=True))


def _certificate(
    name: str,
    key: Key,
    issuer: Identity | None,
    *,
    ca: bool = False,
    stamps: bool = False,
    days: tuple[int, int] = (-400, 900),
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    today = datetime.now(UTC)
    above = subject if issuer is None else issuer.certificate.subject
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today + timedelta(days=days[0]))
        .not_valid_after(today + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not ca, content_commitment=not ca, key_cert_sign=ca, crl_sign=ca,
                key_encipherment=False, data_encipherment=False, key_agreement=False,
                encipher_only=False, decipher_only=False,
            ),
            critical=True,
        )
    )  # fmt: skip
    if stamps:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(usage, critical=True)
    return builder.sign(key if issuer is None else issuer.key, hashes.SHA256())
