"""Welke cellen bij de kleine horen, met getallen die op een vel papier passen."""

from __future__ import annotations

import numpy as np
import pytest

from paraplu.monitor.verbergen.kiezen import Stelsel, kies
from paraplu.monitor.verbergen.nazien import vaste_getallen, zie_na


def stelsel(aantallen, sommen, *, drempel=5, eigen=()):
    """Numbers by name; sums as a total with its parts; whose part (name, party, how much)."""
    namen = list(aantallen)
    plek = {naam: nummer for nummer, naam in enumerate(namen)}
    leden = [
        (nummer, plek[naam], teken)
        for nummer, (totaal, delen) in enumerate(sommen)
        for naam, teken in [*((deel, 1) for deel in delen), (totaal, -1)]
    ]
    som, getal, teken = (np.array(kolom, np.int64) for kolom in zip(*leden, strict=True))
    aantal = np.array([aantallen[naam] for naam in namen], np.int64)
    drie = [(plek[naam], partij, deel) for naam, partij, deel in eigen]
    kolommen = zip(*drie, strict=True) if drie else ((), (), ())
    return Stelsel(
        aantal=aantal,
        cel=np.arange(len(namen)),
        som=som,
        getal=getal,
        teken=teken,
        drempel=np.full(len(sommen), drempel, np.int64),
        klein=(aantal > 0) & (aantal < drempel),
        eigen=tuple(np.array(kolom, np.int64) for kolom in kolommen),
        duur=aantal,
    ), namen


def verborgen(aantallen, sommen, **keuze):
    geheel, namen = stelsel(aantallen, sommen, **keuze)
    return {naam for naam, weg in zip(namen, zie_na(geheel, kies(geheel)), strict=True) if weg}


@pytest.mark.parametrize(
    ("aantallen", "weg"),
    [
        ({"t": 30, "a": 10, "b": 20}, ""),
        ({"t": 33, "a": 4, "b": 20, "c": 9}, "ac"),
        ({"t": 7, "a": 3, "b": 4}, "ab"),  # together seven: nobody knows which is which
        ({"t": 5, "a": 1, "b": 4}, "ab"),
        ({"t": 4, "a": 4}, "ta"),
        ({"t": 42, "a": 1, "b": 2, "c": 9, "d": 30}, "abc"),
    ],
)
def test_een_klein_deel_verdwijnt_met_een_tweede(aantallen, weg):
    delen = [naam for naam in aantallen if naam != "t"]
    assert verborgen(aantallen, [("t", delen)]) == set(weg)


def test_vijf_kinderen_in_vijf_cellen_zijn_er_in_elk_een():
    aantallen = {"t": 35, **dict.fromkeys("abcde", 1), "f": 30}

    assert verborgen(aantallen, [("t", list("abcdef"))]) == set("abcdef")


def test_wie_zijn_eigen_deel_kent_houdt_ook_niets_over():
    """Three gemeenten: the large one would know what the other two have together."""
    aantallen = {"regio": 34, "groot": 30, "klein": 1, "midden": 3}
    delen = [("regio", ["groot", "klein", "midden"])]

    assert verborgen(aantallen, delen) == {"klein", "midden", "groot"}
    eigen = [("groot", 0, 30), ("regio", 0, 30)]
    assert verborgen(aantallen, delen, eigen=eigen) == {"klein", "midden", "groot", "regio"}


def test_wat_alle_sommen_samen_vastleggen_wordt_gezien():
    """Two tables that touch in one cell: each sum misses two, and the cell between is fixed."""
    aantallen = {"r1": 20, "r2": 20, "k1": 20, "k2": 20, "tussen": 9, "rest": 31}
    sommen = [("r1", ["a", "b"]), ("r2", ["c", "tussen"]), ("k1", ["a", "c"])]
    aantallen |= {"a": 8, "b": 12, "c": 11}
    geheel, namen = stelsel(aantallen, [*sommen, ("k2", ["b", "tussen"])])
    weg = np.array([naam in {"a", "b", "c"} for naam in namen])

    vast = vaste_getallen(geheel, weg, np.zeros(len(namen), bool))
    assert {namen[nummer] for nummer in vast} == {"a", "b", "c"}
    weg[namen.index("tussen")] = True
    assert not len(vaste_getallen(geheel, weg, np.zeros(len(namen), bool)))
