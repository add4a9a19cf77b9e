"""Signs in a process of its own: the library of a token is native code of its maker.

One session is opened with one PIN and kept for the whole batch. The PIN stays in the memory of this
process, and ends with it.
"""

from __future__ import annotations

import io
import signal
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from devices.processes import answer_questions, told
from devices.signatures.block import draw_block
from devices.signatures.dossier_code import name_dossier
from station.ports.signing import (
    CertificateNotValidError,
    LockedTokenError,
    NoSigningKeyError,
    NoTimeStampError,
    NoTokenError,
    NotSignableError,
    SignedContent,
    TokenFailedError,
    TokenGoneError,
    WrongPinError,
)

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pkcs11 import Session
    from pyhanko.sign.timestamps import TimeStamper

    from devices.processes import Line

FIELD = "SaoY"
_STAMP_TIMEOUT_S = 10
_SHARE_OF_WIDTH = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """Where the key is. ``label``: of the token; None takes the only one that is plugged in."""

    library: str
    label: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What is signed, and what its block says. ``stamps_from``: the time stamp server, if any."""

    content: bytes
    kind: str
    agency: str
    at: datetime
    stamps_from: str | None
    code: str | None = None
    """Of its dossier, for the metadata."""


class _Signatory:
    """An open session with a token, and the certificate that signs."""

    def __init__(self, token: Token, pin: str) -> None:
        self._session = _opened(token, pin)
        self._key_id, self.certificate = _certificate(self._session, token.key)
        now = datetime.now(UTC)
        if not self.certificate.not_valid_before <= now <= self.certificate.not_valid_after:
            raise CertificateNotValidError(self.certificate.not_valid_after.date().isoformat())

    def sign(self, copy: Copy) -> SignedContent:
        """Sign one copy: B-T where a stamp is to be had, else B-B."""
        if copy.stamps_from is not None:
            try:
                return SignedContent(self._signed(copy, _stamper(copy.stamps_from)), stamped=True)
            except NoTimeStampError:
                pass  # the line may be down all day; the signature does not wait for it
        return SignedContent(self._signed(copy, None), stamped=False)

    def _signed(self, copy: Copy, stamper: TimeStamper | None) -> bytes:
        from pkcs11.exceptions import (
            DeviceRemoved,
            PKCS11Error,
            TokenNotPresent,
            TokenNotRecognised,
        )
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.sign import fields, signers
        from pyhanko.sign.pkcs11 import PKCS11Signer
        from pyhanko.sign.timestamps.common_utils import TimestampRequestError

        try:
            file = IncrementalPdfFileWriter(io.BytesIO(copy.content), strict=False)
            if file.prev.encrypted:
                raise NotSignableError("encrypted")
            if copy.code is not None:
                name_dossier(file, copy.code)
            box, style = _appearance(file, copy)
            signer = PKCS11Signer(
                self._session,
                signing_cert=self.certificate,
                key_id=self._key_id,
                other_certs_to_pull=None,
                # tokens differ in whether they hash for ECDSA; a hash they all sign
                use_raw_mechanism=self.certificate.public_key.algorithm == "ec",
            )
            output = signers.PdfSigner(
                signers.PdfSignatureMetadata(
                    field_name=FIELD,
                    md_algorithm="sha256",
                    subfilter=fields.SigSeedSubFilter.PADES,
                    reason=copy.kind,
                ),
                signer=signer,
                timestamper=stamper,
                stamp_style=style,
                new_field_spec=fields.SigFieldSpec(FIELD, on_page=0, box=box),
            ).sign_pdf(file)
        except TimestampRequestError as error:
            raise NoTimeStampError(type(error).__name__) from error
        except (DeviceRemoved, TokenNotPresent, TokenNotRecognised) as error:
            raise TokenGoneError(type(error).__name__) from error
        except PKCS11Error as error:
            raise TokenFailedError(type(error).__name__) from error
        except (PdfError, ValueError, KeyError) as error:
            raise NotSignableError(type(error).__name__) from error
        return bytes(output.getvalue())


def _opened(token: Token, pin: str) -> Session:
    from pkcs11 import exceptions as token_errors
    from pyhanko.config.pkcs11 import TokenCriteria
    from pyhanko.sign.pkcs11 import open_pkcs11_session

    try:
        criteria = None if token.label is None else TokenCriteria(label=token.label)
        if criteria is None:
            criteria = TokenCriteria(label=_only_label(token.library))
        return open_pkcs11_session(token.library, token_criteria=criteria, user_pin=pin)
    except (token_errors.PinIncorrect, token_errors.PinInvalid, token_errors.PinLenRange):
        raise WrongPinError from None
    except (token_errors.PinLocked, token_errors.PinExpired):
        raise LockedTokenError from None
    except (token_errors.PKCS11Error, RuntimeError, OSError) as error:
        raise NoTokenError(type(error).__name__) from None


def _only_label(library: str) -> str:
    """Give the label of the one token that has been made ready; several have to be told apart."""
    from pkcs11 import TokenFlag, lib

    tokens = list(lib(library).get_tokens(token_flags=TokenFlag.TOKEN_INITIALIZED))
    if len(tokens) != 1:
        raise NoTokenError(f"{len(tokens)} tokens")
    return str(tokens[0].label)


def _certificate(session: Session, label: str | None) -> tuple[bytes, Certificate]:
    """Find a certificate whose key is on the token too."""
    from asn1crypto.x509 import Certificate
    from pkcs11 import Attribute, ObjectClass

    keys = {
        bytes(key[Attribute.ID])
        for key in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
    }
    wanted: dict[Attribute, Any] = {Attribute.CLASS: ObjectClass.CERTIFICATE}
    if label is not None:
        wanted[Attribute.LABEL] = label
    for found in session.get_objects(wanted):
        if bytes(found[Attribute.ID]) in keys:
            return bytes(found[Attribute.ID]), Certificate.load(found[Attribute.VALUE])
    raise NoSigningKeyError


def _appearance(file: Any, copy: Copy) -> tuple[tuple[int, int, int, int], Any]:  # noqa: ANN401
    from pyhanko.pdf_utils.content import PdfContent
    from pyhanko.pdf_utils.layout import BoxConstraints
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.stamp import StaticStampStyle

    node, media = file.prev.root["/Pages"], None
    while True:
        media = node.get("/MediaBox", media)  # it may be said once for all pages
        if "/Kids" not in node:
            break
        node = node["/Kids"][0]
    left, _, right, upper = (float(side) for side in media)
    most = (right - left) * _SHARE_OF_WIDTH
    block = draw_block(copy.kind, copy.agency, copy.at, most_width=most)

    class Drawn(PdfContent):
        """The block as pyHanko takes it: it would want a file's name."""

        def render(self) -> bytes:
            drawn = PdfFileReader(io.BytesIO(block.pdf))
            self.resources.xobject["/SaoY"] = self._ensure_writer.import_page_as_xobject(drawn)
            self.box = BoxConstraints(width=block.width, height=block.height)
            return b"/SaoY Do"

    box = block.place_on(right, upper)
    return box, StaticStampStyle(background=Drawn(), border_width=0, background_opacity=1.0)


