"""Rules on why an allocation was changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from paraplu.berichten.regels.lezen import dag
from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: JZ002: an old code that is no longer used, and an allocation that is taken back as if never given.
VERVALLEN: Final = "01"
VERWIJDERD: Final = "13"


@toets(
    "CS335",
    klasse="ToegewezenProduct",
    in_=("JW301",),
    tekst="Een verwijderde toewijzing heeft dezelfde einddatum als ingangsdatum, en dat is niet zo.",
    remedie="Maak de einddatum gelijk aan de ingangsdatum als de toewijzing is verwijderd. "
    "Kies anders een andere RedenWijziging.",
)
def verwijderd_op_ingangsdatum(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """An allocation that is taken back ends on the day it began."""
    if product.get("RedenWijziging") != VERWIJDERD:
        return
    if dag(product.get("Ingangsdatum")) != dag(product.get("Einddatum")):
        yield "RedenWijziging"


@toets(
    "CS336",
    klasse="ToegewezenProduct",
    in_=("JW301",),
    tekst="Deze reden voor een wijziging is vervallen.",
    remedie="Kies een andere RedenWijziging. Voor een administratieve correctie is dat 14.",
)
def reden_niet_vervallen(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """The reason 01 went out of use in 2022."""
    if product.get("RedenWijziging") == VERVALLEN:
        yield "RedenWijziging"
