"""What the templates of this room need: an allocation in words."""

from __future__ import annotations

from django import template

from paraplu.afspraken.producten import productcategorieen, productomschrijving
from paraplu.berichten.standaard import codelijst

from ..berichtenpost.uitgaand import RELEASE
from ..models import Toewijzing

register = template.Library()


@register.filter
def product(toewijzing: Toewijzing) -> str:
    """The product with its name."""
    naam = productomschrijving(toewijzing.productcode) or productcategorieen().get(
        toewijzing.productcategorie, ""
    )
    return f"{toewijzing.productcode or toewijzing.productcategorie} {naam}".strip()


@register.filter
def omvang(toewijzing: Toewijzing) -> str:
    """How much, of what, how often."""
    eenheid = codelijst(RELEASE, "WJ756").get(toewijzing.eenheid, toewijzing.eenheid)
    frequentie = codelijst(RELEASE, "WMO757").get(toewijzing.frequentie, toewijzing.frequentie)
    return f"{toewijzing.volume} × {eenheid.lower()}, {frequentie.lower()}"


@register.filter
def reden_319(toewijzing: Toewijzing) -> str:
    """Why a request was refused (WJ759)."""
    return codelijst(RELEASE, "WJ759").get(toewijzing.reden_afwijzing, toewijzing.reden_afwijzing)
