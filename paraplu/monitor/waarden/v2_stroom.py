"""V2a, V2b and V2c: measures that start, end and run (R194, P2, P3, P50, P51)."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.maatregelen import VARIANTEN

OPMERKINGEN = (
    "Toewijzingen voor een heel gezin op één kind, en kinderen zonder BSN of met een geheim "
    "adres, zitten niet in het berichtenverkeer: zij tellen niet mee (P62).",
    "Wat op of vóór 1-1-2017 inging telt niet mee; lange voogdij valt daardoor weg (P6).",
)
VEREISTEN = ("R194", "R203", "R204", "R310")
LEZINGEN = ("P2", "P3", "P6", "P47", "P49", "P50", "P51", "P54", "P61", "P62")
BRON = "iJW305, iJW307 en iJW301"

KINDEREN = Maat(
    sleutel="kinderen", naam="Kinderen", eenheid="kinderen", soort="uniek", kolom="kind"
)
OVERGENOMEN = Maat(
    sleutel="overdracht_in",
    naam="Overgenomen van een ander",
    eenheid="maatregelen",
    soort="stroom",
)
OVERGEDRAGEN = Maat(
    sleutel="overdracht_uit",
    naam="Overgedragen aan een ander",
    eenheid="maatregelen",
    soort="stroom",
)
GEHEEL = (
    "maatregel",
    "kind",
    "groep",
    "is_maatregel",
    "ingangsdatum",
    "begindatum",
    "einddatum",
    "delen",
)
HOUDER = ("gemeente", "aanbieder", "productcategorie", "productcode", "soort_maatregel")


def van_houder(maatregelen: Table, kant: str) -> Table:
    """Measures with the dimensions of their first (`begin`) or last (`eind`) holder."""
    return maatregelen.select(
        *GEHEEL,
        sleutel=_[f"{kant}_sleutel"],
        gi=_[f"{kant}_aanbieder"],
        tussentaal=ibis.null("int64"),
        **{kolom: _[f"{kant}_{kolom}"] for kolom in HOUDER},
    )


def op_dag(trajecten: Trajecten, variant: str, dag: date) -> Table:
    """Measures running on `dag`, with the dimensions of who holds them that day."""
    standen = trajecten.maatregelstanden.filter(
        _.variant == variant, _.vanaf <= dag, _.tot.isnull() | (_.tot > dag)
    ).select("maatregel", "sleutel", *HOUDER)
    geheel = trajecten.maatregelen.filter(_.variant == variant).select(*GEHEEL)
    lopend = geheel.inner_join(standen, "maatregel")
    return lopend.mutate(gi=_.aanbieder, tussentaal=ibis.null("int64"))


def zonder_start(trajecten: Trajecten, variant: str, *, van: date, tot: date) -> Table:
    """Allocations without a live start that would have run on a day from `van` to `tot`."""
    open_ = trajecten.toewijzingen.filter(
        _.ingangsdatum <= tot, _.einddatum.isnull() | (_.einddatum >= van)
    )
    maatregelen = trajecten.maatregelen.filter(_.variant == variant, _.begindatum.isnull())
    return van_houder(maatregelen.semi_join(open_, maatregelen.maatregel == open_.sleutel), "begin")


def samen(tabel: Table, ander: Table) -> Table:
    """Both, with the columns of the first."""
    return tabel.union(ander.select(*tabel.columns))


def voorwaarden(trajecten: Trajecten, rijen: Table) -> dict[str, BooleanValue]:
    """What R194 asks of every measure: a known start, a real measure, begun after 1-1-2017."""
    return {
        "geen startbericht": rijen.begindatum.notnull(),
        "geen maatregel": rijen.is_maatregel,
        **trajecten.ingegaan(rijen),
    }


def overdrachten(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Changes of holder inside a measure in the period (P50), with van_… and naar_…"""
    per = ibis.window(group_by="maatregel", order_by="vanaf")
    standen = trajecten.maatregelstanden.filter(_.variant == variant)
    vorige = standen.mutate(**{f"van_{kolom}": _[kolom].lag(1).over(per) for kolom in HOUDER})
    geldig = trajecten.maatregelen.filter(
        _.variant == variant, _.is_maatregel, _.ingangsdatum > trajecten.ingegaan_na
    ).select("maatregel")
    leeg = ibis.null("string")
    return (
        vorige.filter(_.van_gemeente.notnull(), _.vanaf.between(periode.begin, periode.einde))
        .semi_join(geldig, "maatregel")
        .select(
            "maatregel",
            "kind",
            "vanaf",
            van_code=_.van_gemeente,
            naar_code=_.gemeente,
            van_gi=_.van_aanbieder,
            naar_gi=_.aanbieder,
            van_tussentaal=leeg,
            naar_tussentaal=leeg,
            **{f"van_{kolom}": _[f"van_{kolom}"] for kolom in HOUDER[1:]},
            **{f"naar_{kolom}": _[kolom] for kolom in HOUDER[1:]},
        )
    )


