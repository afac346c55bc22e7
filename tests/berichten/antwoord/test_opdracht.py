"""`paraplu antwoord`: bestanden erin, antwoorden in een map, één regel per bericht."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from paraplu.berichten import Bericht, lees, schrijf
from paraplu.berichten.antwoord import lees_antwoord
from paraplu.project.opdracht import main
from tests.berichten.antwoord.post import antwoord_op, maak_305, maak_319
from tests.berichten.antwoord.test_declaratie_antwoord import DRIE, maak_declaratie
from tests.berichten.maak import BSNS

START = "Client/StartProducten/StartProduct[1]"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A folder with a start, a declaration and a retour."""
    map_ = tmp_path / "post"
    map_.mkdir()
    leg(map_ / "start.xml", maak_305())
    leg(map_ / "declaratie.xml", maak_declaratie(DRIE))
    leg(map_ / "retour.xml", antwoord_op(maak_305()))
    return map_


def leg(pad: Path, bericht: Bericht) -> None:
    pad.write_bytes(schrijf(bericht))


def beantwoord(*argumenten: Any) -> int:
    return main(["antwoord", *map(str, argumenten), "--op", "2024-03-06"])


def met_lijst(tmp_path: Path, *regels: Any) -> list[Any]:
    lijst = tmp_path / "oordelen.json"
    lijst.write_text(json.dumps(regels), encoding="utf-8")
    return ["--bevindingen", lijst]


def regel(identificatie: str = "B1", pad: str = START, code: str = "TR063", **rest: str):
    return {"bericht-identificatie": identificatie, "pad": pad, "code": code} | rest


def test_elk_bericht_krijgt_zijn_antwoord_en_een_regel(post: Path, tmp_path: Path, capsys):
    assert beantwoord(post, "--uit", tmp_path / "uit") == 0

    regels = capsys.readouterr().out.splitlines()
    assert [rij.split()[:3] for rij in regels] == [
        ["Bestand", "Bericht", "Oordeel"],
        ["declaratie.xml", "JW323", "toegekend"],
        ["retour.xml", "JW306", "geen"],
        ["start.xml", "JW305", "goedgekeurd"],
    ]
    namen = sorted(pad.name[:6] for pad in (tmp_path / "uit").iterdir())
    assert namen == ["JW306-", "JW325-"]
    for pad in (tmp_path / "uit").iterdir():
        antwoord = lees(pad).bericht
        assert antwoord is not None
        assert lees_antwoord(antwoord).is_goedgekeurd


def test_twee_keer_draaien_geeft_dezelfde_bestanden(post: Path, tmp_path: Path):
    beantwoord(post, "--uit", tmp_path / "een")
    beantwoord(post, "--uit", tmp_path / "twee")
    assert beantwoord(post, "--uit", tmp_path / "een") == 0

    def inhoud(map_: Path) -> dict[str, bytes]:
        return {pad.name: pad.read_bytes() for pad in map_.iterdir()}

    assert inhoud(tmp_path / "een") == inhoud(tmp_path / "twee")


def test_elk_antwoord_heeft_zijn_eigen_identificatie(tmp_path: Path):
    for nummer in range(20):
        leg(tmp_path / f"{nummer}.xml", maak_305(nummer + 1))
    beantwoord(tmp_path, "--uit", tmp_path / "uit")

    eigen = {
        lees(pad).bericht.inhoud["Header"]["IdentificatieRetour"]
        for pad in (tmp_path / "uit").iterdir()
    }
    assert len(eigen) == 20
    assert {len(een) for een in eigen} == {12}


def test_een_ander_antwoord_op_hetzelfde_bericht_gaat_niet_over_het_eerste(
    post: Path, tmp_path: Path, capsys
):
    uit = tmp_path / "uit"
    beantwoord(post / "start.xml", "--uit", uit)
    (eerste,) = uit.iterdir()
    was = eerste.read_bytes()

    status = beantwoord(post / "start.xml", "--uit", uit, *met_lijst(tmp_path, regel()))

    assert status == 2
    assert [pad.read_bytes() for pad in uit.iterdir()] == [was]
    assert "Er staat al een ander antwoord" in capsys.readouterr().out


