"""Wat een bericht van een partij buiten Paraplu aan de casus doet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paraplu.aanmelden import bij_bericht
from paraplu.aanmelden.berichtenpost import Product
from paraplu.aanmelden.berichtenpost.duiden import Betekenis
from paraplu.aanmelden.berichtenpost.verwerken import record_start
from paraplu.aanmelden.models import Toewijzing, Werkbericht
from paraplu.casussen.models import Gebeurtenis

from .lopen import Loop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("var_map", "statisch")]


def betekenis(loop: Loop, **velden) -> Betekenis:
    basis = Betekenis(
        soort="x", berichtsoort="JW301", gemeente="0228", aanbieder="90000101",
        dagtekening=loop.vandaag, product=Product(categorie="45", code="45A04"), datum=loop.vandaag,
    )  # fmt: skip
    return replace(basis, **velden)


def test_een_305_van_buiten_sluit_antwoord_en_start():
    loop = Loop("301").tot_reactie()
    gemeld = betekenis(loop, soort="start_gemeld", toewijzing_nummer=loop.toewijzing().nummer)
    for _keer in range(2):
        record_start(betekenis=gemeld, casus=loop.casus, on=loop.vandaag)
        bij_bericht.on_start(betekenis=gemeld, casus=loop.casus, on=loop.vandaag)
    loop.casus.refresh_from_db()
    assert loop.casus.afloop == "hulp_gestart"
    assert Gebeurtenis.objects.filter(soort="hulp_gestart").count() == 1
    assert loop.client("lokaal_team").get(loop.casus.get_absolute_url()).status_code == 200


def test_een_301_van_een_gemeente_buiten_sluit_het_toewijzen():
    loop = Loop("301").tot_verstuurd()
    gemeld = betekenis(loop, soort="toewijzing_ontvangen", toewijzing_nummer=123)
    for _keer in range(2):
        bij_bericht.on_toewijzing(betekenis=gemeld, casus=loop.casus, on=loop.vandaag)
    assert loop.open() == {"reactie_aanbieder"}
    assert Toewijzing.objects.get().gecodeerd_door is None
    assert Gebeurtenis.objects.filter(soort="toewijzing_ontvangen").count() == 1


def test_een_315_van_buiten_sluit_antwoord_en_verzoek_en_toont_de_omvang():
    loop = Loop("315").tot_reactie()
    loop.doe("zorgaanbieder", "reactie_aanbieder", "kan_leveren")
    loop.doe("zorgaanbieder", "verzoek_toewijzing", "verzoek", **loop.codering())
    bericht = Werkbericht.objects.get(soort="JW315")
    referentie = Toewijzing.objects.get().referentie
    ander = Loop("315").tot_reactie()
    gemeld = betekenis(ander, soort="verzoek_ontvangen", referentie=referentie)
    for _keer in range(2):
        bij_bericht.on_verzoek(
            betekenis=gemeld, casus=ander.casus, bericht=bericht, on=ander.vandaag
        )
    assert ander.open() == {"toewijzen"}
    assert ander.toewijzing().volume == 4
    assert ander.casus.toewijzingen.count() == 1


def test_zonder_bepaling_blijft_de_stap_voor_mensen():
    loop = Loop("301")
    gemeld = betekenis(loop, soort="toewijzing_ontvangen", toewijzing_nummer=123)
    bij_bericht.on_toewijzing(betekenis=gemeld, casus=loop.casus, on=loop.vandaag)
    assert loop.open() == {"contact_lokaal_team"}
    assert not Toewijzing.objects.exists()


def test_een_afgekeurd_bericht_staat_bij_de_casus_met_uitleg_en_zonder_bsn():
    loop = Loop("301").tot_reactie()
    Werkbericht.objects.filter(soort="JW301").update(status="afgekeurd", retourcodes="0001")
    tekst = loop.client("jeugdbeschermer").get(loop.casus.get_absolute_url()).content.decode()
    assert "Dit bericht telt als niet verzonden." in tekst
    assert "999900006" not in tekst
