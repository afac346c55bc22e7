"""What the professional does: invite, give anew, take back; who can be invited and who may do it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core import mail as uit
from django.test import Client
from django.utils.timezone import localdate, now
from pypdf import PdfReader

from paraplu.casussen import actions as casussen
from paraplu.casussen.models import Persoon
from paraplu.meelezen import actions, sms, stukken
from paraplu.meelezen.actions.uitnodigen import HOOGSTENS
from paraplu.meelezen.fouten import MagNietMeelezen
from paraplu.meelezen.mensen import age_of
from paraplu.meelezen.models import Uitnodiging
from tests.casussen.bouwen import BEGIN, make_medewerker
from tests.meelezen.bouwen import TELEFOON, begin, jaren_oud, tekst

pytestmark = pytest.mark.django_db


def als(medewerker) -> Client:
    client = Client()
    client.force_login(medewerker.gebruiker)
    return client


def pad(mee) -> str:
    return f"/werk/casus/{mee.casus.pk}/meelezen/"


def velden(mee, **anders):
    return {
        "persoon": mee.moeder.pk,
        "soorten": ["afspraken"],
        "factor": "papier",
        "taal": "nl",
        "tot": localdate() + timedelta(days=14),
        **anders,
    }


def codes_op(antwoord) -> dict[str, str]:
    codes = antwoord.context["codes"]
    return {"link": codes.link, "papier": codes.papier}


def test_een_jeugdbeschermer_nodigt_uit_en_ziet_de_link_een_keer(mee):
    client = als(mee.houder)
    antwoord = client.post(pad(mee), velden(mee))
    codes = codes_op(antwoord)
    assert len(codes["link"]) >= 43
    assert codes["link"] in tekst(antwoord)
    assert "data:image/svg+xml" in tekst(antwoord)
    assert antwoord["Cache-Control"] == "private, no-store"
    for pagina in (client.get(pad(mee)), client.get(f"/werk/casus/{mee.casus.pk}/")):
        assert codes["link"] not in tekst(pagina)
        assert "nog niet gebruikt" in tekst(pagina)


def test_de_brieven_zijn_toegankelijk_en_elk_de_helft_van_de_sleutel(mee):
    client = als(mee.houder)
    codes = codes_op(client.post(pad(mee), velden(mee)))
    brief = f"/werk/meelezen/{Uitnodiging.objects.get().pk}/brief/"
    teksten = {}
    for deel in ("link", "code"):
        pdf = client.post(brief, {**codes, "deel": deel})
        assert pdf["Content-Type"] == "application/pdf"
        lezer = PdfReader(BytesIO(pdf.content))
        assert lezer.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert lezer.trailer["/Root"]["/Lang"] == "nl"
        teksten[deel] = "".join("".join(b.extract_text().split()) for b in lezer.pages)
        teksten[deel] = teksten[deel].replace("\u200b", "")
    assert codes["link"] in teksten["link"]
    assert codes["papier"] not in teksten["link"]
    assert codes["papier"] in teksten["code"]
    assert codes["link"] not in teksten["code"]
    assert "Moeder" not in teksten["link"] + teksten["code"]


def test_een_brief_komt_er_alleen_met_de_goede_codes(mee):
    client = als(mee.houder)
    codes = codes_op(client.post(pad(mee), velden(mee)))
    brief = f"/werk/meelezen/{Uitnodiging.objects.get().pk}/brief/"
    assert client.post(brief, {"link": "anders", "papier": ""}).status_code == 404
    assert client.post(brief, {**codes, "papier": "BBBB-BBBB-BBBB"}).status_code == 404


def test_de_mail_bevat_de_link_en_nooit_de_code_of_een_naam(mee):
    client = als(mee.houder)
    antwoord = client.post(pad(mee), velden(mee, e_mail="ouder@thuis.example", taal="en"))
    codes = codes_op(antwoord)
    [bericht] = uit.outbox
    assert codes["link"] in bericht.body
    assert codes["papier"] not in bericht.body
    assert bericht.subject == "Your link to read along"
    assert not {"Moeder", "Fenna", mee.casus.nummer} & set(bericht.body.split())
    assert "De link is gemaild" in tekst(antwoord)


@pytest.mark.parametrize(
    "anders",
    [
        {"persoon": ""},
        {"soorten": []},
        {"factor": "geen"},
        {"tot": "2020-01-01"},
        {"tot": localdate() + HOOGSTENS + timedelta(days=1)},
        {"e_mail": "geen adres"},
    ],
    ids=["niemand", "niets", "geen tweede sleutel", "verleden", "te lang", "geen adres"],
)
def test_een_onvolledige_uitnodiging_komt_terug(mee, anders):
    assert als(mee.houder).post(pad(mee), velden(mee, **anders)).status_code == 422
    assert not Uitnodiging.objects.exists()


def test_een_kind_van_precies_twaalf_mag_en_een_dag_jonger_niet(mee):
    """P27: from the day on which twelve years are completed."""
    vandaag = localdate()
    for geboren, mag in ((jaren_oud(12), True), (jaren_oud(12) + timedelta(days=31), False)):
        Persoon.objects.filter(pk=mee.kind.pk).update(geboortedatum=geboren)
        mee.kind.refresh_from_db()
        assert (age_of(mee.kind, on=vandaag) >= 12) is mag
        if mag:
            mee.nodig_uit(mee.kind)
        else:
            with pytest.raises(MagNietMeelezen, match="vanaf twaalf jaar"):
                mee.nodig_uit(mee.kind)


def test_wie_niet_bij_het_gezin_of_de_casus_hoort_wordt_niet_uitgenodigd(mee):
    tweede, kind_2 = mee.nieuw_gezin()
    oom = mee.persoon("netwerk", "Oom")
    zus = mee.persoon("kind", "Zus", jaren=14)
    zonder = casussen.add_persoon(
        gezin=mee.casus.gezin, rol="kind", voornamen="Z", achternaam="T", by=mee.houder, on=BEGIN
    )
    for persoon, reden in (
        (kind_2, "hoort niet bij dit gezin"),
        (oom, "Alleen ouders"),
        (zus, "een ander kind"),
        (mee.jongste, "een ander kind"),
        (zonder, "een ander kind"),
    ):
        with pytest.raises(MagNietMeelezen, match=reden):
            mee.nodig_uit(persoon, factor="papier")
    assert als(mee.houder).post(pad(mee), velden(mee, persoon=kind_2.pk)).status_code == 422
    assert tweede.uitnodigingen.count() == 0


def test_een_kind_krijgt_alleen_wat_voor_kinderen_is_geschreven(mee, monkeypatch):
    eigen = vars(stukken.find_soort("afspraken"))
    ouders = stukken.StukSoort(**{**eigen, "sleutel": "ouders", "voor_kind": False})
    monkeypatch.setitem(stukken._SOORTEN, "ouders", ouders)
    soorten = ["afspraken", "ouders"]
    assert mee.nodig_uit(mee.kind, soorten=soorten)[0].sleutels == ("afspraken",)
    assert mee.nodig_uit(mee.moeder, soorten=soorten)[0].sleutels == ("afspraken", "ouders")
    for geen in (["ouders"], ["bestaat_niet", "afspraken"]):
        with pytest.raises(MagNietMeelezen, match="Kies wat"):
            mee.nodig_uit(mee.kind, soorten=geen)


def test_een_kind_met_het_nummer_van_een_ouder_krijgt_geen_sms(mee):
    """Otherwise the parent reads the code, and with it what the child wrote."""
    Persoon.objects.filter(pk=mee.kind.pk).update(telefoon="+31 6 1234 5678")
    mee.kind.refresh_from_db()
    with pytest.raises(MagNietMeelezen, match="alleen van deze persoon"):
        mee.nodig_uit(mee.kind, factor="telefoon")


@pytest.mark.parametrize(
    ("nummer", "goed"),
    [
        (TELEFOON, "+31612345678"),
        ("+31 (0)6-12345678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("+49 151 23456789", "+4915123456789"),
        ("026 1234567", ""),
        ("06 1234", ""),
        ("", ""),
    ],
)
def test_alleen_naar_een_mobiel_nummer_gaat_een_sms(nummer, goed):
    assert sms.clean_nummer(nummer) == goed


def test_een_nieuwe_uitnodiging_beeindigt_de_vorige_van_dezelfde_persoon(mee):
    lezer = mee.binnen()
    eerste = Uitnodiging.objects.get()
    tweede, _codes = mee.nodig_uit()
    eerste.refresh_from_db()
    assert eerste.ingetrokken_op == localdate()
    assert tweede.vervangt == eerste
    assert lezer.get("/meelezen/overzicht/").status_code == 302


def test_opnieuw_en_intrekken_met_een_knop(mee):
    client = als(mee.houder)
    oud, codes = mee.nodig_uit(factor="papier")
    nieuw = codes_op(client.post(f"/werk/meelezen/{oud.pk}/opnieuw/"))
    assert begin(Client(), codes).status_code == 403
    laatste = Uitnodiging.objects.get(vervangt=oud)
    client.post(f"/werk/meelezen/{laatste.pk}/intrekken/")
    assert Client().post("/meelezen/begin/", {"u": nieuw["link"]}).status_code == 403
    assert "ingetrokken" in tekst(client.get(pad(mee)))


def test_wie_het_gezin_niet_als_geheel_ziet_nodigt_niet_uit(mee):
    uitnodiging, _codes = mee.nodig_uit()
    vreemd = make_medewerker("jeugdbeschermer", mee.wereld.gi)
    for medewerker in (mee.wereld.wie["backoffice"], mee.wereld.wie["zorgaanbieder"], vreemd):
        client = als(medewerker)
        assert client.get(pad(mee)).status_code == 404
        assert client.get(f"/werk/casus/{mee.casus.pk}/van-het-gezin/").status_code == 404
        for handeling in ("opnieuw", "intrekken", "brief"):
            antwoord = client.post(f"/werk/meelezen/{uitnodiging.pk}/{handeling}/")
            assert antwoord.status_code == 404, handeling
    uitnodiging.refresh_from_db()
    assert uitnodiging.ingetrokken_op is None


def test_met_noodtoegang_wordt_gekeken_en_niet_uitgenodigd(mee):
    vreemd = make_medewerker("jeugdbeschermer", mee.wereld.gi)
    casussen.break_glass(casus=mee.casus, by=vreemd, now=now(), reden="crisis in de nacht")
    assert als(vreemd).get(f"/werk/casus/{mee.casus.pk}/").status_code == 200
    assert als(vreemd).get(pad(mee)).status_code == 404


def test_een_poort_krijgt_alleen_nummer_en_tekst_en_een_weigering_komt_terug(settings, monkeypatch):
    gestuurd = []

    class Antwoord:
        status_code = 202

    def post(adres, **rest):
        gestuurd.append((adres, rest))
        return Antwoord()

    monkeypatch.setattr(sms.requests, "post", post)
    settings.SMS_KANAAL = "paraplu.meelezen.sms.Poort"
    settings.SMS_ADRES, settings.SMS_SLEUTEL = "https://sms.example/stuur", "sleutel"
    sms.stuur("+31612345678", "Uw code is 123456.")
    [(adres, rest)] = gestuurd
    assert adres == "https://sms.example/stuur"
    assert rest["json"] == {"to": "+31612345678", "from": "Paraplu", "body": "Uw code is 123456."}
    assert rest["allow_redirects"] is False
    Antwoord.status_code = 302
    with pytest.raises(sms.SmsNietBezorgd, match="302"):
        sms.stuur("+31612345678", "Uw code is 123456.")
    settings.SMS_ADRES = "http://sms.example/stuur"
    with pytest.raises(sms.SmsNietBezorgd, match="https"):
        sms.stuur("+31612345678", "Uw code is 123456.")


def test_als_de_sms_niet_weg_kan_hoort_de_ouder_dat_en_staat_het_zonder_nummer_in_het_logboek(
    mee, settings, caplog, monkeypatch
):
    _uitnodiging, codes = mee.nodig_uit()
    settings.SMS_KANAAL, settings.SMS_ADRES = "paraplu.meelezen.sms.Poort", "http://onveilig"
    client = Client()
    begin(client, codes)
    monkeypatch.setattr("paraplu.meelezen.rem.may_send", lambda **_wie: True)
    assert "kon niet worden gestuurd" in tekst(client.post("/meelezen/sms/"))
    assert "niet verzonden" in caplog.text
    assert "12345678" not in caplog.text


def test_het_bestand_met_sms_en_leest_alleen_de_eigenaar(mee, settings):
    _uitnodiging, codes = mee.nodig_uit()
    begin(Client(), codes)
    assert Path(settings.SMS_BESTAND).stat().st_mode & 0o077 == 0


def test_een_uitnodiging_hoogstens_een_keer_open_per_persoon_en_casus(mee):
    mee.nodig_uit()
    actions.nodig_uit(
        persoon=mee.moeder, casus=mee.casus, soorten=["afspraken"], factor="papier",
        by=mee.houder, on=localdate(), tot=localdate(),
    )  # fmt: skip
    assert Uitnodiging.objects.filter(ingetrokken_op=None).count() == 1
