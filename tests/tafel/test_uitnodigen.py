"""Who is asked, how they hear it, and that no name of the family goes out (R18, R56, R57, R67, R263)."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from paraplu.casussen.fouten import CasusFout
from paraplu.tafel.actions import genodigden, plannen, uitnodigen
from paraplu.tafel.models import Genodigde, Tafel
from paraplu.tafel.queries import list_taken
from paraplu.tafel.stukken.brief import make_brief
from paraplu.web.models import Postbericht
from tests.tafel.aan import DAG

NAMEN = ("Testgezin", "Fenna", "Loes", "Karel", "Oma")


@pytest.fixture
def casus(t):
    casus = t.begin()
    t.dien_in(casus)
    Postbericht.objects.all().delete()
    return casus


def rollen(zitting) -> list[str]:
    return sorted(zitting.genodigden.values_list("rol", flat=True))


def agendas() -> list[Calendar]:
    berichten = Postbericht.objects.exclude(uitnodiging=None).order_by("pk")
    return [Calendar.from_ical(bytes(bericht.uitnodiging)) for bericht in berichten]


def test_wie_altijd_aan_tafel_zit_staat_er_vanzelf_bij(t, casus):
    zitting = t.plan(casus)
    assert rollen(zitting) == ["aanmelder", "kind", "ouder", "ouder", "raad", "steun", "voorzitter"]
    kind = zitting.genodigden.get(rol="kind")
    assert (kind.persoon.voornamen, kind.wijze, kind.voorbereid_door) == (
        "Fenna", "aan_tafel", "de jeugdwerker",
    )  # fmt: skip
    assert zitting.genodigden.get(rol="steun").e_mail == "oma@voorbeeld.test"


def test_waar_de_gi_vast_zit_is_zij_erbij_en_op_afroep_niet(t):
    Tafel.objects.update(gi_deelname="vast", gi=t.gi)
    casus = t.begin()
    t.dien_in(casus)
    zitting = t.plan(casus)
    assert zitting.genodigden.get(rol="gi").medewerker == t.wie["jeugdbeschermer"]


def test_meldt_een_ander_aan_dan_zit_het_lokale_team_erbij(t):
    casus = t.begin(houder=t.wie["veilig_thuis"], aanmelder="veilig_thuis")
    t.dien_in(casus)
    assert t.plan(casus).genodigden.get(rol="lokaal_team").medewerker == t.wie["lokaal_team"]


def test_wie_samen_aanmeldt_wordt_ook_gevraagd(t):
    casus = t.begin(aanmelder="leerplicht", mede_naam="A. de Vries", mede_organisatie="School Zuid")
    t.dien_in(casus)
    mede = t.plan(casus).genodigden.get(rol="mede_aanmelder")
    assert mede.naam == "A. de Vries, School Zuid"


def test_zonder_ouders_aanmelder_of_raad_gaat_er_geen_uitnodiging_uit(t, casus):
    zitting = t.plan(casus)
    zitting.genodigden.filter(rol="ouder").delete()
    with pytest.raises(CasusFout, match="ouder of opvoeder"):
        uitnodigen.invite_all(
            stap=t.stap(casus, "plannen"), zitting=zitting, by=t.wie["voorzitter"], on=DAG
        )
    assert not agendas()


def test_wie_er_altijd_bij_is_gaat_niet_van_de_lijst(t, casus):
    zitting = t.plan(casus)
    with pytest.raises(CasusFout, match="hoort er altijd bij"):
        genodigden.remove_genodigde(genodigde=zitting.genodigden.get(rol="raad"))
    genodigden.remove_genodigde(genodigde=zitting.genodigden.filter(rol="ouder").first())
    with pytest.raises(CasusFout, match="hoort er altijd bij"):
        genodigden.remove_genodigde(genodigde=zitting.genodigden.get(rol="ouder"))


def test_iedereen_met_een_adres_krijgt_een_eigen_uitnodiging_zonder_namen(t, casus):
    zitting = t.nodig_uit(casus)
    berichten = Postbericht.objects.exclude(uitnodiging=None)
    assert berichten.count() == 4
    assert set(berichten.filter(gebruiker=None).values_list("e_mail", flat=True)) == {
        "oma@voorbeeld.test"
    }
    alles = " ".join(
        bericht.onderwerp + bericht.tekst + bytes(bericht.uitnodiging).decode()
        for bericht in berichten
    )
    assert not any(naam in alles for naam in NAMEN)
    assert casus.nummer in alles
    assert {str(a.walk("VEVENT")[0]["UID"]).split("@")[0] for a in agendas()} == {
        f"zitting-{zitting.pk}"
    }
    assert set(zitting.genodigden.values_list("verteld", flat=True)) == {0}
    assert t.open(casus) == {"volledigheid"}


def test_wie_geen_adres_heeft_krijgt_een_brief(t, casus):
    zitting = t.nodig_uit(casus)
    ouder = zitting.genodigden.filter(rol="ouder").first()
    stuk = make_brief(ouder, folder="https://voorbeeld.test/tafel", op=DAG)
    assert stuk.kenmerk == casus.nummer
    antwoord = t.client("voorzitter").get(f"/werk/genodigde/{ouder.pk}/brief/")
    assert antwoord["Content-Type"] == "application/pdf"
    assert "Testgezin" not in antwoord["Content-Disposition"]
    assert t.client("buur").get(f"/werk/genodigde/{ouder.pk}/brief/").status_code == 404


def test_een_nieuw_moment_komt_als_wijziging_in_dezelfde_agenda(t, casus):
    zitting = t.nodig_uit(casus)
    voor = len(agendas())
    plannen.move_zitting(
        zitting=zitting, slot=zitting.slot, dag=DAG.replace(day=15), reden="ziek",
        by=t.wie["voorzitter"], on=DAG,
    )  # fmt: skip
    nieuw = agendas()[voor:]
    assert len(nieuw) == voor
    assert {int(a.walk("VEVENT")[0]["SEQUENCE"]) for a in nieuw} == {1}
    assert {str(a["METHOD"]) for a in nieuw} == {"REQUEST"}


def test_een_afzegging_haalt_het_uit_ieders_agenda(t, casus):
    zitting = t.nodig_uit(casus)
    voor = len(agendas())
    plannen.call_off(zitting=zitting, reden="griep", by=t.wie["voorzitter"], on=DAG)
    nieuw = agendas()[voor:]
    assert len(nieuw) == voor
    assert {str(a["METHOD"]) for a in nieuw} == {"CANCEL"}


def test_wie_later_bij_komt_hoort_het_ook(t, casus):
    zitting = t.nodig_uit(casus)
    voor = len(agendas())
    genodigden.add_genodigde(
        zitting=zitting, rol="netwerk", naam="Buurvrouw", e_mail="b@voorbeeld.test"
    )
    voorzitter = t.client("voorzitter")
    voorzitter.post(f"/werk/zitting/{zitting.pk}/genodigden/", {"handeling": "nodig_uit"})
    assert len(agendas()) == voor + 1
    with pytest.raises(CasusFout, match="staat al op de lijst"):
        genodigden.add_genodigde(zitting=zitting, rol="hulp", medewerker=casus.houder)


def test_tot_het_gesprek_staat_de_voorbereiding_op_de_werklijst(t, casus):
    zitting = t.nodig_uit(casus)
    gebruiker = t.wie["lokaal_team"].gebruiker
    assert [(w.casus, w.dag) for w in list_taken(gebruiker, DAG)] == [
        (casus.nummer, zitting.begin.date())
    ]
    t.client("lokaal_team").post(f"/werk/casus/{casus.pk}/voorbereid/")
    assert list(list_taken(gebruiker, DAG)) == []
    assert casus.gebeurtenissen.filter(soort="gezin_voorbereid").count() == 1


def test_een_ander_dan_de_aanmelder_legt_de_voorbereiding_niet_vast(t, casus):
    t.nodig_uit(casus)
    collega = t.voorzitter(t.jbt)
    t.wie["collega"] = collega
    assert t.client("collega").post(f"/werk/casus/{casus.pk}/voorbereid/").status_code == 403
    assert not casus.gebeurtenissen.filter(soort="gezin_voorbereid").exists()


def test_de_lijst_is_van_de_voorzitter_en_anderen_zien_hem_alleen(t, casus):
    zitting = t.nodig_uit(casus)
    adres = f"/werk/zitting/{zitting.pk}/genodigden/"
    assert "Fenna Testgezin" in t.client("lokaal_team").get(adres).content.decode()
    t.client("lokaal_team").post(adres, {"handeling": "zeg_af", "afzeg-reden": "nee"})
    zitting.refresh_from_db()
    assert zitting.status == "gepland"
    assert t.client("buur").get(adres).status_code == 404
    kind = zitting.genodigden.get(rol="kind")
    t.client("voorzitter").post(
        adres,
        {
            "handeling": "wijzig",
            "genodigde": kind.pk,
            f"g{kind.pk}-wijze": "vooraf",
            f"g{kind.pk}-voorbereid_door": "oma",
        },
    )
    assert Genodigde.objects.get(pk=kind.pk).wijze == "vooraf"
