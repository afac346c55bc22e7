"""Which product of which provider a child may get beside what it has there already (TR302)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product as combineer

from paraplu.demo.wereld.begrippen import Kind, Organisatie, Product, Traject
from paraplu.demo.wereld.dagen import na
from paraplu.demo.wereld.land import organisaties
from paraplu.demo.wereld.wereld import Wereld

#: Allocated as a category with a budget: no other product of that category may stand beside it.
BUDGET = "amb_budget"
AMBULANT = 1
#: Days before its first day that help may be allocated, and after its last that it may stay so.
VOORAF, ACHTERAF = 310, 400


def vrije_keus(wereld: Wereld, kind: Kind, groep: int, begin: date) -> tuple[Product, Organisatie]:
    """A product and a provider for help from `begin` on: by chance, or else the first that is free.

    Where a group has one product of one provider, and the child has that, it gets ambulant help.
    """
    toeval, land = wereld.toeval, wereld.land
    keus = land.kies_product(toeval, groep), land.kies_aanbieder(toeval, kind.gemeente, groep)
    if not _stapelt(kind, *keus, begin):
        return keus
    for product, aanbieder in _andere(wereld, kind, groep, keus[1]):
        if not _stapelt(kind, product, aanbieder, begin):
            return product, aanbieder
    return keus


def _andere(
    wereld: Wereld, kind: Kind, groep: int, liefst: Organisatie
) -> Iterator[tuple[Product, Organisatie]]:
    """First other products of the same provider, then those of others, far away if need be."""
    for gekozen in (groep, AMBULANT):
        aanbieders = [o for o in organisaties() if gekozen in o.tussentalen]
        aanbieders.sort(key=lambda o: o is not liefst)
        for aanbieder, product in combineer(aanbieders, wereld.land.hulp[gekozen]):
            yield product, aanbieder


def _stapelt(kind: Kind, product: Product, aanbieder: Organisatie, begin: date) -> bool:
    return any(
        ander.aanbieder is aanbieder
        and _zelfde(ander.product, product)
        and _staat_nog(ander, begin)
        for ander in kind.trajecten
        if ander.soort == "hulp"
    )


def _zelfde(een: Product, ander: Product) -> bool:
    if BUDGET in (een.sleutel, ander.sleutel):
        return een.categorie == ander.categorie
    return een.code == ander.code


def _staat_nog(traject: Traject, begin: date) -> bool:
    """Whether it is allocated, or may still be, when help that begins on `begin` is."""
    if traject.einde is None or na(traject.einde, ACHTERAF) > begin:
        return True
    eindes = [deel.laatste.einde for deel in traject.delen if deel.versies]
    return any(einde is None or na(einde, VOORAF) > begin for einde in eindes)
