"""Wie alles vraagt wat mag en alles van elkaar aftrekt, krijgt geen verborgen cijfer terug."""

from __future__ import annotations

import numpy as np
import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.verbergen import KLEIN, Kijk, patroon
from paraplu.monitor.verbergen.kiezen import Stelsel, Vlaggen
from tests.monitor.verbergen.aanvaller import Aanvaller

JAAR = Periode.jaar(2023)
LEZERS = {
    "wie geen eigen gebied heeft": frozenset(),
    "gemeente": frozenset({("gemeente", "0202")}),
    "regio": frozenset({("regio", "CG")}),
    "gi": frozenset({("gi", "60000001")}),
    "aanbieder": frozenset({("aanbieder", "60000002")}),
}
DREMPEL = 3
PROVINCIE = Kijk(
    kring="partijen",
    drempels=(("", DREMPEL),),
    eigen=frozenset({("gelderland", "gelderland")}),
)


def partij(eigen: frozenset[tuple[str, str]], drempel: int = DREMPEL) -> Kijk:
    return Kijk(kring="partijen", drempels=(("", drempel),), eigen=eigen)


def val_aan(monitor: Monitor, kijk: Kijk, maat: str = "stand") -> Aanvaller:
    return Aanvaller.vraag_alles(monitor, kijk, "V2c", maat, JAAR)


@pytest.mark.parametrize("lezer", LEZERS)
def test_geen_partij_vindt_een_verborgen_cijfer_van_een_ander(klein: Monitor, lezer: str):
    aanvaller = val_aan(klein, partij(LEZERS[lezer]))
    rest = aanvaller.rest(val_aan(klein, PROVINCIE).gezien)
    grens = DREMPEL if LEZERS[lezer] else max(rest.values()) + 1  # without own area: nothing at all

    assert aanvaller.verborgen
    assert [cel for cel in aanvaller.opgelost() if 0 < rest[cel] < grens] == []


@pytest.mark.parametrize("lezer", LEZERS)
def test_na_aftrek_van_het_eigen_deel_staat_er_van_een_ander_niets_kleins(
    klein: Monitor, lezer: str
):
    aanvaller = val_aan(klein, partij(LEZERS[lezer]), "kinderen")
    rest = aanvaller.rest(val_aan(klein, PROVINCIE, "kinderen").gezien)

    assert [cel for cel in aanvaller.gezien if 0 < rest[cel] < DREMPEL] == []


def test_buiten_de_kring_blijft_wat_verborgen_is_verborgen(klein: Monitor):
    kijk = Kijk(kring="publiek", drempels=(("", 4),), binnen=(("", 3),))
    aanvaller = val_aan(klein, kijk)
    binnen = val_aan(klein, partij(frozenset()))

    assert aanvaller.verborgen
    assert aanvaller.opgelost() == {}
    assert aanvaller.klem() == set()
    assert not binnen.verborgen & aanvaller.gezien.keys()


def test_met_alleen_de_kleine_cijfers_verborgen_vindt_de_aanvaller_ze(klein: Monitor, monkeypatch):
    def alleen_klein(stelsel: Stelsel, _weg: Vlaggen | None = None) -> Vlaggen:
        eerste = np.unique(stelsel.cel, return_index=True)[1]
        return stelsel.aantal[eerste] < 2

    monkeypatch.setattr(patroon, "kies", alleen_klein)
    monkeypatch.setattr(patroon, "zie_na", lambda _stelsel, weg: weg)
    aanvaller = val_aan(klein, partij(frozenset(), drempel=2))  # patterns are kept: one of its own
    vol = val_aan(klein, PROVINCIE).gezien

    opgelost = aanvaller.opgelost()
    assert opgelost
    assert all(vol[cel] == waarde for cel, waarde in opgelost.items())


def test_wie_de_provincie_als_eigen_gebied_heeft_ziet_alles(klein: Monitor):
    aanvaller = val_aan(klein, PROVINCIE)

    assert aanvaller.gezien
    assert not aanvaller.verborgen


@pytest.mark.parametrize("per", ["gemeente", "soort_maatregel"])
def test_waar_een_stand_weg_is_zijn_instroom_en_uitstroom_dat_ook(klein: Monitor, per: str):
    """Else one stand and the flow to the next give the other stand."""

    def weg(code: str, periode: Periode) -> set[str]:
        filters = {"gelderland": "gelderland"}
        uitkomst = klein.waarde(
            code, periode=periode, per=per, filters=filters, kijk=partij(frozenset())
        )
        return {rij.sleutel for rij in uitkomst.rijen if KLEIN in rij.waarden.values()}

    for kwartaal in (Periode.kwartaal(2023, nummer) for nummer in range(1, 5)):
        stand = weg("V2c", kwartaal) | weg("V2c", kwartaal.vorige())
        assert stand <= weg("V2a", kwartaal)
        assert weg("V2a", kwartaal) == weg("V2b", kwartaal)
