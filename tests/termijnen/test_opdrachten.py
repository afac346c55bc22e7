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


def test_een_opschorting_staat_op_de_bon_met_haar_reden(capsys):
    stil = '2026-04-08..2026-04-10:"wacht op stukken"'
    assert main(["termijn", "3 werkdagen", "--vanaf", "2026-04-02", "--opgeschort", stil]) == 0
    uit = capsys.readouterr().out
    assert uit.startswith("Uiterlijk di 2026-04-14")
    assert "Opgeschort vanaf 8 april 2026 tot en met 10 april 2026: wacht op stukken." in uit
    assert "do 2026-04-09        opgeschort: wacht op stukken" in uit


def test_twee_opschortingen_tellen_samen(capsys):
    vraag = ["termijn", "2 weken", "--vanaf", "2026-09-07", "--formaat", "json"]
    vraag += ["--opgeschort", "2026-09-10..2026-09-11:een", "--opgeschort", "2026-09-11..2026-09-12:twee"]  # fmt: skip
    assert main(vraag) == 0
    waarden = json.loads(capsys.readouterr().out)
    assert waarden["uiterste_datum"] == "2026-09-24"
    assert [een["reden"] for een in waarden["opschortingen"]] == ["een", "twee"]
    assert len(waarden["kalenderversie"]) == 8


def test_een_termijn_zonder_einde_zegt_dat(capsys):
    vraag = ["termijn", "3 werkdagen", "--vanaf", "2026-09-07", "--opgeschort", "2026-09-09..:ziek"]
    assert main([*vraag, "--op", "2026-09-20"]) == 0
    uit = capsys.readouterr().out
    assert uit.startswith("Nog geen uiterste datum, de termijn staat stil: 3 werkdagen")
    assert "Op 2026-09-20: nog 2 werkdagen; de termijn staat nu stil" in uit
    main([*vraag, "--formaat", "json", "--op", "2026-09-20"])
    waarden = json.loads(capsys.readouterr().out)
    assert waarden["uiterste_datum"] is None
    assert waarden["resterend"]["aantal"] == 2


def test_een_regel_geeft_de_duur_en_staat_op_de_bon(capsys):
    assert main(["termijn", "--regel", "OP359", "--vanaf", "2026-03-20"]) == 0
    uit = capsys.readouterr().out
    assert uit.startswith("Uiterlijk di 2026-04-07: 2 weken na vr 2026-03-20.")
    assert "Regel OP359: Een afwijzing op het woonplaatsbeginsel" in uit
    main(["termijn", "--regel", "OP359", "--vanaf", "2026-03-20", "--formaat", "json"])
    assert json.loads(capsys.readouterr().out)["regel"]["sleutel"] == "OP359"


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ([], "Geef een duur"),
        (["3 werkdagen", "--regel", "OP359"], "niet allebei"),
        (["--regel", "OP1"], "Deze regel is er niet. Wel: OP090"),
    ],
)
def test_een_duur_of_een_regel_en_niet_allebei(vraag, zin, capsys):
    assert main(["termijn", *vraag, "--vanaf", "2026-04-02"]) == 2
    assert zin in capsys.readouterr().err


def test_een_opschorting_die_niet_klopt_zegt_hoe_het_moet(capsys):
    with pytest.raises(SystemExit):
        main(["termijn", "3 dagen", "--vanaf", "2026-04-02", "--opgeschort", "volgende week"])
    assert "2026-04-03..2026-04-10" in capsys.readouterr().err
