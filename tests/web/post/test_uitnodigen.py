"""An invitation that goes along with a mail, also to someone who has no account."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from django.db import IntegrityError
from django.utils import timezone

from paraplu.web.agenda.uitnodiging import OngeldigeUitnodiging, maak_uitnodiging
from paraplu.web.models import Postbericht
from paraplu.web.post.actions import PostNietBezorgd, save_keuze, stuur, stuur_gast, verzend
from paraplu.web.post.tekst import MailMetBSN

DAG = date(2026, 10, 8)
BEGIN = datetime(2026, 10, 22, 14, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
OUDER = "ouder@thuis.nl"
BSN = "999900006"


def uitnodiging(aan: str, **velden) -> bytes:
    gewoon = {
        "uid": "zitting-12", "reeks": 0, "methode": "REQUEST", "titel": "Gesprek aan tafel",
        "begin": BEGIN, "einde": BEGIN + timedelta(hours=1), "plaats": "Raadhuis – kamer 3",
        "organisator_naam": "Tafel Midden", "organisator_mail": "tafel@regio.example",
    }  # fmt: skip
    return maak_uitnodiging(**{**gewoon, "genodigde_mail": aan, **velden})


def schrijf(aan, **velden) -> Postbericht | None:
    gewoon = {"onderwerp": "Uitnodiging", "tekst": "U bent gevraagd.", "adres": "/werk/", "on": DAG}
    return stuur(aan=aan, **{"uitnodiging": uitnodiging(aan.e_mail), **gewoon, **velden})


def schrijf_gast(**velden) -> Postbericht:
    gewoon = {"onderwerp": "Uitnodiging", "tekst": "U bent gevraagd.", "on": DAG}
    return stuur_gast(**{"e_mail": OUDER, "uitnodiging": uitnodiging(OUDER), **gewoon, **velden})


def verzend_nu(bericht: Postbericht) -> bool:
    return verzend(bericht.pk, op=timezone.localtime())


@pytest.mark.parametrize(("methode", "reeks"), [("REQUEST", 0), ("CANCEL", 1)])
def test_een_agenda_leest_de_uitnodiging_uit_de_mail(gebruiker, postbus, methode, reeks):
    ruw = uitnodiging(gebruiker.e_mail, methode=methode, reeks=reeks)
    assert verzend_nu(schrijf(gebruiker, uitnodiging=ruw))
    (mail,) = postbus.mails
    (deel,) = (d for d in mail.walk() if d.get_content_type() == "text/calendar")
    (bestand,) = mail.iter_attachments()
    assert deel.get_param("method") == methode
    assert bestand.get_filename() == "uitnodiging.ics"
    assert bestand.get_content() == ruw
    gelezen = icalendar.Calendar.from_ical(deel.get_content())
    assert gelezen["METHOD"] == vobject.readOne(deel.get_content()).method.value == methode
    assert gelezen == icalendar.Calendar.from_ical(ruw)
    assert "U bent gevraagd." in mail.get_body(("plain",)).get_content()


def test_een_uitnodiging_is_geen_melding_die_men_uitzet(gebruiker):
    save_keuze(gebruiker=gebruiker, overzicht="geen", direct=False, e_mail=gebruiker.e_mail)
    assert schrijf(gebruiker, uitnodiging=None) is None
    assert schrijf(gebruiker) is not None


def test_een_mail_zonder_uitnodiging_blijft_alleen_tekst(postbus, db):
    verzend_nu(schrijf_gast(uitnodiging=None))
    assert postbus.mails[0].get_content_type() == "text/plain"


def test_een_ouder_zonder_account_krijgt_de_uitnodiging(postbus, db):
    assert verzend_nu(schrijf_gast())
    (mail,) = postbus.mails
    assert mail["To"] == OUDER
    assert any(d.get_content_type() == "text/calendar" for d in mail.walk())
    assert "account/meldingen" not in mail.get_body(("plain",)).get_content()


def test_na_het_verzenden_is_het_adres_van_een_gast_vergeten(postbus, db):
    bericht = schrijf_gast()
    verzend_nu(bericht)
    bericht.refresh_from_db()
    assert (bericht.e_mail, bericht.uitnodiging) == ("", None)
    assert bericht.verzonden_op
    assert not verzend_nu(bericht)


def test_lukt_het_nu_niet_dan_is_er_niets_vergeten(postbus, db):
    bericht = schrijf_gast()
    postbus.antwoorden = ["451 later"]
    with pytest.raises(PostNietBezorgd):
        verzend_nu(bericht)
    bericht.refresh_from_db()
    assert bericht.e_mail == OUDER
    assert verzend_nu(bericht)


def test_een_verzonnen_gast_krijgt_geen_echte_mail(postbus, db):
    bericht = schrijf_gast(e_mail="ouder@thuis.example")
    assert not verzend_nu(bericht)
    bericht.refresh_from_db()
    assert (postbus.mails, bericht.geweigerd) == ([], "een verzonnen adres")


@pytest.mark.parametrize("veld", ["onderwerp", "tekst", "adres"])
def test_een_mail_aan_een_gast_heeft_geen_bsn(veld, db):
    with pytest.raises(MailMetBSN):
        schrijf_gast(**{veld: f"Gesprek {BSN}"})
    assert not Postbericht.objects.exists()


def test_ook_in_de_uitnodiging_wordt_gekeken_bij_schrijven_en_verzenden(gebruiker, postbus):
    ruw = uitnodiging(gebruiker.e_mail, titel="Gesprek 123456789")
    besmet = ruw.replace(b"123456789", BSN.encode())
    with pytest.raises(OngeldigeUitnodiging):
        schrijf(gebruiker, uitnodiging=besmet)
    bericht = schrijf(gebruiker, uitnodiging=ruw)
    Postbericht.objects.update(uitnodiging=besmet)
    with pytest.raises(MailMetBSN):
        verzend_nu(bericht)
    assert postbus.mails == []


def test_alleen_een_uitnodiging_kan_mee(gebruiker):
    with pytest.raises(OngeldigeUitnodiging):
        schrijf(gebruiker, uitnodiging=b"%PDF-1.7")


def test_een_mail_is_van_een_account_of_van_een_gast(gebruiker):
    with pytest.raises(IntegrityError):
        Postbericht.objects.create(
            gebruiker=gebruiker, e_mail=OUDER, soort="direct", dag=DAG, onderwerp="x", tekst="x"
        )
