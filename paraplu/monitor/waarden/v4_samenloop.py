"""V4: a measure and jeugdhulp at the same time (R196, P21, P56)."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.hulp import met_maatregelgeld, toegekende_hulpperioden
from paraplu.monitor.trajecten.maatregelen import met_maatregeleinde
from paraplu.monitor.trajecten.producten import MAATREGELCATEGORIEEN

VOLLEDIG = "volledig"
LETTERLIJK = "letterlijk"
OPEN = date(9999, 12, 31)
#: Help has no place of its own here: a child has a measure with or without it.
DIMENSIES = ("gemeente", "gi", "aanbieder", "productcategorie", "soort_maatregel")
BRON = "iJW303, iJW323, iJW305, iJW307 en iJW301"
LEZINGEN = ("P21", "P47", "P49", "P52", "P56", "P61", "P62")
OPMERKINGEN = (
    "Zonder stopbericht loopt een maatregel of hulp door tot de einddatum van de toewijzing, en "
    "zonder die datum tot nu (P56).",
    "Toewijzingen voor een heel gezin op één kind, en kinderen zonder BSN of met een geheim "
    "adres, zitten niet in het berichtenverkeer: zij tellen niet mee (P62).",
    "De lezing letterlijk telt alleen hulp die later begon dan de maatregel (P21).",
)
MATEN = (
    Maat(
        sleutel="aandeel",
        naam="Aandeel kinderen met een maatregel dat ook hulp heeft",
        eenheid="aandeel",
        soort="aandeel",
        kolom="kind",
        waar="samenloop",
    ),
    Maat(
        sleutel="samenloop",
        naam="Kinderen met maatregel en hulp tegelijk",
        eenheid="kinderen",
        soort="uniek",
        kolom="kind",
        waar="samenloop",
    ),
    Maat(
        sleutel="kinderen",
        naam="Kinderen met een maatregel",
        eenheid="kinderen",
        soort="uniek",
        kolom="kind",
    ),
)


@indicator(
    code="V4",
    naam="Samenloop met jeugdhulp",
    vereisten=("R196", "R310"),
    lezingen=LEZINGEN,
    eenheid="aandeel",
    bron=BRON,
    varianten=(VOLLEDIG, LETTERLIJK),
    maten=MATEN,
    opmerkingen=OPMERKINGEN,
    dimensies=DIMENSIES,
)
def samenloop(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Kinderen met een maatregel in de periode die op dezelfde dag ook jeugdhulp hebben.

    Het kind heeft ten minste één toegekende declaratieregel in 47 of 48, de hulp ook een.
    """
    hulp = toegekende_hulpperioden(trajecten)
    return samenlooprijen(trajecten, hulp, periode=periode, variant=variant)


def samenlooprijen(trajecten: Trajecten, hulp: Table, *, periode: Periode, variant: str) -> Table:
    """Measures with a day in the period, each with `samenloop`: a day of `hulp` beside it."""
    maatregel = met_maatregelgeld(maatregelperioden(trajecten), trajecten)
    maatregel = maatregel.filter(
        _.telt_vanaf <= periode.einde, _.telt_tot >= periode.begin, _.telt_vanaf <= _.telt_tot
    )
    samen = paren(maatregel, hulp, periode=periode, variant=variant)
    rijen = maatregel.left_join(samen, ["sleutel", "begindatum"]).select(
        *maatregel.columns, samenloop=samen.met_hulp.fill_null(False)
    )
    return kandidaten(
        rijen,
        {
            "geen startbericht": rijen.begindatum.notnull(),
            "geen maatregel": rijen.is_maatregel,
            "kind zonder toegekende regel in 47 of 48": rijen.maatregelgeld,
        },
    )


def maatregelperioden(trajecten: Trajecten) -> Table:
    """Periods of 47 and 48 with the days that they count, and allocations there without a start.

    `telt_vanaf` and `telt_tot` are never empty: the end as P56 says, far away where it is open.
    """
    perioden = trajecten.zorgperioden.filter(_.productcategorie.isin(MAATREGELCATEGORIEEN))
    gestart = met_maatregeleinde(perioden).mutate(
        einddatum=_.einddatum.coalesce(_.toewijzing_einddatum), telt_vanaf=_.begindatum
    )
    alle = trajecten.toewijzingen.filter(_.productcategorie.isin(MAATREGELCATEGORIEEN))
    zonder = alle.anti_join(perioden, "sleutel").mutate(
        begindatum=ibis.null("date"), telt_vanaf=_.ingangsdatum
    )
    kolommen = (
        "sleutel",
        "begindatum",
        "einddatum",
        "telt_vanaf",
        "kind",
        "gemeente",
        "aanbieder",
        "productcategorie",
        "soort_maatregel",
        "is_maatregel",
    )
    samen = gestart.select(*kolommen).union(zonder.select(*kolommen))
    return samen.mutate(
        telt_tot=_.einddatum.fill_null(ibis.date(OPEN)),
        gi=_.aanbieder,
        tussentaal=ibis.null("int64"),
    )


def paren(maatregel: Table, hulp: Table, *, periode: Periode, variant: str) -> Table:
    """Measures (sleutel, begindatum) that share a day with help within the period."""
    paar = maatregel.filter(_.begindatum.notnull()).inner_join(
        hulp.select("kind", "hulp_begin", "hulp_einde"), "kind"
    )
    eerste = ibis.greatest(paar.begindatum, paar.hulp_begin, ibis.date(periode.begin))
    laatste = ibis.least(
        paar.telt_tot, paar.hulp_einde.fill_null(ibis.date(OPEN)), ibis.date(periode.einde)
    )
    paar = paar.filter(eerste <= laatste)
    if variant == LETTERLIJK:
        paar = paar.filter(_.hulp_begin > _.begindatum)
    return paar.select("sleutel", "begindatum").distinct().mutate(met_hulp=ibis.literal(True))
