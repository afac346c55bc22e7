"""The parts of this room, as far as this user may open them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paraplu.web.rechten import mag

register = template.Library()

TABS = (
    ("overleggen", _("Overleggen")),
    ("afwijkingen", _("Afwijkingen")),
    ("overlegacties", _("Acties")),
    ("overlegtaken", _("Vaste taken")),
    ("besluiten", _("Besluiten")),
    ("bouwsteenstanden", _("Bouwstenen per regio")),
    ("basisafspraken", _("Basisafspraken")),
    ("regiogegevens", _("Gegevens per regio")),
    ("organen", _("Organen")),
    ("raadsbrieven", _("Raadsbrieven")),
    ("documenten", _("Documenten")),
)


@dataclass(frozen=True)
class Tab:
    """One entry."""

    adres: str
    tekst: str
    hier: bool


@register.simple_tag(takes_context=True)
def overlegtabs(context: dict[str, Any]) -> list[Tab]:
    """The entries for this user; `hier` marks where we are."""
    request = context["request"]
    hier = request.resolver_match.url_name
    return [
        Tab(reverse(naam), str(tekst), naam == hier)
        for naam, tekst in TABS
        if mag(request.user, naam)
    ]
