"""Figures over the tables: rules in tables, a plain second reading, the receipt and what is hidden."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.casussen.cijfers.tellen import LEEG, TE_KLEIN, Blik, list_rijen
from paraplu.casussen.cijfers.woorden import list_afgevallen
from paraplu.tafel.cijfers.gang import Belofte, Gang, Gehouden, Moment, Verzoek
from paraplu.tafel.cijfers.lezen import read_gangen
from paraplu.tafel.cijfers.metingen import METING_VAN, METINGEN, make_tabellen
from paraplu.tafel.cijfers.opdrachten import register, show_cijfers
from paraplu.tafel.cijfers.woorden import namen
from tests.inzage.uitvoer.lezen import lees_regels
from tests.tafel.na import bij_de_raad, verstuurd

OP = date(2026, 12, 31)


def d(maand, dag):
    return date(2026, maand, dag)


def gang(casus=1, **velden):
    vanaf = velden.setdefault("ontvangen_op", d(3, 2))
    velden.setdefault("uiterlijk", vanaf + timedelta(days=14) if vanaf else None)
    velden.setdefault("soort", "vijf_voor_twaalf")
    return Gang(casus=casus, regio="FV", tafel="JBT-FV", **velden)


def rijen(meting, *gangen, op=OP):
    return list_rijen(METING_VAN[meting], gangen, jaar=2026, op=op)


NEGEN_MAART = d(3, 9)


def gesprek(dag=NEGEN_MAART, **velden):
    return Gehouden(dag=dag, **velden)


#: The case → day, days, in time or not, why it does not count (R77).
WACHTTIJD = [
    (gang(gesprekken=(gesprek(d(3, 9)),)), (d(3, 9), 7, True, "")),
    (gang(gesprekken=(gesprek(d(3, 16)),)), (d(3, 16), 14, True, "")),
    (gang(gesprekken=(gesprek(d(3, 17)),)), (d(3, 17), 15, False, "")),
    (gang(gesprekken=(gesprek(d(5, 4)), gesprek(d(3, 9)))), (d(3, 9), 7, True, "")),
    (gang(), (d(3, 16), None, False, "")),
    (gang(ontvangen_op=d(12, 20)), (d(12, 20), None, None, "loopt")),
    (
        gang(afgesloten_op=d(3, 5), afloop="ingetrokken"),
        (d(3, 5), None, None, "ingetrokken"),
    ),
    (
        gang(afgesloten_op=d(3, 5), afloop="andere_tafel"),
        (d(3, 5), None, None, "andere_tafel"),
    ),
]


@pytest.mark.parametrize(("een", "verwacht"), WACHTTIJD)
def test_van_aanmelding_tot_gesprek(een, verwacht):
    """R77: who still waits after two weeks counts on the last day, as too late."""
    [rij] = rijen("wachttijd", een)
    assert (rij.dag, rij.waarde, rij.ja, rij.afgevallen) == verwacht


def test_zonder_ontvangen_verzoek_telt_er_niets():
    assert rijen("wachttijd", gang(ontvangen_op=None, gesprekken=(gesprek(),))) == []


#: What happened → part, yes or no, why it does not count.
TABEL = [
    ("soort", gang(gesprekken=(gesprek(),)), [("vijf_voor_twaalf", None, "")]),
    (
        "uitkomst",
        gang(gesprekken=(gesprek(uitkomst="vrijwillig"), gesprek(uitkomst="onderzoek"))),
        [("vrijwillig", True, ""), ("onderzoek", False, "")],
    ),
    (
        "uitkomst",
        gang(gesprekken=(gesprek(uitkomst="met_onderzoek"), gesprek(uitkomst="niet_vrijblijvend"))),
        [("met_onderzoek", False, ""), ("niet_vrijblijvend", True, "")],
    ),
    ("uitkomst", gang(gesprekken=(gesprek(toets="eindigen"),)), [("", None, "toetsing")]),
    (
        "toetsing",
        gang(gesprekken=(gesprek(toets="doorgaan"), gesprek(toets="onder_voorwaarden"))),
        [("doorgaan", False, ""), ("onder_voorwaarden", True, "")],
    ),
    (
        "samen",
        gang(gesprekken=(gesprek(samen=True), gesprek(samen=False), gesprek())),
        [("", True, ""), ("", False, "")],
    ),
    (
        "advies",
        gang(gesprekken=(gesprek(uitkomst="onderzoek", advies="onderzoek", volgt_advies=True),
                         gesprek(uitkomst="vrijwillig"), gesprek(advies="onderzoek"))),
        [("onderzoek", True, ""), ("", None, "geen_advies"), ("", None, "toetsing")],
    ),
    (
        "te_gast",
        gang(gesprekken=(gesprek(te_gast=True), gesprek())),
        [("", True, ""), ("", False, "")],
    ),
    (
        "evaluatie",
        gang(momenten=(Moment(op=d(5, 1), gehouden_op=d(5, 4), doorbraak=True, vervolg="klaar"),
                       Moment(op=d(6, 1)), Moment(op=d(7, 1), vervallen=True))),
        [("klaar", True, ""), ("", None, "niet_gehouden"), ("", None, "vervallen")],
    ),
    (
        "vto",
        gang(verzoeken=(Verzoek(op=d(4, 1), besloten_op=d(4, 20), onderzoek=True),
                        Verzoek(op=d(5, 1)))),
        [("", True, ""), ("", None, "")],
    ),
    (
        "afspraken",
        gang(beloften=(Belofte(uiterlijk=d(4, 1), gemeld_op=d(4, 2), gedaan=True, soort="hulp"),
                       Belofte(uiterlijk=d(4, 3)))),
        [("hulp", True, ""), ("", None, "niet_gemeld")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("meting", "een", "verwacht"), TABEL)
def test_wat_telt_en_wat_niet(meting, een, verwacht):
    """R53, R60, R72, R74, R78, R264, R265, R270."""
    assert [(r.deel, r.ja, r.afgevallen) for r in rijen(meting, een)] == verwacht


def test_wat_na_de_dag_van_vandaag_gebeurde_is_nog_niet_bekend():
    een = gang(
        gesprekken=(gesprek(d(3, 9), uitkomst="vrijwillig"),),
        verzoeken=(Verzoek(op=d(3, 10), besloten_op=d(4, 1), onderzoek=True),),
    )
    assert rijen("uitkomst", een, op=d(3, 8)) == []
    assert [r.afgevallen for r in rijen("wachttijd", een, op=d(3, 8))] == ["loopt"]
    [vto] = rijen("vto", een, op=d(3, 20))
    assert (vto.waarde, vto.ja) == (None, None)
    [vto] = rijen("vto", een)
    assert (vto.waarde, vto.ja) == (22, True)


DAGEN = st.integers(0, 330).map(lambda n: date(2026, 1, 1) + timedelta(days=n))


@st.composite
def gangen(draw):
    """Cases as they could go."""
    uit = []
    for nummer in range(draw(st.integers(0, 12))):
        vanaf = draw(DAGEN)
        dagen = draw(st.lists(st.integers(0, 40), max_size=2))
        uitkomst = draw(st.sampled_from(
            ["", "vrijwillig", "niet_vrijblijvend", "met_onderzoek", "onderzoek"]
        ))  # fmt: skip
        dicht = draw(st.booleans()) and not dagen
        uit.append(
            gang(
                nummer,
                ontvangen_op=vanaf,
                soort=draw(st.sampled_from(["kwart_voor_twaalf", "vijf_voor_twaalf"])),
                afgesloten_op=vanaf + timedelta(days=3) if dicht else None,
                afloop="ingetrokken" if dicht else "",
                gesprekken=tuple(
                    gesprek(vanaf + timedelta(days=n), uitkomst=uitkomst) for n in dagen
                ),
            )
        )
    return uit


@settings(max_examples=25, deadline=None)
@given(alle=gangen())
def test_een_tweede_lezing_telt_hetzelfde(alle):
    """Written from the definition, without the rows: waiting time and share without investigation."""
    tabellen = make_tabellen(alle, jaar=2026, op=OP)
    wacht, binnen, zonder, met = [], [], 0, 0
    for een in alle:
        dagen = [g.dag for g in een.gesprekken if g.dag <= OP]
        if dagen:
            if min(dagen).year == 2026:
                wacht.append((min(dagen) - een.ontvangen_op).days)
                binnen.append(wacht[-1] <= 14)
        elif een.afgesloten_op is None and een.uiterlijk < OP:
            binnen.append(False)
        for g in een.gesprekken:
            if g.uitkomst and g.dag <= OP:
                zonder += g.uitkomst in {"vrijwillig", "niet_vrijblijvend"}
                met += g.uitkomst in {"met_onderzoek", "onderzoek"}
    cijfer = tabellen["wachttijd"].cijfer(Blik())
    if not binnen:
        assert cijfer == LEEG
    elif len(binnen) < 5:
        assert cijfer == TE_KLEIN
    else:
        assert cijfer.aantal == len(binnen)
        assert cijfer.aandeel == sum(binnen) / len(binnen)
        assert cijfer.mediaan == (median(wacht) if wacht else None)
    lijst = tabellen["uitkomst"].list_rijen(Blik())
    assert (sum(r.ja for r in lijst), len(lijst)) == (zonder, zonder + met)


@settings(max_examples=15, deadline=None)
@given(alle=gangen())
def test_elk_geval_staat_op_de_bon_geteld_of_afgevallen(alle):
    """The receipt: nothing that was looked at disappears, and only known reasons are given."""
    for tabel in make_tabellen(alle, jaar=2026, op=OP).values():
        ruw = list_rijen(tabel.meting, alle, jaar=2026, op=OP)
        weg = tabel.afgevallen.list_rijen(Blik()) if tabel.afgevallen else []
        assert len(tabel.list_rijen(Blik())) + len(weg) == len(ruw)
        assert {rij.afgevallen for rij in weg} <= set(dict(tabel.meting.redenen))


def test_kleine_aantallen_zijn_verborgen_ook_op_de_bon():
    alle = [gang(n, gesprekken=(gesprek(),)) for n in range(4)] + [gang(9, ontvangen_op=d(12, 20))]
    tabel = make_tabellen(alle, jaar=2026, op=OP)["wachttijd"]
    assert tabel.cijfer(Blik()) == TE_KLEIN
    assert "verborgen" in list_afgevallen(tabel, Blik())[0][1]


def test_elke_meting_noemt_haar_definitie_vereisten_en_delen():
    for meting in METINGEN:
        assert meting.uitleg
        assert meting.vereisten
    assert namen("uitkomst", "vrijwillig") < namen("uitkomst", "onderzoek")
    assert namen("soort", "kwart_voor_twaalf")[1].startswith("Kwart voor twaalf")


def test_uit_de_database_komt_wat_er_gebeurde(t):
    vrijwillig, raad = verstuurd(t), bij_de_raad(t)
    per_casus = {een.casus: een for een in read_gangen(2026)}
    een = per_casus[vrijwillig.pk]
    assert (een.tafel, een.regio, een.soort) == ("JBT-FV", "FV", "vijf_voor_twaalf")
    assert [(g.uitkomst, g.samen, g.te_gast) for g in een.gesprekken] == [
        ("vrijwillig", True, False)
    ]
    assert een.uiterlijk == date(2026, 1, 19)
    assert [v.op for v in per_casus[raad.pk].verzoeken] == [date(2026, 1, 16)]
    assert len(een.beloften) == 1


def test_de_bladzijden_het_blad_en_de_opdracht_zeggen_hetzelfde(t, capsys):
    verstuurd(t)
    client = t.client("voorzitter")
    pagina = client.get("/cijfers/tafels/?jaar=2026").content.decode()
    blad = str(lees_regels(client.get("/cijfers/tafels/blad/?jaar=2026")))
    lijst = client.get("/cijfers/tafels/wachttijd/?jaar=2026").content.decode()
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    assert show_cijfers(parser.parse_args(["tafelcijfers", "--jaar", "2026"])) == 0
    gedrukt = capsys.readouterr().out
    for tekst in (pagina, blad, gedrukt):
        assert "minder dan 5 casussen" in tekst
        assert "Testgezin" not in tekst
    assert "Van de dag waarop het verzoek" in lijst
    assert "R77" in pagina
    assert show_cijfers(parser.parse_args(["tafelcijfers", "--regio", "XX"])) == 2
    assert t.client("lokaal_team").get("/cijfers/tafels/").status_code == 403
