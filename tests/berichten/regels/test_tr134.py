"""TR134: wat een bericht meldt, is niet van na zijn dagtekening."""

from __future__ import annotations

import pytest

from tests.berichten.regels.productberichten import PLEK, toegewezen
from tests.berichten.regels.voorbeeld import (
    antwoord_client,
    antwoordprestatie,
    breekt,
    codes,
    declaratie_client,
    declaratieantwoord,
    declaratiebericht,
    houdt,
    paden,
    prestatie,
    relatie,
    startbericht,
    startproduct,
    stopbericht,
    stopproduct,
    toewijzingsbericht,
    verzoek_om_toewijzing,
)

MET_GEBOORTEDATUM = (toewijzingsbericht, startbericht, stopbericht, verzoek_om_toewijzing)
MAART = {"Begindatum": "2024-03-02", "Einddatum": "2024-03-31"}


@pytest.mark.parametrize("maak", MET_GEBOORTEDATUM, ids=lambda maak: maak.__name__)
def test_op_de_dagtekening_geboren_mag_en_een_dag_later_niet(maak):
    houdt(maak(Geboortedatum={"Datum": "2024-03-01"}))
    breekt(maak(Geboortedatum={"Datum": "2024-03-02"}), "TR134", "Client/Geboortedatum/Datum")


def test_ook_een_relatie_is_al_geboren():
    gemaakt = toewijzingsbericht(relaties=[relatie(Geboortedatum={"Datum": "2024-03-02"})])

    breekt(gemaakt, "TR134", "Client/Relaties/Relatie[1]/Geboortedatum/Datum")


def test_een_toewijzing_is_vastgesteld_en_mag_later_ingaan():
    later = {"Ingangsdatum": "2024-06-01"}

    houdt(toegewezen(Toewijzingsdatum="2024-03-01", **later))
    breekt(
        toegewezen(Toewijzingsdatum="2024-03-02", **later),
        "TR134",
        f"{PLEK['JW301']}/Toewijzingsdatum",
    )


def test_zorg_is_begonnen():
    houdt(startbericht(producten=[startproduct(Begindatum="2024-03-01")]))
    gemaakt = startbericht(producten=[startproduct(Begindatum="2024-03-02")])

    breekt(gemaakt, "TR134", "Client/StartProducten/StartProduct[1]/Begindatum")


def test_zorg_is_geeindigd():
    houdt(stopbericht(producten=[stopproduct(Einddatum="2024-03-01")]))
    gemaakt = stopbericht(producten=[stopproduct(Einddatum="2024-03-02")])

    breekt(gemaakt, "TR134", "Client/StopProducten/StopProduct[1]/Einddatum")


def test_wat_gedeclareerd_wordt_is_begonnen():
    maart = declaratie_client(prestaties=[prestatie(ProductPeriode=MAART)])
    gemaakt = declaratiebericht(DeclaratiePeriode=MAART, clienten=[maart])

    assert paden(gemaakt, "TR134") == [
        "Declaratie/DeclaratiePeriode/Begindatum",
        "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode/Begindatum",
    ]
    assert "TR134" not in codes(declaratiebericht())


def test_ook_waarop_geantwoord_wordt_is_begonnen():
    maart = antwoord_client(prestaties=[antwoordprestatie(ProductPeriode=MAART)])

    assert "TR134" in codes(declaratieantwoord(clienten=[maart], dagtekening="2024-03-01"))
    assert "TR134" not in codes(declaratieantwoord(clienten=[maart], dagtekening="2024-03-02"))
