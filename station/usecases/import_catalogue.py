"""Put a pack in force: who issued it, where it stands among its versions, what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from station.catalogue.admission import admitted
from station.catalogue.differences import Difference, difference
from station.catalogue.pack import Pack, PackError, PackStatus
from station.catalogue.pack_format import pack_to_bytes
from station.catalogue.reading import read_pack
from station.catalogue.signing import PackSignature, signer_of
from station.domain.events import CatalogueImported
from station.ports.catalogue import CatalogueStore, PackOrigin
from station.ports.store import UnitOfWork
from station.text import clean
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require

_FOR_PRACTICE = (PackStatus.SAMPLE, PackStatus.REFERENCE)


class UnsignedPackError(PackError):
    """Nobody signed the pack, and no administrator said why it may hold all the same."""

    code = "CAT-017"

    def __init__(self, filename: str, pack: str) -> None:
        super().__init__(filename, f"{pack} is not signed")
        self.pack = pack

    @property
    def details(self) -> dict[str, Any]:
        return {"file": self.file, "pack": self.pack}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPack:
    """A catalogue file as it came: by hand with its signature file, or over the wire."""

    content: bytes
    filename: str
    signature: PackSignature | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What an offered pack is, and what it would change."""

    pack: Pack
    sha256: str
    signed_by: str | None
    """The trusted key; None: it is unsigned."""
    already_here: bool
    holds_from: date
    difference: Difference
    withdrawn: frozenset[str]

    @property
    def wants_reason(self) -> bool:
        """Tell whether an administrator must say why it may hold: nobody signed it, and it does
        not call itself a sample or a list of names."""
        return self.signed_by is None and self.pack.status not in _FOR_PRACTICE


def examine(
    offered: OfferedPack, *, catalogue: CatalogueStore, trusted: Sequence[str], today: date
) -> Examined:
    """Check a pack as far as nobody has to decide, and say what it changes; nothing is stored.

    The signature is checked over the bytes, before anything of them is read.

    Args:
        trusted: the keys whose packs this station takes.

    Raises:
        UnknownSignerError, BadSignatureError: a signature is there and does not hold.
        PackError: the file, or its place among the versions that came before.
    """
    signed_by = None
    if offered.signature is not None:
        signed_by = signer_of(
            offered.content, offered.signature, trusted, filename=offered.filename
        )
    pack = read_pack(offered.content, offered.filename)
    digest = sha256(pack_to_bytes(pack)).hexdigest()  # packed or not, it is the same pack
    known = catalogue.packs()
    new = admitted(pack, digest, known, today=today)
    pack = new or pack
    holds_from = max(today, pack.effective_from or today)
    before = catalogue.procedures(holds_from)
    if new is None:
        after, gone = before, frozenset[str]()
    else:
        gone = _gone(pack, catalogue)
        coming = {procedure.code: procedure for procedure in pack.procedures}
        after = [p for p in before if p.code not in gone and p.code not in coming]
        after = [*after, *coming.values()]
    return Examined(
        pack=pack,
        sha256=digest,
        signed_by=signed_by,
        already_here=new is None,
        holds_from=holds_from,
        difference=difference(before, after),
        withdrawn=gone,
    )


def import_catalogue(
    offered: OfferedPack,
    *,
    acting: Acting,
    catalogue: CatalogueStore,
    trusted: Sequence[str],
    admit_because: str | None = None,
) -> Examined:
    """Put a pack in force; one that has come already changes nothing.

    An unsigned pack is let in by an administrator only, who is noted by name; one that does not
    call itself a sample or a list of names needs his reason, too.

    Raises:
        NotAllowedError: the officer's role does not include it.
        UnsignedPackError: it is unsigned, and no reason was given.
        PackError: as ``examine``; the catalogue in force did not change.
    """
    officer = acting.officer
    require(officer, Act.IMPORT_CATALOGUE)
    today = acting.clock.now().date()
    found = examine(offered, catalogue=catalogue, trusted=trusted, today=today)
    reason = clean(admit_because or "") or None
    if found.signed_by is None:
        if reason is None and found.wants_reason:
            raise UnsignedPackError(offered.filename, found.pack.label)
        require(officer, Act.ADMIT_UNSIGNED)
    if not found.already_here:
        with acting.work as work:
            at = now_in(acting)
            event = put_in_force(
                found, work=work, at=at, imported_by=officer.officer_id, admission=reason
            )
            note(acting, event, dossier_id=None, at=at)
            work.commit()
    return found


def put_in_force(
    found: Examined,
    *,
    work: UnitOfWork,
    at: datetime,
    imported_by: str | None,
    admission: str | None = None,
) -> CatalogueImported:
    """Store an examined pack, with who let it in, and give what the journal is to say of it."""
    admission = None if found.signed_by else admission
    work.import_pack(
        found.pack,
        at=at,
        origin=PackOrigin(
            sha256=found.sha256,
            signed_by=found.signed_by,
            imported_by=imported_by,
            admission=admission,
        ),
        withdrawn=found.withdrawn,
    )
    return CatalogueImported(
        pack=found.pack.label,
        status=found.pack.status.value,
        sha256=found.sha256,
        signed_by=found.signed_by,
        admission=admission,
        holds_from=found.holds_from,
        holds_to=found.pack.effective_to,
        added=len(found.difference.added),
        removed=len(found.difference.removed),
        changed=len(found.difference.changed),
    )


def _gone(pack: Pack, catalogue: CatalogueStore) -> frozenset[str]:
    """Give the codes that a pack takes away: what a delta names, what a whole pack leaves out.

    A local correction takes nothing away: it is a part by its nature.
    """
    own = frozenset(catalogue.codes_of(pack.name))
    if pack.base is not None:
        return own.intersection(pack.withdrawn)
    if pack.status is PackStatus.LOCAL:
        return frozenset()
    return own.difference(procedure.code for procedure in pack.procedures)
