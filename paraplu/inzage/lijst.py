"""The rows behind a figure as a person reads them: named columns, names instead of codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden, tussentaal

#: Rows on one page of a list.
REGELS_PER_PAGINA = 500
#: What a reader needs no column for: it is the same in every row, or a key of the machine.
WEG = frozenset({"afgevallen_op", "is_maatregel", "maatregel", "sleutel", "gelderland", "regio"})
#: First who and where, then what, then when; the rest follows as the monitor gives it.
VOORAAN = ("kind", "gemeente", "gi", "aanbieder", "productcategorie", "productcode")
KOLOMMEN = {
    "kind": _("Kind (schuilnaam)"),
    "gemeente": _("Gemeente"),
    "gi": _("GI"),
    "aanbieder": _("Aanbieder"),
    "groep": _("Groep"),
    "tussentaal": _("Tussentaal"),
    "soort_maatregel": _("Soort maatregel"),
    "ingangsdatum": _("Ingangsdatum toewijzing"),
    "toewijzingsdatum": _("Toegewezen op"),
    "begindatum": _("Begin"),
    "einddatum": _("Einde"),
    "delen": _("Aantal toewijzingen"),
}


@dataclass(frozen=True)
class Lijst:
    """Heads and rows, ready to show."""

    kolommen: list[str]
    regels: list[list[Any]]


def make_lijst(rijen: list[dict[str, Any]], namen: Mapping[str, Mapping[str, str]]) -> Lijst:
    """The rows with readable heads; `namen` gives those of GI's and providers by AGB code."""
    if not rijen:
        return Lijst([], [])
    eigen = [naam for naam in rijen[0] if naam not in WEG]
    eigen.sort(key=lambda naam: VOORAAN.index(naam) if naam in VOORAAN else len(VOORAAN))
    organisaties = {**namen.get("aanbieder", {}), **namen.get("gi", {})}
    toon: dict[str, Callable[[Any], Any]] = {
        "gemeente": lambda code: gebieden.naam_cbs(code) or code,
        "gi": lambda code: organisaties.get(code, code),
        "aanbieder": lambda code: organisaties.get(code, code),
        "tussentaal": lambda nummer: tussentaal.categorieen().get(int(nummer), nummer),
    }
    return Lijst(
        [str(KOLOMMEN.get(naam, naam.replace("_", " ").capitalize())) for naam in eigen],
        [[_toon(toon.get(_zonder_kant(naam)), rij[naam]) for naam in eigen] for rij in rijen],
    )


def _toon(toon: Callable[[Any], Any] | None, waarde: Any) -> Any:
    if toon and waarde:
        return toon(waarde)
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, date):
        return date_format(waarde, "d-m-Y")
    if isinstance(waarde, float | Decimal):
        return number_format(waarde)
    return waarde


def _zonder_kant(naam: str) -> str:
    """A transfer has each column twice: van_gemeente and naar_gemeente."""
    return naam.removeprefix("van_").removeprefix("naar_")


def read_pagina(request: HttpRequest) -> int:
    """The page of the list in the address, the first when that is no number."""
    tekst = request.GET.get("pagina", "1")
    return max(1, int(tekst)) if tekst.isdecimal() and len(tekst) < 7 else 1


@dataclass(frozen=True)
class Bladzijden:
    """Which page of how many, of a list with `totaal` rows; addresses of the pages around it."""

    nummer: int
    aantal: int
    totaal: int
    eerste: int
    laatste: int
    vorige: str
    volgende: str


def make_bladzijden(nummer: int, totaal: int, adres: Callable[[str | None], str]) -> Bladzijden:
    """`adres` gives the address of a page, None of the first."""
    aantal = max(1, -(-totaal // REGELS_PER_PAGINA))
    eerder = str(nummer - 1) if nummer > 2 else None
    return Bladzijden(
        nummer=nummer,
        aantal=aantal,
        totaal=totaal,
        eerste=min((nummer - 1) * REGELS_PER_PAGINA + 1, totaal),
        laatste=min(nummer * REGELS_PER_PAGINA, totaal),
        vorige=adres(eerder) if nummer > 1 else "",
        volgende=adres(str(nummer + 1)) if nummer < aantal else "",
    )
