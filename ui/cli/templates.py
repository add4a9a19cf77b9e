"""``station templates``: how the papers of this office differ from the built-in ones."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ui.cli.output import print_result
from ui.cli.signing_in import home_of, sign_in

if TYPE_CHECKING:
    from station.forms.templates import Templates

_FORM_SET = "tt-03-2025"


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``templates`` and its acts."""
    templates = commands.add_parser("templates", help="words and looks of this office's papers")
    acts = templates.add_subparsers(metavar="ACT", required=True)
    show = acts.add_parser("show", help="a form as it is in force, to begin a change from")
    _add_form(show)
    show.set_defaults(command=_show)
    state = acts.add_parser("state", help="which templates are printed by, and what is wrong")
    state.set_defaults(command=_state)
    check = acts.add_parser("check", help="is every form whole with this file; nothing changes")
    check.add_argument("file", type=Path, metavar="PAPERS.json")
    check.set_defaults(command=_check)
    use = acts.add_parser("use", help="put this file in force from the next sign-in on")
    use.add_argument("file", type=Path, metavar="PAPERS.json")
    use.set_defaults(command=_use)
    reset = acts.add_parser("reset", help="use the built-in forms again")
    reset.set_defaults(command=_reset)
    preview = acts.add_parser("preview", help="draw a form with everything at its longest, as PDF")
    _add_form(preview)
    preview.add_argument("--file", type=Path, metavar="PAPERS.json", help="not yet in force")
    preview.add_argument("--empty", action="store_true", help="with nothing known instead")
    preview.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    preview.set_defaults(command=_preview)
    logo = acts.add_parser(
        "logo", help="put a picture at the head of papers; without one take it away"
    )
    logo.add_argument("picture", nargs="?", type=Path, metavar="PICTURE")
    logo.set_defaults(command=_logo)


def _add_form(act: argparse.ArgumentParser) -> None:
    act.add_argument("paper", metavar="PAPER", help="01, supplement, refusal, guidance, …")
    act.add_argument("--form-set", default=_FORM_SET, metavar="SET")
    act.add_argument("--procedure", default="", metavar="CODE")


def _show(args: argparse.Namespace) -> None:
    from ui.paper_templates import described, form_in_force, in_force

    templates = in_force(home_of(args)).templates
    form = form_in_force(templates, args.paper, args.form_set, args.procedure)
    print_result(described(form), as_json=True)


def _state(args: argparse.Namespace) -> None:
    from ui.messages import sentence
    from ui.paper_templates import in_force

    found = in_force(home_of(args))
    result = {"in_force": found.origin.value, "changes": len(found.templates.changes)}
    if found.problem is not None:
        result |= {"problem": found.problem.code, "words": sentence(found.problem)}
    print_result(result, as_json=args.json)


def _check(args: argparse.Namespace) -> None:
    _tell(_read(args.file), args)


def _use(args: argparse.Namespace) -> None:
    from ui.composition import write_file
    from ui.paper_templates import put_in_force

    with sign_in(args) as desk:
        content = args.file.read_bytes()
        home, officer = home_of(args), desk.officer
        _tell(put_in_force(home, content, officer=officer, write=write_file), args)


def _reset(args: argparse.Namespace) -> None:
    from ui.paper_templates import take_out_of_force

    with sign_in(args) as desk:
        take_out_of_force(home_of(args), officer=desk.officer)
        print_result({"changes": 0}, as_json=args.json)


def _preview(args: argparse.Namespace) -> None:
    from station.forms.office import office_on
    from ui.composition import make_papers, now
    from ui.paper_templates import form_in_force, in_force, preview
    from ui.settings import read_settings

    home = home_of(args)
    templates = _read(args.file) if args.file else in_force(home).templates
    pdf = preview(
        make_papers(),
        templates,
        form_in_force(templates, args.paper, args.form_set, args.procedure),
        office_on(read_settings(home).offices, now().date()),
        procedure=args.procedure,
        empty=args.empty,
    )
    args.output.write_bytes(pdf)
    print_result({"output": str(args.output), "bytes": len(pdf)}, as_json=args.json)


def _logo(args: argparse.Namespace) -> None:
    from ui.composition import write_file
    from ui.office_head import keep_logo

    with sign_in(args) as desk:
        picture = args.picture.read_bytes() if args.picture else None
        kept = keep_logo(home_of(args), picture, officer=desk.officer, write=write_file)
        print_result({"bytes": kept}, as_json=args.json)


def _read(file: Path) -> "Templates":
    from ui.paper_templates import checked

    return checked(file.read_bytes())


def _tell(templates: "Templates", args: argparse.Namespace) -> None:
    papers = sorted({change.paper for change in templates.changes})
    result = {"changes": len(templates.changes), "papers": papers}
    print_result(result, as_json=args.json)
