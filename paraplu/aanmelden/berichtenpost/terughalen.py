"""Allocations as they were sent before: the messages themselves are the register.

A next 301 repeats what still runs with the moment at which it was decided (OP087, IV013), and a
change begins from what was sent last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from paraplu.aanmelden.models import Werkbericht
from paraplu.berichten import lees
from paraplu.web.wand.verzoek import beyond_wall

from .bewaren import inhoud_van
from .product import Omvang, Product, ToegewezenProduct
from .wijzigen import VERWIJDERD


def sent_products(kind: int, *, gemeente: str, aanbieder: str) -> dict[int, ToegewezenProduct]:
    """The last that was sent of every allocation of child `kind` (key) at this provider, by number.

    Of all its cases, also those that the user takes no part in: iJW wants them in one message.

    A message that was refused is as if it was not sent (OP286). Repeated unchanged, an allocation
    has no reason of a change and no reference any more (IV097, IV099).
    """
    laatste: dict[int, ToegewezenProduct] = {}
    for product in _products(kind, gemeente, aanbieder):
        eerder = laatste.get(product.nummer)
        if eerder is None or product.vastgesteld_op >= eerder.vastgesteld_op:
            laatste[product.nummer] = product
    return {
        nummer: replace(product, reden_wijziging="", referentie="")
        for nummer, product in laatste.items()
        if product.reden_wijziging != VERWIJDERD
    }


def running_products(
    kind: int, *, gemeente: str, aanbieder: str, on: date
) -> list[ToegewezenProduct]:
    """Those of `sent_products` that have not ended before `on`, by number."""
    alle = sent_products(kind, gemeente=gemeente, aanbieder=aanbieder)
    return [
        product
        for _nummer, product in sorted(alle.items())
        if product.einddatum is None or product.einddatum >= on
    ]


def read_product(een: Mapping[str, Any]) -> ToegewezenProduct:
    """The value behind one class ToegewezenProduct; the way back from `klasse()`."""
    moment = f"{een['Toewijzingsdatum']}T{een['Toewijzingstijd']}"
    product, omvang = een.get("Product"), een.get("Omvang")
    return ToegewezenProduct(
        nummer=int(een["ToewijzingNummer"]),
        ingangsdatum=date.fromisoformat(een["Ingangsdatum"]),
        einddatum=date.fromisoformat(een["Einddatum"]) if "Einddatum" in een else None,
        vastgesteld_op=datetime.fromisoformat(moment),
        product=product and Product(categorie=product["Categorie"], code=product.get("Code", "")),
        omvang=omvang
        and Omvang(
            volume=int(omvang["Volume"]),
            eenheid=omvang["Eenheid"],
            frequentie=omvang["Frequentie"],
        ),
        budget=int(een["Budget"]) if "Budget" in een else None,
        reden_wijziging=een.get("RedenWijziging", ""),
        referentie=een.get("ReferentieAanbieder", ""),
        commentaar=een.get("Commentaar", ""),
    )


def _products(kind: int, gemeente: str, aanbieder: str) -> Iterator[ToegewezenProduct]:
    verzonden = Werkbericht.objects.filter(
        richting=Werkbericht.Richting.UIT,
        soort="JW301",
        afzender=gemeente,
        ontvanger=aanbieder,
        casus__kind=kind,
    ).exclude(status=Werkbericht.Status.AFGEKEURD)
    with beyond_wall():
        berichten = list(verzonden.order_by("id"))
    for bericht in berichten:
        gelezen = lees(inhoud_van(bericht)).bericht
        if gelezen is not None:
            client = gelezen.inhoud["Client"]
            yield from map(read_product, client["ToegewezenProducten"]["ToegewezenProduct"])
