"""Judges the signatures of a PDF, without a network: by what the file and this office hold.

Runs where files from citizens are opened, for a signature is content from outside too.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from station.domain.signatures import FoundSignature, TimeProof, Verdict

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus

_MOST_SIGNATURES = 50
_MARK = b"/ByteRange"


def signatures_in(content: bytes, roots: Sequence[bytes] = ()) -> tuple[FoundSignature, ...]:
    """Judge every signature of a PDF.

    Args:
        roots: certificates (PEM or DER) of the issuers whom this office trusts.
    """
    if _MARK not in content:  # a signature cannot stand in a packed object; most files have none
        return ()
    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # it would tell of each on stderr
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    trusted = [one for root in roots for one in _certificates(root)]
    file = PdfFileReader(io.BytesIO(content), strict=False)
    stamps = [_stamp_of_document(one, trusted) for one in file.embedded_timestamp_signatures]
    proof, moment = max(stamps, key=_worth, default=(TimeProof.NONE, None))
    found = file.embedded_regular_signatures[:_MOST_SIGNATURES]
    return tuple(_judged(one, trusted, proof, moment) for one in found)


def _certificates(root: bytes) -> list[Certificate]:
    from pyhanko.keys import load_certs_from_pemder_data

    return list(load_certs_from_pemder_data(root))


def _context(trusted: list[Certificate], moment: datetime | None = None) -> Any:  # noqa: ANN401
    from pyhanko_certvalidator import ValidationContext

    # whether a certificate was revoked is told by a network only; what the file brings is looked at
    return ValidationContext(
        trust_roots=trusted, allow_fetching=False, revocation_mode="soft-fail", moment=moment
    )


def _stamp_of_document(
    stamp: EmbeddedPdfSignature, trusted: list[Certificate]
) -> tuple[TimeProof, datetime | None]:
    from pyhanko.sign.validation import validate_pdf_timestamp

    try:
        status = validate_pdf_timestamp(stamp, _context(trusted))
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it proves nothing
        return TimeProof.NONE, None
    return _proof_of(status)


def _proof_of(status: Any) -> tuple[TimeProof, datetime | None]:  # noqa: ANN401 - or None
    if status is None or not (status.intact and status.valid):
        return TimeProof.NONE, None
    return (TimeProof.STAMPED if status.trusted else TimeProof.UNKNOWN_STAMP), status.timestamp


def _worth(proof: tuple[TimeProof, datetime | None]) -> int:
    return (TimeProof.NONE, TimeProof.UNKNOWN_STAMP, TimeProof.STAMPED).index(proof[0])


def _judged(
    signature: EmbeddedPdfSignature,
    trusted: list[Certificate],
    proof: TimeProof,
    moment: datetime | None,
) -> FoundSignature:
    from pyhanko.sign.validation import validate_pdf_signature

    try:
        status = validate_pdf_signature(signature, _context(trusted))
        proof, moment = max((_proof_of(status.timestamp_validity), (proof, moment)), key=_worth)
        if not status.trusted and proof is TimeProof.STAMPED:
            status = validate_pdf_signature(signature, _context(trusted, moment))
        verdict = _verdict(status)
        said = signature.self_reported_timestamp
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is no signature to rely on
        return FoundSignature(
            verdict=Verdict.BROKEN, time_proof=TimeProof.NONE, signer="", issuer="", signed_at=None
        )
    certificate = status.signing_cert
    return FoundSignature(
        verdict=verdict,
        time_proof=proof,
        signer=_name(certificate.subject),
        issuer=_name(certificate.issuer),
        signed_at=moment if proof is TimeProof.STAMPED else said,
    )


def _verdict(status: PdfSignatureStatus) -> Verdict:
    from pyhanko.sign.ades.report import AdESIndeterminate
    from pyhanko.sign.validation import SignatureCoverageLevel

    whole = status.coverage in (
        SignatureCoverageLevel.ENTIRE_FILE,
        SignatureCoverageLevel.ENTIRE_REVISION,
    )
    if not (status.intact and status.valid and whole and status.docmdp_ok):
        return Verdict.BROKEN
    if status.trusted:
        return Verdict.VALID
    late = (AdESIndeterminate.OUT_OF_BOUNDS_NO_POE, AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED)
    return Verdict.EXPIRED if status.trust_problem_indic in late else Verdict.UNKNOWN_SIGNER


def _name(name: Any) -> str:  # noqa: ANN401 - asn1crypto has no types
    """Give the common name, else all that there is."""
    known = name.native
    return str(known.get("common_name") or known.get("organization_name") or name.human_friendly)
