"""What a provider reports: that the help of an allocation started, and that it stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from .product import Product, ToegewezenProduct
from .vorm import Klasse, filled

#: COD467: told first, or taken back (CS058).
EERSTE, VERWIJDERD = "1", "3"
#: JZ588: stopped for a time.
TIJDELIJK: Final = "20"


@dataclass(frozen=True, kw_only=True)
class Start:
    """The first day of help on an allocation; `verwijderd` takes an earlier report back (IV008)."""

    toewijzing_nummer: int
    begindatum: date
    product: Product | None = None
    toewijzing_ingangsdatum: date | None = None
    verwijderd: bool = False

    def klasse(self) -> Klasse:
        """As StartProduct."""
        ingang = self.toewijzing_ingangsdatum
        return filled(
            ToewijzingNummer=str(self.toewijzing_nummer),
            Product=self.product and self.product.klasse(),
            ToewijzingIngangsdatum=ingang and ingang.isoformat(),
            Begindatum=self.begindatum.isoformat(),
            StatusAanlevering=VERWIJDERD if self.verwijderd else EERSTE,
        )


@dataclass(frozen=True, kw_only=True)
class Stop:
    """The last day of help; it repeats the start that it ends (TR382). `reden` is JZ588."""

    start: Start
    einddatum: date
    reden: str
    verwijderd: bool = False

    def klasse(self) -> Klasse:
        """As StopProduct."""
        return self.start.klasse() | {
            "RedenBeeindiging": self.reden,
            "Einddatum": self.einddatum.isoformat(),
            "StatusAanlevering": VERWIJDERD if self.verwijderd else EERSTE,
        }


def start_van(toewijzing: ToegewezenProduct, *, begindatum: date) -> Start:
    """The start of an allocation: with its number, product and first day (IV075)."""
    return Start(
        toewijzing_nummer=toewijzing.nummer,
        begindatum=begindatum,
        product=toewijzing.product,
        toewijzing_ingangsdatum=toewijzing.ingangsdatum,
    )
