"""Receipts of deliveries, read from the tables themselves: no second administration."""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.opslag import Opslag


def leveringen(
    con: ibis.BaseBackend, opslag: Opslag, *, organisatie: str | None = None
) -> list[dict[str, Any]]:
    """Deliveries of which at least one file was taken, the newest first, with their numbers."""
    per = _tellingen(opslag)
    alle = opslag.lees("levering").group_by("levering").agg(
        dag=_.dag.min(), brenger=_.brenger.min(), bestanden_gebracht=_.bestanden.max()
    )  # fmt: skip
    if organisatie is not None:
        alle = alle.semi_join(_van(opslag, organisatie).select("levering").distinct(), "levering")
    samen = alle.inner_join(per, "levering").order_by(ibis.desc("dag"), ibis.desc("levering"))
    return con.to_pyarrow(
        samen.drop("levering_right") if "levering_right" in samen.columns else samen
    ).to_pylist()


def bonnetje(con: ibis.BaseBackend, opslag: Opslag, levering: str) -> dict[str, Any] | None:
    """One delivery: its numbers, its files, messages per kind, findings per kind and sender."""
    gevonden = [rij for rij in leveringen(con, opslag) if rij["levering"] == levering]
    if not gevonden:
        return None

    def rijen(tabel: Table) -> list[dict[str, Any]]:
        return con.to_pyarrow(tabel).to_pylist()

    bestanden = opslag.lees("bestand").filter(_.levering == levering)
    berichten = _aangeleverd(opslag).filter(_.levering == levering)
    return {
        **gevonden[0],
        "per_bestand": rijen(
            bestanden.select(
                "bestand", "naam", "bytes", "berichten", "berichten_geweigerd"
            ).order_by("naam")
        ),
        "per_soort": rijen(
            berichten.group_by("soort", "release")
            .agg(
                berichten=_.count(),
                nieuw=_.nieuw.sum(),
                regels=_.regels.sum(),
                regels_geweigerd=_.regels_geweigerd.sum(),
            )
            .order_by("soort", "release")
        ),
        "per_bevinding": rijen(
            _bevindingen(opslag, levering)
            .group_by("code", "soort", "afzender", "tekst", "remedie", "geweigerd")
            .agg(aantal=_.count())
            .order_by(ibis.desc("aantal"), "code", "soort", "afzender")
        ),
    }


def bevindingen(
    con: ibis.BaseBackend,
    opslag: Opslag,
    levering: str,
    *,
    organisatie: str | None = None,
    hoogstens: int | None,
) -> list[dict[str, Any]]:
    """The findings of a delivery, by file and line."""
    tabel = _bevindingen(opslag, levering)
    if organisatie is not None:
        eigen = _van(opslag, organisatie).select("bericht").distinct()
        tabel = tabel.filter((_.afzender == organisatie) | _.bericht.isin(eigen.bericht))
    tabel = tabel.order_by("bestand", "regel", "code")
    if hoogstens is not None:
        tabel = tabel.limit(hoogstens)
    return con.to_pyarrow(tabel).to_pylist()


def _bevindingen(opslag: Opslag, levering: str) -> Table:
    """Findings count when their batch has been taken as a whole."""
    bestanden = opslag.lees("bestand").filter(_.levering == levering).select("batch").distinct()
    namen = (
        opslag.lees("bestand")
        .filter(_.levering == levering)
        .group_by("bestand")
        .agg(naam=_.naam.min())
    )
    gezien = opslag.lees("bevinding").filter(_.levering == levering).semi_join(bestanden, "batch")
    return gezien.left_join(namen, "bestand").select(*gezien.columns, "naam")


def _aangeleverd(opslag: Opslag) -> Table:
    """Each message in each delivery; `nieuw` is 1 where this delivery brought it first."""
    genomen = opslag.lees("bestand").select("levering", "batch").distinct()
    aanlevering = opslag.lees("aanlevering").semi_join(genomen, ["levering", "batch"])
    bericht = opslag.lees("bericht").select(
        "bericht",
        "soort",
        "release",
        "gemeente",
        "aanbieder",
        "regels",
        "regels_geweigerd",
        eerste_batch="batch",
    )
    samen = aanlevering.inner_join(bericht, "bericht")
    return samen.mutate(nieuw=ibis.ifelse(samen.batch == samen.eerste_batch, 1, 0))


def _van(opslag: Opslag, organisatie: str) -> Table:
    return _aangeleverd(opslag).filter((_.gemeente == organisatie) | (_.aanbieder == organisatie))


def _tellingen(opslag: Opslag) -> Table:
    """Numbers per delivery: files, messages new, already known and refused, lines, findings."""
    bestand = opslag.lees("bestand").group_by("levering").agg(
        bestanden=_.count(),
        bytes=_.bytes.sum(),
        berichten_geweigerd=_.berichten_geweigerd.sum(),
    )  # fmt: skip
    nieuw = _.nieuw == 1
    aangeleverd = _aangeleverd(opslag)
    bericht = aangeleverd.group_by("levering").agg(
        berichten=_.count(),
        berichten_nieuw=_.nieuw.sum(),
        regels=ibis.ifelse(nieuw, _.regels, 0).sum(),
        regels_geweigerd=ibis.ifelse(nieuw, _.regels_geweigerd, 0).sum(),
    )
    genomen = opslag.lees("bestand").select("levering", "batch").distinct()
    bevinding = (
        opslag.lees("bevinding")
        .semi_join(genomen, ["levering", "batch"])
        .group_by("levering")
        .agg(bevindingen=_.count())
    )
    samen = bestand.left_join(bericht, "levering").drop("levering_right")
    samen = samen.left_join(bevinding, "levering").drop("levering_right")
    getallen = ("berichten", "berichten_nieuw", "regels", "regels_geweigerd", "bevindingen")
    gevuld = {naam: samen[naam].fill_null(0).cast("int64") for naam in getallen}
    klaar = samen.mutate(**gevuld)
    return klaar.mutate(berichten_bekend=klaar.berichten - klaar.berichten_nieuw)
