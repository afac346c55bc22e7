"""Which region or gemeente a page is about: from the address, else that of who asks."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker
from paraplu.web.models import Organisatie as Gebied


def eigen_regio(gebruiker: Gebruiker) -> str:
    """The region of the user's organisation; for who works in more than one the first."""
    if gebruiker.organisatie_soort == Gebied.REGIO:
        return gebruiker.organisatie_code
    if gebruiker.organisatie_soort == Gebied.GEMEENTE:
        gemeente = gebieden.gemeente(gebruiker.organisatie_code)
        if gemeente:
            return gemeente.regio
    return gebieden.regios()[0].code


def eigen_gemeente(gebruiker: Gebruiker) -> str:
    """The gemeente of the user's organisation, "" for who has none."""
    return gebruiker.organisatie_code if gebruiker.organisatie_soort == Gebied.GEMEENTE else ""


def gekozen_regio(request: HttpRequest) -> gebieden.Regio:
    """The region in the address, else one's own; a code that does not exist is not found."""
    return find_regio(request.GET.get("regio") or eigen_regio(request.user))


def find_regio(code: str) -> gebieden.Regio:
    """The region with this code, or 404."""
    regio = gebieden.regio(code)
    if regio is None:
        raise Http404
    return regio


def find_gemeente(code: str) -> gebieden.Gemeente:
    """The gemeente with this code, or 404."""
    gemeente = gebieden.gemeente(code)
    if gemeente is None:
        raise Http404
    return gemeente
