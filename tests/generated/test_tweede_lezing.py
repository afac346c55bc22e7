"""The monitor against the second reading in plain Python, on generated worlds.

`PARAPLU_WERELDEN=600 pytest tests/generated` tries more worlds. A difference names children
`kind<zaad>…`: `maak_wereld(zaad)` makes that world alone.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.bladen import Bladen
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from tests.generated.lezingen import LEZINGEN, Lezing
from tests.generated.naief import gebied, v2
from tests.generated.naief.beeld import Beeld
from tests.generated.naief.volledigheid import volledigheid
from tests.generated.wereld import maak_wereld

pytestmark = pytest.mark.traag

SAMEN = 20
WERELDEN = int(os.environ.get("PARAPLU_WERELDEN", "60"))
GROEPEN = range((WERELDEN + SAMEN - 1) // SAMEN)

JAAR = Periode.jaar(2023)
KORT = (Periode.kwartaal(2023, 2), Periode.maand(2023, 5), Periode.maand(2023, 12))
#: As known on: now, now, and in the middle of it all.
OP = (None, date(2023, 7, 1), None)
PER = ("gelderland", "regio", "gemeente", "gi", "aanbieder", "productcategorie", "soort_maatregel")

TARIEVEN = """aanbieder;productcategorie;productcode;eenheid;tarief;vanaf;tot
;45;45A04;04;61,00;2022-01-01;2023-01-01
;45;45A04;04;63,50;2023-01-01;
70000001;45;45A04;04;70,00;2023-01-01;
;52;;14;12,34;2022-06-01;
"""
PLAFONDS = """aanbieder;jaar;bedrag
70000001;2023;100
70000002;2023;1000000
79999999;2023;5
"""
ORGANISATIES = """agb;naam;soort
60000001;De ene instelling;gi
60000002;De andere instelling;aanbieder
"""


@dataclass
class Groep:
    """Some worlds in one monitor, and the second reading of the same tables."""

    monitor: Monitor
    beeld: Beeld
    kort: Periode
    nummer: int


@pytest.fixture(scope="module", params=GROEPEN, ids=lambda nummer: f"werelden{nummer}")
def groep(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Groep:
    """The worlds with their tables on disk; every second group has imported sheets too."""
    nummer = request.param
    tabellen: dict[str, list[dict[str, Any]]] = {naam: [] for naam in SCHEMAS}
    for zaad in range(nummer * SAMEN, (nummer + 1) * SAMEN):
        for naam, rijen in maak_wereld(zaad).items():
            tabellen[naam] += rijen
    map_ = tmp_path_factory.mktemp("werelden")
    opslag = Opslag(map_)
    opslag.maak()
    inhoud = {
        naam: pa.Table.from_pylist(rijen, schema=SCHEMAS[naam]) for naam, rijen in tabellen.items()
    }
    opslag.voeg_toe(inhoud)
    op = OP[nummer % len(OP)]
    beeld = Beeld(tabellen, bekend_op=op)
    if nummer % 2 == 0:
        importeer(map_, beeld)
    return Groep(Monitor(map_, bekend_op=op), beeld, KORT[nummer % len(KORT)], nummer)


def importeer(map_: Path, beeld: Beeld) -> None:
    """Bring sheets, to the monitor and to the second reading."""
    bladen = Bladen(map_)
    for soort, tekst in (
        ("tarieven", TARIEVEN),
        ("budgetplafonds", PLAFONDS),
        ("organisaties", ORGANISATIES),
    ):
        bladen.importeer(soort, tekst.encode(), bestand=f"{soort}.csv", op=date(2022, 1, 1))
    beeld.plafonds = bladen.lees("budgetplafonds", op=date(2022, 1, 1)).to_pylist()
    beeld.tarieven = bladen.lees("tarieven", op=date(2022, 1, 1)).to_pylist()
    beeld.soorten_agb = {"60000001": "GI", "60000002": "aanbieder"}


@pytest.mark.parametrize("sleutel", LEZINGEN, ids="-".join)
def test_de_lijst_heeft_dezelfde_rijen(groep: Groep, sleutel: tuple[str, str]) -> None:
    lezing = LEZINGEN[sleutel]
    for periode in (JAAR, groep.kort):
        lijst = groep.monitor.lijst(
            lezing.code, variant=lezing.variant, periode=periode, hoogstens=None
        )
        kolommen = [kolom for _naam, kolom in lezing.kenmerken] + list(lezing.dimensies)
        monitor = Counter(tuple(rij[kolom] for kolom in kolommen) for rij in lijst)
        namen = [naam for naam, _kolom in lezing.kenmerken] + list(lezing.dimensies)
        naief = Counter(
            tuple(veld(rij, naam) for naam in namen) for rij in lezing.geteld(groep.beeld, periode)
        )
        assert monitor == naief, verschil(monitor, naief)


def veld(rij: dict[str, Any], naam: str) -> Any:
    """A field of a row of the second reading; `…_euro` as the monitor shows cents."""
    if naam == "toegekend_euro":
        return Decimal(rij["toegekend_bedrag"]) / 100
    if naam.endswith("_euro"):
        return Decimal(rij[naam.removesuffix("_euro")]) / 100
    return rij[naam]


def verschil(monitor: Counter, naief: Counter) -> str:
    """What one has and the other has not."""
    return f"alleen monitor: {list(monitor - naief)[:4]}; alleen naïef: {list(naief - monitor)[:4]}"


@pytest.mark.parametrize("sleutel", LEZINGEN, ids="-".join)
def test_de_cijfers_zijn_gelijk(groep: Groep, sleutel: tuple[str, str]) -> None:
    lezing = LEZINGEN[sleutel]
    plek = list(LEZINGEN).index(sleutel) + groep.nummer
    dimensies = [per for per in PER if per in (*lezing.dimensies, "gelderland", "regio")]
    if lezing.code == "V6c":
        dimensies = ["gelderland", "aanbieder"]
    per = dimensies[plek % len(dimensies)]
    periode = (JAAR, groep.kort)[plek % 2]
    filters = dict(list(filterkeuzen(lezing))[plek % 4 : plek % 4 + 1])
    vergelijk(groep, lezing, periode, per, filters)
    vergelijk(groep, lezing, JAAR, dimensies[(plek + 1) % len(dimensies)], {})


def filterkeuzen(lezing: Lezing) -> Iterator[tuple[str, str]]:
    """Filters that keep something in most worlds."""
    yield "gemeente", "0202"
    yield "aanbieder", "60000001"
    if lezing.code != "V6c":
        yield "regio", "buiten"
        yield "gelderland", "gelderland"


def vergelijk(
    groep: Groep, lezing: Lezing, periode: Periode, per: str, filters: dict[str, str]
) -> None:
    """The figures of both, area by area."""
    uitkomst = groep.monitor.waarde(
        lezing.code, variant=lezing.variant, periode=periode, per=per, filters=filters
    )
    rijen = lezing.geteld(groep.beeld, periode)
    per_gebied: dict[str, list[dict[str, Any]]] = {}
    for rij in rijen:
        if gebied.past(rij, filters):
            per_gebied.setdefault(gebied.sleutel(rij, per), []).append(rij)
    gezien = {rij.sleutel for rij in uitkomst.rijen}
    assert set(per_gebied) <= gezien
    if not filters:
        assert set(gebied.altijd(per)) <= gezien

    euro = {maat.sleutel for maat in uitkomst.indicator.maten if maat.eenheid == "euro"}
    stromen = overdrachten(groep.beeld, lezing, periode, per, filters)
    for rij in uitkomst.rijen:
        verwacht = lezing.maten(per_gebied.get(rij.sleutel, []))
        verwacht |= {naam: telling[rij.sleutel] for naam, telling in stromen.items()}
        for maat, waarde in verwacht.items():
            klopt = zelfde(rij.waarden[maat], waarde, euro=maat in euro)
            assert klopt, (rij.sleutel, maat, rij.waarden[maat], waarde)


def overdrachten(
    beeld: Beeld, lezing: Lezing, periode: Periode, per: str, filters: dict[str, str]
) -> dict[str, Counter]:
    """Transfers into and out of each area, of V2a and V2b."""
    if lezing.code not in ("V2a", "V2b"):
        return {}
    telling: Counter = Counter()
    paren = v2.overgangen(beeld, periode.begin, periode.einde, lezing.variant)
    for van, naar in paren:
        hier, daar = (naar, van) if lezing.code == "V2a" else (van, naar)
        elders = gebied.sleutel(hier, per) != gebied.sleutel(daar, per)
        if gebied.past(hier, filters) and (elders or not gebied.past(daar, filters)):
            telling[gebied.sleutel(hier, per)] += 1
    return {"overdracht_in" if lezing.code == "V2a" else "overdracht_uit": telling}


def zelfde(monitor: Any, naief: Any, *, euro: bool) -> bool:
    """Equal: counts and sums exactly, means to the cent or to nine digits."""
    if monitor is None or naief is None:
        return monitor is None and naief is None
    if euro:
        return abs(Fraction(monitor) * 100 - naief) <= Fraction(501, 1000)
    if isinstance(naief, int):
        return monitor == naief
    return abs(Fraction(monitor) - naief) <= Fraction(1, 10**6)


def test_de_volledigheid_is_gelijk(groep: Groep) -> None:
    maanden = [(maand.begin, maand.einde) for maand in JAAR.maanden()]
    naief = {
        (rij["gemeente"], rij["aanbieder"], rij["maand"], rij["aanwezig"], rij["beantwoord"])
        for rij in volledigheid(groep.beeld, maanden)
    }
    monitor = {
        (rij.gemeente, rij.aanbieder, rij.maand.begin, rij.aanwezig, rij.beantwoord)
        for rij in groep.monitor.volledigheid(JAAR)
        if rij.verwacht
    }
    assert monitor == naief
