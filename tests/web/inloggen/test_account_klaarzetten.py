"""Who joins: an account is prepared, and its owner chooses the password."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from paraplu.web.inloggen.actions import accounts as actions
from paraplu.web.models import Accountbesluit, Gebruiker, Identiteit, Spoor
from tests.web.inloggen.conftest import make_dienst

NIEUW = {
    "gebruikersnaam": "n.nieuw", "naam": "N. Nieuw", "soort": "lokaalteam",
    "organisatie_code": "0228",
}  # fmt: skip
ZIN = "vier paarden in een wei"


@pytest.fixture
def beheerder(als, nep) -> Client:
    return als("beheerder")


def get_link(client: Client, wie: Gebruiker) -> str:
    antwoord = client.post(f"/accounts/{wie.pk}/", {"handeling": "link"})
    return re.search(r"http://testserver(/inloggen/wachtwoord/\S+?/)<", antwoord.content.decode())[
        1
    ]


def choose(client: Client, link: str, zin: str = ZIN, nogmaals: str | None = None):
    return client.post(link, {"wachtwoord": zin, "nogmaals": zin if nogmaals is None else nogmaals})


def test_van_klaarzetten_tot_inloggen(beheerder, settings):
    settings.TWEEDE_STAP = "uit"
    antwoord = beheerder.post("/accounts/nieuw/", NIEUW)
    nieuw = Gebruiker.objects.get(gebruikersnaam="n.nieuw")
    assert antwoord["Location"] == f"/accounts/{nieuw.pk}/"
    assert (nieuw.organisatie_soort, nieuw.organisatie_naam) == ("gemeente", "Ede")
    assert nieuw.begindatum == timezone.localdate()
    ander = Client()
    link = get_link(beheerder, nieuw)
    assert "n.nieuw" in ander.get(link).content.decode()
    assert choose(ander, link)["Location"] == "/inloggen/"
    antwoord = ander.post("/inloggen/", {"gebruikersnaam": "n.nieuw", "wachtwoord": ZIN})
    assert antwoord.status_code == 302
    besluiten = set(Accountbesluit.objects.values_list("besluit", flat=True))
    assert besluiten == {"gemaakt", "link"}
    assert Spoor.objects.filter(handeling="account: gemaakt").exists()


def test_zolang_er_geen_wachtwoord_is_komt_niemand_binnen(beheerder):
    beheerder.post("/accounts/nieuw/", NIEUW)
    antwoord = Client().post("/inloggen/", {"gebruikersnaam": "n.nieuw", "wachtwoord": "x"})
    assert antwoord.status_code == 422


def test_een_link_werkt_een_keer(beheerder, maak_gebruiker):
    wie = maak_gebruiker()
    link = get_link(beheerder, wie)
    assert choose(Client(), link).status_code == 302
    antwoord = choose(Client(), link, "vijf paarden in een wei")
    assert antwoord.status_code == 404
    assert "Deze link werkt niet meer" in antwoord.content.decode()
    wie.refresh_from_db()
    assert wie.check_password(ZIN)


def test_een_nieuwe_link_maakt_de_vorige_ongeldig(beheerder, maak_gebruiker):
    wie = maak_gebruiker()
    eerste, tweede = get_link(beheerder, wie), get_link(beheerder, wie)
    assert Client().get(eerste).status_code == 404
    assert Client().get(tweede).status_code == 200


def test_een_link_van_vier_dagen_oud_werkt_niet_meer(beheerder, maak_gebruiker, settings):
    link = get_link(beheerder, maak_gebruiker())
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert Client().get(link).status_code == 404


def test_een_link_opent_het_account_van_een_ander_niet(beheerder, maak_gebruiker):
    link = get_link(beheerder, maak_gebruiker())
    ander = maak_gebruiker("a.ander")
    deel = link.split("/")
    deel[3] = str(ander.pk)
    assert Client().get("/".join(deel)).status_code == 404


def test_een_link_voor_wie_weg_is_werkt_niet(beheerder, maak_gebruiker):
    wie = maak_gebruiker()
    link = get_link(beheerder, wie)
    Gebruiker.objects.update(einddatum=timezone.localdate() - timedelta(days=1))
    assert Client().get(link).status_code == 404


def test_de_link_noemt_een_nummer_en_geen_naam(beheerder, maak_gebruiker):
    assert "jansen" not in get_link(beheerder, maak_gebruiker())


@pytest.mark.parametrize(
    ("zin", "nogmaals", "melding"),
    [
        ("kort", "kort", "te kort"),
        ("wachtwoord12345", "wachtwoord12346", "niet hetzelfde"),
        ("passwordpassword", "passwordpassword", None),
        ("", "", "Kies een wachtwoord"),
    ],
)
def test_een_wachtwoord_is_lang_en_twee_keer_hetzelfde(
    zin, nogmaals, melding, beheerder, maak_gebruiker
):
    antwoord = choose(Client(), get_link(beheerder, maak_gebruiker()), zin, nogmaals)
    assert antwoord.status_code == (200 if melding else 302)
    if melding:
        assert melding in antwoord.content.decode()


def test_een_nieuw_wachtwoord_sluit_wat_open_stond(beheerder, gebruiker, nep):
    client = Client()
    client.force_login(gebruiker)
    assert client.get("/inloggen/").status_code == 302
    choose(Client(), get_link(beheerder, gebruiker))
    assert client.get("/volledigheid/").status_code == 302
    assert client.get("/inloggen/").status_code == 200


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"organisatie_code": "9999"}, "Er is geen gemeente met code 9999."),
        ({"organisatie_code": ""}, "Er is geen gemeente met code (leeg)."),
        ({"soort": "gi", "organisatie_code": "123"}, "Vul de AGB-code in: acht cijfers."),
        ({"soort": "gi", "organisatie_code": "99900001"}, "Vul de naam van de organisatie in."),
        ({"begindatum": "2026-12-02", "einddatum": "2026-12-01"}, "De laatste dag ligt vóór"),
        ({"gebruikersnaam": "N Nieuw!"}, "Gebruik minstens drie kleine letters"),
        ({"naam": ""}, "Vul de naam in."),
    ],
)
def test_wat_niet_klopt_wordt_gezegd_en_niet_bewaard(anders, melding, beheerder):
    antwoord = beheerder.post("/accounts/nieuw/", NIEUW | anders)
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()
    assert not Gebruiker.objects.filter(is_demo=False).exists()


def test_een_gebruikersnaam_bestaat_maar_een_keer(beheerder):
    beheerder.post("/accounts/nieuw/", NIEUW)
    antwoord = beheerder.post("/accounts/nieuw/", NIEUW)
    assert antwoord.status_code == 422
    assert "heeft al een account" in antwoord.content.decode()


def test_met_een_inlogdienst_staat_klaar_wie_het_is(beheerder, settings):
    settings.INLOGDIENSTEN = {"ede": make_dienst("https://login.ede.example")}
    beheerder.post("/accounts/nieuw/", NIEUW | {"dienst": "ede", "kenmerk": "N.Nieuw@Ede.example"})
    identiteit = Identiteit.objects.get()
    assert (identiteit.dienst, identiteit.kenmerk) == ("ede", "n.nieuw@ede.example")
    assert identiteit.subject == ""


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"dienst": "ede", "kenmerk": ""}, "Vul het e-mailadres bij de inlogdienst in."),
        (
            {"dienst": "ede", "kenmerk": "x@ede.example", "organisatie_code": "0202"},
            "niet voor deze",
        ),
        ({"dienst": "elders", "kenmerk": "x@ede.example"}, "elders"),
    ],
)
def test_een_inlogdienst_past_bij_de_organisatie(anders, melding, beheerder, settings):
    settings.INLOGDIENSTEN = {"ede": make_dienst("https://login.ede.example")}
    antwoord = beheerder.post("/accounts/nieuw/", NIEUW | anders)
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()


def test_opnieuw_klaarzetten_maakt_een_oude_koppeling_los(beheerder, maak_gebruiker, settings):
    settings.INLOGDIENSTEN = {"ede": make_dienst("https://login.ede.example")}
    wie = maak_gebruiker()
    Identiteit.objects.create(
        gebruiker=wie, dienst="ede", kenmerk="oud@ede.example",
        issuer="https://login.ede.example", subject="s-1", gekoppeld_op=timezone.now(),
    )  # fmt: skip
    velden = {"handeling": "inlogdienst", "dienst": "ede", "kenmerk": "nieuw@ede.example"}
    assert beheerder.post(f"/accounts/{wie.pk}/", velden).status_code == 302
    identiteit = Identiteit.objects.get()
    assert (identiteit.kenmerk, identiteit.subject) == ("nieuw@ede.example", "")


def test_een_kenmerk_hoort_bij_een_account(beheerder, maak_gebruiker, settings):
    settings.INLOGDIENSTEN = {"ede": make_dienst("https://login.ede.example")}
    Identiteit.objects.create(gebruiker=maak_gebruiker(), dienst="ede", kenmerk="x@ede.example")
    ander = maak_gebruiker("a.ander")
    velden = {"handeling": "inlogdienst", "dienst": "ede", "kenmerk": "X@ede.example"}
    antwoord = beheerder.post(f"/accounts/{ander.pk}/", velden)
    assert antwoord.status_code == 422
    assert "hoort al bij een ander account" in antwoord.content.decode()


def test_alleen_de_beheerder_zet_accounts_klaar(als, nep):
    for soort in ("teamleider", "contractmanager", "gi"):
        assert als(soort).post("/accounts/nieuw/", NIEUW).status_code == 403
    assert not Gebruiker.objects.filter(is_demo=False).exists()


def test_mislukt_het_klaarzetten_bij_de_dienst_dan_is_er_ook_geen_account(maak_gebruiker):
    Identiteit.objects.create(gebruiker=maak_gebruiker(), dienst="ede", kenmerk="x@ede.example")
    with pytest.raises(actions.NaamBestaatAl):
        actions.maak_account(
            gebruikersnaam="n.nieuw", naam="N. Nieuw", soort="backoffice",
            organisatie=("gemeente", "0228", "Ede"), dienst="ede", kenmerk="X@ede.example",
            by=None, on=timezone.localdate(),
        )  # fmt: skip
    assert not Gebruiker.objects.filter(gebruikersnaam="n.nieuw").exists()


def test_een_werkende_link_komt_niet_in_de_log(beheerder, maak_gebruiker, caplog):
    link = get_link(beheerder, maak_gebruiker())
    choose(Client(), link, "kort")
    assert link not in caplog.text
