"""What the templates of this room need: places, days of the week, numbers to call, and the tabs."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.dagen import toon_dagen
from paraplu.netwerk.vcard import plaats_van
from paraplu.web.rechten import mag

register = template.Library()
register.filter("plaats", plaats_van)
register.filter("dagen", toon_dagen)

TABS = (
    ("contact_zoeken", _("Wie bel ik nu")),
    ("contacten", _("Alle contacten")),
    ("contact_volledigheid", _("Wat ontbreekt")),
    ("contacten_bevestigen", _("Te bevestigen")),
    ("consultaties", _("Overleg en advies")),
    ("regio_eigen", _("Keuzes van de regio")),
    ("organisaties", _("Mensen")),
    ("afwezigheid", _("Afwezigheid")),
)
#: Routes on which a tab is the one we are in, besides its own.
BINNEN = {"regio_eigen": {"regio_instellingen"}, "organisaties": {"mensen"}}


@register.simple_tag(takes_context=True)
def netwerktabs(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The pages of this room that the user may open; `hier` marks the one we are in."""
    request = context["request"]
    route = request.resolver_match.url_name
    return [
        {
            "adres": reverse(naam),
            "tekst": tekst,
            "hier": route == naam or route in BINNEN.get(naam, ()),
        }
        for naam, tekst in TABS
        if mag(request.user, naam)
    ]


@register.filter
def tel(nummer: str) -> str:
    """A number as a link takes it: digits and a plus."""
    return "".join(teken for teken in nummer if teken.isdigit() or teken == "+")


@register.filter
def is_keuzelijst(veld: forms.BoundField) -> bool:
    """Whether a field is a group of boxes, which needs a legend instead of a label."""
    return isinstance(veld.field.widget, forms.CheckboxSelectMultiple)
