"""``station catalogue …`` and ``station due``: what the law says, without opening a dossier."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station.codec import to_plain
from station.words import numeric_date
from ui.cli import catalogue_issuer
from ui.cli.output import print_result
from ui.cli.signing_in import sign_in

if TYPE_CHECKING:
    from station.catalogue.differences import Difference
    from station.usecases.import_catalogue import Examined
    from station.words import Language
    from ui.desks.catalogue import CatalogueDesk


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``catalogue`` and ``due``."""
    acts = commands.add_parser("catalogue", help="the procedures").add_subparsers(
        metavar="ACT", required=True
    )
    load = acts.add_parser("import", help="put a catalogue pack in force")
    load.add_argument("file", type=Path, metavar="FILE")
    load.add_argument("--signature", type=Path, metavar="FILE", help="default: FILE.sig")
    load.add_argument(
        "--admit-unsigned", metavar="REASON", help="an administrator lets it in unsigned"
    )
    load.set_defaults(command=_import)
    compare = acts.add_parser("diff", help="what a pack would change")
    compare.add_argument("file", type=Path, metavar="FILE")
    compare.add_argument("--signature", type=Path, metavar="FILE", help="default: FILE.sig")
    compare.set_defaults(command=_diff)
    acts.add_parser("packs", help="the packs that were imported").set_defaults(command=_packs)
    search = acts.add_parser("search", help="find procedures; accents do not matter")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", type=int, default=20, metavar="N")
    search.set_defaults(command=_search)
    show = acts.add_parser("show", help="one procedure with its papers and fees")
    show.add_argument("code", metavar="CODE")
    show.set_defaults(command=_show)
    address = acts.add_parser("address", help="which unit of today an address belongs to")
    address.add_argument("text", metavar="ADDRESS")
    address.set_defaults(command=_address)
    areas = acts.add_parser("areas", help="administrative units, old and new")
    areas.add_argument("text", metavar="TEXT")
    areas.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="default: today")
    areas.add_argument("--limit", type=int, default=20, metavar="N")
    areas.set_defaults(command=_areas)
    lists = acts.add_parser("lists", help="agencies, offices, fields, reasons, code lists")
    lists.add_argument(
        "kind",
        choices=("agencies", "offices", "fields", "areas", "reasons", "code_lists", "everyday"),
    )
    lists.set_defaults(command=_lists)
    _add_keys(acts)
    catalogue_issuer.add_commands(acts)

    due = commands.add_parser("due", help="the lawful promise date, and why")
    due.add_argument("--received", required=True, metavar="ISO")
    due.add_argument("--duration", required=True, type=int, metavar="N")
    due.add_argument(
        "--unit", required=True, choices=("working_day", "working_hour", "calendar_day", "month")
    )
    due.add_argument("--cutoff", metavar="15:00")
    due.set_defaults(command=_due)


