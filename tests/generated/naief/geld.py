"""Declared lines and whether they were granted (P52)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.generated.naief.toewijzingen import eigenschappen, sleutel
from tests.generated.naief.zicht import codes

Rij = dict[str, Any]


def antwoorden_op(bericht: Rij, berichten: list[Rij]) -> list[Rij]:
    """The 325's of a 323, the 304's of a 303, in the order in which they became known."""
    soort = {"JW323": "JW325", "JW303": "JW304"}[bericht["soort"]]
    gevonden = [
        rij
        for rij in berichten
        if rij["soort"] == soort
        and rij["gemeente"] == bericht["gemeente"]
        and rij["aanbieder"] == bericht["aanbieder"]
        and gaat_over(rij, bericht)
    ]
    return sorted(gevonden, key=lambda rij: (rij["bekend_op"], rij["bericht"]))


def gaat_over(antwoord: Rij, bericht: Rij) -> bool:
    """By number of the declaration; a 325 of a header only names the message itself (TR337)."""
    if antwoord["declaratie_nummer"] is not None:
        return antwoord["declaratie_nummer"] == bericht["declaratie_nummer"]
    genoemd = (antwoord["identificatie_retour"], antwoord["dagtekening_retour"])
    return antwoord["soort"] == "JW325" and genoemd == (
        bericht["identificatie"],
        bericht["dagtekening"],
    )


def oordeel_323(referentie: str, antwoord: Rij, regels: list[Rij]) -> str:
    """What one 325 says of one line."""
    if "0001" in codes(antwoord["retourcodes"]):
        return "afgewezen"
    klasse = codes(antwoord["retourcodes_klasse"])
    if "8001" in klasse:
        return "toegekend"
    if klasse - {"0200"}:
        return "afgewezen"
    eigen = {rij["referentie"] for rij in regels if rij["bericht"] == antwoord["bericht"]}
    if "0200" in klasse and referentie not in eigen:
        return "toegekend"
    return "afgewezen"


def oordeel_303(referentie: str, bedrag: int, antwoord: Rij, regels: list[Rij]) -> tuple[str, int]:
    """What one 304 says of one line, and the amount in cents that it grants."""
    if "0001" in codes(antwoord["retourcodes"]):
        return "afgewezen", 0
    for rij in regels:
        if rij["bericht"] == antwoord["bericht"] and rij["referentie"] == referentie:
            if not rij["toegekend"] and bedrag:
                return "afgewezen", 0
            return "toegekend", rij["toegekend"] or 0
    return "niet in het antwoord", 0


def ingang_van(rij: Rij, toegewezen: dict[str, Rij]) -> date | None:
    """Of a line without number: the Ingangsdatum of the latest allocation that began before it."""
    velden = ("gemeente", "beschikking_nummer", "productcategorie", "productcode")
    dagen = [
        toewijzing["ingangsdatum"]
        for naam, toewijzing in toegewezen.items()
        if naam.startswith("B|")
        and all(toewijzing[veld] == rij[veld] for veld in velden)
        and toewijzing["ingangsdatum"] <= rij["begindatum"]
    ]
    return max(dagen) if dagen else None


def declaratieregels(zicht: dict[str, list[Rij]], toegewezen: dict[str, Rij]) -> list[Rij]:
    """Every declared line with `oordeel` and `toegekend_bedrag` in cents, and its allocation."""
    kop = {rij["bericht"]: rij for rij in zicht["bericht"]}
    uit: list[Rij] = []
    for rij in zicht["declaratie"]:
        bericht = kop[rij["bericht"]]
        oordeel, bedrag = "nog niet beantwoord", 0
        for antwoord in antwoorden_op(bericht, zicht["bericht"])[:1]:
            if bericht["soort"] == "JW323":
                oordeel = oordeel_323(rij["referentie"], antwoord, zicht["declaratieantwoord"])
                bedrag = rij["bedrag"] if oordeel == "toegekend" else 0
            else:
                oordeel, bedrag = oordeel_303(
                    rij["referentie"], rij["bedrag"], antwoord, zicht["declaratieantwoord"]
                )
        naam = sleutel(rij, ingang=ingang_van(rij, toegewezen), begin=rij["begindatum"])
        toewijzing = toegewezen.get(naam)
        uit.append(
            {
                **rij,
                "toewijzing": naam,
                "ingangsdatum": toewijzing["ingangsdatum"] if toewijzing else rij["begindatum"],
                "referentie_aanbieder": toewijzing["referentie_aanbieder"] if toewijzing else None,
                "oordeel": oordeel,
                "toegekend": oordeel == "toegekend",
                "toegekend_bedrag": bedrag,
                **eigenschappen(rij["productcategorie"], rij["productcode"], rij["begindatum"]),
            }
        )
    return uit
