"""Logging in at one's own organisation, with a provider that others wrote."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from paraplu.web.inloggen.diensten import Maakt
from paraplu.web.models import Accountbesluit, Gebruiker, Identiteit, Spoor
from tests.web.inloggen.conftest import make_dienst

E_MAIL = "k.jansen@ede.example"


@pytest.fixture
def klaargezet(maak_gebruiker) -> Gebruiker:
    gebruiker = maak_gebruiker()
    Identiteit.objects.create(gebruiker=gebruiker, dienst="ede", kenmerk=E_MAIL)
    return gebruiker


def test_wie_is_klaargezet_komt_binnen_en_is_dan_gekoppeld(klaargezet, bij_ede, kom_terug, nep):
    bij_ede.put_persoon("s-1", email="K.Jansen@Ede.example", email_verified=True)
    client = Client()
    antwoord = kom_terug(client, "s-1", "?next=/volledigheid/")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/volledigheid/")
    assert "Backoffice gemeente, Ede" in client.get("/volledigheid/").content.decode()
    identiteit = Identiteit.objects.get()
    assert (identiteit.subject, identiteit.issuer) == ("s-1", bij_ede.issuer)
    klaargezet.refresh_from_db()
    assert klaargezet.laatst_ingelogd_op is not None


def test_inloggen_en_koppelen_staan_in_het_spoor_zonder_naam(klaargezet, bij_ede, kom_terug):
    bij_ede.put_persoon("s-1", email=E_MAIL, email_verified=True)
    kom_terug(Client(), "s-1")
    regels = {spoor.handeling: spoor for spoor in Spoor.objects.all()}
    assert regels.keys() == {"inlogdienst koppelen", "inloggen"}
    assert all(spoor.gebruiker == klaargezet for spoor in regels.values())
    assert "jansen" not in " ".join(spoor.voorwerp for spoor in regels.values()).lower()


def test_na_de_eerste_keer_telt_alleen_wie_het_is_en_niet_het_adres(klaargezet, bij_ede, kom_terug):
    bij_ede.put_persoon("s-1", email=E_MAIL, email_verified=True)
    kom_terug(Client(), "s-1")
    bij_ede.put_persoon("s-1", email="getrouwd@ede.example", email_verified=True)
    assert kom_terug(Client(), "s-1").status_code == 302


def test_een_adres_dat_een_ander_later_kreeg_opent_niets(klaargezet, bij_ede, kom_terug):
    bij_ede.put_persoon("s-1", email=E_MAIL, email_verified=True)
    kom_terug(Client(), "s-1")
    bij_ede.put_persoon("s-2", email=E_MAIL, email_verified=True)
    assert kom_terug(Client(), "s-2").status_code == 403
    assert Identiteit.objects.get().subject == "s-1"


def test_wie_niet_is_klaargezet_leest_wat_te_doen(db, bij_ede, kom_terug):
    bij_ede.put_persoon("vreemd", email="wie@ede.example", email_verified=True)
    client = Client()
    antwoord = kom_terug(client, "vreemd")
    assert antwoord.status_code == 403
    assert "Uw account is nog niet klaargezet" in antwoord.content.decode()
    assert not Gebruiker.objects.exists()
    assert client.get("/volledigheid/").status_code == 302
    assert Spoor.objects.get().resultaat == "niet klaargezet"


@pytest.mark.parametrize("geverifieerd", [False, None, "true", 1])
def test_een_adres_dat_niet_is_nagegaan_koppelt_niet(geverifieerd, klaargezet, bij_ede, kom_terug):
    claims = {} if geverifieerd is None else {"email_verified": geverifieerd}
    bij_ede.put_persoon("s-9", email=E_MAIL, **claims)
    assert kom_terug(Client(), "s-9").status_code == 403


def test_een_dienst_die_zelf_adressen_uitdeelt_hoeft_niets_na_te_gaan(
    klaargezet, bij_ede, kom_terug, settings
):
    settings.INLOGDIENSTEN = {"ede": make_dienst(bij_ede.issuer, e_mail_betrouwbaar=True)}
    bij_ede.put_persoon("s-1", email=E_MAIL)
    assert kom_terug(Client(), "s-1").status_code == 302


def test_een_dienst_opent_geen_account_van_een_andere_organisatie(
    maak_gebruiker, bij_ede, kom_terug
):
    arnhem = maak_gebruiker(organisatie_code="0202", organisatie_naam="Arnhem")
    Identiteit.objects.create(gebruiker=arnhem, dienst="ede", kenmerk=E_MAIL)
    bij_ede.put_persoon("s-1", email=E_MAIL, email_verified=True)
    assert kom_terug(Client(), "s-1").status_code == 403
    assert Identiteit.objects.get().subject == ""


def test_wie_van_organisatie_wisselde_komt_er_niet_meer_in(klaargezet, bij_ede, kom_terug):
    bij_ede.put_persoon("s-1", email=E_MAIL, email_verified=True)
    kom_terug(Client(), "s-1")
    Gebruiker.objects.update(organisatie_code="0202")
    assert kom_terug(Client(), "s-1").status_code == 403


def test_een_andere_claim_kan_zeggen_wie_het_is(klaargezet, bij_ede, kom_terug, settings):
    settings.INLOGDIENSTEN = {
        "ede": make_dienst(bij_ede.issuer, identiteit="oid", koppel="personeelsnummer")
    }
    Identiteit.objects.update(kenmerk="p-77")
    bij_ede.put_persoon("s-1", oid="o-1", personeelsnummer="P-77")
    assert kom_terug(Client(), "s-1").status_code == 302
    assert Identiteit.objects.get().subject == "o-1"


def test_waar_de_dienst_dat_zegt_wordt_het_account_gemaakt(db, bij_ede, kom_terug, settings):
    maakt = Maakt(soort="lokaalteam", organisatie="gemeente:0228", organisatie_naam="Ede")
    settings.INLOGDIENSTEN = {"ede": make_dienst(bij_ede.issuer, maakt=maakt)}
    bij_ede.put_persoon("s-1", email=E_MAIL, email_verified=True, name="K. Jansen")
    assert kom_terug(Client(), "s-1").status_code == 302
    assert kom_terug(Client(), "s-1").status_code == 302
    nieuw = Gebruiker.objects.get()
    assert (nieuw.soort, nieuw.organisatie_code, nieuw.naam) == ("lokaalteam", "0228", "K. Jansen")
    assert nieuw.begindatum == timezone.localdate()
    assert not nieuw.has_usable_password()
    assert Accountbesluit.objects.get().besluit == "gemaakt"


def test_de_inlogpagina_noemt_elke_dienst_met_een_link(db, bij_ede):
    tekst = Client().get("/inloggen/?next=/volledigheid/").content.decode()
    assert 'href="/inloggen/bij/ede/?next=/volledigheid/"' in tekst
    assert "Gemeente Ede" in tekst


def test_wie_naar_een_dienst_gaat_vraagt_met_pkce_state_en_nonce(db, bij_ede):
    adres = Client().get("/inloggen/bij/ede/")["Location"]
    assert adres.startswith(f"{bij_ede.issuer}/oauth2/authorize?")
    for deel in ("code_challenge=", "code_challenge_method=S256", "state=", "nonce="):
        assert deel in adres


def test_na_uitloggen_kan_het_ook_bij_de_dienst(klaargezet, bij_ede, kom_terug):
    bij_ede.put_persoon("s-1", email=E_MAIL, email_verified=True)
    client = Client()
    kom_terug(client, "s-1")
    antwoord = client.post("/uitloggen/")
    assert antwoord["Location"] == "/inloggen/?uit=ede"
    assert "/inloggen/bij/ede/uit/" in client.get(antwoord["Location"]).content.decode()
    daar = client.get("/inloggen/bij/ede/uit/")["Location"]
    assert daar.startswith(f"{bij_ede.issuer}/oauth2/end_session?")
    assert client.get("/volledigheid/").status_code == 302


def test_een_dienst_die_zwijgt_houdt_niemand_minuten_vast(db, settings):
    settings.INLOGDIENSTEN = {"ede": make_dienst("http://127.0.0.1:9")}
    antwoord = Client().get("/inloggen/bij/ede/")
    assert antwoord.status_code == 502
    assert "Gemeente Ede antwoordt niet" in antwoord.content.decode()


def test_een_dienst_die_er_niet_is_is_niet_gevonden(db):
    assert Client().get("/inloggen/bij/elders/").status_code == 404
