"""One mail, from the work it is about to the mail server."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Job

from paraplu.web.models import Postbericht
from paraplu.web.post import actions, tasks
from paraplu.web.post.actions import PostNietBezorgd, remove_old, save_keuze, stuur, verzend
from paraplu.web.post.tekst import MailMetBSN

DAG = date(2026, 4, 2)
BSN = "999900006"
POST = {"onderwerp": "Casus C12: de termijn loopt morgen af", "tekst": "Rond stap 2 af."}


def schrijf(aan, **velden):
    return stuur(**{"aan": aan, "adres": "/casussen/C12/", "on": DAG, **POST, **velden})


def verzend_nu(bericht) -> bool:
    return verzend(bericht.pk, op=timezone.localtime())


def test_de_mail_komt_aan_met_een_link_en_zonder_naam(gebruiker, postbus, settings):
    settings.WEBADRES = "https://paraplu.voorbeeld.example"
    assert verzend_nu(schrijf(gebruiker))
    (mail,) = postbus.mails
    assert mail["To"] == "k.jansen@deeik.example"
    assert mail["Subject"] == "Casus C12: de termijn loopt morgen af"
    assert mail["Auto-Submitted"] == "auto-generated"
    tekst = mail.get_content()
    assert "Rond stap 2 af." in tekst
    assert "https://paraplu.voorbeeld.example/casussen/C12/" in tekst
    assert "https://paraplu.voorbeeld.example/account/meldingen/" in tekst
    assert "Jansen" not in tekst


def test_de_mail_is_alleen_tekst(gebruiker, postbus):
    verzend_nu(schrijf(gebruiker, tekst="Tom & Co <b>en</b> 'meer' é"))
    (mail,) = postbus.mails
    assert mail.get_content_type() == "text/plain"
    assert "Tom & Co <b>en</b> 'meer' é" in mail.get_content()


def test_in_de_wachtrij_staat_alleen_een_nummer(gebruiker):
    bericht = schrijf(gebruiker)
    assert ProcrastinateJob.objects.get(task_name="verzend_post").args == {"nummer": bericht.pk}


def test_gaat_het_werk_niet_door_dan_de_mail_ook_niet(gebruiker):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        schrijf(gebruiker)
        _ = 1 / 0
    assert not Postbericht.objects.exists()
    assert not ProcrastinateJob.objects.filter(task_name="verzend_post").exists()


def test_twee_keer_verzenden_is_een_mail(gebruiker, postbus):
    bericht = schrijf(gebruiker)
    assert verzend_nu(bericht)
    assert not verzend_nu(bericht)
    assert len(postbus.mails) == 1


@pytest.mark.parametrize("veld", ["onderwerp", "tekst", "adres"])
@pytest.mark.parametrize("bsn", [BSN, "9999.00.006", "9999 00 006"])
def test_een_mail_waar_een_bsn_in_kan_staan_wordt_niet_geschreven(gebruiker, veld, bsn):
    with pytest.raises(MailMetBSN) as fout:
        schrijf(gebruiker, **{veld: f"Casus {bsn}."})
    assert bsn not in str(fout.value)
    assert not Postbericht.objects.exists()


def test_ook_bij_het_verzenden_wordt_gekeken_en_de_mail_blijft_bewaard(gebruiker, postbus):
    bericht = schrijf(gebruiker)
    Postbericht.objects.update(tekst=f"Toch een nummer: {BSN}")
    with pytest.raises(MailMetBSN) as fout:
        verzend_nu(bericht)
    assert BSN not in str(fout.value)
    bericht.refresh_from_db()
    assert (postbus.mails, bericht.geweigerd) == ([], "er kan een BSN in staan")
    assert not verzend_nu(bericht)


def test_negen_cijfers_die_de_elfproef_niet_halen_mogen(gebruiker, postbus, settings):
    settings.WEBADRES = "http://9999.00.006:8000"
    assert verzend_nu(schrijf(gebruiker, tekst="Toewijzing 123456789."))


def test_een_regeleinde_in_het_onderwerp_begint_geen_nieuwe_kop(gebruiker, postbus):
    verzend_nu(schrijf(gebruiker, onderwerp="Casus C12\r\nBcc: ander@elders.example"))
    (mail,) = postbus.mails
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Casus C12 Bcc: ander@elders.example"


def test_wie_geen_directe_mail_wil_krijgt_er_geen(gebruiker):
    save_keuze(gebruiker=gebruiker, overzicht="dag", direct=False, e_mail=gebruiker.e_mail)
    assert schrijf(gebruiker) is None


def test_wie_geen_adres_heeft_krijgt_geen_mail(gebruiker):
    gebruiker.e_mail = ""
    assert schrijf(gebruiker) is None


def test_wie_weg_is_krijgt_geen_mail_ook_niet_als_die_al_klaarstond(gebruiker, postbus):
    bericht = schrijf(gebruiker)
    gebruiker.is_active = False
    gebruiker.save()
    assert schrijf(gebruiker) is None
    assert not verzend_nu(bericht)
    assert postbus.mails == []
    bericht.refresh_from_db()
    assert bericht.geweigerd == "het account is beëindigd"


def test_een_account_van_de_demo_krijgt_geen_echte_mail(gebruiker, postbus):
    gebruiker.is_demo = True
    gebruiker.save()
    assert not verzend_nu(schrijf(gebruiker))
    assert postbus.mails == []


def test_wil_de_server_nu_niet_dan_later_met_hetzelfde_kenmerk(gebruiker, postbus):
    bericht = schrijf(gebruiker)
    postbus.antwoorden = ["451 later"]
    with pytest.raises(PostNietBezorgd) as fout:
        verzend_nu(bericht)
    assert "deeik" not in str(fout.value)
    assert verzend_nu(bericht)
    assert postbus.mails[0]["Message-ID"].startswith(f"<post-{bericht.pk}@")


def test_kent_de_server_het_adres_niet_dan_houdt_het_op(gebruiker, postbus):
    bericht = schrijf(gebruiker)
    postbus.antwoorden = ["550 onbekend"]
    assert not verzend_nu(bericht)
    bericht.refresh_from_db()
    assert bericht.geweigerd == "de mailserver neemt dit adres niet aan"


def test_is_er_geen_server_dan_wordt_het_later_opnieuw_geprobeerd(gebruiker, postbus, settings):
    settings.EMAIL_PORT = 1
    with pytest.raises(PostNietBezorgd, match="ConnectionRefusedError"):
        verzend_nu(schrijf(gebruiker))


def test_er_wordt_ongeveer_een_dag_lang_opnieuw_geprobeerd():
    def wachttijd(keer: int, fout: Exception) -> float | None:
        opdracht = Job(
            id=1,
            queue="post",
            lock=None,
            queueing_lock=None,
            task_name="verzend_post",
            attempts=keer,
        )
        besluit = tasks.OPNIEUW.get_retry_decision(exception=fout, job=opdracht)
        return besluit and (besluit.retry_at - timezone.now()).total_seconds()

    tijden = [wachttijd(keer, PostNietBezorgd("x")) for keer in range(9)]
    assert tijden[-1] is None
    assert tijden[0] == pytest.approx(4, abs=2)
    assert 23 * 3600 < sum(tijden[:-1]) < 25 * 3600
    assert wachttijd(0, MailMetBSN("x")) is None


def test_oude_mails_gaan_weg(gebruiker):
    schrijf(gebruiker)
    grens = DAG + actions.BEWAARTIJD
    assert remove_old(on=grens) == 0
    assert remove_old(on=grens + timedelta(days=1)) == 1


def test_zonder_mailserver_wordt_de_mail_een_bestand(gebruiker, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "post")
    gebruiker.is_demo = True
    gebruiker.save()
    assert verzend_nu(schrijf(gebruiker))
    (bestand,) = (tmp_path / "post").iterdir()
    assert "Rond stap 2 af." in bestand.read_text()
    assert (tmp_path / "post").stat().st_mode & 0o077 == 0


@pytest.mark.django_db(transaction=True)
def test_het_werk_op_de_achtergrond_verzendt_wat_klaarstaat(gebruiker, postbus, monkeypatch):
    for naam in ("verzend", "queue_overzichten", "remove_old"):
        monkeypatch.setattr(actions, naam, and_hang_up(getattr(actions, naam)))
    bericht = schrijf(gebruiker, on=timezone.localdate())
    with without_loop_of_browser():
        call_command("procrastinate", "worker", "--queues", "mail", "--one-shot")
    bericht.refresh_from_db()
    assert bericht.verzonden_op
    assert len(postbus.mails) == 1


@contextmanager
def without_loop_of_browser():
    """A story before this test leaves the loop of its browser's driver marked as running here."""
    van_de_browser = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(van_de_browser)


def and_hang_up(doe):
    """The worker's threads stay, and so would their connection to a database that goes."""

    def do_and_hang_up(*args, **kwargs):
        try:
            return doe(*args, **kwargs)
        finally:
            connection.close()

    return do_and_hang_up