def _stamper(url: str) -> TimeStamper:
    from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper

    return RequestsHTTPTimeStamper(url, timeout=_STAMP_TIMEOUT_S)  # type: ignore[no-untyped-call]


def add_time_stamp(content: bytes, url: str) -> bytes:
    """Add a time stamp over a signed copy, as a further revision of the file.

    Raises:
        NoTimeStampError: the server cannot be reached, or its answer is none.
        NotSignableError: the file is no PDF that can be stamped.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.signers import PdfTimeStamper

    try:
        file = IncrementalPdfFileWriter(io.BytesIO(content), strict=False)
        stamped = PdfTimeStamper(_stamper(url)).timestamp_pdf(file, "sha256")
    except (PdfError, ValueError, KeyError) as error:
        raise NotSignableError(type(error).__name__) from error
    except OSError as error:
        raise NoTimeStampError(type(error).__name__) from error
    return bytes(stamped.getvalue())


def serve(line: Line) -> None:
    """Answer until the other side is gone. The process's own entry point."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signatory: _Signatory | None = None

    def act(what: str, about: tuple[Any, ...]) -> object:
        nonlocal signatory
        if what == "open":
            signatory = _Signatory(*about)
            return str(signatory.certificate.subject.native.get("common_name", ""))
        if what == "stamp":
            return add_time_stamp(*about)
        if signatory is None:
            raise TokenFailedError("no session")
        return signatory.sign(*about)

    answer_questions(line, act, lambda what, error: TokenFailedError(told(what, error)))
