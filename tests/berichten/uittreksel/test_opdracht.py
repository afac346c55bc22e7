"""De opdrachten voor uittreksels: bekijken, een afbeelding bewaren, berichten schrijven."""

from __future__ import annotations

import pytest

from paraplu.berichten import controleer
from paraplu.project.opdracht import main
from tests.berichten.uittreksel import tabellen as t


@pytest.fixture(autouse=True)
def var(var_map):
    return var_map


@pytest.fixture
def blad(tmp_path):
    pad = tmp_path / "starts.csv"
    pad.write_text(t.tabel("starts", t.RIJEN["starts"], t.met("starts", Begindatum="31-02-2023")))
    return pad


def test_het_voorbeeld_stelt_zelf_een_afbeelding_voor(blad, capsys):
    assert main(["uittreksel", "voorbeeld", str(blad)]) == 1
    uit = capsys.readouterr().out

    assert "1 rijen goed, 1 geweigerd" in uit
    assert "Rij 3, kolom I (begindatum)" in uit
    assert t.BSN not in uit


def test_een_bewaarde_afbeelding_is_te_gebruiken(blad, tmp_path, capsys):
    assert main(["uittreksel", "bewaar", "mijn-starts", str(blad)]) == 0
    uit = tmp_path / "uit"
    opdracht = ["uittreksel", "lees", str(blad), "--afbeelding", "mijn-starts", "--uit", str(uit)]

    assert main([*opdracht, "--op", "2023-06-01"]) == 1
    (bericht,) = uit.iterdir()
    assert bericht.name == "JW305-000001.xml"
    assert [b for b in controleer(bericht) if b.weigert] == []
    assert "kolom I" in capsys.readouterr().err


def test_van_een_leeg_bestand_wordt_gezegd_dat_het_leeg_is(tmp_path, capsys):
    (tmp_path / "leeg.csv").write_bytes(b" \n")
    assert main(["uittreksel", "voorbeeld", str(tmp_path / "leeg.csv")]) == 2
    assert "leeg.csv is leeg" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("rest", "stukje"),
    [
        (["voorbeeld", "weg.csv"], "bestaat niet"),
        (["voorbeeld", "."], ". is een map. Geef één tabel"),
        (["voorbeeld", "BLAD", "--afbeelding", "geen"], "geen afbeelding met deze naam"),
        (["bewaar", "../x", "BLAD"], "Kies een naam"),
        (["lees", "BLAD", "--afbeelding", "starts", "--uit", "UIT", "--op", "mei"], "geen datum"),
        (
            ["lees", "BLAD", "--afbeelding", "starts", "--uit", "UIT", "--op", "2999-01-01"],
            "toekomst",
        ),
    ],
)
def test_wat_niet_kan_wordt_in_een_zin_gezegd(blad, tmp_path, capsys, rest, stukje):
    ingevuld = [
        str(blad) if r == "BLAD" else str(tmp_path / "u") if r == "UIT" else r for r in rest
    ]

    assert main(["uittreksel", *ingevuld]) == 2
    assert stukje in capsys.readouterr().err
