"""Allocations: of each one the version that holds."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import DateValue, StringValue, Table

from paraplu.monitor.trajecten.producten import met_product

VERWIJDERD = "13"


def sleutel(regel: Table, dag: DateValue, taakgericht_dag: DateValue) -> StringValue:
    """The identity of the allocation that a line points to (P47).

    `T|gemeente|nummer`; of 2.3 without number `B|gemeente|beschikking|cat|code|dag`; taakgericht
    `K|gemeente|aanbieder|kind|cat|code|taakgericht_dag`.
    """
    code = regel.productcode.fill_null("")
    product = regel.productcategorie.fill_null("") + "|" + code + "|"
    nummer = "T|" + regel.gemeente + "|" + regel.toewijzing_nummer.cast("string")
    beschikking = "B|" + regel.gemeente + "|" + regel.beschikking_nummer.cast("string") + "|"
    taakgericht = "K|" + regel.gemeente + "|" + regel.aanbieder + "|" + regel.kind + "|"
    return ibis.cases(
        (regel.toewijzing_nummer.notnull(), nummer),
        (
            regel.beschikking_nummer.notnull(),
            beschikking + product + dag.cast("string").fill_null(""),
        ),
        else_=taakgericht + product + taakgericht_dag.cast("string").fill_null(""),
    )


def winnende_versies(toewijzing: Table) -> Table:
    """Per allocation the row that holds, `verwijderd` or not (P49).

    Takes the valid lines of 301. Highest (toewijzingsdatum, toewijzingstijd), then the latest
    dagtekening, then the highest message id.
    """
    versies = toewijzing.mutate(
        sleutel=sleutel(toewijzing, toewijzing.ingangsdatum, toewijzing.ingangsdatum)
    )
    volgorde = ibis.row_number().over(
        group_by="sleutel",
        order_by=[
            ibis.desc(_.toewijzingsdatum, nulls_first=False),
            ibis.desc(_.toewijzingstijd.fill_null("")),
            ibis.desc(_.dagtekening, nulls_first=False),
            ibis.desc(_.bericht),
            ibis.desc(_.volgnummer),
        ],
    )
    return (
        versies.mutate(
            volgorde=volgorde,
            eerste_toewijzingsdatum=_.toewijzingsdatum.min().over(group_by="sleutel"),
            versies=_.bericht.count().over(group_by="sleutel"),
            verwijderd=_.reden_wijziging.fill_null("") == VERWIJDERD,
        )
        .filter(_.volgorde == 0)
        .drop("volgorde")
    )


def verwijzers(toewijzing: Table, verzoek: Table) -> Table:
    """Per allocation (`sleutel`) the type of referrer in its 315: `verwijzer_type` (P53).

    The 315 is found by the reference of the provider in any version of the allocation; where
    several fit, 04 (GI) goes before another.
    """
    versies = toewijzing.select(
        "gemeente",
        "aanbieder",
        "referentie_aanbieder",
        sleutel=sleutel(toewijzing, toewijzing.ingangsdatum, toewijzing.ingangsdatum),
    ).distinct()
    verzoeken = verzoek.filter(_.verwijzer_type.notnull()).select(
        "gemeente", "aanbieder", "referentie_aanbieder", "verwijzer_type"
    )
    gi = ibis.ifelse(_.verwijzer_type == "04", 1, 0)
    return (
        versies.inner_join(verzoeken, ["gemeente", "aanbieder", "referentie_aanbieder"])
        .mutate(gi=gi)
        .group_by("sleutel")
        .agg(gi=_.gi.max(), laagste=_.verwijzer_type.min())
        .select("sleutel", verwijzer_type=ibis.ifelse(_.gi == 1, "04", _.laagste))
    )


def toewijzingen(winnend: Table, verwijzer: Table, producten: Table, tussentaal: Table) -> Table:
    """The allocations that exist, see `trajecten.KOLOMMEN`."""
    bestaand = winnend.filter(~_.verwijderd)
    bestaand = bestaand.left_join(verwijzer, "sleutel").select(*bestaand.columns, "verwijzer_type")
    return met_product(bestaand, producten, tussentaal, dag="ingangsdatum")
