"""What somebody fills in: where each number comes from, and every fault named with its field."""

from __future__ import annotations

import pytest

from paraplu.contract.rekenen.invoer import (
    InvoerOnbruikbaar,
    compute_uitkomst,
    defaults,
    herkomst_of,
    read_getal,
)
from paraplu.contract.rekenen.velden import AANNAME, VELDEN
from tests.contract.voorbeeld import VERZONNEN, d, lees_tabel


def fouten(**anders: str) -> dict[str, str]:
    with pytest.raises(InvoerOnbruikbaar) as fout:
        compute_uitkomst(VERZONNEN | anders)
    return {f.sleutel: f.tekst for f in fout.value.fouten}


def test_een_getal_dat_de_bronnen_geven_heeft_zijn_bron_en_een_ander_is_een_aanname():
    """R173, R176, R178, R158, R162, P33."""
    for rij in lees_tabel("""
        sleutel            | waarde | herkomst
        zoektijd_2021      | 18     | R173
        zoektijd_2022      | 16     | R173, P1
        overhead_2021      | 29,1   | R176
        overhead_2021      | 29,10  | R176
        overhead_2023      | 28,1   | R176
        verloop_2022       | 17,5   | R178
        tariefstijging     | 4,0    | R158
        eenmalig_2021      | 25000  | R162
        nieuw_tarief_vanaf | 2024   | R192, P33
        zoektijd_2021      | 19     | aanname
        overhead_2022      | 28,6   | aanname
        personeel          | 75000  | aanname
    """):
        assert herkomst_of(rij["sleutel"], rij["waarde"]) == rij["herkomst"]
    assert herkomst_of("basis", "") == ""


def test_elk_getal_vooraf_noemt_een_bron_of_heet_aanname():
    for sleutel, waarde in defaults().items():
        if waarde and sleutel in VELDEN:
            assert VELDEN[sleutel].herkomst == AANNAME or VELDEN[sleutel].herkomst[0] in "RPF"


def test_wat_de_bronnen_niet_geven_is_leeg():
    """R165 and section S: no hours, no costs, no numbers are made up."""
    leeg = {sleutel for sleutel, waarde in defaults().items() if not waarde}
    assert {"personeel", "productieve_uren", "normuren_ots", "bbk", "basis", "tarief_basis"} <= leeg
    with pytest.raises(InvoerOnbruikbaar) as fout:
        compute_uitkomst({})
    assert {f.sleutel for f in fout.value.fouten} >= {"personeel", "productieve_uren", "bbk"}


def test_getallen_zoals_een_lezer_ze_schrijft():
    for rij in lees_tabel("""
        tekst      | getal
        18         | 18
        18,5       | 18.5
        18.5       | 18.5
        1.250      | 1250
        1.250,50   | 1250.50
        € 1.250,50 | 1250.50
        -5         | -5
    """):
        assert read_getal(rij["tekst"]) == d(rij["getal"])


@pytest.mark.parametrize("tekst", ["NaN", "Infinity", "1e9", "١٢", "1,2,3", "twaalf", "1.2.3"])
def test_geen_getal(tekst):
    with pytest.raises(ValueError, match="geen getal"):
        read_getal(tekst)


def test_elke_fout_noemt_zijn_veld_en_allemaal_tegelijk():
    gevonden = fouten(personeel="veel", overhead_2022="95", zoektijd_2023="-1", normuren_jr="60")
    assert set(gevonden) == {"personeel", "overhead_2022", "zoektijd_2023", "aantal_jr"}
    assert gevonden["overhead_2022"] == "kies een getal van 0 tot en met 80."


def test_er_blijft_tijd_over_voor_gezinnen_en_uren_om_uit_te_betalen():
    assert set(fouten(overige_indirecte_tijd="60", zoektijd_2021="40")) == {"zoektijd_2021"}
    assert set(fouten(productieve_uren="100", verloop_2023="60")) == {"productieve_uren"}


def test_een_fout_in_een_lijst_noemt_de_regel():
    assert fouten(gemeenten="A; 10\nB; veel")["gemeenten"].startswith("regel 2:")
    assert fouten(gemeenten="A; 10; 5; 6")["gemeenten"].startswith("regel 1:")
    assert fouten(gis="A; -1")["gis"] == "regel 1: een getal is lager dan 0."
    assert "hoger is dan 0" in fouten(gis="A; 0")["gis"]
