"""CD007: bij een tolk hoort de taal, en bij een andere vorm niet."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import breekt, houdt, toewijzingsbericht


def test_een_tolk_met_taal_en_een_doventolk_zonder_taal_mogen():
    houdt(toewijzingsbericht(Communicatie={"Vorm": "1", "Taal": "Zweeds"}))
    houdt(toewijzingsbericht(Communicatie={"Vorm": "2"}))


def test_een_tolk_zonder_taal_mag_niet():
    breekt(toewijzingsbericht(Communicatie={"Vorm": "1"}), "CD007", "Client/Communicatie/Taal")


def test_een_taal_bij_een_doventolk_mag_niet():
    gemaakt = toewijzingsbericht(Communicatie={"Vorm": "2", "Taal": "Zweeds"})

    breekt(gemaakt, "CD007", "Client/Communicatie/Taal")
