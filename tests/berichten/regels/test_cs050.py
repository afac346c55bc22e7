"""CS050: het naamgebruik past bij wel of geen partnernaam."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import breekt, houdt, naam, relatie, toewijzingsbericht

PARTNER = {"Achternaam": "Ander"}
PAD = "Client/Relaties/Relatie[1]/Naam/NaamGebruik"


def ouder(**velden):
    """A 301 with a relation of this name."""
    return toewijzingsbericht(relaties=[relatie(Naam=naam(**velden))])


@pytest.mark.parametrize("gebruik", ["1", "2", "3", "4"])
def test_met_een_partnernaam_mag_1_tot_en_met_4(gebruik):
    houdt(ouder(Partnernaam=PARTNER, NaamGebruik=gebruik))


@pytest.mark.parametrize("gebruik", ["5", "6"])
def test_met_een_partnernaam_mogen_andere_niet(gebruik):
    breekt(ouder(Partnernaam=PARTNER, NaamGebruik=gebruik), "CS050", PAD)


@pytest.mark.parametrize("gebruik", ["1", "6"])
def test_zonder_partnernaam_mag_de_eigen_naam_of_een_organisatie(gebruik):
    houdt(ouder(NaamGebruik=gebruik))


@pytest.mark.parametrize("gebruik", ["2", "3", "4", "5"])
def test_zonder_partnernaam_mogen_andere_niet(gebruik):
    breekt(ouder(NaamGebruik=gebruik), "CS050", PAD)


def test_ook_de_naam_van_de_jeugdige_wordt_bekeken():
    gemaakt = toewijzingsbericht(Naam=naam(NaamGebruik="2"))

    breekt(gemaakt, "CS050", "Client/Naam/NaamGebruik")
