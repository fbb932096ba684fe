"""Writes, from AWS's service models, what answers are made of: the words in them, and one answer of each operation with
every member in it.

    pip install botocore && python3 tests/tools/answer_shapes.py

The words are those that a report keeps (checks/tape/words.txt); the answers are what its redaction is tested with
(checks/testing/shapes.jsonl). Both are made again when a service gets an operation.
"""

import json
import re
from pathlib import Path
from xml.sax.saxutils import escape

import botocore.session

ROOT = Path(__file__).resolve().parents[2]
CANARY = "@CANARY@"
# How deep a shape that holds itself is followed.
DEEPEST = 6

HEADING = re.compile(r'operations! \{ "([^"]+)", "([^"]+)";(.*?)\n\}', re.DOTALL)
ROW = re.compile(r'[A-Z0-9_]+: "(\w+)"')


def declared():
    """The operations that the program may send: service id, prefix of its labels, name."""
    for path in sorted((ROOT / "checks/services").rglob("*.rs")):
        for service, prefix, rows in HEADING.findall(path.read_text()):
            for name in ROW.findall(rows):
                yield service, prefix, name


def models():
    session = botocore.session.get_session()
    loader = session.get_component("data_loader")
    found = {}
    for name in loader.list_available_services("service-2"):
        model = session.get_service_model(name)
        found[model.metadata.get("serviceId")] = model
    return found


def words_of(shape, found, seen):
    """Names of members and values of enumerations, in the shape and all below it."""
    if shape is None or shape.name in seen:
        return
    seen.add(shape.name)
    found.add(shape.name)
    found.update(getattr(shape, "enum", None) or [])
    found.update(filter(None, [shape.serialization.get("name"), shape.serialization.get("locationName")]))
    if shape.type_name == "structure":
        for name, member in shape.members.items():
            found.update([name, member.serialization.get("name", name)])
            words_of(member, found, seen)
    elif shape.type_name == "list":
        found.add(shape.member.serialization.get("name", "member"))
        words_of(shape.member, found, seen)
    elif shape.type_name == "map":
        words_of(shape.key, found, seen)
        words_of(shape.value, found, seen)


def scalar(shape):
    kind = shape.type_name
    if kind == "string":
        return CANARY
    if kind == "boolean":
        return True
    if kind == "timestamp":
        return "2026-01-02T00:00:00Z" if shape.serialization.get("timestampFormat") != "unixTimestamp" else 1767312000
    if kind == "blob":
        return CANARY
    return 7


def as_json(shape, depth=0):
    kind = shape.type_name
    if kind == "structure":
        if depth > DEEPEST:
            return {}
        return {
            member.serialization.get("name", name): as_json(member, depth + 1)
            for name, member in shape.members.items()
            if member.serialization.get("location") not in ("header", "headers", "statusCode", "uri")
        }
    if kind == "list":
        return [as_json(shape.member, depth + 1)]
    if kind == "map":
        return {CANARY: as_json(shape.value, depth + 1)}
    if kind == "timestamp":
        return 1767312000.5
    return scalar(shape)


def as_xml(shape, name, depth=0):
    kind = shape.type_name
    if kind == "structure":
        inner = ""
        if depth <= DEEPEST:
            for key, member in shape.members.items():
                if member.serialization.get("location") in ("header", "headers", "statusCode", "uri"):
                    continue
                inner += as_xml(member, member.serialization.get("name", key), depth + 1)
        return f"<{name}>{inner}</{name}>"
    if kind == "list":
        item = name if shape.serialization.get("flattened") else shape.member.serialization.get("name", "member")
        inner = as_xml(shape.member, item, depth + 1)
        return inner if shape.serialization.get("flattened") else f"<{name}>{inner}</{name}>"
    if kind == "map":
        key = as_xml(shape.key, shape.key.serialization.get("name", "key"), depth + 1)
        value = as_xml(shape.value, shape.value.serialization.get("name", "value"), depth + 1)
        entry = f"{key}{value}"
        return f"<{name}><entry>{entry}</entry></{name}>"
    value = scalar(shape)
    text = {True: "true", False: "false"}.get(value, str(value)) if kind == "boolean" else escape(str(value))
    return f"<{name}>{text}</{name}>"


def headers_of(shape):
    headers = {}
    for name, member in (shape.members if shape else {}).items():
        location = member.serialization.get("location")
        key = member.serialization.get("name", name)
        if location == "header":
            headers[key] = str(scalar(member)) if member.type_name != "boolean" else "true"
        elif location == "headers":
            headers[f"{key}canary"] = CANARY
    return headers


def body_of(model, operation):
    shape = operation.output_shape
    protocol = model.metadata["protocol"]
    payload = shape.serialization.get("payload") if shape else None
    if payload and shape.members[payload].type_name in ("blob", "string"):
        return CANARY
    body = shape.members[payload] if payload else shape
    if protocol in ("json", "rest-json"):
        return json.dumps(as_json(body) if body else {})
    if protocol == "query":
        inner = as_xml(body, f"{operation.name}Result") if body else ""
        return f"<{operation.name}Response>{inner}</{operation.name}Response>"
    name = body.serialization.get("name", body.name) if body else operation.name
    if payload:
        name = body.serialization.get("name", payload)
    return as_xml(body, name) if body else ""


def main():
    known, words, rows = models(), set(), []
    for service, prefix, name in declared():
        model = known[service]
        operation = model.operation_model(name)
        for shape in [operation.input_shape, operation.output_shape, *operation.error_shapes]:
            words_of(shape, words, set())
        words.update([operation.http.get("requestUri", ""), *map(str, model.metadata.values())])
        words.update([name, f"{name}Response", f"{name}Result", f"{name}Output"])
        headers = headers_of(operation.output_shape)
        rows.append({"operation": f"{prefix}:{name}", "headers": headers, "body": body_of(model, operation)})
    split = {word.lower() for text in words for word in re.findall(r"[^\W_]+", text)}
    split = sorted(word for word in split if not word.isdigit())
    (ROOT / "checks/tape").mkdir(exist_ok=True)
    (ROOT / "checks/tape/words.txt").write_text("\n".join(split) + "\n")
    lines = (json.dumps(row, separators=(",", ":")) for row in rows)
    (ROOT / "checks/testing/shapes.jsonl").write_text("\n".join(lines) + "\n")
    print(f"{len(rows)} operations, {len(split)} words")


if __name__ == "__main__":
    main()
