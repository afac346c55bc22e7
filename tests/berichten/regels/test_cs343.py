"""CS343: ook een aanvraag is sinds 2021 niet in etmalen, dagdelen, euro's of stuks per dag."""

from __future__ import annotations

import pytest

from tests.berichten.regels.productberichten import PLEK, aangevraagd
from tests.berichten.regels.voorbeeld import breekt, houdt, omvang

PAD = f"{PLEK['JW315']}/Omvang/Frequentie"


@pytest.mark.parametrize("eenheid", ["14", "16", "83", "84"])
def test_per_week_mag_en_per_dag_niet(eenheid):
    per_dag = omvang(eenheid=eenheid, frequentie="1")

    houdt(aangevraagd(Omvang=omvang(eenheid=eenheid, frequentie="2")))
    breekt(aangevraagd(Omvang=per_dag), "CS343", PAD)
    breekt(aangevraagd(Omvang=per_dag, ToewijzingEinddatum=None), "CS343", PAD)


def test_wat_uiterlijk_eind_2020_stopte_mocht_per_dag():
    oud = {"ToewijzingIngangsdatum": "2020-01-01"}
    per_dag = omvang(eenheid="14", frequentie="1")

    houdt(aangevraagd(**oud, ToewijzingEinddatum="2020-12-31", Omvang=per_dag))
    breekt(aangevraagd(**oud, ToewijzingEinddatum="2021-01-01", Omvang=per_dag), "CS343", PAD)
