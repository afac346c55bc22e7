"""`paraplu spoor …`: what the chains look like from the command line, and who looked at a family."""

from __future__ import annotations

import importlib
import json

import pytest
from django.apps import apps
from django.db import connection

from paraplu.afspraken.plaats import spoor_map
from paraplu.project import opdracht
from paraplu.web.actions import write_spoor
from paraplu.web.models import Spoor
from paraplu.web.spoor.controle import Telling, check_ketens
from paraplu.web.tasks import anker_spoor
from tests.web.test_spoor_controle import knoei, kort_in


@pytest.fixture
def regels(db, accounts) -> None:
    for gezin in ("G1", "G2", "G1"):
        write_spoor(
            gebruiker=accounts["gi"], handeling="casus bekijken", voorwerp="C7", doel="hulpverlening",
            gezin=gezin, namens="een collega",
        )  # fmt: skip


def spoor(*woorden: str) -> int:
    return opdracht.main(["spoor", *woorden])


def test_een_heel_spoor_zegt_hoeveel_er_is_nagegaan(regels, capsys):
    assert spoor("controleer") == 0
    assert capsys.readouterr().out == ("3 regels in 1 ketens nagegaan.\nHet spoor is heel.\n")


def test_een_gebroken_spoor_noemt_de_regel_en_eindigt_met_1(regels, capsys):
    knoei("UPDATE web_spoor SET doel = 'x' WHERE nummer = 2")
    assert spoor("controleer") == 1
    uit = capsys.readouterr().out
    assert "regel 2: gewijzigd." in uit
    assert "Het spoor is gebroken: 1 keer." in uit


def test_de_gebroken_regels_staan_er_hoogstens_zo_vaak_als_gevraagd(regels, capsys):
    knoei("UPDATE web_spoor SET doel = 'x' WHERE nummer IN (1, 3)")
    assert spoor("controleer", "--hoogstens", "1") == 1
    uit = capsys.readouterr().out
    assert uit.count("gewijzigd") == 1
    assert "gebroken: 2 keer" in uit


def test_na_een_anker_wordt_afkappen_gezien(regels, capsys, tmp_path):
    assert spoor("anker", "--naar", str(tmp_path)) == 0
    knoei("DELETE FROM web_spoor WHERE nummer = 3", kort_in(2))
    assert spoor("controleer") == 0
    assert spoor("controleer", "--ankers", str(tmp_path)) == 1
    assert "regel 3: stond er volgens anker-" in capsys.readouterr().out


def test_het_anker_ligt_buiten_de_database_in_var(regels, capsys, eigen_var, monkeypatch):
    assert spoor("anker") == 0
    assert [pad.parent for pad in eigen_var.rglob("anker-*.txt")] == [spoor_map()]


def test_ankers_die_er_niet_zijn_kan_niet(regels, capsys, tmp_path):
    assert spoor("controleer", "--ankers", str(tmp_path / "weg")) == 2
    assert "is er niet" in capsys.readouterr().err


def test_zonder_sleutel_kan_het_spoor_niet_worden_nagegaan(regels, capsys, eigen_var):
    assert spoor("controleer") == 2
    assert "De sleutel van het spoor ontbreekt" in capsys.readouterr().err


def test_wie_keek_er_toont_alleen_dit_gezin_en_staat_zelf_in_het_spoor(regels, capsys):
    assert spoor("toon", "--gezin", "G1", "--formaat", "json") == 0
    rijen = json.loads(capsys.readouterr().out)
    assert [rij["als"] for rij in rijen] == [
        "Gecertificeerde instelling, Jeugdbescherming Gelderland"
    ] * 2
    assert {rij["namens"] for rij in rijen} == {"een collega"}
    laatste = Spoor.objects.first()
    assert (laatste.handeling, laatste.gezin) == ("spoor tonen", "G1")


def test_een_gezin_waar_niemand_naar_keek(regels, capsys):
    assert spoor("toon", "--gezin", "G404") == 0
    assert "staat er niets in het spoor" in capsys.readouterr().err


def test_wat_er_al_stond_krijgt_bij_het_bijwerken_een_keten(db, accounts):
    """As an existing Paraplu finds its lines after the migration."""
    with connection.cursor() as cursor:
        for kolom in ("keten_id", "nummer", "zegel"):
            cursor.execute(f"ALTER TABLE web_spoor ALTER COLUMN {kolom} DROP NOT NULL")
        cursor.execute(
            "INSERT INTO web_spoor (wanneer, als, handeling, voorwerp, doel, resultaat, gezin, namens)"
            " SELECT now(), 'a', 'lijst', n::text, 'd', 'gelukt', '', '' FROM generate_series(1, 5) n"
        )
    bijwerken = importlib.import_module("paraplu.web.migrations.0006_spoor_keten")
    with connection.schema_editor(atomic=False) as bewerker:
        bijwerken.fill(apps, bewerker)
    telling = Telling()
    assert list(check_ketens(telling)) == []
    assert telling.regels == 5
    assert list(Spoor.objects.order_by("nummer").values_list("voorwerp", flat=True)) == list(
        "12345"
    )


def test_elke_nacht_schrijft_de_werker_een_anker(regels, eigen_var):
    anker_spoor.func(timestamp=0)
    [pad] = spoor_map().glob("anker-*.txt")
    assert pad.read_text().split()[1] == "3"
