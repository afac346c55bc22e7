"""The organisations that the agenda names: GI's, Veilig Thuis, the RvdK and providers (R14, R15).

No public source gives their AGB codes, so `agb` is empty here; a sheet of AGB codes can be imported
beside the monitor's tables, and without it an allocation in 47 or 48 tells a GI (P60).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from paraplu.afspraken.gegevens import rijen


@dataclass(frozen=True)
class Organisatie:
    """`soort` is GI, Veilig Thuis, RvdK, aanbieder or expertisenetwerk."""

    sleutel: str
    soort: str
    naam: str
    agb: str
    regio: str
    veilig_thuis: str


@cache
def organisaties() -> tuple[Organisatie, ...]:
    """All of them; more can join (R156), so this list is no closed world."""
    return tuple(Organisatie(**rij) for rij in rijen("organisaties"))


def gecertificeerde_instellingen() -> tuple[Organisatie, ...]:
    """The four GI's that signed in 2022."""
    return tuple(o for o in organisaties() if o.soort == "GI")


def veilig_thuis() -> tuple[Organisatie, ...]:
    """The three organisations of Veilig Thuis."""
    return tuple(o for o in organisaties() if o.soort == "Veilig Thuis")


def aanbieders() -> tuple[Organisatie, ...]:
    """The seven providers that the bouwstenen name; not all that there are."""
    return tuple(o for o in organisaties() if o.soort == "aanbieder")
