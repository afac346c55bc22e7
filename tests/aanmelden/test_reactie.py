"""Het antwoord van de aanbieder, de start van de hulp en het einde ervan."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.aanmelden.berichtenpost.bewaren import inhoud_van
from paraplu.aanmelden.models import Afwijzing, Werkbericht
from paraplu.aanmelden.queries import herinneringen_for
from paraplu.berichten import controleer

from .lopen import Loop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("var_map", "statisch")]


def test_een_afwijzing_is_een_eigen_vastlegging_zonder_bericht():
    # P25.
    loop = Loop("301").tot_keuze()
    afwijzing = Afwijzing.objects.get()
    assert (afwijzing.aanbieder, afwijzing.reden) == (loop.w.aanbieder, "niet_op_tijd")
    assert set(Werkbericht.objects.values_list("soort", flat=True)) == {"JW301"}
    assert loop.casus.mede_eigenaar == loop.w.aanbieder
    assert loop.open() == {"keuze_vervolg"}


def test_een_afwijzing_zonder_toelichting_of_met_een_bsn_telt_niet():
    loop = Loop("301").tot_reactie()
    for tekst in ("", "bel 999900006"):
        antwoord = loop.doe(
            "zorgaanbieder",
            "reactie_aanbieder",
            "weiger",
            afwijzing__reden="beide",
            afwijzing__toelichting=tekst,
        )
        assert antwoord.status_code == 422
    assert not Afwijzing.objects.exists()


def test_een_start_gaat_als_305_en_de_betrokkenen_blijven_bij_de_lopende_hulp():
    # R101.
    loop = Loop("301").tot_start()
    loop.doe("zorgaanbieder", "start_hulp", "start", start__begindatum=loop.vandaag.isoformat())
    bericht = Werkbericht.objects.get(soort="JW305")
    loop.casus.refresh_from_db()
    assert controleer(inhoud_van(bericht), vandaag=bericht.dagtekening) == ()
    assert loop.casus.afloop == "hulp_gestart"
    for rol, wordt in (("lokaal_team", 200), ("zorgaanbieder", 200), ("expertteam", 404)):
        antwoord = loop.client(rol).get(loop.casus.get_absolute_url())
        assert (rol, antwoord.status_code) == (rol, wordt)


def test_een_start_in_de_toekomst_of_voor_de_toewijzing_kan_niet():
    loop = Loop("301").tot_start()
    for dagen in (1, -1):
        dag = (loop.vandaag + timedelta(days=dagen)).isoformat()
        antwoord = loop.doe("zorgaanbieder", "start_hulp", "start", start__begindatum=dag)
        assert antwoord.status_code == 422
    assert not Werkbericht.objects.filter(soort="JW305").exists()


def test_het_einde_gaat_als_307_en_geeft_het_lokale_team_een_taak():
    loop = Loop("315").tot_start()
    loop.doe("zorgaanbieder", "start_hulp", "start", start__begindatum=loop.vandaag.isoformat())
    adres = f"/werk/hulp/{loop.toewijzing().pk}/einde/"
    data = {"einddatum": loop.vandaag.isoformat(), "reden": "31"}
    assert loop.client("zorgaanbieder").post(adres, data).status_code == 302
    assert loop.client("zorgaanbieder").post(adres, data).status_code == 422
    bericht = Werkbericht.objects.get(soort="JW307")
    assert controleer(inhoud_van(bericht), vandaag=bericht.dagtekening) == ()

    lokaal_team = loop.w.gebruiker("lokaal_team")
    assert [h.soort for h in herinneringen_for(lokaal_team, loop.vandaag)] == ["nazorg"]
    pk = loop.toewijzing().pk
    loop.client("lokaal_team").post(f"/werk/hulp/{pk}/nazorg/", {f"nazorg-{pk}-tekst": "sportclub"})
    assert herinneringen_for(lokaal_team, loop.vandaag) == []


def test_alleen_de_eigen_aanbieder_meldt_het_einde():
    loop = Loop("301").tot_start()
    loop.doe("zorgaanbieder", "start_hulp", "start", start__begindatum=loop.vandaag.isoformat())
    adres = f"/werk/hulp/{loop.toewijzing().pk}/einde/"
    loop.netwerk(leden=1)
    assert loop.client("lid2").get(adres).status_code == 404
    assert loop.client("jeugdbeschermer").get(adres).status_code == 403
