"""Allocations: what identifies one, and which version holds (P47, P49)."""

from __future__ import annotations

from datetime import date
from typing import Any

from paraplu.afspraken import producten, tussentaal

Rij = dict[str, Any]


def plak(*delen: object) -> str:
    """A key of parts; an absent part is empty."""
    return "|".join("" if deel is None else str(deel) for deel in delen)


def sleutel(rij: Rij, *, ingang: date | None, begin: date | None) -> str:
    """The allocation to which a line points.

    `ingang` is the Ingangsdatum that the line names, `begin` its own first day (taakgericht).
    """
    if rij["toewijzing_nummer"] is not None:
        return plak("T", rij["gemeente"], rij["toewijzing_nummer"])
    product = (rij["productcategorie"], rij["productcode"])
    if rij["beschikking_nummer"] is not None:
        return plak("B", rij["gemeente"], rij["beschikking_nummer"], *product, ingang)
    return plak("K", rij["gemeente"], rij["aanbieder"], rij["kind"], *product, begin)


def is_maatregelcategorie(categorie: str | None) -> bool:
    """Jeugdbescherming or jeugdreclassering."""
    return categorie in ("47", "48")


def is_jeugdhulp(categorie: str | None) -> bool:
    """Every other category than 47, 48 and 49; a generic allocation without one is jeugdhulp."""
    return categorie not in ("47", "48", "49")


def eigenschappen(categorie: str | None, code: str | None, dag: date | None) -> Rij:
    """What follows from the product: kind of measure, its group, the tussentaal on `dag`."""
    soort = producten.soort_maatregel(code, categorie or "")
    plaats = None
    if is_jeugdhulp(categorie) and categorie is not None and dag is not None:
        plaats = tussentaal.plaats(categorie, code, dag)
    return {
        "soort_maatregel": soort,
        "groep": producten.groep(soort),
        "tussentaal": plaats,
        "rang": tussentaal.rang(plaats),
    }


def versie(rij: Rij) -> tuple:
    """The order of versions of one allocation; the highest holds."""
    return (
        rij["toewijzingsdatum"] or date.min,
        rij["toewijzingstijd"] or "",
        rij["dagtekening"] or date.min,
        rij["bericht"],
        rij["volgnummer"],
    )


def per_sleutel(regels: list[Rij]) -> dict[str, list[Rij]]:
    """All versions of each allocation."""
    versies: dict[str, list[Rij]] = {}
    for rij in regels:
        eigen = sleutel(rij, ingang=rij["ingangsdatum"], begin=rij["ingangsdatum"])
        versies.setdefault(eigen, []).append(rij)
    return versies


def verwijderde(regels: list[Rij]) -> set[str]:
    """Allocations that never existed: RedenWijziging 13 on the version that holds."""
    return {
        naam
        for naam, rijen in per_sleutel(regels).items()
        if max(rijen, key=versie)["reden_wijziging"] == "13"
    }


def toewijzingen(regels: list[Rij]) -> dict[str, Rij]:
    """Every allocation that exists, by its key."""
    weg = verwijderde(regels)
    uit: dict[str, Rij] = {}
    for naam, rijen in per_sleutel(regels).items():
        if naam in weg:
            continue
        winnaar = max(rijen, key=versie)
        dagen = [rij["toewijzingsdatum"] for rij in rijen if rij["toewijzingsdatum"] is not None]
        uit[naam] = {
            **winnaar,
            "toewijzing": naam,
            "referenties": {
                (rij["gemeente"], rij["aanbieder"], rij["referentie_aanbieder"]) for rij in rijen
            },
            "eerste_toewijzingsdatum": min(dagen) if dagen else None,
            **eigenschappen(
                winnaar["productcategorie"], winnaar["productcode"], winnaar["ingangsdatum"]
            ),
        }
    return uit
