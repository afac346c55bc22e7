"""Through whose eyes: every kind of user has a circle and an own area, decided on purpose."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.inzage.kijker import ZietGeenCijfers, kijk_van, make_kijk
from paraplu.monitor.verbergen.cel import is_eigen, make_cel
from paraplu.web.models import Soort

DAG = date(2026, 6, 1)
CG, ARNHEM, EDE, FV = ("regio", "CG"), ("gemeente", "0202"), ("gemeente", "0228"), ("regio", "FV")
GI, AANBIEDER = ("gi", "90000001"), ("aanbieder", "90000101")
#: What the accounts of the demo see in full; None: no figures at all.
EIGEN = {
    Soort.CONTRACTMANAGER: {CG},
    Soort.REGIO: {FV},
    Soort.EXPERTTEAM: {FV},
    Soort.WETHOUDER: {ARNHEM},
    Soort.BACKOFFICE: {EDE},
    Soort.LOKAALTEAM: {EDE},
    Soort.GI: {GI},
    Soort.JEUGDBESCHERMER: {GI},
    Soort.TEAMLEIDER: {GI},
    Soort.GEDRAGSWETENSCHAPPER: {GI},
    Soort.LEIDINGGEVENDE: {GI},
    Soort.AANBIEDER: {AANBIEDER},
    Soort.PROVINCIE: {("gelderland", "gelderland")},
    Soort.VOORZITTER: set(),
    Soort.VEILIG_THUIS: set(),
    Soort.RAAD: set(),
    Soort.RAADSLID: set(),
    Soort.BEHEERDER: None,
}


def test_over_elke_soort_gebruiker_is_besloten():
    assert set(EIGEN) == set(Soort)


@pytest.mark.parametrize("soort", [s for s, eigen in EIGEN.items() if eigen is not None])
def test_elke_soort_ziet_het_eigen_gebied_volledig(soort, accounts):
    kijk = kijk_van(accounts[soort], op=DAG)
    assert kijk.eigen == EIGEN[soort]
    assert kijk.kring == ("publiek" if soort == Soort.RAADSLID else "partijen")


def test_de_technisch_beheerder_ziet_geen_enkel_cijfer(accounts):
    with pytest.raises(ZietGeenCijfers):
        kijk_van(accounts["beheerder"], op=DAG)


@pytest.mark.parametrize(
    ("soort", "gebied", "eigen"),
    [
        ("contractmanager", {"gemeente": "0202"}, True),
        ("contractmanager", {"gemeente": "0228"}, False),
        ("regio", {"gemeente": "0228"}, True),
        ("wethouder", {"regio": "CG"}, False),
        ("gi", {"gi": "90000001", "gemeente": "0202"}, True),
        ("gi", {"gemeente": "0202"}, False),
        ("provincie", {"gemeente": "0228"}, True),
        ("provincie", {"gi": "90000002"}, True),
        ("raadslid", {"gemeente": "0228"}, False),
    ],
)
def test_wat_in_het_eigen_gebied_ligt_is_ook_eigen(soort, gebied, eigen, accounts):
    cel = make_cel("alles", "", gebied)
    assert is_eigen(cel, kijk_van(accounts[soort], op=DAG)) is eigen


def test_zonder_besluit_geldt_vijf_binnen_en_tien_buiten_de_kring(db):
    assert make_kijk("partijen", op=DAG).drempels == (("", 5),)
    assert make_kijk("publiek", op=DAG).drempels == (("", 10),)


def test_wie_buiten_de_kring_kijkt_ziet_nooit_wat_erbinnen_verborgen_is(db):
    assert make_kijk("publiek", op=DAG).binnen == make_kijk("partijen", op=DAG).drempels
