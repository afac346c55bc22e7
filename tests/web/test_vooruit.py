"""What the overview shows is computed before anyone asks."""

from __future__ import annotations

from datetime import date

from paraplu.dashboard.actions import prepare_cijfers
from paraplu.dashboard.models import Inzending
from tests.web.nep_monitor import INDICATOREN, VAN_AFSPRAKEN

#: The waits are computed ahead too, as known on the last day.
WACHTEN = ("wachten", None)


def test_elke_waarde_van_het_overzicht_wordt_vooruit_gerekend(db, nep):
    prepare_cijfers()
    jaren = [str(jaar) for jaar in range(2021, 2024)]
    soorten = ["gelderland", "regio", "gemeente", "gi"]
    alle = INDICATOREN + VAN_AFSPRAKEN
    verwacht = {(i.code, jaar, per) for i in alle for jaar in jaren for per in soorten}
    assert set(nep.gevraagd) == verwacht | {WACHTEN}


def test_een_inzending_gaat_voor(accounts, nep):
    Inzending.objects.create(gebruiker=accounts["gi"], dag=date(2024, 1, 15), bestanden=1)
    assert prepare_cijfers() == 0
    assert nep.gevraagd == []


def test_zonder_gegevens_valt_er_niets_te_rekenen(db, lege_monitor):
    assert prepare_cijfers() == 0


def test_het_overzicht_vraagt_niets_wat_niet_vooruit_is_gerekend(als, nep):
    prepare_cijfers()
    vooruit = set(nep.gevraagd) - {WACHTEN}
    nep.gevraagd.clear()
    als("wethouder").get("/?gebied=gemeente-0228")
    assert {vraag for vraag in nep.gevraagd if vraag[2] == "gemeente"} <= vooruit


def test_daarna_worden_de_berichten_met_elkaar_vergeleken(accounts, nep):
    assert not nep.keten_klaar()
    prepare_cijfers()
    assert nep.keten_klaar()
