"""From the link to the page: what opens, and everything that does not (R4)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils.timezone import localdate, now

from paraplu.meelezen import actions, queries, rem
from paraplu.meelezen.actions.binnenkomen import SMS_GELDIG, SMS_POGINGEN
from paraplu.meelezen.actions.uitnodigen import LINK_GELDIG
from paraplu.meelezen.models import NieuweLinkVraag, Sessie, Uitnodiging
from paraplu.meelezen.queries.lezer import DUUR, STIL
from paraplu.web.models import Aanmeldpoging
from tests.meelezen.bouwen import STUK, begin, tekst

pytestmark = pytest.mark.django_db


def is_binnen(client: Client) -> bool:
    return client.get("/meelezen/overzicht/").status_code == 200


def kaal(antwoord) -> str:
    """A page without what differs each time: the token of its forms and the link one gave oneself."""
    return re.sub(
        r'(name="csrfmiddlewaretoken"|name="u"|name="terug") value="[^"]*"', r"\1", tekst(antwoord)
    )


def probeer(client: Client, code: str):
    return client.post("/meelezen/code/", {"code": code})


def fout(code: str) -> str:
    """Another code of six digits."""
    return f"{(int(code) + 1) % 10**6:06d}"


def verzet(uitnodiging: Uitnodiging, **velden) -> None:
    Uitnodiging.objects.filter(pk=uitnodiging.pk).update(**velden)


def test_met_de_link_en_de_sms_leest_een_ouder_mee(mee):
    client = mee.binnen()
    assert "Uw pagina" in tekst(client.get("/meelezen/overzicht/"))
    assert "De jeugdbeschermer overlegt met het lokale team" in tekst(client.get(STUK))


def test_met_de_link_en_de_code_op_papier_leest_een_kind_mee(mee):
    client = mee.binnen(mee.kind)
    assert "Dag Fenna" in tekst(client.get("/meelezen/overzicht/"))


def test_de_code_op_papier_mag_ook_slordig_worden_overgetypt(mee):
    _uitnodiging, codes = mee.nodig_uit(mee.kind)
    client = Client()
    begin(client, codes)
    assert probeer(client, f" {codes.papier.lower().replace('-', ' ')} ").status_code == 302


def test_de_link_alleen_is_niet_genoeg(mee):
    _uitnodiging, codes = mee.nodig_uit()
    client = Client()
    begin(client, codes)
    assert not is_binnen(client)


def test_wie_de_link_alleen_opent_gebruikt_hem_niet(mee):
    """Programs that look at mail open links; only the button binds, and sends a message."""
    uitnodiging, codes = mee.nodig_uit()
    for _keer in range(3):
        assert "Begin" in tekst(Client().get("/meelezen/", {"u": codes.link}))
    uitnodiging.refresh_from_db()
    assert (uitnodiging.toestel_hash, mee.sms()) == ("", [])


def test_elke_link_ziet_er_bij_het_openen_hetzelfde_uit(mee):
    _uitnodiging, codes = mee.nodig_uit()
    paginas = [Client().get("/meelezen/", {"u": link}) for link in (codes.link, "verzonnen")]
    assert kaal(paginas[0]) == kaal(paginas[1])


SLECHT = {
    "onbekend": None,
    "verlopen": lambda u: verzet(u, tot=u.op - timedelta(days=1)),
    "te laat voor het eerst": lambda u: verzet(u, op=u.op - LINK_GELDIG - timedelta(days=1)),
    "ingetrokken": lambda u: actions.revoke(uitnodiging=u, by=u.door, on=u.op),
    "geblokkeerd": lambda u: verzet(u, geblokkeerd_op=now()),
    "elders gebruikt": lambda u: verzet(u, toestel_hash="x" * 64, gebonden_op=now()),
    "niet meer bij dit gezin": lambda u: u.persoon.__class__.objects.filter(pk=u.persoon_id).update(
        rol="netwerk"
    ),
}


def test_op_elke_slechte_link_komt_letterlijk_hetzelfde_antwoord(mee):
    antwoorden = {}
    for naam, bederf in SLECHT.items():
        mee.moeder.__class__.objects.filter(pk=mee.moeder.pk).update(rol="ouder")
        uitnodiging, codes = mee.nodig_uit()
        if bederf:
            bederf(uitnodiging)
        link = codes.link if bederf else "v" * len(codes.link)
        antwoord = Client().post("/meelezen/begin/", {"u": link})
        assert not antwoord.cookies.get("meelezen_toestel"), naam
        antwoorden[naam] = (antwoord.status_code, kaal(antwoord), sorted(antwoord.items()))
    assert {naam for naam, een in antwoorden.items() if een != antwoorden["onbekend"]} == set()
    assert antwoorden["onbekend"][0] == 403


def test_doorgestuurd_werkt_de_link_niet_en_het_eerste_apparaat_merkt_er_niets_van(mee):
    _uitnodiging, codes = mee.nodig_uit()
    eigen, ander = Client(), Client()
    begin(eigen, codes)
    code = mee.laatste_sms()
    assert begin(ander, codes).status_code == 403
    assert probeer(ander, code).status_code == 403
    assert probeer(eigen, code).status_code == 302
    assert is_binnen(eigen)
    assert not is_binnen(ander)
    assert len(mee.sms()) == 1


def test_ook_op_het_apparaat_van_een_ander_gezinslid_begint_de_link_niets(mee):
    vader = mee.binnen(mee.vader)
    toestel = vader.cookies["meelezen_toestel"].value
    _uitnodiging, codes = mee.nodig_uit()
    begin(Client(), codes)
    assert begin(vader, codes).status_code == 403
    assert vader.cookies["meelezen_toestel"].value == toestel


def test_op_het_eigen_apparaat_gaat_de_link_gewoon_verder(mee):
    _uitnodiging, codes = mee.nodig_uit()
    client = Client()
    begin(client, codes)
    toestel = client.cookies["meelezen_toestel"].value
    assert begin(client, codes).status_code == 302
    assert client.cookies["meelezen_toestel"].value == toestel


def test_een_code_is_na_gebruik_op(mee):
    _uitnodiging, codes = mee.nodig_uit()
    client = Client()
    begin(client, codes)
    code = mee.laatste_sms()
    probeer(client, code)
    client.post("/meelezen/stoppen/")
    assert not is_binnen(client)
    assert probeer(client, code).status_code == 422
    assert not is_binnen(client)


def test_een_code_per_sms_verloopt(mee):
    uitnodiging, codes = mee.nodig_uit()
    client = Client()
    begin(client, codes)
    verzet(uitnodiging, sms_tot=now() - timedelta(seconds=1))
    assert probeer(client, mee.laatste_sms()).status_code == 422
    assert timedelta(minutes=10) == SMS_GELDIG


def test_na_vijf_foute_codes_helpt_ook_de_goede_niet_meer(mee):
    _uitnodiging, codes = mee.nodig_uit()
    client = Client()
    begin(client, codes)
    code = mee.laatste_sms()
    for _keer in range(SMS_POGINGEN):
        assert probeer(client, fout(code)).status_code == 422
    assert probeer(client, code).status_code == 429
    Aanmeldpoging.objects.all().delete()
    assert probeer(client, code).status_code == 422
    assert not is_binnen(client)


def test_na_twintig_foute_codes_sluit_de_uitnodiging_voorgoed(mee):
    uitnodiging, codes = mee.nodig_uit(mee.kind)
    client = Client()
    begin(client, codes)
    for _keer in range(rem.CODES_IN_TOTAAL):
        Aanmeldpoging.objects.all().delete()
        probeer(client, "BBBB-BBBB-BBBB")
    Aanmeldpoging.objects.all().delete()
    assert probeer(client, codes.papier).status_code == 403
    uitnodiging.refresh_from_db()
    assert uitnodiging.stand(on=uitnodiging.op) == "geblokkeerd"


def test_de_rem_geldt_ook_per_adres_over_uitnodigingen_heen(mee, monkeypatch):
    monkeypatch.setattr(rem, "CODES_PER_ADRES", 4)
    eerste, tweede = Client(), Client()
    for client, persoon in ((eerste, mee.kind), (tweede, mee.vader)):
        begin(client, mee.nodig_uit(persoon, factor="papier")[1])
        probeer(client, "fout")
        probeer(client, "fout")
    assert probeer(tweede, "fout").status_code == 429
    elders = Client(REMOTE_ADDR="192.0.2.9")
    begin(elders, mee.nodig_uit(mee.moeder, factor="papier")[1])
    assert probeer(elders, "fout").status_code == 422


def test_wie_links_raadt_wordt_geremd_ook_met_een_goede(mee, monkeypatch):
    monkeypatch.setattr(rem, "LINKS_PER_ADRES", 3)
    _uitnodiging, codes = mee.nodig_uit()
    for poging in range(3):
        assert Client().post("/meelezen/begin/", {"u": f"gok{poging}"}).status_code == 403
    assert begin(Client(), codes).status_code == 429
    assert Client().post("/meelezen/nieuwe-link/", {"u": codes.link}).status_code == 429
    assert begin(Client(REMOTE_ADDR="192.0.2.9"), codes).status_code == 302


def test_er_gaat_hoogstens_een_sms_per_minuut_en_acht_per_dag(mee):
    _uitnodiging, codes = mee.nodig_uit()
    client = Client()
    begin(client, codes)
    assert "Wacht een minuut" in tekst(client.post("/meelezen/sms/"))
    for _keer in range(12):
        Aanmeldpoging.objects.update(wanneer=now() - timedelta(minutes=2))
        client.post("/meelezen/sms/")
    assert len(mee.sms()) == rem.SMS_PER_DAG


def test_een_nieuwe_sms_maakt_de_vorige_code_waardeloos(mee):
    _uitnodiging, codes = mee.nodig_uit()
    client = Client()
    begin(client, codes)
    oud = mee.laatste_sms()
    Aanmeldpoging.objects.update(wanneer=now() - timedelta(minutes=2))
    client.post("/meelezen/sms/")
    if mee.laatste_sms() != oud:
        assert probeer(client, oud).status_code == 422
    assert probeer(client, mee.laatste_sms()).status_code == 302


def test_na_een_ander_nummer_in_het_dossier_gaat_er_geen_code_uit(mee):
    """Who could change the number would otherwise get the codes."""
    _uitnodiging, codes = mee.nodig_uit()
    mee.moeder.__class__.objects.filter(pk=mee.moeder.pk).update(telefoon="06 11111111")
    client = Client()
    begin(client, codes)
    assert "kon niet worden gestuurd" in tekst(client.post("/meelezen/sms/"))
    assert mee.sms() == []


def test_de_sms_zegt_niets_van_de_casus(mee):
    _uitnodiging, codes = mee.nodig_uit()
    begin(Client(), codes)
    [regel] = mee.sms()
    nummer, bericht = regel.split("\t")
    assert nummer == "+31612345678"
    kaal_bericht = re.sub(r"\d{6}", "", bericht)
    assert kaal_bericht == "Uw code is . Hij werkt 10 minuten. Geef deze code aan niemand."


@pytest.mark.parametrize(
    ("veld", "terug"), [("laatst", STIL), ("begonnen", DUUR), ("beeindigd", timedelta())]
)
def test_een_sessie_eindigt_na_stilte_en_na_lange_tijd(mee, veld, terug):
    client = mee.binnen()
    assert is_binnen(client)
    Sessie.objects.update(**{veld: now() - terug - timedelta(seconds=1)})
    assert client.get("/meelezen/overzicht/")["Location"] == "/meelezen/"
    assert "Vul uw code in" in tekst(client.get("/meelezen/"))


def test_intrekken_zet_wie_leest_er_meteen_uit(mee):
    client = mee.binnen()
    uitnodiging = Uitnodiging.objects.get()
    actions.revoke(uitnodiging=uitnodiging, by=mee.houder, on=uitnodiging.op)
    assert not is_binnen(client)
    assert "U heeft een link nodig" in tekst(client.get("/meelezen/"))


def test_na_de_laatste_dag_is_het_voorbij(mee):
    client = mee.binnen()
    uitnodiging = Uitnodiging.objects.get()
    verzet(uitnodiging, tot=uitnodiging.op - timedelta(days=1))
    assert not is_binnen(client)


def test_een_sleutel_die_iemand_anders_klaarlegde_wordt_nooit_de_sleutel(mee):
    """Session fixation: what a browser brings along is never taken over."""
    _uitnodiging, codes = mee.nodig_uit()
    client = Client()
    client.cookies["meelezen"] = client.cookies["meelezen_toestel"] = "klaargelegd"
    begin(client, codes)
    assert client.cookies["meelezen_toestel"].value != "klaargelegd"
    toestel = client.cookies["meelezen_toestel"].value
    probeer(client, mee.laatste_sms())
    eerste = client.cookies["meelezen"].value
    assert eerste not in {"klaargelegd", toestel}
    Aanmeldpoging.objects.all().delete()
    client.post("/meelezen/sms/")
    probeer(client, mee.laatste_sms())
    assert client.cookies["meelezen"].value != eerste
    oud = Client()
    oud.cookies["meelezen"], oud.cookies["meelezen_toestel"] = eerste, toestel
    assert not is_binnen(oud)


def test_een_sessie_werkt_niet_zonder_haar_eigen_apparaat(mee):
    moeder, vader = mee.binnen(), mee.binnen(mee.vader)
    gestolen = Client()
    gestolen.cookies["meelezen"] = moeder.cookies["meelezen"].value
    assert not is_binnen(gestolen)
    gestolen.cookies["meelezen_toestel"] = vader.cookies["meelezen_toestel"].value
    assert not is_binnen(gestolen)


def test_de_koekjes_zijn_van_deze_plek_alleen_en_onleesbaar_voor_scripts(mee):
    client = mee.binnen()
    for naam in ("meelezen", "meelezen_toestel"):
        koekje = client.cookies[naam]
        assert koekje["httponly"]
        assert koekje["samesite"] == "Strict"
        assert len(koekje.value) >= 43
    assert client.cookies["meelezen"]["max-age"] == ""
    assert "sessionid" not in client.cookies


def test_een_medewerker_die_is_ingelogd_leest_hier_niets_en_een_ouder_daar_niet(mee):
    medewerker = Client()
    medewerker.force_login(mee.houder.gebruiker)
    assert medewerker.get("/meelezen/overzicht/").status_code == 302
    ouder = mee.binnen()
    for adres in (
        f"/werk/casus/{mee.casus.pk}/",
        f"/werk/casus/{mee.casus.pk}/meelezen/",
        "/werk/",
    ):
        assert ouder.get(adres)["Location"].startswith("/inloggen/")


def test_zonder_het_teken_van_het_formulier_gebeurt_er_niets(mee):
    uitnodiging, codes = mee.nodig_uit()
    streng = Client(enforce_csrf_checks=True)
    for pad in ("begin", "code", "sms", "nieuwe-link", "taal", "stoppen"):
        assert streng.post(f"/meelezen/{pad}/", {"u": codes.link}).status_code == 403
    uitnodiging.refresh_from_db()
    assert uitnodiging.toestel_hash == ""
    assert not NieuweLinkVraag.objects.exists()


def test_een_paginas_gaat_niet_mee_naar_elders_en_wordt_niet_bewaard(mee):
    client = mee.binnen()
    for pad in ("/meelezen/?u=x", "/meelezen/overzicht/", STUK):
        antwoord = client.get(pad)
        assert antwoord["Cache-Control"] == "private, no-store"
        assert antwoord["Referrer-Policy"] == "same-origin"
        assert "noindex" in antwoord["X-Robots-Tag"]
        assert "default-src 'none'" in antwoord["Content-Security-Policy"]


def test_geen_geheim_staat_in_de_database_het_spoor_of_het_logboek(mee, caplog):
    uitnodiging, codes = mee.nodig_uit(mee.kind)
    client = Client()
    begin(client, codes)
    probeer(client, "fout")
    probeer(client, codes.papier)
    begin(Client(), codes)
    geheimen = [codes.link, codes.papier, codes.papier.replace("-", "")]
    geheimen += [client.cookies[naam].value for naam in ("meelezen", "meelezen_toestel")]
    with connection.cursor() as cursor:
        for tabel in connection.introspection.table_names():
            cursor.execute(f'SELECT t::text FROM "{tabel}" t')
            inhoud = str(cursor.fetchall())
            assert not [geheim for geheim in geheimen if geheim in inhoud], tabel
    assert not [geheim for geheim in geheimen if geheim in caplog.text]
    assert not [geheim for geheim in geheimen if geheim in f"{codes!r} {uitnodiging!r}"]


def test_een_nieuwe_link_vragen_ziet_de_professional_en_niemand_anders(mee):
    uitnodiging, codes = mee.nodig_uit()
    begin(Client(), codes)
    ander = Client()
    assert "Vraag een nieuwe link" in tekst(begin(ander, codes))
    goed = ander.post("/meelezen/nieuwe-link/", {"u": codes.link})
    onzin = ander.post("/meelezen/nieuwe-link/", {"u": "verzonnen"})
    assert kaal(goed) == kaal(onzin)
    ander.post("/meelezen/nieuwe-link/", {"u": codes.link})
    assert NieuweLinkVraag.objects.get().uitnodiging == uitnodiging
    medewerker = Client()
    medewerker.force_login(mee.houder.gebruiker)
    assert "vraagt een nieuwe link" in tekst(
        medewerker.get(f"/werk/casus/{mee.casus.pk}/meelezen/")
    )
    [regel] = queries.list_wachtend(mee.houder.gebruiker, localdate())
    assert (regel.casus, regel.tekst) == (mee.casus.nummer, "iemand vraagt een nieuwe link")


def test_een_nieuwe_link_van_de_professional_vervangt_de_oude(mee):
    oud, codes = mee.nodig_uit()
    Client().post("/meelezen/nieuwe-link/", {"u": codes.link})
    nieuw, andere = actions.resend(uitnodiging=oud, by=mee.houder, on=oud.op)
    assert nieuw.vervangt == oud
    assert begin(Client(), codes).status_code == 403
    assert begin(Client(), andere).status_code == 302
    assert not NieuweLinkVraag.objects.filter(afgehandeld_op=None).exists()
