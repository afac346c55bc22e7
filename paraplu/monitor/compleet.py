"""Whether the data is all there: who has not declared, which products have no place, which years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from paraplu.afspraken.producten import productomschrijving
from paraplu.monitor import tellen
from paraplu.monitor.periode import Periode
from paraplu.monitor.tellen import met_gebied
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.uitkomst import Volledigheid

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Geopend

PAAR = ("gemeente", "aanbieder", "maand")


def volledigheid(trajecten: Trajecten, gebieden: Table, periode: Periode) -> Table:
    """Per pair of gemeente and provider and month: verwacht, ingediend and beantwoord as numbers.

    verwacht: allocations that share a day with the month; ingediend: declarations (323, 303) whose
    period does; beantwoord: those of them with a 325 or 304.
    """
    maanden = _maanden(periode)
    verwacht = _delen_dag(
        trajecten.toewijzingen.select("gemeente", "aanbieder", van="ingangsdatum", tot="einddatum"),
        maanden,
    ).agg(verwacht=_.count())
    ingediend = _delen_dag(_declaraties(trajecten.berichten), maanden).agg(
        ingediend=_.count(), beantwoord=_.beantwoord.sum()
    )
    samen = verwacht.outer_join(ingediend, list(PAAR))
    rijen = samen.select(
        **{kolom: samen[kolom].coalesce(samen[f"{kolom}_right"]) for kolom in PAAR},
        verwacht=samen.verwacht.fill_null(0),
        ingediend=samen.ingediend.fill_null(0),
        beantwoord=samen.beantwoord.fill_null(0),
    )
    leeg = ibis.null("string")
    return met_gebied(
        rijen.mutate(
            gi=rijen.aanbieder, productcategorie=leeg, tussentaal=leeg, soort_maatregel=leeg
        ),
        gebieden,
    )


def lees_volledigheid(
    geopend: Geopend, periode: Periode, filters: Mapping[str, str]
) -> Iterator[Volledigheid]:
    """The same as rows with names, by month, gemeente and provider."""
    rijen = tellen.gefilterd(volledigheid(geopend.trajecten, geopend.gebieden, periode), filters)
    namen = geopend.namen
    for rij in geopend.lees(rijen.order_by("maand", "gemeente", "aanbieder")):
        yield Volledigheid(
            gemeente=rij["gemeente"],
            gemeentenaam=namen.naam("gemeente", rij["gemeente"]),
            aanbieder=rij["aanbieder"],
            aanbiedernaam=namen.naam("aanbieder", rij["aanbieder"]),
            maand=Periode.maand(rij["maand"].year, rij["maand"].month),
            verwacht=rij["verwacht"] > 0,
            aanwezig=rij["ingediend"] > 0,
            beantwoord=0 < rij["ingediend"] == rij["beantwoord"],
        )


def niet_geplaatst(con: ibis.BaseBackend, trajecten: Trajecten) -> list[dict[str, Any]]:
    """Products of jeugdhulp without tussentaal: allocations, declaration lines, cents granted."""
    per = ["productcategorie", "productcode"]
    zonder = _.is_jeugdhulp & _.tussentaal.isnull()
    toegewezen = trajecten.toewijzingen.filter(zonder).group_by(per).agg(
        toewijzingen=_.count(), regels=ibis.literal(0, type="int64"), centen=ibis.literal(0)
    )  # fmt: skip
    gedeclareerd = trajecten.declaratieregels.filter(zonder).group_by(per).agg(
        toewijzingen=ibis.literal(0, type="int64"), regels=_.count(), centen=_.toegekend.sum()
    )  # fmt: skip
    kolommen = [*per, "toewijzingen", "regels", "centen"]
    samen = (
        _gelijk(toegewezen, kolommen)
        .union(_gelijk(gedeclareerd, kolommen))
        .group_by(per)
        .agg(**{kolom: _[kolom].sum() for kolom in kolommen[2:]})
        .order_by(ibis.desc("toewijzingen"), ibis.desc("regels"), *per)
    )
    return [
        {**rij, "omschrijving": productomschrijving(rij["productcode"] or "")}
        for rij in con.to_pyarrow(samen).to_pylist()
    ]


def bereik(con: ibis.BaseBackend, trajecten: Trajecten) -> tuple[int, int] | None:
    """First and last year of what was declared; without declarations of the messages."""
    for dagen in (
        trajecten.declaratieregels.select(dag="begindatum"),
        trajecten.berichten.select(dag="dagtekening"),
    ):
        grenzen = dagen.agg(eerste=_.dag.min(), laatste=_.dag.max())
        rij = con.to_pyarrow(grenzen).to_pylist()[0]
        if rij["eerste"] is not None:
            return rij["eerste"].year, rij["laatste"].year
    return None


def _maanden(periode: Periode) -> Table:
    maanden = periode.maanden()
    return ibis.memtable(
        pa.table(
            {
                "maand": pa.array([m.begin for m in maanden], pa.date32()),
                "maandeinde": pa.array([m.einde for m in maanden], pa.date32()),
            }
        )
    )


def _delen_dag(tabel: Table, maanden: Table) -> Any:
    """Rows beside each month that their stretch [van, tot] shares a day with, grouped per pair."""
    naast = tabel.inner_join(
        maanden,
        [
            tabel.van <= maanden.maandeinde,
            tabel.tot.isnull() | (tabel.tot >= maanden.maand),
        ],
    )
    return naast.group_by(list(PAAR))


def _declaraties(berichten: Table) -> Table:
    sleutel = ["gemeente", "aanbieder", "declaratie_nummer"]
    antwoorden = berichten.filter(_.soort.isin(["JW325", "JW304"])).select(*sleutel).distinct()
    ingediend = berichten.filter(_.soort.isin(["JW323", "JW303"])).select(
        *sleutel, van="periode_begin", tot="periode_einde"
    )
    beantwoord = ingediend.semi_join(antwoorden, sleutel).mutate(beantwoord=ibis.literal(1))
    open_ = ingediend.anti_join(antwoorden, sleutel).mutate(beantwoord=ibis.literal(0))
    return beantwoord.union(open_)


def _gelijk(tabel: Table, kolommen: list[str]) -> Table:
    getallen = kolommen[2:]
    return tabel.mutate(**{kolom: tabel[kolom].cast("int64") for kolom in getallen}).select(
        *kolommen
    )
