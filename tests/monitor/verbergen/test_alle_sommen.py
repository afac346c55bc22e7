"""Gegenereerde tabellen, met elke som opgelost in breuken."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from paraplu.monitor.verbergen.bouwen import Bouw
from paraplu.monitor.verbergen.groepen import FAMILIES
from paraplu.monitor.verbergen.kiezen import NIEMAND, Stelsel, Vlaggen, kies
from paraplu.monitor.verbergen.nazien import zie_na
from paraplu.monitor.verbergen.stapel import Stapel, Woorden
from paraplu.monitor.verbergen.teruggeven import geef_terug
from paraplu.monitor.verbergen.vormen import vormen_van
from tests.monitor.verbergen.aanvaller import los_op

WAARDEN = {
    "gemeente": ("0202", "0200", "0197"),
    "gi": ("g1", "g2", "g3"),
    "aanbieder": ("a1", "a2", "a3"),
    "productcategorie": ("47", "48"),
    "tussentaal": ("1", "2"),
    "soort_maatregel": ("ots", "jr"),
}
DREMPEL = 5
REGIO = {"0202": "CG", "0200": "MIJOV", "0197": "ACH"}


def maak(zaad: int, code: str = "V1", aantal: int = 90) -> Stelsel:
    """A family over one year with children spread unevenly."""
    kans = np.random.default_rng(zaad)
    woorden = Woorden()
    keuze = {
        naam: kans.choice(waarden, aantal, p=_scheef(kans, len(waarden)))
        for naam, waarden in WAARDEN.items()
    }
    keuze["regio"] = np.array([REGIO[code_] for code_ in keuze["gemeente"]])
    items = {
        naam: np.array([woorden.nummer(naam, str(waarde)) for waarde in kolom], np.int64)
        for naam, kolom in keuze.items()
    }
    groepen = {"": kans.random(aantal) < 0.8, "met_49": np.ones(aantal, bool)}
    bouw = Bouw(
        FAMILIES[code], vormen_van("partijen"), lambda _g: DREMPEL, woorden, met_partijen=True
    )
    bouw.voeg_toe(0, "2023", Stapel(items, np.arange(aantal), groepen))
    return bouw.maak({})[0]


def _scheef(kans: np.random.Generator, hoeveel: int) -> np.ndarray:
    deel = kans.exponential(size=hoeveel) + 0.1
    return deel / deel.sum()


def opgelost(stelsel: Stelsel, weg: Vlaggen, partij: int) -> list[int]:
    """The hidden numbers that the sums fix; for a party those with few children of others."""
    eigen = stelsel.deel_van(partij, np.arange(len(stelsel.aantal)))
    mist = weg[stelsel.cel] & (eigen < stelsel.aantal)
    rijen = []
    for som in range(len(stelsel.drempel)):
        plek = range(stelsel.begin[som], stelsel.begin[som + 1])
        rij = {int(stelsel.getal[p]): Fraction(int(stelsel.teken[p])) for p in plek}
        rijen.append(({getal: teken for getal, teken in rij.items() if mist[getal]}, Fraction(0)))
    gevonden = [getal for getal in los_op(rijen) if mist[getal]]
    if partij == NIEMAND:
        return gevonden
    return [getal for getal in gevonden if stelsel.aantal[getal] - eigen[getal] < DREMPEL]


@pytest.mark.parametrize("zaad", [1, 2])
def test_geen_partij_lost_een_verborgen_getal_op(zaad: int):
    stelsel = maak(zaad)
    weg = geef_terug(stelsel, zie_na(stelsel, kies(stelsel)))

    assert 0 < weg.sum() < len(weg)
    assert [opgelost(stelsel, weg, partij) for partij in (NIEMAND, *stelsel.partijen)] == [
        [] for _partij in (NIEMAND, *stelsel.partijen)
    ]


@pytest.mark.parametrize(("zaad", "aantal"), [(73, 60), (18, 60), (73, 90)])
def test_wat_elke_som_apart_niet_zegt_zeggen_zij_samen_ook_niet(zaad: int, aantal: int):
    stelsel = maak(zaad, aantal=aantal)
    som_voor_som = kies(stelsel)
    weg = geef_terug(stelsel, zie_na(stelsel, som_voor_som))
    alles = np.ones(len(weg), bool)

    def lekt(verborgen: Vlaggen) -> list[int]:
        """Who solves a number that hiding something could have kept."""
        return [
            partij
            for partij in stelsel.partijen
            if set(opgelost(stelsel, verborgen, partij)) - set(opgelost(stelsel, alles, partij))
        ]

    assert lekt(som_voor_som)
    assert not lekt(weg)


def test_met_alleen_de_kleine_cellen_weg_is_er_van_alles_op_te_lossen():
    stelsel = maak(1)
    weg = stelsel.klein.copy()
    stelsel.geef_door(weg)

    assert opgelost(stelsel, weg, NIEMAND)


def test_wat_er_bij_verborgen_wordt_is_niet_alles():
    """Every cell that is hidden without being small stands in a sum with a hidden one."""
    stelsel = maak(2)
    weg = zie_na(stelsel, kies(stelsel))
    bij = weg & ~stelsel.klein
    sommen = np.unique(stelsel.som[weg[stelsel.plekcel]])

    assert bij.sum() < (~stelsel.klein).sum()
    plek = np.isin(stelsel.som, sommen)
    assert set(np.flatnonzero(bij)) <= set(stelsel.plekcel[plek])


def test_in_een_gewone_wereld_blijft_het_meeste_te_zien():
    stelsel = maak(3, aantal=2000)
    weg = zie_na(stelsel, kies(stelsel))
    groot = stelsel.cel[stelsel.aantal == stelsel.aantal.max()]

    assert len(groot)
    assert weg.mean() < 0.5  # with what is left of groups, which nobody is shown
    assert not weg[groot].any()
