"""How the papers of one office differ from the built-in ones: data of its administrator.

A change names a paper and what of its layout is different; what it does not name stays. It holds
for every procedure, or for those it names; later changes go over earlier ones, and those for a
procedure over those for all. ``texts`` are sentences of the office that changes may use by name,
and that may use one another.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from string import Formatter
from typing import Any

import msgspec

from station.codec import from_plain, to_plain
from station.domain.dossier import DeliveryMethod
from station.errors import ProblemError, StationError
from station.forms.form_sets import DeliveryWording
from station.forms.letter import Sheet
from station.forms.letter_layouts import (
    ColumnLayout,
    Form,
    Layout,
    PartKind,
    PartLayout,
    QrLayout,
    SignerLayout,
)

SCHEMA = "tram-mot-cua-papers/1"
LARGEST_FILE = 500_000
ANY = "*"
_LONGEST_TEXT = 4_000
_MOST_CHANGES = 200
_BESIDE = "\t"


class BadTemplatesError(ProblemError):
    """The templates of this office are not in the form that the program reads."""

    code = "PAP-015"


class TextsInACircleError(StationError):
    """Texts of the templates name one another without an end."""

    code = "PAP-014"

    def __init__(self, circle: tuple[str, ...]) -> None:
        super().__init__(" → ".join(circle))
        self.circle = " → ".join(circle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What of one paper is different; see ``station.forms.letter_layouts.Layout``."""

    paper: str
    """Its kind, ``01`` for the appointment slip."""
    procedures: tuple[str, ...] = ()
    """Codes; none: all procedures."""
    form_set: str = ANY
    sheet: Sheet | None = None
    title: tuple[str, ...] | None = None
    subtitle: str | None = None
    reference: str | None = None
    parts: tuple[PartLayout, ...] | None = None
    signers: tuple[SignerLayout, ...] | None = None
    recipients: tuple[str, ...] | None = None
    qr: QrLayout | None = None
    note: QrLayout | None = None
    copies: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()
    """Facts that are left out, with their labels and columns."""
    options: tuple[str, ...] = ()
    """What is wanted besides; see ``station.forms.template_check.OPTIONS``."""
    delivery: dict[DeliveryMethod, DeliveryWording] = field(default_factory=dict)
    """What form 01 says by way of delivery, around its statutory text."""

    def holds_for(self, form: Form, procedure: str) -> bool:
        """Tell whether a form of a procedure is changed by this; "" is none of them."""
        return (
            self.paper == form.kind.value
            and self.form_set in (ANY, form.form_set)
            and (not self.procedures or procedure in self.procedures)
        )


