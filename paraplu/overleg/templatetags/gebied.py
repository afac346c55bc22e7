"""A region as people call it."""

from __future__ import annotations

from django import template

from paraplu.afspraken import gebieden

register = template.Library()


@register.filter
def regionaam(code: str) -> str:
    """The name of a region; what is no code stays as it is.

    >>> regionaam("CG")
    'Centraal Gelderland'
    """
    regio = gebieden.regio(code)
    return regio.naam if regio else code
