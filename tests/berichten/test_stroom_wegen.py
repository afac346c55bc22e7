"""Whatever the way a message is read, rows, findings and digest are the same."""

from __future__ import annotations

import re
from random import Random
from unittest.mock import patch

import pytest

from paraplu.berichten import schrijf
from paraplu.berichten.regels.toets import heeft_regels
from paraplu.berichten.stroom import declaratie, lezen
from tests.berichten import maak
from tests.berichten.breek import breek
from tests.berichten.declaraties import schrijf_323
from tests.berichten.maak import ALLE_SOORTEN, maak_bericht
from tests.berichten.regels import voorbeeld
from tests.berichten.stroomwegen import WEGEN, lees, vermom

DECLARATIES = [
    soort for soort in ALLE_SOORTEN if soort.naam in ("JW303", "JW304", "JW323", "JW325")
]


#: Characters as most software writes them.
GEWOON = "abcXYZ0189-.'"


def _zelfde(inhoud: bytes, wegen: tuple[str, ...] = WEGEN) -> None:
    eerste, *andere = [lees(inhoud, weg) for weg in wegen]
    for weg, lezing in zip(wegen[1:], andere, strict=True):
        assert lezing.slot.geweigerd == eerste.slot.geweigerd, weg
        if not eerste.slot.inhoud or not lezing.slot.inhoud:
            # Not well-formed: each way stops where it notices.
            assert eerste.slot.inhoud == lezing.slot.inhoud, weg
            continue
        assert set(lezing.bevindingen) == set(eerste.bevindingen), weg
        assert lezing.slot.inhoud == eerste.slot.inhoud, weg
        if not eerste.slot.geweigerd:
            # Of a message that is refused no line counts, so how many came before does not either.
            assert lezing.rijen == eerste.rijen, weg
            assert lezing.slot == eerste.slot, weg
            assert lezing.kop == eerste.kop, weg


@pytest.mark.parametrize("soort", DECLARATIES, ids=lambda soort: f"{soort.naam}-{soort.release}")
def test_elke_weg_geeft_dezelfde_rijen_van_een_geldig_bericht(soort):
    for zaad in range(12):
        _zelfde(schrijf(maak_bericht(soort, Random(zaad), hoogstens=6)))


@pytest.mark.parametrize("soort", DECLARATIES, ids=lambda soort: f"{soort.naam}-{soort.release}")
def test_elke_weg_geeft_dezelfde_rijen_van_een_anders_geschreven_bericht(soort):
    for zaad in range(20):
        rng = Random(zaad)
        _zelfde(vermom(schrijf(maak_bericht(soort, rng, hoogstens=6)), rng))


@pytest.mark.parametrize("soort", DECLARATIES, ids=lambda soort: f"{soort.naam}-{soort.release}")
def test_elke_weg_oordeelt_gelijk_over_een_kapot_bericht(soort):
    for zaad in range(40):
        rng = Random(zaad)
        kapot = breek(schrijf(maak_bericht(soort, rng, hoogstens=6)), rng)
        _zelfde(vermom(kapot, rng))


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda soort: f"{soort.naam}-{soort.release}")
def test_anders_opschrijven_verandert_de_inhoud_niet(soort):
    for zaad in range(6):
        rng = Random(zaad)
        inhoud = schrijf(maak_bericht(soort, rng, hoogstens=4))
        assert lees(inhoud).slot.inhoud == lees(vermom(inhoud, rng)).slot.inhoud


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda soort: f"{soort.naam}-{soort.release}")
def test_een_gewoon_bericht_gaat_de_snelle_weg_en_geeft_dezelfde_rijen(soort, monkeypatch):
    monkeypatch.setattr(maak, "TEKENS", GEWOON)
    snel = 0
    for zaad in range(12):
        inhoud = schrijf(maak_bericht(soort, Random(zaad), hoogstens=1 + zaad % 2))
        inhoud = re.sub(rb"(&#13;)?\r?\n\t\.", b".", inhoud.replace("ỳ".encode(), b"E"))
        snel += _is_snel(inhoud)
        _zelfde(inhoud, ("klein", "geheel"))
    # Made at random, most messages with rules break one.
    assert snel >= 3 or heeft_regels(soort)


@pytest.mark.parametrize("maak_goed", voorbeeld.ALLE)
def test_een_bericht_dat_alle_regels_houdt_gaat_de_snelle_weg(maak_goed):
    inhoud = schrijf(maak_goed())
    assert _is_snel(inhoud)
    _zelfde(inhoud)


def _is_snel(inhoud: bytes) -> bool:
    """Whether the message is read without a tree."""
    with (
        patch.object(lezen, "_lees_geheel", _verboden),
        patch.object(declaratie.Declaratielezer, "lees", _verboden),
    ):
        try:
            lees(inhoud)
        except AssertionError:
            return False
    return True


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda soort: f"{soort.naam}-{soort.release}")
def test_een_kapot_klein_bericht_krijgt_hetzelfde_oordeel(soort, monkeypatch):
    monkeypatch.setattr(maak, "TEKENS", GEWOON)
    for zaad in range(15):
        rng = Random(zaad)
        kapot = breek(schrijf(maak_bericht(soort, rng, hoogstens=2)), rng, hoogstens=1)
        _zelfde(kapot, ("klein", "geheel"))


@pytest.mark.parametrize("prefix", [b"jw323:", b"ns2:", b""], ids=["eigen", "ander", "geen"])
@pytest.mark.parametrize("wit", [b"", b"\n\t"], ids=["aaneen", "met wit"])
def test_een_gewoon_geschreven_declaratie_gaat_de_snelle_weg(monkeypatch, prefix, wit):
    monkeypatch.setattr(declaratie.Declaratielezer, "_lees_boom", _verboden)
    inhoud = re.sub(rb">\s+<", b">" + wit + b"<", schrijf_323(40, 3))
    inhoud = inhoud.replace(b"<jw323:", b"<" + prefix).replace(b"</jw323:", b"</" + prefix)
    xmlns = b"xmlns:" + prefix[:-1] if prefix else b"xmlns"
    lezing = lees(inhoud.replace(b"xmlns:jw323", xmlns))
    assert len(lezing.rijen["declaratie"]) == 120
    assert lezing.slot.inhoud == lees(schrijf_323(40, 3)).slot.inhoud


def _verboden(*_):
    raise AssertionError("dit stuk ging de zorgvuldige weg")


@pytest.mark.parametrize(
    "vreemd",
    [b"los", b"<jw323:Los/>", b"<jw323:Clienten/>", b"</jw323:Clienten><jw323:Clienten>"],
    ids=["tekst", "element", "klasse", "tweede klasse"],
)
def test_elke_weg_oordeelt_gelijk_over_wat_tussen_de_clienten_staat(vreemd):
    inhoud = schrijf_323(30, 2)
    einden = [gevonden.end() for gevonden in re.finditer(b"</jw323:Client>", inhoud)]
    for plek in einden[20:5:-4]:
        inhoud = inhoud[:plek] + vreemd + inhoud[plek:]
    _zelfde(inhoud)
