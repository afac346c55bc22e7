"""What the templates of care on offer need: names of places and groups, and lookups by pair."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext as _

from paraplu.netwerk.aanbod.oordeel import name_gebied, name_zorgvorm

register = template.Library()


@register.filter
def gebied(code: str) -> str:
    """The name of a region or gemeente; of an empty code: everywhere."""
    return name_gebied(code) if code else _("overal")


@register.filter
def zorgvorm(tussentaal: int | None) -> str:
    """The name of a group of the tussentaal."""
    return name_zorgvorm(tussentaal)


@register.filter
def van_groep(per: dict[tuple[int, int], Any], gemeten: Any) -> Any:
    """`{{ opgaven|van_groep:wachttijd }}`: what belongs to that provider and group."""
    return per.get((gemeten.aanbieder_id, gemeten.tussentaal), [])
