"""The annex on monitoring: per value its source, who collects it and where it is discussed (R312)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Indicator:
    """One value of the monitor."""

    code: str
    naam: object
    bron: str
    #: The requirement of the value itself.
    vereiste: str


#: The values with the messages they come from (R193-R202).
INDICATOREN = (
    Indicator("V1", _("Aantallen en kosten"), "iJW303, iJW323", "R193"),
    Indicator("V2", _("Instroom en uitstroom"), "iJW305, iJW307", "R194"),
    Indicator("V3", _("Doorlooptijd"), "iJW305, iJW307", "R195"),
    Indicator("V4", _("Samenloop met jeugdhulp"), "iJW303, iJW323, iJW305, iJW307", "R196"),
    Indicator("V5", _("Samenloop met crisishulp"), "iJW303, iJW323, iJW305, iJW307", "R197"),
    Indicator("V6", _("Wachttijd en uitnutting"), "iJW301, iJW303, iJW305, iJW323", "R198"),
    Indicator("V7", _("Afschaling"), "iJW303, iJW323, iJW305, iJW307", "R202"),
)
#: The same for all: the messages pass through the knooppunt of gemeenten, and the contract talks
#: of a region and of all regions together discuss them.
VERZAMELD_DOOR = _("Gemeenten, uit het Gemeentelijk Gegevens Knooppunt")
BESPROKEN_IN = _("Contractgesprek per regio, en bovenregionaal contractmanagement")


def list_indicatoren() -> list[tuple[Indicator, object, object]]:
    """Every value with who collects it and where it is discussed."""
    return [(indicator, VERZAMELD_DOOR, BESPROKEN_IN) for indicator in INDICATOREN]
