"""Signs a batch of digitised copies with one PIN; adds the time stamps of earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from devices.document_bounds import bounded, check_size
from devices.processes import OwnProcess
from devices.signatures.signing_process import Copy, Token, serve
from devices.whole_files import whole_file
from station.errors import StationError
from station.ports.documents import CannotUseFileError
from station.ports.signing import (
    NotSignableError,
    SignedContent,
    TokenFailedError,
    TokenGoneError,
)

_TIMEOUT_S = 60.0
"""For one copy: a slow token takes two seconds, a time stamp at most ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedFile:
    """What became of one file: ``output`` is None where ``error`` says why.

    ``stamped`` is false where the time stamp has to be added later.
    """

    file: str
    output: str | None
    stamped: bool
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBatch:
    """``signer`` is the name on the certificate."""

    signer: str
    files: tuple[SignedFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningOrder:
    """What a batch is signed with. ``now`` gives the time that a block says."""

    token: Token
    folder: Path
    kind: str
    agency: str
    stamps_from: str | None
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWords:
    """What the block on each copy says besides the time."""

    kind: str
    agency: str


class TokenSession:
    """A token that is opened with one PIN for a batch; implements ``CopySigner``.

    Its library runs in a process of its own. Once the time stamp server did not answer it is not
    asked again: with the line down, every copy of the batch would wait for it.
    """

    def __init__(self, token: Token | None, words: CopyWords, stamps_from: str | None) -> None:
        """``token`` may be None where copies are stamped only."""
        self._token, self._words, self._stamps_from = token, words, stamps_from
        self._process = OwnProcess(serve, name="signer")

    def open(self, pin: str) -> str:
        """Open the token, and give the name on its certificate."""
        return str(self._asked("open", self._token, pin))

    def sign(self, content: bytes, *, at: datetime, code: str | None = None) -> SignedContent:
        """Sign one copy."""
        copy = Copy(
            content=_signable(content),
            kind=self._words.kind,
            agency=self._words.agency,
            at=at,
            stamps_from=self._stamps_from,
            code=code,
        )
        signed: SignedContent = self._asked("sign", copy)
        if not signed.stamped:
            self._stamps_from = None
        return signed

    def stamp(self, content: bytes) -> bytes:
        """Add a time stamp to a signed copy."""
        stamped: bytes = self._asked("stamp", _signable(content), self._stamps_from)
        return stamped

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.close()

    def _asked(self, what: str, *about: object) -> Any:  # noqa: ANN401 - callers know
        try:
            good, answer = self._process.ask((what, about), timeout_s=_TIMEOUT_S)
        except (OSError, EOFError):
            raise TokenFailedError(what) from None
        if good:
            return answer
        raise answer


def sign_files(files: Sequence[Path], pin: str, order: SigningOrder) -> SignedBatch:
    """Sign copies into a folder; the files themselves stay as they are.

    A file that cannot be signed costs itself alone; a token that stops ends the batch, and what
    was signed before is kept.

    Raises:
        NoTokenError, WrongPinError, LockedTokenError, NoSigningKeyError,
        CertificateNotValidError, TokenFailedError: nothing was signed.
    """
    words = CopyWords(kind=order.kind, agency=order.agency)
    session = TokenSession(order.token, words, order.stamps_from)
    try:
        signer = session.open(pin)
        done: list[SignedFile] = []
        for file in files:
            try:
                done.append(_sign_one(session, file, order))
            except (TokenFailedError, TokenGoneError) as error:
                done += [_failed(one, error) for one in files[len(done) :]]
                break
            except StationError as error:
                done.append(_failed(file, error))
        return SignedBatch(signer=signer, files=tuple(done))
    finally:
        session.close()


def stamp_files(files: Sequence[Path], stamps_from: str) -> tuple[SignedFile, ...]:
    """Add time stamps to copies that were signed without; each file is replaced as a whole."""
    session = TokenSession(None, CopyWords(kind="", agency=""), stamps_from)
    done = []
    try:
        for file in files:
            try:
                _write(session.stamp(_content(file)), file)
                done.append(SignedFile(file=str(file), output=str(file), stamped=True, error=None))
            except StationError as error:
                done.append(_failed(file, error))
    finally:
        session.close()
    return tuple(done)


def _sign_one(session: TokenSession, file: Path, order: SigningOrder) -> SignedFile:
    output = order.folder / file.name
    if output.exists():
        raise CannotUseFileError(f"{output.name} exists")
    signed = session.sign(_content(file), at=order.now())
    _write(signed.content, output)
    return SignedFile(file=str(file), output=str(output), stamped=signed.stamped, error=None)


def _content(file: Path) -> bytes:
    return _signable(bounded(file))


def _signable(content: bytes) -> bytes:
    check_size(content)
    if b"%PDF-" not in content[:1024]:
        raise NotSignableError("no PDF")
    return content


def _write(content: bytes, output: Path) -> None:
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotUseFileError(error.strerror or type(error).__name__) from error
    with whole_file(output) as target:
        target.write(content)


def _failed(file: Path, error: StationError) -> SignedFile:
    return SignedFile(file=str(file), output=None, stamped=False, error=error.code)
