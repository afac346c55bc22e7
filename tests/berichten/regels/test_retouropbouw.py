"""IV028, IV032 en OP065: de opbouw van een retourbericht."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from paraplu.berichten import Bericht, standaard
from tests.berichten.regels.voorbeeld import (
    XSD,
    antwoordbericht,
    codes,
    paden,
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
REGELS = {"IV028", "IV032", "OP065"}


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


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_een_goed_retourbericht_houdt_zich_aan_de_regels(maak):
    assert not codes(retour(maak)) & REGELS
    assert not codes(retour(maak, header="0001")) & REGELS
    assert not codes(retour(maak, header="8848")) & REGELS
    assert not codes(retour(maak, header="0200", met_klasse=True, klasse="9056")) & REGELS


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_iv028_zonder_fout_heeft_de_header_geen_code(maak):
    assert paden(retour(maak, header="0200"), "IV028") == ["Header"]


@pytest.mark.parametrize("header", ["", "0001", "8848"])
def test_iv028_alleen_onder_0200_staat_het_bericht(header):
    fout = retour(header=header, met_klasse=True, klasse="9019")

    assert paden(fout, "IV028") == ["Header"]


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_op065_wie_niets_afkeurt_stuurt_geen_klasse(maak):
    naam = "Antwoord" if maak is antwoordbericht else "Client"

    assert paden(retour(maak, header="0200", met_klasse=True), "OP065") == [naam]
    niet_beoordeeld = retour(maak, header="0200", met_klasse=True, klasse="0233")
    assert paden(niet_beoordeeld, "OP065") == [naam]


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_iv032_code_0001_staat_niet_in_een_klasse(maak):
    fout = retour(maak, header="0200", met_klasse=True, klasse="0001")

    assert paden(fout, "IV032")
    assert all(pad.endswith("RetourCodes") for pad in paden(fout, "IV032"))


def test_iv032_het_pad_wijst_de_klasse_aan():
    fout = retour(header="0200", met_klasse=True, klasse="0001")

    assert paden(fout, "IV032") == ["Client/StartProducten/StartProduct[1]/RetourCodes"]
