"""What a kind of finding does to a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

Verschuiving = int | float | Decimal | None


@dataclass(frozen=True, kw_only=True)
class Raakvlak:
    """How the findings of one check touch one figure.

    `sleutel` is the code of the check (K01), `aantal` the findings that touch the figure,
    `geraakte_rijen` the counted rows that they touch. Per measure of the indicator: `omlaag` is the
    figure minus the figure without those rows (of a mean or a share it may be below zero),
    `omhoog` what would come in if what is missing had come; euros as Decimal, None where it cannot
    be said. `herstelt`: who can mend it (gemeente, gi, aanbieder). `methode`: how omlaag and
    omhoog were found, as a Dutch sentence.
    """

    sleutel: str
    titel: str
    aantal: int
    geraakte_rijen: int
    omlaag: Mapping[str, Verschuiving]
    omhoog: Mapping[str, Verschuiving]
    herstelt: tuple[str, ...]
    methode: str

    def as_dict(self) -> dict[str, Any]:
        """The same for JSON; amounts of euros become text."""
        inhoud = asdict(self)
        for kant in ("omlaag", "omhoog"):
            inhoud[kant] = {
                maat: str(waarde) if isinstance(waarde, Decimal) else waarde
                for maat, waarde in inhoud[kant].items()
            }
        return inhoud
