"""TR409: alleen een afwijzing op het woonplaatsbeginsel noemt een andere gemeente."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import antwoordbericht, breekt, houdt

ARNHEM = {"Gemeente": "0202"}


def test_op_het_woonplaatsbeginsel_mag():
    houdt(antwoordbericht(RedenAfwijzingVerzoek="8", Woonplaatsbeginsel=ARNHEM))


@pytest.mark.parametrize("reden", ["1", "5", "9"])
def test_om_een_andere_reden_mag_niet(reden):
    gemaakt = antwoordbericht(RedenAfwijzingVerzoek=reden, Woonplaatsbeginsel=ARNHEM)

    breekt(gemaakt, "TR409", "Antwoord/Woonplaatsbeginsel")


def test_wat_in_onderzoek_is_noemt_ook_geen_andere_gemeente():
    gemaakt = antwoordbericht(
        VerzoekAntwoord="2", RedenAfwijzingVerzoek=None, Woonplaatsbeginsel=ARNHEM
    )

    breekt(gemaakt, "TR409", "Antwoord/Woonplaatsbeginsel")
