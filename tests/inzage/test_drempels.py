"""A region decides below which number a figure stays hidden: from a day on, with a trace."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from paraplu.inzage.actions.drempels import set_drempel
from paraplu.inzage.fouten import DrempelFout
from paraplu.inzage.kijker import make_kijk
from paraplu.inzage.models import Drempel
from paraplu.web.models import Spoor
from tests.web.nep_monitor import PLAATS
from tests.web.test_overzicht import lees

VANDAAG = date(2026, 6, 1)
NU = timezone.make_aware(datetime(2026, 6, 1, 9, 0))


def besluit(accounts, *, aantal=8, kring="partijen", vanaf=VANDAAG, regio="CG"):
    return set_drempel(
        regio=regio, kring=kring, aantal=aantal, vanaf=vanaf, besluit="overleg",
        by=accounts["contractmanager"], nu=NU,
    )  # fmt: skip


def test_een_besluit_geldt_vanaf_zijn_dag_en_niet_eerder(accounts):
    besluit(accounts, vanaf=VANDAAG + timedelta(days=30))
    assert make_kijk("partijen", op=VANDAAG).drempels == (("", 5),)
    assert make_kijk("partijen", op=date(2026, 7, 1)).drempels == (("", 5), ("CG", 8))


def test_het_nieuwste_besluit_geldt(accounts):
    besluit(accounts, aantal=8)
    besluit(accounts, aantal=6, vanaf=VANDAAG + timedelta(days=1))
    assert make_kijk("partijen", op=VANDAAG).drempels == (("", 5), ("CG", 8))
    assert make_kijk("partijen", op=VANDAAG + timedelta(days=1)).drempels == (("", 5), ("CG", 6))


def test_wie_op_het_gewone_aantal_besluit_kijkt_als_ieder_ander(accounts):
    besluit(accounts, aantal=5)
    assert make_kijk("partijen", op=VANDAAG) == make_kijk("partijen", op=date(2020, 1, 1))


def test_terugwerkend_besluiten_kan_niet(accounts):
    with pytest.raises(DrempelFout, match="vandaag in of later"):
        besluit(accounts, vanaf=VANDAAG - timedelta(days=1))


@pytest.mark.parametrize("aantal", [2, 101])
def test_onder_de_drie_of_boven_de_honderd_kan_niet(aantal, accounts):
    with pytest.raises(DrempelFout, match="van 3 tot en met 100"):
        besluit(accounts, aantal=aantal)


def test_ook_de_database_weigert_een_drempel_van_twee(accounts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Drempel.objects.create(
            regio="CG", kring="partijen", aantal=2, vanaf=VANDAAG, besluit="x",
            door=accounts["contractmanager"], geschreven_op=NU,
        )  # fmt: skip


def test_buiten_de_kring_is_nooit_meer_te_zien_dan_erbinnen(accounts):
    with pytest.raises(DrempelFout, match="Buiten de kring"), transaction.atomic():
        besluit(accounts, kring="publiek", aantal=4)
    besluit(accounts, kring="publiek", aantal=12, vanaf=VANDAAG + timedelta(days=10))
    with pytest.raises(DrempelFout, match="Buiten de kring"), transaction.atomic():
        besluit(accounts, kring="partijen", aantal=11)
    assert Drempel.objects.count() == 1


def test_een_besluit_laat_een_spoor_na(accounts):
    besluit(accounts)
    spoor = Spoor.objects.get(handeling="drempel besluiten")
    assert spoor.voorwerp == "CG partijen: 8 vanaf 2026-06-01"
    assert spoor.gebruiker == accounts["contractmanager"]


def vul_in(client, **anders):
    velden = {"kring": "partijen", "aantal": 7, "vanaf": timezone.localdate(), "besluit": "RCO"}
    return client.post("/drempels/besluiten/", {**velden, **anders})


def test_de_contractmanager_besluit_over_de_eigen_regio(als, nep):
    client = als("contractmanager")
    assert vul_in(client)["Location"] == "/drempels/"
    assert Drempel.objects.get().regio == "CG"
    assert "Centraal Gelderland 7 10" in lees(client, "/drempels/")


def test_wat_niet_kan_staat_bij_het_formulier(als, nep):
    antwoord = vul_in(als("contractmanager"), kring="publiek", aantal=4)
    assert antwoord.status_code == 422
    assert "Buiten de kring mag niet meer te zien zijn" in antwoord.content.decode()
    assert vul_in(als("contractmanager"), aantal=2).status_code == 422


@pytest.mark.parametrize("soort", ["regio", "wethouder", "gi", "provincie", "raadslid"])
def test_een_ander_leest_de_drempels_en_besluit_er_niet_over(soort, als, nep):
    assert "Leg vast" not in lees(als(soort), "/drempels/")
    assert vul_in(als(soort)).status_code == 403
    assert not Drempel.objects.exists()


def kop(client, adres: str) -> str:
    """What stands above the trend of a value."""
    return lees(client, adres).split("Verloop")[0]


def test_een_hogere_drempel_verbergt_meer_vanaf_die_dag_en_eerder_niet(als, nep, accounts):
    adres = "/waarden/V2a/?gebied=gemeente-0293"  # Westervoort, in Centraal Gelderland
    assert f"{PLAATS['0293']} aantal" in kop(als("gi"), adres)
    for kring in ("publiek", "partijen"):
        set_drempel(
            regio="CG", kring=kring, aantal=100, vanaf=timezone.localdate(), besluit="proef",
            by=accounts["contractmanager"], nu=timezone.localtime(),
        )  # fmt: skip
    gisteren = timezone.localdate() - timedelta(days=1)
    assert "verborgen : klein aantal" in kop(als("gi"), adres)
    assert "Aantallen onder de 100 kinderen zijn verborgen" in kop(als("gi"), adres)
    assert f"{PLAATS['0293']} aantal" in kop(als("gi"), f"{adres}&bekend={gisteren}")
    assert f"{PLAATS['0293']} aantal" in kop(als("contractmanager"), adres)


def test_een_dag_die_nog_komt_opent_geen_latere_drempel(als, nep, accounts):
    adres = "/waarden/V2a/?gebied=gemeente-0293"
    morgen = timezone.localdate() + timedelta(days=1)
    for kring, aantal in (("publiek", 100), ("partijen", 100)):
        set_drempel(
            regio="CG", kring=kring, aantal=aantal, vanaf=morgen, besluit="proef",
            by=accounts["contractmanager"], nu=timezone.localtime(),
        )  # fmt: skip
    assert f"{PLAATS['0293']} aantal" in kop(als("gi"), f"{adres}&bekend={morgen}")
