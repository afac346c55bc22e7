"""Welke berichten gelden: bekend op een dag, één inhoud per bericht, niet afgekeurd (P48, P49)."""

from __future__ import annotations

from datetime import date

EERDER, LATER = date(2023, 2, 1), date(2023, 3, 1)


def sleutels(afgeleid: dict, naam: str = "toewijzingen") -> list[str]:
    return sorted(rij["sleutel"] for rij in afgeleid[naam])


def test_een_bericht_telt_vanaf_de_dag_van_zijn_eerste_levering(post):
    bericht = post.toewijzing(op=LATER)
    post.lever(bericht, op=EERDER)

    assert sleutels(post.derive(op=date(2023, 1, 31))) == []
    assert sleutels(post.derive(op=EERDER)) == ["T|0200|1"]


def test_een_regel_zonder_bericht_of_van_een_andere_batch_telt_niet(post):
    bericht = post.toewijzing()
    post.regel("toewijzing", {**bericht, "bericht": "wees"}, toewijzing_nummer=2)
    post.regel("toewijzing", {**bericht, "batch": "half"}, toewijzing_nummer=3)

    assert sleutels(post.derive()) == ["T|0200|1"]


def test_een_bericht_zonder_levering_telt_niet(post):
    post.toewijzing()
    post.tabellen["aanlevering"].clear()

    assert sleutels(post.derive()) == []


def test_van_twee_inhouden_met_dezelfde_identiteit_blijft_de_eerst_bekende(post):
    laat = post.toewijzing(1, op=LATER)
    vroeg = post.toewijzing(2, op=EERDER)
    laat["sleutel"] = vroeg["sleutel"] = "zelfde"

    assert sleutels(post.derive()) == ["T|0200|2"]


def test_0001_in_het_antwoord_keurt_het_hele_bericht_af_vanaf_dat_het_bekend_is(post):
    bericht = post.toewijzing(op=EERDER)
    post.antwoord(bericht, op=LATER, retourcodes="0001")

    assert sleutels(post.derive(op=EERDER)) == ["T|0200|1"]
    assert sleutels(post.derive(op=LATER)) == []


def test_een_andere_code_dan_0200_bij_de_client_keurt_het_hele_bericht_af(post):
    goed, fout = post.toewijzing(1), post.toewijzing(2)
    post.antwoord(goed, retourcodes="0200", retourcodes_klasse="0200")
    post.antwoord(fout, retourcodes="0200", retourcodes_klasse="0200 8187")

    assert sleutels(post.derive()) == ["T|0200|1"]


def test_een_code_bij_een_regel_keurt_alleen_die_regel_af(post):
    bericht = post.toewijzing(1)
    gelijk = {
        "productcategorie": "48",
        "productcode": "48A01",
        "toewijzingsdatum": date(2023, 1, 1),
        "toewijzingstijd": "09:00:00",
    }
    post.regel("toewijzing", bericht, toewijzing_nummer=2, ingangsdatum=date(2023, 1, 1), **gelijk)
    antwoord = post.antwoord(bericht, retourcodes="0200")
    post.regel("retour", antwoord, toewijzing_nummer=1, retourcodes="9069", **gelijk)
    post.regel("retour", antwoord, toewijzing_nummer=2, retourcodes="0200", **gelijk)

    assert sleutels(post.derive()) == ["T|0200|2"]


def test_het_antwoord_van_een_ander_keurt_niets_af(post):
    bericht = post.toewijzing()
    post.antwoord(bericht, aanbieder="70000009", retourcodes="0001")
    post.antwoord(bericht, dagtekening=LATER, retourcodes="0001")
    post.antwoord({**bericht, "soort": "JW305"}, retourcodes="0001")

    assert sleutels(post.derive()) == ["T|0200|1"]


def test_een_afgekeurde_start_is_geen_start(post):
    post.toewijzing()
    start = post.start()
    antwoord = post.antwoord(start, retourcodes="0200")
    post.regel(
        "retour",
        antwoord,
        toewijzing_nummer=1,
        productcategorie="48",
        productcode="48A01",
        begindatum=date(2023, 1, 1),
        status_aanlevering="1",
        retourcodes="9019",
    )

    assert post.derive()["zorgperioden"] == []
