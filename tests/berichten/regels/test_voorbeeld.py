"""De voorbeelden houden zich aan elke regel: wat een test meldt, komt van zijn ene wijziging."""

from __future__ import annotations

import pytest

from paraplu.berichten import codes
from tests.berichten.regels import voorbeeld


@pytest.mark.parametrize("maak", voorbeeld.ALLE, ids=lambda maak: maak.__name__)
def test_een_voorbeeld_houdt_zich_aan_elke_regel(maak):
    assert voorbeeld.bevindingen(maak()) == ()


def test_de_delen_die_een_voorbeeld_niet_zelf_gebruikt_zijn_ook_goed():
    afgewezen = voorbeeld.declaratieantwoord(
        clienten=[voorbeeld.antwoord_client()],
        TotaalToegekendBedrag=voorbeeld.totaal(0),
        RetourCodes=voorbeeld.retourcodes("0200"),
    )
    gebeld = voorbeeld.contact(Soort="04", Adres=None, Telefoon=voorbeeld.telefoon())
    contacten = [voorbeeld.contact(), gebeld]

    assert voorbeeld.bevindingen(afgewezen) == ()
    assert voorbeeld.bevindingen(voorbeeld.toewijzingsbericht(contacten=contacten)) == ()


@pytest.mark.parametrize("maak", voorbeeld.ALLE, ids=lambda maak: maak.__name__)
def test_zonder_leesbare_dagtekening_zegt_geen_regel_wat_ervoor_of_erna_ligt(maak):
    gemaakt = maak(dagtekening="2024-02-30")
    ontbreekt = maak()
    del ontbreekt.inhoud["Header"]["BerichtIdentificatie"]["Dagtekening"]

    assert voorbeeld.codes(gemaakt) == {codes.DATUM}
    assert voorbeeld.codes(ontbreekt) == {codes.ONTBREEKT}
