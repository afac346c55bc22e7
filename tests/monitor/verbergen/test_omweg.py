"""Wie een getal vrij wil maken, verbergt zo weinig mogelijk erbij."""

from __future__ import annotations

import numpy as np
import pytest

from paraplu.monitor.verbergen.nazien import vaste_getallen
from paraplu.monitor.verbergen.omweg import vind_omweg
from tests.monitor.verbergen.test_alle_sommen import maak


@pytest.mark.parametrize("zaad", [1, 2, 3])
def test_na_de_omweg_ligt_het_getal_niet_meer_vast(zaad: int):
    stelsel = maak(zaad)
    weg, niemand = stelsel.klein.copy(), np.zeros(len(stelsel.aantal), bool)
    vast = vaste_getallen(stelsel, weg, niemand)
    assert len(vast)
    for getal in vast.tolist()[:5]:
        omweg = vind_omweg(stelsel, weg, niemand, getal)
        erbij = weg.copy()
        erbij[stelsel.cel[omweg]] = True
        assert getal in omweg
        assert getal not in vaste_getallen(stelsel, erbij, niemand)


@pytest.mark.parametrize("zaad", [1, 2])
def test_met_een_cel_minder_ligt_het_weer_vast(zaad: int):
    stelsel = maak(zaad)
    weg, niemand = stelsel.klein.copy(), np.zeros(len(stelsel.aantal), bool)
    getal = int(vaste_getallen(stelsel, weg, niemand)[0])
    omweg = vind_omweg(stelsel, weg, niemand, getal)
    nodig = [cel for cel in np.unique(stelsel.cel[omweg]).tolist() if not weg[cel]]
    assert nodig
    for cel in nodig:
        erbij = weg.copy()
        erbij[[ander for ander in nodig if ander != cel]] = True
        assert getal in vaste_getallen(stelsel, erbij, niemand)


def test_wie_al_het_andere_weet_lost_het_getal_altijd_op():
    stelsel = maak(1)
    kent = np.ones(len(stelsel.aantal), bool)
    getal = int(stelsel.getal[0])
    kent[getal] = False
    assert not len(vind_omweg(stelsel, stelsel.klein, kent, getal))
