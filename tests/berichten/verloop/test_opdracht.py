"""`paraplu verloop` on the command line, on files that were written by the product itself."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from random import Random

import pytest

from paraplu.berichten import Bericht, schrijf, standaard
from paraplu.project.opdracht import main
from tests.berichten.maak import BSNS, maak_bericht


@pytest.fixture
def verzoek(tmp_path: Path) -> Path:
    """A file with a 315 of 2026-04-01 for one product."""
    bericht = maak_bericht(standaard.release("3.2").berichtsoorten["JW315"], Random(3))
    inhoud = bericht.inhoud
    inhoud["Header"]["BerichtIdentificatie"] = {
        "Identificatie": "B1",
        "Dagtekening": "2026-04-01",
    }
    producten = inhoud["Client"]["AangevraagdeProducten"]
    producten["AangevraagdProduct"] = producten["AangevraagdProduct"][:1]
    producten["AangevraagdProduct"][0]["ReferentieAanbieder"] = "VZ1"
    pad = tmp_path / "315.xml"
    pad.write_bytes(schrijf(Bericht("JW315", "3.2", inhoud)))
    return pad


def test_een_verzoek_binnen_de_termijn_is_in_orde(verzoek, capsys):
    assert main(["verloop", str(verzoek), "--op", "2026-04-02"]) == 0
    uit = capsys.readouterr().out
    assert "Stand op 2026-04-02." in uit
    assert "VZ1" in uit
    assert "ontvangen" in uit
    assert "319 in onderzoek, 319 afgewezen, 301" in uit
    assert [regel for regel in uit.splitlines() if "OP274" in regel and "2026-04-10" in regel]


def test_een_verlopen_termijn_geeft_status_1(verzoek, capsys):
    assert main(["verloop", str(verzoek), "--op", "2026-04-20"]) == 1
    assert "verlopen" in capsys.readouterr().out


def test_de_bon_toont_elke_dag(verzoek, capsys):
    main(["verloop", str(verzoek), "--op", "2026-04-20", "--bon"])
    uit = capsys.readouterr().out
    assert "vr 2026-04-03        Goede Vrijdag" in uit
    assert "vr 2026-04-10     5  werkdag" in uit


def test_json_is_te_lezen_en_noemt_geen_bsn(verzoek, capsys):
    assert main(["verloop", str(verzoek), "--op", "2026-04-20", "--formaat", "json", "--bon"]) == 1
    uit = capsys.readouterr().out
    waarden = json.loads(uit)
    assert (waarden["verzoeken"][0]["referentie"], waarden["verzoeken"][0]["kind"]) == ("VZ1", 1)
    assert {een["regel"] for een in waarden["termijnen"]} == {"OP090", "OP274"}
    assert waarden["termijnen"][0]["bon"]["dagen"]
    assert [bsn for bsn in BSNS if bsn in uit] == []


def test_een_zip_en_een_map_geven_hetzelfde(verzoek, tmp_path, capsys):
    with zipfile.ZipFile(tmp_path / "post.zip", "w") as archief:
        archief.write(verzoek, "315.xml")
    main(["verloop", str(tmp_path / "post.zip"), "--op", "2026-04-02"])
    uit_zip = capsys.readouterr().out
    main(["verloop", str(tmp_path), "--op", "2026-04-02"])
    assert capsys.readouterr().out == uit_zip


def test_een_bestand_dat_niet_te_lezen_is_geeft_status_2(verzoek, tmp_path, capsys):
    (tmp_path / "kapot.xml").write_text("<Bericht>")
    assert main(["verloop", str(tmp_path), "--op", "2026-04-02"]) == 2
    gelezen = capsys.readouterr()
    assert "kapot.xml" in gelezen.err
    assert "VZ1" in gelezen.out


def test_zonder_bericht_is_er_geen_stand(tmp_path, capsys):
    assert main(["verloop", str(tmp_path / "weg.xml")]) == 2
    gelezen = capsys.readouterr()
    assert gelezen.out == ""
    assert "bestaat niet" in gelezen.err


def test_een_bsn_in_een_referentie_wordt_afgeschermd(tmp_path, capsys):
    bericht = maak_bericht(standaard.release("3.2").berichtsoorten["JW315"], Random(3))
    client = bericht.inhoud["Client"]
    for product in client["AangevraagdeProducten"]["AangevraagdProduct"]:
        product["ReferentieAanbieder"] = f"A7{client['Bsn']}1"
    bericht.inhoud["Header"]["BerichtIdentificatie"]["Identificatie"] = client["Bsn"]
    (tmp_path / "315.xml").write_bytes(schrijf(bericht))
    for formaat in ("tabel", "json"):
        main(["verloop", str(tmp_path), "--op", "2100-01-01", "--formaat", formaat])
        uit = capsys.readouterr().out
        assert client["Bsn"] not in uit
        assert "A7*********1" in uit
