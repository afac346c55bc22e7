"""The administrator sees how it goes, in counts and numbers; the figures are for this machine only."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.beheer import actions, gezondheid, queries
from paraplu.beheer.gezondheid import Stand
from paraplu.beheer.models import Aanhouding, Vernietigingslijst
from paraplu.verslagen.models import Aanvraag, Toestand
from paraplu.web.models import Gebruiker, Spoorkop

pytestmark = pytest.mark.django_db


@pytest.fixture
def taak() -> int:
    """A task that a killed worker left."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts)"
            " VALUES ('vraag', 'maak_verslag', '{\"aanvraag\": 1}', 'doing', 1) RETURNING id"
        )
        return cursor.fetchone()[0]


@pytest.fixture
def aanvraag(accounts) -> Aanvraag:
    """A report that is being made."""
    return Aanvraag.objects.create(
        opzet={}, door=accounts["contractmanager"], organisatie_soort="regio",
        gevraagd=timezone.now(), toestand=Toestand.BEZIG,
    )  # fmt: skip


def _punt(sleutel: str) -> gezondheid.Punt:
    return next(p for p in gezondheid.look(nu=timezone.now()) if p.sleutel == sleutel)


def test_de_beheerder_ziet_hoe_het_gaat(als, nep, eigen_var):
    eigen_var.mkdir(parents=True, exist_ok=True)
    pagina = als("beheerder").get("/beheer/gezondheid/").content.decode()
    for naam in ("Tabellen", "Leveringen", "Kalender", "Spoor", "Reservekopie", "Schijf"):
        assert naam in pagina
    assert "niet na te gaan" not in pagina


def test_een_punt_dat_niet_is_na_te_gaan_is_een_fout_en_verbergt_de_andere_niet(nep, monkeypatch):
    monkeypatch.setattr(nep, "leveringen", lambda: 1 / 0, raising=False)
    punt = _punt("leveringen")
    assert (punt.stand, punt.zin) == (Stand.FOUT, "Dit was niet na te gaan: ZeroDivisionError.")
    assert _punt("kalender").stand == Stand.GOED


def test_een_gebroken_spoor_is_een_fout(accounts, nep):
    Spoorkop.objects.create(sleutel=_sleutel(), nummer=3, zegel="weg")
    actions.check_spoor(nu=timezone.now())
    punt = _punt("spoor")
    assert punt.stand == Stand.FOUT
    assert "gebroken" in punt.zin


def _sleutel() -> str:
    from paraplu.web.spoor.zegel import current_sleutel  # noqa: PLC0415

    return current_sleutel().kenmerk


def test_werk_van_een_gedode_werker_valt_op_en_gaat_terug_in_de_rij(als, nep, taak, aanvraag):
    ProcrastinateJob.objects.filter(pk=taak)
    assert _punt("rij").stand == Stand.FOUT
    als("beheerder").post("/beheer/gezondheid/herstel/")
    assert ProcrastinateJob.objects.get(pk=taak).status == "todo"
    assert queries.stranded_jobs(nu=timezone.now()).count() == 0


def test_een_taak_die_zijn_werker_steeds_doodt_wordt_niet_eindeloos_herhaald(taak):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = 3 WHERE id = %s", [taak])
    actions.mend_werk(nu=timezone.now())
    assert ProcrastinateJob.objects.get(pk=taak).status == "failed"


def test_een_verslag_zonder_taak_blijft_niet_eeuwig_bezig(aanvraag):
    actions.mend_werk(nu=timezone.now())
    aanvraag.refresh_from_db()
    assert aanvraag.toestand == Toestand.MISLUKT
    assert "opnieuw" in aanvraag.fout


def test_een_verslag_waar_nog_een_taak_voor_wacht_blijft_onderweg(aanvraag, taak):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET args = jsonb_build_object('aanvraag', %s::int)"
            " WHERE id = %s",
            [aanvraag.pk, taak],
        )
    actions.mend_werk(nu=timezone.now())
    aanvraag.refresh_from_db()
    assert aanvraag.toestand == Toestand.BEZIG


