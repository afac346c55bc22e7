"""CD009: een periode staat alleen bij een tijdelijk verblijfadres."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import breekt, contact, houdt, relatie, toewijzingsbericht

PERIODE = {"Begindatum": "2024-01-01", "Einddatum": "2024-06-30"}


def test_een_tijdelijk_adres_mag_met_en_zonder_periode():
    tijdelijk = contact(Soort="04", Periode=PERIODE)

    houdt(toewijzingsbericht(contacten=[contact(), tijdelijk]))
    houdt(toewijzingsbericht(contacten=[contact(), contact(Soort="04")]))


def test_een_vast_adres_met_een_periode_mag_niet():
    gemaakt = toewijzingsbericht(contacten=[contact(Periode=PERIODE)])

    breekt(gemaakt, "CD009", "Client/Contactgegevens/Contact[1]/Periode")


def test_ook_bij_het_adres_van_een_relatie_niet():
    ouder = relatie(Contact=contact(Soort="03", Periode=PERIODE))
    gemaakt = toewijzingsbericht(relaties=[ouder])

    breekt(gemaakt, "CD009", "Client/Relaties/Relatie[1]/Contact/Periode")
