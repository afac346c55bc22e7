"""Rules on stacking: no product twice for the same days.

A product with a code stands for itself, one with only a category for all of that category, one with
neither for everything.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from typing import Final, NamedTuple

from paraplu.berichten.regels.lezen import dag
from paraplu.berichten.regels.product import AANGEVRAAGD, NIEUW, TOEGEWEZEN, VELDEN, Velden
from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets
from paraplu.berichten.regels.toewijzing import VERWIJDERD

#: What is compared: every product, or only those that stand for everything.
ALLES: Final = "alles"
GENERIEK: Final = "generiek"


class _Looptijd(NamedTuple):
    """From when until when a product runs, and its number in the message."""

    begin: date
    nummer: int
    einde: date


@toets(
    "TR302",
    klasse="ToegewezenProducten",
    in_=("JW301",),
    tekst="Dit product is voor dezelfde dagen al toegewezen in dit bericht.",
    remedie="Laat de perioden op elkaar aansluiten, of maak er één toewijzing van. "
    "Een product met alleen een categorie staat voor die hele categorie.",
)
def niet_dubbel_toegewezen(houder: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """No product is allocated twice for the same days; what was taken back does not count."""
    for nummer in _dubbel(houder.get(TOEGEWEZEN, []), VELDEN["JW301"]):
        yield f"{TOEGEWEZEN}[{nummer}]"


@toets(
    "TR386",
    klasse="AangevraagdeProducten",
    in_=("JW315",),
    tekst="Dit product is voor dezelfde dagen al gevraagd in dit bericht.",
    remedie="Vraag een product voor dezelfde dagen maar één keer. "
    "Een product met alleen een categorie staat voor die hele categorie.",
)
def niet_dubbel_aangevraagd(houder: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """No product is asked for twice for the same days."""
    for nummer in _dubbel(houder.get(AANGEVRAAGD, []), VELDEN["JW315"]):
        yield f"{AANGEVRAAGD}[{nummer}]"


@toets(
    "TR410",
    klasse="NieuweProducten",
    in_=("JW317",),
    tekst="Dit nieuwe product is voor dezelfde dagen al gevraagd in dit bericht.",
    remedie="Vraag een product voor dezelfde dagen maar één keer. "
    "Een product met alleen een categorie staat voor die hele categorie.",
)
def niet_dubbel_nieuw(houder: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """No new product is asked for twice for the same days."""
    for nummer in _dubbel(houder.get(NIEUW, []), VELDEN["JW317"]):
        yield f"{NIEUW}[{nummer}]"


def _dubbel(producten: list[Inhoud], velden: Velden) -> Iterator[int]:
    """The numbers of products that begin while another runs that stands for the same.

    By first day, with of each group only the latest last day so far: a message may hold thousands.
    """
    if len(producten) < 2:
        return
    tot: dict[Hashable, date] = {}
    for begin, nummer, einde in sorted(_looptijden(producten, velden)):
        raakt, telt_als = _groepen(producten[nummer - 1].get("Product", {}))
        if any(tot.get(groep, date.min) >= begin for groep in raakt):
            yield nummer
        for groep in telt_als:
            tot[groep] = max(einde, tot.get(groep, einde))


def _looptijden(producten: list[Inhoud], velden: Velden) -> Iterator[_Looptijd]:
    """When each product runs; not what was taken back, or ends before it begins."""
    for nummer, product in enumerate(producten, 1):
        begin = dag(product.get(velden.begin))
        einde = dag(product[velden.einde]) if velden.einde in product else date.max
        if begin is None or einde is None or einde < begin:
            continue
        if product.get("RedenWijziging") != VERWIJDERD:
            yield _Looptijd(begin, nummer, einde)


def _groepen(product: Inhoud) -> tuple[tuple[Hashable, ...], tuple[Hashable, ...]]:
    """The groups that a product may not overlap with, and those that it is in itself."""
    categorie, code = product.get("Categorie"), product.get("Code")
    if categorie is None:
        return (ALLES,), (ALLES, GENERIEK)
    if code is None:
        return (GENERIEK, (categorie,)), (ALLES, (categorie,), (categorie, None))
    return (GENERIEK, (categorie, None), (categorie, code)), (
        ALLES,
        (categorie,),
        (categorie, code),
    )
