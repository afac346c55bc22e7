"""What the frame of the family's pages needs: their menu and their languages."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from ..talen import TALEN

register = template.Library()


@register.simple_tag(takes_context=True)
def ingangen(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The menu of who reads along; a child has one entry more."""
    request = context["request"]
    kind = request.lezer.is_kind
    lijst = [("meelezen_overzicht", _("Overzicht"))]
    if kind:
        lijst.append(("meelezen_horen", _("Meepraten")))
    lijst += [
        ("meelezen_geschreven", _("Wat jij schreef") if kind else _("Wat u schreef")),
        ("meelezen_wie_keek", _("Wie keek er?")),
    ]
    hier = request.resolver_match.url_name if request.resolver_match else ""
    return [{"adres": reverse(naam), "tekst": tekst, "hier": naam == hier} for naam, tekst in lijst]


@register.simple_tag
def talen() -> list[tuple[str, str]]:
    """The languages one can choose, each by its own name."""
    return [*TALEN.items()]


@register.filter
def namen(personen: list[Any]) -> str:
    """The names of people, one after the other; only for who may see the family."""
    return ", ".join(persoon.naam for persoon in personen)
