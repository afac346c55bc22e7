"""From the talk to the decision of the RvdK, with every request behind the second wall."""

from __future__ import annotations

import pytest

from paraplu.tafel import uitkomsten
from paraplu.tafel.actions import verslagen
from paraplu.tafel.models import Terugkoppeling, Verslagreactie, Verzending
from paraplu.tafel.queries import zitting_of
from tests.tafel.na import aan_tafel, ingevuld
from tests.web.wand.achter import verzoeken_achter_de_wand

pytestmark = pytest.mark.usefixtures("statisch")
VIER = {"uitkomst": "onderzoek", "laatste_kans": "nee", "benut": "ja", "advies": "onderzoek"}


def test_van_gesprek_tot_besluit_van_de_raad_kan_alles_achter_de_wand(t, monkeypatch):
    casus = aan_tafel(t)
    zitting = zitting_of(casus)
    velden = ingevuld(zitting, **VIER)
    verzoeken_achter_de_wand(monkeypatch)
    voorzitter, raad, team = t.client("voorzitter"), t.client("raad"), t.client("lokaal_team")

    def doe(wie, sleutel, **post):
        adres = t.stap(casus, sleutel).get_absolute_url()
        assert wie.get(adres).status_code == 200
        antwoord = wie.post(adres, post)
        assert antwoord.status_code == 302, antwoord.content.decode()[:3000]

    half = {naam: waarde for naam, waarde in velden.items() if naam != "route"}
    doe(voorzitter, "bespreken", **half, handeling="bewaar-beeld", concept_versie="0")
    doe(voorzitter, "bespreken", **velden, handeling="vast", concept_versie="1")
    besluit = uitkomsten.besluit_of(casus)
    wegen = {f"verslag-weg_{o.sleutel}": o.wegen[0] for o in verslagen.list_ontvangers(besluit)}
    kind = {"verslag-voor_kind": "De Raad komt kijken."}
    doe(voorzitter, "verslag", **wegen, **kind, handeling="versturen")
    assert Verzending.objects.count() == len(wegen)
    vto = {"vto-gronden": "Het stopt niet.", "vto-acuut": "nee", "vto-besproken_op": "2026-01-08"}
    doe(voorzitter, "vto", **vto, handeling="vto")
    verzoek = uitkomsten.vto_of(casus)
    assert raad.get(f"/werk/tafelverslag/{verzoek.document_id}/").status_code == 200
    op = verzoek.verzonden_op.isoformat()
    doe(
        raad,
        "besluit_raad",
        **{"raad-onderzoek": "ja", "raad-besloten_op": op, "handeling": "raad"},
    )
    adres = f"/werk/raadsbesluit/{uitkomsten.raadsbesluit_of(casus).pk}/"
    assert raad.post(adres, {"rechtbank-rechtbank_op": op}).status_code == 302
    verslag = besluit.zitting.casus.documenten.get(soort="tafelverslag")
    assert (
        team.post(f"/werk/tafelverslag/{verslag.pk}/", {"woorden": "Niet zo."}).status_code == 302
    )
    assert Verslagreactie.objects.get().woorden == "Niet zo."
    afspraak = f"/werk/tafelafspraak/{casus.tafelafspraken.get().pk}/"
    assert team.post(afspraak, {"stand": "gedaan"}).status_code == 302
    terug = f"/werk/zitting/{zitting.pk}/terugblik/"
    assert team.post(terug, {"beter": "Eerder.", "wil_terugkijken": "on"}).status_code == 302
    kijk = f"/werk/terugblik/{Terugkoppeling.objects.get().pk}/terugkijken/"
    assert voorzitter.post(kijk).status_code == 302
    for adres in ("/werk/terugblik/", "/werk/tafel/bijeenkomsten/", "/cijfers/tafels/",
                  f"/werk/casus/{casus.pk}/", "/werk/"):  # fmt: skip
        assert voorzitter.get(adres).status_code == 200, adres
    assert "Eerder." not in t.client("buur").get("/werk/terugblik/").content.decode()
