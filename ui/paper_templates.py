"""The templates of a home: read at sign-in, put in force by an administrator, seen beforehand."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from station.codec import to_plain
from station.errors import ProblemError
from station.forms.form_sets import form_set_named, form_set_on
from station.forms.letter_layouts import Form, NoSuchFormError, PaperKind
from station.forms.office import OfficeHeader, office_on
from station.forms.template_check import all_forms, check_templates
from station.forms.template_preview import emptiest_case, worst_case, worst_slip
from station.forms.templates import (
    ANY,
    BUILT_IN,
    CHANGEABLE,
    LARGEST_FILE,
    Templates,
    read_templates,
)
from station.ports.officers import Officer
from station.ports.papers import Papers, SlipPaper
from station.usecases.permissions import Act, require
from ui.settings import FILE as SETTINGS
from ui.settings import read_settings, settings_text

FILE = "papers.json"
_LOGO_PIXELS = 240
"""Enough for 10 mm at 600 dpi."""
_LOGO_BYTES = 24_000
_LARGEST_PICTURE = 20_000_000


class BadLogoError(ProblemError):
    """The picture cannot stand at the head of papers."""

    code = "PAP-016"


def office_templates(home: Path) -> Templates:
    """Give the templates in force; a home without any uses the built-in forms.

    Raises:
        StationError: somebody changed the file by hand, and a form is not whole any more.
    """
    try:
        with (home / FILE).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return BUILT_IN
    return checked(content)


def checked(content: bytes) -> Templates:
    """Read templates, and see to it that every form is whole.

    Raises:
        StationError: why not, by name.
    """
    templates = read_templates(content)
    check_templates(templates)
    return templates


def put_in_force(home: Path, content: bytes, *, officer: Officer) -> Templates:
    """Use these templates from the next sign-in on.

    Raises:
        NotAllowedError: the officer may not.
        StationError: a form would not be whole; those in force stay.
    """
    require(officer, Act.CHANGE_PAPERS)
    templates = checked(content)
    _write(home / FILE, content)
    return templates


def take_out_of_force(home: Path, *, officer: Officer) -> None:
    """Use the built-in forms again.

    Raises:
        NotAllowedError: the officer may not.
    """
    require(officer, Act.CHANGE_PAPERS)
    (home / FILE).unlink(missing_ok=True)


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


def forms_on(day: date) -> tuple[str, ...]:
    """Name the forms of a day, form 01 first."""
    now = form_set_on(day).key
    return tuple(form.kind.value for form in all_forms() if form.form_set in (now, ANY))


def preview_in_force(home: Path, papers: Papers, paper: str, day: date) -> bytes:
    """Draw a form as a home has it on a day, with everything at its longest.

    Raises:
        StationError: what is wrong with the templates of the home, by name.
    """
    templates = office_templates(home)
    form = form_in_force(templates, paper, form_set_on(day).key, "")
    return preview(papers, templates, form, office_on(read_settings(home).offices, day))


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


def keep_logo(home: Path, picture: bytes | None, *, officer: Officer) -> int:
    """Put a picture at the head of the papers of the newest office, or take it away.

    Returns:
        Its size in bytes, as it goes into every paper.

    Raises:
        NotAllowedError: the officer may not.
        BadLogoError: it is no picture, or has too many colours to be small.
        BadSettingsError: the settings cannot be read.
    """
    require(officer, Act.CHANGE_PAPERS)
    png = b"" if picture is None else _small(picture)
    settings = read_settings(home)
    newest = max(settings.offices, key=lambda office: office.valid_from)
    offices = tuple(
        replace(office, logo=png) if office is newest else office for office in settings.offices
    )
    _write(home / SETTINGS, settings_text(replace(settings, offices=offices)).encode())
    return len(png)


def _small(picture: bytes) -> bytes:
    from PIL import Image, UnidentifiedImageError

    if len(picture) > _LARGEST_PICTURE:
        raise BadLogoError("too large")
    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG", "BMP", "GIF")) as opened:
            opened.draft("RGB", (_LOGO_PIXELS, _LOGO_PIXELS))
            seen = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise BadLogoError(type(error).__name__) from None
    seen.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
    paper = Image.new("RGBA", seen.size, "white")
    flat = Image.alpha_composite(paper, seen).convert("RGB").quantize(64)
    png = BytesIO()
    flat.save(png, "PNG", optimize=True)
    if len(png.getvalue()) > _LOGO_BYTES:
        raise BadLogoError(f"{len(png.getvalue())} bytes when small, more than {_LOGO_BYTES}")
    return png.getvalue()


def _write(path: Path, content: bytes) -> None:
    new = path.with_suffix(".new")
    new.write_bytes(content)
    new.replace(path)
