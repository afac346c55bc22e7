"""Wanneer een regel is toegekend (P52)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.monitor.post import Post


def declareer(post: Post, soort: str = "JW323", *, bedrag: int = 1000, **velden: object) -> None:
    post.toewijzing()
    bericht = post.bericht(soort, declaratie_nummer="D1")
    post.regel(
        "declaratie",
        bericht,
        declaratie_nummer="D1",
        **{
            "toewijzing_nummer": 1,
            "referentie": "r1",
            "productcategorie": "48",
            "productcode": "48A01",
            "begindatum": date(2023, 5, 1),
            "einddatum": date(2023, 5, 31),
            "bedrag": bedrag,
            "credit": bedrag < 0,
            **velden,
        },
    )


def antwoord(post: Post, soort: str = "JW325", **velden: object) -> dict:
    return post.bericht(soort, **{"declaratie_nummer": "D1", "retourcodes": "0200", **velden})


def oordeel(post: Post, **op: date) -> tuple[str, int]:
    (regel,) = post.derive(**op)["declaratieregels"]
    return regel["oordeel"], regel["toegekend"]


def test_zonder_antwoord_is_een_regel_nog_niet_beantwoord(post):
    declareer(post)
    antwoord(post, declaratie_nummer="D2", retourcodes_klasse="8001")

    assert oordeel(post) == ("nog niet beantwoord", 0)


def test_8001_kent_alles_toe_vanaf_de_dag_dat_het_bekend_is(post):
    declareer(post)
    antwoord(post, retourcodes_klasse="8001", op=date(2023, 7, 1))

    assert oordeel(post, op=date(2023, 6, 30)) == ("nog niet beantwoord", 0)
    assert oordeel(post, op=date(2023, 7, 1)) == ("toegekend", 1000)


@pytest.mark.parametrize(
    ("genoemd", "uitkomst"), [("r1", ("afgewezen", 0)), ("r2", ("toegekend", 1000))]
)
def test_0200_kent_toe_wat_niet_in_het_antwoord_staat(post, genoemd, uitkomst):
    declareer(post)
    antwoordbericht = antwoord(post, retourcodes_klasse="0200")
    post.regel("declaratieantwoord", antwoordbericht, referentie=genoemd, retourcodes="8021")

    assert oordeel(post) == uitkomst


@pytest.mark.parametrize("codes", [{"retourcodes": "0001"}, {"retourcodes_klasse": "9333"}])
def test_0001_of_een_andere_code_op_de_declaratie_wijst_alles_af(post, codes):
    declareer(post)
    antwoord(post, **codes)

    assert oordeel(post) == ("afgewezen", 0)


def test_een_toegekende_creditregel_gaat_eraf(post):
    declareer(post, bedrag=-1000)
    antwoord(post, retourcodes_klasse="8001")

    assert oordeel(post) == ("toegekend", -1000)


def test_van_een_303_geldt_het_toegekende_bedrag_van_de_regel(post):
    declareer(post, "JW303")
    antwoordbericht = antwoord(post, "JW304")
    post.regel("declaratieantwoord", antwoordbericht, referentie="r1", toegekend=750)

    assert oordeel(post) == ("toegekend", 750)


def test_een_regel_van_een_303_die_niet_in_de_304_staat_is_een_eigen_reden(post):
    declareer(post, "JW303")
    antwoord(post, "JW304")

    assert oordeel(post) == ("niet in het antwoord", 0)


def test_een_325_zegt_niets_over_een_303(post):
    declareer(post, "JW303")
    antwoord(post, "JW325", retourcodes_klasse="8001")

    assert oordeel(post) == ("nog niet beantwoord", 0)


def test_zonder_toewijzing_is_de_ingangsdatum_het_begin_van_de_regel(post):
    declareer(post, toewijzing_nummer=99)

    (regel,) = post.derive()["declaratieregels"]

    assert (regel["ingangsdatum"], regel["heeft_toewijzing"]) == (date(2023, 5, 1), False)


def test_een_oude_regel_hoort_bij_de_laatste_toewijzing_van_de_beschikking_die_dan_al_loopt(post):
    for ingang in (date(2023, 1, 1), date(2023, 5, 1), date(2023, 5, 2)):
        post.toewijzing(None, beschikking_nummer=7, ingangsdatum=ingang)
    declareer(post, "JW303", toewijzing_nummer=None, beschikking_nummer=7)

    (regel,) = post.derive()["declaratieregels"]

    assert regel["sleutel"] == "B|0200|7|48|48A01|2023-05-01"
