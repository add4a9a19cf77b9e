"""``station dossier supplement|bring|refuse|withdraw|correct|forward|arrive|return|lost-slip``."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.cli import drafts
from ui.cli.approvals import add_leaving, print_left
from ui.cli.described import read_described
from ui.cli.given_rows import named_rows, pairs_of, rows_of
from ui.cli.output import print_result
from ui.cli.signing_in import UsageError, second_person, sign_in

if TYPE_CHECKING:
    from station.domain.acts import DossierAct
    from station.domain.dossier import Dossier
    from ui.desks.desk import Desk

_COLLECTORS = ("owner", "submitter", "authorised", "post")
_SubParsers = argparse._SubParsersAction
Add = Callable[..., argparse.ArgumentParser]


def add_commands(acts: "_SubParsers[argparse.ArgumentParser]") -> None:
    """Add the acts of a dossier's life."""
    lodge = _act(acts, "lodge", _lodge, "give a code to what cannot be accepted", code=False)
    lodge.add_argument("file", metavar="FILE.json|-")
    lodge.add_argument("--then", choices=("supplement", "refuse"), required=True)
    lodge.add_argument("--reason", action="append", required=True, metavar="TEXT")
    lodge.add_argument("--wrong", nargs="+", default=[], metavar="ROW=WHAT")
    lodge.add_argument("--legal-basis", metavar="TEXT")
    lodge.add_argument(
        "--check-duplicates",
        action="store_true",
        help="refuse what the same person has open, unless the description says why",
    )
    guidance = _act(acts, "guide", drafts.guide, "tell what to bring; no dossier", code=False)
    guidance.add_argument("file", metavar="FILE.json|-")
    guidance.add_argument("--wrong", nargs="+", default=[], metavar="ROW=WHAT")
    guidance.add_argument("-o", "--output", type=Path, metavar="OUT.pdf")
    supplement = _act(acts, "supplement", _supplement, "ask for papers (form 02)")
    supplement.add_argument(
        "--missing", nargs="+", default=[], metavar="ROW[=WHAT]", help="default: all that miss"
    )
    supplement.add_argument("--reason", required=True, metavar="TEXT")
    supplement.add_argument("--legal-basis", metavar="TEXT")
    supplement.add_argument("--deadline", type=date.fromisoformat, metavar="D")
    supplement.add_argument(
        "--missed-before", metavar="TEXT", help="why the list before did not name these"
    )
    bring = _act(acts, "bring", _bring, "take in what was brought for a request")
    bring.add_argument("file", metavar="FILE.json|-")
    refuse = _act(acts, "refuse", _refuse, "refuse it with reasons (form 03)")
    refuse.add_argument("--reason", action="append", required=True, metavar="TEXT")
    refuse.add_argument("--legal-basis", metavar="TEXT")
    withdraw = _act(acts, "withdraw", _withdraw, "give it back to the applicant")
    withdraw.add_argument("--reason", required=True, metavar="TEXT")
    correct = _act(acts, "correct", _correct, "make its next version; the old slip is void")
    correct.add_argument("file", metavar="FILE.json|-")
    correct.add_argument("--reason", required=True, metavar="TEXT")
    add_leaving(correct)
    forward = _act(acts, "forward", _forward, "hand dossiers over on a sealed list", code=False)
    forward.add_argument("codes", nargs="+", metavar="CODE")
    forward.add_argument("--agency", metavar="NAME", help="default: the one that handles them")
    forward.add_argument("--left-behind", nargs="+", default=[], metavar="CODE=REASON")
    arrive = _act(acts, "arrive", _arrive, "the result came to the counter")
    arrive.add_argument("--shelf", metavar="S")
    arrive.add_argument("--result", nargs="+", default=[], metavar="NAME[=NUMBER]")
    give = _act(acts, "return", _return, "give the result to whom it belongs")
    give.add_argument("--collector", choices=_COLLECTORS, default="owner")
    give.add_argument("--name", metavar="NAME", help="default: as the file has it")
    give.add_argument("--id-number", "--id", dest="id_number", metavar="NUMBER")
    give.add_argument("--id-seen", action="store_true", help="the original lay before the officer")
    give.add_argument("--authorisation", metavar="TEXT", help="kind, number and date of the letter")
    give.add_argument("--tracking", metavar="NUMBER")
    give.add_argument("--note", metavar="TEXT")
    lost = _act(acts, "lost-slip", _lost_slip, "the applicant lost the slip: it is void")
    lost.add_argument("--by", default="", metavar="NAME")
    lost.add_argument("--note", metavar="TEXT")


