"""Elk voorbeeld in docs/analist.md doet wat er staat, op een wereld met acht kinderen."""

from __future__ import annotations

import doctest
from datetime import date
from pathlib import Path

import pytest

from paraplu.monitor import Periode
from paraplu.monitor.notitieboek import als_html, als_tabel
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.uitkomst import Rij, Uitkomst
from paraplu.monitor.verbergen import KLEIN
from paraplu.monitor.waarden import indicator
from tests.monitor.post import Post

PAGINA = Path(__file__).resolve().parents[2] / "docs" / "analist.md"
LATER = date(2023, 9, 1)
BEGIN = {"begindatum": date(2023, 2, 1)}


def begin(post: Post, nummer: int, **start) -> dict:
    """A child with an allocation and a start."""
    post.toewijzing(nummer, kind=f"kind{nummer}")
    return post.start(nummer, kind=f"kind{nummer}", **BEGIN, **start)


@pytest.fixture
def acht_kinderen(tmp_path, monkeypatch) -> None:
    """What the page says: six starts by June; one more, one withdrawn and one refused later."""
    post = Post()
    begin(post, 1, op=LATER)
    for nummer in range(2, 8):
        bericht = begin(post, nummer)
    post.toewijzing(8, kind="kind8")
    post.start(2, kind="kind2", **BEGIN, status_aanlevering="3", op=LATER)
    post.antwoord(bericht, retourcodes="0001", op=LATER)
    post.stop(4, kind="kind4", **BEGIN, op=LATER)
    opslag = Opslag(tmp_path / "var" / "tabellen")
    opslag.maak()
    post.bewaar(opslag)
    monkeypatch.chdir(tmp_path)


def test_de_voorbeelden_van_de_analist_kloppen(acht_kinderen):
    uitslag = doctest.testfile(str(PAGINA), module_relative=False, encoding="utf-8")

    assert uitslag.attempted > 20
    assert uitslag.failed == 0


@pytest.fixture
def uitkomst() -> Uitkomst:
    """One gemeente in full and one hidden."""
    v2a = indicator("V2a")
    waarden = {"instroom": 3, "kinderen": 2, "overdracht_in": 0}
    return Uitkomst(
        v2a,
        "letterlijk",
        Periode.jaar(2023),
        "gemeente",
        {"regio": "CG"},
        [Rij("0202", "Arn<hem", waarden), Rij("0228", "Ede", dict.fromkeys(waarden, KLEIN))],
    )


def test_een_tabel_zegt_wat_verborgen_is(uitkomst):
    arnhem, ede = als_tabel(uitkomst).to_pylist()

    assert (arnhem["instroom"], arnhem["verborgen"]) == (3, None)
    assert ede["instroom"] is None
    assert ede["verborgen"].startswith(f"instroom: {KLEIN.reden}; kinderen")
    assert uitkomst.als_tabel().schema.metadata[b"variant"] == b"letterlijk"


def test_een_notitieboek_toont_een_tabel_zonder_opmaak_van_buiten(uitkomst):
    html = uitkomst._repr_html_()

    assert html == als_html(uitkomst)
    assert "<th scope='row'>Arn&lt;hem</th><td>3</td>" in html
    assert html.count("verborgen</em>") == 3
    assert "lezing letterlijk, regio CG" in html
