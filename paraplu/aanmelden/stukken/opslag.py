"""A document as plain values, in and out: what JSON keeps of a frozen dataclass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_inhoud(waarde: Any) -> Any:
    """The value as JSON knows it: dates as 2026-01-05, tuples as lists, dataclasses as objects."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: to_inhoud(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, list | tuple):
        return [to_inhoud(deel) for deel in waarde]
    return waarde


def from_inhoud(soort: type[T], inhoud: Mapping[str, Any]) -> T:
    """A dataclass from what was kept; what an older version did not keep has its default."""
    soorten = get_type_hints(soort)
    bekend = {
        veld.name: _read(soorten[veld.name], inhoud[veld.name])
        for veld in fields(soort)  # type: ignore[arg-type]
        if veld.name in inhoud
    }
    return soort(**bekend)


def _read(soort: Any, waarde: Any) -> Any:
    if get_origin(soort) in {Union, UnionType}:
        if waarde is None:
            return None
        soort = next(keuze for keuze in get_args(soort) if keuze is not type(None))
    if get_origin(soort) is tuple:
        return tuple(_read(get_args(soort)[0], deel) for deel in waarde)
    if is_dataclass(soort) and isinstance(soort, type):
        return from_inhoud(soort, waarde)
    if soort is date:
        return date.fromisoformat(waarde)
    return soort(waarde) if soort in {int, str, bool} else waarde
