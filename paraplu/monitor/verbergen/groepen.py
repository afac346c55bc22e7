"""Which children are behind a measure: all of a cell, or those that one of its columns picks out."""

from __future__ import annotations

from dataclasses import dataclass

from paraplu.monitor.indicator import Maat

#: Measures that leave rows without a value out.
OVER_WAARDEN = ("som", "gemiddelde", "mediaan", "p90")


@dataclass(frozen=True)
class Groep:
    """Counted rows where `waar` holds and `kolom` has a value; empty: all counted rows."""

    waar: str = ""
    kolom: str = ""


def groep_van(maat: Maat) -> Groep:
    """The group that a measure is about; of a share the numerator, the rest is guarded with it."""
    kolom = maat.kolom if maat.soort in OVER_WAARDEN or maat.noemer else None
    return Groep(maat.waar or "", kolom or "")
