"""From message lines to what indicators count: the derived tables, as known on a day.

visible lines → allocations → starts and stops → periods of care → measures in three readings, and
declaration lines with their verdict. Every step is one Ibis expression over the steps before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.trajecten import (
    declaratieregels,
    maatregelen,
    toewijzingen,
    zichtbaar,
    zorgperioden,
)

_PRODUCT = (
    "kind",  # pseudonym
    "gemeente",
    "aanbieder",
    "productcategorie",
    "productcode",
    "soort_maatregel",  # of every product; "geen maatregel" outside the measures
    "groep",  # OTS, voogdij, JR, onbekend; null for what is no measure
    "tussentaal",  # 1..10, null: a measure, or not placed (R209)
    "is_maatregel",  # 47/48 with a kind that is a measure (P61)
    "is_jeugdhulp",  # any category but 47, 48 and 49
)

#: Only what began after this day counts (R193-R198); what ran before is left out and counted (P6).
INGEGAAN_NA = date(2017, 1, 1)

#: The derived tables and their columns. Days are dates, amounts are cents.
KOLOMMEN: dict[str, tuple[str, ...]] = {
    # One row per allocation that exists (P47, P49): the winning version.
    "toewijzingen": (
        "sleutel",
        *_PRODUCT,
        "geboortejaar",
        "referentie_aanbieder",
        "verwijzer_type",  # of the 315 of this allocation (P53); null without 315
        "eerste_toewijzingsdatum",  # lowest toewijzingsdatum of its versions (P57: b)
        "toewijzingsdatum",
        "ingangsdatum",
        "einddatum",  # last day, null = open
        "volume",
        "eenheid",
        "frequentie",
        "budget",
        "versies",
    ),
    # One row per live start (sleutel, begindatum), with its stop when there is one.
    "zorgperioden": (
        "sleutel",
        "begindatum",
        "einddatum",  # of the stop that holds, also a temporary one; null = no stop
        "tijdelijk",  # that stop has reden 20: for a measure it is no end
        "reden_beeindiging",
        *_PRODUCT,  # of the allocation; of the start itself where there is none
        "heeft_toewijzing",
        "ingangsdatum",  # of the allocation, else begindatum (P54)
        "toewijzing_einddatum",
        "eerste_toewijzingsdatum",
    ),
    # Parts of measures. variant: letterlijk, aaneengesloten, toegewezen (P50, P51). einddatum: a
    # temporary stop is none. `maatregel` names the measure; its first part has sleutel|begindatum.
    "maatregeldelen": ("variant", "maatregel", *maatregelen.DEELKOLOMMEN),
    # Who holds a measure from day to day: vanaf up to, not including, tot (null = until now).
    "maatregelstanden": (
        "variant",
        "maatregel",
        "sleutel",
        "kind",
        "groep",
        "gemeente",
        "aanbieder",
        "productcategorie",
        "productcode",
        "soort_maatregel",
        "is_maatregel",
        "vanaf",
        "tot",
    ),
    # One row per measure and variant; begin_… and eind_… are of its first and last holder.
    # begindatum is null for an allocation without a live start ("geen startbericht").
    "maatregelen": (
        "variant",
        "maatregel",
        "kind",
        "groep",
        "is_maatregel",
        "begindatum",
        "einddatum",  # definitive end of the whole, null = running
        "ingangsdatum",  # of the allocation of its first part
        "delen",
        *(f"begin_{kolom}" for kolom in maatregelen.HOUDER),
        *(f"eind_{kolom}" for kolom in maatregelen.HOUDER),
    ),
    # One row per declaration line (303, 323) with the verdict on it (P52).
    "declaratieregels": (
        "bericht",
        "volgnummer",
        "berichtsoort",  # JW303 or JW323
        "sleutel",
        *_PRODUCT,
        "heeft_toewijzing",
        "ingangsdatum",  # of the allocation, else begindatum (P54)
        "declaratie_nummer",
        "referentie",
        "begindatum",  # ProductPeriode
        "einddatum",
        "volume",
        "eenheid",
        "tarief",
        "bedrag",  # declared, credit negative
        "toegekend",  # granted, credit negative; 0 unless oordeel is "toegekend"
        "oordeel",  # toegekend, afgewezen, nog niet beantwoord, niet in het antwoord
        "credit",
    ),
    # Messages that count, columns of `bericht` and bekend_op.
    "berichten": (
        "bericht",
        "batch",
        "code",
        "soort",
        "release",
        "gemeente",
        "aanbieder",
        "afzender",
        "ontvanger",
        "dagtekening",
        "declaratie_nummer",
        "periode_begin",
        "periode_einde",
        "bekend_op",
    ),
}

#: Reference tables beside them (from `afspraken` and from imported sheets), see `bladen`.
BLADEN: dict[str, tuple[str, ...]] = {
    "producten": ("productcategorie", "productcode", "soort_maatregel", "groep"),
    "tussentaal": ("productcategorie", "productcode", "tussentaal", "vanaf", "tot"),
    "organisaties": ("agb", "naam", "soort"),  # soort: gi, aanbieder; one row per known AGB code
    "tarieven": (
        "aanbieder",
        "productcategorie",
        "productcode",
        "eenheid",
        "tarief",
        "vanaf",
        "tot",
    ),
    "budgetplafonds": ("aanbieder", "jaar", "bedrag"),  # cents
    "rangen": ("tussentaal", "rang"),  # order for stepping down (P22)
}


@dataclass(frozen=True)
class Trajecten:
    """What an indicator's query may read: the derived tables and the reference tables."""

    toewijzingen: Table
    zorgperioden: Table
    maatregeldelen: Table
    maatregelstanden: Table
    maatregelen: Table
    declaratieregels: Table
    berichten: Table
    producten: Table
    tussentaal: Table
    organisaties: Table
    tarieven: Table
    budgetplafonds: Table
    rangen: Table
    ingegaan_na: date = INGEGAAN_NA

    def ingegaan(self, rijen: Table) -> dict[str, BooleanValue]:
        """The condition of R193-R198 on `ingangsdatum`: later than a day (P6, P54)."""
        dag = self.ingegaan_na
        reden = f"ingegaan op of vóór {dag.day}-{dag.month}-{dag.year}"
        return {reden: rijen.ingangsdatum > dag}


