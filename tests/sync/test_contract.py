"""openapi.yaml, the typed messages and the reference server say the same."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import msgspec
import pytest
import yaml  # type: ignore[import-untyped]  # its stubs are a package of their own
from starlette.routing import Route

from sync.contract import messages
from sync.reference_server.app import create_app
from sync.reference_server.problems import KINDS, RefusedError
from sync.reference_server.server import RunningServer

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


def test_the_servers_routes_are_those_of_the_contract(
    document: dict[str, Any], server: RunningServer
) -> None:
    routes = [route for route in create_app(server.backend).routes if isinstance(route, Route)]
    served = {
        (method, route.path)
        for route in routes
        for methods in [route.methods or set()]
        for method in methods
        if not (method == "HEAD" and "GET" in methods)  # Starlette adds it
    }

    promised = {
        (method.upper(), path)
        for path, item in document["paths"].items()
        for method in item.keys() & METHODS
    }
    assert served == promised


def test_the_servers_reasons_are_those_of_the_contract(document: dict[str, Any]) -> None:
    only_the_client_says = {"event-too-large"}

    assert KINDS | only_the_client_says == set(document["components"]["x-problem-types"])


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_reason_is_a_problem_of_the_contract(kind: str) -> None:
    problem = RefusedError(kind, field="/dossier_code").problem()

    assert messages.decode(messages.encode(problem), messages.Problem) == problem


def test_requests_alone_refuse_unknown_fields() -> None:
    structs = [
        struct
        for struct in vars(messages).values()
        if isinstance(struct, type) and issubclass(struct, msgspec.Struct)
    ]

    assert [s for s in structs if s.__struct_config__.forbid_unknown_fields] == [
        messages.EnrolmentRequest,
        messages.EventMessage,
        messages.EventBatch,
    ]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b'{"events": 3}', "/events"),
        (b'{"events": [{}, 2]}', "/events/1"),
        (b"[]", None),
        (b"[" * 100_000, None),
        (b'{"events": [{"\xff": 1}]}', None),
    ],
)
def test_a_malformed_message_names_its_place(body: bytes, pointer: str | None) -> None:
    with pytest.raises(messages.MalformedMessageError) as caught:
        messages.decode(body, messages.EventBatch)

    assert caught.value.pointer == pointer
