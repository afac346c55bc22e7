"""Een bestand dat te groot is voor een boom wordt in een stroom gelezen, met hetzelfde oordeel."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from paraplu.berichten import controle, controleer, schrijf, standaard
from tests.berichten.breek import breek
from tests.berichten.declaraties import maak_323
from tests.berichten.maak import ALLE_SOORTEN, maak_bericht, maak_volledig
from tests.berichten.structuur import van_structuur

JW323 = standaard.release("3.2").berichtsoorten["JW323"]


@pytest.fixture
def alles_is_groot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file goes by the stream."""
    monkeypatch.setattr(controle, "HOOGSTENS", 0)


def kenmerken(bevindingen):
    return sorted((een.regel, een.pad, een.code, een.weigert, een.tekst) for een in bevindingen)


def test_een_groot_bestand_geeft_dezelfde_bevindingen(alles_is_groot, monkeypatch):
    verschil = []
    for nummer in range(30):
        rng = Random(nummer)
        soort = rng.choice(ALLE_SOORTEN)
        inhoud = breek(schrijf(maak_bericht(soort, rng)), rng)
        als_stroom = kenmerken(controleer(inhoud))
        with monkeypatch.context() as m:
            m.setattr(controle, "HOOGSTENS", 10**9)
            if kenmerken(controleer(inhoud)) != als_stroom:
                verschil.append((nummer, soort.naam))

    assert verschil == []


def test_een_groot_bestand_kan_van_een_pad_en_uit_een_bestand_komen(alles_is_groot, tmp_path: Path):
    gemaakt = maak_volledig(JW323, Random(1))
    gemaakt.inhoud["Header"]["Ontvanger"] = "9999"
    pad = tmp_path / "groot.xml"
    pad.write_bytes(schrijf(gemaakt))
    uit_bytes = controleer(pad.read_bytes(), bestand="groot.xml")

    assert [een.code for een in van_structuur(uit_bytes)] == ["TR378"]
    assert controleer(pad) == uit_bytes
    assert controleer(BytesIO(pad.read_bytes()), bestand="groot.xml") == uit_bytes


def test_van_een_groot_bestand_worden_niet_meer_bevindingen_bewaard_dan_er_te_noemen_zijn(
    alles_is_groot, monkeypatch
):
    monkeypatch.setattr(controle, "HOOGSTENS_BEVINDINGEN", 5)
    fouten = schrijf(maak_323(4, 3, ProductCode="45A04"))

    assert [een.code for een in controleer(fouten)] == ["TR381"] * 5 + ["PAR020"]
    assert [een.code for een in controleer(schrijf(maak_323(1, 3, ProductCode="45A04")))] == (
        ["TR381"] * 3
    )