def test_een_eigen_bevinding_komt_op_haar_klasse(post: Path, tmp_path: Path, capsys):
    lijst = met_lijst(tmp_path, regel(soort="JW305"))
    status = beantwoord(post, "--uit", tmp_path / "uit", "--formaat", "json", *lijst)

    assert status == 1
    per_bestand = {een["bestand"]: een for een in json.loads(capsys.readouterr().out)}
    assert per_bestand["start.xml"]["oordeel"] == "afgekeurd (9063)"
    assert per_bestand["start.xml"]["codes"] == [
        {"pad": "Header", "code": "0200"},
        {"pad": "Client", "code": "0200"},
        {"pad": START, "code": "9063"},
    ]
    assert per_bestand["declaratie.xml"]["oordeel"] == "toegekend"


def test_een_deels_afgewezen_declaratie(post: Path, tmp_path: Path, capsys):
    plek = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]"
    lijst = met_lijst(tmp_path, regel("A1", plek, "TR338", soort="JW323"))
    assert beantwoord(post, "--uit", tmp_path / "uit", *lijst) == 1

    assert "deels afgewezen (9338)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("regels", "zin"),
    [
        ([regel(), regel("B2")], "Regel 2 van de lijst hoort bij geen van deze berichten."),
        ([regel(soort="JW307")], "Regel 1 van de lijst hoort bij geen"),
        ([regel(afzender="99999999")], "Regel 1 van de lijst hoort bij geen"),
        ([regel("A1", "Declaratie", "TR333"), regel()], "Noem ook soort en afzender"),
        ([{"pad": START}], "Regel 1 heeft niet bericht-identificatie, pad en code."),
        ([regel() | {"code": 9063}], "Regel 1 heeft een waarde die geen tekst is."),
        ([regel() | {"extra": "x"}], "Regel 1 heeft niet"),
    ],
)
def test_een_bevinding_die_nergens_bij_hoort_houdt_alles_tegen(
    post: Path, tmp_path: Path, capsys, regels, zin
):
    leg(post / "antwoord.xml", met_identificatie(maak_319(), "A1"))
    uit = tmp_path / "uit"

    assert beantwoord(post, "--uit", uit, *met_lijst(tmp_path, *regels)) == 2
    assert zin in capsys.readouterr().err
    assert not uit.exists()


def met_identificatie(bericht: Bericht, naam: str) -> Bericht:
    bericht.inhoud["Header"]["BerichtIdentificatie"]["Identificatie"] = naam
    return bericht


@pytest.mark.parametrize("tekst", ["{", "{}", "\xff", None])
def test_een_lijst_die_niet_te_lezen_is(post: Path, tmp_path: Path, capsys, tekst):
    lijst = tmp_path / "lijst.json"
    if tekst is not None:
        lijst.write_text(tekst, encoding="latin-1")

    assert beantwoord(post, "--uit", tmp_path / "uit", "--bevindingen", lijst) == 2
    assert "De lijst" in capsys.readouterr().err


def test_een_onbekende_plek_of_code_wordt_gezegd(post: Path, tmp_path: Path, capsys):
    lijst = met_lijst(tmp_path, regel(pad="Client/StartProducten/StartProduct[4]"))

    assert beantwoord(post / "start.xml", "--uit", tmp_path / "uit", *lijst) == 2
    uit = capsys.readouterr().out
    assert "niet te beantwoorden" in uit
    assert "een klasse die er niet staat" in uit


def test_een_bericht_dat_niet_aan_het_schema_voldoet_krijgt_geen_antwoord(tmp_path: Path, capsys):
    bericht = maak_305()
    del bericht.inhoud["Client"]["Geslacht"]
    leg(tmp_path / "a.xml", bericht)
    (tmp_path / "b.xml").write_text("<x/>")

    assert beantwoord(tmp_path, "--uit", tmp_path / "uit") == 1
    uit = capsys.readouterr().out
    assert uit.count("afgekeurd (schema)") == 2
    assert uit.count("buiten het berichtenverkeer om") == 2
    assert list((tmp_path / "uit").iterdir()) == []