@indicator(
    code="V2a",
    naam="Instroom",
    vereisten=VEREISTEN,
    lezingen=LEZINGEN,
    eenheid="maatregelen",
    bron=BRON,
    varianten=VARIANTEN,
    maten=(
        Maat(sleutel="instroom", naam="Begonnen maatregelen", eenheid="maatregelen"),
        KINDEREN,
        OVERGENOMEN,
    ),
    opmerkingen=OPMERKINGEN,
    overdrachten=overdrachten,
)
def instroom(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het aantal maatregelen dat in de periode begint.

    Een toewijzing zonder startbericht telt niet mee en wordt apart genoemd, in de periode waarin
    zij ingaat. Gaat een maatregel over naar een andere gemeente of instelling, dan is dat geen
    instroom maar een overdracht.
    """
    rijen = van_houder(trajecten.maatregelen.filter(_.variant == variant), "begin")
    dag = rijen.begindatum.coalesce(rijen.ingangsdatum)
    rijen = rijen.filter(dag.between(periode.begin, periode.einde))
    return kandidaten(rijen, voorwaarden(trajecten, rijen))


@indicator(
    code="V2b",
    naam="Uitstroom",
    vereisten=VEREISTEN,
    lezingen=LEZINGEN,
    eenheid="maatregelen",
    bron=BRON,
    varianten=VARIANTEN,
    maten=(
        Maat(sleutel="uitstroom", naam="Geëindigde maatregelen", eenheid="maatregelen"),
        KINDEREN,
        OVERGEDRAGEN,
    ),
    opmerkingen=OPMERKINGEN,
    overdrachten=overdrachten,
)
def uitstroom(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het aantal maatregelen dat in de periode definitief eindigt.

    Een tijdelijke stop is geen einde. Een toewijzing zonder startbericht telt niet mee en wordt
    apart genoemd, in de periode waarin zij afloopt.
    """
    maatregelen = trajecten.maatregelen.filter(_.variant == variant)
    gestopt = maatregelen.filter(
        _.begindatum.notnull(), _.einddatum.between(periode.begin, periode.einde)
    )
    afgelopen = trajecten.toewijzingen.filter(_.einddatum.between(periode.begin, periode.einde))
    nooit = maatregelen.filter(_.begindatum.isnull())
    nooit = nooit.semi_join(afgelopen, nooit.maatregel == afgelopen.sleutel)
    rijen = samen(van_houder(gestopt, "eind"), van_houder(nooit, "begin"))
    return kandidaten(rijen, voorwaarden(trajecten, rijen))


@indicator(
    code="V2c",
    naam="Stand",
    vereisten=VEREISTEN,
    lezingen=LEZINGEN,
    eenheid="maatregelen",
    bron=BRON,
    varianten=VARIANTEN,
    maten=(
        Maat(sleutel="stand", naam="Lopende maatregelen", eenheid="maatregelen"),
        KINDEREN,
    ),
    opmerkingen=OPMERKINGEN,
)
def stand(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het aantal maatregelen dat op de laatste dag van de periode loopt.

    Een maatregel die op die dag eindigt, loopt niet meer. De stand van nu is de vorige stand met
    de instroom erbij en de uitstroom eraf.
    """
    lopend = op_dag(trajecten, variant, periode.einde)
    rijen = samen(lopend, zonder_start(trajecten, variant, van=periode.einde, tot=periode.einde))
    return kandidaten(rijen, voorwaarden(trajecten, rijen))
