"""What is proposed to be another, and everything else as it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Final

from paraplu.afspraken.tussentaal import Tussentaalregel
from paraplu.monitor.trajecten import INGEGAAN_NA
from paraplu.monitor.trajecten.maatregelen import HOOGSTENS_TUSSEN


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """`hoogstens_tussen`: days between two parts that are still one measure (P50).

    `ingegaan_na`: the day after which care must have begun to count (R193-R198, P6). `tussentaal`:
    another mapping (R206-R209); None: the one that holds.
    """

    hoogstens_tussen: int = HOOGSTENS_TUSSEN
    ingegaan_na: date = INGEGAAN_NA
    tussentaal: tuple[Tussentaalregel, ...] | None = None

    @property
    def raakt_tabellen(self) -> bool:
        """Whether derived tables become others; another first day is asked of the same ones."""
        return self.hoogstens_tussen != HOOGSTENS_TUSSEN or self.tussentaal is not None

    @property
    def naam(self) -> str:
        """A name for these tables, the same for the same proposal."""
        inhoud = (self.hoogstens_tussen, self.tussentaal)
        return hashlib.sha256(repr(inhoud).encode()).hexdigest()[:12]


#: Nothing is another.
GEWOON: Final = Wijziging()
