"""The rows of a figure then and now, side by side by what tells them apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.geopend import Geopend, Vraag
from paraplu.monitor.indicator import Maat
from paraplu.monitor.verschil.soorten import ANDERS, GEKOMEN, WEG

Regel = Mapping[str, Any]

#: What tells two rows of a value apart.
SLEUTELS: Final[Mapping[str, tuple[str, ...]]] = {
    "V1": ("bericht", "volgnummer"),
    "V1a": ("bericht", "volgnummer"),
    "V1b": ("bericht", "volgnummer"),
    "V2a": ("maatregel",),
    "V2b": ("maatregel",),
    "V2c": ("maatregel",),
    "V3": ("maatregel",),
    "V4": ("sleutel", "begindatum"),
    "V5": ("sleutel", "begindatum"),
    "V6": ("sleutel",),
    "V6b": ("rij",),
    "V6c": ("aanbieder",),
    "V7": ("sleutel",),
}
#: A transfer happens to a measure on a day.
OVERDRACHT: Final = ("maatregel", "vanaf")


@dataclass(frozen=True)
class Paar:
    """A row that counted then or now; a side where it did not count is the candidate, or None."""

    soort: str
    sleutel: tuple[Any, ...]
    toen: Regel | None
    nu: Regel | None

    @property
    def regel(self) -> Regel:
        """The row as it counts, or counted."""
        gekozen = self.toen if self.soort == WEG else self.nu
        return gekozen or {}

    @property
    def kinderen(self) -> set[str]:
        """The children of the row, then and now."""
        return {str(r["kind"]) for r in (self.toen, self.nu) if r and r.get("kind")}

    def veranderd(self) -> dict[str, tuple[Any, Any]]:
        """Per column that differs what it was and is; empty where one side is not there."""
        if self.toen is None or self.nu is None:
            return {}
        return {
            kolom: (self.toen.get(kolom), waarde)
            for kolom, waarde in self.nu.items()
            if waarde != self.toen.get(kolom) and kolom != "afgevallen_op"
        }


def find_sleutel(vraag: Vraag, maat: Maat | None) -> tuple[str, ...]:
    """The columns that tell the rows of this question apart."""
    if maat is not None and maat.soort == "stroom":
        return OVERDRACHT
    return SLEUTELS[vraag.indicator.code]


def read_paren(
    toen: Geopend, nu: Geopend, vraag: Vraag, maat: Maat | None
) -> tuple[int, int, list[Paar]]:
    """The number of rows then and now, and every row that is not the same in both."""
    sleutel = find_sleutel(vraag, maat)
    toen_, nu_ = _arrow(toen, vraag, maat), _arrow(nu, vraag, maat)
    con = ibis.duckdb.connect()
    links, rechts = con.create_table("toen", toen_), con.create_table("nu", nu_)
    alleen_toen = _rijen(links.difference(rechts, distinct=False))
    alleen_nu = _rijen(rechts.difference(links, distinct=False))
    con.disconnect()
    oud = {_van(rij, sleutel): rij for rij in alleen_toen}
    nieuw = {_van(rij, sleutel): rij for rij in alleen_nu}
    was = _kandidaten(toen, vraag, sleutel, set(nieuw) - set(oud))
    werd = _kandidaten(nu, vraag, sleutel, set(oud) - set(nieuw))
    paren = [
        *(
            Paar(GEKOMEN, naam, was.get(naam), rij)
            for naam, rij in nieuw.items()
            if naam not in oud
        ),
        *(Paar(WEG, naam, rij, werd.get(naam)) for naam, rij in oud.items() if naam not in nieuw),
        *(Paar(ANDERS, naam, rij, nieuw[naam]) for naam, rij in oud.items() if naam in nieuw),
    ]
    return toen_.num_rows, nu_.num_rows, sorted(paren, key=lambda p: (p.soort, str(p.sleutel)))


def _arrow(geopend: Geopend, vraag: Vraag, maat: Maat | None) -> pa.Table:
    rijen = geopend.lijst(vraag, reden=None, maat=maat)
    return _zonder_hulp(geopend, rijen)


def _zonder_hulp(geopend: Geopend, rijen: Table) -> pa.Table:
    kolommen = [kolom for kolom in rijen.columns if not kolom.startswith("_")]
    return geopend.con.to_pyarrow(rijen.select(*kolommen))


def _rijen(tabel: Table) -> list[dict[str, Any]]:
    return tabel.to_pyarrow().to_pylist()


def _van(rij: Regel, sleutel: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(rij[kolom] for kolom in sleutel)


def _kandidaten(
    geopend: Geopend, vraag: Vraag, sleutel: tuple[str, ...], namen: set[tuple[Any, ...]]
) -> dict[tuple[Any, ...], Regel]:
    """Rows with these keys as they were looked at and fell off, or counted for another area."""
    if not namen or sleutel == OVERDRACHT:
        return {}
    alle = geopend.rijen(replace(vraag, filters={}))
    eerste = sorted({str(naam[0]) for naam in namen})
    gekozen = ibis.memtable(pa.table({"eerste": pa.array(eerste, pa.string())}))
    gevonden = alle.semi_join(gekozen, alle[sleutel[0]].cast("string") == gekozen.eerste)
    rijen = _zonder_hulp(geopend, gevonden.filter(_[sleutel[0]].notnull())).to_pylist()
    return {naam: rij for rij in rijen if (naam := _van(rij, sleutel)) in namen}
