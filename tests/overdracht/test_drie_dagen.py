"""The lokaal team says within three working days who takes the family over (R186, P11, CLT-end)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken.routes import geldend
from paraplu.casussen.fouten import VoorwaardeNietVervuld
from paraplu.overdracht.queries import herinneringen_for
from tests.casussen.bouwen import make_medewerker
from tests.overdracht.bouwen import Loop
from tests.termijnen.tabel import dag, lees_tabel

pytestmark = pytest.mark.django_db

#: Asked on, what lies between, and the last day on which the lokaal team is in time.
KLOK = """
    gevraagd   | ertussen                                | uiterste datum
    2026-09-07 | niets                                   | 2026-09-10
    2026-09-10 | een weekend                             | 2026-09-15
    2026-09-12 | gevraagd op zaterdag                    | 2026-09-16
    2026-04-01 | Goede Vrijdag, weekend en Tweede Paasdag| 2026-04-08
    2026-05-12 | Hemelvaart en de vrijdag erna           | 2026-05-19
    2026-12-23 | Kerst                                   | 2026-12-29
"""


@pytest.mark.parametrize("rij", lees_tabel(KLOK), ids=lambda rij: rij["gevraagd"])
def test_de_klok_loopt_drie_werkdagen_vanaf_de_vraag(loop, rij):
    gevraagd = dag(rij["gevraagd"])
    stap = loop.begin(on=gevraagd).vraag(on=gevraagd).stap("beschikbaar")
    assert (stap.anker, stap.uiterste_datum) == (gevraagd, dag(rij["uiterste datum"]))


def test_de_klok_begint_niet_bij_het_voornemen_maar_bij_de_vraag(loop):
    loop.begin(on=date(2026, 9, 7)).vraag(on=date(2026, 9, 9))
    assert loop.stap("beschikbaar").anker == date(2026, 9, 9)


def test_de_termijn_staat_in_de_route_zoals_afgesproken():
    stap = geldend("warme-overdracht", op=date(2026, 1, 1)).stap("beschikbaar")
    assert str(stap.termijn) == "3 werkdagen"
    assert (stap.loopt_vanaf, stap.bij_verlopen) == ("lokaal_team_gevraagd", "teamleider")


@pytest.mark.parametrize(("op", "ziet"), [(date(2026, 9, 10), False), (date(2026, 9, 11), True)])
def test_de_teamleider_hoort_het_op_de_dag_na_de_laatste(loop, op, ziet):
    loop.begin(on=date(2026, 9, 7)).vraag(on=date(2026, 9, 7))
    regels = herinneringen_for(loop.w.gebruiker("teamleider"), op)
    assert [regel.casus for regel in regels] == ([loop.casus.nummer] if ziet else [])


def test_het_staat_ook_op_de_werklijst_van_de_teamleider(loop):
    loop.begin(on=date(2026, 9, 7)).vraag(on=date(2026, 9, 7))
    tekst = loop.client("teamleider").get("/werk/").content.decode()
    assert "zei niet op tijd wie het gezin overneemt" in tekst


def test_binnen_de_termijn_zegt_niemand_dat_het_antwoord_uitblijft(loop):
    loop.begin(on=date(2026, 9, 7)).vraag(on=date(2026, 9, 7))
    with pytest.raises(VoorwaardeNietVervuld, match="nog tijd"):
        loop.sluit("beschikbaar", "geen_antwoord", "jeugdbeschermer", on=date(2026, 9, 10))
    loop.sluit("beschikbaar", "geen_antwoord", "jeugdbeschermer", on=date(2026, 9, 11))
    assert loop.open() == {"regelen"}


def test_kan_niemand_dan_regelt_de_teamleider_wie_het_gezin_overneemt(loop):
    loop.tot("beschikbaar")
    loop.sluit("beschikbaar", "niet_beschikbaar", "lokaal_team", toelichting="Iedereen is ziek.")
    loop.doe("teamleider", "regelen", "overnemer", medewerker=loop.lt.pk)
    assert loop.open() == {"gesprek"}


def test_alleen_iemand_van_het_eigen_lokale_team_neemt_het_gezin_over(loop):
    loop.tot("beschikbaar")
    elders = make_medewerker("lokaal_team", loop.w.gi)
    for wie in (elders, loop.houder):
        antwoord = loop.doe("lokaal_team", "beschikbaar", "overnemer", medewerker=wie.pk)
        assert antwoord.status_code == 422
    assert loop.open() == {"beschikbaar"}


def test_de_jeugdbeschermer_beslist_niet_voor_het_lokale_team(loop):
    loop.tot("beschikbaar")
    loop.doe("jeugdbeschermer", "beschikbaar", "overnemer", medewerker=loop.lt.pk)
    assert loop.open() == {"beschikbaar"}


def test_het_lokale_team_weet_van_het_einde_voordat_het_wordt_gevraagd(loop):
    """R278: a task at the announced end of a measure."""
    loop.begin()
    [regel] = herinneringen_for(loop.w.gebruiker("lokaal_team"), loop.vandaag)
    assert "gaat eindigen" in regel.tekst
    assert "Testkind" not in regel.tekst
    loop.vraag()
    assert herinneringen_for(loop.w.gebruiker("lokaal_team"), loop.vandaag) == []
    tekst = loop.client("lokaal_team").get("/werk/").content.decode()
    assert "Zeggen wie het gezin overneemt" in tekst


def test_een_maatregel_die_al_geeindigd_zou_zijn_staat_bij_de_houder(loop: Loop):
    """R12: it does not end by itself; the holder sees that it should have been handed over."""
    loop.begin(on=date(2026, 9, 7))
    ver_ervoor = herinneringen_for(loop.houder.gebruiker, date(2026, 9, 8))
    [ervoor] = herinneringen_for(loop.houder.gebruiker, date(2026, 9, 20))
    [erna] = herinneringen_for(loop.houder.gebruiker, date(2026, 12, 1))
    assert ver_ervoor == []
    assert "eindigt binnenkort" in ervoor.tekst
    assert "nog niet overgedragen" in erna.tekst
    assert loop.maatregel_nu().tot is None