def test_berichten_in_een_zip_en_een_kapotte_zip(post: Path, tmp_path: Path, capsys):
    with zipfile.ZipFile(tmp_path / "goed.zip", "w") as archief:
        archief.write(post / "start.xml", "start.xml")
    kapot = bytearray((tmp_path / "goed.zip").read_bytes())
    kapot[80] ^= 0xFF
    (tmp_path / "kapot.zip").write_bytes(kapot)

    assert beantwoord(tmp_path / "goed.zip", "--uit", tmp_path / "uit") == 0
    assert beantwoord(tmp_path / "kapot.zip", "--uit", tmp_path / "uit") == 2
    assert "kan dit bestand niet openen" in capsys.readouterr().out
    assert len(list((tmp_path / "uit").iterdir())) == 1


def test_gelijke_namen_uit_twee_mappen_blijven_uit_elkaar(tmp_path: Path, capsys):
    for naam in ("een", "twee"):
        (tmp_path / naam).mkdir()
        leg(tmp_path / naam / "start.xml", maak_305())
    weg = tmp_path / "weg.xml"

    assert beantwoord(tmp_path / "een", tmp_path / "twee", weg, "--uit", tmp_path / "uit") == 2

    regels = capsys.readouterr().out.splitlines()[1:]
    namen = [f"{tmp_path}/een/start.xml", f"{tmp_path}/twee/start.xml", str(weg)]
    assert [rij.split()[0] for rij in regels] == namen
    assert len(list((tmp_path / "uit").iterdir())) == 1, "hetzelfde bericht, hetzelfde antwoord"


def test_een_naam_in_een_zip_breekt_de_regels_niet(tmp_path: Path, capsys):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archief:
        archief.writestr("start\n\x1b[31m.xml", schrijf(maak_305()))
    beantwoord(tmp_path / "a.zip", "--uit", tmp_path / "uit")

    kop, regel, *rest = capsys.readouterr().out.splitlines()
    assert kop.startswith("Bestand")
    assert regel.startswith("a.zip/start??[31m.xml  JW305")
    assert rest == []


@pytest.mark.parametrize("formaat", ["tabel", "json"])
def test_een_naam_die_geen_utf8_is_breekt_het_overzicht_niet(tmp_path: Path, capsys, formaat):
    leg(Path(os.fsdecode(os.fsencode(tmp_path) + b"/start\xff.xml")), maak_305())

    assert beantwoord(tmp_path, "--uit", tmp_path / "uit", "--formaat", formaat) == 0
    assert "start?.xml" in capsys.readouterr().out


def test_wat_er_niet_is_kan_geen_antwoord_krijgen(tmp_path: Path, capsys):
    (tmp_path / "leeg").mkdir()

    assert beantwoord(tmp_path / "weg.xml", "--uit", tmp_path / "uit") == 2
    assert beantwoord(tmp_path / "leeg", "--uit", tmp_path / "uit") == 2
    assert "Hier staat geen bestand" in capsys.readouterr().err


def test_een_map_waar_niet_in_te_schrijven_is(post: Path, capsys):
    assert beantwoord(post, "--uit", post / "start.xml") == 2
    assert "kan niet schrijven" in capsys.readouterr().err


def test_geen_bsn_en_geen_naam_buiten_de_antwoorden(post: Path, tmp_path: Path, capsys):
    lijst = met_lijst(
        tmp_path, regel("A1", "Declaratie/Clienten/Client[1]/Bsn", "8187", soort="JW323")
    )
    beantwoord(post, "--uit", tmp_path / "uit", "--formaat", "json", *lijst)

    gezien = capsys.readouterr()
    namen = " ".join(pad.name for pad in (tmp_path / "uit").iterdir())
    for geheim in (*BSNS[:3], "Verzonnen"):
        assert geheim not in gezien.out + gezien.err + namen


@pytest.mark.parametrize(("optie", "waarde"), [("--op", "6 maart"), ("--xslt-versie", "2")])
def test_een_verkeerde_optie_wordt_uitgelegd(post: Path, tmp_path: Path, capsys, optie, waarde):
    with pytest.raises(SystemExit):
        main(["antwoord", str(post), "--uit", str(tmp_path / "uit"), optie, waarde])
    assert "schrijf de" in capsys.readouterr().err
