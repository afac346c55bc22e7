"""What decides a figure: the query of an indicator and, from there, all of our code that it rests on."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from types import FunctionType, ModuleType
from typing import Any, Final

from paraplu.monitor import tellen
from paraplu.monitor.indicator import Indicator
from paraplu.monitor.trajecten import (
    KOLOMMEN,
    Trajecten,
    declaratieregels,
    maatregelen,
    toewijzingen,
    zichtbaar,
    zorgperioden,
)

#: Code outside these packages is not ours, or says nothing of what is counted.
BINNEN: Final = (
    "paraplu.monitor.indicator",
    "paraplu.monitor.resultaten",
    "paraplu.monitor.tellen",
    "paraplu.monitor.trajecten",
    "paraplu.monitor.waarden",
)
_BEKEND = (zichtbaar.bekende_berichten, zichtbaar.met_declaratienummer)
_GELDIG = (*_BEKEND, zichtbaar.geldige_regels)
_TOEWIJZING = (*_GELDIG, toewijzingen.winnende_versies)
_PERIODE = (
    *_TOEWIJZING,
    zorgperioden.levende_starts,
    zorgperioden.levende_stops,
    zorgperioden.zorgperioden,
)
_ALLE = (*_PERIODE, toewijzingen.verwijzers, toewijzingen.toewijzingen)
_DELEN = (*_ALLE, maatregelen.maatregeldelen)
_STANDEN = (*_DELEN, maatregelen.maatregelstanden)
#: Which functions make a derived table.
AFLEIDING: Final[dict[str, tuple[Callable[..., Any], ...]]] = {
    "berichten": _BEKEND,
    "toewijzingen": (*_TOEWIJZING, toewijzingen.verwijzers, toewijzingen.toewijzingen),
    "zorgperioden": _PERIODE,
    "maatregeldelen": _DELEN,
    "maatregelstanden": _STANDEN,
    "maatregelen": (*_STANDEN, maatregelen.maatregelen),
    "declaratieregels": (
        *_TOEWIJZING,
        zichtbaar.bekende_regels,
        declaratieregels.declaratieregels,
    ),
}
#: How every figure, list and receipt is read from the rows.
LEZEN: Final = (tellen.met_gebied, tellen.gefilterd, tellen.geteld, tellen.tel, tellen.waarde_van)


def stukken(indicator: Indicator) -> dict[str, str]:
    """By name the functions and constants that decide the figures of `indicator`, as bare syntax.

    Comments, docstrings, layout and the texts of the decorator are not in it.
    """
    gevonden: dict[str, str] = {}
    wachtrij: list[Any] = [indicator.rijen, *LEZEN]
    if indicator.overdrachten:
        wachtrij += [indicator.overdrachten, tellen.stroom]
    while wachtrij:
        functie = wachtrij.pop()
        naam = f"{functie.__module__}.{functie.__qualname__}"
        if naam in gevonden:
            continue
        gevonden[naam] = _syntaxis(functie)
        for ding_naam, ding in _genoemd(functie):
            if isinstance(ding, FunctionType):
                wachtrij.append(ding)
            else:
                gevonden.setdefault(ding_naam, _waarde(ding))
    return gevonden


@cache
def _boom(functie: FunctionType) -> ast.FunctionDef:
    """The function without decorators and docstrings."""
    boom = ast.parse(textwrap.dedent(inspect.getsource(functie))).body[0]
    if not isinstance(boom, ast.FunctionDef):
        raise TypeError(f"{functie.__qualname__} is geen functie met een naam")
    boom.decorator_list = []
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.FunctionDef) and ast.get_docstring(knoop) is not None:
            knoop.body = knoop.body[1:] or [ast.Pass()]
    return boom


@cache
def _syntaxis(functie: FunctionType) -> str:
    return _schrijf(_boom(functie))


def _schrijf(knoop: Any) -> str:
    """Syntax as text, without what is empty: `ast.dump` writes that in one version of Python only."""
    if isinstance(knoop, list):
        return "[" + ",".join(_schrijf(deel) for deel in knoop) + "]"
    if not isinstance(knoop, ast.AST):
        return repr(knoop)
    velden = [(naam, waarde) for naam, waarde in ast.iter_fields(knoop) if waarde not in (None, [])]
    return type(knoop).__name__ + "(" + ",".join(f"{n}={_schrijf(w)}" for n, w in velden) + ")"


@cache
def _genoemd(functie: FunctionType) -> tuple[tuple[str, Any], ...]:
    """What this function names of ours: functions, constants, methods of Trajecten, tables."""
    return tuple(_zoek(functie))


def _zoek(functie: FunctionType) -> Iterator[tuple[str, Any]]:
    wereld = functie.__globals__
    for knoop in ast.walk(_boom(functie)):
        if isinstance(knoop, ast.Name):
            yield from _eigen(f"{functie.__module__}.{knoop.id}", wereld.get(knoop.id))
        elif isinstance(knoop, ast.Attribute) and isinstance(knoop.value, ast.Name):
            yield from _van(wereld.get(knoop.value.id), knoop)


def _van(drager: Any, knoop: ast.Attribute) -> Iterator[tuple[str, Any]]:
    """What `module.name` or `trajecten.name` stands for."""
    if isinstance(drager, ModuleType):
        yield from _eigen(f"{drager.__name__}.{knoop.attr}", getattr(drager, knoop.attr, None))
    elif isinstance(knoop.value, ast.Name) and knoop.value.id == "trajecten":
        if knoop.attr in KOLOMMEN:
            yield from ((f.__qualname__, f) for f in AFLEIDING[knoop.attr])
        elif isinstance(methode := vars(Trajecten).get(knoop.attr), FunctionType):
            yield knoop.attr, methode


def _eigen(naam: str, ding: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(ding, FunctionType):
        if ding.__module__.startswith(BINNEN):
            yield naam, ding
    elif isinstance(ding, str | int | float | tuple | list | dict | frozenset | set | date):
        yield naam, ding


def _waarde(ding: Any) -> str:
    """A constant as text, the same in every process."""
    if isinstance(ding, set | frozenset):
        return repr(sorted(ding, key=repr))
    if isinstance(ding, dict):
        return repr([(sleutel, _waarde(waarde)) for sleutel, waarde in ding.items()])
    if isinstance(ding, tuple | list):
        return repr([_waarde(deel) for deel in ding])
    return repr(ding)
