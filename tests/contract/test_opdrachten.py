"""The commands: reckoning without a database, and a sheet read or refused in words."""

from __future__ import annotations

import argparse
import json

import pytest

from paraplu.contract import opdrachten
from paraplu.contract.models import Tarief
from tests.contract.test_productboek import GOED


def reken(*argumenten: str) -> int:
    parser = argparse.ArgumentParser()
    opdrachten.register(parser.add_subparsers())
    args = parser.parse_args(["contract", "reken", *argumenten])
    return args.doe(args)


def test_rekenen_geeft_dezelfde_tabellen_als_de_pagina(capsys):
    """R166, R179."""
    assert reken("--voorbeeld", "--formaat", "json") == 0
    tabellen = json.loads(capsys.readouterr().out)
    rijen = {rij["naam"]: rij for rij in tabellen["gevolgen"]}
    assert rijen["Productieve uren"]["jaren"]["2023"] == "1216"
    assert rijen["Productieve uren"]["bron"] == "R179"
    assert set(tabellen) == {"gevolgen", "samenstelling", "begroting", "illustratie"}


def test_een_getal_zetten_verandert_de_uitkomst(capsys, tmp_path):
    bestand = tmp_path / "plan.toml"
    bestand.write_text('productieve_uren = "1.300"\nverloop_2022 = "20"\n')
    assert reken("--voorbeeld", "--invoer", str(bestand), "--formaat", "csv") == 0
    regels = capsys.readouterr().out.splitlines()
    uren = next(regel for regel in regels if regel.startswith("gevolgen;Productieve uren"))
    assert uren.split(";")[2:5] == ["1300,00", "1300,00", "1316,00"]


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        ((), "personeel: Loonkosten: vul een getal in"),
        (("--voorbeeld", "--zet", "bbk"), "NAAM=GETAL"),
        (("--voorbeeld", "--zet", "zoektijdje=3"), "Deze namen zijn er niet: zoektijdje."),
        (("--voorbeeld", "--zet", "overhead_2022=95"), "kies een getal van 0 tot en met 80"),
        (("--invoer", "is-er-niet.toml"), "is-er-niet.toml"),
    ],
)
def test_wat_niet_kan_staat_er_in_een_zin(argumenten, zin, capsys):
    assert reken(*argumenten) == 2
    assert zin in capsys.readouterr().err


@pytest.mark.django_db
def test_een_blad_lezen_en_tonen(tmp_path, capsys):
    """Trying keeps nothing; faults give 1 and name line and rule."""
    bestand = tmp_path / "boek.csv"
    bestand.write_text(GOED, encoding="utf-8")
    args = argparse.Namespace(bestand=str(bestand), proef=True)
    assert opdrachten.read_blad(args) == 0
    assert not Tarief.objects.exists()
    args.proef = False
    assert opdrachten.read_blad(args) == 0
    capsys.readouterr()
    assert opdrachten.show_boek(argparse.Namespace(op="2022-05-01", formaat="json")) == 0
    rijen = {rij["product"]: rij for rij in json.loads(capsys.readouterr().out)}
    assert (rijen["48A01"]["tarief"], rijen["48A03"]["tarief"]) == ("100.00", "")
    bestand.write_text(GOED.replace("40,00", "41,00"), encoding="utf-8")
    assert opdrachten.read_blad(args) == 1
    assert "regel 2, kolom tarief" in capsys.readouterr().err
    assert opdrachten.show_boek(argparse.Namespace(op="gisteren", formaat="tabel")) == 2
