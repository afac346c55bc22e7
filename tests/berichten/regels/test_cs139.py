"""CS139: wat van een geboortedatum onbekend is, staat er als 01."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    breekt,
    houdt,
    relatie,
    startbericht,
    stopbericht,
    toewijzingsbericht,
    verzoek_om_toewijzing,
)

MAKERS = (toewijzingsbericht, startbericht, stopbericht, verzoek_om_toewijzing)


def geboren(datum, gebruik=None):
    """A date of birth of which this much is known."""
    return {"Datum": datum} | ({"DatumGebruik": gebruik} if gebruik else {})


@pytest.mark.parametrize("maak", MAKERS, ids=lambda maak: maak.__name__)
def test_een_datum_die_bij_het_gebruik_past_mag(maak):
    houdt(maak(Geboortedatum=geboren("2012-05-06")))
    houdt(maak(Geboortedatum=geboren("2012-05-01", "1")))
    houdt(maak(Geboortedatum=geboren("2012-01-01", "2")))
    houdt(maak(Geboortedatum=geboren("1900-01-01", "3")))


@pytest.mark.parametrize(
    ("datum", "gebruik"),
    [
        ("2012-05-06", "1"),
        ("2012-05-01", "2"),
        ("2012-01-06", "2"),
        ("2012-01-01", "3"),
        ("1950-01-02", "3"),
    ],
)
@pytest.mark.parametrize("maak", MAKERS, ids=lambda maak: maak.__name__)
def test_een_datum_die_er_niet_bij_past_mag_niet(maak, datum, gebruik):
    gemaakt = maak(Geboortedatum=geboren(datum, gebruik))

    breekt(gemaakt, "CS139", "Client/Geboortedatum/DatumGebruik")


def test_ook_de_geboortedatum_van_een_relatie_wordt_bekeken():
    gemaakt = toewijzingsbericht(relaties=[relatie(Geboortedatum=geboren("1980-05-06", "1"))])

    breekt(gemaakt, "CS139", "Client/Relaties/Relatie[1]/Geboortedatum/DatumGebruik")
