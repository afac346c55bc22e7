"""De pagina ‘toen en nu’: eigen gebied regel voor regel, van een ander alleen wat mag."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import NIET_GEDEELD
from paraplu.monitor.verschil import Aanleiding, Oorzaak, Oorzaakdeel, Verschil, Wijziging
from paraplu.web.models import Spoor
from tests.web.test_overzicht import lees

EDE = "gebied=gemeente-0228&jaar=2023&bekend=2023-12-31"


@pytest.fixture
def verklaard(nep, monkeypatch):
    """One child whose start came later; another area is not shared."""
    oorzaak = Aanleiding(
        oorzaak=Oorzaak.LATE_START, bericht="b1", soort="JW305", dag=date(2024, 1, 15)
    )
    regel = Wijziging(
        soort="gekomen",
        sleutel=("m1",),
        kind="aB3dE6gH9jK2",
        oorzaak=Oorzaak.LATE_START,
        aanleidingen=(oorzaak,),
        veranderd={},
        regel={},
    )

    def verklaar(monitor, code, *, toen, kijk, variant, periode, filters):
        eigen = filters == {"gemeente": "0228"}
        return Verschil(
            indicator=nep.indicator(code),
            variant=variant,
            periode=Periode.jaar(2023),
            filters=filters,
            toen="2023-12-31",
            nu="nu",
            waarden_toen={"aantal": 6},
            waarden_nu={"aantal": 7},
            regels_toen=6 if eigen else NIET_GEDEELD,
            regels_nu=7 if eigen else NIET_GEDEELD,
            oorzaken=(Oorzaakdeel(oorzaak=Oorzaak.LATE_START, gekomen=1, weg=0, veranderd=0),)
            if eigen
            else (),
            wijzigingen=(regel,) if eigen else (),
            verborgen=None if eigen else NIET_GEDEELD,
        )

    monkeypatch.setattr("paraplu.monitor.verschil.verklaren.verklaar", verklaar)


def test_het_eigen_gebied_staat_er_regel_voor_regel_en_laat_een_spoor_na(als, verklaard):
    tekst = lees(als("backoffice"), f"/verschil/V2a/?{EDE}")

    assert "wat is er anders sinds 31 december 2023?" in tekst
    assert "Start later gemeld 1 0 1 0" in tekst
    assert "aB3dE6gH9jK2 erbij start later gemeld JW305 b1 2024-01-15" in tekst
    assert Spoor.objects.get(handeling="verschil").voorwerp.endswith("2023-12-31: 1 regels")


def test_van_een_ander_zijn_de_oorzaken_verborgen_met_hun_reden(als, verklaard):
    tekst = lees(als("backoffice"), f"/verschil/V2a/?{EDE.replace('0228', '0202')}")

    assert "De oorzaken zijn verborgen: niet gedeeld buiten de eigen organisatie" in tekst
    assert "aB3dE6gH9jK2" not in tekst
    assert not Spoor.objects.filter(handeling="verschil").exists()


def test_zonder_dag_kiest_men_er_een(als, nep):
    tekst = lees(als("backoffice"), "/verschil/V2a/?gebied=gemeente-0228")

    assert "Kies een dag die voorbij is." in tekst
