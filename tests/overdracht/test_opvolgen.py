"""After the hand-over the lokaal team follows the family: it does not vanish from sight (R48, R252)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.herinneringen import list_agendapunten, list_digest
from paraplu.overdracht.models import Opvolging

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def test_op_de_afgesproken_dag_staat_het_gezin_op_de_werklijst(loop):
    loop.tot("opvolgen")
    dag = loop.vandaag + timedelta(days=60)
    assert loop.stap("opvolgen").uiterste_datum == dag
    gebruiker = loop.w.gebruiker("lokaal_team")
    [punt] = list_agendapunten(gebruiker, on=loop.vandaag)
    assert punt.dag == dag and "Testkind" not in punt.titel
    assert not any("afgesproken dag" in lijn for lijn in list_digest(gebruiker, loop.vandaag))
    te_laat = list_digest(gebruiker, dag + timedelta(days=1))
    assert any("1 dag na de afgesproken dag" in lijn for lijn in te_laat)


def test_met_een_volgend_moment_blijft_de_stap_open_op_die_dag(loop):
    loop.tot("opvolgen").volg(hulp="nee", volgend_op=loop.vandaag + WEEK)
    assert loop.stap("opvolgen").uiterste_datum == loop.vandaag + WEEK
    assert loop.casus.stappen.filter(sleutel="opvolgen").count() == 2


def test_zonder_volgend_moment_eindigt_het_volgen(loop):
    loop.tot("opvolgen").volg()
    loop.casus.refresh_from_db()
    assert loop.casus.afloop == "gevolgd"


def test_wie_uit_beeld_is_wordt_opnieuw_gezocht(loop):
    loop.tot("opvolgen")
    with pytest.raises(CasusFout, match="niet in beeld"):
        loop.volg(in_beeld=False)
    loop.volg(in_beeld=False, hulp="nee", veilig="onbekend", volgend_op=loop.vandaag + WEEK)
    assert loop.open() == {"opvolgen"}


def test_de_database_laat_een_gezin_uit_beeld_niet_los(loop):
    loop.tot("opvolgen")
    with pytest.raises(IntegrityError), transaction.atomic():
        Opvolging.objects.create(
            casus=loop.casus, stap=loop.stap("opvolgen"), op=loop.vandaag, in_beeld=False,
            hulp="nee", veilig="onbekend", verslag="weg", door=loop.lt,
        )  # fmt: skip


def test_nieuwe_zorgen_eindigen_het_volgen_met_die_uitkomst(loop):
    loop.tot("opvolgen").volg(veilig="nee", volgend_op=loop.vandaag + WEEK)
    loop.casus.refresh_from_db()
    assert loop.casus.afloop == "opnieuw_zorgen"
    assert Opvolging.objects.get().volgend_op is None


def test_zonder_iets_op_te_schrijven_stopt_het_volgen_niet(loop):
    loop.tot("opvolgen")
    stap = loop.stap("opvolgen")
    loop.client("lokaal_team").post(f"/werk/stap/{stap.pk}/afronden/", {"uitkomst": "gevolgd"})
    assert loop.open() == {"opvolgen"}


def test_na_het_einde_kan_niemand_de_overdracht_nog_intrekken(loop):
    """R48: else the family would vanish from the list with one button."""
    loop.tot("opvolgen")
    for uitkomst in ("ingetrokken", "zonder_overdracht"):
        with pytest.raises(CasusFout):
            loop.sluit("opvolgen", uitkomst, "jeugdbeschermer", toelichting="klaar")
    assert loop.open() == {"opvolgen"}


def test_de_gi_vult_het_volgen_niet_in(loop):
    loop.tot("opvolgen")
    loop.doe(
        "jeugdbeschermer", "opvolgen", "opvolging",
        op=loop.vandaag.isoformat(), in_beeld="ja", hulp="ja", veilig="ja", verslag="goed",
    )  # fmt: skip
    assert loop.open() == {"opvolgen"}


def test_een_dag_die_al_is_geweest_is_geen_volgend_moment(loop):
    loop.tot("opvolgen")
    antwoord = loop.doe(
        "lokaal_team", "opvolgen", "opvolging",
        op=loop.vandaag.isoformat(), in_beeld="ja", hulp="ja", veilig="ja", verslag="goed",
        volgend_op=loop.vandaag.isoformat(),
    )  # fmt: skip
    assert antwoord.status_code == 422
    assert "Kies een dag na vandaag." in antwoord.content.decode()
