"""The joint analysis: several people write at once, and nothing that was saved is ever lost (R42)."""

from __future__ import annotations

import re

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import now
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.toekomsttuin.actions import analyse
from paraplu.toekomsttuin.lezen.analyse import read_secties, read_stand
from paraplu.toekomsttuin.models import Alinea, Alineaversie, Sectie
from paraplu.web.models import Spoor

pytestmark = pytest.mark.django_db


@pytest.fixture
def alinea(w) -> Alinea:
    versie = analyse.begin_alinea(
        huishouden=w.huishouden(), sectie=Sectie.NU, tekst="begin", by=w.wie["raad"], now=now()
    )
    return versie.alinea


# ---- generated: two people, each with a page that may be old ----------------------------------

#: Who, and whether this person loads the page anew before saving.
KEER = st.tuples(st.sampled_from(["raad", "veilig_thuis"]), st.booleans())


def test_twee_mensen_schrijven_tegelijk_en_niets_gaat_verloren(w, alinea):
    @settings(
        max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.lists(KEER, max_size=10))
    def schrijf(keren):
        with transaction.atomic():
            gezien = {"raad": 1, "veilig_thuis": 1}
            laatste, geldt, ernaast = 1, "begin", []
            for nummer, (wie, ververst) in enumerate(keren):
                if ververst:
                    gezien[wie] = laatste
                tekst = f"{nummer} van {wie}"
                versie = analyse.save_alinea(
                    alinea=alinea, basis=gezien[wie], tekst=tekst, by=w.wie[wie], now=now()
                )
                # By hand: only who has seen everything changes what holds.
                if gezien[wie] == laatste:
                    geldt, ernaast = tekst, []
                else:
                    ernaast.append(tekst)
                assert versie.naast == (gezien[wie] != laatste)
                laatste += 1
                gezien[wie] = laatste if not versie.naast else gezien[wie]
                stand = read_stand(alinea)
                assert stand.geldt.tekst == geldt
                assert [v.tekst for v in stand.naast] == ernaast
            bewaard = [f"{n} van {wie}" for n, (wie, _ververst) in enumerate(keren)]
            assert list(alinea.versies.values_list("tekst", flat=True)) == ["begin", *bewaard]
            transaction.set_rollback(True)

    schrijf()


# ---- on the page -------------------------------------------------------------------------------


def basis_van(antwoord) -> str:
    return re.search(r'name="basis" value="(\d+)"', antwoord.content.decode())[1]


def test_wie_te_laat_bewaart_ziet_beide_teksten_naast_elkaar(w, alinea):
    adres = f"/tuinen/alinea/{alinea.pk}/"
    raad, vt = w.als("raad"), w.als("veilig_thuis")
    basis = basis_van(raad.get(adres))
    assert basis_van(vt.get(adres)) == basis
    assert raad.post(adres, {"tekst": "van de Raad", "basis": basis}).status_code == 302
    te_laat = vt.post(adres, {"tekst": "van Veilig Thuis", "basis": basis})
    tekst = te_laat.content.decode()
    assert te_laat.status_code == 409
    assert "van de Raad" in tekst
    assert "van Veilig Thuis" in tekst
    assert "Uw tekst is ook bewaard" in tekst
    ander = raad.get(adres)
    assert "van Veilig Thuis" in ander.content.decode()
    samen = {"tekst": "van ons samen", "basis": basis_van(ander)}
    assert raad.post(adres, samen).status_code == 302
    stand = read_stand(alinea)
    assert (stand.geldt.tekst, stand.naast) == ("van ons samen", ())
    historie = raad.get(f"{adres}eerder/").content.decode()
    for eerder in ("begin", "van de Raad", "van Veilig Thuis", "van ons samen"):
        assert eerder in historie


def test_een_verzonnen_basis_maakt_niemand_de_laatste(w, alinea):
    adres = f"/tuinen/alinea/{alinea.pk}/"
    w.als("raad").post(adres, {"tekst": "twee", "basis": "1"})
    assert w.als("veilig_thuis").post(adres, {"tekst": "drie", "basis": "0"}).status_code == 409
    assert read_stand(alinea).geldt.tekst == "twee"


def test_wat_bewaard_is_kan_niemand_veranderen_of_wissen(alinea):
    with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
        alinea.versies.update(tekst="anders")
    with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
        alinea.versies.all().delete()


def test_een_weggehaalde_alinea_staat_nog_in_de_geschiedenis(w, alinea):
    adres = f"/tuinen/alinea/{alinea.pk}/"
    w.als("raad").post(adres, {"tekst": "", "basis": "1"})
    assert all(not standen for _s, _n, standen in read_secties(alinea.huishouden))
    assert "begin" in w.als("raad").get(f"{adres}eerder/").content.decode()


def test_in_de_analyse_heten_mensen_bij_hun_nummer(w, alinea):
    huishouden = alinea.huishouden
    adres = f"/tuinen/huishouden/{huishouden.pk}/analyse/"
    antwoord = w.als("raad").post(f"{adres}kinderen/", {"tekst": "Fenna is bang."})
    assert antwoord.status_code == 422
    assert w.als("raad").post(f"{adres}kinderen/", {"tekst": "2 is bang."}).status_code == 302
    tekst = w.als("veilig_thuis").get(adres).content.decode()
    assert "2 is bang." in tekst
    assert "2 (kind)" in tekst
    assert "Fenna" not in tekst
    assert "Zonnebloem" not in tekst


def test_bij_het_plan_staat_wie_meedeed_en_wat_het_gezin_zelf_besloot(w, alinea):
    """R222."""
    adres = f"/tuinen/huishouden/{alinea.huishouden_id}/analyse/"
    velden = {
        "tekst": "Elke week een gesprek.",
        "deelnemers": "ouder en lokaal team",
        "gezin_besloot": "Wij kiezen zelf de dag.",
    }
    assert w.als("raad").post(f"{adres}plan/", velden).status_code == 302
    versie = Alineaversie.objects.get(alinea__sectie="plan")
    assert (versie.deelnemers, versie.gezin_besloot) == (
        "ouder en lokaal team",
        "Wij kiezen zelf de dag.",
    )
    assert "Wij kiezen zelf de dag." in w.als("raad").get(adres).content.decode()


def test_een_lege_nieuwe_alinea_wordt_niet_bewaard(w, alinea):
    adres = f"/tuinen/huishouden/{alinea.huishouden_id}/analyse/nu/"
    assert w.als("raad").post(adres, {"tekst": "  "}).status_code == 422
    assert Alinea.objects.count() == 1


def test_elke_blik_en_elke_bewaring_staat_in_het_spoor(w, alinea):
    nummer = alinea.huishouden.nummer
    w.als("raad").get(f"/tuinen/huishouden/{alinea.huishouden_id}/analyse/")
    w.als("raad").post(f"/tuinen/alinea/{alinea.pk}/", {"tekst": "a", "basis": "1"})
    handelingen = set(Spoor.objects.filter(gezin=nummer).values_list("handeling", flat=True))
    assert handelingen == {"analyse bekijken", f"analyse: alinea {alinea} bewaren"}
