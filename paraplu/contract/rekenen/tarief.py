"""The hourly tariff from costs and productive hours, and what it is made of (R158, R163, R164, R296)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from .afronden import EEN, HONDERD, round_centen
from .uren import Uren

#: What the tariff of a GI is made of (R163, R164): key and name.
IN_TARIEF: Final = {
    "directe_tijd": "Directe tijd",
    "indirecte_tijd": "Indirecte tijd",
    "indirect_personeel": "Indirecte kosten van personeel",
    "bbk": "Bijzondere bijkomende kosten",
    "overhead": "Overhead",
}
#: What belongs to the tariff of a jeugdhulpaanbieder and never to that of a GI (R163).
BUITEN_TARIEF: Final = {
    "reisgeld": "Reisgeld",
    "zakgeld": "Zakgeld",
    "kleedgeld": "Kleedgeld",
}


class HoortNietInTarief(ValueError):
    """Costs that are no part of the tariff of a GI (R163)."""

    def __init__(self, naam: str) -> None:
        super().__init__(
            f"{naam} hoort niet in het tarief van een GI, maar in dat van de jeugdhulpaanbieder."
        )


def check_delen(delen: Iterable[str]) -> None:
    """Raises HoortNietInTarief for travel, pocket and clothing money."""
    for deel in delen:
        if deel in BUITEN_TARIEF:
            raise HoortNietInTarief(BUITEN_TARIEF[deel])


@dataclass(frozen=True, kw_only=True)
class Kosten:
    """Costs in euro of one full-time jeugdbeschermer in a year, and overhead in percent of all costs.

    Overhead is a share of the total, so that the total is the rest divided by (1 - overhead): the
    reading of R176.
    """

    personeel: Decimal
    indirect_personeel: Decimal
    bbk: Decimal
    overhead: Decimal

    @property
    def zonder_overhead(self) -> Decimal:
        """All but the overhead."""
        return self.personeel + self.indirect_personeel + self.bbk

    @property
    def totaal(self) -> Decimal:
        """With the overhead."""
        return self.zonder_overhead / (EEN - self.overhead / HONDERD)


@dataclass(frozen=True)
class Kostprijs:
    """A tariff in euro per productive hour; `delen` are in cents and add up to it."""

    bedrag: Decimal
    delen: dict[str, Decimal]


def compute_kostprijs(kosten: Kosten, uren: Uren) -> Kostprijs:
    """The tariff that pays all costs out of the productive hours; overhead closes the sum of cents.

    >>> kosten = Kosten(personeel=Decimal(75000), indirect_personeel=Decimal(9000),
    ...     bbk=Decimal(1080), overhead=Decimal("29.1"))
    >>> compute_kostprijs(kosten, Uren(Decimal(1200), Decimal(18), Decimal(22))).bedrag
    Decimal('100.00')
    """
    bedrag = round_centen(kosten.totaal / uren.productief)
    personeel = kosten.personeel / uren.productief
    direct = round_centen(personeel * uren.deel_direct)
    delen = {
        "directe_tijd": direct,
        "indirecte_tijd": round_centen(personeel) - direct,
        "indirect_personeel": round_centen(kosten.indirect_personeel / uren.productief),
        "bbk": round_centen(kosten.bbk / uren.productief),
    }
    delen["overhead"] = bedrag - sum(delen.values())
    return Kostprijs(bedrag, delen)
