"""The forms of an office as an administrator sees and changes them. Every call waits for the disk.

Free of Qt. What is opened is a candidate: nothing is printed by it before it was put in force.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from station.forms.form_sets import form_set_on
from station.forms.letter_layouts import Form
from station.forms.office import OfficeHeader, office_on
from station.forms.template_check import all_forms
from station.forms.template_preview import facts_of
from station.forms.templates import ANY, BUILT_IN, CHANGEABLE, LARGEST_FILE, SCHEMA, Templates
from station.ports.documents import CannotUseFileError
from station.ports.officers import Officer
from station.ports.papers import Papers
from station.usecases.permissions import Act, may
from ui.office_head import LARGEST_PICTURE, keep_head, keep_logo
from ui.paper_templates import (
    InForce,
    Write,
    checked,
    described,
    form_in_force,
    in_force,
    preview,
    put_in_force,
    take_out_of_force,
)
from ui.settings import read_settings

OPTIONS: Final = "options"
DELIVERY: Final = "delivery"


@dataclass(frozen=True, slots=True, order=True)
class FormKey:
    """A form, for one procedure or ("") for all."""

    paper: str
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What templates change of a form: parts of its layout, facts that come and facts that go."""

    parts: tuple[str, ...] = ()
    """Names of ``CHANGEABLE``, ``OPTIONS`` or ``DELIVERY``."""
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts or self.added or self.left_out)


@dataclass(frozen=True, slots=True)
class FormState:
    """One form: what is in force beside the built-in one, and what the candidate would change."""

    key: FormKey
    in_force: Difference
    changed: Difference


@dataclass(frozen=True, slots=True)
class PapersState:
    """All forms of a day, and what stands at the head of papers."""

    forms: tuple[FormState, ...]
    in_force: InForce
    head: tuple[str, ...]
    logo: bytes


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file of templates with which every form is whole; it is not in force."""

    name: str
    content: bytes
    templates: Templates


class TemplatesDesk:
    """What one signed-in officer can do with the forms of a home."""

    def __init__(
        self, home: Path, papers: Papers, *, officer: Officer, today: date, write: Write
    ) -> None:
        """
        Args:
            write: puts a file in place, whole after a power cut.
        """
        self._home, self._papers, self._officer = home, papers, officer
        self._form_set, self._today, self._write = form_set_on(today).key, today, write

    @property
    def may_change(self) -> bool:
        """Tell whether this officer may change papers."""
        return may(self._officer, Act.CHANGE_PAPERS)

    def state(self, candidate: Candidate | None) -> PapersState:
        """Give every form of today, and those for single procedures."""
        found, office = in_force(self._home), self._office()
        now = found.templates
        then = candidate.templates if candidate else now
        forms = [
            FormState(
                FormKey(form.kind.value, procedure),
                _difference(BUILT_IN, now, form, procedure),
                _difference(now, then, form, procedure),
            )
            for form in self._forms()
            for procedure in ("", *sorted(_procedures(form, now, then)))
        ]
        return PapersState(tuple(forms), found, office.head, office.logo)

    def open(self, file: Path) -> Candidate:
        """Read a file, and see to it that every form is whole with it.

        Raises:
            StationError: what is wrong with it, by name.
        """
        content = _read(file, LARGEST_FILE)
        return Candidate(file.name, content, checked(content))

    def preview(self, key: FormKey, candidate: Candidate | None) -> bytes:
        """Draw a form with the worst that is believable, as it is or would be."""
        templates = candidate.templates if candidate else in_force(self._home).templates
        form = form_in_force(templates, key.paper, self._form_set, key.procedure)
        return preview(self._papers, templates, form, self._office(), procedure=key.procedure)

    def put_in_force(self, candidate: Candidate) -> None:
        """Print by a candidate from the next sign-in on.

        Raises:
            StationError: the officer may not, or it could not be kept.
        """
        put_in_force(self._home, candidate.content, officer=self._officer, write=self._write)

    def reset(self) -> None:
        """Use the built-in forms again.

        Raises:
            NotAllowedError: the officer may not.
        """
        take_out_of_force(self._home, officer=self._officer)

    def keep_logo(self, picture: Path | None) -> None:
        """Put a picture at the head of papers, or take it away.

        Raises:
            StationError: the officer may not, or the picture will not do.
        """
        content = _read(picture, LARGEST_PICTURE) if picture else None
        keep_logo(self._home, content, officer=self._officer, write=self._write)

    def keep_head(self, lines: tuple[str, ...]) -> None:
        """Put lines at the head of papers; none: the two agencies of the settings.

        Raises:
            StationError: the officer may not, or there are too many.
        """
        keep_head(self._home, lines, officer=self._officer, write=self._write)

    def to_begin_from(self, key: FormKey) -> bytes:
        """Give a file to edit: what is in force, and this form in whole if it is not in it."""
        found = in_force(self._home)
        plain: dict[str, Any] = json.loads(found.content) if found.content else {"schema": SCHEMA}
        changes = plain.setdefault("changes", [])
        named = {(one.get("paper"), *one.get("procedures", ())) for one in changes}
        if (key.paper, *filter(None, [key.procedure])) not in named:
            form = form_in_force(found.templates, key.paper, self._form_set, key.procedure)
            changes.append(described(form))
        return json.dumps(plain, ensure_ascii=False, indent=2).encode() + b"\n"

    def _forms(self) -> list[Form]:
        """Give the forms of today, those with a number first."""
        ours = [form for form in all_forms() if form.form_set in (self._form_set, ANY)]
        return sorted(ours, key=lambda form: form.number or "~")

    def _office(self) -> OfficeHeader:
        return office_on(read_settings(self._home).offices, self._today)


def _read(file: Path, largest: int) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(largest + 1)
    except OSError as error:
        raise CannotUseFileError(error.strerror or "unreadable") from error


def _procedures(form: Form, *templates: Templates) -> set[str]:
    return {
        procedure
        for one in templates
        for change in one.changes
        if change.paper == form.kind.value and change.form_set in (ANY, form.form_set)
        for procedure in change.procedures
    }


def _difference(before: Templates, after: Templates, built_in: Form, procedure: str) -> Difference:
    old, new = before.of(built_in, procedure), after.of(built_in, procedure)
    return Difference(
        parts=tuple(_changed(before, after, old, new, procedure)),
        added=tuple(sorted(facts_of(new) - facts_of(old))),
        left_out=tuple(sorted(facts_of(old) - facts_of(new))),
    )


def _changed(
    before: Templates, after: Templates, old: Form, new: Form, procedure: str
) -> Iterator[str]:
    for name in CHANGEABLE:
        if getattr(old.layout, name) != getattr(new.layout, name):
            yield name
    if old.options != new.options:
        yield OPTIONS
    if _deliveries(before, old, procedure) != _deliveries(after, new, procedure):
        yield DELIVERY


def _deliveries(templates: Templates, form: Form, procedure: str) -> list[object]:
    return [
        change.delivery
        for change in templates.changes
        if change.delivery and change.holds_for(form, procedure)
    ]
