"""What a page needs to show the report of a check."""

from __future__ import annotations

from django import template

from paraplu.berichten.bevinding import Weigert
from paraplu.berichten.verslag import GEVOLGEN, Telling, Verzameld
from paraplu.berichten.verslag.gang import OORDELEN
from paraplu.berichten.verslag.uitleg import uitleg
from paraplu.berichten.verslag.verzamelen import Bestandsverslag

register = template.Library()
register.filter("uitleg", uitleg)


@register.filter
def oordelen(telling: Telling) -> list[tuple[str, int]]:
    """Every verdict with how many files got it."""
    return [(oordeel, telling.oordelen[oordeel]) for oordeel in OORDELEN]


@register.filter
def gevolg(weigert: Weigert) -> str:
    """What a finding costs, in words."""
    return GEVOLGEN[weigert]


@register.filter
def goede(verslag: Verzameld) -> list[Bestandsverslag]:
    """The files in which nothing is wrong."""
    return [een for een in verslag.bestanden if een.einde.oordeel == "goed"]
