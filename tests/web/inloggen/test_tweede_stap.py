"""A password alone is not enough: the app, the recovery codes, and the brake."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.test import Client
from django.utils import timezone

from paraplu.web.inloggen import rem
from paraplu.web.inloggen.actions import tweede_stap as actions
from paraplu.web.inloggen.geheim import decrypt
from paraplu.web.models import Aanmeldpoging, Gebruiker, Herstelcode, Spoor, TweedeStap
from tests.web.inloggen.conftest import WACHTWOORD

NU = datetime(2026, 11, 22, 12, 0, 5, tzinfo=UTC)
PAGINA = "/account/tweede-stap/"


@pytest.fixture
def klok(monkeypatch) -> dict[str, datetime]:
    """The moment that the pages think it is."""
    wijzer = {"nu": NU}
    monkeypatch.setattr(timezone, "now", lambda: wijzer["nu"])
    return wijzer


def code_of(gebruiker: Gebruiker, op: datetime = NU) -> str:
    stap = TweedeStap.objects.get(gebruiker=gebruiker)
    return pyotp.TOTP(decrypt(stap.geheim, van=gebruiker.pk)).at(op)


def give_password(client: Client, naam: str = "k.jansen", **meer: str):
    return client.post("/inloggen/", {"gebruikersnaam": naam, "wachtwoord": WACHTWOORD, **meer})


def give_code(client: Client, code: str):
    return client.post("/inloggen/code/", {"code": code})


@pytest.fixture
def herstelcodes(gebruiker, klok) -> list[str]:
    """The account has its second step on, since a minute."""
    stap = actions.prepare_tweede_stap(gebruiker=gebruiker)
    vroeger = NU - timedelta(minutes=1)
    return actions.confirm_tweede_stap(stap=stap, code=code_of(gebruiker, vroeger), op=vroeger)


def test_waar_het_verplicht_is_stelt_iedereen_eerst_de_tweede_stap_in(gebruiker, klok, nep):
    client = Client()
    give_password(client)
    assert client.get("/volledigheid/")["Location"] == PAGINA
    assert client.get("/account/")["Location"] == PAGINA
    assert client.post(PAGINA, {"handeling": "begin"})["Location"] == PAGINA
    tekst = client.get(PAGINA).content.decode()
    assert 'src="data:image/svg+xml' in tekst
    antwoord = client.post(PAGINA, {"code": code_of(gebruiker)})
    assert len(re.findall(r"<code>\w{5}-\w{5}</code>", antwoord.content.decode())) == 10
    assert client.get("/volledigheid/").status_code == 200


def test_de_sleutel_staat_er_als_tekst_voor_wie_niet_kan_scannen(gebruiker, klok):
    client = Client()
    give_password(client)
    client.post(PAGINA, {"handeling": "begin"})
    geheim = re.search(
        r'<code class="geheim">([A-Z2-7 ]+)</code>', client.get(PAGINA).content.decode()
    )
    assert pyotp.TOTP(geheim[1].replace(" ", "")).at(NU) == code_of(gebruiker)


def test_de_pagina_met_de_sleutel_wordt_nergens_bewaard(gebruiker, klok):
    client = Client()
    give_password(client)
    client.post(PAGINA, {"handeling": "begin"})
    assert "no-store" in client.get(PAGINA)["Cache-Control"]


def test_met_een_verkeerde_code_gaat_de_tweede_stap_niet_aan(gebruiker, klok):
    client = Client()
    give_password(client)
    client.post(PAGINA, {"handeling": "begin"})
    assert client.post(PAGINA, {"code": "000000"}).status_code == 422
    assert TweedeStap.objects.get().bevestigd_op is None


def test_na_het_wachtwoord_is_nog_niemand_binnen(gebruiker, herstelcodes, nep):
    client = Client()
    assert give_password(client)["Location"] == "/inloggen/code/"
    assert client.get("/volledigheid/")["Location"].startswith("/inloggen/?next=")
    assert not Spoor.objects.filter(handeling="inloggen").exists()


def test_met_de_code_komt_u_binnen_waar_u_heen_wilde(gebruiker, herstelcodes, nep):
    client = Client()
    give_password(client, next="/volledigheid/")
    assert give_code(client, code_of(gebruiker))["Location"] == "/volledigheid/"
    assert client.get("/volledigheid/").status_code == 200


def test_een_code_met_een_spatie_is_dezelfde_code(gebruiker, herstelcodes):
    client = Client()
    give_password(client)
    code = code_of(gebruiker)
    assert give_code(client, f"{code[:3]} {code[3:]}").status_code == 302


def test_een_code_werkt_maar_een_keer(gebruiker, herstelcodes, klok):
    eerste, tweede = Client(), Client()
    code = code_of(gebruiker)
    give_password(eerste)
    give_password(tweede)
    assert give_code(eerste, code).status_code == 302
    assert give_code(tweede, code).status_code == 422
    assert tweede.get("/account/").status_code == 302
    klok["nu"] = NU + timedelta(seconds=30)
    assert give_code(tweede, code_of(gebruiker, klok["nu"])).status_code == 302


def test_een_oudere_code_dan_de_laatste_werkt_niet_meer(gebruiker, herstelcodes):
    client = Client()
    vorige = code_of(gebruiker, NU - timedelta(seconds=30))
    give_password(client)
    give_code(client, code_of(gebruiker))
    client.post("/uitloggen/")
    give_password(client)
    assert give_code(client, vorige).status_code == 422


def test_de_code_waarmee_u_hem_aanzette_is_ook_gebruikt(gebruiker, klok):
    stap = actions.prepare_tweede_stap(gebruiker=gebruiker)
    code = code_of(gebruiker)
    actions.confirm_tweede_stap(stap=stap, code=code, op=NU)
    client = Client()
    give_password(client)
    assert give_code(client, code).status_code == 422


def test_een_herstelcode_werkt_een_keer(gebruiker, herstelcodes):
    eerste, tweede = Client(), Client()
    give_password(eerste)
    assert give_code(eerste, herstelcodes[0].upper()).status_code == 302
    assert Spoor.objects.filter(handeling="herstelcode gebruiken").exists()
    give_password(tweede)
    assert give_code(tweede, herstelcodes[0]).status_code == 422
    assert give_code(tweede, herstelcodes[1]).status_code == 302


def test_een_herstelcode_van_een_ander_opent_niets(gebruiker, herstelcodes, maak_gebruiker):
    ander = maak_gebruiker("a.smit", password=WACHTWOORD)
    stap = actions.prepare_tweede_stap(gebruiker=ander)
    actions.confirm_tweede_stap(stap=stap, code=code_of(ander), op=NU)
    client = Client()
    give_password(client, "a.smit")
    assert give_code(client, herstelcodes[0]).status_code == 422


def test_de_herstelcodes_staan_niet_leesbaar_in_de_database(herstelcodes):
    bewaard = " ".join(Herstelcode.objects.values_list("sleutel", flat=True))
    assert not any(code.replace("-", "") in bewaard for code in herstelcodes)


def test_na_vijf_verkeerde_codes_is_de_deur_een_kwartier_dicht(gebruiker, herstelcodes, klok):
    client = Client()
    give_password(client)
    for _keer in range(rem.PER_KWARTIER):
        assert give_code(client, "000000").status_code == 422
    assert give_code(client, code_of(gebruiker)).status_code == 429
    assert give_code(client, herstelcodes[0]).status_code == 429
    assert Spoor.objects.filter(handeling="tweede stap", resultaat="geweigerd").count() == 5


def test_het_wachtwoord_opnieuw_geven_haalt_de_rem_er_niet_af(gebruiker, herstelcodes):
    for _keer in range(rem.PER_KWARTIER):
        client = Client()
        give_password(client)
        give_code(client, "000000")
    give_password(client)
    assert give_code(client, code_of(gebruiker)).status_code == 429


def test_een_kwartier_later_mag_het_weer_tot_twintig_op_een_dag(gebruiker, herstelcodes, klok):
    client = Client()
    for _keer in range(rem.PER_KWARTIER):
        rem.count_misser(gebruiker=gebruiker)
    Aanmeldpoging.objects.update(wanneer=NU - timedelta(minutes=16))
    give_password(client)
    assert give_code(client, code_of(gebruiker)).status_code == 302
    for _keer in range(rem.PER_DAG):
        rem.count_misser(gebruiker=gebruiker)
    Aanmeldpoging.objects.update(wanneer=NU - timedelta(hours=23))
    client.post("/uitloggen/")
    give_password(client)
    assert give_code(client, herstelcodes[0]).status_code == 429


def test_wie_langer_dan_tien_minuten_wacht_begint_opnieuw(gebruiker, herstelcodes, klok):
    client = Client()
    give_password(client)
    klok["nu"] = NU + timedelta(minutes=11)
    antwoord = give_code(client, code_of(gebruiker, klok["nu"]))
    assert "Vul eerst uw naam en wachtwoord in" in antwoord.content.decode()
    assert client.get("/account/").status_code == 302


def test_een_wachtwoord_dat_intussen_wijzigde_telt_niet_meer(gebruiker, herstelcodes):
    client = Client()
    give_password(client)
    gebruiker.set_password("een heel ander wachtwoord")
    gebruiker.save()
    give_code(client, code_of(gebruiker))
    assert client.get("/account/").status_code == 302


def test_zonder_wachtwoord_vraagt_de_pagina_geen_code(db):
    tekst = Client().get("/inloggen/code/").content.decode()
    assert 'name="code"' not in tekst


def test_nieuwe_herstelcodes_vragen_een_goede_code_en_maken_de_oude_ongeldig(
    gebruiker, herstelcodes, klok
):
    client = Client()
    give_password(client)
    give_code(client, herstelcodes[0])
    assert client.post(PAGINA, {"code": "000000", "handeling": "herstelcodes"}).status_code == 422
    antwoord = client.post(PAGINA, {"code": code_of(gebruiker), "handeling": "herstelcodes"})
    assert antwoord.status_code == 200
    client.post("/uitloggen/")
    give_password(client)
    assert give_code(client, herstelcodes[1]).status_code == 422


def test_naar_een_andere_telefoon_vraagt_een_goede_code_en_dan_een_nieuwe_sleutel(
    gebruiker, herstelcodes, nep
):
    client = Client()
    give_password(client)
    give_code(client, herstelcodes[0])
    assert client.post(PAGINA, {"code": "000000", "handeling": "weg"}).status_code == 422
    assert TweedeStap.objects.exists()
    client.post(PAGINA, {"code": code_of(gebruiker), "handeling": "weg"})
    assert not TweedeStap.objects.exists()
    assert client.get("/volledigheid/")["Location"] == PAGINA


def test_waar_het_uit_staat_vraagt_niemand_een_code(gebruiker, herstelcodes, settings, nep):
    settings.TWEEDE_STAP = "uit"
    client = Client()
    give_password(client)
    assert client.get("/volledigheid/").status_code == 200


def test_waar_het_aan_staat_kiest_ieder_zelf(gebruiker, settings, klok, nep):
    settings.TWEEDE_STAP = "aan"
    client = Client()
    give_password(client)
    assert client.get("/volledigheid/").status_code == 200
    client.post(PAGINA, {"handeling": "begin"})
    client.post(PAGINA, {"code": code_of(gebruiker, klok["nu"])})
    client.post("/uitloggen/")
    assert give_password(client)["Location"] == "/inloggen/code/"


def test_een_demo_account_heeft_geen_tweede_stap(accounts, nep):
    client = Client()
    client.post("/inloggen/demo/", {"gebruikersnaam": "demo-gi"})
    assert client.get("/volledigheid/").status_code == 200
    assert "hoeft u hier niets in te stellen" in client.get(PAGINA).content.decode()


def test_twee_tegelijk_met_dezelfde_code_komen_er_niet_allebei_in(gebruiker, herstelcodes):
    stap = TweedeStap.objects.get()
    oud = TweedeStap.objects.get()
    code = code_of(gebruiker)
    assert actions._use_number(stap, code, op=NU)
    assert not actions._use_number(oud, code, op=NU)


def test_met_een_andere_sleutel_zegt_de_pagina_wat_te_doen(gebruiker, herstelcodes, monkeypatch):
    client = Client()
    give_password(client)
    monkeypatch.setattr("paraplu.web.inloggen.geheim._sleutel", _other_key)
    antwoord = give_code(client, "123456")
    assert antwoord.status_code == 422
    assert "Vraag de beheerder om hem weg te halen" in antwoord.content.decode()


def test_een_sleutel_die_niet_meer_te_lezen_is_maakt_u_opnieuw(gebruiker, klok, monkeypatch):
    client = Client()
    give_password(client)
    client.post(PAGINA, {"handeling": "begin"})
    monkeypatch.setattr("paraplu.web.inloggen.geheim._sleutel", _other_key)
    assert "Stel de tweede stap in" in client.get(PAGINA).content.decode()
    assert client.post(PAGINA, {"code": "123456"})["Location"] == PAGINA


def _other_key() -> AESGCM:
    return AESGCM(b"x" * 32)
