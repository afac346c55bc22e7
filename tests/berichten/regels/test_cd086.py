"""CD086: wat in onderzoek is, is niet om een reden afgewezen."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import antwoordbericht, breekt, houdt


def test_in_onderzoek_zonder_reden_mag():
    houdt(antwoordbericht(VerzoekAntwoord="2", RedenAfwijzingVerzoek=None))


def test_in_onderzoek_met_reden_mag_niet():
    gemaakt = antwoordbericht(VerzoekAntwoord="2", RedenAfwijzingVerzoek="4")

    breekt(gemaakt, "CD086", "Antwoord/RedenAfwijzingVerzoek")
