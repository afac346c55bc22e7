"""The receipt on its page, and figures with who may see what of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from paraplu.aanmelden.models import Afwijzing, Bemiddelingsvraag
from paraplu.aanmelden.verloop import opdrachten
from paraplu.aanmelden.verloop.lezen import read_jaar, read_traject
from paraplu.casussen import actions
from paraplu.casussen.models import Casus, Document
from paraplu.web.models import Gebruiker, Organisatie, Soort, Spoor
from tests.casussen.bouwen import BEGIN, Wereld
from tests.inzage.uitvoer.lezen import lees_regels

pytestmark = pytest.mark.django_db

DAG = date(2026, 1, 7)


def doe_stap(wereld: Wereld, casus: Casus, sleutel: str, *, op: date, uitkomst: str) -> None:
    """The step is done on a day, without what its guard would ask."""
    wereld.stap(casus, sleutel)
    casus.stappen.filter(sleutel=sleutel, afgerond_op=None).update(
        uitkomst=uitkomst, afgerond_op=op, afgerond_door=casus.houder
    )


@pytest.fixture
def casus(wereld: Wereld) -> Casus:
    """A case whose first step was done in two working days, and whose second is open."""
    casus = wereld.casus("aanmeldroute-301")
    actions.register_gebeurtenis(
        casus=casus, soort="eerste_contactverzoek", by=casus.houder, on=BEGIN
    )
    doe_stap(wereld, casus, "contact_lokaal_team", op=DAG, uitkomst="gesproken")
    actions.stappen.open_stap(casus=casus, sleutel="bepaling", on=DAG)
    return casus


def account(soort: Soort, organisatie: Organisatie, code: str) -> Client:
    """A browser of somebody who does not work on cases."""
    gebruiker = Gebruiker.objects.create_user(
        f"{soort}-{code}",
        naam=code,
        soort=soort,
        organisatie_soort=organisatie,
        organisatie_code=code,
        organisatie_naam=code,
    )
    client = Client()
    client.force_login(gebruiker)
    return client


def test_een_casus_wordt_gelezen_met_zijn_stappen_en_wie_zij_wachten_op(casus):
    traject = read_traject(casus, op=date(2026, 1, 20))
    assert [(s.sleutel, s.partij, s.op_tijd) for s in traject.stappen] == [
        ("contact_lokaal_team", "GI-1", True),
        ("bepaling", "GI-1", None),
    ]
    assert (traject.eerste_contact, traject.start_hulp) == (BEGIN, None)
    assert traject.tijden[0].vanaf == DAG


def test_formulieren_en_benaderde_aanbieders_komen_uit_wat_verstuurd_is(wereld, casus):
    """R275 and R277: forms are counted, and providers that were sent one."""
    formulier = Document.objects.create(
        casus=casus, soort="formulier", versie=1, inhoud={}, vastgesteld_op=DAG, door=casus.houder
    )
    for organisatie, rol in (
        (wereld.aanbieder, "zorgaanbieder"),
        (wereld.lokaal_team, "lokaal_team"),
    ):
        actions.send_document(
            document=formulier, organisatie=organisatie, rol=rol, by=casus.houder, on=DAG
        )
    traject = read_traject(casus, op=DAG)
    assert (traject.formulieren, traject.aanbieders) == (1, 1)


@pytest.mark.parametrize(
    ("spoed", "antwoord_op", "op_tijd"),
    [
        (False, date(2026, 1, 8), True),
        (False, date(2026, 1, 9), False),
        (True, BEGIN, True),
        (True, date(2026, 1, 6), False),
    ],
)
def test_de_zorgbemiddelaar_antwoordt_in_drie_werkdagen_of_meteen(
    wereld, casus, spoed, antwoord_op, op_tijd
):
    """R119."""
    Bemiddelingsvraag.objects.create(
        casus=casus,
        vraag="wie heeft plek?",
        spoed=spoed,
        gesteld_op=BEGIN,
        gesteld_door=casus.houder,
        antwoord="die",
        beantwoord_op=antwoord_op,
        beantwoord_door=wereld.wie["zorgbemiddelaar"],
    )
    [een] = [b for b in read_traject(casus, op=DAG).bijzonder if b.soort == "bemiddeling"]
    assert (een.ja, een.partij) == (op_tijd, "REG-FV")


def test_een_jaar_lezen_kost_evenveel_vragen_bij_meer_casussen(
    wereld, casus, django_assert_max_num_queries
):
    for _nummer in range(3):
        wereld.casus("aanmeldroute-315")
    with django_assert_max_num_queries(20):
        assert len(read_jaar(2026, op=DAG)) == 4


def test_de_bon_staat_op_zijn_pagina_en_de_casus_wijst_erheen(als_rol, casus):
    client = als_rol("jeugdbeschermer")
    adres = f"/werk/casus/{casus.pk}/verloop/"
    assert adres in client.get(casus.get_absolute_url()).content.decode()
    tekst = client.get(adres).content.decode()
    assert "Overleg met het lokale team" in tekst
    assert "op tijd" in tekst
    assert "Testkind" not in tekst
    regel = Spoor.objects.get(handeling="verloop van een casus bekijken")
    assert (regel.voorwerp, regel.gezin) == (casus.nummer, casus.gezin.nummer)


def test_wie_niet_de_hele_casus_ziet_krijgt_de_bon_niet(als_rol, casus):
    assert als_rol("zorgaanbieder").get(f"/werk/casus/{casus.pk}/verloop/").status_code == 403
    casus.deelnames.filter(rol="lokaal_team").delete()
    assert als_rol("lokaal_team").get(f"/werk/casus/{casus.pk}/verloop/").status_code == 404


def test_de_opdracht_toont_de_bon_zonder_namen(casus, capsys):
    args = type("Args", (), {"nummer": casus.nummer})
    assert opdrachten.show_casus(args) == 0
    tekst = capsys.readouterr().out
    assert "Overleg met het lokale team (GI-1): 2026-01-05 tot 2026-01-07, 2 werkdagen" in tekst
    assert "gehaald" in tekst
    assert "Testkind" not in tekst
    args.nummer = "C999999"
    assert opdrachten.show_casus(args) == 2


def sluit_dit_jaar(wereld: Wereld, aantal: int) -> list[Casus]:
    """Cases that were refused by the provider today and then withdrawn."""
    vandaag = localdate()
    begin = vandaag - timedelta(days=7)
    casussen = [wereld.casus("aanmeldroute-301", on=begin) for _nummer in range(aantal)]
    for casus in casussen:
        Afwijzing.objects.create(
            casus=casus,
            stap=casus.stappen.first(),
            aanbieder=wereld.aanbieder,
            reden="niet_op_tijd",
            toelichting="-",
            op=vandaag,
            door=wereld.wie["zorgaanbieder"],
        )
        actions.withdraw_casus(casus=casus, by=casus.houder, on=vandaag, reden="niet meer nodig")
    return casussen


def test_een_klein_aantal_is_verborgen_op_de_pagina_en_op_het_blad(wereld):
    sluit_dit_jaar(wereld, 4)
    client = account(Soort.CONTRACTMANAGER, Organisatie.REGIO, "CG")
    pagina = client.get("/cijfers/routes/").content.decode()
    assert "Verborgen: minder dan 5 casussen." in pagina
    blad = lees_regels(client.get("/cijfers/routes/blad/"))
    [regel] = [
        r
        for r in blad
        if r["meting"] == "Afwijzingen door aanbieders" and r["deel"].startswith("Niet op")
    ]
    assert regel["aantal"] == ""
    assert "verborgen: minder dan 5 casussen" in regel["opmerking"]
    assert Spoor.objects.filter(handeling="cijfers van de aanmeldroutes exporteren").exists()


def test_genoeg_casussen_geven_een_cijfer_in_woorden(wereld):
    sluit_dit_jaar(wereld, 6)
    client = account(Soort.CONTRACTMANAGER, Organisatie.REGIO, "CG")
    pagina = client.get("/cijfers/routes/").content.decode()
    assert "6 afwijzingen." in pagina
    detail = client.get("/cijfers/routes/afwijzing/?deel=niet_op_tijd").content.decode()
    assert "Per partij" in detail
    assert "6 regels zijn van casussen die u niet mag openen." in detail


def test_de_lijst_noemt_alleen_casussen_die_men_mag_openen(wereld, als_rol):
    casussen = sluit_dit_jaar(wereld, 6)
    detail = als_rol("teamleider").get("/cijfers/routes/afloop/").content.decode()
    assert all(f">{casus.nummer}<" in detail for casus in casussen)
    assert "0 regels zijn van casussen" in detail
    ander = account(Soort.WETHOUDER, Organisatie.GEMEENTE, "0228")
    detail = ander.get("/cijfers/routes/afloop/").content.decode()
    assert not any(f">{casus.nummer}<" in detail for casus in casussen)
    assert "Per partij" not in detail


def test_ieder_ziet_de_eigen_regio_of_de_eigen_partij(wereld, als_rol):
    sluit_dit_jaar(wereld, 6)
    elders = account(Soort.WETHOUDER, Organisatie.GEMEENTE, "0202")
    assert "6 afwijzingen" not in elders.get("/cijfers/routes/?regio=FV").content.decode()
    assert "6 afwijzingen" in als_rol("zorgaanbieder").get("/cijfers/routes/").content.decode()
    # A refusal is the provider's: the lokale GI has none of its own.
    assert "6 afwijzingen" not in als_rol("teamleider").get("/cijfers/routes/").content.decode()
    assert "6 afwijzingen" in als_rol("expertteam").get("/cijfers/routes/").content.decode()


@pytest.mark.parametrize("wie", ["jeugdbeschermer", "lokaal_team", "backoffice"])
def test_wie_geen_cijfers_heeft_komt_er_niet_in(als_rol, wie):
    assert als_rol(wie).get("/cijfers/routes/").status_code == 403


def test_onzin_in_het_adres_geeft_de_gewone_pagina(wereld):
    client = account(Soort.CONTRACTMANAGER, Organisatie.REGIO, "CG")
    adres = "/cijfers/routes/?jaar=x&kwartaal=9&regio=%27&partij=Fenna"
    assert client.get(adres).status_code == 200
    assert not Spoor.objects.filter(voorwerp__contains="Fenna").exists()
    assert client.get("/cijfers/routes/bestaat-niet/").status_code == 404


def test_de_opdracht_toont_de_cijfers_van_een_regio(wereld, capsys):
    sluit_dit_jaar(wereld, 6)
    args = type("Args", (), {"jaar": None, "kwartaal": None, "regio": "FV", "partij": None})
    assert opdrachten.show_cijfers(args) == 0
    assert "Afwijzingen door aanbieders: 6 afwijzingen." in capsys.readouterr().out
    args.regio = "XX"
    assert opdrachten.show_cijfers(args) == 2
