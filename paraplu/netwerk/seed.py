"""Make the organisations and the choices of regions that the agenda and the regions themselves name.

Twice gives the same: what is there stays, also when somebody changed it since.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from paraplu.afspraken import gebieden
from paraplu.afspraken.organisaties import organisaties as bekende_organisaties

from .instellingen import BEVESTIG_NA
from .models import Organisatie, RegioInstelling, Soort

#: The Jeugdwet is in force since this day; of most organisations no other first day is known.
BEGIN = date(2015, 1, 1)
#: From this year one route per region (R94).
ROUTE_VANAF = date(2022, 1, 1)
AGENDA = date(2020, 4, 17)
SOORTEN = {
    "GI": Soort.GI,
    "Veilig Thuis": Soort.VEILIG_THUIS,
    "RvdK": Soort.RVDK,
    "aanbieder": Soort.AANBIEDER,
    "expertisenetwerk": Soort.EXPERTISENETWERK,
}
VOORSTEL = "Voorstel: de agenda noemt geen aantal"
NIET_GEKOZEN = "Er is nog geen besluit bekend"


@dataclass(frozen=True)
class Inrichting:
    """How many rows were new."""

    organisaties: int
    instellingen: int


@transaction.atomic
def inrichten(on: date) -> Inrichting:
    """Make what is not there yet (R13 to R17, R19, R26, R94, R95, R119, R145); `on` dates what has no date."""
    nieuw = [
        Organisatie.objects.get_or_create(sleutel=velden.pop("sleutel"), defaults=velden)[1]
        for velden in _organisaties()
    ]
    gekozen = [_choose(**velden) for velden in _instellingen(on)]
    return Inrichting(organisaties=sum(nieuw), instellingen=sum(gekozen))


@cache
def _regios() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("inrichting.toml").read_text(encoding="utf-8"))


def _organisatie(sleutel: str, soort: Soort, naam: str, **meer: Any) -> dict[str, Any]:
    return {"sleutel": sleutel, "soort": soort, "naam": naam, "vanaf": BEGIN, **meer}


def _organisaties() -> Iterator[dict[str, Any]]:
    for o in bekende_organisaties():
        yield _organisatie(o.sleutel, SOORTEN[o.soort], o.naam, code=o.agb, regio=o.regio)
    yield _organisatie("NIDOS", Soort.OVERIG, "Nidos")
    for gemeente in gebieden.gemeenten():
        code, waar = gemeente.code, {"gemeente": gemeente.code, "regio": gemeente.regio}
        yield _organisatie(
            f"GEM-{code}", Soort.GEMEENTE, f"Gemeente {gemeente.naam}", code=code, **waar
        )
        yield _organisatie(f"LT-{code}", Soort.LOKAAL_TEAM, f"Lokaal team {gemeente.naam}", **waar)
    for regio in gebieden.regios():
        yield from _organisaties_van_regio(regio)


def _organisaties_van_regio(regio: gebieden.Regio) -> Iterator[dict[str, Any]]:
    code, naam, bekend = regio.code, regio.naam, _regios()[regio.code]
    yield _organisatie(f"REG-{code}", Soort.REGIO, f"Jeugdhulpregio {naam}", regio=code)
    yield _organisatie(
        f"RET-{code}",
        Soort.EXPERTTEAM,
        bekend.get("ret_naam", f"Regionaal Expertteam {naam}"),
        regio=code,
        **({"vanaf": bekend["ret_sinds"]} if "ret_sinds" in bekend else {}),
    )
    yield _organisatie(
        f"JBT-{code}",
        Soort.TAFEL,
        bekend.get("tafel_naam", f"Jeugdbeschermingstafel {naam}"),
        regio=code,
    )
    yield _organisatie(
        f"NET-{code}", Soort.NETWERK, f"Netwerk van zorgaanbieders {naam}", regio=code
    )


def _instellingen(on: date) -> Iterator[dict[str, Any]]:
    for regio in gebieden.regios():
        bekend = _regios()[regio.code]
        for sleutel, vanaf, bron in (
            ("contact_eigenaar", AGENDA, "contact_bron"),
            ("route", ROUTE_VANAF, "route_bron"),
            ("lt_eerst", ROUTE_VANAF, "lt_eerst_bron"),
            ("ret_naam", AGENDA, "ret_bron"),
            ("ret_sinds", AGENDA, "ret_bron"),
            ("ret_oordeel", AGENDA, "ret_bron"),
            ("tafel_naam", AGENDA, "tafel_bron"),
            ("subregios", AGENDA, "subregios_bron"),
            ("accounthoudend", AGENDA, "accounthoudend_bron"),
        ):
            if sleutel in bekend:
                yield _instelling(regio.code, sleutel, bekend[sleutel], vanaf, bekend[bron])
        yield _instelling(regio.code, "beschikbaarheid_optie", "onbeslist", on, NIET_GEKOZEN)
        yield _instelling(regio.code, "bevestig_na", BEVESTIG_NA, on, VOORSTEL)


def _instelling(regio: str, sleutel: str, waarde: Any, vanaf: date, bron: str) -> dict[str, Any]:
    return {
        "regio": regio, "sleutel": sleutel, "waarde": str(waarde), "vanaf": vanaf, "bron": bron,
    }  # fmt: skip


def _choose(*, regio: str, sleutel: str, **velden: Any) -> bool:
    """Only where the region has no row at all: a choice of its own is never overruled."""
    if RegioInstelling.objects.filter(regio=regio, sleutel=sleutel).exists():
        return False
    RegioInstelling.objects.create(regio=regio, sleutel=sleutel, **velden)
    return True
