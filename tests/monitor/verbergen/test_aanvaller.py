"""Wie alles vraagt wat mag en alles van elkaar aftrekt, krijgt geen verborgen cijfer terug."""

from __future__ import annotations

import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.verbergen import Kijk, patroon
from paraplu.monitor.verbergen.cel import Cel
from paraplu.monitor.verbergen.kiezen import Stelsel, Vlaggen
from tests.monitor.verbergen.aanvaller import Aanvaller

JAREN = (Periode.jaar(2023), Periode.kwartaal(2023, 2))
LEZERS = {
    "provincie zonder eigen gebied": frozenset(),
    "gemeente": frozenset({("gemeente", "0202")}),
    "regio": frozenset({("regio", "CG")}),
}


def partij(eigen: frozenset[tuple[str, str]], drempel: int = 3) -> Kijk:
    return Kijk(kring="partijen", drempels=(("", drempel),), eigen=eigen)


def is_helemaal_eigen(monitor: Monitor, cel: Cel, periode: Periode, eigen) -> bool:
    """Every child of this cell is the reader's own: finding it tells nothing about another."""
    filters = {{"gebied": gebiedsoort(w)}.get(d, d): w for d, w in cel}
    filters = filters or {"gelderland": "gelderland"}
    alles = monitor.reeks("V2c", perioden=[periode], filters=filters)[0][1]["stand"]
    for dimensie, waarde in eigen:
        if filters.get(dimensie, waarde) != waarde:
            continue
        deel = monitor.reeks("V2c", perioden=[periode], filters={**filters, dimensie: waarde})
        if deel[0][1]["stand"] == alles:
            return True
    return False


def gebiedsoort(waarde: str) -> str:
    return "gemeente" if waarde.isdigit() else "regio"


@pytest.mark.traag
@pytest.mark.parametrize("periode", JAREN, ids=lambda p: p.naam)
@pytest.mark.parametrize("lezer", LEZERS)
def test_geen_partij_vindt_een_verborgen_cijfer(klein: Monitor, lezer: str, periode: Periode):
    eigen = LEZERS[lezer]
    aanvaller = Aanvaller.vraag_alles(klein, partij(eigen), "V2c", "stand", periode)

    assert aanvaller.verborgen
    gevonden = {*aanvaller.opgelost(), *aanvaller.klem()}
    assert [c for c in gevonden if not is_helemaal_eigen(klein, c, periode, eigen)] == []


def test_buiten_de_kring_blijft_wat_verborgen_is_verborgen(klein: Monitor):
    kijk = Kijk(kring="publiek", drempels=(("", 4),), binnen=(("", 3),))
    aanvaller = Aanvaller.vraag_alles(klein, kijk, "V2c", "stand", JAREN[0])

    assert aanvaller.verborgen
    assert aanvaller.opgelost() == {}
    assert aanvaller.klem() == set()


def test_wie_publiek_en_partij_naast_elkaar_legt_vindt_niets(klein: Monitor):
    binnen = Aanvaller.vraag_alles(klein, partij(frozenset()), "V2c", "stand", JAREN[0])
    kijk = Kijk(kring="publiek", drempels=(("", 4),), binnen=(("", 3),))
    buiten = Aanvaller.vraag_alles(klein, kijk, "V2c", "stand", JAREN[0])

    assert not binnen.verborgen & buiten.gezien.keys()


def test_met_alleen_de_kleine_cijfers_verborgen_vindt_de_aanvaller_ze(klein: Monitor, monkeypatch):
    def alleen_klein(stelsel: Stelsel, _weg: Vlaggen | None = None) -> Vlaggen:
        return stelsel.aantal[_eerste(stelsel)] < 2

    monkeypatch.setattr(patroon, "kies", alleen_klein)
    monkeypatch.setattr(patroon, "zie_na", lambda _stelsel, weg: weg)
    kijk = partij(frozenset(), drempel=2)  # a threshold of its own: patterns are kept
    aanvaller = Aanvaller.vraag_alles(klein, kijk, "V2c", "stand", JAREN[0])
    waar = {
        rij.sleutel: rij.waarden["stand"]
        for rij in klein.waarde("V2c", periode=JAREN[0], per="gemeente").rijen
    }

    opgelost = aanvaller.opgelost()
    assert opgelost
    for cel, gevonden in opgelost.items():
        if len(cel) == 1 and dict(cel).get("gebied", "").isdigit():
            assert gevonden == waar[dict(cel)["gebied"]]


def _eerste(stelsel: Stelsel):
    """A number of each cell."""
    import numpy as np  # noqa: PLC0415

    return np.unique(stelsel.cel, return_index=True)[1]
