"""The page behind a link that an administrator gave: choose a password, once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ...models import Gebruiker
from .. import link
from ..actions.accounts import choose_wachtwoord
from ..forms import WachtwoordForm


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def wachtwoord_kiezen(request: HttpRequest, nummer: int, token: str) -> HttpResponse:
    """Choose a password; a link that was used, replaced or grew old says so."""
    gebruiker = Gebruiker.objects.filter(pk=nummer, is_active=True, is_demo=False).first()
    voorbij = gebruiker and gebruiker.einddatum and gebruiker.einddatum < localdate()
    if gebruiker is None or voorbij or not link.is_goed(gebruiker, token):
        return render(request, "web/inloggen/wachtwoord.html", {"form": None}, status=404)
    form = WachtwoordForm(request.POST or None, gebruiker=gebruiker)
    if request.method == "POST" and form.is_valid():
        choose_wachtwoord(gebruiker=gebruiker, wachtwoord=form.cleaned_data["wachtwoord"])
        messages.success(request, _("Uw wachtwoord is gekozen. Log er nu mee in."))
        return redirect("inloggen")
    inhoud = {"form": form, "gebruikersnaam": gebruiker.gebruikersnaam}
    # Not 422 with faults: Django logs the path of such an answer, and this path is a secret.
    return render(request, "web/inloggen/wachtwoord.html", inhoud)
