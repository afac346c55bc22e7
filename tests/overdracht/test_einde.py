"""How a measure ends: with a date and a reason, after a look at what is looked at first (R81, R185)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.casussen import einde as register
from paraplu.casussen.actions import start_maatregel
from paraplu.casussen.einde import Toets
from paraplu.casussen.models import Casus
from paraplu.netwerk.models import Soort
from tests.casussen.bouwen import BEGIN, make_organisatie
from tests.overdracht.bouwen import Loop

pytestmark = pytest.mark.django_db


def leg_vast(loop, **velden):
    prefix = f"m{loop.maatregel.pk}-"
    basis = {f"{prefix}op": loop.vandaag.isoformat(), f"{prefix}reden": "volgens_plan:"}
    return loop.doe("jeugdbeschermer", "beeindigen", "beeindig", **{**basis, **velden})


def zonder(loop, **velden):
    return loop.client("jeugdbeschermer").post(
        f"/werk/maatregel/{loop.maatregel.pk}/zonder-overdracht/",
        {"op": loop.vandaag.isoformat(), "toelichting": "Zoals besproken.", **velden},
    )


@pytest.fixture
def tafel(monkeypatch):
    """A region whose table discusses the end of an OTS; the test says whether it did."""
    stand = {"in_orde": False}

    def kijk(maatregel, _op):
        if maatregel.soort != "ots":
            return None
        return Toets(
            sleutel="tafel", naam="Bespreking aan de tafel", in_orde=stand["in_orde"],
            zin="De tafel heeft dit einde nog niet besproken.", adres="/tafel/",
        )  # fmt: skip

    monkeypatch.setattr(register, "_TOETSEN", [kijk])
    return stand


def test_bespreekt_de_tafel_het_einde_dan_gebeurt_dat_eerst(loop, tafel):
    """R81: the review at the table, where the region does it."""
    loop.tot("beeindigen")
    antwoord = leg_vast(loop)
    assert antwoord.status_code == 422
    assert "nog niet besproken" in antwoord.content.decode()
    assert loop.maatregel_nu().tot is None
    tafel["in_orde"] = True
    leg_vast(loop)
    assert loop.maatregel_nu().tot == loop.vandaag


def test_zonder_de_tafel_kan_het_alleen_met_de_reden_erbij(loop, tafel):
    loop.tot("beeindigen")
    leg_vast(loop, ondanks="De rechter hief de maatregel gisteren op.")
    assert loop.maatregel_nu().tot == loop.vandaag
    assert "gisteren op" in loop.maatregel.eindes.get().toelichting


def test_een_regio_zonder_bespreking_vraagt_niets(loop):
    loop.tot("beeindigen")
    leg_vast(loop)
    assert loop.maatregel_nu().reden_einde == "volgens_plan"


def test_de_redenen_zijn_die_van_de_soort_maatregel(loop):
    loop.tot("beeindigen")
    tekst = loop.client("jeugdbeschermer").get(loop.stap("beeindigen").get_absolute_url())
    inhoud = tekst.content.decode()
    assert "De rechter verlengde de maatregel niet" in inhoud
    assert "voogd gevonden" not in inhoud and "overleden" not in inhoud


def test_een_voogd_uit_het_netwerk_heeft_een_eigen_reden_met_de_soort_voogd(db):
    """R188, P19: pleegouder and burgervoogd are told apart."""
    loop = Loop("voogdij")
    loop.tot("beeindigen")
    leg_vast(loop, **{f"m{loop.maatregel.pk}-reden": "voogd_gevonden:pleegouder"})
    einde = loop.maatregel.eindes.get()
    assert (einde.reden, einde.voogd) == ("voogd_gevonden", "pleegouder")


def test_voor_de_eerste_dag_eindigt_een_maatregel_niet(loop):
    loop.tot("beeindigen")
    voor = (BEGIN - timedelta(days=1)).isoformat()
    assert leg_vast(loop, **{f"m{loop.maatregel.pk}-op": voor}).status_code == 422


def test_overlijden_heeft_een_eigen_bladzijde_en_de_overdracht_stopt_ermee(loop):
    loop.tot("gesprek")
    zonder(loop, reden="overlijden:")
    loop.casus.refresh_from_db()
    assert loop.maatregel_nu().reden_einde == "overlijden"
    assert loop.casus.afloop == "uitzondering"


def test_loopt_er_nog_een_maatregel_in_de_overdracht_dan_gaat_die_door(loop):
    tweede = loop.nieuwe_maatregel(loop.kind, "jr")
    loop.begin(loop.maatregel, tweede)
    zonder(loop, reden="overlijden:")
    loop.casus.refresh_from_db()
    assert loop.casus.is_open


def test_naar_een_andere_gi_zonder_die_te_noemen_kan_niet(loop):
    andere = make_organisatie("GI-2", Soort.GI, code="90000002")
    assert zonder(loop, reden="andere_gi:").status_code == 422
    assert zonder(loop, reden="andere_gi:", naar=andere.pk).status_code == 302
    assert loop.maatregel_nu().reden_einde == "andere_gi"


def test_een_andere_maatregel_volgt_meteen(loop):
    assert zonder(loop, reden="andere_maatregel:").status_code == 422
    voogdij = start_maatregel(
        persoon=loop.kind, soort="voogdij", gi=loop.w.gi, uitspraak_op=BEGIN, vanaf=BEGIN
    )
    assert zonder(loop, reden="andere_maatregel:", opvolger=voogdij.pk).status_code == 302
    assert loop.maatregel_nu().eindes.get().opvolger == voogdij


def test_een_gewone_reden_staat_niet_tussen_de_uitzonderingen(loop):
    assert zonder(loop, reden="volgens_plan:").status_code == 422
    assert loop.maatregel_nu().tot is None


def test_een_beeindigde_maatregel_heeft_geen_knoppen_meer(loop):
    zonder(loop, reden="overlijden:")
    tekst = loop.client("jeugdbeschermer").get(f"/werk/gezin/{loop.gezin.pk}/").content.decode()
    assert "Het kind is overleden" in tekst
    assert "Einde voorbereiden" not in tekst
    adres = f"/werk/maatregel/{loop.maatregel.pk}/einde/"
    assert loop.client("jeugdbeschermer").get(adres).status_code == 404
    assert not Casus.objects.exists()