def _add_keys(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    keys = acts.add_parser("keys", help="whose packs this station takes").add_subparsers(
        metavar="ACT", required=True
    )
    keys.add_parser("list", help="the trusted keys").set_defaults(command=_keys)
    add = keys.add_parser("add", help="trust a key")
    add.add_argument("key", metavar="KEY", help="the public key, 64 hex digits")
    add.add_argument("--name", required=True, help="whose it is")
    add.set_defaults(command=_trust)
    remove = keys.add_parser("remove", help="trust a key no more")
    remove.add_argument("key", metavar="KEY", help="the key, or its beginning")
    remove.set_defaults(command=_distrust)


def _import(args: argparse.Namespace) -> None:
    from ui.offered_pack import read_offered

    offered = read_offered(args.file, args.signature)
    with sign_in(args) as desk:
        found = desk.catalogue.import_pack(offered, admit_because=args.admit_unsigned)
        _print_examined(found, desk.catalogue, args)


def _diff(args: argparse.Namespace) -> None:
    from ui.offered_pack import read_offered

    offered = read_offered(args.file, args.signature)
    with sign_in(args) as desk:
        _print_examined(desk.catalogue.examine(offered), desk.catalogue, args)


def _print_examined(
    found: "Examined", catalogue: "CatalogueDesk", args: argparse.Namespace
) -> None:
    pack = found.pack
    signer = next((s for s in catalogue.signers() if s.key == found.signed_by), None)
    result: dict[str, Any] = {
        "name": pack.name,
        "version": pack.version,
        "status": pack.status.value,
        "procedures": len(pack.procedures),
        "with_details": sum(procedure.has_details for procedure in pack.procedures),
        "signed": found.signed_by is not None,
        "signed_by": (signer.name or "province") if signer else None,
        "already_here": found.already_here,
        "holds_from": found.holds_from.isoformat(),
        "holds_to": pack.effective_to.isoformat() if pack.effective_to else None,
        "base": pack.base,
        "difference": {
            "added": [{"code": c, "name": n} for c, n in found.difference.added],
            "removed": [{"code": c, "name": n} for c, n in found.difference.removed],
            "changed": [
                {
                    "code": each.code,
                    "name": each.name,
                    "changes": [
                        {"aspect": change.aspect.value, "words": change.words(args.language)}
                        for change in each.changes
                    ],
                }
                for each in found.difference.changed
            ],
        },
    }
    lines = [f"{pack.label} ({pack.status.value})", *_said(found, result, args.language)]
    lines += _difference_lines(found.difference, args.language)
    print_result(result, as_json=args.json, text="\n".join(lines))


def _said(found: "Examined", result: dict[str, Any], language: str) -> list[str]:
    vi = language == "vi"
    if found.signed_by is None:
        lines = ["CHƯA KÝ SỐ" if vi else "UNSIGNED"]
    else:
        lines = [f"{'Ký số' if vi else 'Signed'}: {result['signed_by']}"]
    if found.already_here:
        lines.append("Đã có, không thay đổi gì" if vi else "Here already, nothing changes")
    words = "Hiệu lực từ {0} đến {1}" if vi else "Holds from {0} to {1}"
    lines.append(words.format(result["holds_from"], result["holds_to"] or "…"))
    return lines


def _difference_lines(found: "Difference", language: "Language") -> list[str]:
    vi = language == "vi"
    heads = ("Thêm", "Bỏ", "Đổi") if vi else ("Added", "Removed", "Changed")
    lines = [
        f"{heads[0]} {len(found.added)} · {heads[1]} {len(found.removed)}"
        f" · {heads[2]} {len(found.changed)}"
    ]
    lines += [f"+ {code}  {name}" for code, name in found.added]
    lines += [f"- {code}  {name}" for code, name in found.removed]
    for each in found.changed:
        lines.append(f"~ {each.code}  {each.name}")
        lines += [f"    {change.words(language)}" for change in each.changes]
    return lines


def _packs(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        packs = [
            {
                "name": pack.name,
                "version": pack.version,
                "status": pack.status.value,
                "signed": pack.signed_by is not None,
                "effective_from": pack.effective_from,
                "effective_to": pack.effective_to,
                "base": pack.base,
                "imported_at": pack.imported_at,
                "imported_by": pack.imported_by,
                "admission": pack.admission,
            }
            for pack in desk.catalogue.packs()
        ]
        print_result(packs, as_json=args.json)


def _keys(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(desk.catalogue.signers(), as_json=args.json)


def _trust(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(desk.catalogue.trust(args.key, args.name), as_json=args.json)


def _distrust(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(desk.catalogue.distrust(args.key), as_json=args.json)


def _search(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        found = desk.catalogue_index.search(args.text, limit=args.limit)
    hits = [
        {
            "code": hit.procedure.code,
            "name": hit.procedure.name,
            "field": hit.procedure.field,
            "agency": hit.procedure.agency,
            "has_details": hit.procedure.has_details,
            "local_until": hit.local_until,
        }
        for hit in found
    ]
    lines = [
        f"{hit.procedure.code}  {hit.procedure.name}  –  {hit.procedure.agency}"
        f"{_local_mark(hit.local_until, args.language)}"
        for hit in found
    ]
    print_result(hits, as_json=args.json, text="\n".join(lines) or "–")


def _local_mark(until: "date | None", language: str) -> str:
    if until is None:
        return ""
    words = "sửa tại chỗ đến" if language == "vi" else "local correction until"
    return f"  [{words} {numeric_date(until)}]"


def _show(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        procedure, label = desk.procedure(args.code)
        pack = desk.catalogue.pack(label)
        result = {
            **to_plain(procedure),
            "catalogue": label,
            "catalogue_status": pack.status.value if pack else None,
            "catalogue_signed": pack is not None and pack.signed_by is not None,
            "catalogue_until": pack.effective_to if pack else None,
        }
        print_result(result, as_json=args.json)


def _address(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        place = desk.place_now(args.text)
        result = {
            "named": None if place is None else place.named.name,
            "now": [] if place is None else [{"code": a.code, "name": a.name} for a in place.now],
            "moved": place is not None and place.has_moved,
            "address_now": None if place is None else place.text,
            "verified": place is not None and all(a.verified for a in (place.named, *place.now)),
        }
        print_result(result, as_json=args.json)


def _areas(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        found = [
            {
                "code": match.area.code,
                "name": match.area.name,
                "level": match.area.level.value,
                "path": list(match.path),
                "is_there": match.is_there,
                "to_on": match.area.to_on,
                "now": [{"code": area.code, "name": area.name} for area in match.now],
                "verified": match.area.verified and all(area.verified for area in match.now),
            }
            for match in desk.catalogue.areas(args.text, on=args.on, limit=args.limit)
        ]
        print_result(found, as_json=args.json)


def _lists(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(getattr(desk.catalogue.lists(), args.kind), as_json=args.json)


def _due(args: argparse.Namespace) -> None:
    from station.catalogue.calendars import built_in_calendar
    from station.domain.due_date import due_date_from_text

    due = due_date_from_text(
        args.received,
        duration=args.duration,
        unit=args.unit,
        cutoff=args.cutoff,
        calendar=built_in_calendar(),
    )
    result = {
        "due_at": due.due_at.isoformat(),
        "explanation": list(due.explanation_in(args.language)),
        "reason": due.reason_in(args.language),
        "warnings": list(due.warnings_in(args.language)),
    }
    print_result(result, as_json=args.json)
