"""Every figure opens its receipt: `{% bewijs_adres keuze code %}` is the address of it."""

from __future__ import annotations

from django import template

from ..adressen import bewijs_adres

register = template.Library()
register.simple_tag(bewijs_adres)
