"""What is to be expected, with an interval: numbers in, forecast out (R171, R194, R201).

Pure: it knows no tables, no reader and no clock. Whoever calls it gives figures that the reader gets
in full, so a forecast never says more than they do.
"""

from paraplu.monitor.prognose.niveau import (
    MINSTENS,
    Marge,
    Prognose,
    Reekssoort,
    TeWeinigGegevens,
    predict,
    predict_per_stap,
)
from paraplu.monitor.prognose.ruimte import Ruimte, Uitkomstpaar, predict_ruimte, toets_ruimte
from paraplu.monitor.prognose.toets import Toets, toets

__all__ = [
    "MINSTENS",
    "Marge",
    "Prognose",
    "Reekssoort",
    "Ruimte",
    "TeWeinigGegevens",
    "Toets",
    "Uitkomstpaar",
    "predict",
    "predict_per_stap",
    "predict_ruimte",
    "toets",
    "toets_ruimte",
]
