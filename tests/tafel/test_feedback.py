"""Parents, professionals and managers say what they thought; regions and chairs meet to learn."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import ProgrammingError, transaction

from paraplu.casussen.fouten import CasusFout
from paraplu.meelezen.stukken import find_soort
from paraplu.netwerk.models import Soort
from paraplu.tafel import leren
from paraplu.tafel.actions import terugkoppelen
from paraplu.tafel.models import Bijeenkomst, Terugkijkgesprek, Terugkoppeling
from tests.casussen.bouwen import make_medewerker
from tests.tafel.aan import DAG
from tests.tafel.na import verstuurd

OP = date(2026, 3, 1)


def bijeenkomst(t, **anders):
    velden = {
        "soort": "evaluatie", "regio": "FV", "op": OP, "aanwezig": ["lokaal_team", "gi"],
        "besproken": "Het gaat beter.", "by": t.wie["voorzitter"], "on": OP,
    }  # fmt: skip
    return terugkoppelen.add_bijeenkomst(**velden | anders)


def test_een_papieren_formulier_telt_een_keer(t):
    """R82: parents on paper, by the code on it."""
    zitting = verstuurd(t).zittingen.get()
    client = t.client("voorzitter")
    velden = {"code": terugkoppelen.code_of(zitting, 1).lower(), "van": "ouder", "gehoord": "1"}
    assert client.post("/werk/terugblik/", velden).status_code == 302
    assert client.post("/werk/terugblik/", velden).status_code == 422
    rij = Terugkoppeling.objects.get()
    assert (rij.zitting, rij.weg, rij.gehoord, rij.voorbereid) == (zitting, "papier", 1, None)


@pytest.mark.parametrize("code", ["Z1", "Z999999-1", "Z{pk}-99", "Z{pk}-0", "12-1"])
def test_een_code_van_een_ander_telt_niet(t, code):
    zitting = verstuurd(t).zittingen.get()
    velden = {"code": code.format(pk=zitting.pk), "van": "ouder", "gehoord": "1"}
    assert t.client("voorzitter").post("/werk/terugblik/", velden).status_code == 422
    eigen = {"code": f"Z{zitting.pk}-1", "van": "ouder", "gehoord": "1"}
    assert t.client("buur").post("/werk/terugblik/", eigen).status_code == 422
    assert not Terugkoppeling.objects.exists()


def test_het_formulier_op_papier_heeft_een_code_en_geen_naam(t):
    zitting = verstuurd(t).zittingen.get()
    antwoord = t.client("voorzitter").get(f"/werk/zitting/{zitting.pk}/formulier/1/")
    assert antwoord["Content-Type"] == "application/pdf"
    assert f"Z{zitting.pk}-1" in antwoord["Content-Disposition"]
    assert t.client("buur").get(f"/werk/zitting/{zitting.pk}/formulier/1/").status_code == 404


def test_een_professional_die_erbij_was_zegt_wat_hij_vond(t):
    zitting = verstuurd(t).zittingen.get()
    adres = f"/werk/zitting/{zitting.pk}/terugblik/"
    assert t.client("lokaal_team").post(adres, {}).status_code == 422
    assert t.client("lokaal_team").post(adres, {"beter": "Eerder beginnen."}).status_code == 302
    assert t.client("veilig_thuis").get(adres).status_code == 404
    rij = Terugkoppeling.objects.get()
    assert (rij.van, rij.beter) == ("professional", "Eerder beginnen.")
    assert not any(veld.name in {"door", "medewerker", "persoon"} for veld in rij._meta.fields)


def test_een_leidinggevende_zegt_hoe_de_samenwerking_gaat(t):
    baas = make_medewerker("leidinggevende", t.gi)
    t.wie["baas"] = baas
    adres = f"/werk/tafel/{t.tafel.pk}/terugblik/"
    assert t.client("baas").post(adres, {"goed": "Wij kennen elkaar."}).status_code == 302
    assert Terugkoppeling.objects.get().van == "leiding_gi"
    assert t.client("lokaal_team").get(adres).status_code == 403


def test_wat_het_gezin_op_de_eigen_bladzijde_schrijft_telt_mee_zonder_naam(t):
    """R82 through the family's own way in; the words stay as they are."""
    casus = verstuurd(t)
    zitting = casus.zittingen.get()
    ouder = casus.gezin.personen.filter(rol="ouder").first()
    soort = find_soort("tafelterugblik")
    [stuk] = soort.stukken(casus, ouder, date(2026, 2, 1))
    assert stuk.sleutel == str(zitting.pk)

    woorden = "Ik mocht niet uitpraten."
    geschreven = SimpleNamespace(
        persoon=ouder, casus=casus, casus_id=casus.pk, stuk_sleutel=stuk.sleutel,
        woorden=woorden, moment=zitting.begin,
    )  # fmt: skip
    soort.bij_inbreng(geschreven)
    rij = Terugkoppeling.objects.get()
    assert (rij.van, rij.weg, rij.beter) == ("ouder", "meelezen", woorden)


def test_alleen_de_voorzitter_van_die_tafel_leest_het(t):
    zitting = verstuurd(t).zittingen.get()
    t.client("lokaal_team").post(
        f"/werk/zitting/{zitting.pk}/terugblik/", {"beter": "Eerder beginnen."}
    )
    assert "Eerder beginnen." in t.client("voorzitter").get("/werk/terugblik/").content.decode()
    assert "Eerder beginnen." not in t.client("buur").get("/werk/terugblik/").content.decode()
    assert t.client("lokaal_team").get("/werk/terugblik/").status_code == 403


