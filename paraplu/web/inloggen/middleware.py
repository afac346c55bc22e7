"""An account that ended lets nobody go on, and who owes a second step sets it up first."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ..models import Gebruiker
from ..rechten import EIGEN_DEUR, OPENBAAR
from .actions.sessies import DIENST, INLOGWIJZE, TWEEDE_STAP, end_sessie

#: What stays open for who still has to set up a second step.
ZONDER_TWEEDE_STAP = frozenset({"tweede_stap", "uitloggen"})


class Geldigheid:
    """Asks on every page whether the account of this session still works today."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        gebruiker = request.user
        route = request.resolver_match.url_name or ""
        if route in EIGEN_DEUR or not gebruiker.is_authenticated:
            return None
        if not gebruiker.is_geldig(on=localdate()):
            end_sessie(request, handeling="sessie beëindigd")
            messages.warning(
                request,
                _(
                    "Uw account is niet meer geldig. Wat u eerder opsloeg, is bewaard. "
                    "Vraag de beheerder van uw organisatie of dit klopt."
                ),
            )
            return redirect("inloggen")
        if route not in OPENBAAR | ZONDER_TWEEDE_STAP and owes_tweede_stap(request, gebruiker):
            return redirect("tweede_stap")
        return None


def owes_tweede_stap(request: HttpRequest, gebruiker: Gebruiker) -> bool:
    """Whether this session began with only a password while a second step is compulsory."""
    if settings.TWEEDE_STAP != "verplicht" or gebruiker.is_demo:
        return False
    wijze = request.session.get(INLOGWIJZE, "")
    if wijze == TWEEDE_STAP or wijze.startswith(f"{DIENST} "):
        return False
    return gebruiker.has_usable_password()
