"""Digest, instant mail, agenda, and a calendar that changes under running terms."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone
from icalendar import Calendar

from paraplu.casussen import actions, herinneringen
from paraplu.casussen.actions.waarschuwen import warn_lapsing
from paraplu.casussen.models import CasusStap, Herberekening
from paraplu.netwerk.models import Afwezigheid
from paraplu.web.agenda.actions import give_sleutel
from paraplu.web.models import Postbericht
from tests.casussen.bouwen import BEGIN, make_medewerker

pytestmark = pytest.mark.django_db
DONDERDAG = date(2026, 4, 2)
#: Three working days after it: Goede Vrijdag and Tweede paasdag do not count.
LAATSTE_DAG = date(2026, 4, 9)


@pytest.fixture
def casus(wereld):
    casus = wereld.casus()
    actions.register_gebeurtenis(
        casus=casus, soort="eerste_contactverzoek", by=casus.houder, on=DONDERDAG
    )
    return casus


def geef_adres(medewerker):
    medewerker.gebruiker.e_mail = "iemand@example.nl"
    medewerker.gebruiker.save()


def test_het_overzicht_noemt_nummer_stap_en_dag_maar_geen_naam(wereld, casus):
    regels = herinneringen.list_digest(wereld.gebruiker("jeugdbeschermer"), LAATSTE_DAG)
    assert regels == [
        f"{casus.nummer}: Overleg met het lokale team, vandaag de laatste dag (9 april)"
    ]


def test_wat_morgen_afloopt_geeft_een_mail_en_maar_een_keer(wereld, casus):
    geef_adres(casus.houder)
    assert warn_lapsing(on=date(2026, 4, 7)) == 0
    assert warn_lapsing(on=date(2026, 4, 8)) == 1
    assert warn_lapsing(on=date(2026, 4, 8)) == 0
    mail = Postbericht.objects.get()
    assert casus.nummer in mail.tekst and "Fenna" not in mail.tekst + mail.onderwerp


def test_ook_de_vervanger_krijgt_de_mail(wereld, casus):
    vervanger = make_medewerker("jeugdbeschermer", wereld.gi)
    Afwezigheid.objects.create(
        medewerker=casus.houder, vervanger=vervanger, vanaf=BEGIN, reden="ziek"
    )
    for iemand in (casus.houder, vervanger):
        geef_adres(iemand)
    assert warn_lapsing(on=date(2026, 4, 8)) == 2


def test_de_agenda_heeft_de_laatste_dag_en_geen_naam(wereld, casus, client, monkeypatch):
    monkeypatch.setattr("paraplu.casussen.views.agenda.localdate", lambda: DONDERDAG)
    token = give_sleutel(gebruiker=casus.houder.gebruiker, op=timezone.now())
    antwoord = client.get(f"/agenda/{token}.ics")
    punten = Calendar.from_ical(antwoord.content).walk("VEVENT")
    assert [punt["DTSTART"].dt for punt in punten] == [LAATSTE_DAG]
    assert "Fenna" not in antwoord.content.decode()
    assert client.get("/agenda/geen.ics").status_code == 404


def test_een_andere_kalender_geeft_een_andere_dag_met_de_reden(wereld, casus):
    stap = wereld.stap(casus, "contact_lokaal_team")
    CasusStap.objects.filter(pk=stap.pk).update(
        kalender_versie="00000000", uiterste_datum=date(2026, 4, 8)
    )
    assert actions.herbereken_all(on=DONDERDAG) == 1
    rij = Herberekening.objects.filter(stap=stap).last()
    assert (rij.oud, rij.nieuw) == (date(2026, 4, 8), LAATSTE_DAG)
    assert "kalender" in rij.reden
    assert actions.herbereken_all(on=DONDERDAG) == 0