def _act(
    acts: "_SubParsers[argparse.ArgumentParser]",
    name: str,
    command: Callable[[argparse.Namespace], None],
    meaning: str,
    *,
    code: bool = True,
) -> argparse.ArgumentParser:
    act = acts.add_parser(name, help=meaning)
    if code:
        act.add_argument("code", metavar="CODE")
    act.set_defaults(command=command)
    return act


def state_of(dossier: "Dossier") -> dict[str, Any]:
    """Give the new state, as every act answers."""
    from station.domain.acts import allowed_acts

    return {
        "dossier_code": dossier.code,
        "status": dossier.status.value,
        "national_status": dossier.status.national_code,
        "version": dossier.version,
        "due_at": dossier.due_at.isoformat() if dossier.due_at else None,
        "due_reason": dossier.due_reason,
        "allowed": [act.value for act in allowed_acts(dossier)],
    }


def _lodge(args: argparse.Namespace) -> None:
    from station.domain.acts import DossierAct
    from station.usecases.lodge_dossier import AskForPapers, TurnAway
    from station.usecases.reception_input import read_reception

    text, folder = read_described(args.file)
    given = read_reception(text)

    with sign_in(args) as desk:
        act = DossierAct.REFUSE if args.then == "refuse" else DossierAct.SUPPLEMENT
        reasons, basis = _stated(desk, act, args.reason, args.legal_basis)
        then = (
            TurnAway(reasons=reasons, legal_basis=basis)
            if args.then == "refuse"
            else AskForPapers(
                reason=" ".join(reasons), wrong=rows_of(args.wrong), legal_basis=basis
            )
        )
        lodged = desk.life_cycle.lodge(
            given, then, folder=folder, lock_duplicates=args.check_duplicates
        )
        _answer_with_people(lodged, args)


def _supplement(args: argparse.Namespace) -> None:
    from station.domain.acts import DossierAct

    with sign_in(args) as desk:
        (reason,), basis = _stated(desk, DossierAct.SUPPLEMENT, [args.reason], args.legal_basis)
        dossier = desk.life_cycle.supplement(
            args.code,
            named_rows(desk, args.code, args.missing),
            reason=reason,
            legal_basis=basis,
            deadline_on=args.deadline,
            missed_before=args.missed_before,
        )
        lacking = [
            {"index": item.index, "name": item.name, "what": item.what}
            for item in dossier.supplements[-1].items
        ]
        _answer(dossier, args, missing=lacking, request=len(dossier.supplements))


def _bring(args: argparse.Namespace) -> None:
    from station.usecases.reception_input import SupplementInput, read_input

    text, folder = read_described(args.file)
    brought = read_input(text, SupplementInput)
    with sign_in(args) as desk:
        dossier = desk.life_cycle.bring(args.code, brought, folder=folder)
        request = dossier.supplements[-1]
        before = request.due_before
        _answer(
            dossier,
            args,
            missing=[{"index": i.index, "name": i.name} for i in request.still_lacking],
            request=request.number,
            due_before=before.isoformat() if before else None,
        )


def _refuse(args: argparse.Namespace) -> None:
    from station.domain.acts import DossierAct

    with sign_in(args) as desk:
        reasons, basis = _stated(desk, DossierAct.REFUSE, args.reason, args.legal_basis)
        _answer(desk.life_cycle.refuse(args.code, reasons, legal_basis=basis), args)


def _withdraw(args: argparse.Namespace) -> None:
    from station.domain.acts import DossierAct

    with sign_in(args) as desk:
        (reason,), _ = _stated(desk, DossierAct.WITHDRAW, [args.reason], None)
        dossier = desk.life_cycle.withdraw(args.code, reason)
        back = dossier.withdrawal.originals_returned if dossier.withdrawal else ()
        _answer(dossier, args, originals=[{"name": o.name, "count": o.count} for o in back])


