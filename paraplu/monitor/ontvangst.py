"""What was taken of a delivery: computed from the tables, never kept beside them.

A message is new in the first delivery that brought it, by day and then by number, and known in
every other. So receipts do not depend on the order in which deliveries were taken.
"""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.opslag import Opslag

Rij = dict[str, Any]

ANDERE_INHOUD = "TR056"
TEKST_ANDERE_INHOUD = (
    "Er is al een ander bericht met dezelfde soort, afzender, identificatie en dagtekening. "
    "Het eerste blijft gelden."
)
REMEDIE_ANDERE_INHOUD = "Geef elk bericht een eigen identificatie en lever het opnieuw."


def leveringen(opslag: Opslag) -> list[Rij]:
    """Every finished delivery, the newest day first: levering, dag, brenger, bestanden."""
    tabel = opslag.lees("levering").select("levering", "dag", "brenger", "bestanden").distinct()
    return tabel.order_by([_.dag.desc(), _.brenger, _.levering]).to_pyarrow().to_pylist()


def ontvangst(opslag: Opslag, levering: str) -> Rij | None:
    """The receipt of one delivery, or None when there is no such finished delivery.

    Keys: levering, dag, brenger, `bestanden` (per file: naam, bytes, berichten, nieuw, al_bekend,
    geweigerd, regels, regels_geweigerd), `soorten` (per kind of finding: code, tekst, aantal,
    geweigerd), `afzenders` (findings per sender), `gemeenten` (messages per gemeente). `regels` counts lines taken of new messages.
    """
    kop = [rij for rij in leveringen(opslag) if rij["levering"] == levering]
    if not kop:
        return None
    alle = _alle_bevindingen(opslag, levering)
    return kop[0] | {
        "bestanden": _per_bestand(opslag, levering),
        "soorten": _geteld(alle, "code", "tekst", "remedie"),
        "afzenders": _geteld(alle, "afzender"),
        "gemeenten": _per_gemeente(opslag, levering),
    }


def bevindingen(
    opslag: Opslag,
    levering: str,
    *,
    code: str | None = None,
    afzender: str | None = None,
    hoogstens: int | None = None,
) -> list[Rij]:
    """The findings of one delivery, by file and line.

    Keys: bestand, naam (of the file, and after a slash that in a zip), bericht, afzender, soort,
    regel, pad, code, tekst, remedie, geweigerd.
    """
    rijen = _alle_bevindingen(opslag, levering)
    if code is not None:
        rijen = rijen.filter(_.code == code)
    if afzender is not None:
        rijen = rijen.filter(_.afzender == afzender)
    rijen = rijen.order_by(["naam", "regel", "pad", "code"])
    return rijen.limit(hoogstens).to_pyarrow().to_pylist()


def _alle_bevindingen(opslag: Opslag, levering: str) -> Table:
    """Findings of files that were taken completely, and the clashes of P48 (TR056)."""
    bestand = _bestanden(opslag, levering)
    gemeld = opslag.lees("bevinding").filter(_.levering == levering)
    gemeld = gemeld.semi_join(bestand, "batch").mutate(
        hoofd=_.bestand.split("/")[0], binnen=_.bestand.re_extract("^[^/]*(/.*)?$", 1)
    )
    gemeld = gemeld.inner_join(bestand.select(hoofd="bestand", naam="naam"), "hoofd").mutate(
        naam=_.naam + _.binnen.fill_null("")
    )
    kolommen = [
        "bestand",
        "naam",
        "bericht",
        "afzender",
        "soort",
        "regel",
        "pad",
        "code",
        "tekst",
        "remedie",
        "geweigerd",
    ]
    return gemeld.select(kolommen).union(_botsingen(opslag, levering, bestand).select(kolommen))


