"""From counted rows back to the messages that they were made of, and to who delivered those."""

from __future__ import annotations

from functools import reduce
from typing import Final

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.geopend import Geopend, Vraag
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.declaratieregels import PAAR
from paraplu.monitor.trajecten.toewijzingen import sleutel
from paraplu.monitor.trajecten.zichtbaar import bekende_regels

#: Values that rest on what was declared for their allocations, beside the allocations themselves.
MET_GELD: Final = frozenset({"V4", "V5", "V6b", "V6c", "V7"})
#: Values that look at everything a child has: measure and help at the same time.
HELE_KIND: Final = frozenset({"V4", "V5"})
#: Per table of lines the days that tell allocations without a number apart (P47).
REGELDAGEN: Final = {
    "toewijzing": ("ingangsdatum", "ingangsdatum"),
    "start": ("toewijzing_ingangsdatum", "begindatum"),
    "stop": ("toewijzing_ingangsdatum", "begindatum"),
}


def berichten_van(geopend: Geopend, vraag: Vraag, rijen: Table) -> Table:
    """`bericht` of every known message that these rows of an indicator were made of."""
    trajecten = geopend.trajecten
    delen = []
    if "bericht" in rijen.columns:
        delen.append(rijen.select("bericht"))
    sleutels = sleutels_van(trajecten, vraag, rijen)
    if sleutels is not None:
        for naam, dagen in REGELDAGEN.items():
            regels = met_sleutel(geopend.opslag.lees(naam), dagen)
            bekend = bekende_regels(regels, trajecten.berichten)
            delen.append(bekend.semi_join(sleutels, "sleutel").select("bericht"))
    if vraag.indicator.code in MET_GELD and sleutels is not None:
        regels = trajecten.declaratieregels.semi_join(sleutels, "sleutel")
        delen.append(regels.select("bericht"))
    alle = _verenig(delen).distinct()
    return alle.union(_antwoorden(trajecten, alle)).distinct()


def sleutels_van(trajecten: Trajecten, vraag: Vraag, rijen: Table) -> Table | None:
    """`sleutel` of the allocations behind these rows; None where the rows are lines themselves."""
    kolommen = rijen.columns
    code = vraag.indicator.code
    if code == "V6c":
        eigen = trajecten.toewijzingen.filter(_.is_jeugdhulp).semi_join(rijen, "aanbieder")
        return eigen.select("sleutel")
    if "bericht" in kolommen:
        return None
    delen = [rijen.select(sleutel=rijen[k]) for k in ("sleutel", "na_sleutel", "rij") if k in kolommen]  # fmt: skip
    if "rij" in kolommen:
        regels = trajecten.declaratieregels.mutate(
            rij=_.bericht + "|" + _.volgnummer.cast("string")
        )
        delen.append(regels.semi_join(rijen, "rij").select("sleutel"))
    if "maatregel" in kolommen:
        stukken = trajecten.maatregeldelen.filter(_.variant == vraag.variant)
        delen.append(stukken.semi_join(rijen, "maatregel").select("sleutel"))
    if code in HELE_KIND:
        delen.append(trajecten.zorgperioden.semi_join(rijen, "kind").select("sleutel"))
    return _verenig(delen).filter(_.sleutel.notnull()).distinct()


def met_sleutel(regels: Table, dagen: tuple[str, str]) -> Table:
    """Lines with the key of the allocation that they point to."""
    dag, taakgericht_dag = dagen
    return regels.mutate(sleutel=sleutel(regels, regels[dag], regels[taakgericht_dag]))


def tel_leveringen(geopend: Geopend, berichten: Table) -> Table:
    """Per delivery how many of `berichten` it brought first: levering, dag, brenger, berichten."""
    plek = ibis.row_number().over(group_by="bericht", order_by=[_.dag, _.levering])
    eerste = (
        geopend.opslag.lees("aanlevering")
        .semi_join(berichten, "bericht")
        .mutate(plek=plek)
        .filter(_.plek == 0)
        .group_by("levering")
        .agg(dag=_.dag.min(), berichten=_.count())
    )
    brengers = geopend.opslag.lees("levering").group_by("levering").agg(brenger=_.brenger.min())
    samen = eerste.left_join(brengers, "levering")
    return samen.select("levering", "dag", "brenger", "berichten").order_by("dag", "levering")


def _antwoorden(trajecten: Trajecten, berichten: Table) -> Table:
    """The 304 and 325 on the declarations among `berichten`: they decide what was granted (P52)."""
    alle = trajecten.berichten
    vragen = alle.filter(_.soort.isin(["JW303", "JW323"])).semi_join(berichten, "bericht")
    vragen = vragen.mutate(antwoordsoort=ibis.ifelse(_.soort == "JW303", "JW304", "JW325"))
    antwoorden = alle.mutate(antwoordsoort=_.soort)
    return antwoorden.semi_join(vragen, [*PAAR, "antwoordsoort"]).select("bericht")


def _verenig(delen: list[Table]) -> Table:
    return reduce(lambda een, ander: een.union(ander), delen)