def _correct(args: argparse.Namespace) -> None:
    from station.usecases.correct_dossier import CorrectDossier
    from station.usecases.reception_input import CorrectionInput, read_input

    text, _ = read_described(args.file)
    changes = read_input(text, CorrectionInput)
    second = second_person(args.approved_by)
    with sign_in(args) as desk:
        if args.leave:
            left = CorrectDossier(changes=changes, reason=args.reason)
            desk.approvals.ask_to_correct(args.code, left)
            print_left(args, args.code)
            return
        approval = desk.life_cycle.approval(second) if second else None
        command = CorrectDossier(changes=changes, reason=args.reason, approval=approval)
        dossier = desk.life_cycle.correct(args.code, command)
        _answer_with_people(dossier, args, changed=list(dossier.corrections[-1].changed))


def _forward(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        sealed = desk.life_cycle.forward(
            args.codes, agency=args.agency, left_behind=pairs_of(args.left_behind)
        )
        result = {
            "list_number": sealed.sealed.list_number,
            "agency": sealed.sealed.agency,
            "list_hash": sealed.sealed.list_hash,
            "dossiers": [state_of(dossier) for dossier in sealed.dossiers],
        }
        if len(sealed.dossiers) == 1:
            result = state_of(sealed.dossiers[0]) | result
        print_result(result, as_json=args.json)


def _arrive(args: argparse.Namespace) -> None:
    from station.domain.processing import ResultPaper
    from station.usecases.return_result import TakeResultIn

    results = tuple(
        ResultPaper(name=name, number=number or None) for name, number in pairs_of(args.result)
    )
    with sign_in(args) as desk:
        dossier = desk.life_cycle.arrive(args.code, TakeResultIn(shelf=args.shelf, results=results))
        _answer(dossier, args, shelf=dossier.shelf)


def _return(args: argparse.Namespace) -> None:
    from station.domain.processing import Collector, CollectorKind
    from station.usecases.return_result import ReturnResult

    kind = CollectorKind(args.collector)
    with sign_in(args) as desk:
        dossier = desk.dossier(args.code)
        party = dossier.owning_party if kind is CollectorKind.OWNER else dossier.submitter
        if kind is CollectorKind.AUTHORISED and not args.name:
            raise UsageError("name who collects: --name NAME")
        collector = Collector(
            kind=kind,
            full_name=args.name or party.person.full_name,
            id_number=args.id_number,
            authorisation=args.authorisation,
            tracking_number=args.tracking,
            id_seen=args.id_seen,
        )
        given = desk.life_cycle.give(args.code, ReturnResult(collector=collector, note=args.note))
        back = given.returned.originals_returned if given.returned else ()
        owed = given.owed_vnd + given.awaited_vnd
        _answer(
            given,
            args,
            originals=[{"name": o.name, "count": o.count} for o in back],
            owed_vnd=max(0, owed),
        )


def _lost_slip(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _answer(desk.life_cycle.lost_slip(args.code, declared_by=args.by, note=args.note), args)


def _answer_with_people(dossier: "Dossier", args: argparse.Namespace, **more: object) -> None:
    from ui.cli.people import people_doubts

    _answer(
        dossier,
        args,
        **more,
        doubts=people_doubts(dossier, args.language),
    )


def _answer(dossier: "Dossier", args: argparse.Namespace, **more: object) -> None:
    print_result(state_of(dossier) | more, as_json=args.json)


def _stated(
    desk: "Desk", act: "DossierAct", texts: Sequence[str], legal_basis: str | None
) -> tuple[tuple[str, ...], str | None]:
    """Take reasons as they are written; ``@KEY`` is the catalogue's, with its legal basis."""
    kept = [desk.catalogue.reason(act, text[1:]) if text[:1] == "@" else None for text in texts]
    bases = [reason.legal_basis for reason in kept if reason and reason.legal_basis]
    said = tuple(reason.text if reason else text for reason, text in zip(kept, texts, strict=True))
    return said, legal_basis or "; ".join(dict.fromkeys(bases)) or None
