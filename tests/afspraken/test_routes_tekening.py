"""The drawing: every word stands in its box, no line runs through one, and it is the same each time."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from paraplu.afspraken.routes import route, routes
from paraplu.afspraken.routes.pagina import make_pagina
from paraplu.afspraken.routes.plattegrond import lijn, pijlen, plekken, terug
from paraplu.afspraken.routes.tekening import BREEDTE, VAK, teken, teken_los

VERSIE = date(2022, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"
VARIANTEN = [
    pytest.param(variant, id="-".join([sleutel, *sorted(variant.gekozen)]))
    for sleutel in routes()
    for variant in route(sleutel, VERSIE).varianten.values()
]
#: What a letter of 13 units is wide at most, on average, in plain and in bold.
LETTER = {"normal": 6.3, "bold": 7.0}


def vakken(svg: str) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of every box."""
    gevonden = []
    for rect in ElementTree.fromstring(svg).findall(f"{SVG}rect[@class]"):
        x, y, breed, hoog = (int(rect.get(naam)) for naam in ("x", "y", "width", "height"))
        gevonden.append((x, y, x + breed, y + hoog))
    return gevonden


def stukken(svg: str) -> list[tuple[int, int, int, int]]:
    """Every straight piece of every line, as left, top, right, bottom."""
    gevonden = []
    for pad in ElementTree.fromstring(svg).findall(f"{SVG}path"):
        begin, *zetten = re.findall(r"([MHV])(\d+)(?: (\d+))?", pad.get("d"))
        x, y = int(begin[1]), int(begin[2])
        for zet, waarde, _ in zetten:
            was = (x, y)
            x, y = (int(waarde), y) if zet == "H" else (x, int(waarde))
            gevonden.append((min(was[0], x), min(was[1], y), max(was[0], x), max(was[1], y)))
    return gevonden


@pytest.mark.parametrize("een", VARIANTEN)
def test_de_tekening_is_geldig_en_heeft_een_titel_en_een_omschrijving(een):
    svg = ElementTree.fromstring(teken(een))
    namen = svg.get("aria-labelledby").split()
    gevonden = {kind.get("id"): kind.text for kind in svg if kind.get("id")}
    assert svg.get("role") == "img"
    assert een.naam in gevonden[namen[0]]
    assert all(stap.naam in gevonden[namen[1]] for stap in een.stappen.values())


@pytest.mark.parametrize("een", VARIANTEN)
def test_elke_stap_heeft_een_vak_en_geen_vak_raakt_een_ander(een):
    alle = vakken(teken(een))
    assert len(alle) == len(een.stappen)
    for nummer, (links, boven, rechts, onder) in enumerate(alle):
        assert links >= 0 and rechts <= BREEDTE
        for l2, b2, r2, o2 in alle[nummer + 1 :]:
            assert rechts < l2 or r2 < links or onder < b2 or o2 < boven


@pytest.mark.parametrize("een", VARIANTEN)
def test_geen_lijn_loopt_door_een_vak(een):
    svg = teken(een)
    assert len(stukken(svg)) > len(een.stappen)
    for links, boven, rechts, onder in stukken(svg):
        for l2, b2, r2, o2 in vakken(svg):
            raakt = links < r2 and rechts > l2 and boven < o2 and onder > b2
            assert not raakt, (links, boven, rechts, onder)


@pytest.mark.parametrize("een", VARIANTEN)
def test_elke_regel_past_in_zijn_vak(een):
    svg = teken(een, hier=frozenset(een.stappen))
    for tekst in ElementTree.fromstring(svg).findall(f"{SVG}text"):
        assert len(tekst.text) * LETTER[tekst.get("font-weight")] <= VAK - 8, tekst.text


@pytest.mark.parametrize("een", VARIANTEN)
def test_elke_uitkomst_is_een_pijl_of_staat_als_terugweg_in_het_vak(een):
    cellen = plekken(een)
    getekend = {(pijl.van, pijl.naar) for pijl in pijlen(een, cellen)}
    for stap in een.stappen.values():
        for uitkomst in stap.uitkomsten.values():
            for naar in uitkomst.volgende:
                terugweg = een.stap(naar).nummer in terug(een, stap, cellen)
                assert (stap.sleutel, naar) in getekend or terugweg


def test_waar_een_casus_is_blijkt_ook_zonder_kleur():
    een = route("aanmeldroute-301", VERSIE)
    svg = teken(een, frozenset({"toewijzen"}), frozenset({"bepaling"}))
    assert svg.count("▶ Hier: ") == 1 and svg.count("✓ ") == 1
    assert "Nu open: Toewijzing (301) sturen." in svg
    assert "Gedaan: Bepaling vaststellen en formulier invullen." in svg
    assert svg.count('class="route-stap is-hier"') == svg.count('class="route-stap is-gedaan"') == 1


def test_de_tekening_is_elke_keer_gelijk_en_heeft_geen_script_of_stijl():
    """The pages of the web allow no script and no inline style."""
    een = route("aanmeldroute-315", VERSIE)
    for svg in (teken(een), teken_los(een)):
        assert "<script" not in svg and "style" not in svg
    assert teken(een) == teken(een.met_opties({"lt_eerst"}).met_opties(()))
    assert "#" not in re.sub(r"url\(#[\w-]+\)", "", teken(een)), "een pagina kiest zelf de kleur"


@pytest.mark.parametrize("sleutel", routes())
def test_alle_woorden_van_de_tekening_staan_ook_in_de_pagina(sleutel):
    een = route(sleutel, VERSIE)
    pagina = make_pagina(een)
    for stap in een.stappen.values():
        assert f"### {stap.nummer}. {stap.naam}" in pagina
        assert stap.uitleg in pagina
        for uitkomst in stap.uitkomsten.values():
            assert f"| {uitkomst.naam} |" in pagina
    assert all(zin in pagina for zin in een.aanvullingen)


def test_de_lijn_heeft_zes_fasen_en_zegt_welke_gedaan_zijn():
    een = route("aanmeldroute-301", VERSIE)
    fasen = lijn(een, hier={"versturen_aanbieder"}, gedaan={"bepaling", "contact_lokaal_team"})
    assert [fase.nummer for fase in fasen] == [1, 2, 3, 4, 5, 6]
    assert [fase.stand for fase in fasen] == ["gedaan", "gedaan", "hier", *["later"] * 3]
    assert sum(len(fase.stappen) for fase in fasen) == len(een.stappen)
    assert [stap.nummer for stap in fasen[4].stappen] == ["5", "5A", "5B"]
