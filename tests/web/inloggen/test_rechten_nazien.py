"""Who has an account here, and is it still needed: seen and decided by whom it should."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from paraplu.web.inloggen import queries
from paraplu.web.models import Accountbesluit, Gebruiker, Identiteit, Spoor, TweedeStap

LIJST = "/accounts/"


@pytest.fixture
def collega(accounts, maak_gebruiker) -> Gebruiker:
    """Somebody of the same GI as the team leader."""
    eigen = accounts["teamleider"]
    return maak_gebruiker(
        soort="jeugdbeschermer", organisatie_soort="gi",
        organisatie_code=eigen.organisatie_code, organisatie_naam=eigen.organisatie_naam,
    )  # fmt: skip


@pytest.fixture
def vreemde(maak_gebruiker) -> Gebruiker:
    """Somebody of a gemeente."""
    return maak_gebruiker("v.vreemd", naam="V. Vreemd")


def rows_of(antwoord) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))


def decide(client, wie: Gebruiker, handeling: str, **velden):
    return client.post(f"{LIJST}{wie.pk}/", {"handeling": handeling, **velden})


def test_de_beheerder_ziet_alle_accounts(als, nep, collega, vreemde):
    tekst = als("beheerder").get(LIJST).content.decode()
    assert "K. Jansen" in tekst
    assert "V. Vreemd" in tekst


def test_een_teamleider_ziet_alleen_de_eigen_organisatie(als, nep, collega, vreemde):
    client = als("teamleider")
    tekst = client.get(LIJST).content.decode()
    assert "K. Jansen" in tekst
    assert "V. Vreemd" not in tekst
    namen = {rij["naam"] for rij in rows_of(client.get(f"{LIJST}lijst.csv"))}
    assert "K. Jansen" in namen
    assert "V. Vreemd" not in namen


def test_een_teamleider_van_een_andere_gi_ziet_deze_niet(als, nep, maak_gebruiker):
    ander = maak_gebruiker(
        "a.ander", naam="A. Ander", soort="jeugdbeschermer", organisatie_soort="gi",
        organisatie_code="99999999", organisatie_naam="Een andere GI",
    )  # fmt: skip
    client = als("teamleider")
    assert "A. Ander" not in client.get(LIJST).content.decode()
    assert client.get(f"{LIJST}{ander.pk}/").status_code == 404


@pytest.mark.parametrize("vraag", ["gemeente:0228", "beheer:", "gi:99999999"])
def test_een_andere_organisatie_vragen_geeft_een_teamleider_niets(vraag, als, nep, vreemde):
    antwoord = als("teamleider").get(LIJST, {"organisatie": vraag})
    assert "V. Vreemd" not in antwoord.content.decode()
    assert "Technisch beheerder" not in antwoord.content.decode()


def test_een_account_van_een_andere_organisatie_is_er_niet(als, nep, vreemde):
    client = als("teamleider")
    assert client.get(f"{LIJST}{vreemde.pk}/").status_code == 404
    assert decide(client, vreemde, "einddatum", einddatum="2020-01-01").status_code == 404
    vreemde.refresh_from_db()
    assert vreemde.einddatum is None


@pytest.mark.parametrize("soort", ["gi", "jeugdbeschermer", "backoffice", "wethouder"])
def test_wie_geen_mensen_leidt_ziet_geen_accounts(soort, als, nep):
    assert als(soort).get(LIJST).status_code == 403


def test_nog_nodig_staat_bij_het_account_en_in_het_spoor(als, nep, collega, accounts):
    assert decide(als("teamleider"), collega, "nodig")["Location"] == LIJST
    besluit = Accountbesluit.objects.get()
    assert (besluit.besluit, besluit.door) == ("nodig", accounts["teamleider"])
    spoor = Spoor.objects.get(handeling="account: nodig")
    assert (spoor.gebruiker, spoor.voorwerp) == (accounts["teamleider"], f"account {collega.pk}")


def test_een_laatste_dag_staat_bij_het_account_en_in_het_spoor(als, nep, collega):
    morgen = timezone.localdate() + timedelta(days=1)
    decide(als("teamleider"), collega, "einddatum", einddatum=morgen.isoformat())
    collega.refresh_from_db()
    assert collega.einddatum == morgen
    assert Accountbesluit.objects.get().einddatum == morgen
    assert morgen.isoformat() in Spoor.objects.get(handeling="account: einddatum").voorwerp


def test_een_laatste_dag_kan_ook_weer_weg(als, nep, collega):
    Gebruiker.objects.filter(pk=collega.pk).update(einddatum=timezone.localdate())
    decide(als("teamleider"), collega, "einddatum", einddatum="")
    collega.refresh_from_db()
    assert collega.einddatum is None


def test_een_laatste_dag_voor_de_eerste_kan_niet(als, nep, collega):
    Gebruiker.objects.filter(pk=collega.pk).update(begindatum=timezone.localdate())
    antwoord = decide(als("teamleider"), collega, "einddatum", einddatum="2020-01-01")
    assert antwoord.status_code == 422
    assert "De laatste dag ligt vóór de eerste." in antwoord.content.decode()


@pytest.mark.parametrize("handeling", ["nodig", "einddatum", "link", "tweede_stap"])
def test_over_het_eigen_account_beslist_niemand_zelf(handeling, als, nep, accounts):
    decide(als("beheerder"), accounts["beheerder"], handeling, einddatum="2030-01-01")
    assert not Accountbesluit.objects.exists()


@pytest.mark.parametrize("handeling", ["link", "tweede_stap", "inlogdienst"])
def test_een_teamleider_maakt_geen_ingang_in_het_account_van_een_ander(
    handeling, als, nep, collega
):
    assert decide(als("teamleider"), collega, handeling).status_code == 403
    assert not Accountbesluit.objects.exists()


def test_een_handeling_die_er_niet_is_doet_niets(als, nep, collega):
    assert decide(als("beheerder"), collega, "verwijderen").status_code == 403


def set_used(wie: Gebruiker, *, ingelogd: int | None, gemaakt: int | None) -> None:
    """Days ago of the last login and of the making."""
    nu = timezone.now()
    laatst = None if ingelogd is None else nu - timedelta(days=ingelogd)
    Gebruiker.objects.filter(pk=wie.pk).update(laatst_ingelogd_op=laatst)
    if gemaakt is not None:
        dag = timezone.localdate(nu - timedelta(days=gemaakt))
        Accountbesluit.objects.create(gebruiker=wie, besluit="gemaakt", op=dag)


@pytest.mark.parametrize(
    ("ingelogd", "gemaakt", "slaapt"),
    [
        (1, 400, False),
        (89, 400, False),
        (91, 400, True),
        (None, 5, False),
        (None, 91, True),
        (None, None, True),
    ],
)
def test_wie_90_dagen_niet_inlogde_valt_op(ingelogd, gemaakt, slaapt, als, nep, vreemde):
    set_used(vreemde, ingelogd=ingelogd, gemaakt=gemaakt)
    client = als("beheerder")
    rij = next(r for r in rows_of(client.get(f"{LIJST}lijst.csv")) if r["naam"] == "V. Vreemd")
    assert rij["slaapt"] == ("ja" if slaapt else "nee")
    slapers = {r["naam"] for r in rows_of(client.get(f"{LIJST}lijst.csv?slapend=1"))}
    assert ("V. Vreemd" in slapers) is slaapt


def test_een_account_dat_al_voorbij_is_slaapt_niet_maar_is_dicht(als, nep, vreemde):
    set_used(vreemde, ingelogd=200, gemaakt=400)
    gisteren = timezone.localdate() - timedelta(days=1)
    Gebruiker.objects.filter(pk=vreemde.pk).update(einddatum=gisteren)
    client = als("beheerder")
    tekst = client.get(LIJST, {"organisatie": "gemeente:0228"}).content.decode()
    assert "dicht" in tekst
    assert "V. Vreemd" not in client.get(LIJST, {"slapend": "1"}).content.decode()


def test_de_lijst_zegt_waarmee_iemand_inlogt(als, nep, collega, vreemde):
    Identiteit.objects.create(gebruiker=vreemde, dienst="ede", kenmerk="v@ede.example")
    TweedeStap.objects.create(gebruiker=collega, geheim=b"x", bevestigd_op=timezone.now())
    rijen = {r["naam"]: r for r in rows_of(als("beheerder").get(f"{LIJST}lijst.csv"))}
    assert rijen["V. Vreemd"]["inlogdienst"] == "ede"
    assert (rijen["K. Jansen"]["tweede_stap"], rijen["V. Vreemd"]["tweede_stap"]) == ("ja", "nee")


def test_functies_komen_van_wie_ze_kent(als, nep, collega, monkeypatch):
    monkeypatch.setattr(queries, "_functies", [])
    queries.register_functies(lambda nummers, on: {collega.pk: ["jeugdbeschermer bij team Noord"]})
    assert "jeugdbeschermer bij team Noord" in als("teamleider").get(LIJST).content.decode()


def test_een_naam_wordt_in_een_rekenblad_geen_formule(als, nep, vreemde):
    Gebruiker.objects.filter(pk=vreemde.pk).update(naam="=1+1")
    namen = {r["naam"] for r in rows_of(als("beheerder").get(f"{LIJST}lijst.csv"))}
    assert "'=1+1" in namen


def test_wie_de_lijst_bekijkt_laat_een_spoor_na(als, nep):
    als("teamleider").get(LIJST)
    assert Spoor.objects.get(handeling="rechten nazien").doel == "beheer van rechten"


def test_meer_accounts_kosten_niet_meer_vragen(
    als, nep, maak_gebruiker, django_assert_max_num_queries
):
    for nummer in range(30):
        maak_gebruiker(f"gebruiker{nummer}")
    client = als("beheerder")
    client.get(LIJST)
    with django_assert_max_num_queries(14):
        client.get(LIJST)


def test_een_spoor_noemt_nooit_een_naam(als, nep, collega, accounts):
    client = als("beheerder")
    for handeling in ("nodig", "link", "tweede_stap"):
        decide(client, collega, handeling)
    client.get(f"{LIJST}{collega.pk}/")
    teksten = " ".join(spoor.voorwerp + spoor.handeling for spoor in Spoor.objects.all())
    assert "jansen" not in teksten.lower()
