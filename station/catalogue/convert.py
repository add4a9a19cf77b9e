"""Turn catalogue files into one pack of ours: ``python -m station.catalogue.convert``.

The packs in ``station/catalogue/packs`` were made with it; the same input gives the same bytes.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from station.catalogue.pack import Pack, PackStatus
from station.catalogue.pack_format import pack_to_bytes
from station.catalogue.parts import CatalogueParts
from station.catalogue.reading import read_pack_file
from station.catalogue.source_formats import Issue
from station.errors import StationError

_LEAST_RELIABLE_FIRST = (
    PackStatus.REFERENCE,
    PackStatus.SAMPLE,
    PackStatus.LOCAL,
    PackStatus.OFFICIAL,
)


def join(packs: Sequence[Pack], issue: Issue) -> Pack:
    """Make one pack of several; it is only as reliable as the least reliable of them.

    Raises:
        DuplicateProcedureError: two of them hold the same code.
    """
    given = [pack.parts.given for pack in packs]
    notes = dict.fromkeys(pack.note for pack in packs if pack.note)
    return Pack(
        name=issue.name,
        version=issue.version,
        issued_on=issue.issued_on,
        status=min((pack.status for pack in packs), key=_LEAST_RELIABLE_FIRST.index),
        note="; ".join(notes) or None,
        procedures=tuple(procedure for pack in packs for procedure in pack.procedures),
        parts=CatalogueParts(
            **{
                name: tuple(row for lists in given for row in lists.get(name, ()))
                for name in {name for lists in given for name in lists}
            }
        ),
    )


def since(old: Pack, new: Pack) -> Pack:
    """Give the new pack as a delta: what is new or another, and which codes are gone."""
    before = {procedure.code: procedure for procedure in old.procedures}
    after = {procedure.code for procedure in new.procedures}
    return replace(
        new,
        base=old.version,
        procedures=tuple(p for p in new.procedures if before.get(p.code) != p),
        withdrawn=tuple(code for code in before if code not in after),
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Convert, and say on stderr what came of it."""
    parser = argparse.ArgumentParser(prog="station.catalogue.convert", description=__doc__)
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="PACK")
    parser.add_argument("--name", required=True, help="the name of the pack")
    parser.add_argument("--version", required=True, help="the version of the pack")
    parser.add_argument("--issued-on", type=date.fromisoformat, metavar="YYYY-MM-DD")
    args = parser.parse_args(argv)
    issue = Issue(name=args.name, version=args.version, issued_on=args.issued_on)
    try:
        pack = join([read_pack_file(source, issue) for source in args.sources], issue)
    except StationError as error:
        sys.stderr.write(f"{error.code}: {error}\n")
        return 1
    args.output.write_bytes(pack_to_bytes(pack))
    detailed = sum(procedure.has_details for procedure in pack.procedures)
    sys.stderr.write(f"{args.output}: {len(pack.procedures)} procedures, {detailed} detailed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
