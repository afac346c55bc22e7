"""Money that does not add up: less than nothing, or more than was allocated."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.kwaliteit.bron import Bron
from paraplu.monitor.kwaliteit.controle import controle
from paraplu.monitor.kwaliteit.toetsen.toewijzing import GENOEMD, REGEL
from paraplu.monitor.kwaliteit.vorm import als_bevinding
from paraplu.monitor.trajecten.declaratieregels import AFGEWEZEN
from paraplu.monitor.trajecten.toegewezen_bedrag import HELE_PERIODE


@controle(
    "K27",
    titel="Per saldo minder dan niets gedeclareerd",
    advies="De aanbieder zoekt de creditregel die te veel is.",
    herstelt=("aanbieder",),
    haak="toewijzing",
    bron="iJw 3.2, TR323 en TR390: een creditregel neemt één gedeclareerde regel terug",
    buigt={
        ("V1",): "De toewijzing telt niet mee: er is per saldo niets toegekend.",
        ("V1a", "V1b", "V6b"): "Het bedrag is te laag.",
    },
)
def negatief_saldo(bron: Bron) -> Table:
    """Op een toewijzing is over alle jaren samen meer teruggenomen dan gedeclareerd."""
    per = (
        bron.trajecten.declaratieregels.filter(_.toegekend != 0)
        .group_by("sleutel")
        .agg(
            **{
                naam: _[naam].min()
                for naam in ("kind", "gemeente", "aanbieder", "productcategorie", "productcode")
            },
            saldo=_.toegekend.sum().cast("int64"),
            laatste=_.begindatum.max(),
        )
        .filter(_.saldo < 0)
    )
    return als_bevinding(
        per,
        rij=per.sleutel,
        dag=per.laatste,
        wat=ibis.literal("meer teruggenomen dan gedeclareerd"),
        bij="aanbieder",
    )


@controle(
    "K28",
    titel="Meer gedeclareerd dan toegewezen",
    advies="De aanbieder crediteert wat te veel is, of vraagt de gemeente om een hogere toewijzing.",
    herstelt=("aanbieder", "gemeente"),
    haak="toewijzing",
    bron="iJw 3.2, TR322 en TR369",
    buigt={REGEL: "Het bedrag is hoger dan waarvoor was toegewezen."},
)
def meer_dan_toegewezen(bron: Bron) -> Table:
    """Op een toewijzing met een budget, of met een volume voor de hele looptijd, is samen meer
    gedeclareerd. Wat is afgewezen telt niet mee.
    """
    regels = bron.trajecten.declaratieregels.filter(
        _.oordeel != AFGEWEZEN, ~_.sleutel.startswith(GENOEMD)
    ).mutate(teken=ibis.ifelse(_.credit.fill_null(False), -1, 1))
    geld = regels.group_by("sleutel").agg(
        bedrag=_.bedrag.sum().cast("int64"), laatste=_.begindatum.max()
    )
    stuks = regels.filter(_.volume.notnull()).group_by("sleutel", "eenheid").agg(
        stuks=(_.volume * _.teken).sum().cast("int64")
    )  # fmt: skip
    toegewezen = bron.trajecten.toewijzingen.inner_join(geld, "sleutel")
    samen = toegewezen.left_join(stuks, ["sleutel", "eenheid"]).select(*toegewezen.columns, "stuks")
    te_duur = (samen.bedrag > samen.budget).fill_null(False)
    ineens = (samen.frequentie == HELE_PERIODE).fill_null(False)
    te_veel = ineens & (samen.stuks > samen.volume).fill_null(False)
    fout = samen.filter(te_duur | te_veel)
    te_duur = (fout.bedrag > fout.budget).fill_null(False)
    return als_bevinding(
        fout,
        rij=fout.sleutel,
        dag=fout.laatste,
        wat=ibis.ifelse(te_duur, "meer dan het budget", "meer dan het volume"),
        bij="aanbieder",
    )
