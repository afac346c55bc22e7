"""How a table of a report stands in the HTML file."""

from __future__ import annotations

from typing import Any

from django import template

from ..inhoud.delen import Tabel

register = template.Library()


@register.inclusion_tag("verslagen/_tabel.html")
def tabel(blok: Tabel) -> dict[str, Any]:
    """A table with its caption; wide ones scroll on their own, also by keyboard."""
    return {"tabel": blok}
