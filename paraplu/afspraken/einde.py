"""Why a measure can end: the reasons with their code, and for which agreement each one counts.

The reasons of the CBS are those of the protocol of the Beleidsinformatie Jeugd. RA10 is counted twice
(P19): broad is every voogdij that ends before the child is 18, strict only a guardian found in the
network.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from paraplu.afspraken.gegevens import rijen

#: On what ground a measure may end: handed over, or an exception in which nobody takes over.
OVERDRACHT: Final = "overdracht"
UITZONDERING: Final = "uitzondering"
#: The kinds of guardian that can be found in the network.
VOOGDEN: Final = {"pleegouder": "Een pleegouder", "burgervoogd": "Iemand anders uit het netwerk"}
#: A child is under age until this birthday.
VOLWASSEN: Final = 18


class OnbekendeReden(LookupError):
    """There is no such reason for this kind of measure on this day."""


@dataclass(frozen=True)
class EindeReden:
    """One reason for some kinds of measure.

    `voogd` is the kind of guardian it is about, "" for none; `cbs` the code of the protocol, "" where
    it has none. `grond` is OVERDRACHT or UITZONDERING. `ra9`, `ra10_breed` and `ra10_streng` say in
    which figure it counts; `vanaf` and `tot` (included, None: open) when it can be chosen.
    """

    sleutel: str
    naam: str
    maatregelen: tuple[str, ...]
    voogd: str
    cbs: str
    grond: str
    ra9: bool
    ra10_breed: bool
    ra10_streng: bool
    vanaf: date
    tot: date | None
    vereisten: tuple[str, ...]
    bron: str

    @property
    def is_uitzondering(self) -> bool:
        """Whether nobody at a lokaal team takes over."""
        return self.grond == UITZONDERING

    def geldt(self, soort: str, op: date) -> bool:
        """Whether it can be the reason of a measure of this kind that ends on this day."""
        return soort in self.maatregelen and self.vanaf <= op and (not self.tot or op <= self.tot)


@cache
def redenen_einde() -> tuple[EindeReden, ...]:
    """All of them, in the order in which people choose."""
    return tuple(_reden(rij) for rij in rijen("redenen_einde"))


def _reden(rij: dict[str, str]) -> EindeReden:
    return EindeReden(
        sleutel=rij["sleutel"],
        naam=rij["naam"],
        maatregelen=tuple(rij["maatregelen"].split()),
        voogd=rij["voogd"],
        cbs=rij["cbs"],
        grond=rij["grond"],
        ra9=rij["ra9"] == "ja",
        ra10_breed=rij["ra10_breed"] == "ja",
        ra10_streng=rij["ra10_streng"] == "ja",
        vanaf=date.fromisoformat(rij["vanaf"]),
        tot=date.fromisoformat(rij["tot"]) if rij["tot"] else None,
        vereisten=tuple(rij["vereisten"].split()),
        bron=rij["bron"],
    )


def redenen_voor(soort: str, *, op: date, grond: str = "") -> tuple[EindeReden, ...]:
    """What a measure of this kind can end for on a day; `grond` narrows it to one of the two."""
    return tuple(
        reden for reden in redenen_einde() if reden.geldt(soort, op) and grond in {"", reden.grond}
    )


def find_reden(sleutel: str, *, soort: str, op: date, voogd: str = "") -> EindeReden:
    """The reason with this key; OnbekendeReden when there is none for this kind on this day.

    >>> find_reden("voogd_gevonden", soort="voogdij", op=date(2026, 1, 1), voogd="pleegouder").cbs
    '12'
    """
    for reden in redenen_voor(soort, op=op):
        if (reden.sleutel, reden.voogd) == (sleutel, voogd):
            return reden
    raise OnbekendeReden(f"{sleutel} {voogd} bij {soort} op {op}")


def counts_for_ra10(reden: EindeReden, *, geboren: date, einde: date, streng: bool) -> bool:
    """Whether a voogdij that ended counts: broad, or strict, and only before the child was 18 (P19)."""
    telt = reden.ra10_streng if streng else reden.ra10_breed
    return telt and not is_volwassen(geboren, einde)


def is_volwassen(geboren: date, op: date) -> bool:
    """Whether somebody is 18 on a day.

    >>> is_volwassen(date(2008, 2, 29), date(2026, 2, 28)), is_volwassen(date(2008, 2, 29), date(2026, 3, 1))
    (False, True)
    """
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day)) >= VOLWASSEN
