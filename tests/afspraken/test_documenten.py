"""The generated pages: up to date, and written only where something changed."""

from __future__ import annotations

import pytest

from paraplu.afspraken import documenten
from paraplu.afspraken.citaten import claims, find_citaten
from paraplu.afspraken.documenten import Pagina
from paraplu.afspraken.lezingen import lezingen
from paraplu.afspraken.vereisten import redenen, vereisten
from paraplu.afspraken.vereistenpagina import list_open
from paraplu.project.opdracht import make_parser
from tests.afspraken.conftest import WORTEL


@pytest.fixture
def alle_paginas():
    """The pages of every room: a room adds its own when its commands are collected."""
    make_parser()
    return documenten.paginas()


def test_de_gemaakte_paginas_zijn_bij(alle_paginas):
    assert documenten.find_outdated() == [], "draai: bin/paraplu documenten"


def test_de_pagina_met_vereisten_noemt_ze_alle_en_telt_ze():
    tekst = (WORTEL / "docs/vereisten.md").read_text(encoding="utf-8")
    assert all(f'<a id="{nummer.lower()}"></a>{nummer} |' in tekst for nummer in vereisten())
    assert "| Vereisten | 320 |" in tekst


def test_geen_vereiste_staat_open():
    """Each has code and a test that name it, or a reason why not."""
    assert list_open(WORTEL) == [], "bouw het, noem het in code en test, of geef een reden"


def test_een_reden_is_van_nu():
    """What has code and a test needs none, and the number exists."""
    code, tests = claims(find_citaten(WORTEL))
    assert [n for n in redenen() if n in code and n in tests] == []
    assert set(redenen()) <= {*vereisten(), *lezingen()}


def test_in_de_map_met_lezingen_staat_niets_dat_niet_gemaakt_is(alle_paginas):
    gemaakt = {pagina.pad for pagina in alle_paginas}
    gevonden = {p.relative_to(WORTEL).as_posix() for p in (WORTEL / "docs/lezingen").iterdir()}
    assert gevonden <= gemaakt


def test_links_naar_bestanden_wijzen_ergens_naar(alle_paginas):
    for pagina in alle_paginas:
        map_ = (WORTEL / pagina.pad).parent
        for deel in pagina.make().split("](")[1:]:
            doel = deel.split(")", 1)[0].split("#")[0]
            assert doel.startswith("http") or (map_ / doel).exists(), (pagina.pad, doel)


def test_schrijven_maakt_alleen_wat_niet_bij_is(tmp_path, monkeypatch):
    paginas = {"docs/a.md": Pagina("docs/a.md", lambda: "a\n"), "b.md": Pagina("b.md", lambda: "b")}
    monkeypatch.setattr(documenten, "_paginas", paginas)
    assert documenten.write_all(tmp_path) == ["b.md", "docs/a.md"]
    (tmp_path / "b.md").write_text("oud", encoding="utf-8")
    assert documenten.find_outdated(tmp_path) == ["b.md"]
    assert documenten.write_all(tmp_path) == ["b.md"]
    assert documenten.find_outdated(tmp_path) == []


def test_controleren_schrijft_niets_en_meldt_wat_niet_bij_is(monkeypatch, capsys):
    pagina = Pagina("docs/bestaat-niet.md", lambda: "x")
    monkeypatch.setattr(documenten, "_paginas", {pagina.pad: pagina})
    args = make_parser().parse_args(["documenten", "--controleer"])
    monkeypatch.setattr(documenten, "_paginas", {pagina.pad: pagina})
    assert args.doe(args) == 1
    assert "docs/bestaat-niet.md is niet bij" in capsys.readouterr().out
    assert not (WORTEL / pagina.pad).exists()