CHANGEABLE = (
    "sheet",
    "title",
    "subtitle",
    "reference",
    "parts",
    "signers",
    "recipients",
    "qr",
    "note",
    "copies",
)
"""The names that a change and a layout share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """The changes of one office, with its texts filled in."""

    schema: str = SCHEMA
    texts: dict[str, str] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    def of(self, form: Form, procedure: str = "") -> Form:
        """Give a form as this office has it."""
        for change in self._changes(form, procedure):
            said = {name: getattr(change, name) for name in CHANGEABLE}
            layout = replace(form.layout, **{k: v for k, v in said.items() if v is not None})
            if change.without:
                layout = _without(layout, frozenset(change.without))
            form = replace(form, layout=layout, options=form.options | set(change.options))
        return form

    def delivery(
        self, form: Form, method: DeliveryMethod, built_in: DeliveryWording, procedure: str = ""
    ) -> DeliveryWording:
        """Give what form 01 says around its statutory text for one way of delivery."""
        wording = built_in
        for change in self._changes(form, procedure):
            wording = change.delivery.get(method, wording)
        return wording

    def _changes(self, form: Form, procedure: str) -> Iterator[Change]:
        ours = [one for one in self.changes if one.holds_for(form, procedure)]
        yield from (one for one in ours if not one.procedures)
        yield from (one for one in ours if one.procedures)


BUILT_IN = Templates()


def _without(layout: Layout, left_out: frozenset[str]) -> Layout:
    """Leave out what names one of the facts: a group of a line, a column, or a whole part."""
    parts = []
    for part in layout.parts:
        if part.kind is PartKind.FIELDS:
            kept = [t for t in part.text.split(_BESIDE) if not left_out & facts_in(t)]
            if kept:
                parts.append(replace(part, text=_BESIDE.join(kept)))
        elif part.kind is PartKind.GRID and part.rows not in left_out:
            columns = tuple(c for c in part.columns if not left_out & facts_in(c.cell))
            parts.append(replace(part, columns=columns))
        elif part.rows not in left_out and not left_out & facts_in(part.text):
            parts.append(part)
    return replace(layout, parts=tuple(parts))


def facts_in(text: str) -> frozenset[str]:
    """Give the facts that a text names.

    Raises:
        BadTemplatesError: a brace without its other half, or more in braces than the name of a fact
            with ``:-``.
    """
    return frozenset(name for _, name, _ in _pieces(text) if name is not None)


def _pieces(text: str) -> list[tuple[str, str | None, str]]:
    """Part a text into literals, each with the fact behind it and its ``-``."""
    try:
        found = list(Formatter().parse(text))
    except ValueError as error:
        raise BadTemplatesError(f"{text[:60]!r}: {error}") from None
    pieces = []
    for literal, name, spec, conversion in found:
        if name is not None and (not name.isidentifier() or spec not in ("", "-") or conversion):
            raise BadTemplatesError(f"{text[:60]!r}: {{{name[:40]}}} is no fact")
        pieces.append((literal, name, spec or ""))
    return pieces


def read_templates(content: bytes) -> Templates:
    """Read the templates of an office; whether each form is whole, ``check_templates`` tells.

    Raises:
        BadTemplatesError: too large, no JSON, an unknown name, a value of another type.
        TextsInACircleError: texts that name one another without an end.
    """
    if len(content) > LARGEST_FILE:
        raise BadTemplatesError(f"larger than {LARGEST_FILE} bytes")
    try:
        plain = json.loads(content)
        if not isinstance(plain, dict):
            raise BadTemplatesError("no object")
        texts = from_plain(plain.get("texts", {}), dict[str, str])
        whole = {name: _told(name, texts, (), {}) for name in texts}
        changes = [_filled(one, whole) for one in plain.get("changes", ())]
        found = from_plain(plain | {"texts": whole, "changes": changes}, Templates)
    except (ValueError, RecursionError, msgspec.ValidationError, TypeError) as error:
        raise BadTemplatesError(str(error)[:200] or type(error).__name__) from None
    _require_known(plain, to_plain(found), "$")
    if found.schema != SCHEMA:
        raise BadTemplatesError(f"schema {found.schema[:40]!r} instead of {SCHEMA!r}")
    if len(found.changes) > _MOST_CHANGES:
        raise BadTemplatesError(f"more than {_MOST_CHANGES} changes")
    return found


def _told(
    name: str, texts: Mapping[str, str], within: tuple[str, ...], done: dict[str, str]
) -> str:
    """Give a text with the texts it names in their places."""
    if name in within:
        raise TextsInACircleError((*within[within.index(name) :], name))
    if name not in done:
        inner = {
            other: _told(other, texts, (*within, name), done)
            for other in sorted(facts_in(texts[name]) & texts.keys())
        }
        done[name] = _put_in(texts[name], inner)
    return done[name]


def _put_in(text: str, texts: Mapping[str, str]) -> str:
    said = []
    length = 0
    for literal, name, spec in _pieces(text):
        said.append(literal.replace("{", "{{").replace("}", "}}"))
        if name is not None:
            said.append(texts.get(name, f"{{{name}:{spec}}}" if spec else f"{{{name}}}"))
        length += sum(map(len, said[-2:]))
        if length > _LONGEST_TEXT:
            raise BadTemplatesError(f"{text[:60]!r}: longer than {_LONGEST_TEXT} characters")
    return "".join(said)


def _filled(plain: Any, texts: Mapping[str, str]) -> Any:  # noqa: ANN401 - plain JSON
    """Put the office's texts into every text of a change."""
    if isinstance(plain, str):
        return _put_in(plain, texts)
    if isinstance(plain, list):
        return [_filled(one, texts) for one in plain]
    if isinstance(plain, dict):
        return {name: _filled(one, texts) for name, one in plain.items()}
    return plain


def _require_known(plain: Any, known: Any, place: str) -> None:  # noqa: ANN401 - plain JSON
    """Refuse a name that says nothing: a slip of the pen would else be passed over.

    Raises:
        BadTemplatesError: it names the place.
    """
    if isinstance(plain, dict):
        for name in plain:
            if name not in known:
                raise BadTemplatesError(f"nothing is called {name[:40]!r} - at `{place}`")
            _require_known(plain[name], known[name], f"{place}.{name}")
    elif isinstance(plain, list):
        for number, (one, other) in enumerate(zip(plain, known, strict=True)):
            _require_known(one, other, f"{place}[{number}]")


def texts_of(layout: Layout) -> Iterator[str]:
    """Give every text of a layout outside the rows of its lists."""
    yield from (layout.reference, layout.subtitle, *layout.recipients)
    yield from (signer.name for signer in layout.signers)
    for code in filter(None, (layout.qr, layout.note)):
        yield from (code.text, *code.caption)
    yield from (part.text for part in layout.parts if not part.rows)


def cells_of(part: PartLayout) -> Iterator[str]:
    """Give the texts of a part that are filled for each of its rows."""
    columns: tuple[ColumnLayout, ...] = part.columns
    yield from ((part.text, part.detail) if part.rows and not columns else ())
    yield from (column.cell for column in columns)
