"""Per voorbeeld: wat er is gestuurd, en welke controles daar iets van vinden."""

from __future__ import annotations

import pytest

from paraplu.monitor.kwaliteit import controles, lijst
from paraplu.monitor.kwaliteit.lezen import Keuze
from tests.monitor.kwaliteit.conftest import Kwaliteitswereld
from tests.monitor.kwaliteit.voorbeelden import VOORBEELDEN, kind_van

#: Nobody in these examples answers a message: that is not what they are about.
TERMIJNEN = {"K12", "K13", "K14", "K15", "K16"}


@pytest.mark.parametrize(
    "nummer", range(len(VOORBEELDEN)), ids=lambda nummer: VOORBEELDEN[nummer].zin
)
def test_over_dit_kind_wordt_precies_dit_gevonden(nummer: int, kwaliteit: Kwaliteitswereld) -> None:
    over = lijst(kwaliteit.monitor, Keuze(filters={"gemeente": "0228"}))
    gevonden = {rij["code"] for rij in over if rij["kind"] == kind_van(nummer)}
    assert gevonden - TERMIJNEN == VOORBEELDEN[nummer].gevonden


def test_een_bevinding_noemt_wie_haar_het_eerst_kan_herstellen(kwaliteit: Kwaliteitswereld) -> None:
    over = lijst(kwaliteit.monitor, Keuze(filters={"gemeente": "0228"}))
    for rij in over:
        eerste = controles()[rij["code"]].herstelt[0]
        if rij["code"] not in TERMIJNEN | {"K17", "K22", "K23"}:
            assert rij["partij"] == rij["gemeente" if eerste == "gemeente" else "aanbieder"]
