"""De pagina met alle regels, en de opdrachten die een regel of alle regels tonen."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import pytest

from paraplu.berichten.regels.pagina import GETOETST, NIVEAUS, SOORTEN, beschrijf_waar, make_pagina
from paraplu.berichten.regels.register import regels
from paraplu.berichten.regels.vindplaatsen import WORTEL, zoek_vindplaatsen
from paraplu.project.opdracht import main

ALLE = regels()


@pytest.fixture(scope="module")
def pagina() -> str:
    """The page as it is made now."""
    return make_pagina()


def rij(pagina: str, code: str) -> list[str]:
    """The cells of the row of this rule."""
    (gevonden,) = [regel for regel in pagina.splitlines() if f'id="{code.lower()}"' in regel]
    return [cel.strip() for cel in gevonden.strip("|").split("|")]


def test_elke_regel_staat_er_een_keer_met_niveau_woorden_en_antwoord(pagina):
    for code, regel in ALLE.items():
        cellen = rij(pagina, code)
        assert len(cellen) == 7, code
        assert cellen[1:3] == [str(regel.niveau), regel.kort], code
        assert cellen[6] == (regel.retourcode or "-"), code


def test_elke_soort_niveau_en_manier_van_toetsen_wordt_uitgelegd():
    assert {regel.soort for regel in ALLE.values()} == SOORTEN.keys()
    assert {regel.niveau for regel in ALLE.values()} == NIVEAUS.keys()
    assert {regel.getoetst for regel in ALLE.values()} <= GETOETST.keys()


def test_de_tellingen_tellen_op(pagina):
    tellingen = pagina.partition("## Waar de regels worden getoetst")[2].partition("## ")[0]
    getallen = [[int(n) for n in re.findall(r"\b\d+\b", r)] for r in tellingen.splitlines()[4:]]
    *rijen, samen = [rij for rij in getallen if rij]

    assert samen == [sum(kolom) for kolom in zip(*rijen, strict=True)]
    assert samen[-1] == len(ALLE)
    assert all(rij[-1] == sum(rij[:-1]) for rij in rijen)


def test_elke_verwijzing_op_de_pagina_bestaat(pagina):
    ankers = set(re.findall(r'<a id="(\w+)">', pagina))

    assert set(re.findall(r"\]\(#(\w+)\)", pagina)) <= ankers
    for bestand in set(re.findall(r"\]\(\.\./([^)]+)\)", pagina)):
        assert (WORTEL / bestand).is_file(), bestand


def test_de_pagina_zegt_waar_een_regel_wordt_getoetst(pagina):
    assert "(../paraplu/berichten/regels/vrije_tekst.py)" in rij(pagina, "OP191")[4]
    assert rij(pagina, "RS017")[4] == "structuur"
    assert rij(pagina, "OP079")[4].startswith("structuur (PAR006)")
    assert rij(pagina, "OP033x2")[4] == "door [CS058](#cs058)"
    assert rij(pagina, "UP019")[4].startswith("niet: Dit is een houding")
    assert "(../paraplu/berichten/inhoud.py)" in rij(pagina, "CS002")[4]
    assert "(../paraplu/afspraken/termijnen/" in rij(pagina, "OP090")[4]


def test_de_pagina_is_elke_keer_gelijk(pagina):
    assert make_pagina() == pagina


@pytest.mark.parametrize(
    ("plekken", "tekst"),
    [
        ((), ""),
        (("JW301/Contact",), "JW301 Contact"),
        (("JW301", "JW305", "JW307", "JW315"), "JW301, JW305, JW307, JW315"),
        (("JW301/A/b", "JW301/A/c", "JW301/A/d", "JW305/A"), "JW301, JW305 (4 plekken)"),
    ],
)
def test_veel_plekken_worden_geteld(plekken, tekst):
    assert beschrijf_waar(plekken) == tekst


def test_een_test_van_een_andere_soort_telt_niet(tmp_path):
    keten = tmp_path / "paraplu/monitor/keten"
    keten.mkdir(parents=True)
    (keten / "een.py").write_text('@ketenregel(\n    "TR019",\n)\n# zie ook TR063\n')
    elders = tmp_path / "tests/web"
    elders.mkdir(parents=True)
    (elders / "test_ergens.py").write_text('CODE = "TR019"\n')
    leeg = zoek_vindplaatsen(tmp_path)

    assert leeg["TR019"].code == ("paraplu/monitor/keten/een.py",)
    assert leeg["TR063"].code == leeg["TR019"].tests == ()

    hier = tmp_path / "tests/monitor/keten"
    hier.mkdir(parents=True)
    (hier / "test_een.py").write_text('"""TR019: een start hoort bij een toewijzing."""\n')
    assert zoek_vindplaatsen(tmp_path)["TR019"].tests == ("tests/monitor/keten/test_een.py",)


def test_de_opdracht_regel_toont_een_regel(capsys):
    assert main(["regel", "op191"]) == 0
    tekst = " ".join(capsys.readouterr().out.split())

    assert tekst.startswith("OP191: BSN in vrije tekst")
    assert "functie paraplu/berichten/regels/vrije_tekst.py" in tekst
    assert "oplossing Haal het BSN uit het commentaar." in tekst


def test_de_opdracht_regel_kent_ook_onze_eigen_codes(capsys):
    assert main(["regel", "par006"]) == 0
    assert "PAR006: verplicht element ontbreekt" in capsys.readouterr().out


def test_de_opdracht_regel_zegt_het_als_er_geen_regel_is(capsys):
    assert main(["regel", "TR000"]) == 2
    assert "geen regel 'TR000'" in capsys.readouterr().err


def test_de_opdracht_regels_geeft_alle_regels_in_drie_vormen(capsys):
    assert main(["regels", "--formaat", "json"]) == 0
    als_json = json.loads(capsys.readouterr().out)
    assert main(["regels", "--formaat", "csv"]) == 0
    als_csv = list(csv.DictReader(StringIO(capsys.readouterr().out)))
    assert main(["regels"]) == 0
    als_tabel = capsys.readouterr().out

    assert [een["code"] for een in als_json] == [een["code"] for een in als_csv] == list(ALLE)
    assert als_csv[0]["functie"] == " ".join(als_json[0]["functie"]) != ""
    assert f"{len(ALLE)} regels." in als_tabel


def test_de_opdracht_regels_kiest_op_de_manier_van_toetsen(capsys):
    assert main(["regels", "--getoetst", "termijn", "--formaat", "json"]) == 0

    assert {een["getoetst"] for een in json.loads(capsys.readouterr().out)} == {"termijn"}
