"""`paraplu route` on the command line, and the pages that come from the routes."""

from __future__ import annotations

import json

import pytest

from paraplu.afspraken import documenten
from paraplu.project.opdracht import main
from tests.afspraken.conftest import WORTEL


def test_zonder_naam_staan_alle_routes_er_met_hun_versie(capsys):
    assert main(["route"]) == 0
    uit = capsys.readouterr().out
    regels = [" ".join(regel.split()) for regel in uit.splitlines()]
    assert "aanmeldroute-301 2022-01-01 301-aanmeldroute jeugdhulp" in regels
    assert "beschermingstafel 2022-01-01 Jeugdbeschermingstafel" in regels


def test_een_route_staat_in_een_tabel(capsys):
    assert main(["route", "aanmeldroute-301", "--op", "2026-01-01"]) == 0
    uit = capsys.readouterr().out
    (regel,) = (r for r in uit.splitlines() if "Overleg met het lokale team" in r)
    assert regel.split()[0] == "1"
    assert "Jeugdbeschermer" in regel and "3 werkdagen" in regel and "R96" in regel
    assert "binnen 3 weken (R103)." in uit


def test_json_heeft_dezelfde_stappen_als_waarden(capsys):
    vraag = ["route", "aanmeldroute-315", "--versie", "2022-01-01", "--formaat", "json"]
    assert main([*vraag, "--optie", "lt_eerst"]) == 0
    waarden = json.loads(capsys.readouterr().out)
    stappen = {stap["sleutel"]: stap for stap in waarden["stappen"]}
    assert (waarden["opties"], waarden["begint_met"]) == (["lt_eerst"], ["contact_lokaal_team"])
    assert stappen["toewijzen"]["termijn"] == "5 werkdagen"
    assert stappen["bepaling"]["termijn"] is None
    assert stappen["contact_aanbieder"]["wacht_op"] == ["contact_lokaal_team", "verbinden"]
    assert waarden["doorlooptijden"][0]["termijn"] == "10 werkdagen"


def test_json_zonder_naam_geeft_ze_alle(capsys):
    assert main(["route", "--formaat", "json"]) == 0
    assert [een["sleutel"] for een in json.loads(capsys.readouterr().out)] == [
        "aanmeldroute-301",
        "aanmeldroute-315",
        "beschermingstafel",
        "escalatie",
        "warme-overdracht",
    ]


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        (["aanmeldroute-999"], "De route 'aanmeldroute-999' bestaat niet."),
        (["aanmeldroute-301", "--op", "2021-01-01"], "geldt vanaf 2022-01-01"),
        (["aanmeldroute-301", "--versie", "2023-01-01"], "heeft geen versie 2023-01-01."),
        (["aanmeldroute-315", "--optie", "snel"], "kent de keuze 'snel' niet."),
    ],
)
def test_wat_er_niet_is_geeft_2_en_een_zin(vraag, zin, capsys):
    assert main(["route", *vraag]) == 2
    assert zin in capsys.readouterr().err


def test_in_de_map_met_routes_staat_precies_wat_gemaakt_wordt():
    gemaakt = {p.pad for p in documenten.paginas() if p.pad.startswith("docs/routes/")}
    gevonden = {p.relative_to(WORTEL).as_posix() for p in (WORTEL / "docs/routes").iterdir()}
    assert gevonden == gemaakt
    assert len(gemaakt) == 11


def test_de_paginas_van_de_routes_zijn_bij():
    oud = [pad for pad in documenten.find_outdated() if pad.startswith("docs/routes/")]
    assert oud == [], "draai: bin/paraplu documenten"
