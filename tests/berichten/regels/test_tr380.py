"""TR380: een nieuw product gaat in na de dagtekening."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, gevraagd_nieuw, te_wijzigen
from tests.berichten.regels.voorbeeld import breekt, houdt


def test_een_dag_na_de_dagtekening_mag():
    houdt(gevraagd_nieuw(dagtekening="2024-03-01", GewensteIngangsdatum="2024-03-02"))


def test_op_de_dagtekening_mag_niet():
    gemaakt = gevraagd_nieuw(dagtekening="2024-03-01", GewensteIngangsdatum="2024-03-01")

    breekt(gemaakt, "TR380", f"{PLEK['nieuw']}/GewensteIngangsdatum")


def test_voor_een_product_dat_er_al_is_geldt_dit_niet():
    houdt(te_wijzigen(GewensteIngangsdatum="2024-01-01"))
