"""openapi.yaml, the typed messages and the reference server say the same."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import msgspec
import pytest
import yaml  # type: ignore[import-untyped]  # its stubs are a package of their own

from sync.contract import messages

METHODS = {"get", "head", "options", "post", "patch", "put", "delete"}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    text = files("sync.contract").joinpath("openapi.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def _struct_schemas() -> dict[str, Any]:
    structs = [
        value
        for value in vars(messages).values()
        if isinstance(value, type)
        and value.__module__ == messages.__name__
        and (issubclass(value, msgspec.Struct) or value.__name__ == "Encoding")
    ]
    _, components = msgspec.json.schema_components(
        structs, ref_template="#/components/schemas/{name}"
    )
    plain: dict[str, Any] = _plain(components)
    return plain


def _plain(node: Any) -> Any:
    """Leave out what the yaml does not spell: titles, defaults, Python's end-of-text anchor."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node.replace(messages.END, "$") if isinstance(node, str) else node
    is_schema = "title" in node and isinstance(node["title"], str)
    dropped = {"title", "default"} if is_schema else {"default"}
    return {key: _plain(value) for key, value in node.items() if key not in dropped}


def test_every_schema_of_the_contract_is_the_struct_of_that_name(document: dict[str, Any]) -> None:
    assert document["components"]["schemas"] == _struct_schemas()


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from _nodes(value)


def test_every_reference_in_the_contract_leads_somewhere(document: dict[str, Any]) -> None:
    references = [node["$ref"] for node in _nodes(document) if "$ref" in node]

    assert references
    for reference in references:
        target: Any = document
        for step in reference.removeprefix("#/").split("/"):
            assert step in target, reference
            target = target[step]


def test_every_pattern_of_the_contract_is_a_whole_regular_expression(
    document: dict[str, Any],
) -> None:
    patterns = [n["pattern"] for n in _nodes(document) if isinstance(n.get("pattern"), str)]

    for pattern in patterns:
        re.compile(pattern)
        assert pattern.startswith("^"), pattern


def test_the_contract_has_the_shape_of_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    assert document["info"].keys() >= {"title", "version"}
    assert document["info"]["version"] == messages.CONTRACT_VERSION
    operation_ids = []
    for path, item in document["paths"].items():
        shared = item.get("parameters", [])
        for method, operation in item.items():
            if method == "parameters":
                continue
            assert method in METHODS, (path, method)
            operation_ids.append(operation["operationId"])
            assert operation["summary"]
            assert operation["responses"]
            for status, answer in operation["responses"].items():
                assert status == "default" or 200 <= int(status) < 600
                assert "$ref" in answer or answer["description"]
            resolved = [
                document["components"]["parameters"][p["$ref"].rpartition("/")[2]]
                if "$ref" in p
                else p
                for p in [*shared, *operation.get("parameters", [])]
            ]
            in_path = {p["name"] for p in resolved if p["in"] == "path"}
            assert in_path == set(re.findall(r"\{(\w+)\}", path))
            assert all(p["required"] for p in resolved if p["in"] == "path")
            assert all("schema" in p for p in resolved)
    assert len(operation_ids) == len(set(operation_ids))
