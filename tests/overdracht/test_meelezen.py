"""The family reads what was agreed when it was handed over; a child its own words (R274)."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from paraplu.meelezen.stukken import find_soort
from paraplu.overdracht.meelezen import list_stukken, show_stuk

pytestmark = pytest.mark.django_db


def lees(loop, persoon) -> str:
    [stuk] = list_stukken(loop.casus, persoon, loop.vandaag)
    return render_to_string(*show_stuk(stuk, persoon, "nl"))


def test_een_ouder_leest_het_verslag_en_kan_erop_reageren(loop):
    loop.tot("aanvaarden")
    tekst = lees(loop, loop.gezin.personen.get(rol="ouder"))
    assert "Moeder vraagt zelf om hulp als het moet." in tekst and "Belt elke week" in tekst
    assert find_soort("overdracht").reageren


def test_een_kind_leest_wat_over_zijn_eigen_dagen_gaat(loop):
    loop.tot("aanvaarden")
    tekst = lees(loop, loop.kind)
    assert "Oma past op woensdag op." in tekst
    assert "school ziet dat ook" not in tekst


def test_wie_er_waren_staat_er_niet_bij(loop):
    loop.tot("aanvaarden")
    assert "Testouder" not in lees(loop, loop.gezin.personen.get(rol="ouder"))


def test_een_ander_gezin_en_een_casus_zonder_gesprek_hebben_niets_te_lezen(loop):
    loop.tot("gesprek")
    assert list_stukken(loop.casus, loop.kind, loop.vandaag) == []
    loop.bespreek()
    _gezin, ander = loop.w.gezin()
    assert list_stukken(loop.casus, ander, loop.vandaag) == []


def test_na_een_nieuw_gesprek_leest_de_familie_het_laatste_verslag(loop):
    loop.tot("aanvaarden")
    loop.sluit("aanvaarden", "geweigerd", "lokaal_team", toelichting="Wie belt oma?")
    loop.bespreek()
    [stuk] = list_stukken(loop.casus, loop.kind, loop.vandaag)
    assert stuk.rij.versie == 2
