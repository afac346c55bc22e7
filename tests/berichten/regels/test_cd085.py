"""CD085: een afwijzing heeft een reden."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import antwoordbericht, breekt, houdt


def test_een_afwijzing_met_reden_mag():
    houdt(antwoordbericht(VerzoekAntwoord="1", RedenAfwijzingVerzoek="7"))


def test_in_onderzoek_is_geen_afwijzing():
    houdt(antwoordbericht(VerzoekAntwoord="2", RedenAfwijzingVerzoek=None))


def test_een_afwijzing_zonder_reden_mag_niet():
    gemaakt = antwoordbericht(VerzoekAntwoord="1", RedenAfwijzingVerzoek=None)

    breekt(gemaakt, "CD085", "Antwoord/RedenAfwijzingVerzoek")
