"""CS318: een jeugdige is een natuurlijk persoon."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import breekt, houdt, naam, relatie, toewijzingsbericht


def test_de_eigen_naam_mag():
    houdt(toewijzingsbericht(Naam=naam(NaamGebruik="1")))


def test_een_organisatie_als_jeugdige_mag_niet():
    gemaakt = toewijzingsbericht(Naam=naam(NaamGebruik="6"))

    breekt(gemaakt, "CS318", "Client/Naam/NaamGebruik")


def test_een_organisatie_als_voogd_mag():
    houdt(toewijzingsbericht(relaties=[relatie(Naam=naam(NaamGebruik="6"))]))
