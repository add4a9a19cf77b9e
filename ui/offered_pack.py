"""A catalogue file as it lies on a disk or a stick, with the signature file beside it."""

from pathlib import Path

from station.catalogue.pack import UnreadablePackError
from station.catalogue.reading import pack_bytes
from station.catalogue.signing import LARGEST_SIGNATURE_BYTES, SIGNATURE_SUFFIX, read_signature
from station.usecases.import_catalogue import OfferedPack


def read_offered(path: Path, signature_path: Path | None = None) -> OfferedPack:
    """Read a pack and its signature, no more of either than there may be.

    Args:
        signature_path: None: the file of the same name with ``.sig`` behind it, if there is one.

    Raises:
        PackError: it cannot be read, or is larger than a pack or a signature may be.
    """
    beside = path.with_name(path.name + SIGNATURE_SUFFIX)
    signed_in = signature_path or (beside if beside.exists() else None)
    signature = None
    if signed_in is not None:
        try:
            with signed_in.open("rb") as file:
                text = file.read(LARGEST_SIGNATURE_BYTES + 1)
        except OSError as error:
            reason = error.strerror or "cannot be opened"
            raise UnreadablePackError(signed_in.name, reason) from error
        signature = read_signature(text, signed_in.name)
    return OfferedPack(content=pack_bytes(path), filename=path.name, signature=signature)
