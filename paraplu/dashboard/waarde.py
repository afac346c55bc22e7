"""What the page of one value shows: readings side by side, trend, breakdown, receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from paraplu.afspraken import gebieden, lezingen
from paraplu.inzage.adressen import bewijs_adres
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import Gebied, find_gebied, ligt_in
from paraplu.inzage.grafiek import Grafiek, Reeks, list_getoond, make_grafiek
from paraplu.inzage.keuze import Keuze, aanloop, jaar_eerder, name_periode
from paraplu.inzage.woorden import PER, Verschil, vergelijk
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde

from .overzicht import read_eerste_jaar

#: The readings in words; the codes are the monitor's.
VARIANTEN = {
    "letterlijk": gettext_lazy("Letterlijk"),
    "aaneengesloten": gettext_lazy("Aaneengesloten"),
    "toegewezen": gettext_lazy("Volgens de toewijzing"),
    "volledig": gettext_lazy("Volledig"),
    "volgorde": gettext_lazy("In volgorde"),
    "lopende_maatregel": gettext_lazy("Bij een lopende maatregel"),
    "verwijzer_gi": gettext_lazy("Verwezen door de GI"),
    "toegekend": gettext_lazy("Toegekend"),
    "algemeen": gettext_lazy("In het algemeen"),
}
#: Columns of a breakdown; a value with more measures shows the rest in its own table and the CSV.
MATEN_HOOGSTENS = 4
UITLEG_VARIANTEN = {
    "letterlijk": gettext_lazy("Precies zoals de afspraken het opschrijven."),
    "aaneengesloten": gettext_lazy(
        "Wat bij één kind binnen 31 dagen op elkaar volgt, telt als één maatregel."
    ),
    "toegewezen": gettext_lazy("Met begin en einde uit de toewijzing, niet uit start en stop."),
    "volledig": gettext_lazy("Elke overlap telt, ook als de hulp eerder begon dan de maatregel."),
    "volgorde": gettext_lazy("Eerst de zwaarte, dan de duur, dan de kosten."),
    "lopende_maatregel": gettext_lazy(
        "Jeugdhulp van kinderen die op dat moment een maatregel hebben."
    ),
    "verwijzer_gi": gettext_lazy("Jeugdhulp waarvan het verzoek de GI als verwijzer noemt."),
    "toegekend": gettext_lazy("Alleen wat in het antwoord op de declaratie is toegekend."),
    "algemeen": gettext_lazy("Alle hulp die begon, niet alleen hulp die op andere hulp volgt."),
}


def name_variant(variant: str) -> str:
    """A reading in words."""
    return str(VARIANTEN.get(variant, variant.replace("_", " ").capitalize()))


@dataclass(frozen=True)
class Lezing:
    """One reading of the value beside the others."""

    variant: str
    naam: str
    uitleg: str
    waarden: Mapping[str, Waarde]
    gekozen: bool
    adres: str


def list_lezingen(cijfers: Cijfers, keuze: Keuze, indicator: Any) -> list[Lezing]:
    """All readings of this value for the chosen area and period."""
    gekozen = keuze.variant_voor(indicator) or indicator.varianten[0]
    return [
        Lezing(
            variant,
            name_variant(variant),
            str(UITLEG_VARIANTEN.get(variant, "")),
            cijfers.waarden(indicator.code, keuze.periode, keuze.gebied, variant),
            variant == gekozen,
            keuze.adres("waarde", indicator.code, variant=variant),
        )
        for variant in indicator.varianten
    ]


@dataclass(frozen=True)
class Verloop:
    """The trend: the chart and, line by line, the table that says the same.

    Each line of the table: its label, and per value the address of its receipt.
    """

    grafiek: Grafiek | None
    namen: tuple[str, ...]
    regels: tuple[tuple[str, tuple[tuple[Waarde, str], ...]], ...]


def make_verloop(cijfers: Cijfers, keuze: Keuze, indicator: Any) -> Verloop:
    """A line per reading; with another area chosen, that area beside this one instead."""
    maat = indicator.maten[0]
    perioden = aanloop(keuze.periode, read_eerste_jaar(cijfers, keuze))
    labels = [name_periode(periode) for periode in perioden]
    gekozen = _choose_lijnen(keuze, indicator)
    lijnen = [
        Reeks(
            naam,
            tuple(
                waarden.get(maat.sleutel)
                for _periode, waarden in cijfers.reeks(indicator.code, perioden, gebied, variant)
            ),
        )
        for naam, gebied, variant in gekozen
    ]
    regels = tuple(
        (
            label,
            tuple(
                (
                    lijn.waarden[plaats],
                    bewijs_adres(
                        keuze, indicator.code, perioden[plaats], gebied=gebied, variant=variant
                    ),
                )
                for lijn, (_naam, gebied, variant) in zip(lijnen, gekozen, strict=True)
            ),
        )
        for plaats, label in enumerate(labels)
    )
    return Verloop(
        make_grafiek(lijnen, [_shorten(label) for label in labels], maat.eenheid),
        tuple(lijn.naam for lijn in lijnen),
        regels,
    )


def _choose_lijnen(keuze: Keuze, indicator: Any) -> list[tuple[str, Gebied, str | None]]:
    if keuze.vergelijk is not None:
        variant = keuze.variant_voor(indicator)
        return [(gebied.naam, gebied, variant) for gebied in (keuze.gebied, keuze.vergelijk)]
    if keuze.periode.soort == "maand":
        # Thirteen months of every reading would keep a reader waiting.
        variant = keuze.variant_voor(indicator) or indicator.varianten[0]
        return [(name_variant(variant), keuze.gebied, variant)]
    return [(name_variant(variant), keuze.gebied, variant) for variant in indicator.varianten]


def _shorten(label: str) -> str:
    """A label that fits under a chart: januari 2023 becomes jan 23, kwartaal 2 van 2023 K2 23."""
    woorden = label.split()
    if len(woorden) == 4:
        return f"K{woorden[1]} {woorden[3][2:]}"
    return f"{woorden[0][:3]} {woorden[1][2:]}" if len(woorden) == 2 else label


@dataclass(frozen=True)
class Deel:
    """One row of a breakdown; `balk` is its share of the longest bar in percent.

    `is_verborgen`: the measure that the bars are of is hidden; the row has no bar and stands last.
    `bewijs`: the address of the receipt of this row.
    """

    naam: str
    waarden: Mapping[str, Waarde]
    balk: float
    adres: str
    verschil: Verschil | None = None
    is_verborgen: bool = False
    bewijs: str = ""


@dataclass(frozen=True)
class Uitsplitsing:
    """A value split by one dimension, the largest first."""

    per: str
    delen: tuple[Deel, ...]


def list_per(cijfers: Cijfers, keuze: Keuze, indicator: Any) -> list[str]:
    """The dimensions this value can be split by, regions first, as far as this reader may ask.

    Of a region the split into regions stays, also where nothing is shared: a page needs one.
    """
    eigen = getattr(indicator, "dimensies", None) or tuple(PER)
    kan = [per for per in PER if per in eigen or (per == "regio" and "gemeente" in eigen)]
    mag = [per for per in kan if cijfers.mag_vragen(per, keuze.periode, keuze.gebied)]
    return mag or kan[:1]


def make_uitsplitsing(cijfers: Cijfers, keuze: Keuze, indicator: Any, per: str) -> Uitsplitsing:
    """The rows of a breakdown; areas lead to their own page."""
    maat = indicator.maten[0].sleutel
    rijen = cijfers.rijen(
        indicator.code,
        keuze.periode,
        per=per,
        gebied=keuze.gebied,
        variant=keuze.variant_voor(indicator),
    )
    if per in {"regio", "gemeente"} and keuze.gebied.soort not in {"gi", "aanbieder"}:
        rijen = [rij for rij in rijen if ligt_in(rij.sleutel, per, keuze.gebied)]
    hoogste = max(list_getoond(rij.waarden.get(maat) for rij in rijen), default=0.0)
    delen = [
        Deel(
            rij.naam,
            rij.waarden,
            measure_balk(rij.waarden.get(maat), hoogste),
            _find_adres(cijfers, keuze, indicator, per, rij.sleutel),
            is_verborgen=isinstance(rij.waarden.get(maat), Verborgen),
            bewijs=bewijs_adres(keuze, indicator.code, per=per, sleutel=rij.sleutel),
        )
        for rij in rijen
    ]
    delen.sort(key=lambda deel: (deel.is_verborgen, -deel.balk, deel.naam))
    return Uitsplitsing(per, tuple(delen))


def measure_balk(waarde: Waarde, hoogste: float) -> float:
    """The length of a bar; none for what is hidden, unknown or below zero."""
    if isinstance(waarde, Verborgen) or not waarde or not hoogste:
        return 0.0
    return max(0.0, round(100 * float(waarde) / hoogste, 1))


def make_regios(cijfers: Cijfers, keuze: Keuze, indicator: Any) -> Uitsplitsing:
    """All regions, each with how its figure differs from a year earlier; for beside the map."""
    maat = indicator.maten[0]
    variant = keuze.variant_voor(indicator)
    nu, toen = (
        cijfers.rijen(indicator.code, periode, per="regio", variant=variant)
        for periode in (keuze.periode, jaar_eerder(keuze.periode))
    )
    eerder = {rij.sleutel: rij.waarden.get(maat.sleutel) for rij in toen}
    return Uitsplitsing(
        "regio",
        tuple(
            Deel(
                rij.naam,
                rij.waarden,
                0,
                keuze.adres("overzicht", gebied=f"regio-{rij.sleutel}"),
                vergelijk(
                    rij.waarden.get(maat.sleutel),
                    eerder.get(rij.sleutel),
                    maat.eenheid,
                    code=indicator.code,
                ),
                bewijs=bewijs_adres(keuze, indicator.code, gebied=f"regio-{rij.sleutel}"),
            )
            for rij in nu
            if gebieden.regio(rij.sleutel)
        ),
    )


def _find_adres(cijfers: Cijfers, keuze: Keuze, indicator: Any, per: str, sleutel: str) -> str:
    if per not in {"regio", "gemeente", "gi", "aanbieder"}:
        return ""
    gebied = find_gebied(f"{per}-{sleutel}", cijfers.namen())
    return keuze.adres("waarde", indicator.code, gebied=gebied.sleutel) if gebied else ""


@dataclass(frozen=True)
class Afgevallen:
    """A reason why candidates do not count, with how many."""

    reden: str
    aantal: Waarde


@dataclass(frozen=True)
class Bon:
    """How the figure came about: of so many candidates so many count, the rest fell off because …"""

    kandidaten: Waarde
    geteld: Waarde
    afgevallen: tuple[Afgevallen, ...]
    dataversie: str
    bekend_op: Any


def read_bon(cijfers: Cijfers, keuze: Keuze, indicator: Any) -> Bon:
    """The receipt of the chosen view, the most frequent reason first, hidden ones last by name."""
    variant = keuze.variant_voor(indicator)
    bon = cijfers.bon(indicator.code, keuze.periode, keuze.gebied, variant)
    redenen = sorted((Afgevallen(*paar) for paar in bon.afgevallen), key=_order_reden)
    return Bon(bon.kandidaten, bon.geteld, tuple(redenen), str(bon.dataversie), bon.bekend_op)


def _order_reden(regel: Afgevallen) -> tuple[bool, float, str]:
    weg = isinstance(regel.aantal, Verborgen)
    return weg, 0.0 if weg else -float(regel.aantal or 0), regel.reden


def list_bronnen(indicator: Any) -> list[tuple[str, str]]:
    """The readings (P…) behind this value, each in a sentence."""
    gevonden = []
    for nummer in indicator.lezingen:
        lezing = lezingen.lezing(nummer)
        gevonden.append((nummer, f"{lezing.titel}. {lezing.keuze}"))
    return gevonden
