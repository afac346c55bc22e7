"""De bladzijde over de controles, en wat elke controle over zichzelf zegt."""

from __future__ import annotations

import pytest

from paraplu.berichten.standaard import codelijst
from paraplu.monitor import waarden
from paraplu.monitor.kwaliteit import OnbekendeControle, controles, zoek_controle
from paraplu.monitor.kwaliteit.bladzijde import PLEK, make_bladzijde
from paraplu.monitor.kwaliteit.koppelen import REDENEN
from paraplu.monitor.kwaliteit.toetsen.codes import REDENEN_EINDE


def test_de_bladzijde_is_bij() -> None:
    assert PLEK.read_text() == make_bladzijde(), (
        "draai: python -m paraplu.monitor.kwaliteit.bladzijde"
    )


def test_elke_controle_zegt_wat_zij_is_en_buigt_alleen_cijfers_die_er_zijn() -> None:
    assert list(controles()) == [f"K{nummer:02d}" for nummer in range(1, 29)]
    for controle in controles().values():
        assert controle.uitleg.endswith(".")
        assert controle.advies.endswith(".")
        assert controle.herstelt
        assert set(controle.buigt) <= set(waarden.CODES)
        assert controle.mist in {"", *REDENEN}


def test_de_redenen_van_beeindiging_zijn_die_van_de_standaard() -> None:
    assert set(REDENEN_EINDE) == set(codelijst("3.2", "JZ588"))


def test_een_onbekende_controle_wordt_geweigerd() -> None:
    with pytest.raises(OnbekendeControle, match="K99"):
        zoek_controle("K99")
