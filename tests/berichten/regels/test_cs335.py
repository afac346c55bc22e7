"""CS335: alleen een toewijzing die eindigt op haar ingangsdatum kan verwijderd zijn."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, toegewezen
from tests.berichten.regels.voorbeeld import breekt, houdt

REDEN = f"{PLEK['JW301']}/RedenWijziging"


def test_verwijderd_op_de_ingangsdatum_mag():
    houdt(toegewezen(RedenWijziging="13", Einddatum="2024-01-01"))


def test_verwijderd_op_een_andere_dag_mag_niet():
    breekt(toegewezen(RedenWijziging="13", Einddatum="2024-01-02"), "CS335", REDEN)


def test_verwijderd_zonder_einddatum_mag_niet():
    breekt(toegewezen(RedenWijziging="13", Einddatum=None), "CS335", REDEN)


def test_een_andere_reden_mag_op_elke_dag():
    houdt(toegewezen(RedenWijziging="05", Einddatum="2024-01-02"))
    houdt(toegewezen(RedenWijziging="05", Einddatum="2024-01-01"))
