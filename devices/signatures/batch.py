"""Signs a batch of digitised copies with one PIN; adds the time stamps of earlier ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from devices.document_bounds import bounded, check_size
from devices.processes import OwnProcess
from devices.signatures.errors import NotSignableError, TokenFailedError
from devices.signatures.signing_process import Copy, Signed, Token, serve
from station.errors import StationError
from station.ports.documents import CannotUseFileError

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


def sign_files(files: Sequence[Path], pin: str, order: SigningOrder) -> SignedBatch:
    """Sign copies into a folder; the files themselves stay as they are.

    A file that cannot be signed costs itself alone; a token that stops ends the batch, and what
    was signed before is kept.

    Raises:
        NoTokenError, WrongPinError, LockedTokenError, NoSigningKeyError,
        CertificateNotValidError, TokenFailedError: nothing was signed.
    """
    process = OwnProcess(serve, name="signer")
    try:
        signer = str(_asked(process, "open", order.token, pin))
        done: list[SignedFile] = []
        for file in files:
            try:
                done.append(_sign_one(process, file, order))
            except TokenFailedError as error:
                done += [_failed(one, error) for one in files[len(done) :]]
                break
            except StationError as error:
                done.append(_failed(file, error))
        return SignedBatch(signer=signer, files=tuple(done))
    finally:
        process.close()


def stamp_files(files: Sequence[Path], stamps_from: str) -> tuple[SignedFile, ...]:
    """Add time stamps to copies that were signed without; each file is replaced as a whole."""
    process = OwnProcess(serve, name="signer")
    done = []
    try:
        for file in files:
            try:
                content = _asked(process, "stamp", _content(file), stamps_from)
                _write(content, file)
                done.append(SignedFile(file=str(file), output=str(file), stamped=True, error=None))
            except StationError as error:
                done.append(_failed(file, error))
    finally:
        process.close()
    return tuple(done)


def _sign_one(process: OwnProcess, file: Path, order: SigningOrder) -> SignedFile:
    output = order.folder / file.name
    if output.exists():
        raise CannotUseFileError(f"{output.name} exists")
    copy = Copy(
        content=_content(file),
        kind=order.kind,
        agency=order.agency,
        at=order.now(),
        stamps_from=order.stamps_from,
    )
    signed: Signed = _asked(process, "sign", copy)
    _write(signed.content, output)
    return SignedFile(file=str(file), output=str(output), stamped=signed.stamped, error=None)


def _content(file: Path) -> bytes:
    content = bounded(file)
    check_size(content)
    if b"%PDF-" not in content[:1024]:
        raise NotSignableError("no PDF")
    return content


def _asked(process: OwnProcess, what: str, *about: object) -> Any:  # noqa: ANN401 - callers know
    try:
        good, answer = process.ask((what, about), timeout_s=_TIMEOUT_S)
    except (OSError, EOFError):
        raise TokenFailedError(what) from None
    if good:
        return answer
    raise answer


def _write(content: bytes, output: Path) -> None:
    part = output.with_name(output.name + ".part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        part.replace(output)
    except OSError as error:
        raise CannotUseFileError(error.strerror or type(error).__name__) from error
    finally:
        with suppress(OSError):  # already renamed; or the disk is gone, which was told above
            part.unlink(missing_ok=True)


def _failed(file: Path, error: StationError) -> SignedFile:
    return SignedFile(file=str(file), output=None, stamped=False, error=error.code)
