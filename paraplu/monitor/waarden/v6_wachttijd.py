"""V6: days from the measure to the allocation of help and to its start (R198, R199, P57)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.maatregelen import OPEN, VARIANTEN

NIET_GESTART = "nog niet gestart"
ERVOOR = "gestart vóór toewijzing"
GESTART = "gestart"

STUKKEN = {
    "bc": "van toewijzing tot start van de hulp",
    "ab": "van start van de maatregel tot toewijzing",
    "ac": "van start van de maatregel tot start van de hulp",
}


def _maten() -> tuple[Maat, ...]:
    """Median, 90th percentile and number per stretch, of all help and of the first help."""
    maten = []
    for waar, wie in ((None, "alle hulp"), ("eerste", "eerste hulp")):
        voor = "eerste_" if waar else ""
        for stuk, naam in STUKKEN.items():
            kolom = f"dagen_{stuk}"
            for soort, tekst in (("mediaan", "Mediaan"), ("p90", "90e percentiel")):
                maat = Maat(
                    sleutel=f"{voor}{stuk}_{soort}",
                    naam=f"{tekst} {naam}, {wie}",
                    eenheid="dagen",
                    soort=soort,
                    kolom=kolom,
                    waar=waar,
                )
                maten.append(maat)
            sleutel, teller = f"{voor}{stuk}_aantal", f"{voor}heeft_{stuk}"
            maten.append(
                Maat(sleutel=sleutel, naam=f"Aantal {naam}, {wie}", eenheid="hulp", waar=teller)
            )
        for kolom, naam in (("niet_gestart", NIET_GESTART), ("ervoor", ERVOOR)):
            maten.append(
                Maat(
                    sleutel=f"{voor}{kolom}",
                    naam=f"{naam.capitalize()}, {wie}",
                    eenheid="hulp",
                    waar=f"{voor}{kolom}",
                )
            )
    return tuple(maten)


@indicator(
    code="V6",
    naam="Wachttijd",
    vereisten=("R198", "R199", "R310"),
    lezingen=("P4", "P47", "P49", "P50", "P51", "P57"),
    eenheid="dagen",
    bron="iJW301, iJW305 en iJW307",
    varianten=VARIANTEN,
    maten=_maten(),
    opmerkingen=(
        "Hulp die al liep voordat zij werd toegewezen telt als aantal, niet in de dagen (P57).",
        "Hulp die is toegewezen zonder dat er een maatregel liep valt af.",
    ),
)
def wachttijd(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Van de start van de maatregel (a) tot de toewijzing van de hulp (b) en de start ervan (c).

    Geteld wordt hulp die voor het eerst is toegewezen in de periode. De maatregel is die op de dag
    van toewijzing loopt. De eerste hulp is de hulp die als eerste bij die maatregel werd toegewezen.
    """
    hulp = trajecten.toewijzingen.filter(_.is_jeugdhulp).mutate(b=_.eerste_toewijzingsdatum)
    lopend = lopende_maatregel(hulp, trajecten, variant=variant)
    binnen = met_start(hulp.filter(_.b.between(periode.begin, periode.einde)), trajecten)
    samen = binnen.left_join(lopend, binnen.sleutel == lopend.maatregel_bij).drop("maatregel_bij")
    rijen = met_dagen(samen)
    return kandidaten(
        rijen,
        {
            **trajecten.ingegaan(rijen),
            "geen lopende maatregel bij toewijzing": rijen.a.notnull(),
        },
    )


def met_start(hulp: Table, trajecten: Trajecten) -> Table:
    """Add `c`: begin of the first live start."""
    gestart = trajecten.zorgperioden.semi_join(hulp, "sleutel")
    gestart = gestart.group_by(gestart_sleutel=_.sleutel).agg(c=_.begindatum.min())
    return hulp.left_join(gestart, hulp.sleutel == gestart.gestart_sleutel).drop("gestart_sleutel")


def lopende_maatregel(hulp: Table, trajecten: Trajecten, *, variant: str) -> Table:
    """Per help (`maatregel_bij`) the measure of the child that runs on b: of several the latest.

    The day on which the measure ends still counts. `gi` holds the measure on b; `eerste`: no help
    was allocated earlier during this measure, in whatever period.
    """
    maatregel = trajecten.maatregelen.filter(_.variant == variant).filter(_.is_maatregel)
    paar = hulp.select("kind", "b", maatregel_bij=_.sleutel).inner_join(
        maatregel.select("maatregel", "kind", "begindatum", "einddatum", "eind_aanbieder"), "kind"
    )
    paar = paar.filter(_.begindatum <= _.b).filter(_.einddatum.isnull() | (_.einddatum >= _.b))
    volgorde = ibis.row_number().over(
        group_by="maatregel_bij", order_by=[ibis.desc(_.begindatum), ibis.desc(_.maatregel)]
    )
    lopend = paar.mutate(volgorde=volgorde).filter(_.volgorde == 0)
    standen = trajecten.maatregelstanden.filter(_.variant == variant).select(
        stand_van=_.maatregel,
        houder=_.aanbieder,
        vanaf=_.vanaf,
        # Filled, so that the join has comparisons only: with an OR DuckDB compares all with all.
        tot=_.tot.fill_null(ibis.date(OPEN)),
    )
    samen = lopend.left_join(
        standen,
        [
            lopend.maatregel == standen.stand_van,
            standen.vanaf <= lopend.b,
            standen.tot > lopend.b,
        ],
    )
    houder = ibis.ifelse(_.einddatum == _.b, _.eind_aanbieder, _.houder)
    plek = ibis.row_number().over(group_by="maatregel", order_by=[_.b, _.maatregel_bij])
    return samen.select(
        "maatregel_bij",
        "maatregel",
        a=_.begindatum,
        gi=houder.coalesce(_.eind_aanbieder),
        eerste=plek == 0,
    )


def met_dagen(hulp: Table) -> Table:
    """Add klasse and, per stretch, the days; null where that stretch does not count."""
    klasse = ibis.cases((hulp.c.isnull(), NIET_GESTART), (hulp.c < hulp.b, ERVOOR), else_=GESTART)
    met_klasse = hulp.mutate(klasse=klasse)
    gestart = met_klasse.klasse == GESTART
    leeg = ibis.null("int64")
    met_stukken = met_klasse.mutate(
        dagen_ab=_.b.delta(_.a, unit="day"),
        dagen_bc=ibis.ifelse(gestart, _.c.delta(_.b, unit="day"), leeg),
        dagen_ac=ibis.ifelse(gestart, _.c.delta(_.a, unit="day"), leeg),
        niet_gestart=_.klasse == NIET_GESTART,
        ervoor=_.klasse == ERVOOR,
    )
    tellers = {f"heeft_{stuk}": met_stukken[f"dagen_{stuk}"].notnull() for stuk in STUKKEN}
    tellers |= {naam: met_stukken[naam] for naam in ("niet_gestart", "ervoor")}
    eerste = {
        f"eerste_{naam}": met_stukken.eerste.fill_null(False) & waar
        for naam, waar in tellers.items()
    }
    return met_stukken.mutate(**tellers, **eerste)
