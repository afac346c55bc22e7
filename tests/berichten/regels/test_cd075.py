"""CD075: bij een budget hoort een einddatum."""

from __future__ import annotations

from tests.berichten.regels.productberichten import (
    BUDGET,
    PLEK,
    aangevraagd,
    gevraagd_nieuw,
    te_wijzigen,
    toegewezen,
)
from tests.berichten.regels.voorbeeld import breekt, houdt


def test_een_budget_met_einddatum_mag():
    houdt(toegewezen(**BUDGET))
    houdt(aangevraagd(**BUDGET))
    houdt(gevraagd_nieuw(**BUDGET))
    houdt(te_wijzigen(Omvang=None, Budget="1000"))


def test_een_omvang_per_maand_mag_zonder_einddatum():
    houdt(toegewezen(Einddatum=None))


def test_een_budget_zonder_einddatum_mag_niet():
    breekt(toegewezen(**BUDGET, Einddatum=None), "CD075", f"{PLEK['JW301']}/Einddatum")
    breekt(
        aangevraagd(**BUDGET, ToewijzingEinddatum=None),
        "CD075",
        f"{PLEK['JW315']}/ToewijzingEinddatum",
    )
    breekt(gevraagd_nieuw(**BUDGET, Einddatum=None), "CD075", f"{PLEK['nieuw']}/Einddatum")
    breekt(
        te_wijzigen(Omvang=None, Budget="1000", Einddatum=None),
        "CD075",
        f"{PLEK['te wijzigen']}/Einddatum",
    )
