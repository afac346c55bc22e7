"""What many rules share: a line beside its allocation, and lines that came before others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.keten.beeld import TOEWIJZING, Beeld

PLEK = ("bericht", "volgnummer", "regel")
#: What a rule may compare with, under these names with `t_` before it.
KENMERKEN = (
    "productcategorie",
    "productcode",
    "ingangsdatum",
    "einddatum",
    "volume",
    "eenheid",
    "frequentie",
    "budget",
    "verwijderd",
    "reden_wijziging",
)

Voorwaarde = Callable[[Table], BooleanValue]


def gebroken(beeld: Beeld, regels: Table, voorwaarde: Voorwaarde) -> Table:
    """Lines for which `voorwaarde` holds on their allocation, now and as their sender knew it.

    What was true when a message was written is no fault of its sender, whatever the gemeente did
    later or on that day (OP095); nor is what the gemeente has made true since. Where only a later
    change of an allocation is known, nobody can say what its sender knew. Lines without an allocation
    of this child and provider, or of one that was removed, are of other rules (TR338, TR384).
    """
    nu = _naast(regels, beeld.toewijzingen)
    later = (nu.t_dagtekening >= nu.dagtekening) & nu.t_reden_wijziging.notnull()
    nu = nu.mutate(later_gewijzigd=later).filter(~nu.t_verwijderd)
    fout = nu.filter(voorwaarde(nu).fill_null(False)).select(*regels.columns, "later_gewijzigd")
    toen = _naast(fout, beeld.versies)
    toen = toen.filter(
        toen.dagtekening > toen.t_dagtekening,
        toen.t_tot.isnull() | (toen.dagtekening <= toen.t_tot),
    )
    toen = toen.mutate(toen_fout=voorwaarde(toen).fill_null(False) | toen.t_verwijderd)
    oordeel = toen.group_by(**{f"o_{naam}": naam for naam in PLEK}).agg(toen_fout=_.toen_fout.all())
    samen = fout.left_join(oordeel, [fout[naam] == oordeel[f"o_{naam}"] for naam in PLEK])
    return samen.filter(samen.toen_fout.coalesce(~samen.later_gewijzigd)).select(*PLEK)


def _naast(regels: Table, versies: Table) -> Table:
    """Every line with the allocation that it points to, of the same child and provider."""
    kenmerken = {f"t_{naam}": naam for naam in (*KENMERKEN, "dagtekening", "tot")}
    smal = versies.select(*TOEWIJZING, **kenmerken)
    samen = regels.inner_join(smal, list(TOEWIJZING))
    return samen.select(*regels.columns, *kenmerken)


def nummer_in(regels: Table, groep: Sequence[str], volgorde: Sequence[object]) -> Table:
    """Adds `nummer`: the place of a line, from 0, among those with the same `groep`."""
    nummer = ibis.row_number().over(group_by=list(groep), order_by=list(volgorde))
    return regels.mutate(nummer=nummer)


def eerste_regel(regels: Table, *groep: str) -> Table:
    """Of each message (and `groep` in it) the first line: where a class above the lines begins."""
    return regels.group_by("bericht", *groep).agg(
        volgnummer=_.volgnummer.min(), regel=_.regel.min()
    )


def plek_in_kop(berichten: Table) -> Table:
    """Findings on messages themselves, not on a line."""
    return berichten.select(
        "bericht",
        volgnummer=ibis.literal(0, type="int32"),
        regel=ibis.literal(0, type="int64"),
    )


def paren(regels: Table, andere: Table, gelijk: Sequence[str], *, kolommen: Sequence[str]) -> Table:
    """Each line with every other that is equal in `gelijk`; `kolommen` of the other get `a_`."""
    ander = andere.select(*gelijk, **{f"a_{naam}": naam for naam in kolommen})
    return regels.inner_join(ander, list(gelijk))
