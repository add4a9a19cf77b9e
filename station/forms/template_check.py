"""Whether each form of an office still says what its circular wants of it, before it is printed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from station.domain.dossier import DeliveryMethod
from station.errors import StationError
from station.forms.dossier_letters import DOSSIER_LETTERS
from station.forms.dossier_names import DOSSIER_FACTS, OFFICE_FACTS
from station.forms.form_sets import DELIVERY_FACTS, DeliveryWording, form_sets
from station.forms.letter_layouts import Form, Layout, PaperKind, PartKind, PartLayout, forms_of
from station.forms.templates import (
    BadTemplatesError,
    Change,
    Templates,
    cells_of,
    facts_in,
    texts_of,
)

OPTIONS = {PaperKind.SLIP: frozenset({"stage-two", "english"})}
"""What an office may want besides: the lines of a second stage, the main facts in English."""
_SLIP_FACTS = frozenset({"lookup_code", "counter"})
_MOST_PARTS, _MOST_COLUMNS, _LONGEST_PART = 100, 20, 4_000


class LackingFactsError(StationError):
    """A template leaves out what its form must say."""

    code = "PAP-012"

    def __init__(self, form: Form, procedure: str, facts: tuple[str, ...]) -> None:
        super().__init__(f"{form.kind} ({form.form_set}) lacks {', '.join(facts)}")
        self.form, self.procedure, self.facts = form, procedure, facts

    @property
    def details(self) -> dict[str, Any]:
        return _place(self.form, self.procedure) | {"facts": ", ".join(self.facts)}


class UnknownFactsError(StationError):
    """A template names what nobody can know on this paper."""

    code = "PAP-013"

    def __init__(self, form: Form, procedure: str, facts: tuple[str, ...]) -> None:
        super().__init__(f"{form.kind} ({form.form_set}) knows no {', '.join(facts)}")
        self.form, self.procedure, self.facts = form, procedure, facts

    @property
    def details(self) -> dict[str, Any]:
        known = ", ".join(sorted(_known(self.form)))
        return _place(self.form, self.procedure) | {"facts": ", ".join(self.facts), "known": known}


def _place(form: Form, procedure: str) -> dict[str, Any]:
    return {"form": form.kind.value, "form_set": form.form_set, "procedure": procedure or "*"}


def all_forms() -> tuple[Form, ...]:
    """Give every form of every generation, form 01 first."""
    found: dict[tuple[str, str], Form] = {}
    for form_set in form_sets():
        for form in (form_set.slip_form, *forms_of(form_set.key)):
            found.setdefault((form.kind.value, form.form_set), form)
    return tuple(sorted(found.values(), key=lambda form: form.kind is not PaperKind.SLIP))


def check_templates(templates: Templates) -> None:
    """Let templates pass with which every form of every procedure they name is whole.

    Raises:
        LackingFactsError, UnknownFactsError: the first form that is not, by name.
        BadTemplatesError: a change of no paper, too many parts, something that is no option.
    """
    forms = all_forms()
    papers = {form.kind.value for form in forms}
    for number, change in enumerate(templates.changes):
        _require_sense(change, f"changes[{number}]", papers)
    for form in forms:
        named = {
            procedure
            for change in templates.changes
            if change.paper == form.kind.value
            for procedure in change.procedures
        }
        for procedure in ("", *sorted(named)):
            _require_whole(templates, form, procedure)


def _require_sense(change: Change, place: str, papers: set[str]) -> None:
    if change.paper not in papers:
        raise BadTemplatesError(f"no paper {change.paper[:40]!r} - at `{place}`")
    kind = PaperKind(change.paper)
    if unknown := set(change.options) - OPTIONS.get(kind, frozenset()):
        raise BadTemplatesError(f"no option {sorted(unknown)} of {kind} - at `{place}`")
    if change.delivery and kind is not PaperKind.SLIP:
        raise BadTemplatesError(f"{kind} says nothing of the delivery - at `{place}`")
    parts = change.parts or ()
    too_long = any(len(text) > _LONGEST_PART for part in parts for text in (part.text, part.detail))
    many_columns = any(len(part.columns) > _MOST_COLUMNS for part in parts)
    if len(parts) > _MOST_PARTS or many_columns or too_long:
        raise BadTemplatesError(f"too many parts or columns, or too long - at `{place}`")
    if sum(part.kind is PartKind.GRID for part in parts) > 1:
        raise BadTemplatesError(f"more than one table - at `{place}`")
    if any(column.share <= 0 for part in parts for column in part.columns):
        raise BadTemplatesError(f"a column without a width - at `{place}`")


def _require_whole(templates: Templates, form: Form, procedure: str) -> None:
    ours = templates.of(form, procedure)
    if unknown := tuple(sorted(_unknown(ours.layout, form))):
        raise UnknownFactsError(form, procedure, unknown)
    said = _said(ours.layout, form.layout)
    lacking = [fact for fact in form.layout.required if fact not in said]
    if form.layout.signers and not ours.layout.signers:
        lacking.append("signers")
    if not "".join(ours.layout.title).strip():
        lacking.append("title")
    if lacking:
        raise LackingFactsError(form, procedure, tuple(lacking))
    if form.kind is PaperKind.SLIP:
        _require_delivery(templates, form, procedure)


def _require_delivery(templates: Templates, form: Form, procedure: str) -> None:
    built_in = next(one for one in form_sets() if one.key == form.form_set)
    for method in DeliveryMethod:
        wording = templates.delivery(form, method, built_in.delivery[method], procedure)
        if unknown := _delivery_facts(wording) - DELIVERY_FACTS:
            raise UnknownFactsError(form, procedure, tuple(sorted(unknown)))
        for name in ("heading", "receipt_heading", "place", "registered_at", "reminders", "bring"):
            if not getattr(wording, name):
                raise LackingFactsError(form, procedure, (f"delivery.{method}.{name}",))


def _delivery_facts(wording: DeliveryWording) -> frozenset[str]:
    texts = (
        wording.place,
        wording.registered_at,
        *wording.bring,
        *(plain for _, plain in wording.reminders),
        *wording.english,
    )
    return frozenset().union(*map(facts_in, texts))


def _known(form: Form) -> frozenset[str]:
    """Give the facts that may stand anywhere on a form."""
    layout = form.layout
    named = frozenset().union(*map(facts_in, texts_of(layout)))
    conditions = frozenset(p.when for p in layout.parts if p.when) - _rows_of(layout)
    ours = DOSSIER_FACTS if form.kind in (PaperKind.SLIP, *DOSSIER_LETTERS) else frozenset()
    slip = _SLIP_FACTS if form.kind is PaperKind.SLIP else frozenset()
    return named | conditions | OFFICE_FACTS | ours | slip


def _rows_of(layout: Layout) -> frozenset[str]:
    return frozenset(part.rows for part in layout.parts if part.rows)


def _known_in_rows(form: Form, rows: str) -> frozenset[str]:
    cells = (t for part in form.layout.parts if part.rows == rows for t in cells_of(part))
    of_dossiers = form.kind in (PaperKind.REGISTER, PaperKind.HAND_OVER)
    return (
        _known(form)
        | frozenset().union(*map(facts_in, cells))
        | (DOSSIER_FACTS if of_dossiers else frozenset())
    )


def _unknown(layout: Layout, built_in: Form) -> Iterator[str]:
    known, rows = _known(built_in), _rows_of(built_in.layout)
    for text in texts_of(layout):
        yield from facts_in(text) - known
    for part in layout.parts:
        if part.when and part.when not in known | rows:
            yield part.when
        if part.rows:
            if part.rows not in rows or _lacks_rows(part.kind):
                yield part.rows
            for text in cells_of(part):
                yield from facts_in(text) - _known_in_rows(built_in, part.rows)
        elif not _lacks_rows(part.kind):
            yield "rows"


def _lacks_rows(kind: PartKind) -> bool:
    """Tell whether a part of this kind has no rows."""
    return kind not in (PartKind.GRID, PartKind.TICKS, PartKind.TICKED)


def _said(layout: Layout, built_in: Layout) -> frozenset[str]:
    """Give the facts and rows that always stand on the paper, known or left to be written."""
    usual = {(fact, part.when) for part in built_in.parts for fact in _facts_of(part)}
    said = set().union(*map(facts_in, texts_of(replace(layout, parts=()))))
    for part in layout.parts:
        for fact in _facts_of(part):
            if not part.when or part.when == fact or (fact, part.when) in usual:
                said.add(fact)
    return frozenset(said)


def _facts_of(part: PartLayout) -> frozenset[str]:
    own = frozenset({part.rows}) if part.rows else facts_in(part.text)
    return own | frozenset().union(*map(facts_in, cells_of(part)))
