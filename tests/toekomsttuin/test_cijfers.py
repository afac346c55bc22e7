"""The figures of a garden, against a second reading; few stays hidden on every way out."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.casussen.cijfers.tellen import Blik, Cijfer, Verborgen
from paraplu.toekomsttuin.actions import huishoudens
from paraplu.toekomsttuin.cijfers.metingen import VERPLICHT, VRIJWILLIG
from paraplu.toekomsttuin.cijfers.tabellen import Daling, make_tabellen
from paraplu.toekomsttuin.cijfers.verloop import Gebeurd, Verloop, read_verlopen
from paraplu.toekomsttuin.lezen.organisaties import Drukte
from paraplu.toekomsttuin.models import Huishouden
from paraplu.toekomsttuin.opdrachten import register, show
from tests.casussen.bouwen import BEGIN
from tests.inzage.uitvoer.lezen import lees_regels
from tests.toekomsttuin.bouwen import VANDAAG

OP = date(2026, 12, 31)
REDENEN = Huishouden.Uitstroom.values


def verloop(
    nummer: int, tuin: int, dag: int, via: str, weg: int | None, reden: str, hulp: bool
) -> Verloop:
    begin = date(2026, 1, 1) + timedelta(days=dag)
    einde = None if weg is None else min(begin + timedelta(days=weg), OP)
    return Verloop(
        huishouden=nummer,
        tuin=f"T{tuin}",
        regio="FV" if tuin < 2 else "CG",
        soort="kinderen",
        instroom_op=begin,
        via=via,
        uitstroom_op=einde,
        reden=reden if einde else "",
        wisselingen=nummer % 2,
        drukte=Drukte(2, 0, 3, 1),
        gesprekken=1,
        kinderen=(hulp,),
        volwassen_probleem=None if nummer % 3 == 0 else hulp,
        volgmomenten=(),
    )


VERLOPEN = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.integers(0, 364),
        st.sampled_from(["veilig_thuis", "lokaal_team"]),
        st.none() | st.integers(0, 300),
        st.sampled_from(REDENEN),
        st.booleans(),
    ),
    max_size=40,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(VERLOPEN)
def test_in_en_uit_tegen_een_tweede_telling_en_wat_weinig_is_blijft_verborgen(rijen):
    """R53, R226, R259: per garden what came in, what went out and how; and never fewer than five."""
    alle = [verloop(nummer, *rij) for nummer, rij in enumerate(rijen)]
    tabellen = make_tabellen(alle, [], jaar=2026, op=OP)
    for tuin in ("T1", "T2", "T3"):
        eigen = [v for v in alle if v.tuin == tuin]
        weg = [v for v in eigen if v.uitstroom_op]
        blik = Blik(partij=tuin)
        verwacht = {
            "instroom": Counter(v.via for v in eigen),
            "uitstroom": Counter(v.reden for v in weg),
        }
        for sleutel, delen in verwacht.items():
            for deel, aantal in delen.items():
                cijfer = tabellen[sleutel].cijfer(blik, deel)
                assert isinstance(cijfer, Verborgen) or (cijfer.aantal == aantal >= 5)
        uit = tabellen["uitstroom"].cijfer(blik)
        if isinstance(uit, Cijfer) and uit.aantal:
            oordelen = [v.reden in VRIJWILLIG for v in weg if v.reden in VRIJWILLIG | VERPLICHT]
            assert uit.aandeel == (sum(oordelen) / len(oordelen) if oordelen else None)
        kinderen = tabellen["kinderen"].cijfer(blik)
        if isinstance(kinderen, Cijfer) and eigen:
            assert kinderen.aandeel == sum(v.kinderen[0] for v in eigen) / len(eigen)


def test_duur_en_gesprekken_staan_er_zonder_grens():
    """R256: shown, and nothing says that it took too long or that there were too many talks."""
    alle = [verloop(n, 1, 0, "veilig_thuis", 100 + n, "veilig", hulp=True) for n in range(5)]
    tabellen = make_tabellen(alle, [], jaar=2026, op=OP)
    duur = tabellen["duur"].cijfer(Blik(partij="T1"))
    gesprekken = tabellen["gesprekken"].cijfer(Blik(partij="T1"))
    assert (duur.aantal, duur.mediaan, duur.aandeel) == (5, 102, None)
    assert (gesprekken.mediaan, gesprekken.aandeel) == (1, None)


@pytest.mark.parametrize(
    ("nu", "toen", "gehaald"),
    [
        (95, 100, True),
        (96, 100, False),
        (0, 5, True),
        (None, 100, None),
        (9, None, None),
        (5, 0, None),
    ],
)
def test_vijf_procent_minder_maatregelen_is_gehaald_of_nog_niet(nu, toen, gehaald):
    """R54; what is hidden cannot be told apart."""
    daling = Daling(nu, toen)
    assert daling.gehaald is gehaald
    assert ("nog niet te zeggen" in daling.zin) == (gehaald is None)


def test_verzoeken_en_maatregelen_tellen_in_de_gemeenten_van_de_tuin():
    """R53, R54: requests to the table with the share that went on to the Raad, and measures."""
    gebeurd = [
        Gebeurd(
            soort="tafel", nummer=n, tuin="T1", regio="FV", dag=date(2026, 3, 1),
            naar_raad=n < 2,
        )
        for n in range(8)
    ] + [
        Gebeurd(soort="maatregel", nummer=n, tuin="T1", regio="FV", dag=date(2026, 3, 1))
        for n in range(5)
    ]  # fmt: skip
    tabellen = make_tabellen([], gebeurd, jaar=2026, op=OP)
    verzoeken = tabellen["verzoeken"].cijfer(Blik(partij="T1"))
    assert (verzoeken.aantal, verzoeken.aandeel) == (8, 0.25)
    assert tabellen["maatregelen"].cijfer(Blik(partij="T1")).aantal == 5


@pytest.mark.django_db
class TestOpDePagina:
    """From rows to page, sheet and receipt."""

    def _vul(self, w, aantal: int, vanaf: int = 0) -> list[Huishouden]:
        dag = date(VANDAAG.year, 1, 1)
        return [
            w.huishouden(on=dag, instroom_via="veilig_thuis" if n + vanaf < 5 else "lokaal_team")
            for n in range(aantal)
        ]

    def test_onder_de_vijf_is_elk_cijfer_verborgen_ook_in_het_blad(self, w):
        self._vul(w, 4)
        adres = f"/tuinen/{w.tuin.pk}/cijfers/"
        for wie in ("raad", "wethouder"):
            tekst = w.als(wie).get(adres).content.decode()
            assert "Verborgen: dit gaat over te weinig huishoudens." in tekst
            assert "4 huishoudens" not in tekst
        blad = lees_regels(w.als("wethouder").get(f"{adres}blad/"))
        [regel] = [r for r in blad if (r["meting"], r["deel"]) == ("Instroom", "alles samen")]
        assert regel["aantal"] == ""
        assert "verborgen" in regel["opmerking"]

    def test_vanaf_vijf_staat_het_er_met_een_bon_en_een_deel_blijft_verborgen(self, w):
        self._vul(w, 6)
        adres = f"/tuinen/{w.tuin.pk}/cijfers/instroom/"
        bestuur = w.als("wethouder").get(adres).content.decode()
        assert "6 huishoudens kwamen in de tuin" in bestuur
        assert bestuur.count("Verborgen") == 2  # one of one, and the other that would give it away
        assert "/tuinen/huishouden/" not in bestuur
        lid = w.als("raad").get(adres).content.decode()
        assert lid.count("/tuinen/huishouden/") == 6

    def test_wat_een_huishouden_meemaakte_telt_mee(self, w):
        [huishouden] = self._vul(w, 1)
        huishoudens.change_aanspreekpunt(
            huishouden=huishouden, lid=w.leden["raad"], vanaf=VANDAAG, reden="verhuisd"
        )
        huishoudens.let_out(huishouden=huishouden, reden="raad", tekst="x", on=VANDAAG)
        [gelezen] = read_verlopen(op=VANDAAG)
        assert (gelezen.wisselingen, gelezen.reden, gelezen.uitstroom_op) == (1, "raad", VANDAAG)
        [eerder] = read_verlopen(op=VANDAAG - timedelta(days=1))
        assert (eerder.wisselingen, eerder.reden, eerder.uitstroom_op) == (0, "", None)

    def test_een_meting_die_er_niet_is_geeft_niets(self, w):
        assert w.als("raad").get(f"/tuinen/{w.tuin.pk}/cijfers/onzin/").status_code == 404


# ---- the command -------------------------------------------------------------------------------


def opdracht(*woorden: str):
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    args = parser.parse_args(["toekomsttuin", *woorden])
    return show(args)


@pytest.mark.django_db
def test_de_opdracht_toont_ra6_en_hoe_ver_elke_tuin_is(w, capsys):
    """R52."""
    w.huishouden()
    assert opdracht() == 0
    tekst = capsys.readouterr().out
    assert "FV    FoodValley                  nee" in tekst
    assert "Tuin Ede (FV): verkennen, 0 van 27 onderwerpen geregeld" in tekst
    assert "let op: De post van teamleider is leeg." in tekst
    assert "Zonnebloem" not in tekst
    assert opdracht("--regio", "CG", "--formaat", "json") == 0
    assert '"gestart": false' in capsys.readouterr().out
    assert opdracht("--op", BEGIN.isoformat()) == 0


@pytest.mark.django_db
@pytest.mark.parametrize("woorden", [("--regio", "XX"), ("--op", "gisteren")])
def test_de_opdracht_zegt_wat_niet_kan(woorden, capsys):
    assert opdracht(*woorden) == 2
    assert capsys.readouterr().err
