"""Amounts, hours and steps in the templates of this room."""

from __future__ import annotations

from decimal import Decimal

from django import template

from ..bladuit import unit_of
from ..tabellen import show

register = template.Library()


@register.filter
def bedrag(waarde: Decimal, eenheid: str) -> str:
    """`{{ tarief.bedrag|bedrag:"tarief" }}`: see `tabellen.show`."""
    return show(Decimal(waarde), eenheid)


@register.filter
def stapwaarde(waarde: Decimal, eenheid: str) -> str:
    """The outcome of a step, with its unit behind it where that is no money."""
    tekst = show(waarde, unit_of(waarde, eenheid))
    return tekst if eenheid == "euro" else f"{tekst} {eenheid}"
