"""De antwoorden die Paraplu maakt, houden zich aan de regels voor antwoorden: IV028 en verder."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.berichten import Bericht
from paraplu.berichten.antwoord import Oordeel, antwoord
from tests.berichten.regels.voorbeeld import (
    ALLE,
    antwoordbericht,
    bevindingen,
    codes,
    declaratieantwoord,
    declaratiebericht,
    startbericht,
    startproduct,
)

START = "Client/StartProducten/StartProduct[1]"
CLIENT = "Declaratie/Clienten/Client[1]"
PRESTATIE = f"{CLIENT}/Prestaties/Prestatie[1]"


def antwoord_op(bericht: Bericht, *oordelen: Oordeel) -> Bericht:
    """What Paraplu answers, to its own findings when no judgement is given."""
    gemaakt = antwoord(
        bericht,
        oordelen or bevindingen(bericht),
        identificatie="A1",
        dagtekening=date(2024, 3, 4),
    )
    assert isinstance(gemaakt, Bericht)
    return gemaakt


@pytest.mark.parametrize(
    "maak", [m for m in ALLE if m is not declaratieantwoord], ids=lambda maak: maak.__name__
)
def test_het_antwoord_op_een_goed_bericht(maak):
    assert codes(antwoord_op(maak())) == set()


def test_het_antwoord_op_een_fout_in_de_inhoud():
    fout = startbericht(producten=[startproduct(StatusAanlevering="2")])

    assert codes(fout)
    assert codes(antwoord_op(fout)) == set()


@pytest.mark.parametrize(
    ("maak", "pad", "code"),
    [
        (startbericht, START, "TR063"),
        (startbericht, "Header", "TR056"),
        (antwoordbericht, "Antwoord", "TR355"),
        (declaratiebericht, "Header", "TR056"),
        (declaratiebericht, "Declaratie", "TR333"),
        (declaratiebericht, CLIENT, "TR304"),
        (declaratiebericht, PRESTATIE, "TR338"),
    ],
)
def test_het_antwoord_op_een_oordeel(maak, pad, code):
    assert codes(antwoord_op(maak(), Oordeel(pad=pad, code=code))) == set()
