"""The rows behind a figure as a person reads them: named columns, names instead of codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden, tussentaal

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
        [
            [toon[naam](rij[naam]) if naam in toon and rij[naam] else rij[naam] for naam in eigen]
            for rij in rijen
        ],
    )
