"""`paraplu termijn` on the command line."""

from __future__ import annotations

import json

import pytest

from paraplu.project.opdracht import main


def test_de_opdracht_toont_de_uiterste_datum_en_elke_dag(capsys):
    assert main(["termijn", "3 werkdagen", "--vanaf", "2026-04-02"]) == 0
    uit = capsys.readouterr().out
    assert uit.startswith("Uiterlijk do 2026-04-09: 3 werkdagen na do 2026-04-02.")
    assert "vr 2026-04-03        Goede Vrijdag" in uit
    assert "do 2026-04-09     3  werkdag" in uit


def test_json_heeft_dezelfde_dagen(capsys):
    vraag = ["termijn", "2 weken", "--vanaf", "2026-03-21", "--wettelijk", "--formaat", "json"]
    assert main(vraag) == 0
    waarden = json.loads(capsys.readouterr().out)
    assert waarden["uiterste_datum"] == "2026-04-07"
    assert waarden["dagen"][-1] == {
        "datum": "2026-04-07",
        "telt": False,
        "nummer": None,
        "reden": "werkdag: tot hier is de termijn verlengd",
    }
    assert len(waarden["dagen"]) == 18


def test_een_andere_kalender_geeft_een_andere_dag(capsys):
    main(["termijn", "1 werkdag", "--vanaf", "2026-05-13", "--kalender", "weekend"])
    assert "Uiterlijk do 2026-05-14" in capsys.readouterr().out


@pytest.mark.parametrize("duur", ["3 jaar", "0 dagen", "9999 weken"])
def test_wat_niet_kan_geeft_een_zin_en_status_2(duur, capsys):
    assert main(["termijn", duur, "--vanaf", "2026-04-02"]) == 2
    gelezen = capsys.readouterr()
    assert gelezen.out == ""
    assert gelezen.err.strip()


def test_een_dag_die_niet_bestaat_wordt_geweigerd(capsys):
    with pytest.raises(SystemExit):
        main(["termijn", "3 dagen", "--vanaf", "2026-02-30"])
    assert "JJJJ-MM-DD" in capsys.readouterr().err
