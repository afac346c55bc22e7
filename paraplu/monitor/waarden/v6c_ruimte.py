"""V6c: what the budget cap of a provider leaves (R201, P4)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.waarden import v6b_uitnutting as v6b


def _euro(sleutel: str, naam: str) -> Maat:
    return Maat(sleutel=sleutel, naam=naam, eenheid="euro", soort="som", kolom=sleutel)


@indicator(
    code="V6c",
    naam="Ruimte onder het budgetplafond",
    vereisten=("R198", "R201", "R310"),
    lezingen=v6b.LEZINGEN,
    eenheid="euro",
    bron=f"{v6b.BRON}; het blad met budgetplafonds",
    varianten=("letterlijk",),
    maten=(
        _euro("ruimte", "Ruimte onder het plafond"),
        _euro("plafond", "Budgetplafond"),
        _euro("verwacht", "Verwachte declaraties"),
        _euro("toegewezen", "Toegewezen bedrag"),
        Maat(
            sleutel="uitnutting",
            naam="Uitnutting van het jaar ervoor",
            eenheid="aandeel",
            soort="aandeel",
            kolom="vorig_gedeclareerd",
            noemer="vorig_toegewezen",
        ),
    ),
    opmerkingen=(
        *v6b.OPMERKINGEN,
        "Een plafond is van een aanbieder en een jaar en niet per gemeente te verdelen.",
        "Onder nul is er geen ruimte meer.",
    ),
    dimensies=("aanbieder",),
)
def ruimte(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het budgetplafond min wat dit jaar is toegewezen maal de uitnutting van het jaar ervoor."""
    jaar = periode.begin.year
    plafond = trajecten.budgetplafonds.filter(_.jaar == jaar).select(
        p_aanbieder=_.aanbieder, plafond=_.bedrag.cast("int64")
    )
    vorig = _per_aanbieder(trajecten, jaar - 1, voor="vorig_")
    nu = _per_aanbieder(trajecten, jaar)
    samen = nu.outer_join(plafond, nu.aanbieder == plafond.p_aanbieder)
    samen = samen.mutate(aanbieder=samen.aanbieder.coalesce(samen.p_aanbieder)).drop("p_aanbieder")
    rijen = samen.left_join(vorig, samen.aanbieder == vorig.vorig_aanbieder)
    rijen = rijen.mutate(toegewezen=_.toegewezen.fill_null(0))
    deel = _.vorig_gedeclareerd / _.vorig_toegewezen
    rijen = rijen.mutate(
        verwacht=ibis.ifelse(_.vorig_toegewezen > 0, (_.toegewezen * deel).round(), None).cast(
            "int64"
        )
    ).mutate(ruimte=_.plafond - _.verwacht)
    leeg = ("gemeente", "gi", "productcategorie", "soort_maatregel")
    return kandidaten(
        rijen.mutate(**{naam: ibis.null("string") for naam in leeg}, tussentaal=ibis.null("int64")),
        {
            "geen budgetplafond": rijen.plafond.notnull(),
            "vorig jaar niets toegewezen": rijen.verwacht.notnull(),
        },
    )


def _per_aanbieder(trajecten: Trajecten, jaar: int, *, voor: str = "") -> Table:
    """Granted and allocated cents of help per provider; columns named with `voor` in front."""
    rijen = v6b.declaraties_in(trajecten, jaar).union(v6b.toewijzingen_in(trajecten, jaar))
    tellend = rijen.filter(
        rijen.ingangsdatum > trajecten.ingegaan_na, ~_.reden.isin(list(v6b.REDENEN))
    )
    return tellend.group_by(**{f"{voor}aanbieder": _.aanbieder}).agg(
        **{
            f"{voor}gedeclareerd": _.gedeclareerd.sum().cast("int64"),
            f"{voor}toegewezen": _.toegewezen.sum().cast("int64"),
        }
    )