def test_wie_niet_tevreden_is_wordt_uitgenodigd_om_terug_te_kijken(t):
    """R85."""
    zitting = verstuurd(t).zittingen.get()
    t.client("lokaal_team").post(
        f"/werk/zitting/{zitting.pk}/terugblik/", {"beter": "Nee.", "wil_terugkijken": "on"}
    )
    rij, client = Terugkoppeling.objects.get(), t.client("voorzitter")
    adres = f"/werk/terugblik/{rij.pk}/terugkijken/"
    assert "wil terugkijken" in client.get("/werk/terugblik/").content.decode()
    client.post(adres)
    with pytest.raises(CasusFout, match="al uitgenodigd"):
        terugkoppelen.invite_to_look_back(
            zitting=zitting, terugkoppeling=Terugkoppeling.objects.get(),
            by=t.wie["voorzitter"], on=DAG,
        )  # fmt: skip
    client.post(adres, {"geleerd": "Eerst vragen, dan vertellen."})
    assert Terugkijkgesprek.objects.get().geleerd == "Eerst vragen, dan vertellen."
    assert t.client("buur").post(adres).status_code == 404


def test_wat_iemand_vond_wordt_niet_gewijzigd(t):
    terugkoppelen.give_terugkoppeling(
        tafel=t.tafel, van="professional", weg="paraplu", beter="Zo.", on=DAG
    )
    with pytest.raises(ProgrammingError), transaction.atomic():
        Terugkoppeling.objects.update(beter="Anders.")


def test_elke_regio_evalueert_twee_keer_per_jaar(t):
    """R83: counted per region and year, judged when the year is over."""
    bijeenkomst(t)
    stand = {een.regio: een for een in leren.count_evaluaties(2026, op=date(2026, 6, 1))}
    assert (stand["FV"].aantal, stand["FV"].gehaald, stand["CG"].gehaald) == (1, None, None)
    bijeenkomst(t, op=date(2026, 5, 1), on=date(2026, 5, 1))
    bijeenkomst(t, op=date(2025, 5, 1))
    stand = {een.regio: een for een in leren.count_evaluaties(2026, op=date(2026, 12, 31))}
    assert (stand["FV"].aantal, stand["FV"].gehaald, stand["CG"].gehaald) == (2, True, False)


@pytest.mark.parametrize(
    ("wie", "zin"),
    [
        (["gi"], "lokale team"),
        (["lokaal_team"], "partner"),
        (["lokaal_team", "gemeente"], "partner"),
    ],
)
def test_een_evaluatie_is_met_het_lokale_team_en_een_partner(t, wie, zin):
    with pytest.raises(CasusFout, match=zin):
        bijeenkomst(t, aanwezig=wie)


def test_de_voorzitters_van_gelderland_komen_bij_elkaar(t):
    """R84."""
    rij = bijeenkomst(t, soort="voorzitters", aanwezig=["tafel"])
    assert (rij.regio, leren.count_voorzitters(2026)) == ("", 1)


def test_een_bijeenkomst_met_verbeterpunten_via_de_bladzijde(t):
    """R261: improvement points with an owner, along the sections of the way of working."""
    client = t.client("voorzitter")
    velden = {
        "bijeenkomst-soort": "evaluatie", "bijeenkomst-op": "2026-03-01",
        "bijeenkomst-aanwezig": ["lokaal_team", "rvdk"], "bijeenkomst-besproken": "Goed.",
        "handeling": "bijeenkomst",
    }  # fmt: skip
    assert client.post("/werk/tafel/bijeenkomsten/", velden).status_code == 302
    rij = Bijeenkomst.objects.get()
    assert (rij.regio, rij.aanwezig) == ("FV", ["lokaal_team", Soort.RVDK])
    punt = {"punt-onderdeel": "8", "punt-punt": "Korter verslag.", "punt-wie": "Voorzitter",
            "punt-uiterlijk": "2026-06-01"}  # fmt: skip
    client.post(f"/werk/tafel/bijeenkomst/{rij.pk}/verbeterpunt/", punt)
    client.post(f"/werk/tafel/verbeterpunt/{rij.verbeterpunten.get().pk}/klaar/")
    assert rij.verbeterpunten.get().klaar_op
    assert "Korter verslag." in client.get("/werk/tafel/bijeenkomsten/").content.decode()


def test_een_tafel_zegt_waar_zij_anders_werkt_en_sinds_wanneer(t):
    """R261: deviations per table, with a reason; the earlier one ends."""
    for wat in ("Met een secretaris.", "Zonder secretaris."):
        terugkoppelen.set_afwijking(tafel=t.tafel, onderdeel=1, wat=wat, waarom="Zo.", on=OP)
    assert t.tafel.afwijkingen.get(tot=None).wat == "Zonder secretaris."
    with pytest.raises(CasusFout, match="waarom"):
        terugkoppelen.set_afwijking(tafel=t.tafel, onderdeel=1, wat="Zo.", waarom=" ", on=OP)
    terugkoppelen.set_afwijking(tafel=t.tafel, onderdeel=1, wat="", waarom="", on=OP)
    assert not t.tafel.afwijkingen.filter(tot=None).exists()
