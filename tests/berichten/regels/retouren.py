"""Retours on every message, to change one thing in."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from paraplu.berichten import Bericht, standaard
from tests.berichten.regels.voorbeeld import (
    XSD,
    antwoordbericht,
    retourcodes,
    startbericht,
    stopbericht,
    toewijzingsbericht,
    verzoek_om_toewijzing,
    verzoek_om_wijziging,
)

HEENBERICHTEN = (
    toewijzingsbericht,
    startbericht,
    stopbericht,
    verzoek_om_toewijzing,
    verzoek_om_wijziging,
    antwoordbericht,
)


def retour(maak=startbericht, *, header: str = "", met_klasse: bool = False, klasse: str = "0200"):
    """A retour; in the classes below the header 0200, but in the deepest `klasse`."""
    heen = maak()
    soort = f"JW{int(heen.soort[2:]) + 1}"
    wortel = standaard.release("3.2").berichtsoorten[soort].wortel
    eigen = {
        "BerichtCode": standaard.release("3.2").berichtsoorten[soort].code,
        "IdentificatieRetour": "R1",
        "DagtekeningRetour": "2024-03-02",
        "XsdVersieRetour": XSD,
    }
    inhoud: dict[str, Any] = {"Header": heen.inhoud["Header"] | eigen}
    if header:
        inhoud["Header"] |= {"RetourCodes": retourcodes(header)}
    if met_klasse:
        naam = "Antwoord" if "Antwoord" in heen.inhoud else "Client"
        inhoud[naam] = deepcopy(heen.inhoud[naam])
        _geef_codes(inhoud[naam], wortel.per_naam[naam], klasse)
    return Bericht(soort, "3.2", inhoud)


def _geef_codes(inhoud: dict[str, Any], element, code: str) -> bool:
    """Give every class its code; whether any was given."""
    onder = [
        _geef_codes(een, kind, code)
        for kind in element.kinderen
        if kind.type is None and kind.naam in inhoud
        for een in (inhoud[kind.naam] if kind.is_lijst else [inhoud[kind.naam]])
    ]
    if "RetourCodes" in element.per_naam:
        inhoud["RetourCodes"] = retourcodes("0200" if any(onder) else code)
    return any(onder) or "RetourCodes" in element.per_naam


def goede(maak) -> tuple[Bericht, ...]:
    """Every good retour on this message: all is good, 0001, a fault in the header, one in a class."""
    return (
        retour(maak),
        retour(maak, header="0001"),
        retour(maak, header="8848"),
        retour(maak, header="0200", met_klasse=True, klasse="9056"),
    )
