"""The monitor against the known answers: every value, reading, period and split that both give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from paraplu.demo.antwoorden import Antwoord, bereken, lees_antwoorden, schrijf_antwoorden
from paraplu.demo.gebreken import dag_van_levering
from paraplu.demo.toetsing import Verschil, toets
from paraplu.monitor import waarden
from tests.demo.kleine_wereld import Geschreven

LAATSTE = "2021"


@pytest.fixture(scope="module")
def antwoorden(geschreven: Geschreven) -> list[Antwoord]:
    """The known answers after the last delivery."""
    return list(bereken(geschreven.wereld))


def _vergelijk(antwoorden: list[Antwoord], tabellen: Path, bekend_op: date | None = None) -> int:
    uitkomst = list(toets(antwoorden, tabellen, bekend_op=bekend_op))
    verschillen = [v for v in uitkomst if isinstance(v, Verschil)]
    assert not verschillen, "\n".join(map(str, verschillen[:20]))
    return len(uitkomst)


@pytest.mark.traag
def test_de_monitor_geeft_de_bekende_antwoorden_van_een_jaar(
    antwoorden: list[Antwoord], ingenomen: Path
) -> None:
    gekozen = [a for a in antwoorden if a.periode == LAATSTE]
    assert _vergelijk(gekozen, ingenomen) > 5000


@pytest.mark.traag
def test_de_monitor_geeft_de_bekende_antwoorden_van_kwartalen_en_maanden(
    antwoorden: list[Antwoord], ingenomen: Path
) -> None:
    gekozen = [a for a in antwoorden if a.periode in {"2021-K3", "2021-11"} and a.per == "regio"]
    assert _vergelijk(gekozen, ingenomen) > 500


@pytest.mark.traag
def test_de_monitor_weet_wat_eerder_bekend_was(geschreven: Geschreven, ingenomen: Path) -> None:
    """After the delivery over March 2021, with refusals and corrections still under way."""
    maart = date(2021, 3, 31)
    antwoorden = [
        a
        for a in bereken(geschreven.wereld, bekend_op=maart)
        if a.periode == "2020" and a.per == "gelderland"
    ]
    levering = dag_van_levering(2021 * 12 + 2)
    assert _vergelijk(antwoorden, ingenomen, bekend_op=levering) > 200


def test_elke_waarde_en_lezing_heeft_een_bekend_antwoord(antwoorden: list[Antwoord]) -> None:
    gegeven = {(a.code, a.variant) for a in antwoorden}
    verwacht = {
        (code, variant)
        for code, indicator in waarden.indicatoren().items()
        for variant in indicator.varianten
    }
    assert gegeven == verwacht


def test_een_verkeerd_antwoord_valt_op(antwoorden: list[Antwoord], ingenomen: Path) -> None:
    goed = next(a for a in antwoorden if a.code == "V2c" and a.per == "regio")
    regio = next(iter(goed.rijen))
    stand = goed.rijen[regio]["stand"]
    fout = {**goed.rijen, regio: {**goed.rijen[regio], "stand": (stand or 0) + 1}}
    anders = Antwoord(goed.code, goed.variant, goed.periode, goed.per, fout)
    verschillen = [v for v in toets([anders], ingenomen) if v]
    assert [(v.sleutel, v.maat) for v in verschillen] == [(regio, "stand")]


def test_antwoorden_gaan_heen_en_terug(geschreven: Geschreven, tmp_path: Path) -> None:
    pad = tmp_path / "antwoorden.json"
    schrijf_antwoorden(geschreven.wereld, pad)
    gelezen = lees_antwoorden(pad)
    assert [a.code for a in gelezen] == [a.code for a in bereken(geschreven.wereld)]
    assert any(rij.get("stand") for a in gelezen for rij in a.rijen.values())


def test_in_de_antwoorden_staat_geen_bsn_en_geen_naam(
    geschreven: Geschreven, tmp_path: Path
) -> None:
    pad = tmp_path / "antwoorden.json"
    schrijf_antwoorden(geschreven.wereld, pad)
    tekst = pad.read_text(encoding="utf-8") + (geschreven.map / "wereld.json").read_text("utf-8")
    assert not any(kind.bsn in tekst for kind in geschreven.wereld.kinderen)
    assert "Akker" not in tekst
