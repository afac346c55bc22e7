"""TR342: een antwoord noemt wat is afgewezen."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    antwoord_client,
    antwoordprestatie,
    declaratieantwoord,
    paden,
    retourcodes,
    totaal,
)


@pytest.mark.parametrize(
    ("toegekend", "code", "clienten", "fout"),
    [
        (0, "0200", True, False),
        (1, "0200", True, True),
        (100000, "0200", True, True),
        (100000, "8001", False, False),
        (0, "9333", False, False),
        (100000, "9333", False, True),
    ],
)
def test_tr342_in_een_antwoord_staat_wat_is_afgewezen(toegekend, code, clienten, fout):
    antwoord = declaratieantwoord(
        clienten=[antwoord_client(prestaties=[antwoordprestatie()])] if clienten else None,
        TotaalToegekendBedrag=totaal(toegekend),
        RetourCodes=retourcodes(code),
    )
    gevonden = paden(antwoord, "TR342")
    assert gevonden == (["DeclaratieAntwoord/TotaalToegekendBedrag"] if fout else [])
