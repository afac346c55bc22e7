"""De tweede helft van de routes, met alle verzoeken achter de tweede wand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.aanmelden.models import Bespreking, Netwerkantwoord, Netwerkvraag
from tests.web.wand.achter import verzoeken_achter_de_wand

from .lopen import Loop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("var_map", "statisch")]


def test_van_toewijzing_tot_einde_kan_alles_achter_de_wand(monkeypatch):
    verzoeken_achter_de_wand(monkeypatch)
    loop = Loop("315").tot_start()
    loop.doe("zorgaanbieder", "start_hulp", "start", start__begindatum=loop.vandaag.isoformat())
    loop.casus.refresh_from_db()
    assert loop.casus.afloop == "hulp_gestart"
    adres = f"/werk/hulp/{loop.toewijzing().pk}/einde/"
    data = {"einddatum": loop.vandaag.isoformat(), "reden": "31"}
    assert loop.client("zorgaanbieder").post(adres, data).status_code == 302


def test_in_301_codeert_de_backoffice_en_kiest_men_een_netwerk_achter_de_wand(monkeypatch):
    verzoeken_achter_de_wand(monkeypatch)
    loop = Loop("301").tot("netwerk")
    netwerk, (lid,) = loop.netwerk(leden=1)
    loop.doe("jeugdbeschermer", "netwerk", "vraag", vraag__netwerken=[netwerk.pk])
    vraag = Netwerkvraag.objects.get()
    dag = (loop.vandaag + timedelta(days=9)).isoformat()
    loop.client(lid).post(
        f"/werk/netwerkvraag/{vraag.pk}/",
        {"kan": "ja", "toelichting": "er is plek", "beschikbaar_vanaf": dag},
    )
    loop.doe(
        "jeugdbeschermer",
        "netwerk",
        "kies",
        kies__antwoord=Netwerkantwoord.objects.get().pk,
        kies__rol="jeugdbeschermer",
    )
    assert loop.open() == {"toewijzen"}


def test_expertteam_en_opschalen_vinden_hulp_achter_de_wand(monkeypatch):
    verzoeken_achter_de_wand(monkeypatch)
    loop = Loop("301").tot("expertteam")
    dag = loop.vandaag.isoformat()
    loop.doe("expertteam", "expertteam", "plan", plan__soort="bespreking", plan__gepland_op=dag)
    loop.doe(
        "expertteam",
        "expertteam",
        "verslag",
        verslag__deelnemers="jeugdbeschermer en aanbieder",
        verslag__knelpunt="geen",
        verslag__verslag="Er is toch plek.",
    )
    assert Bespreking.objects.get().besproken_op == loop.vandaag
    loop.doe("expertteam", "expertteam", "oplossing", leverer__aanbieder=loop.w.aanbieder.pk)
    assert loop.open() == {"toewijzen"}
