"""The building blocks of JSON Schema that the sources describe their answers with."""

from __future__ import annotations

from typing import Any, Final

Schema = dict[str, Any]

DAG: Final[Schema] = {"type": "string", "format": "date"}
ADRES: Final[Schema] = {"type": "string", "format": "uri"}
GETAL: Final[Schema] = {"type": "integer"}
JA_NEE: Final[Schema] = {"type": "boolean"}


def tekst(uitleg: str = "", **meer: Any) -> Schema:
    """A text, with what it means."""
    return {"type": "string", **({"description": uitleg} if uitleg else {}), **meer}


def lijst(van: Schema, uitleg: str = "") -> Schema:
    """A list."""
    return {"type": "array", "items": van, **({"description": uitleg} if uitleg else {})}


def of_niets(schema: Schema, uitleg: str = "") -> Schema:
    """Of this kind, or null."""
    return {**schema, "nullable": True, **({"description": uitleg} if uitleg else {})}


def ding(**velden: Schema) -> Schema:
    """An object in which every field is always there, and no other."""
    return {
        "type": "object",
        "properties": velden,
        "required": list(velden),
        "additionalProperties": False,
    }


def links(*namen: str) -> Schema:
    """Full addresses by name."""
    return ding(**dict.fromkeys(namen, ADRES))


def verwijs(naam: str) -> Schema:
    """A schema under its name in the document."""
    return {"$ref": f"#/components/schemas/{naam}"}
