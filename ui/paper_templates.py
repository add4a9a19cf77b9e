"""The templates of a home: read at sign-in, put in force by an administrator, seen beforehand."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from station.codec import to_plain
from station.errors import StationError
from station.forms.form_sets import form_set_named
from station.forms.letter_layouts import Form, NoSuchFormError, PaperKind
from station.forms.office import OfficeHeader
from station.forms.template_check import all_forms, check_templates
from station.forms.template_preview import emptiest_case, worst_case, worst_slip
from station.forms.templates import (
    ANY,
    BUILT_IN,
    CHANGEABLE,
    LARGEST_FILE,
    BadTemplatesError,
    Templates,
    read_templates,
)
from station.ports.officers import Officer
from station.ports.papers import Papers, SlipPaper
from station.usecases.permissions import Act, require

FILE = "papers.json"
LAST_GOOD = "papers.good.json"
"""What was put in force last: a file that somebody broke by hand does not stop a counter."""


Write = Callable[[Path, bytes], object]


class Origin(StrEnum):
    """Where the forms in force come from."""

    BUILT_IN = "built_in"
    OFFICE = "office"
    LAST_GOOD = "last_good"


@dataclass(frozen=True, slots=True)
class InForce:
    """The templates that are printed by.

    ``problem`` says what is wrong with the office's own file, where another one is used instead.
    """

    templates: Templates
    origin: Origin
    problem: StationError | None = None
    content: bytes = b""
    """As the office wrote them."""


def in_force(home: Path) -> InForce:
    """Give the templates that are printed by; a home without any uses the built-in forms.

    Where the office's file is broken, those of the time before hold, or the built-in ones.
    """
    try:
        own = _read(home / FILE)
    except StationError as problem:
        try:
            before = _read(home / LAST_GOOD)
        except StationError:
            before = None
        if before is None:
            return InForce(BUILT_IN, Origin.BUILT_IN, problem)
        return InForce(before[0], Origin.LAST_GOOD, problem, before[1])
    if own is None:
        return InForce(BUILT_IN, Origin.BUILT_IN)
    return InForce(own[0], Origin.OFFICE, content=own[1])


def _read(file: Path) -> tuple[Templates, bytes] | None:
    """Read and check a file of templates; None: there is none."""
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadTemplatesError(error.strerror or "unreadable") from error
    return checked(content), content


def checked(content: bytes) -> Templates:
    """Read templates, and see to it that every form is whole.

    Raises:
        StationError: why not, by name.
    """
    templates = read_templates(content)
    check_templates(templates)
    return templates


def put_in_force(home: Path, content: bytes, *, officer: Officer, write: Write) -> Templates:
    """Use these templates from the next sign-in on.

    Args:
        write: puts a file in place, whole after a power cut.

    Raises:
        NotAllowedError: the officer may not.
        StationError: a form would not be whole; those in force stay.
    """
    require(officer, Act.CHANGE_PAPERS)
    templates = checked(content)
    for name in (LAST_GOOD, FILE):
        write(home / name, content)
    return templates


def take_out_of_force(home: Path, *, officer: Officer) -> None:
    """Use the built-in forms again.

    Raises:
        NotAllowedError: the officer may not.
    """
    require(officer, Act.CHANGE_PAPERS)
    for name in (FILE, LAST_GOOD):
        (home / name).unlink(missing_ok=True)


def form_in_force(templates: Templates, paper: str, form_set: str, procedure: str) -> Form:
    """Give a form as this office has it.

    Raises:
        NoSuchFormError: there is no such paper in that set.
    """
    forms = [form for form in all_forms() if form.form_set in (form_set, ANY)]
    for form in forms:
        if form.kind.value == paper:
            return templates.of(form, procedure)
    raise NoSuchFormError(paper, form_set, [form.kind.value for form in forms])


def described(form: Form) -> dict[str, Any]:
    """Give a form in the words of a change, to begin one from."""
    layout = to_plain(form.layout)
    said = {name: layout[name] for name in CHANGEABLE if layout[name] not in (None, [], "")}
    plain: dict[str, Any] = {"paper": form.kind.value, "form_set": form.form_set, **said}
    if form.kind is PaperKind.SLIP:
        plain["delivery"] = to_plain(form_set_named(form.form_set).delivery)
    return plain


def preview(
    papers: Papers,
    templates: Templates,
    form: Form,
    office: OfficeHeader,
    *,
    procedure: str = "",
    empty: bool = False,
) -> bytes:
    """Draw a form as it is in force, with everything at its longest, or with nothing known."""
    if form.kind is PaperKind.SLIP and not empty:
        return papers.slip_pdf(worst_slip(form, office, templates, procedure), SlipPaper.A5)
    return papers.letter_pdf((emptiest_case if empty else worst_case)(form, office))
