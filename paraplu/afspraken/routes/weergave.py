"""A route as text: a table of its steps to read, or values for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from paraplu.afspraken.routes.model import (
    GEBEURTENISSEN,
    ROLLEN,
    Doorlooptijd,
    Route,
    Stap,
    Uitkomst,
)
from paraplu.termijnen import Duur

KOPPEN = ("stap", "wat", "wie", "termijn", "telt vanaf", "vereiste", "daarna")


def show_routes(alle: Sequence[Route]) -> str:
    """The routes with their versions."""
    return "\n".join(_tabel(("route", "versie", "naam"), [_kort(een) for een in alle]))


def _kort(een: Route) -> tuple[str, ...]:
    return (een.sleutel, een.versie.isoformat(), een.naam)


def show_route(een: Route) -> str:
    """The steps of a route in a table, and the terms over several steps."""
    opties = f", met {', '.join(sorted(een.gekozen))}" if een.gekozen else ""
    tijden = (
        f"{t.naam}: binnen {t.termijn} ({', '.join(t.vereisten)})." for t in een.doorlooptijden
    )
    return "\n".join(
        [
            f"{een.naam}, versie van {een.versie}{opties}",
            een.uitleg,
            "",
            *_tabel(KOPPEN, [_rij(een, stap) for stap in een.stappen.values()]),
            "",
            *tijden,
        ]
    )


def _rij(een: Route, stap: Stap) -> tuple[str, ...]:
    nummers = {een.stap(s).nummer for u in stap.uitkomsten.values() for s in u.volgende}
    einde = ["einde"] if any(u.eind for u in stap.uitkomsten.values()) else []
    return (
        stap.nummer,
        stap.naam,
        ROLLEN[stap.rol],
        str(stap.termijn or "geen"),
        GEBEURTENISSEN[stap.loopt_vanaf] if stap.termijn else "",
        " ".join(stap.vereisten),
        ", ".join([*sorted(nummers), *einde]),
    )


def _tabel(koppen: Sequence[str], rijen: Sequence[Sequence[str]]) -> list[str]:
    breed = [max(len(rij[i]) for rij in (koppen, *rijen)) for i in range(len(koppen))]
    regels = [
        "  ".join(waarde.ljust(b) for waarde, b in zip(rij, breed, strict=True)).rstrip()
        for rij in (koppen, *rijen)
    ]
    return [regels[0], "-" * (sum(breed) + 2 * (len(breed) - 1)), *regels[1:]]


def als_waarden(een: Route) -> dict[str, Any]:
    """A route as values that JSON knows; the names are those of the file."""
    return {
        "sleutel": een.sleutel,
        "naam": een.naam,
        "versie": een.versie.isoformat(),
        "uitleg": een.uitleg,
        "opties": sorted(een.gekozen),
        "begint_met": list(een.begint_met),
        "stappen": [_stap(stap) for stap in een.stappen.values()],
        "doorlooptijden": [_doorlooptijd(tijd) for tijd in een.doorlooptijden],
        "overal": [_uitkomst(uitkomst) for uitkomst in een.overal.values()],
        "einden": dict(een.einden),
    }


def _stap(stap: Stap) -> dict[str, Any]:
    return {
        "sleutel": stap.sleutel,
        "nummer": stap.nummer,
        "naam": stap.naam,
        "rol": stap.rol,
        "mede": list(stap.mede),
        "aan": list(stap.aan),
        "termijn": _duur(stap.termijn),
        "waarschuwing": _duur(stap.waarschuwing),
        "loopt_vanaf": stap.loopt_vanaf,
        "kalender": stap.kalender,
        "wacht_op": list(stap.wacht_op),
        "bij_verlopen": stap.bij_verlopen,
        "vereisten": list(stap.vereisten),
        "lezing": list(stap.lezing),
        "uitkomsten": [_uitkomst(uitkomst) for uitkomst in stap.uitkomsten.values()],
    }


def _uitkomst(uitkomst: Uitkomst) -> dict[str, Any]:
    return {
        "sleutel": uitkomst.sleutel,
        "naam": uitkomst.naam,
        "volgende": list(uitkomst.volgende),
        "eind": uitkomst.eind,
        "vraagt": uitkomst.vraagt,
        "toelichting": uitkomst.toelichting,
        "rollen": list(uitkomst.rollen),
    }


def _doorlooptijd(tijd: Doorlooptijd) -> dict[str, Any]:
    return {
        "sleutel": tijd.sleutel,
        "naam": tijd.naam,
        "na": list(tijd.na),
        "over": list(tijd.over),
        "tot": list(tijd.tot),
        "termijn": str(tijd.termijn),
        "waarschuwing": _duur(tijd.waarschuwing),
        "vereisten": list(tijd.vereisten),
        "lezing": list(tijd.lezing),
    }


def _duur(duur: Duur | None) -> str | None:
    return str(duur) if duur else None
