"""The commands as people type them: what they print, and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from paraplu.inname.actions import neem_in
from paraplu.project.opdracht import main
from tests.inname.post import bericht, kapot, schrijf_map

VOORBEELDEN = "ijw/messages-3.2"
#: Rules that the example of a declaration breaks by itself.
EIGEN_FOUTEN = ("TR101", "TR416")


def lees(*woorden: object) -> int:
    return main(["lees", *map(str, woorden)])


@pytest.fixture
def post(tmp_path: Path) -> Path:
    inhoud = {"a.xml": bericht("JW301", 1), "b.xml": kapot(bericht("JW323", 2))}
    return schrijf_map(tmp_path / "post", inhoud)


def test_lees_toont_de_ontvangst_en_de_bevindingen(post: Path, capsys):
    assert lees(post, "--op", "2024-05-31", "--brenger", "Ede") == 1
    uit = capsys.readouterr().out
    assert "van 31-05-2024, gebracht door Ede" in uit
    assert "2 berichten: 2 nieuw" in uit
    assert "b.xml, regel" in uit
    assert "→" in uit


def test_lees_zonder_bevindingen_eindigt_met_nul(tmp_path: Path, capsys):
    assert lees(schrijf_map(tmp_path / "p", {"a.xml": bericht("JW319", 1)})) == 0
    assert "Geen bevindingen." in capsys.readouterr().out


def test_een_naam_met_een_byte_die_geen_utf8_is_wordt_gewoon_gelezen(tmp_path: Path, capsys):
    pad = tmp_path / os.fsdecode(b"brief-\xff.xml")
    pad.write_bytes(bericht("JW319", 1))
    assert lees(pad) == 0
    assert "brief-?.xml" in capsys.readouterr().out


def test_lees_zegt_wat_er_in_een_map_is_overgeslagen(post: Path, capsys):
    (post / "leesmij.txt").write_text("hallo")
    (post / "ergens-anders.xml").symlink_to(post / "a.xml")
    lees(post)
    gezegd = capsys.readouterr()
    assert "2 van 4 bestanden" in gezegd.err
    assert "2 bestanden bewaard" in gezegd.out


def test_lees_nog_eens_zegt_dat_de_levering_al_binnen_was(post: Path, capsys):
    lees(post)
    capsys.readouterr()
    assert lees(post) == 1
    assert "Deze levering was al binnen. Er is niets veranderd." in capsys.readouterr().out


def test_json_heeft_de_hele_ontvangst(post: Path, capsys):
    lees(post, "--formaat", "json", "--hoogstens", "0")
    uit = json.loads(capsys.readouterr().out)
    assert [bestand["naam"] for bestand in uit["bestanden"]] == ["a.xml", "b.xml"]
    assert uit["aantal_bevindingen"] == len(uit["bevindingen"]) > 0
    assert sum(soort["aantal"] for soort in uit["soorten"]) == uit["aantal_bevindingen"]


def test_csv_heeft_een_rij_per_bevinding(post: Path, capsys):
    lees(post, "--formaat", "csv", "--hoogstens", "0")
    rijen = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {rij["naam"] for rij in rijen} == {"b.xml"}
    assert all(int(rij["regel"]) > 0 for rij in rijen)


def test_van_veel_bevindingen_worden_er_enkele_getoond(tmp_path: Path, capsys):
    stukken = {f"{n}.xml": b"<niets/>" for n in range(5)}
    stukken = {naam: inhoud + b" " * n for n, (naam, inhoud) in enumerate(stukken.items())}
    assert lees(schrijf_map(tmp_path / "p", stukken), "--hoogstens", "2") == 1
    uit = capsys.readouterr().out
    assert "Bevindingen: 2 van 5" in uit
    nummer = uit.split()[1]
    assert f"paraplu levering {nummer} --hoogstens 0" in uit
    assert main(["levering", nummer, "--hoogstens", "0"]) == 1
    assert "Bevindingen: 5 van 5" in capsys.readouterr().out


def test_leveringen_staan_in_een_lijst(post: Path, capsys):
    lees(post, "--op", "2024-05-31", "--brenger", "Ede")
    capsys.readouterr()
    assert main(["leveringen", "--formaat", "json"]) == 0
    (rij,) = json.loads(capsys.readouterr().out)
    assert (rij["dag"], rij["brenger"], rij["bestanden"]) == ("2024-05-31", "Ede", 2)


def test_een_onderbroken_levering_is_te_zien_en_af_te_maken(post: Path, capsys, monkeypatch):
    lees(schrijf_map(post.with_name("eerder"), {"a.xml": bericht("JW319", 1)}))
    with monkeypatch.context() as storing:
        storing.setattr("paraplu.inname.batch.Batch.finish_delivery", onderbreek)
        with pytest.raises(KeyboardInterrupt):
            neem_in([post], op=date(2024, 5, 31), brenger="Ede")
    main(["leveringen"])
    gezegd = capsys.readouterr().err
    assert "paraplu verder" in gezegd
    assert main(["verder"]) == 0
    nummer = capsys.readouterr().out.split()[-1]
    assert f"Niet af: {nummer}." in gezegd
    assert main(["levering", nummer]) == 1
    assert "2 berichten: 2 nieuw" in capsys.readouterr().out
    main(["verder"])
    assert "Alle leveringen waren af." in capsys.readouterr().out


def onderbreek(*_: object) -> None:
    """As if someone pressed Ctrl-C."""
    raise KeyboardInterrupt


def test_zonder_leveringen_staat_er_wat_je_eerst_doet(capsys):
    assert main(["leveringen"]) == 0
    assert "paraplu lees" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["bestaat-niet.xml"], "bestaat niet"),
        (["LEEG"], "geen berichten"),
        (["POST", "--op", "2099-01-01"], "ligt in de toekomst"),
        (["POST", "--op", "2023-02-30"], "is geen datum"),
        (["POST", "--op", "gisteren"], "is geen datum"),
    ],
)
def test_wat_niet_kan_krijgt_een_zin_en_eindigt_met_twee(
    post: Path, tmp_path: Path, capsys, woorden: list[str], zin: str
):
    (tmp_path / "leeg").mkdir()
    paden = {"POST": str(post), "LEEG": str(tmp_path / "leeg")}
    assert lees(*(paden.get(woord, woord) for woord in woorden)) == 2
    gezegd = capsys.readouterr()
    assert zin in gezegd.err
    assert gezegd.err.count("\n") == 1
    assert gezegd.out == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root mag alles lezen")
def test_een_onleesbaar_bestand_krijgt_een_zin(post: Path, capsys):
    (post / "a.xml").chmod(0)
    assert lees(post) == 2
    assert "niet leesbaar" in capsys.readouterr().err


def test_een_onbekende_levering_krijgt_een_zin(capsys):
    assert main(["levering", "abc"]) == 2
    assert "geen levering met nummer abc" in capsys.readouterr().err


def test_een_lege_of_onbekende_xml_is_een_bevinding(tmp_path: Path, capsys):
    post = schrijf_map(tmp_path / "p", {"leeg.xml": b"", "zip.zip": b"geen zip"})
    assert lees(post) == 1
    uit = capsys.readouterr().out
    assert "leeg.xml" in uit
    assert "beschadigd" in uit


def test_herbouw_en_wissel_houden_de_leveringen(post: Path, capsys):
    lees(post, "--op", "2024-05-31", "--brenger", "Ede")
    eerst = capsys.readouterr().out
    nummer = eerst.split()[1]
    for opdracht in (["herbouw"], ["sleutel", "wissel", "--van", "alles"]):
        assert main(opdracht) == 0
        capsys.readouterr()
        assert main(["levering", nummer]) == 1
        assert capsys.readouterr().out == eerst


def test_de_echte_voorbeelden_worden_ingenomen(shared: Path, capsys):
    """Only the declaration breaks rules: a number twice, an allocation of two children (spec §11)."""
    assert lees(shared / VOORBEELDEN) == 1
    uit = capsys.readouterr().out
    assert [regel.split()[1] for regel in uit.splitlines() if regel[:3] == "1× "] == [
        "TR101",
        "TR416",
    ]
    assert "7 berichten: 7 nieuw, 0 al bekend, 0 geweigerd" in uit
    assert "14 regels overgenomen, 0 geweigerd" in uit
    assert "7 berichten van gemeenten buiten Gelderland" in uit


def test_van_kapotte_kopieen_staat_er_per_regel_wat_er_mis_is(shared: Path, tmp_path: Path, capsys):
    heel = (shared / VOORBEELDEN / "JW323.xml").read_bytes()
    fout = heel.replace(b"999900006", b"999900007", 1).replace(b"2026-04-30", b"2026-04-31", 1)
    regels = {
        nummer
        for nummer, (oud, nieuw) in enumerate(
            zip(heel.splitlines(), fout.splitlines(), strict=True), start=1
        )
        if oud != nieuw
    }
    assert lees(schrijf_map(tmp_path / "p", {"JW323.xml": fout}), "--formaat", "csv") == 1
    rijen = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {int(rij["regel"]) for rij in rijen if rij["code"] not in EIGEN_FOUTEN} == regels
    assert "CS002" in {rij["code"] for rij in rijen}
