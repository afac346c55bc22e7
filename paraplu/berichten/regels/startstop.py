"""Rules on the report that care started or stopped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: COD467: delivered first (1), or taken back (3).
TOEGESTAAN: Final = frozenset({"1", "3"})
_VERBODEN = "Deze status van aanlevering mag niet in een startbericht of stopbericht."
_KIES = "Kies 1 (eerste aanlevering) of 3 (verwijderen). Wijzigen doet u met eerst 3 en dan 1."


@toets("CS058", klasse="StartProduct", in_=("JW305",), tekst=_VERBODEN, remedie=_KIES)
@toets("CS058", klasse="StopProduct", in_=("JW307",), tekst=_VERBODEN, remedie=_KIES)
def status_nieuw_of_verwijderd(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A start or stop is given or taken back, never changed."""
    if product.get("StatusAanlevering", "1") not in TOEGESTAAN:
        yield "StatusAanlevering"
