"""Keys that an officer may change, and what stands in the way of a new one. Free of Qt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from ui.desktop.key_scopes import Scope
from ui.desktop.keys import KEYS, OPEN_DRAFTS, RESERVED, SAVED_FILTERS, Act, filter_keys, tab_keys

_AT_RECEPTION: Final = {Scope.RECEPTION, Scope.PAPERS, Scope.FEES}
_AT_THE_SCANNER: Final = {Scope.SCAN, Scope.PAGES}
DELIVERED: Final[Mapping[Act, str]] = {act: binding.keys for act, binding in KEYS.items()}


class KeyFault(Enum):
    """Why a key cannot be taken."""

    RESERVED = auto()
    """An input method, a reader or the system uses it."""
    TYPES = auto()
    """It would type a letter where there is a field."""
    TAKEN = auto()


@dataclass(frozen=True, slots=True)
class KeyProblem:
    """What stands in the way, and the act that has the key already."""

    fault: KeyFault
    taken_by: Act | None = None


def changeable(act: Act) -> bool:
    """Tell whether its key may be another one: those of lists and of single letters may not."""
    keys = DELIVERED[act]
    with_modifier = keys.startswith(("Ctrl+", "Alt+", "Shift+F")) or re.fullmatch(r"F\d+", keys)
    return bool(with_modifier) and "…" not in keys and "←" not in keys


def problem_with(act: Act, keys: str) -> KeyProblem | None:
    """Give what stands in the way of this key for this act; None: nothing."""
    parts = keys.split("+")
    plain = parts[-1] or "+"
    if keys in RESERVED or {"Ctrl", "Alt"} <= set(parts[:-1]) or "Meta" in parts:
        return KeyProblem(KeyFault.RESERVED)
    if not re.fullmatch(r"F\d{1,2}", plain) and not {"Ctrl", "Alt"} & set(parts[:-1]):
        return KeyProblem(KeyFault.TYPES)
    if keys in {tab_keys(number) for number in range(1, OPEN_DRAFTS + 1)}:
        return KeyProblem(KeyFault.TAKEN, Act.TAB)
    of_filters = {filter_keys(number) for number in range(1, SAVED_FILTERS + 1)}
    if keys in of_filters and _meet(Scope.LIST, KEYS[act].scope):
        return KeyProblem(KeyFault.TAKEN, Act.SAVED_FILTER)
    for other, binding in KEYS.items():
        if other is not act and binding.keys == keys and _meet(binding.scope, KEYS[act].scope):
            return KeyProblem(KeyFault.TAKEN, other)
    return None


def use_keys(chosen: Mapping[str, str]) -> None:
    """Let these keys act, before the first page is built. What cannot be taken stays as it was."""
    for act, keys in DELIVERED.items():
        KEYS[act] = replace(KEYS[act], keys=keys)
    for act in filter(changeable, DELIVERED):
        wanted = chosen.get(act.value)
        if wanted is not None and problem_with(act, wanted) is None:
            KEYS[act] = replace(KEYS[act], keys=wanted)


def _meet(one: Scope, other: Scope) -> bool:
    """Tell whether two scopes can act at the same moment."""
    scopes = {one, other}
    if len(scopes) == 1 or Scope.EVERYWHERE in scopes:
        return True
    if Scope.ELSEWHERE in scopes:
        return not scopes & _AT_RECEPTION
    return scopes <= _AT_RECEPTION or scopes <= _AT_THE_SCANNER
