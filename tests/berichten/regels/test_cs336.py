"""CS336: reden voor wijziging 01 is vervallen."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, toegewezen
from tests.berichten.regels.voorbeeld import breekt, houdt


def test_de_nieuwe_code_voor_een_administratieve_correctie_mag():
    houdt(toegewezen(RedenWijziging="14"))


def test_de_oude_code_mag_niet():
    breekt(toegewezen(RedenWijziging="01"), "CS336", f"{PLEK['JW301']}/RedenWijziging")
