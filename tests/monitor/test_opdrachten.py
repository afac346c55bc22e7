"""`monitor` en `blad` op de opdrachtregel."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from paraplu.monitor.opslag import Opslag
from paraplu.project.opdracht import main


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory, wereldmap):
    """A `var` with the worlds in it."""
    var = tmp_path_factory.mktemp("var")
    (var / "tabellen").symlink_to(wereldmap)
    return var


@pytest.fixture
def opdracht(gevuld, monkeypatch, capsys):
    """Run a command; gives exit status, standard output and standard error."""
    monkeypatch.setenv("PARAPLU_VAR", str(gevuld))

    def voer_uit(*woorden: str) -> tuple[int, str, str]:
        status = main(woorden)
        uit = capsys.readouterr()
        return status, uit.out, uit.err

    return voer_uit


def test_zonder_code_staan_alle_waarden_er(opdracht):
    status, uit, _ = opdracht("monitor", "--formaat", "json")

    assert status == 0
    assert [rij["code"] for rij in json.loads(uit)][:4] == ["V1", "V1a", "V1b", "V2a"]


def test_een_waarde_per_gemeente_als_csv_heeft_elke_gemeente_en_buiten(opdracht):
    status, uit, _ = opdracht(
        "monitor", "V2a", "--jaar", "2023", "--per", "gemeente", "--formaat", "csv"
    )

    rijen = list(csv.DictReader(io.StringIO(uit)))
    assert status == 0
    assert len(rijen) == 52
    assert rijen[-1]["sleutel"] == "buiten"
    assert sum(int(rij["instroom"]) for rij in rijen) > 0


def test_de_tabel_zegt_welke_lezing_en_wat_de_cijfers_zijn(opdracht):
    _, uit, _ = opdracht("monitor", "V3", "--kwartaal", "2023-K2", "--variant", "letterlijk")

    assert "V3 Doorlooptijd, 2023-K2" in uit
    assert "Lezing: letterlijk" in uit
    assert "Buiten Gelderland" in uit
    assert "mediaan_lopend: Mediane duur, lopend (dagen)" in uit


def test_bon_en_lijst_horen_bij_het_cijfer(opdracht):
    vraag = ("monitor", "V2a", "--jaar", "2023", "--gemeente", "0202", "--formaat", "json")
    _, cijfer, _ = opdracht(*vraag)
    _, bon, _ = opdracht(*vraag, "--bon")
    _, lijst, _ = opdracht(*vraag, "--lijst", "--hoogstens", "1000")

    geteld = sum(rij["instroom"] for rij in json.loads(cijfer))
    assert len(json.loads(lijst)) == geteld > 0
    assert json.loads(bon)["geteld"] == geteld


def test_een_aandeel_en_een_bedrag_staan_er_op_zijn_nederlands(opdracht):
    _, aandeel, _ = opdracht("monitor", "V4", "--jaar", "2023")
    _, bedrag, _ = opdracht("monitor", "V1a", "--jaar", "2023")

    assert "%" in aandeel
    assert "," in bedrag.split("Gelderland")[1].splitlines()[0]


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("V9",), "'V9' is geen waarde"),
        (("V1", "--jaar", "23"), "'23' is geen periode"),
        (("V1", "--jaar", "2023-05"), "'2023-05' is geen jaar"),
        (("V1", "--jaar", "2023", "--per", "maan"), "'maan' is geen dimensie"),
        (("V1", "--jaar", "2023", "--variant", "x"), "V1 kent 'x' niet"),
        (("V1", "--jaar", "2023", "--op", "gisteren"), "'gisteren' is geen dag"),
    ],
)
def test_wat_niet_kan_is_een_zin_en_status_2(opdracht, woorden, zin):
    status, uit, fout = opdracht("monitor", *woorden)

    assert (status, uit) == (2, "")
    assert zin in fout


def test_zonder_periode_is_het_het_laatste_jaar_met_gegevens(opdracht):
    _, uit, _ = opdracht("monitor", "V2a", "--formaat", "json")

    assert {rij["periode"] for rij in json.loads(uit)} == {"2024"}


def test_een_blad_lezen_en_tonen(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))
    Opslag(tmp_path / "tabellen").maak()
    goed, fout = tmp_path / "plafond.csv", tmp_path / "fout.csv"
    goed.write_text("aanbieder;jaar;bedrag\n70000001;2023;5\n")
    fout.write_text("aanbieder;jaar;bedrag\nx;2023;5\n")

    assert main(["blad", "lijst"]) == 0
    assert "nog geen blad" in capsys.readouterr().out
    assert main(["blad", "lees", "budgetplafonds", str(goed), "--op", "2023-01-01"]) == 0
    assert main(["blad", "lees", "budgetplafonds", str(fout)]) == 1
    assert "fout.csv, regel 2, kolom aanbieder" in capsys.readouterr().err
    assert main(["blad", "lees", "weer", str(goed)]) == 2
    assert main(["blad", "lees", "budgetplafonds", str(tmp_path / "weg.csv")]) == 2
    capsys.readouterr()
    assert main(["blad", "lijst", "--formaat", "json"]) == 0
    (rij,) = json.loads(capsys.readouterr().out)
    assert (rij["soort"], rij["op"], rij["rijen"]) == ("budgetplafonds", str(date(2023, 1, 1)), 1)
