"""Wie geen geduld heeft, krijgt te horen wat er nog niet is; wie het zelf rekent, krijgt cijfers."""

from __future__ import annotations

import pytest

from paraplu.monitor import Monitor, geduld
from paraplu.monitor.geduld import NogNietBerekend, Ontbrekend, zonder_geduld
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import Kijk

JAAR = Periode.jaar(2021)
KIJK = Kijk(kring="partijen", drempels=(("", 5),), eigen=frozenset({("gemeente", "0202")}))


@pytest.fixture
def groot(klein: Monitor, monkeypatch: pytest.MonkeyPatch) -> Monitor:
    """The same world, as if its lines were many."""
    klein.bereik()
    monkeypatch.setattr(geduld, "WEINIG", 0)
    return klein


def test_een_pagina_wacht_op_wat_nog_niet_verborgen_is(groot):
    andere = Kijk(kring="partijen", drempels=(("", 6),))
    with zonder_geduld(), pytest.raises(NogNietBerekend) as fout:
        groot.waarde("V2c", periode=JAAR, per="gemeente", kijk=andere)
    assert isinstance(fout.value.ontbrekend, Ontbrekend)
    assert (fout.value.ontbrekend.jaar, fout.value.ontbrekend.kring) == (2021, "partijen")


def test_wie_geduld_heeft_krijgt_het_cijfer_en_daarna_de_pagina_ook(groot):
    def ask():
        return groot.waarde("V2c", periode=JAAR, per="gemeente", kijk=KIJK).rijen

    met_geduld = ask()
    with zonder_geduld():
        assert ask() == met_geduld


def test_het_eigen_gebied_wacht_niet_op_wat_van_anderen_verborgen_wordt(groot):
    ongezien = Kijk(kring="partijen", drempels=(("", 7),), eigen=KIJK.eigen)
    with zonder_geduld():
        [(_periode, waarden)] = groot.reeks(
            "V2c", perioden=[JAAR], filters={"gemeente": "0202"}, kijk=ongezien
        )
    assert isinstance(waarden["stand"], int)


@pytest.mark.parametrize("per", ["aanbieder", "tussentaal", "gi"])
def test_binnen_het_eigen_gebied_wacht_ook_een_uitsplitsing_niet(groot, per):
    ongezien = Kijk(kring="partijen", drempels=(("", 7),), eigen=KIJK.eigen)
    vraag = {"periode": JAAR, "per": per, "filters": {"gemeente": "0202"}}
    with zonder_geduld():
        assert groot.waarde("V2c", **vraag, kijk=ongezien) == groot.waarde("V2c", **vraag)


def test_over_weinig_regels_wacht_niemand(klein, monkeypatch):
    monkeypatch.setattr(geduld, "WEINIG", klein._opslag.aantal_regels())
    nieuw = Kijk(kring="partijen", drempels=(("", 8),))
    with zonder_geduld():
        assert klein.waarde("V2c", periode=JAAR, per="regio", kijk=nieuw).rijen


def test_tabellen_die_nog_moeten_worden_afgeleid_maakt_een_pagina_niet(
    groot, tmp_path, monkeypatch
):
    monkeypatch.setattr(type(groot._afgeleid), "versie", lambda zelf: _elders(zelf, tmp_path))
    with zonder_geduld(), pytest.raises(NogNietBerekend) as fout:
        groot.bereik()
    assert fout.value.ontbrekend is None


def _elders(afgeleid, map_):
    from paraplu.monitor.afgeleid import Versie  # noqa: PLC0415

    return Versie("elders", map_ / "elders", {})
