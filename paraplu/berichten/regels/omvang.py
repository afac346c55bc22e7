"""Rules on how much of a product there may be: its volume or its budget, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from paraplu.berichten.regels.lezen import dag
from paraplu.berichten.regels.product import (
    AANGEVRAAGD,
    NIEUW,
    TE_WIJZIGEN,
    TOEGEWEZEN,
    VELDEN,
    heeft_code,
    product_toets,
)
from paraplu.berichten.regels.toets import Inhoud, Omgeving

ALLE: Final = (TOEGEWEZEN, AANGEVRAAGD, NIEUW, TE_WIJZIGEN)
#: What ended by this day may still be as iJW had it before release 3.0.
LAATSTE_DAG_OUD: Final = date(2020, 12, 31)
#: WMO757: per day (1), per week (2), per month (4), for the whole period (6).
PER_WEEK: Final = "2"
NIET_PER_DAG: Final = frozenset({PER_WEEK, "4", "6"})
#: WJ756: etmaal (14), dagdeel (16), euro (83) and stuks (84).
NOOIT_PER_DAG: Final = frozenset({"14", "16", "83", "84"})


def _is_nieuw(product: Inhoud, omgeving: Omgeving) -> bool:
    """Whether the product ends after 2020, or has no last day."""
    tekst = product.get(VELDEN[omgeving.soort].einde)
    if tekst is None:
        return True
    einde = dag(tekst)
    return einde is not None and einde > LAATSTE_DAG_OUD


@product_toets(
    "CD041",
    *(TOEGEWEZEN, AANGEVRAAGD, NIEUW),
    tekst="Bij een productcode hoort een omvang, en die ontbreekt.",
    remedie="Vul Omvang in: volume, eenheid en frequentie. "
    "Gaat het om een budget, laat de productcode dan weg.",
)
def omvang_bij_productcode(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A specific product has a volume."""
    if "Omvang" not in product and heeft_code(product):
        yield "Omvang"


@product_toets(
    "CD075",
    *ALLE,
    tekst="Bij een budget hoort een einddatum, en die ontbreekt.",
    remedie="Vul de einddatum in: de laatste dag waarvoor het budget is.",
)
def einddatum_bij_budget(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A budget is for a period with a last day."""
    einde = VELDEN[omgeving.soort].einde
    if "Budget" in product and einde not in product:
        yield einde


@product_toets(
    "CD076",
    *ALLE,
    tekst="Bij een omvang per week hoort een einddatum, en die ontbreekt.",
    remedie="Vul de einddatum in, of kies een andere frequentie dan 2 (per week).",
)
def einddatum_bij_week(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A volume per week is for a period with a last day."""
    einde = VELDEN[omgeving.soort].einde
    if einde not in product and product.get("Omvang", {}).get("Frequentie") == PER_WEEK:
        yield einde


@product_toets(
    "CD077",
    *ALLE,
    tekst="Bij een budget mag geen omvang staan.",
    remedie="Laat Omvang weg als het om een budget gaat. Laat anders Budget weg.",
)
def geen_omvang_bij_budget(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """What has a budget has no volume."""
    if "Budget" in product and "Omvang" in product:
        yield "Omvang"


@product_toets(
    "CD078",
    *ALLE,
    tekst="Bij een omvang mag geen budget staan.",
    remedie="Laat Budget weg als het om een omvang gaat. Laat anders Omvang weg.",
)
def geen_budget_bij_omvang(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """What has a volume has no budget."""
    if "Omvang" in product and "Budget" in product:
        yield "Budget"


_ZONDER_CODE = "Zonder productcode mag er geen omvang staan."
_VUL_CODE = "Vul de productcode in, of laat Omvang weg."


@product_toets("CD080", TOEGEWEZEN, tekst=_ZONDER_CODE, remedie=_VUL_CODE)
@product_toets("CD095", AANGEVRAAGD, tekst=_ZONDER_CODE, remedie=_VUL_CODE)
@product_toets("CD096", NIEUW, tekst=_ZONDER_CODE, remedie=_VUL_CODE)
def geen_omvang_zonder_code(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Only a specific product has a volume, since 2021."""
    if "Omvang" in product and not heeft_code(product) and _is_nieuw(product, omgeving):
        yield "Omvang"


_PER_DAG = "Bij deze eenheid kan de omvang niet per dag zijn."
_KIES_FREQUENTIE = (
    "Kies frequentie 2 (per week), 4 (per maand) of 6 (totaal binnen de looptijd), "
    "of kies een andere eenheid."
)


@product_toets("CS338", *(TOEGEWEZEN, NIEUW, TE_WIJZIGEN), tekst=_PER_DAG, remedie=_KIES_FREQUENTIE)
@product_toets("CS343", AANGEVRAAGD, tekst=_PER_DAG, remedie=_KIES_FREQUENTIE)
def frequentie_bij_eenheid(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Some units are never counted per day, since 2021."""
    omvang = product.get("Omvang")
    if omvang is None or omvang.get("Eenheid") not in NOOIT_PER_DAG:
        return
    if omvang.get("Frequentie") not in NIET_PER_DAG and _is_nieuw(product, omgeving):
        yield "Omvang/Frequentie"
