"""Who thinks the report is wrong says so; it stands beside it and replaces nothing (R76)."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, transaction

from paraplu.tafel.actions import opvolgen
from paraplu.tafel.models import Verslagreactie
from paraplu.tafel.stukken import tonen
from paraplu.web.post.models import Postbericht
from tests.tafel.na import verstuurd


def test_een_professional_voegt_een_reactie_toe_en_het_verslag_blijft_gelijk(t):
    document = opvolgen.last_verslag(verstuurd(t))
    eerst = bytes(document.persoonsgegevens)
    client = t.client("lokaal_team")
    client.post(f"/werk/tafelverslag/{document.pk}/", {"woorden": "Ik zei iets anders."})
    document.refresh_from_db()
    assert bytes(document.persoonsgegevens) == eerst
    [reactie] = tonen.list_reacties(document)
    assert reactie.woorden == "Ik zei iets anders."
    assert str(t.lokaal_team) in reactie.wie
    bericht = Postbericht.objects.filter(gebruiker=t.wie["voorzitter"].gebruiker).last()
    assert document.casus.nummer in bericht.tekst
    assert "anders" in bericht.tekst
    assert "Ik zei iets" not in bericht.tekst


def test_de_voorzitter_typt_een_brief_van_een_ouder_woord_voor_woord_over(t):
    casus = verstuurd(t)
    document = opvolgen.last_verslag(casus)
    ouder = casus.gezin.personen.filter(rol="ouder").first()
    woorden = "Dit klopt niet!\n\nWij waren er op tijd."
    t.client("voorzitter").post(
        f"/werk/tafelverslag/{document.pk}/", {"van": str(ouder.pk), "woorden": woorden}
    )
    reactie = Verslagreactie.objects.get()
    assert (reactie.persoon, reactie.medewerker) == (ouder, None)
    assert reactie.woorden.replace("\r", "") == woorden


def test_een_reactie_wordt_nooit_gewijzigd_of_weggehaald(t):
    document = opvolgen.last_verslag(verstuurd(t))
    t.client("voorzitter").post(
        f"/werk/tafelverslag/{document.pk}/", {"van": "ik", "woorden": "Zo is het."}
    )
    rij = Verslagreactie.objects.filter(document=document)
    with pytest.raises(ProgrammingError), transaction.atomic():
        rij.update(woorden="Anders.")
    with pytest.raises(ProgrammingError), transaction.atomic():
        rij.delete()


def test_een_lege_reactie_wordt_niet_bewaard(t):
    document = opvolgen.last_verslag(verstuurd(t))
    antwoord = t.client("lokaal_team").post(f"/werk/tafelverslag/{document.pk}/", {"woorden": " "})
    assert antwoord.status_code == 422
    assert not Verslagreactie.objects.exists()
