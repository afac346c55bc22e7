"""Wat te lang duurt voor een pagina, rekent de achtergrond uit: de pagina zegt dat en kijkt opnieuw."""

from __future__ import annotations

import pytest
from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.dashboard.actions import prepare_cijfers
from paraplu.inzage.actions.rekenen import run_patroon, run_rekenen
from paraplu.inzage.kijker import make_kijk
from paraplu.monitor.geduld import NogNietBerekend, Ontbrekend
from paraplu.web.models import Spoor
from tests.web.test_overzicht import lees

TOEN = "gebied=gemeente-0228&jaar=2023&bekend=2023-12-31"
WACHT = "Wij rekenen dit uit"


@pytest.fixture
def koud(nep):
    """Nothing was derived yet of the day that is asked for."""
    nep.klaar = False
    return nep


@pytest.mark.parametrize(
    "adres", ["/", "/waarden/V2a/", "/verschil/V2a/", "/bewijs/V2a/", "/vergelijken/V2a/"]
)
def test_een_dag_die_er_nog_niet_is_wordt_een_keer_gevraagd(als, koud, adres):
    client = als("backoffice")
    for _keer in range(2):
        antwoord = client.get(f"{adres}?{TOEN}")
        assert antwoord.status_code == 202
        assert WACHT in antwoord.content.decode()
        assert '<meta http-equiv="refresh" content="3">' in antwoord.content.decode()
    [taak] = ProcrastinateJob.objects.filter(task_name="reken_dag")
    assert taak.args == {"dag": "2023-12-31", "dataversie": "7"}
    assert not Spoor.objects.filter(handeling="verschil").exists()


def test_wie_niet_wil_dat_de_pagina_vanzelf_kijkt_houdt_zijn_keuze(als, koud):
    tekst = als("backoffice").get(f"/verschil/V2a/?{TOEN}&vanzelf=nee").content.decode()
    assert "http-equiv" not in tekst
    assert f"/verschil/V2a/?{TOEN}&vanzelf=nee" in tekst.replace("&amp;", "&")
    assert "Kijk weer vanzelf" in tekst


def test_is_het_uitgerekend_dan_staat_de_pagina_er(als, koud):
    client = als("backoffice")
    assert client.get(f"/waarden/V2a/?{TOEN}").status_code == 202
    koud.klaar = True
    assert client.get(f"/waarden/V2a/?{TOEN}").status_code == 200


def test_mislukt_de_taak_dan_vraagt_de_pagina_niet_steeds_opnieuw(als, koud, monkeypatch):
    client = als("backoffice")
    client.get(f"/waarden/V2a/?{TOEN}")
    _zet("failed")
    antwoord = client.get(f"/waarden/V2a/?{TOEN}")
    assert antwoord.status_code == 503
    assert "Dit uitrekenen is niet gelukt" in antwoord.content.decode()
    assert ProcrastinateJob.objects.count() == 1


def _zet(status):
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = %s", [status])


def test_een_pagina_die_wacht_gaat_voor_het_rekenen_vooraf(als, koud):
    als("backoffice").get(f"/waarden/V2a/?{TOEN}")
    assert prepare_cijfers() == 0


def test_zonder_bevindingen_staat_het_bewijs_er_al_wel(als, nep):
    nep.gecontroleerd = False
    tekst = lees(als("backoffice"), "/bewijs/V2a/?gebied=gemeente-0228&jaar=2023")
    assert "uit 40 berichten" in tekst
    assert "De controles op deze gegevens lopen nog." in tekst
    assert "Er is geen bevinding die dit cijfer raakt." not in tekst
    [taak] = ProcrastinateJob.objects.filter(task_name="reken_dag")
    assert taak.args["dag"] == ""


def test_de_kwaliteit_wacht_op_de_controles(als, nep):
    nep.gecontroleerd = False
    antwoord = als("backoffice").get("/kwaliteit/")
    assert antwoord.status_code == 202
    assert WACHT in antwoord.content.decode()
    nep.gecontroleerd = True
    assert als("backoffice").get("/kwaliteit/").status_code == 200


def test_de_achtergrond_leidt_af_en_controleert(db, nep, monkeypatch):
    gedaan = []
    monkeypatch.setattr(nep, "bereik", lambda: gedaan.append("afgeleid"))
    monkeypatch.setattr(nep, "tel_kwaliteit", lambda: gedaan.append("gecontroleerd"))
    run_rekenen(None)
    assert gedaan == ["afgeleid", "gecontroleerd"]


def test_een_pagina_vraagt_een_keer_om_wat_van_anderen_verborgen_wordt(als, nep, monkeypatch):
    wat = Ontbrekend(code="V2a", variant="aaneengesloten", jaar=2023, kring="partijen")
    echt = nep.waarde

    def waarde(code, *, kijk=None, **vraag):
        if kijk is not None:
            raise NogNietBerekend(wat)
        return echt(code, kijk=kijk, **vraag)

    monkeypatch.setattr(nep, "waarde", waarde)
    client = als("backoffice")
    for _keer in range(2):
        antwoord = client.get("/?gebied=gemeente-0228&jaar=2023")
        assert antwoord.status_code == 202
        assert WACHT in antwoord.content.decode()
    [taak] = ProcrastinateJob.objects.filter(task_name="reken_patroon")
    assert taak.args == {
        "dag": "", "dataversie": "7", "code": "V2a", "variant": "aaneengesloten",
        "jaar": 2023, "kring": "partijen",
    }  # fmt: skip


def test_de_achtergrond_vraagt_met_de_ogen_van_de_kring(db, nep, monkeypatch):
    gevraagd = []
    monkeypatch.setattr(nep, "waarde", lambda code, **vraag: gevraagd.append((code, vraag)))
    run_patroon(None, code="V2a", variant="letterlijk", jaar=2023, kring="publiek")
    [(code, vraag)] = gevraagd
    assert (code, vraag["variant"], vraag["periode"].naam) == ("V2a", "letterlijk", "2023")
    assert vraag["kijk"] == make_kijk("publiek", op=localdate())
    assert not vraag["kijk"].eigen
