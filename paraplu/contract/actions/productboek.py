"""Tariffs come into the product book; one that ran on ends the day before the next begins (R158)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import Q

from paraplu.web.models import Gebruiker

from ..blad import Tariefregel
from ..fouten import BestaatAl, DelenKloppenNiet, TariefLooptAl
from ..models import Indexatie, Product, Tarief, Tariefdeel
from ..rekenen.tarief import check_delen


@transaction.atomic
def set_tarief(
    *,
    product: Product,
    soort: str,
    vanaf: date,
    bedrag: Decimal,
    bron: str,
    on: date,
    by: Gebruiker | None,
    tot: date | None = None,
    delen: Mapping[str, Decimal] | None = None,
    verzonnen: bool = False,
) -> Tarief:
    """A tariff from a day on. The same tariff twice is one.

    Raises TariefLooptAl when another one holds in its days that did not simply run on,
    DelenKloppenNiet (R164), and HoortNietInTarief (R163).
    """
    check_delen(delen or {})
    if delen and sum(delen.values()) != bedrag:
        raise DelenKloppenNiet
    eerder = Tarief.objects.filter(product=product, soort=soort).select_for_update()
    zelfde = eerder.filter(vanaf=vanaf, bedrag=bedrag, tot=tot).first()
    if zelfde:
        return zelfde
    eerder.filter(tot=None, vanaf__lt=vanaf).update(tot=vanaf - timedelta(days=1))
    botst = eerder.filter(Q(tot=None) | Q(tot__gte=vanaf))
    if tot:
        botst = botst.filter(vanaf__lte=tot)
    if ander := botst.first():
        raise TariefLooptAl(ander.vanaf, ander.tot)
    tarief = Tarief.objects.create(
        product=product,
        soort=soort,
        vanaf=vanaf,
        tot=tot,
        bedrag=bedrag,
        bron=bron,
        verzonnen=verzonnen,
        ingevoerd_op=on,
        door=by,
    )
    Tariefdeel.objects.bulk_create(
        Tariefdeel(tarief=tarief, deel=deel, bedrag=deelbedrag)
        for deel, deelbedrag in (delen or {}).items()
    )
    return tarief


@transaction.atomic
def take_blad(*, regels: Iterable[Tariefregel], by: Gebruiker | None, on: date) -> int:
    """Take every row of a sheet, the earliest tariff first; gives how many tariffs are new."""
    voor = Tarief.objects.count()
    for regel in sorted(regels, key=lambda r: (r.product, r.vanaf)):
        product, _nieuw = Product.objects.update_or_create(
            code=regel.product, defaults={"naam": regel.naam, "eenheid": regel.eenheid}
        )
        if regel.bedrag is None:
            continue
        set_tarief(
            product=product,
            soort=regel.soort,
            vanaf=regel.vanaf,
            tot=regel.tot,
            bedrag=regel.bedrag,
            delen=regel.delen,
            bron=regel.bron,
            verzonnen=regel.verzonnen,
            on=on,
            by=by,
        )
    return Tarief.objects.count() - voor


def set_indexatie(
    *, jaar: int, procent: Decimal, bron: str, by: Gebruiker | None, verzonnen: bool = False
) -> Indexatie:
    """By how much tariffs rise in a year (R158); BestaatAl when it was said already."""
    try:
        with transaction.atomic():
            return Indexatie.objects.create(
                jaar=jaar, procent=procent, bron=bron, verzonnen=verzonnen, door=by
            )
    except IntegrityError:
        raise BestaatAl from None
