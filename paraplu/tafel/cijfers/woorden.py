"""What people call the parts of the figures over the tables."""

from __future__ import annotations

from typing import Any

from ..models import Afspraak, Besluit, Evaluatie, Gesprek, Uitkomst

DELEN: dict[str, Any] = {
    "wachttijd": Gesprek,
    "soort": Gesprek,
    "uitkomst": Uitkomst,
    "toetsing": Besluit.Toets,
    "advies": Besluit.Advies,
    "evaluatie": Evaluatie.Vervolg,
    "afspraken": Afspraak.Soort,
}


def namen(meting: str, deel: str) -> tuple[int, str]:
    """Place and name of a part, in the order in which the sources name them."""
    keuzes = DELEN.get(meting)
    if keuzes is None or deel not in keuzes.values:
        return 99, deel
    return keuzes.values.index(deel), str(keuzes(deel).label)
