"""Welke versie van een toewijzing geldt, en wat haar kenmerkt (P47, P49)."""

from __future__ import annotations

from datetime import date


def een(post) -> dict:
    (rij,) = post.derive()["toewijzingen"]
    return rij


def test_de_hoogste_toewijzingsdatum_en_tijd_wint(post):
    post.toewijzing(
        toewijzingsdatum=date(2023, 5, 1), toewijzingstijd="10:00:00", einddatum=date(2023, 9, 1)
    )
    post.toewijzing(
        toewijzingsdatum=date(2023, 5, 1), toewijzingstijd="09:59:59", einddatum=date(2023, 8, 1)
    )
    post.toewijzing(
        toewijzingsdatum=date(2023, 4, 30), toewijzingstijd="23:00:00", einddatum=date(2023, 7, 1)
    )

    rij = een(post)

    assert rij["einddatum"] == date(2023, 9, 1)
    assert rij["eerste_toewijzingsdatum"] == date(2023, 4, 30)
    assert rij["versies"] == 3


def test_bij_gelijke_tijd_wint_de_laatste_dagtekening_en_dan_het_hoogste_bericht(post):
    post.toewijzing(dagtekening=date(2023, 5, 2), volume=1)
    post.toewijzing(dagtekening=date(2023, 5, 1), volume=2)
    assert een(post)["volume"] == 1

    post.toewijzing(dagtekening=date(2023, 5, 2), volume=3)
    assert een(post)["volume"] == 3


def test_een_verwijderde_toewijzing_heeft_nooit_bestaan_en_haar_start_ook_niet(post):
    post.toewijzing()
    post.start()
    post.toewijzing(toewijzingsdatum=date(2023, 2, 1), reden_wijziging="13")

    afgeleid = post.derive()

    assert afgeleid["toewijzingen"] == []
    assert afgeleid["zorgperioden"] == []


def test_een_latere_versie_maakt_een_verwijdering_ongedaan(post):
    post.toewijzing(toewijzingsdatum=date(2023, 2, 1), reden_wijziging="13")
    post.toewijzing(toewijzingsdatum=date(2023, 2, 2))

    assert een(post)["toewijzingsdatum"] == date(2023, 2, 2)


def test_nummers_zijn_uniek_per_gemeente(post):
    post.toewijzing(1)
    post.tabellen["toewijzing"][0]["gemeente"] = "0202"
    post.toewijzing(1)

    assert sorted(rij["sleutel"] for rij in post.derive()["toewijzingen"]) == [
        "T|0200|1",
        "T|0202|1",
    ]


def test_zonder_nummer_geldt_de_beschikking_met_product_en_ingangsdatum(post):
    post.toewijzing(None, beschikking_nummer=7, release="2.3")
    post.toewijzing(None, beschikking_nummer=7, release="2.3", ingangsdatum=date(2023, 1, 2))

    assert sorted(rij["sleutel"] for rij in post.derive()["toewijzingen"]) == [
        "B|0200|7|48|48A01|2023-01-01",
        "B|0200|7|48|48A01|2023-01-02",
    ]


def test_de_verwijzer_komt_uit_het_verzoek_met_dezelfde_referentie(post):
    post.toewijzing(1, referentie_aanbieder="R1")
    post.toewijzing(2, referentie_aanbieder="R2")
    verzoek = post.bericht("JW315")
    post.regel("verzoek", verzoek, referentie_aanbieder="R1", verwijzer_type="04", soort="nieuw")

    types = {rij["sleutel"]: rij["verwijzer_type"] for rij in post.derive()["toewijzingen"]}

    assert types == {"T|0200|1": "04", "T|0200|2": None}


def test_een_toewijzing_kent_haar_soort_en_tussentaal(post):
    post.toewijzing(1, productcode="48A03")
    post.toewijzing(2, productcategorie="46", productcode=None)
    post.toewijzing(3, productcategorie=None, productcode=None)

    feiten = {
        rij["sleutel"][-1]: (
            rij["groep"],
            rij["tussentaal"],
            rij["is_maatregel"],
            rij["is_jeugdhulp"],
        )
        for rij in post.derive()["toewijzingen"]
    }

    assert feiten == {
        "1": ("voogdij", None, True, False),
        "2": (None, 4, False, True),
        "3": (None, None, False, True),
    }
