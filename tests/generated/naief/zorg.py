"""Periods of care: starts and stops that live, joined to their allocation (P49, contract of P56)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.generated.naief.toewijzingen import eigenschappen, sleutel

Rij = dict[str, Any]


def tel_levend(regels: list[Rij], velden: tuple[str, ...]) -> list[Rij]:
    """One row per key of start or stop that lives: more often delivered than withdrawn.

    Status 2 (2.3) delivers itself and makes what that allocation said before it void; 9 says
    nothing.
    """
    met_sleutel = []
    for rij in regels:
        eigen = sleutel(rij, ingang=rij["toewijzing_ingangsdatum"], begin=rij["begindatum"])
        met_sleutel.append({**rij, "toewijzing": eigen})

    vervangen_op: dict[str, date] = {}
    for rij in met_sleutel:
        if rij["status_aanlevering"] == "2":
            oud = vervangen_op.get(rij["toewijzing"], date.min)
            vervangen_op[rij["toewijzing"]] = max(oud, rij["dagtekening"])

    saldo: dict[tuple, int] = {}
    voorbeeld: dict[tuple, Rij] = {}
    for rij in met_sleutel:
        if rij["dagtekening"] < vervangen_op.get(rij["toewijzing"], date.min):
            continue
        naam = (rij["toewijzing"], *(rij[veld] for veld in velden))
        voorbeeld[naam] = rij
        if rij["status_aanlevering"] in ("1", "2"):
            saldo[naam] = saldo.get(naam, 0) + 1
        if rij["status_aanlevering"] == "3":
            saldo[naam] = saldo.get(naam, 0) - 1
    return [voorbeeld[naam] for naam, aantal in saldo.items() if aantal > 0]


def starts(regels: list[Rij]) -> list[Rij]:
    """Live starts."""
    return tel_levend(regels, ("productcategorie", "productcode", "begindatum"))


def stops(regels: list[Rij]) -> list[Rij]:
    """Live stops."""
    velden = ("productcategorie", "productcode", "begindatum", "reden_beeindiging", "einddatum")
    return tel_levend(regels, velden)


def laatste_stop(eigen: list[Rij]) -> Rij | None:
    """The stop that holds: the latest, and on one day a definitive one before a tentative one."""
    beste = None
    for rij in eigen:
        orde = (rij["einddatum"], rij["reden_beeindiging"] != "20")
        if beste is None or orde > (beste["einddatum"], beste["reden_beeindiging"] != "20"):
            beste = rij
    return beste


def zorgperioden(
    toegewezen: dict[str, Rij],
    verwijderd: set[str],
    levende_starts: list[Rij],
    levende_stops: list[Rij],
) -> list[Rij]:
    """One row per allocation and begin of care.

    `einde_letterlijk` is the stop, tentative or not; `einde` what counts as end for the kind of
    care; `einde_of_toewijzing` falls back to the Einddatum of the allocation (P56).
    """
    uit: list[Rij] = []
    gezien: set[tuple[str, date]] = set()
    for start in levende_starts:
        naam = (start["toewijzing"], start["begindatum"])
        if naam in gezien:
            continue
        toewijzing = toegewezen.get(start["toewijzing"])
        if start["toewijzing"] in verwijderd:
            continue
        if toewijzing is None:
            toewijzing = zonder_toewijzing(start)
        gezien.add(naam)
        stop = laatste_stop(
            [
                rij
                for rij in levende_stops
                if rij["toewijzing"] == naam[0] and rij["begindatum"] == naam[1]
            ]
        )
        tijdelijk = stop is not None and stop["reden_beeindiging"] == "20"
        einde = None if stop is None else stop["einddatum"]
        if tijdelijk and toewijzing["productcategorie"] in ("47", "48"):
            # Suspended: it runs until it starts again, and is open when it never does.
            einde = min(
                (
                    later["begindatum"]
                    for later in levende_starts
                    if later["toewijzing"] == naam[0] and later["begindatum"] > naam[1]
                ),
                default=None,
            )
        uit.append(
            {
                **toewijzing,
                **eigenschappen(
                    toewijzing["productcategorie"], toewijzing["productcode"], start["begindatum"]
                ),
                "begin": start["begindatum"],
                "einde": einde,
                "tijdelijk": tijdelijk,
                "stop": None if stop is None else stop["einddatum"],
                "stopreden": "" if stop is None else stop["reden_beeindiging"] or "",
                "einde_of_toewijzing": toewijzing["einddatum"] if einde is None else einde,
            }
        )
    return uit


def zonder_toewijzing(start: Rij) -> Rij:
    """A start without allocation stands for itself; its Begindatum is the Ingangsdatum (P54)."""
    return {
        **start,
        "ingangsdatum": start["begindatum"],
        "einddatum": None,
        "toewijzingsdatum": None,
        "eerste_toewijzingsdatum": None,
        "referentie_aanbieder": None,
        **eigenschappen(start["productcategorie"], start["productcode"], start["begindatum"]),
    }