def test_vooruitkijken_opstellen_en_goedkeuren(als, accounts, nep, monkeypatch):
    monkeypatch.setattr(nep, "leveringen", list, raising=False)
    beheer = als("beheerder")
    pagina = beheer.get("/beheer/bewaren/?maand=2046-12").content.decode()
    assert "Jeugdwet, artikel 7.3.8" in pagina
    assert beheer.get("/beheer/bewaren/?maand=december").status_code == 422

    adres = beheer.post("/beheer/bewaren/lijst/").headers["Location"]
    lijst = Vernietigingslijst.objects.get()
    assert "zelf op" in beheer.get(adres).content.decode()
    beheer.post(f"{adres}goed/")
    lijst.refresh_from_db()
    assert lijst.goedgekeurd is None

    Vernietigingslijst.objects.update(opgesteld_door=None)
    beheer.post(f"{adres}goed/")
    lijst.refresh_from_db()
    assert lijst.goedgekeurd_door == accounts["beheerder"]


def test_aanhouden_met_een_grond_en_weer_opheffen(als, wereld, nep, monkeypatch):
    monkeypatch.setattr(nep, "leveringen", list, raising=False)
    gezin, _kind = wereld.gezin()
    beheer = als("beheerder")
    velden = {"gezin": gezin.nummer, "grond": "inzage loopt"}
    assert beheer.post("/beheer/bewaren/aanhouden/", velden).status_code == 302
    pagina = beheer.get("/beheer/bewaren/").content.decode()
    assert gezin.nummer in pagina
    assert not any(p.achternaam in pagina for p in gezin.personen.all())

    gemaakt = Aanhouding.objects.get()
    beheer.post(f"/beheer/bewaren/aanhouding/{gemaakt.pk}/opheffen/")
    gemaakt.refresh_from_db()
    assert gemaakt.tot is not None
    assert beheer.post("/beheer/bewaren/aanhouden/", {"gezin": "Jansen"}).status_code == 422


@pytest.mark.parametrize(
    ("aan", "sleutel", "koppen", "mag"),
    [
        (False, "", {}, False),
        (True, "", {}, True),
        (True, "", {"HTTP_X_REAL_IP": "192.0.2.1"}, False),
        (True, "", {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, False),
        (True, "", {"REMOTE_ADDR": "192.0.2.1"}, False),
        (True, "geheim", {}, False),
        (True, "geheim", {"HTTP_AUTHORIZATION": "Bearer geheim", "REMOTE_ADDR": "192.0.2.1"}, True),
        (True, "geheim", {"HTTP_AUTHORIZATION": "Bearer anders"}, False),
    ],
)
def test_metingen_alleen_voor_deze_machine_of_wie_de_sleutel_heeft(
    client, settings, monkeypatch, aan, sleutel, koppen, mag
):
    monkeypatch.setattr("paraplu.beheer.views.gezondheid.look", lambda nu: [])
    settings.METINGEN, settings.METINGEN_SLEUTEL = aan, sleutel
    assert client.get("/metrics", **koppen).status_code == (200 if mag else 404)


def test_de_metingen_noemen_niemand(client, settings, nep, wereld, eigen_var):
    settings.METINGEN = True
    eigen_var.mkdir(parents=True, exist_ok=True)
    wereld.gezin()
    tekst = client.get("/metrics").content.decode()

    assert 'paraplu_stand{punt="database"} 0' in tekst
    assert "paraplu_rij_wacht 0" in tekst
    namen = [*Gebruiker.objects.values_list("naam", flat=True), "Fenna", "Testkind", "999990019"]
    assert not [naam for naam in namen if naam in tekst]


def test_achter_een_proxy_telt_het_adres_van_de_vrager(rf):
    from paraplu.beheer.proxy import EchtAdres  # noqa: PLC0415

    gezien = EchtAdres(lambda request: request.META["REMOTE_ADDR"])
    assert gezien(rf.get("/", HTTP_X_REAL_IP="192.0.2.7")) == "192.0.2.7"
    assert gezien(rf.get("/", HTTP_X_REAL_IP="onzin")) == "127.0.0.1"


def test_wie_lang_stil_is_valt_op(nep, monkeypatch):
    vandaag = timezone.localdate()
    leveringen = [
        {"brenger": "Ede", "dag": vandaag - timedelta(days=60)},
        {"brenger": "Ede", "dag": vandaag - timedelta(days=80)},
        {"brenger": "Tiel", "dag": vandaag - timedelta(days=2)},
    ]
    monkeypatch.setattr(nep, "leveringen", lambda: leveringen, raising=False)
    gevonden = [(bron.naam, bron.dagen, bron.oud) for bron in gezondheid.bronnen(op=vandaag)]
    assert gevonden == [("Ede", 60, True), ("Tiel", 2, False)]
    assert _punt("leveringen").stand == Stand.LET_OP
