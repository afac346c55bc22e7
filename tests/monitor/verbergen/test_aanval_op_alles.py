"""Wie jaren, kwartalen, waarden, lezingen en gebieden naast elkaar legt, vindt niets kleins terug."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa
import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.verbergen import KLEIN, Kijk
from paraplu.monitor.verbergen.cel import GEBIED
from tests.generated.wereld import maak_wereld
from tests.monitor.verbergen.aanval import Aanval
from tests.monitor.verbergen.gehoord import Gehoord

KWARTALEN = [Periode.kwartaal(2023, nummer) for nummer in range(1, 5)]
PERIODEN = [Periode.kwartaal(2022, 4), Periode.jaar(2023), *KWARTALEN]
STROOM = ("V2a", "V2b", "V2c")
DREMPELS = (3, 3, 3)
LEZERS = {
    "niemand": (),
    "gemeente": (("gemeente", "0202"),),
    "een buurgemeente": (("gemeente", "0200"),),
    "regio": (("regio", "CG"),),
    "gi": (("gi", "60000001"),),
    "een andere gi": (("gi", "60000002"),),
    "aanbieder": (("aanbieder", "60000002"),),
}


@pytest.fixture(scope="module")
def werelden(klein: Monitor, tmp_path_factory: pytest.TempPathFactory) -> list[Monitor]:
    """Three worlds of other children."""
    uit = [klein]
    for begin in (200, 300):
        map_ = tmp_path_factory.mktemp("aanval")
        opslag = Opslag(map_)
        opslag.maak()
        stukken = [maak_wereld(zaad) for zaad in range(begin, begin + 25)]
        opslag.voeg_toe(
            {
                naam: pa.Table.from_pylist([r for w in stukken for r in w[naam]], schema=schema)
                for naam, schema in SCHEMAS.items()
            }
        )
        uit.append(Monitor(map_))
    return uit


def kijk(lezer: str, wereld: int) -> Kijk:
    eigen = frozenset(LEZERS[lezer])
    return Kijk(kring="partijen", drempels=(("", DREMPELS[wereld]),), eigen=eigen)


@pytest.fixture(scope="module")
def gehoord(werelden: list[Monitor]) -> list[Gehoord]:
    codes = (STROOM, ("V1",), ("V1",))
    return [
        Gehoord.vraag_alles(monitor, kijk("niemand", wereld), welke, PERIODEN)
        for wereld, (monitor, welke) in enumerate(zip(werelden, codes, strict=True))
    ]


@pytest.mark.parametrize(
    ("lezer", "wereld"),
    [
        *((lezer, 0) for lezer in ("niemand", "een buurgemeente", "gi")),
        *((lezer, 1) for lezer in LEZERS),
        *((lezer, 2) for lezer in ("niemand", "gemeente", "een andere gi")),
    ],
)
def test_geen_lezer_vindt_een_klein_cijfer_van_een_ander(gehoord, wereld: int, lezer: str):
    aanval = Aanval.doe(gehoord[wereld], kijk(lezer, wereld))

    assert 0 < len(gehoord[wereld].verborgen) < len(gehoord[wereld].alles)
    assert aanval.kleine(DREMPELS[wereld]) == {}


@pytest.mark.parametrize("wereld", [1, 2])
def test_wie_geen_eigen_gebied_heeft_vindt_geen_enkel_verborgen_cijfer(gehoord, wereld: int):
    """A zero may be found: that nobody is there is shown elsewhere too."""
    gevonden = Aanval.doe(gehoord[wereld], kijk("niemand", wereld)).gevonden

    assert len(gehoord[wereld].verborgen) < len(gehoord[wereld].alles)
    assert {vak: n for vak, n in gevonden.items() if n} == {}


def test_met_het_jaar_en_de_kwartalen_los_van_elkaar_vindt_de_aanvaller_cijfers(gehoord):
    """A planted leak: the totals of the year are given, whatever the quarters hide."""
    lek = replace(gehoord[1], verborgen={v for v in gehoord[1].verborgen if "-" in v[1]})
    gevonden = Aanval.doe(lek, kijk("niemand", 1)).gevonden
    assert {vak: n for vak, n in gevonden.items() if n}
    assert all(lek.alles[vak] == n for vak, n in gevonden.items())


def test_de_aanvaller_hoort_wat_een_lezer_hoort(klein: Monitor, gehoord):
    """What it takes from the pattern is what a question gives, hidden or in full."""
    for per in ("regio", "gi", "soort_maatregel"):
        uitkomst = klein.waarde(
            "V2c", periode=PERIODEN[1], per=per, filters={"gelderland": "gelderland"},
            kijk=kijk("niemand", 0),
        )  # fmt: skip
        for rij in uitkomst.rijen:
            cel = frozenset({(GEBIED if per == "regio" else per, rij.sleutel)})
            for maat in ("stand", "kinderen"):
                vak = (("V2c", uitkomst.variant, maat), "2023", cel)
                verborgen = rij.waarden[maat] is KLEIN
                assert verborgen == (vak in gehoord[0].verborgen)
                assert verborgen or gehoord[0].alles.get(vak, 0) == rij.waarden[maat]
