"""The list behind a figure sums to it: every value, reading, measure, period and selection.

Each measure is read again in plain Python from the rows of `Monitor.lijst`, as a reader with a
spreadsheet would, and held beside what `Monitor.waarde` says. With PARAPLU_WERELDEN set every
reading is tried with every selection in every period.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from paraplu.monitor import Monitor, Periode, waarden
from paraplu.monitor.bladen import Bladen
from paraplu.monitor.indicator import Indicator, Maat
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from tests.generated.test_tweede_lezing import ORGANISATIES, PLAFONDS, TARIEVEN
from tests.generated.wereld import maak_wereld

WERELDEN = 25
#: Each reading with some of the selections, in turn; with this all of them, in every period.
ALLES = bool(os.environ.get("PARAPLU_WERELDEN"))
#: The first for the reading that is shown, the last for the others; February has no template.
PERIODEN = (
    Periode.jaar(2023),
    Periode.kwartaal(2023, 2),
    Periode.maand(2023, 5),
    Periode.maand(2023, 2),
)
#: What one can be kept to: an area, a GI, a provider, what a table is split by, and two at once.
KEUZEN: tuple[dict[str, str], ...] = (
    {},
    {"gelderland": "gelderland"},
    {"gemeente": "0202"},
    {"regio": "buiten"},
    {"gi": "60000001"},
    {"aanbieder": "70000001"},
    {"gemeente": "0202", "gi": "60000002"},
    {"gelderland": "gelderland", "soort_maatregel": "ots"},
    {"gemeente": "0200", "productcategorie": "48"},
)
LEZINGEN = [
    (code, variant)
    for code, indicator in waarden.indicatoren().items()
    for variant in indicator.varianten
]


@pytest.fixture(scope="module")
def monitor(tmp_path_factory: pytest.TempPathFactory) -> Monitor:
    """A few worlds, with sheets."""
    map_ = tmp_path_factory.mktemp("lijsten")
    werelden = [maak_wereld(zaad) for zaad in range(500, 500 + WERELDEN)]
    opslag = Opslag(map_)
    opslag.maak()
    opslag.voeg_toe(
        {
            naam: pa.Table.from_pylist([rij for w in werelden for rij in w[naam]], schema=schema)
            for naam, schema in SCHEMAS.items()
        }
    )
    importeer(map_)
    return Monitor(map_)


def importeer(map_: Path) -> None:
    """The sheets that V6b and V6c need."""
    bladen = Bladen(map_)
    for soort, tekst in (
        ("tarieven", TARIEVEN),
        ("budgetplafonds", PLAFONDS),
        ("organisaties", ORGANISATIES),
    ):
        bladen.importeer(soort, tekst.encode(), bestand=f"{soort}.csv", op=PERIODEN[0].begin)


def lees(maat: Maat, rijen: list[dict[str, Any]], stroom: list[dict[str, Any]]) -> Any:
    """A measure from the rows of the list, by counting."""
    if maat.soort == "stroom":
        return len(stroom)
    waar = [rij for rij in rijen if maat.waar is None or rij[maat.waar]]
    if maat.soort == "aantal":
        return len(waar)
    if maat.soort == "uniek":
        return len({rij[maat.kolom] for rij in waar} - {None})
    if maat.soort == "aandeel":
        return lees_aandeel(maat, rijen, waar)
    gevuld = sorted(Fraction(rij[maat.kolom]) for rij in waar if rij[maat.kolom] is not None)
    if maat.soort == "som":
        return sum(gevuld, Fraction())
    if not gevuld:
        return None
    if maat.soort == "gemiddelde":
        return sum(gevuld) / len(gevuld)
    return op_plek(gevuld, {"mediaan": Fraction(1, 2), "p90": Fraction(9, 10)}[maat.soort])


def lees_aandeel(maat: Maat, rijen: list[dict[str, Any]], waar: list[dict[str, Any]]) -> Any:
    """A part of a whole: of sums, of distinct values, or of rows."""
    if maat.noemer:
        teller, noemer = (
            sum((Fraction(rij[kolom] or 0) for rij in rijen), Fraction())
            for kolom in (maat.kolom, maat.noemer)
        )
    elif maat.kolom:
        teller, noemer = (len({r[maat.kolom] for r in deel} - {None}) for deel in (waar, rijen))
    else:
        teller, noemer = len(waar), len(rijen)
    return Fraction(teller) / Fraction(noemer) if noemer else None


def op_plek(gevuld: list[Fraction], deel: Fraction) -> Fraction:
    """The value at a part of the way through, between two where it falls between them."""
    plek = deel * (len(gevuld) - 1)
    laag = math.floor(plek)
    hoog = min(laag + 1, len(gevuld) - 1)
    return gevuld[laag] + (gevuld[hoog] - gevuld[laag]) * (plek - laag)


def past(maat: Maat, cijfer: Any, geteld: Any) -> bool:
    """Equal: counts and sums exactly, the rest to the cent or to six digits."""
    if cijfer is None or geteld is None:
        return cijfer is None and geteld is None
    if maat.soort in {"aantal", "uniek", "stroom", "som"}:
        return Fraction(cijfer) == Fraction(geteld)
    speling = Fraction(51, 10_000) if isinstance(cijfer, Decimal) else Fraction(1, 10**6)
    return abs(Fraction(cijfer) - Fraction(geteld)) <= speling


def verschillen(
    monitor: Monitor, indicator: Indicator, vraag: dict[str, Any]
) -> Iterator[tuple[str, Any, Any]]:
    """Measures that the list does not sum to."""
    cijfers = monitor.waarde(indicator.code, **vraag, per="alles").rijen[0].waarden
    rijen = monitor.lijst(indicator.code, **vraag, hoogstens=None)
    for maat in indicator.maten:
        stroom = (
            monitor.lijst(indicator.code, **vraag, maat=maat.sleutel, hoogstens=None)
            if maat.soort == "stroom"
            else []
        )
        geteld = lees(maat, rijen, stroom)
        if not past(maat, cijfers[maat.sleutel], geteld):
            yield maat.sleutel, cijfers[maat.sleutel], geteld


@pytest.mark.parametrize("lezing", LEZINGEN, ids="-".join)
def test_de_lijst_telt_op_tot_het_cijfer(monitor: Monitor, lezing: tuple[str, str]) -> None:
    code, variant = lezing
    indicator = waarden.indicator(code)
    plek = LEZINGEN.index(lezing)
    is_eerste = variant == indicator.varianten[0]
    perioden = PERIODEN if ALLES else PERIODEN[:1] if is_eerste else PERIODEN[-1:]
    keuzen = KEUZEN if ALLES else [KEUZEN[0], *(KEUZEN[(plek + n) % len(KEUZEN)] for n in (0, 4))]
    for periode, filters in product(perioden, keuzen):
        vraag = {"variant": variant, "periode": periode, "filters": filters}
        assert not list(verschillen(monitor, indicator, vraag)), vraag
    if is_eerste:
        assert monitor.lijst(code, periode=perioden[0])


@pytest.mark.parametrize("code", ["V1", "V2a", "V4", "V7"])
def test_wat_afviel_staat_ook_regel_voor_regel_in_een_lijst(monitor: Monitor, code: str) -> None:
    bon = monitor.bon(code, periode=PERIODEN[0])
    assert bon.afgevallen
    for reden, aantal in bon.afgevallen:
        lijst = monitor.lijst(code, periode=PERIODEN[0], reden=reden, hoogstens=None)
        assert len(lijst) == aantal
    assert bon.kandidaten == bon.geteld + sum(aantal for _reden, aantal in bon.afgevallen)


def test_de_bladzijden_van_een_lijst_zijn_samen_de_lijst(monitor: Monitor) -> None:
    heel = monitor.lijst("V1", periode=PERIODEN[0], hoogstens=None)
    stukken = [
        rij
        for vanaf in range(0, len(heel), 7)
        for rij in monitor.lijst("V1", periode=PERIODEN[0], hoogstens=7, vanaf=vanaf)
    ]
    assert len(heel) > 20
    assert stukken == heel
