"""TR378: een gemeentecode staat bij het CBS."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import antwoordbericht, breekt, houdt, startbericht


def met_ontvanger(code):
    """A 305 to this gemeente."""
    gemaakt = startbericht()
    gemaakt.inhoud["Header"]["Ontvanger"] = code
    return gemaakt


def test_een_gemeente_mag():
    houdt(met_ontvanger("0363"))


def test_een_code_die_geen_gemeente_is_mag_niet():
    breekt(met_ontvanger("9999"), "TR378", "Header/Ontvanger", niveau=4, retourcode="S300")


def test_ook_niet_als_andere_gemeente_bij_het_woonplaatsbeginsel():
    gemaakt = antwoordbericht(RedenAfwijzingVerzoek="8", Woonplaatsbeginsel={"Gemeente": "9999"})
    pad = "Antwoord/Woonplaatsbeginsel/Gemeente"

    breekt(gemaakt, "TR378", pad, niveau=4, retourcode="S300")
