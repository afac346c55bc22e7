"""The reasons for which a measure ends, held to the code lists and to the database."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken.einde import (
    UITZONDERING,
    VOOGDEN,
    OnbekendeReden,
    find_reden,
    redenen_einde,
    redenen_voor,
)
from paraplu.afspraken.vereisten import bestaat
from paraplu.casussen.models import Einde, Maatregel

OP = date(2026, 1, 1)
SOORTEN = set(Maatregel.Soort.values)
#: The protocol of the CBS, per kind of measure (R185, R188).
CBS = {
    "ots": {"01", "02", "03", "04", "05", "06"},
    "vots": {"01", "02", "06", "07"},
    "voogdij": {"11", "12", "13", "14", "15"},
}


@pytest.mark.parametrize("soort", sorted(CBS))
def test_elke_code_van_het_protocol_is_te_kiezen(soort):
    assert {r.cbs for r in redenen_voor(soort, op=OP)} - {""} == CBS[soort]


@pytest.mark.parametrize("soort", sorted(SOORTEN))
def test_elke_soort_maatregel_kan_op_beide_gronden_eindigen(soort):
    assert {r.grond for r in redenen_voor(soort, op=OP)} == {"overdracht", "uitzondering"}


def test_elke_rij_noemt_bestaande_maatregelen_vereisten_en_een_bron():
    for reden in redenen_einde():
        assert set(reden.maatregelen) <= SOORTEN
        assert reden.vereisten and all(bestaat(nummer) for nummer in reden.vereisten)
        assert reden.bron and reden.naam
        assert reden.voogd in {"", *VOOGDEN}


def test_elke_reden_is_per_soort_maatregel_enig():
    sleutels = [(s, r.sleutel, r.voogd) for r in redenen_einde() for s in r.maatregelen]
    assert len(sleutels) == len(set(sleutels))


def test_wie_streng_telt_telt_ook_breed_en_alleen_voogdij():
    """P19."""
    for reden in redenen_einde():
        assert reden.ra10_breed or not reden.ra10_streng
        if reden.ra10_breed:
            assert set(reden.maatregelen) <= {"voogdij", "voorlopige_voogdij"}


def test_overlijden_telt_niet_in_de_duur_van_ots():
    """R185: exceptional cases are left out."""
    assert not find_reden("overlijden", soort="ots", op=OP).ra9
    assert find_reden("niet_verlengd", soort="ots", op=OP).ra9


def test_een_reden_van_een_andere_soort_bestaat_niet():
    with pytest.raises(OnbekendeReden):
        find_reden("niet_verlengd", soort="voogdij", op=OP)
    with pytest.raises(OnbekendeReden):
        find_reden("niet_verlengd", soort="ots", op=date(2019, 12, 31))


def test_de_database_kent_dezelfde_uitzonderingen():
    sleutels = {r.sleutel for r in redenen_einde() if r.grond == UITZONDERING}
    for naam in (
        "uitzondering_heeft_een_eigen_reden",
        "overdracht_heeft_geen_reden_van_uitzondering",
    ):
        [regel] = [c for c in Einde._meta.constraints if c.name == naam]
        genoemd = str(regel.condition)
        assert all(f"'{sleutel}'" in genoemd for sleutel in sleutels)
        assert genoemd.count("', '") == len(sleutels) - 1 or len(sleutels) == 3
