"""Looks whether all sums together still fix a number that each sum alone does not.

The numbers that a reader misses obey linear sums. One of them is fixed when every change of the
missing numbers that keeps all sums leaves it as it is. So take a random change that keeps them (a
random vector, projected on the null space by conjugate gradients) and see where nothing moves.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from paraplu.monitor.verbergen.kiezen import Getallen, Stelsel, Vlaggen, kies

Reals = NDArray[np.float64]
#: Movement below this is none: far more than the error of the projection. Who moves less by chance
#: is taken for fixed, which hides a cell too many and never one too few.
STIL = 1e-5
NAUWKEURIG = 1e-8
HOOGSTENS = 1000
#: Parties that are looked at as if they were one: what they do not find together, none finds alone.
SAMEN = 12


def zie_na(stelsel: Stelsel, weg: Vlaggen) -> Vlaggen:
    """Hide more until all sums together fix nothing that is hidden: for nobody, and for no party."""
    weg = weg.copy()
    vast = _vast_en_te_helpen(stelsel, weg, np.zeros(len(stelsel.aantal), bool))
    while len(vast):
        weg = _verberg_ernaast(stelsel, weg, vast, np.zeros(len(stelsel.aantal), bool))
        vast = _vast_en_te_helpen(stelsel, weg, np.zeros(len(stelsel.aantal), bool))
    for plek in range(0, len(stelsel.partijen), SAMEN):
        weg = _voor_partijen(stelsel, weg, stelsel.partijen[plek : plek + SAMEN])
    return weg


def vaste_getallen(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen) -> Getallen:
    """The hidden numbers that all sums together fix, for who knows the numbers in `kent`."""
    mist = weg[stelsel.cel] & ~kent
    plek = mist[stelsel.getal]
    if not plek.any():
        return np.zeros(0, np.int64)
    getallen, kolom = np.unique(stelsel.getal[plek], return_inverse=True)
    sommen, rij = np.unique(stelsel.som[plek], return_inverse=True)
    waarde = stelsel.teken[plek] / np.sqrt(np.bincount(rij))[rij]
    kans = np.random.default_rng(len(getallen))
    stil = np.ones(len(getallen), bool)
    for _keer in range(2):  # what hardly moves by chance does so once
        begin = kans.normal(size=len(getallen))
        stil &= np.abs(_projecteer(begin, rij, kolom, waarde, len(sommen))) < STIL
        if not stil.any():
            break
    vast: Getallen = getallen[stil]
    return vast


def _voor_partijen(stelsel: Stelsel, weg: Vlaggen, partijen: Sequence[int]) -> Vlaggen:
    """The same for each of these parties: together first, and in halves where they find something."""
    kent = stelsel.kent(partijen)
    vast = _vast_en_te_helpen(stelsel, weg, kent)
    if not len(vast):
        return weg
    if len(partijen) == 1:
        while len(vast):
            weg = _verberg_ernaast(stelsel, weg, vast, kent)
            vast = _vast_en_te_helpen(stelsel, weg, kent)
        return weg
    helft = len(partijen) // 2
    weg = _voor_partijen(stelsel, weg, partijen[:helft])
    return _voor_partijen(stelsel, weg, partijen[helft:])


def _vast_en_te_helpen(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen) -> Getallen:
    """Fixed numbers with a shown cell in one of their sums; the others a party finds in its own."""
    vast = vaste_getallen(stelsel, weg, kent)
    return np.array([getal for getal in vast if len(_over(stelsel, weg, kent, getal))], np.int64)


def _over(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen, getal: int) -> Getallen:
    """The cells in the sums of a number that are shown and not known."""
    plekken = [
        np.arange(stelsel.begin[som], stelsel.begin[som + 1])
        for som in stelsel.som[stelsel.getal == getal]
    ]
    plek = np.concatenate(plekken) if plekken else np.zeros(0, np.int64)
    cellen = stelsel.plekcel[plek]
    over: Getallen = cellen[~weg[cellen] & ~kent[stelsel.getal[plek]]]
    return over


def _verberg_ernaast(stelsel: Stelsel, weg: Vlaggen, vast: Getallen, kent: Vlaggen) -> Vlaggen:
    """Hide the cheapest cell beside each fixed number that has none yet, and what follows from it."""
    nieuw = weg.copy()
    for getal in vast:
        over = _over(stelsel, weg, kent, getal)
        if not nieuw[over].any():
            nieuw[over[np.argmin(stelsel.duur[over])]] = True
    return kies(stelsel, nieuw)


def _projecteer(begin: Reals, rij: Getallen, kolom: Getallen, waarde: Reals, sommen: int) -> Reals:
    """`begin` less what the sums see of it: begin - Aᵀ(AAᵀ)⁻¹A begin, by conjugate gradients."""
    stap = begin.copy()
    rest = _op_sommen(stap, rij, kolom, waarde, sommen)
    richting = rest.copy()
    grootte = _kwadraat(rest)
    genoeg = NAUWKEURIG**2 * max(grootte, 1.0)
    for _keer in range(HOOGSTENS):
        if grootte <= genoeg:
            break
        terug = _op_sommen(richting, kolom, rij, waarde, len(begin))
        deel = grootte / _kwadraat(terug)
        stap -= deel * terug
        rest -= deel * _op_sommen(terug, rij, kolom, waarde, sommen)
        nieuw = _kwadraat(rest)
        richting = rest + (nieuw / grootte) * richting
        grootte = nieuw
    return stap


def _op_sommen(
    getallen: Reals, rij: Getallen, kolom: Getallen, waarde: Reals, hoeveel: int
) -> Reals:
    som = np.bincount(rij, weights=waarde * getallen[kolom], minlength=hoeveel)
    uit: Reals = som.astype(np.float64, copy=False)
    return uit


def _kwadraat(rij: Reals) -> float:
    """The square of its length; not by `@`, that starts threads of its own."""
    return float(np.einsum("i,i->", rij, rij))
