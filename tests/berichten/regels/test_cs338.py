"""CS338: etmalen, dagdelen, euro's en stuks zijn sinds 2021 niet per dag."""

from __future__ import annotations

import pytest

from tests.berichten.regels.productberichten import PLEK, gevraagd_nieuw, te_wijzigen, toegewezen
from tests.berichten.regels.voorbeeld import breekt, houdt, omvang

PAD = f"{PLEK['JW301']}/Omvang/Frequentie"


@pytest.mark.parametrize("frequentie", ["2", "4", "6"])
@pytest.mark.parametrize("eenheid", ["14", "16", "83", "84"])
def test_per_week_per_maand_en_in_totaal_mogen(eenheid, frequentie):
    houdt(toegewezen(Omvang=omvang(eenheid=eenheid, frequentie=frequentie)))


@pytest.mark.parametrize("eenheid", ["14", "16", "83", "84"])
def test_per_dag_mag_niet(eenheid):
    per_dag = omvang(eenheid=eenheid, frequentie="1")

    breekt(toegewezen(Omvang=per_dag), "CS338", PAD)
    breekt(toegewezen(Omvang=per_dag, Einddatum=None), "CS338", PAD)
    breekt(gevraagd_nieuw(Omvang=per_dag), "CS338", f"{PLEK['nieuw']}/Omvang/Frequentie")
    breekt(te_wijzigen(Omvang=per_dag), "CS338", f"{PLEK['te wijzigen']}/Omvang/Frequentie")


@pytest.mark.parametrize("eenheid", ["01", "04", "82"])
def test_minuten_en_uren_en_output_mogen_per_dag(eenheid):
    houdt(toegewezen(Omvang=omvang(eenheid=eenheid, frequentie="1")))


def test_wat_uiterlijk_eind_2020_stopte_mocht_per_dag():
    oud = {"Ingangsdatum": "2020-01-01", "Omvang": omvang(eenheid="14", frequentie="1")}

    houdt(toegewezen(**oud, Einddatum="2020-12-31"))
    breekt(toegewezen(**oud, Einddatum="2021-01-01"), "CS338", PAD)