def _per_bestand(opslag: Opslag, levering: str) -> list[Rij]:
    bestand = _bestanden(opslag, levering)
    aanlevering = opslag.lees("aanlevering")
    eigen = aanlevering.filter(_.levering == levering).select("bestand", "bericht").distinct()
    bericht = opslag.lees("bericht").select("bericht", "regels", "regels_geweigerd")
    nieuw = (
        _eerste(aanlevering.semi_join(eigen, "bericht"))
        .filter(_.levering == levering)
        .inner_join(bericht, "bericht")
        .group_by("bestand")
        .agg(
            nieuw=_.count(),
            regels=_.regels.sum(),
            regels_geweigerd=_.regels_geweigerd.sum(),
        )
    )
    rijen = (
        bestand.left_join(nieuw, "bestand")
        .select(
            "bestand",
            "naam",
            "bytes",
            "berichten",
            geweigerd=_.berichten_geweigerd,
            nieuw=_.nieuw.fill_null(0),
            regels=_.regels.fill_null(0).cast("int64"),
            regels_geweigerd=_.regels_geweigerd.fill_null(0).cast("int64"),
        )
        .mutate(al_bekend=_.berichten - _.geweigerd - _.nieuw)
        .order_by(["naam", "bestand"])
    )
    return rijen.to_pyarrow().to_pylist()


def _per_gemeente(opslag: Opslag, levering: str) -> list[Rij]:
    """Messages of this delivery per gemeente, new or not."""
    eigen = opslag.lees("aanlevering").filter(_.levering == levering).select("bericht").distinct()
    geteld = (
        opslag.lees("bericht")
        .semi_join(eigen, "bericht")
        .group_by("gemeente")
        .agg(berichten=_.count())
    )
    return geteld.order_by("gemeente").to_pyarrow().to_pylist()


def _bestanden(opslag: Opslag, levering: str) -> Table:
    return opslag.lees("bestand").filter(_.levering == levering)


def _eerste(aanlevering: Table) -> Table:
    """For each message the delivery (and file in it) that brought it first."""
    plek = ibis.row_number().over(group_by="bericht", order_by=[_.dag, _.levering, _.bestand])
    return aanlevering.mutate(plek=plek).filter(_.plek == 0).drop("plek")


def _botsingen(opslag: Opslag, levering: str, bestand: Table) -> Table:
    """Messages of this delivery whose identity was taken by another content (P48, TR056)."""
    aanlevering = opslag.lees("aanlevering")
    bericht = opslag.lees("bericht").select("bericht", "sleutel", "afzender", "soort")
    eigen = aanlevering.filter(_.levering == levering).select("bestand", "bericht").distinct()
    sleutels = bericht.semi_join(eigen, "bericht").select("sleutel").distinct()
    bekend = aanlevering.group_by("bericht").agg(bekend_op=_.dag.min())
    volgorde = ibis.row_number().over(group_by="sleutel", order_by=[_.bekend_op, _.bericht])
    verliezers = (
        bericht.semi_join(sleutels, "sleutel")
        .inner_join(bekend, "bericht")
        .mutate(volgorde=volgorde)
        .filter(_.volgorde > 0)
    )
    return (
        eigen.inner_join(verliezers, "bericht")
        .inner_join(bestand.select("bestand", "naam"), "bestand")
        .mutate(
            regel=ibis.literal(0, "int64"),
            pad=ibis.literal("Header"),
            code=ibis.literal(ANDERE_INHOUD),
            tekst=ibis.literal(TEKST_ANDERE_INHOUD),
            remedie=ibis.literal(REMEDIE_ANDERE_INHOUD),
            geweigerd=ibis.literal(value=True),
        )
    )


def _geteld(rijen: Table, *kolommen: str) -> list[Rij]:
    geteld = rijen.group_by(kolommen).agg(
        aantal=_.count(), geweigerd=ibis.ifelse(_.geweigerd, 1, 0).sum()
    )
    return geteld.order_by([_.aantal.desc(), *kolommen]).to_pyarrow().to_pylist()
