"""Deliveries with their numbers, read from the tables themselves: no second administration."""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor import ontvangst
from paraplu.monitor.opslag import Opslag

GETALLEN = (
    "berichten",
    "berichten_nieuw",
    "berichten_geweigerd",
    "regels",
    "regels_geweigerd",
    "bytes",
    "bevindingen",
)


#: One code, or several of an organisation that acts for others (a region for its gemeenten).
Organisatie = str | tuple[str, ...]


def leveringen(
    con: ibis.BaseBackend, opslag: Opslag, *, organisatie: Organisatie | None = None
) -> list[dict[str, Any]]:
    """Deliveries of which all files were taken, the newest first, with their numbers.

    Keys: levering, dag, brenger, bestanden, bytes, berichten (all in it), berichten_nieuw,
    berichten_bekend, berichten_geweigerd, regels and regels_geweigerd (of new messages),
    bevindingen. `organisatie` keeps those with a message that it sent or received.
    """
    alle = opslag.lees("levering").group_by("levering").agg(
        dag=_.dag.min(), brenger=_.brenger.min(), bestanden=_.bestanden.max()
    )  # fmt: skip
    if organisatie is not None:
        alle = alle.semi_join(_van(opslag, organisatie), "levering")
    for telling in _tellingen(opslag):
        alle = alle.left_join(telling, "levering").drop("levering_right")
    gevuld = alle.mutate(**{naam: _[naam].fill_null(0).cast("int64") for naam in GETALLEN})
    klaar = gevuld.mutate(berichten_bekend=_.berichten - _.berichten_nieuw)
    return con.to_pyarrow(klaar.order_by(ibis.desc("dag"), ibis.desc("levering"))).to_pylist()


def laatste_dag(opslag: Opslag, bekend_op: date | None) -> date | None:
    """The day of the newest delivery, on or before `bekend_op`; None without one."""
    eerste: dict[str, date] = {}
    for rij in opslag.arrow("levering").select(["levering", "dag"]).to_pylist():
        eerste[rij["levering"]] = min(rij["dag"], eerste.get(rij["levering"], rij["dag"]))
    return max((d for d in eerste.values() if bekend_op is None or d <= bekend_op), default=None)


def per_soort(con: ibis.BaseBackend, opslag: Opslag, levering: str) -> list[dict[str, Any]]:
    """Messages in a delivery per kind and release: berichten, nieuw, regels, regels_geweigerd."""
    telling = (
        _aangeleverd(opslag)
        .filter(_.levering == levering)
        .group_by("soort", "release")
        .agg(
            berichten=_.count(),
            nieuw=_.nieuw.sum(),
            regels=_.regels.sum(),
            regels_geweigerd=_.regels_geweigerd.sum(),
        )
    )
    return con.to_pyarrow(telling.order_by("soort", "release")).to_pylist()


def bevindingen(
    con: ibis.BaseBackend,
    opslag: Opslag,
    levering: str,
    *,
    organisatie: Organisatie | None = None,
    hoogstens: int | None,
) -> list[dict[str, Any]]:
    """The findings of a delivery; of an organisation those in messages that it sent or got."""
    if organisatie is None:
        return ontvangst.bevindingen(opslag, levering, hoogstens=hoogstens)
    codes = _codes(organisatie)
    eigen = _aangeleverd(opslag).filter(
        (_.levering == levering) & (_.gemeente.isin(codes) | _.aanbieder.isin(codes))
    )
    berichten = set(con.to_pyarrow(eigen.select("bericht").distinct())["bericht"].to_pylist())
    alle = ontvangst.bevindingen(opslag, levering)
    gekozen = [rij for rij in alle if rij["afzender"] in codes or rij["bericht"] in berichten]
    return gekozen[:hoogstens]


def van_levering(
    gevonden: Table, opslag: Opslag, levering: str, *, organisatie: Organisatie | None
) -> Table:
    """Rows by `bericht` that are about a message of this delivery, with the file that brought it."""
    eigen = opslag.lees("aanlevering").filter(_.levering == levering)
    plekken = eigen.group_by("bericht").agg(bestand=_.bestand.min())
    namen = opslag.lees("bestand").filter(_.levering == levering).select("bestand", "naam")
    rijen = gevonden.inner_join(plekken, "bericht").left_join(
        namen.distinct(on="bestand"), "bestand"
    )
    if organisatie is not None:
        codes = _codes(organisatie)
        partij = [_[naam].isin(codes) for naam in ("afzender", "gemeente", "aanbieder")]
        rijen = rijen.filter(partij[0] | partij[1] | partij[2])
    kolommen = ("bestand", "naam", "bericht", "afzender", "soort", "regel", "klasse", "code")
    return rijen.select(*kolommen).order_by("naam", "regel", "code")


def _aangeleverd(opslag: Opslag) -> Table:
    """Each message in each delivery; `nieuw` is 1 where that delivery brought it first."""
    eerste = ibis.row_number().over(
        group_by="bericht", order_by=[_.dag, _.levering, _.bestand, _.batch]
    )
    aanlevering = opslag.lees("aanlevering").mutate(eerste=eerste)
    bericht = opslag.lees("bericht").select(
        "bericht", "soort", "release", "gemeente", "aanbieder", "regels", "regels_geweigerd"
    )
    return aanlevering.inner_join(bericht, "bericht").mutate(nieuw=ibis.ifelse(_.eerste == 0, 1, 0))


def _codes(organisatie: Organisatie) -> tuple[str, ...]:
    return (organisatie,) if isinstance(organisatie, str) else organisatie


def _van(opslag: Opslag, organisatie: Organisatie) -> Table:
    codes = _codes(organisatie)
    eigen = _.gemeente.isin(codes) | _.aanbieder.isin(codes)
    return _aangeleverd(opslag).filter(eigen).select("levering").distinct()


def _tellingen(opslag: Opslag) -> list[Table]:
    """Per delivery: bytes and refused messages, messages and lines, findings."""
    bestand = opslag.lees("bestand")
    genomen = bestand.select("levering", "batch").distinct()
    nieuw = _.nieuw == 1
    return [
        bestand.group_by("levering").agg(
            bytes=_.bytes.sum(), berichten_geweigerd=_.berichten_geweigerd.sum()
        ),
        _aangeleverd(opslag)
        .group_by("levering")
        .agg(
            berichten=_.count(),
            berichten_nieuw=_.nieuw.sum(),
            regels=ibis.ifelse(nieuw, _.regels, 0).sum(),
            regels_geweigerd=ibis.ifelse(nieuw, _.regels_geweigerd, 0).sum(),
        ),
        opslag.lees("bevinding")
        .semi_join(genomen, ["levering", "batch"])
        .group_by("levering")
        .agg(bevindingen=_.count()),
    ]
