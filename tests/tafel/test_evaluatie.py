"""Agreements become steps with owners; after a talk one looks back and agrees how it goes on."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.casussen.actions import close_stap
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.casussen.herinneringen import list_digest
from paraplu.tafel import uitkomsten
from paraplu.tafel.actions import opvolgen
from paraplu.tafel.actions.besluiten import report_afspraak
from paraplu.tafel.models import Afspraak, Evaluatie
from tests.tafel.na import LATER, gehouden, verstuurd

VOOR = date(2027, 2, 20)
MOMENT = {"evaluatie_wijze": "schriftelijk", "evaluatie_op": LATER.isoformat()}
TWEE = {"uitkomst": "niet_vrijblijvend", "met": "evaluaties", "periode_tot": LATER.isoformat()}
VELDEN = {
    "op": LATER, "voortgang": "Vader drinkt niet meer.", "doorbraak": "ja", "vervolg": "klaar",
    "toelichting": "Het gaat goed.", "volgende_wijze": "", "volgende_op": None,
}  # fmt: skip


def evalueer(t, casus, **anders):
    return opvolgen.hold_evaluatie(
        stap=t.stap(casus, "evalueren"), velden=VELDEN | anders, by=t.wie["voorzitter"], on=LATER
    )


def test_een_afspraak_staat_op_de_werklijst_van_wie_haar_doet(t):
    besluit = gehouden(t)
    afspraak = besluit.afspraken.get()
    wie = t.wie["lokaal_team"].gebruiker
    assert uitkomsten.herinneringen_for(wie, date(2026, 2, 1)) == []  # not yet
    [regel] = uitkomsten.herinneringen_for(wie, VOOR)
    assert (regel.casus, regel.dag) == (besluit.zitting.casus.nummer, LATER)
    assert regel.adres.endswith(f"/{afspraak.pk}/")
    assert any("Afspraak" in lijn for lijn in list_digest(wie, VOOR))
    assert uitkomsten.herinneringen_for(t.wie["raad"].gebruiker, VOOR) == []


def test_wat_het_gezin_zelf_doet_vraagt_de_aanmelder_na(t):
    besluit = gehouden(t)
    ouder = besluit.zitting.genodigden.filter(rol="ouder").first()
    Afspraak.objects.update(medewerker=None, persoon=ouder.persoon)
    [regel] = uitkomsten.herinneringen_for(t.wie["lokaal_team"].gebruiker, VOOR)
    assert "gezin" in regel.tekst


def test_een_afspraak_is_gedaan_of_niet_met_de_reden(t):
    afspraak = gehouden(t).afspraken.get()
    client, adres = t.client("lokaal_team"), f"/werk/tafelafspraak/{afspraak.pk}/"
    assert client.get(adres).status_code == 200
    assert client.post(adres, {"stand": "niet_gedaan", "reden": ""}).status_code == 422
    client.post(adres, {"stand": "niet_gedaan", "reden": "Oma werd ziek."})
    afspraak.refresh_from_db()
    assert (afspraak.stand, afspraak.reden) == ("niet_gedaan", "Oma werd ziek.")
    with pytest.raises(CasusFout, match="door een ander"):
        report_afspraak(
            afspraak=afspraak, stand="gedaan", reden="", by=t.wie["lokaal_team"], on=VOOR
        )
    assert t.client("buur").get(adres).status_code == 404


def test_wie_de_afspraak_doet_meldt_haar_ook_als_de_zaak_is_afgerond(t):
    casus = verstuurd(t)
    afspraak = casus.tafelafspraken.get()
    Afspraak.objects.update(medewerker=t.wie["raad"])
    close_stap(stap=t.stap(casus, "afronden"), uitkomst="afgerond", by=t.wie["voorzitter"], on=VOOR)
    assert not casus.__class__.objects.get(pk=casus.pk).is_open
    antwoord = t.client("raad").post(f"/werk/tafelafspraak/{afspraak.pk}/", {"stand": "gedaan"})
    assert antwoord.status_code == 302
    afspraak.refresh_from_db()
    assert afspraak.stand == "gedaan"


def test_na_uitkomst_twee_opent_het_verslag_de_evaluatie(t):
    """R60, R72."""
    casus = verstuurd(t, **TWEE, **MOMENT)
    assert t.open(casus) == {"evalueren"}
    moment = uitkomsten.moment_of(casus)
    assert (moment.wijze, moment.op) == ("schriftelijk", LATER)
    # The step stands on the agreed day: on the list of work, in reminders and in the agenda.
    assert t.stap(casus, "evalueren").uiterste_datum == LATER


@pytest.mark.parametrize(
    ("anders", "daarna"),
    [
        ({}, {"afronden"}),
        ({"vervolg": "nieuw_gesprek"}, {"plannen"}),
        ({"vervolg": "vto"}, {"vto"}),
        (
            {"vervolg": "nieuw_moment", "volgende_wijze": "zitting"}
            | {"volgende_op": date(2027, 6, 1)},
            {"evalueren"},
        ),
    ],
)
def test_de_evaluatie_zegt_hoe_het_verder_gaat(t, anders, daarna):
    """R265: progress, breakthrough or not, and the next route."""
    casus = verstuurd(t, **TWEE, **MOMENT)
    moment = evalueer(t, casus, **anders)
    assert (moment.voortgang, moment.doorbraak) == ("Vader drinkt niet meer.", True)
    assert t.open(casus) == daarna
    open_nu = Evaluatie.objects.filter(gehouden_op=None).count()
    assert open_nu == (1 if anders.get("vervolg") == "nieuw_moment" else 0)


def test_een_evaluatie_via_de_bladzijde_vraagt_voortgang_en_doorbraak(t):
    casus = verstuurd(t, **TWEE, **MOMENT)
    stap, client = t.stap(casus, "evalueren"), t.client("voorzitter")
    assert "Vader slaapt bij oma." in client.get(stap.get_absolute_url()).content.decode()
    velden = {"evaluatie-op": "2026-02-01", "evaluatie-vervolg": "klaar", "handeling": "evalueren"}
    assert client.post(stap.get_absolute_url(), velden).status_code == 422
    velden |= {
        "evaluatie-voortgang": "Beter.", "evaluatie-doorbraak": "nee",
        "evaluatie-toelichting": "Genoeg.",
    }  # fmt: skip
    assert client.post(stap.get_absolute_url(), velden).status_code == 302
    assert Evaluatie.objects.get().doorbraak is False


def test_de_stap_gaat_niet_dicht_zonder_evaluatie_en_niet_met_een_andere_uitkomst(t):
    casus = verstuurd(t, **TWEE, **MOMENT)
    with pytest.raises(VoorwaardeNietVervuld, match="Leg eerst vast"):
        close_stap(
            stap=t.stap(casus, "evalueren"), uitkomst="klaar", by=t.wie["voorzitter"], on=LATER
        )
    zonder = verstuurd(t)
    assert t.open(zonder) == {"afronden"}


def test_een_nieuw_gesprek_laat_het_oude_moment_vervallen(t):
    casus = gehouden(t, **TWEE, **MOMENT).zitting.casus
    casus.tafelevaluaties.update(vervallen_op=LATER)
    assert uitkomsten.moment_of(casus) is None
