"""Een gepubliceerd verslag komt er opnieuw hetzelfde uit, ook als er later verbeteringen komen."""

from __future__ import annotations

import argparse
import json

import pytest

from paraplu.verslagen import actions, bewaren, herhalen, opdrachten
from paraplu.verslagen.models import Rapport
from tests.verslagen.conftest import DAG, opzet


def herhaal(nummer: str, formaat: str = "tabel") -> int:
    return opdrachten.repeat(argparse.Namespace(rapport=nummer, formaat=formaat))


def test_later_geleverde_verbeteringen_veranderen_een_verslag_niet(
    wereld, accounts, client, capsys
):
    by = accounts["provincie"]
    rapport = actions.make_concept(opzet=opzet("", kring="eigen"), by=by)
    actions.publish(rapport=rapport, by=by, on=DAG)
    assert herhalen.repeat(rapport).is_gelijk

    wereld()

    client.force_login(by)
    nu = client.get(f"/verslagen/{rapport.pk}/nu/")
    assert nu.context["aantal"] > 3
    assert "variant=" in nu.context["regels"][0].adres
    assert herhaal(rapport.nummer) == 0
    assert f"{rapport.nummer}: de cijfers gelijk" in capsys.readouterr().out


@pytest.fixture
def vervalst(gepubliceerd) -> Rapport:
    """As if another figure had been kept; the database would refuse it, so in memory."""
    gepubliceerd.cijfers = {**gepubliceerd.cijfers, "V2a letterlijk aantal regio-CG 2023": 999}
    gepubliceerd.afdruk_cijfers = "0" * 64
    return gepubliceerd


def test_een_ander_cijfer_wordt_genoemd(vervalst, monkeypatch, capsys):
    monkeypatch.setattr("paraplu.verslagen.queries.find_rapport", lambda _nummer: vervalst)
    assert herhaal("1", "json") == 1
    gemeld = json.loads(capsys.readouterr().out)
    assert gemeld["gelijk"] == {"cijfers": False, "pdf": True, "html": True}
    [rij] = gemeld["verschillen"]
    assert rij["bewaard"] == "999"
    assert herhaal("1") == 1
    assert "de cijfers ANDERS" in capsys.readouterr().out


def test_een_andere_definitie_of_een_ander_programma_is_de_oorzaak(vervalst):
    vervalst.code = "eerder"
    vervalst.definities = {**vervalst.definities, "V2a": "0 oud"}
    oorzaken = " ".join(herhalen.repeat(vervalst).oorzaken)
    assert "De definitie van V2a was 0 oud en is nu 1" in oorzaken
    assert "Het programma was eerder" in oorzaken


def test_een_veranderd_bestand_valt_op(gepubliceerd):
    bewaren._plaats(gepubliceerd.afdruk_html, "html").write_bytes(b"anders")
    uitkomst = herhalen.repeat(gepubliceerd)
    assert uitkomst.gelijk == {"cijfers": True, "pdf": True, "html": False}
    assert "Het bewaarde html-bestand is veranderd." in uitkomst.oorzaken


def test_wat_niet_meer_te_lezen_is_kan_niet_worden_herhaald(gepubliceerd, monkeypatch, capsys):
    gepubliceerd.stand = {"weg": True}
    monkeypatch.setattr("paraplu.verslagen.queries.find_rapport", lambda _nummer: gepubliceerd)
    assert herhaal("1") == 2
    assert "kan niet opnieuw worden gemaakt" in capsys.readouterr().err


def test_een_bestand_wordt_nooit_overschreven(eigen_var):
    afdruk = bewaren.store(b"een", "pdf")
    plaats = bewaren._plaats(afdruk, "pdf")
    toen = plaats.stat().st_mtime_ns
    assert bewaren.store(b"een", "pdf") == afdruk
    assert plaats.stat().st_mtime_ns == toen
    assert [pad.name for pad in plaats.parent.iterdir()] == [plaats.name]


def test_een_onbekend_nummer_wordt_gezegd(db, capsys):
    assert herhaal("verslag-99") == 2
    assert herhaal("iets") == 2
    assert "Er is geen verslag verslag-99." in capsys.readouterr().err
