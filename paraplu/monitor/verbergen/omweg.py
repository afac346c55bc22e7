"""The cheapest cells to hide so that a number is not fixed any more: a way around it.

A number is free for a reader when it can change with others that the reader does not see, and every sum
stays what it is. Such a change is looked for among all numbers that the reader does not know: hidden
ones may join for next to nothing, a shown one costs what hiding it costs. The cells that it then goes
through are hidden. It is a linear programme; HiGHS solves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np
from numpy.typing import NDArray

from paraplu.monitor.verbergen.kiezen import Getallen, Stelsel, Vlaggen

Reals = NDArray[np.float64]
#: What a hidden number costs beside a shown one: only to prefer a short way.
BIJNA_NIETS: Final = 1e-3
#: A number that changes less than this does not take part.
DOET_MEE: Final = 1e-7
#: From how many sums away numbers join: near first, which is quick; 0 is from everywhere.
DICHTBIJ: Final = (2, 3, 0)


def vind_omweg(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen, getal: int) -> Getallen:
    """The numbers that change with `getal`, with shown cells among them; none where there is no way.

    `weg`: cells that are hidden already; `kent`: numbers that the reader knows, so that they stay.
    """
    for stappen in DICHTBIJ:
        omweg = _zoek(stelsel, weg, _mee(stelsel, kent, getal, stappen), getal)
        if omweg is not None:
            return omweg
    return np.zeros(0, np.int64)


def _mee(stelsel: Stelsel, kent: Vlaggen, getal: int, stappen: int) -> Vlaggen:
    """The numbers that may change: within so many sums of `getal`, and in no sum beyond; 0: all."""
    if not stappen:
        return ~kent
    sommen = np.zeros(len(stelsel.drempel), bool)
    erbij = np.zeros(len(kent), bool)
    erbij[getal] = True
    for _stap in range(stappen):
        sommen[stelsel.som[erbij[stelsel.getal]]] = True
        erbij[stelsel.getal[sommen[stelsel.som]]] = True
        erbij &= ~kent
    buiten = np.zeros(len(kent), bool)
    buiten[stelsel.getal[~sommen[stelsel.som]]] = True
    mee: Vlaggen = erbij & ~buiten
    return mee


@dataclass(frozen=True)
class _Sommen:
    """The sums as a sparse table: per place its row (a sum), column (a number) and sign."""

    rij: Getallen
    kolom: Getallen
    teken: Reals
    hoeveel: int

    def per_kolom(self, kolommen: int) -> tuple[Getallen, Getallen, Reals]:
        """Where each column begins, and the rows and signs in that order."""
        volgorde = np.argsort(self.kolom, kind="stable")
        begin = np.searchsorted(self.kolom[volgorde], np.arange(kolommen + 1))
        return begin, self.rij[volgorde], self.teken[volgorde]


def _zoek(stelsel: Stelsel, weg: Vlaggen, mee: Vlaggen, getal: int) -> Getallen | None:
    if not mee[getal]:
        return None
    vrij = np.flatnonzero(mee)
    plek = np.flatnonzero(mee[stelsel.getal])
    welke, rij = np.unique(stelsel.som[plek], return_inverse=True)
    kolom = np.searchsorted(vrij, stelsel.getal[plek])
    sommen = _Sommen(rij, kolom, stelsel.teken[plek].astype(float), len(welke))
    over = _los_op(sommen, _prijs(stelsel, weg)[vrij], int(np.searchsorted(vrij, getal)))
    return None if over is None else vrij[np.abs(over) > DOET_MEE]


def _prijs(stelsel: Stelsel, weg: Vlaggen) -> Reals:
    """Per number what its cell costs, from next to nothing to two."""
    duur = stelsel.duur.astype(float)
    per_cel = np.where(weg, BIJNA_NIETS, 1 + duur / max(1.0, duur.max(initial=0)))
    prijs: Reals = per_cel[stelsel.cel]
    return prijs


def _los_op(sommen: _Sommen, prijs: Reals, vast: int) -> Reals | None:
    """The cheapest change x with Ax = 0 and x[vast] = 1, by sum of price × |x|; None without one.

    The solver takes no absolute values: each x is what it goes up less what it goes down.
    """
    n = len(prijs)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = 2 * n, sommen.hoeveel
    lp.col_cost_ = np.concatenate([prijs, prijs])
    onder, boven = np.zeros(2 * n), np.full(2 * n, highspy.kHighsInf)
    onder[vast] = boven[vast] = 1
    boven[n + vast] = 0
    lp.col_lower_, lp.col_upper_ = onder, boven
    lp.row_lower_ = lp.row_upper_ = np.zeros(sommen.hoeveel)
    begin, rij, teken = sommen.per_kolom(n)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.concatenate([begin, begin[1:] + begin[-1]])
    lp.a_matrix_.index_ = np.concatenate([rij, rij])
    lp.a_matrix_.value_ = np.concatenate([teken, -teken])
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.passModel(lp)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    x = np.array(solver.getSolution().col_value)
    over: Reals = x[:n] - x[n:]
    return over