Bewaar = Callable[[str, Table], Table]


def afleiden(
    bron: Mapping[str, Table],
    bladen: Callable[[Table], Mapping[str, Table]],
    *,
    op: date,
    bewaar: Bewaar,
) -> dict[str, Table]:
    """Derive all tables from the monitor's tables as known on `op`.

    `bladen` gives the reference tables for the products that occur; `bewaar` stores an expression
    under a name and gives back the stored table, so that each step is computed once.
    """
    berichten = bewaar(
        "alle_berichten",
        zichtbaar.met_declaratienummer(
            zichtbaar.bekende_berichten(bron["bericht"], bron["aanlevering"], op=op)
        ),
    )
    bladtabellen = bladen(_producten_in(bron))
    producten, tussentaal = bladtabellen["producten"], bladtabellen["tussentaal"]

    def geldig(naam: str) -> Table:
        return zichtbaar.geldige_regels(naam, bron[naam], berichten, bron["retour"])

    toegewezen = bewaar("geldige_toewijzing", geldig("toewijzing"))
    winnend = bewaar("winnende_versies", toewijzingen.winnende_versies(toegewezen))
    verwijzers = toewijzingen.verwijzers(toegewezen, geldig("verzoek"))
    klaar: dict[str, Table] = {}

    def houd(naam: str, tabel: Table) -> Table:
        klaar[naam] = bewaar(naam, tabel.select(*KOLOMMEN[naam]))
        return klaar[naam]

    houd("berichten", berichten)
    alle = houd(
        "toewijzingen", toewijzingen.toewijzingen(winnend, verwijzers, producten, tussentaal)
    )
    starts = zorgperioden.levende_starts(geldig("start"))
    stops = zorgperioden.levende_stops(geldig("stop"))
    perioden = houd(
        "zorgperioden", zorgperioden.zorgperioden(starts, stops, winnend, producten, tussentaal)
    )
    delen = houd("maatregeldelen", maatregelen.maatregeldelen(perioden, alle))
    standen = houd("maatregelstanden", maatregelen.maatregelstanden(delen))
    houd("maatregelen", maatregelen.maatregelen(delen, standen, perioden, alle))
    houd(
        "declaratieregels",
        declaratieregels.declaratieregels(
            zichtbaar.bekende_regels(bron["declaratie"], berichten),
            zichtbaar.bekende_regels(bron["declaratieantwoord"], berichten),
            berichten,
            winnend,
            producten=producten,
            tussentaal=tussentaal,
        ),
    )
    return klaar


def _producten_in(bron: Mapping[str, Table]) -> Table:
    """The products that occur in the data: productcategorie and productcode, both filled."""
    return _verenig(
        bron[naam].select(
            productcategorie=bron[naam].productcategorie.fill_null(""),
            productcode=bron[naam].productcode.fill_null(""),
        )
        for naam in ("toewijzing", "start", "declaratie")
    ).distinct()


def _verenig(tabellen: Iterator[Table]) -> Table:
    eerste, *rest = tabellen
    for tabel in rest:
        eerste = eerste.union(tabel)
    return eerste
