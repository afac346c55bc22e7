"""V4 and V5: a measure and jeugdhulp, or crisis, at the same time (P21, P56)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from tests.generated.naief.beeld import Beeld
from tests.generated.naief.ketens import deelt_dag

Rij = dict[str, Any]

CRISIS = 4


def hulpperioden(beeld: Beeld, *, alleen_crisis: bool) -> list[Rij]:
    """Periods of granted jeugdhulp."""
    return [
        periode
        for hulp in beeld.hulp
        if hulp["toewijzing"] in beeld.toewijzingen_met_geld
        for periode in hulp["perioden"]
        if not alleen_crisis or periode["tussentaal"] == CRISIS
    ]


def dekt(maatregel: Rij, hulp: Rij, begin: date, einde: date) -> bool:
    """Whether measure and help share a day within the period."""
    eerste = max(maatregel["begin"], hulp["begin"], begin)
    laatste = min(
        maatregel["einde_of_toewijzing"] or date.max,
        hulp["einde_of_toewijzing"] or date.max,
        einde,
    )
    return eerste <= laatste


def rijen(
    beeld: Beeld, begin: date, einde: date, variant: str, *, alleen_crisis: bool = False
) -> list[Rij]:
    """Measures of children with granted measure money, each with whether help runs beside it."""
    hulp = hulpperioden(beeld, alleen_crisis=alleen_crisis)
    uit = []
    for maatregel in beeld.maatregelen("letterlijk"):
        if maatregel["kind"] not in beeld.kinderen_met_maatregelgeld:
            continue
        if not deelt_dag(maatregel["begin"], maatregel["einde_of_toewijzing"], begin, einde):
            continue
        samenloop = [
            periode
            for periode in hulp
            if periode["kind"] == maatregel["kind"]
            and dekt(maatregel, periode, begin, einde)
            and (variant != "letterlijk" or periode["begin"] > maatregel["begin"])
        ]
        uit.append({**maatregel, "gi": maatregel["aanbieder"], "samenloop": bool(samenloop)})
    return uit


def maten(rijen: list[Rij]) -> Rij:
    """Children with help beside their measure, and their share."""
    kinderen = {rij["kind"] for rij in rijen}
    samen = {rij["kind"] for rij in rijen if rij["samenloop"]}
    return {
        "aandeel": Fraction(len(samen), len(kinderen)) if kinderen else None,
        "samenloop": len(samen),
        "kinderen": len(kinderen),
    }
