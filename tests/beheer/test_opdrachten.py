"""`gezond`, `bewaren` and `reservekopie` on the command line."""

from __future__ import annotations

import json

import pytest

from paraplu.beheer.models import Spoorcontrole
from paraplu.beheer.reservekopie.inhoud import BEZIG
from paraplu.project import opdracht, opdrachten

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def zonder_leveringen(nep, monkeypatch):
    monkeypatch.setattr(nep, "leveringen", list, raising=False)


def test_gezond_toont_elk_punt_en_gaat_het_spoor_na(capsys):
    opdracht.main(["gezond", "--formaat", "json", "--spoor"])
    punten = {punt["wat"]: punt["hoe"] for punt in json.loads(capsys.readouterr().out)}
    assert punten["Tabellen"] == punten["Spoor"] == "goed"
    assert Spoorcontrole.objects.get().breuken == 0


def test_een_fout_punt_eindigt_met_1(monkeypatch):
    monkeypatch.setattr("paraplu.beheer.gezondheid.SCHIJF_VOL", 2.0)
    assert opdracht.main(["gezond"]) == 1


def test_bewaren_toont_wat_er_verdwijnt_en_op_welke_grond(gesloten, capsys):
    assert opdracht.main(["bewaren", "toon", "--maand", "2099-12", "--formaat", "json"]) == 0
    rij = json.loads(capsys.readouterr().out)[0]
    assert (rij["nummer"], rij["casussen"]) == (gesloten.gezin.nummer, gesloten.nummer)
    assert rij["grond"].startswith("20 jaar na de laatste wijziging in het dossier; Jeugdwet")


def test_een_lijst_die_niet_is_goedgekeurd_wordt_niet_uitgevoerd(gesloten, capsys):
    assert opdracht.main(["bewaren", "lijst"]) == 0
    nummer = capsys.readouterr().out.split()[1]
    assert opdracht.main(["bewaren", "vernietig", nummer]) == 2
    assert "nog niet goedgekeurd" in capsys.readouterr().err


def test_een_maand_die_geen_maand_is(capsys):
    with pytest.raises(SystemExit):
        opdracht.main(["bewaren", "toon", "--maand", "december"])
    assert "geen maand" in capsys.readouterr().err


def test_wat_geen_reservekopie_is_wordt_niet_teruggezet(tmp_path, capsys):
    assert opdracht.main(["reservekopie", "terug", str(tmp_path)]) == 2
    assert "geen reservekopie" in capsys.readouterr().err


def test_een_halve_reservekopie_start_niet(eigen_var, capsys, monkeypatch):
    eigen_var.mkdir(parents=True, exist_ok=True)
    (eigen_var / BEZIG).touch()
    monkeypatch.setattr(opdrachten, "prepare_database", lambda: None)
    assert opdracht.main(["start", "--leeg"]) == 2
    assert "reservekopie terug" in capsys.readouterr().err
