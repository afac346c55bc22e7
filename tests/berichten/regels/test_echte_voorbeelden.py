"""De echte voorbeelden van de standaard houden zich aan de regels, op wat wij kunnen uitleggen na."""

from __future__ import annotations

from pathlib import Path

from paraplu.berichten import controleer
from tests.berichten.structuur import INHOUDSREGELS

#: The declaration among the examples has one reference twice, and one allocation under two children.
BEKEND = {("JW323.xml", "TR101"), ("JW323.xml", "TR416")}


def test_een_echt_voorbeeld_breekt_geen_andere_regel(shared: Path):
    voorbeelden = sorted((shared / "ijw" / "messages-3.2").glob("*.xml"))
    gevonden = {
        (pad.name, een.code)
        for pad in voorbeelden
        for een in controleer(pad)
        if een.code in INHOUDSREGELS
    }

    assert len(voorbeelden) >= 7
    assert gevonden == BEKEND
