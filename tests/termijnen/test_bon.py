"""The receipt as it goes into a page, a letter or a PDF."""

from __future__ import annotations

from datetime import date

from paraplu.termijnen import Duur, Opschorting, Termijngrond, bereken, kalender, make_bon

GROND = Termijngrond(
    sleutel="OP274",
    tekst="De gemeente beslist binnen 3 werkdagen.",
    bron="iJw 3.2, OP274",
    duur=Duur(3, "werkdagen"),
    kalender=kalender(),
    vereisten=("een vereiste",),
)
STIL = Opschorting(date(2026, 4, 8), date(2026, 4, 13), "wacht op stukken")


def test_de_brief_noemt_de_datum_de_regel_de_kalender_en_elke_dag():
    termijn = bereken(GROND.duur, date(2026, 4, 2), opschortingen=[STIL])
    assert make_bon(termijn, GROND).als_tekst().splitlines() == [
        "Uiterlijk woensdag 15 april 2026: 3 werkdagen na donderdag 2 april 2026.",
        "Regel OP274: De gemeente beslist binnen 3 werkdagen (iJw 3.2, OP274, een vereiste).",
        "Geen werkdag: weekend, feestdagen en dagen die daarmee gelijk zijn gesteld "
        "(Algemene termijnenwet, artikel 3).",
        "Opgeschort vanaf 8 april 2026 tot en met 13 april 2026: wacht op stukken.",
        "",
        "  donderdag 2 april 2026                                  telt niet  op deze dag begint het; die telt niet mee",
        "  vrijdag 3 april 2026                                    telt niet  Goede Vrijdag",
        "  zaterdag 4 april 2026                                   telt niet  zaterdag",
        "  zondag 5 april 2026                                     telt niet  zondag",
        "  maandag 6 april 2026                                    telt niet  tweede paasdag",
        "  dinsdag 7 april 2026                                    dag 1      werkdag",
        "  woensdag 8 april 2026 tot en met maandag 13 april 2026  telt niet  opgeschort: wacht op stukken",
        "  dinsdag 14 april 2026                                   dag 2      werkdag",
        "  woensdag 15 april 2026                                  dag 3      werkdag",
    ]


def test_dagen_die_allemaal_tellen_staan_in_een_regel():
    bon = make_bon(bereken(Duur(2, "weken"), date(2026, 3, 21), verlengt=True))
    assert [(regel.dag, regel.stand, regel.reden) for regel in bon.regels[1:3]] == [
        (
            "zondag 22 maart 2026 tot en met zaterdag 4 april 2026",
            "dag 14",
            "elke dag telt, ook in een weekend of op een feestdag",
        ),
        ("zondag 5 april 2026", "telt niet", "zondag"),
    ]
    assert "Wettelijke termijn" in bon.zinnen[1]


def test_de_regels_van_de_bon_zijn_samen_alle_dagen():
    termijn = bereken(Duur(2, "weken"), date(2026, 4, 2), opschortingen=[STIL])
    regels = make_bon(termijn).regels
    assert sum((regel.tot - regel.van).days + 1 for regel in regels) == len(termijn.dagen)
    assert max(regel.nummer or 0 for regel in regels) == 14


def test_een_termijn_die_stilstaat_zegt_dat_boven_de_bon():
    open_ = Opschorting(date(2026, 4, 8), None, "wacht op stukken")
    bon = make_bon(bereken(Duur(3, "werkdagen"), date(2026, 4, 2), opschortingen=[open_]))
    assert bon.kop == (
        "De termijn van 3 werkdagen na donderdag 2 april 2026 staat stil. "
        "Er is nog geen uiterste datum."
    )
    assert "Opgeschort vanaf 8 april 2026 zonder einddatum: wacht op stukken." in bon.zinnen


def test_een_opschorting_buiten_de_termijn_staat_er_niet_bij():
    buiten = [
        Opschorting(date(2026, 3, 1), date(2026, 4, 2), "ervoor"),
        Opschorting(date(2026, 4, 10), None, "erna"),
    ]
    zinnen = make_bon(bereken(Duur(3, "werkdagen"), date(2026, 4, 2), opschortingen=buiten)).zinnen
    assert not any("Opgeschort" in zin for zin in zinnen)


def test_ver_vooruit_zegt_de_bon_dat_er_nog_vrije_dagen_bij_kunnen_komen():
    laatste = kalender().laatste_besluit
    ver, dichtbij = date(laatste + 1, 5, 1), date(laatste, 5, 1)
    waarschuwing = f"Voor de jaren na {laatste} is nog geen besluit"
    duur = Duur(3, "werkdagen")
    assert make_bon(bereken(duur, ver)).zinnen[-1].startswith(waarschuwing)
    assert not make_bon(bereken(duur, dichtbij)).zinnen[-1].startswith(waarschuwing)
    assert not make_bon(bereken(duur, ver, kalender("weekend"))).zinnen[-1].startswith("Voor")
