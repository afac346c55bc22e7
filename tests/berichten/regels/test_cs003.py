"""CS003: een einddatum ligt niet voor de begindatum."""

from __future__ import annotations

from tests.berichten.regels.productberichten import (
    PLEK,
    aangevraagd,
    gevraagd_nieuw,
    te_wijzigen,
    toegewezen,
)
from tests.berichten.regels.voorbeeld import breekt, contact, houdt, toewijzingsbericht


def tijdelijk(begin, einde):
    """A 301 with an address for a time."""
    periode = {"Begindatum": begin, "Einddatum": einde}
    return toewijzingsbericht(contacten=[contact(), contact(Soort="04", Periode=periode)])


def test_dezelfde_dag_mag():
    houdt(toegewezen(Ingangsdatum="2024-01-01", Einddatum="2024-01-01"))
    houdt(aangevraagd(ToewijzingIngangsdatum="2024-01-01", ToewijzingEinddatum="2024-01-01"))
    houdt(gevraagd_nieuw(GewensteIngangsdatum="2024-04-01", Einddatum="2024-04-01"))
    houdt(te_wijzigen(GewensteIngangsdatum="2024-04-01", Einddatum="2024-04-01"))
    houdt(tijdelijk("2024-01-01", "2024-01-01"))


def test_een_einddatum_die_ontbreekt_mag():
    houdt(toegewezen(Einddatum=None))


def test_een_dag_eerder_mag_niet():
    breekt(
        toegewezen(Ingangsdatum="2024-01-02", Einddatum="2024-01-01"),
        "CS003",
        f"{PLEK['JW301']}/Einddatum",
    )
    breekt(
        aangevraagd(ToewijzingIngangsdatum="2024-01-02", ToewijzingEinddatum="2024-01-01"),
        "CS003",
        f"{PLEK['JW315']}/ToewijzingEinddatum",
    )
    breekt(gevraagd_nieuw(Einddatum="2024-03-31"), "CS003", f"{PLEK['nieuw']}/Einddatum")
    breekt(te_wijzigen(Einddatum="2024-03-31"), "CS003", f"{PLEK['te wijzigen']}/Einddatum")


def test_ook_niet_bij_een_adres():
    pad = "Client/Contactgegevens/Contact[2]/Periode/Einddatum"

    breekt(tijdelijk("2024-01-02", "2024-01-01"), "CS003", pad)
