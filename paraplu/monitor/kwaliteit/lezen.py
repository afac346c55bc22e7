"""The findings for whoever asks: as rows, and counted per party, check and month."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor import tellen
from paraplu.monitor.kwaliteit.bewaard import open_bevindingen
from paraplu.monitor.kwaliteit.controle import zoek_controle

if TYPE_CHECKING:
    from paraplu.monitor.api import Monitor
    from paraplu.monitor.geopend import Geopend
    from paraplu.monitor.periode import Periode

Rij = dict[str, Any]

#: What findings can be counted by.
PER: Final = ("code", "maand", "partij", "gemeente", "aanbieder", "regio", "gi")
#: What a row shows, in this order; no key of the machine.
GETOOND: Final = (
    "code",
    "rij",
    "sleutel",
    "bericht",
    "volgnummer",
    "kind",
    "gemeente",
    "aanbieder",
    "productcategorie",
    "productcode",
    "partij",
    "maand",
    "dag",
    "wat",
    "centen",
    "schuift",
)


class OnbekendeSplitsing(ValueError):
    """A word by which findings cannot be counted."""


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """Which findings; empty keeps all.

    `van` and `tot` are months (2023-05), both included. `filters`: dimensions of the monitor, such
    as gemeente or aanbieder. `gemeenten`: in one of these.
    """

    code: str = ""
    van: str = ""
    tot: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    gemeenten: tuple[str, ...] = ()

    def naam(self, per: Sequence[str]) -> str:
        """A name for the answer to this question."""
        vraag = json.dumps([asdict(self), list(per)], sort_keys=True)
        return "kwaliteit-" + sha256(vraag.encode()).hexdigest()[:24]


def bevindingen(
    monitor: Monitor,
    check: str | None = None,
    periode: Periode | None = None,
    filters: Mapping[str, str] | None = None,
    *,
    hoogstens: int | None = None,
) -> list[Rij]:
    """The findings of a check (None: of all) in a period; see `lijst`. Raises OnbekendeControle."""
    return lijst(monitor, _keuze(check, periode, filters), hoogstens=hoogstens)


def lijst(monitor: Monitor, keuze: Keuze, *, hoogstens: int | None = None) -> list[Rij]:
    """The findings of a choice, those of the last days first; pseudonyms only.

    `levering`: the first delivery that brought the message, where the finding is about one.
    Raises OnbekendeDimensie.
    """
    with monitor.geopend() as geopend:
        alle = open_bevindingen(geopend)
        if alle is None:
            return []
        rijen = gekozen(alle, keuze).select(*GETOOND)
        rijen = rijen.order_by(ibis.desc(_.dag), "code", "gemeente", "aanbieder", "rij")
        gelezen = geopend.lees(rijen if hoogstens is None else rijen.limit(hoogstens))
        gebracht = _leveringen(geopend, {rij["bericht"] for rij in gelezen if rij["bericht"]})
    return [{**rij, "levering": gebracht.get(rij["bericht"])} for rij in gelezen]


def _leveringen(geopend: Geopend, berichten: Collection[str]) -> dict[str, str]:
    """Which delivery brought each of these messages first."""
    if not berichten:
        return {}
    gebracht = geopend.opslag.lees("aanlevering").filter(_.bericht.isin(sorted(berichten)))
    volgorde = ibis.row_number().over(group_by="bericht", order_by=[_.dag, _.levering])
    eerste = gebracht.mutate(volgorde=volgorde).filter(_.volgorde == 0)
    return {
        rij["bericht"]: rij["levering"]
        for rij in geopend.lees(eerste.select("bericht", "levering"))
    }


def tel(
    monitor: Monitor, keuze: Keuze | None = None, *, per: Sequence[str] = ("code",)
) -> list[Rij]:
    """Per value of `per`, in order: `aantal` findings and `kinderen` that they are about.

    A finding belongs to one month and one party; of a distinct child per value the sum is not exact.
    Raises OnbekendeSplitsing.
    """
    if fout := [naam for naam in per if naam not in PER]:
        raise OnbekendeSplitsing(f"per {fout[0]!r} kan niet; wel: {', '.join(PER)}")
    gevraagd = keuze or Keuze()
    with monitor.geopend() as geopend:
        return _tel(geopend, gevraagd, per)


def _tel(geopend: Geopend, keuze: Keuze, per: Sequence[str]) -> list[Rij]:
    def reken() -> list[Rij]:
        alle = open_bevindingen(geopend)
        if alle is None:
            return []
        rijen = gekozen(alle, keuze)
        sleutels = {naam: _kolom(rijen, naam) for naam in per}
        los = rijen.select(**sleutels, kind=rijen.kind, is_kind=rijen.kind.notnull())
        per_kind = los.group_by([*per, "kind"]).agg(
            aantal=_.count(), is_kind=ibis.ifelse(_.is_kind, 1, 0).max()
        )
        telling = per_kind.group_by(list(per)).agg(
            aantal=_.aantal.sum().cast("int64"), kinderen=_.is_kind.sum().cast("int64")
        )
        return geopend.lees(telling.order_by(*per) if per else telling)

    rijen: list[Rij] = geopend.onthoud(keuze.naam(per), reken)
    return rijen


def gekozen(alle: Table, keuze: Keuze) -> Table:
    """The findings of a choice."""
    rijen = tellen.gefilterd(alle, {naam: str(waarde) for naam, waarde in keuze.filters.items()})
    voorwaarden = []
    if keuze.code:
        voorwaarden.append(rijen.code == keuze.code)
    if keuze.van:
        voorwaarden.append(rijen.maand >= keuze.van)
    if keuze.tot:
        voorwaarden.append(rijen.maand <= keuze.tot)
    if keuze.gemeenten:
        voorwaarden.append(rijen.gemeente.isin(list(keuze.gemeenten)))
    return rijen.filter(*voorwaarden) if voorwaarden else rijen


def _keuze(check: str | None, periode: Periode | None, filters: Mapping[str, str] | None) -> Keuze:
    if check is not None:
        zoek_controle(check)
    return Keuze(
        code=check or "",
        van=f"{periode.begin:%Y-%m}" if periode else "",
        tot=f"{periode.einde:%Y-%m}" if periode else "",
        filters=dict(filters or {}),
    )


def _kolom(rijen: Table, naam: str) -> ibis.expr.types.StringValue:
    kolom = tellen.PER.get(naam, naam)
    return rijen[kolom].cast("string").fill_null("")
