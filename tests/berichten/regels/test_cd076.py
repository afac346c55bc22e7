"""CD076: bij een omvang per week hoort een einddatum."""

from __future__ import annotations

from tests.berichten.regels.productberichten import (
    PLEK,
    aangevraagd,
    gevraagd_nieuw,
    te_wijzigen,
    toegewezen,
)
from tests.berichten.regels.voorbeeld import breekt, houdt, omvang

PER_WEEK = omvang(frequentie="2")


def test_een_omvang_per_week_met_einddatum_mag():
    houdt(toegewezen(Omvang=PER_WEEK))
    houdt(aangevraagd(Omvang=PER_WEEK))


def test_een_omvang_per_maand_zonder_einddatum_mag():
    houdt(toegewezen(Einddatum=None))
    houdt(te_wijzigen(Einddatum=None))


def test_een_omvang_per_week_zonder_einddatum_mag_niet():
    zonder = {"Omvang": PER_WEEK, "Einddatum": None}

    breekt(toegewezen(**zonder), "CD076", f"{PLEK['JW301']}/Einddatum")
    breekt(
        aangevraagd(Omvang=PER_WEEK, ToewijzingEinddatum=None),
        "CD076",
        f"{PLEK['JW315']}/ToewijzingEinddatum",
    )
    breekt(gevraagd_nieuw(**zonder), "CD076", f"{PLEK['nieuw']}/Einddatum")
    breekt(te_wijzigen(**zonder), "CD076", f"{PLEK['te wijzigen']}/Einddatum")
