"""TR377: een afwijzing op het woonplaatsbeginsel noemt de andere gemeente."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import antwoordbericht, breekt, houdt

ARNHEM = {"Gemeente": "0202"}


def test_met_de_andere_gemeente_mag():
    houdt(antwoordbericht(RedenAfwijzingVerzoek="8", Woonplaatsbeginsel=ARNHEM))


def test_zonder_de_andere_gemeente_mag_niet():
    gemaakt = antwoordbericht(RedenAfwijzingVerzoek="8")

    breekt(gemaakt, "TR377", "Antwoord/Woonplaatsbeginsel")


def test_een_andere_reden_noemt_geen_gemeente():
    houdt(antwoordbericht(RedenAfwijzingVerzoek="5"))
