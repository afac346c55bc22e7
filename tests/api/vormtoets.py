"""A naive reading of the part of JSON Schema that the API uses: what is wrong with a value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

SOORTEN = {
    "string": str,
    "integer": int,
    "number": int | float,
    "boolean": bool,
    "array": list,
    "object": dict,
}


def volg(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """What a reference points to."""
    while "$ref" in schema:
        plek: Any = document
        for deel in schema["$ref"].removeprefix("#/").split("/"):
            plek = plek[deel]
        schema = plek
    return schema


def fouten(
    document: dict[str, Any], schema: dict[str, Any], waarde: Any, plek: str = ""
) -> Iterator[str]:
    """Every place where the value is not as the schema says."""
    schema = volg(document, schema)
    if waarde is None:
        if not schema.get("nullable"):
            yield f"{plek}: null"
        return
    soort = SOORTEN[schema["type"]]
    if not isinstance(waarde, soort) or (isinstance(waarde, bool) and soort is not bool):
        yield f"{plek}: {waarde!r} is geen {schema['type']}"
        return
    if "enum" in schema and waarde not in schema["enum"]:
        yield f"{plek}: {waarde!r} mag niet"
    if "minimum" in schema and waarde < schema["minimum"]:
        yield f"{plek}: {waarde} is te klein"
    if schema.get("format") == "date" and date.fromisoformat(waarde).isoformat() != waarde:
        yield f"{plek}: {waarde!r} is geen dag"
    if schema.get("format") == "uri" and not urlsplit(waarde).scheme:
        yield f"{plek}: {waarde!r} is geen adres"
    if isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from fouten(document, schema["items"], deel, f"{plek}[{nummer}]")
    if isinstance(waarde, dict):
        velden = schema["properties"]
        yield from (f"{plek}.{naam} ontbreekt" for naam in schema["required"] if naam not in waarde)
        for naam, deel in waarde.items():
            if naam not in velden:
                yield f"{plek}.{naam} is onbekend"
            else:
                yield from fouten(document, velden[naam], deel, f"{plek}.{naam}")
