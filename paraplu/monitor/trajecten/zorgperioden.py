"""Starts and stops that live, and the periods of care that they make (P47, P49)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.trajecten.producten import met_product
from paraplu.monitor.trajecten.toewijzingen import sleutel

TIJDELIJK = "20"
VERVANGT = "2"
STARTSLEUTEL = ("sleutel", "productcategorie", "productcode", "begindatum")
STOPSLEUTEL = (*STARTSLEUTEL, "reden_beeindiging", "einddatum")


def levende_starts(start: Table) -> Table:
    """Starts (valid lines of 305) that came more often with status 1 than with status 3."""
    return _levend(_met_sleutel(start), STARTSLEUTEL)


def levende_stops(stop: Table) -> Table:
    """Stops (valid lines of 307) that came more often with status 1 than with status 3."""
    return _levend(_met_sleutel(stop), STOPSLEUTEL)


def zorgperioden(
    starts: Table, stops: Table, winnend: Table, producten: Table, tussentaal: Table
) -> Table:
    """One row per live start of an allocation (sleutel, begindatum), see `trajecten.KOLOMMEN`.

    A start of an allocation that was removed (RedenWijziging 13) does not count; a start without
    any allocation does, with its own provider, child and product.
    """
    perioden = starts.group_by("sleutel", "begindatum").agg(
        **{
            f"start_{kolom}": starts[kolom].min()
            for kolom in ("kind", "gemeente", "aanbieder", "productcategorie", "productcode")
        }
    )
    einden = _laatste_stop(stops)
    met_einde = perioden.left_join(einden, ["sleutel", "begindatum"]).select(
        *perioden.columns, "einddatum", "reden_beeindiging"
    )
    return met_product(_met_toewijzing(met_einde, winnend), producten, tussentaal, dag="begindatum")


def _met_sleutel(regel: Table) -> Table:
    return regel.mutate(sleutel=sleutel(regel, regel.toewijzing_ingangsdatum, regel.begindatum))


def _levend(regel: Table, sleutelkolommen: tuple[str, ...]) -> Table:
    """Status 2 (2.3) counts as 1 and cancels the rows of that allocation with an earlier day."""
    status = regel.status_aanlevering
    vervangen_tot = (
        ibis.ifelse(status == VERVANGT, regel.dagtekening, ibis.null("date"))
        .max()
        .over(group_by=regel.sleutel)
    )
    telling = ibis.cases(
        (_.status_aanlevering.isin(["1", VERVANGT]), 1), (_.status_aanlevering == "3", -1), else_=0
    )
    return (
        regel.mutate(vervangen_tot=vervangen_tot)
        .filter(_.vervangen_tot.isnull() | (_.dagtekening >= _.vervangen_tot))
        .mutate(telling=telling)
        .group_by(*sleutelkolommen)
        .agg(
            telling=_.telling.sum(),
            kind=_.kind.min(),
            gemeente=_.gemeente.min(),
            aanbieder=_.aanbieder.min(),
        )
        .filter(_.telling > 0)
        .drop("telling")
    )


def _laatste_stop(stops: Table) -> Table:
    """The stop that holds per start: the latest day, a definitive one before a temporary one."""
    volgorde = ibis.row_number().over(
        group_by=["sleutel", "begindatum"],
        order_by=[
            ibis.desc(_.einddatum, nulls_first=False),
            ibis.ifelse(_.reden_beeindiging == TIJDELIJK, 1, 0),
            _.reden_beeindiging,
        ],
    )
    return (
        stops.mutate(volgorde=volgorde)
        .filter(_.volgorde == 0)
        .select("sleutel", "begindatum", "einddatum", "reden_beeindiging")
    )


def _met_toewijzing(perioden: Table, winnend: Table) -> Table:
    toewijzing = winnend.select(
        "sleutel",
        "verwijderd",
        "kind",
        "gemeente",
        "aanbieder",
        "productcategorie",
        "productcode",
        "ingangsdatum",
        "eerste_toewijzingsdatum",
        toewijzing_einddatum=_.einddatum,
    )
    samen = perioden.left_join(toewijzing, "sleutel").filter(~_.verwijderd.fill_null(False))
    bekend = samen.ingangsdatum.notnull()
    return samen.select(
        "sleutel",
        "begindatum",
        "einddatum",
        "reden_beeindiging",
        "toewijzing_einddatum",
        "eerste_toewijzingsdatum",
        **{
            kolom: ibis.ifelse(bekend, samen[kolom], samen[f"start_{kolom}"])
            for kolom in ("kind", "gemeente", "aanbieder", "productcategorie", "productcode")
        },
        ingangsdatum=samen.ingangsdatum.coalesce(samen.begindatum),
        heeft_toewijzing=bekend,
        tijdelijk=(samen.reden_beeindiging == TIJDELIJK).fill_null(False),
    )
