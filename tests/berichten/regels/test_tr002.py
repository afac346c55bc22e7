"""TR002: niemand is ouder dan 120 jaar."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    breekt,
    codes,
    houdt,
    relatie,
    startbericht,
    stopbericht,
    toewijzingsbericht,
    verzoek_om_toewijzing,
)

MAKERS = (toewijzingsbericht, startbericht, stopbericht, verzoek_om_toewijzing)
PAD = "Client/Geboortedatum/Datum"


@pytest.mark.parametrize("maak", MAKERS, ids=lambda maak: maak.__name__)
def test_precies_120_jaar_voor_de_dagtekening_mag_en_een_dag_eerder_niet(maak):
    houdt(maak(Geboortedatum={"Datum": "1904-03-01"}))
    breekt(maak(Geboortedatum={"Datum": "1904-02-29"}), "TR002", PAD)


def test_op_een_schrikkeldag_telt_de_dag_zelf():
    gemaakt = startbericht(dagtekening="2020-02-29", Geboortedatum={"Datum": "1900-02-28"})

    assert "TR002" in codes(gemaakt)
    jonger = startbericht(dagtekening="2020-02-29", Geboortedatum={"Datum": "1900-03-01"})
    assert "TR002" not in codes(jonger)


def test_een_onbekende_geboortedatum_mag():
    houdt(startbericht(Geboortedatum={"Datum": "1900-01-01", "DatumGebruik": "3"}))


def test_dezelfde_datum_als_hij_bekend_is_mag_niet():
    breekt(startbericht(Geboortedatum={"Datum": "1900-01-01"}), "TR002", PAD)


def test_ook_een_relatie_is_niet_ouder():
    gemaakt = toewijzingsbericht(relaties=[relatie(Geboortedatum={"Datum": "1890-01-01"})])

    breekt(gemaakt, "TR002", "Client/Relaties/Relatie[1]/Geboortedatum/Datum")
