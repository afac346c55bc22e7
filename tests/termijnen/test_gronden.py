"""The rule and the requirement behind a term: those of iJw, and those of the steps of a route."""

from __future__ import annotations

import json

import pytest

from paraplu.afspraken.routes import route, routes, versies
from paraplu.afspraken.routes.gronden import grond_van_stap, list_gronden
from paraplu.afspraken.vereisten import vereisten
from paraplu.project.opdracht import main


def test_elke_termijn_van_een_route_is_bij_haar_naam_te_vinden():
    verwacht = set()
    for sleutel in routes():
        een = route(sleutel, versies(sleutel)[-1])
        verwacht |= {f"{sleutel}/{s.sleutel}" for s in een.stappen.values() if s.termijn}
        verwacht |= {f"{sleutel}/{tijd.sleutel}" for tijd in een.doorlooptijden}
    assert set(list_gronden()) == verwacht


def test_een_stap_zonder_termijn_heeft_geen_grond():
    een = route("aanmeldroute-301", versies("aanmeldroute-301")[-1])
    zonder = [stap for stap in een.stappen.values() if stap.termijn is None]
    assert zonder
    assert all(grond_van_stap(een, stap) is None for stap in zonder)


@pytest.mark.parametrize("sleutel", sorted(list_gronden()))
def test_een_termijn_van_een_route_noemt_vereisten_die_bestaan(sleutel):
    grond = list_gronden()[sleutel]
    genoemd = [nummer for nummer in grond.vereisten if nummer.startswith("R")]
    assert genoemd
    assert set(genoemd) <= set(vereisten())
    assert str(grond.duur) in grond.zin


def test_de_opdracht_toont_de_stap_en_haar_vereiste_op_de_bon(capsys):
    vraag = ["termijn", "--regel", "aanmeldroute-301/contact_lokaal_team", "--vanaf", "2026-04-02"]
    assert main([*vraag, "--formaat", "json"]) == 0
    waarden = json.loads(capsys.readouterr().out)
    grond = list_gronden()["aanmeldroute-301/contact_lokaal_team"]
    assert waarden["uiterste_datum"] == "2026-04-09"
    assert waarden["regel"]["vereisten"] == list(grond.vereisten)
    main(vraag)
    assert grond.zin in capsys.readouterr().out
