"""What a screen reader finds of a program, by AT-SPI. Run with the system's Python, which has gi.

``python3 read_aloud.py PID`` waits until the program with this number is on the accessibility bus,
walks its tree and prints it as JSON: role, name, description, states and actions of each node.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's Python has it

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found] # noqa: E402 - version first

_BEGIN_S = 30
_STATES = ("FOCUSABLE", "FOCUSED", "ENABLED", "SHOWING", "CHECKED", "EDITABLE")
_DEEPEST = 40


def main(program: int) -> None:
    end = time.monotonic() + _BEGIN_S
    while (found := _program(program)) is None or found.get_child_count() == 0:
        if time.monotonic() > end:
            raise SystemExit("the program is not on the accessibility bus")
        time.sleep(0.2)
    print(json.dumps(list(_walked(found, 0))))  # noqa: T201


def _program(number: int) -> "Atspi.Accessible | None":
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(place)
        if child is not None and child.get_process_id() == number:
            return child
    return None


def _walked(node: "Atspi.Accessible", depth: int) -> Iterator[dict[str, Any]]:
    states = node.get_state_set()
    if depth and not states.contains(Atspi.StateType.SHOWING):
        return
    actions = node.get_action_iface()
    yield {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "labels": [
            relation.get_target(at).get_name() or ""
            for relation in node.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for at in range(relation.get_n_targets())
        ],
        "description": node.get_description() or "",
        "states": [one for one in _STATES if states.contains(getattr(Atspi.StateType, one))],
        "actions": [actions.get_action_name(at) for at in range(actions.get_n_actions())]
        if actions is not None
        else [],
        "depth": depth,
    }
    if depth < _DEEPEST and node.get_role() not in (Atspi.Role.TABLE, Atspi.Role.LIST):
        for place in range(node.get_child_count()):
            child = node.get_child_at_index(place)
            if child is not None:
                yield from _walked(child, depth + 1)


if __name__ == "__main__":
    main(int(sys.argv[1]))
