"""Logging in and out, the account, the theme, and the pages for what goes wrong."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from . import actions, queries
from .forms import InlogForm
from .inloggen.actions.sessies import DEMO, WACHTWOORD, AccountNietGeldig, begin_sessie, end_sessie
from .inloggen.adres import veilig_adres
from .inloggen.queries import confirmed_tweede_stap
from .inloggen.views.tweede_stap import ask_code
from .models import Gebruiker
from .rechten import mag
from .templatetags.kader import THEMAS, thuis_van

JAAR = 365 * 24 * 3600


@require_http_methods(["GET", "POST"])
def inloggen(request: HttpRequest) -> HttpResponse:
    """Log in with name and password, or at one's own organisation; a demo offers its accounts."""
    if request.user.is_authenticated:
        return redirect(thuis_van(request.user))
    form = InlogForm(request.POST or None, adres=request.META.get("REMOTE_ADDR", ""))
    if request.method == "POST" and form.is_valid() and form.gebruiker:
        actions.forget_mislukte_aanmeldingen(gebruikersnaam=form.gebruiker.gebruikersnaam)
        return _after_password(request, form.gebruiker)
    geremd = any(fout.code == "geremd" for fout in form.non_field_errors().as_data())
    return render(
        request,
        "web/inloggen.html",
        {
            "form": form,
            "demo": queries.demo_groups(),
            "verder": request.POST.get("next") or request.GET.get("next", ""),
            "diensten": settings.INLOGDIENSTEN.values(),
            "uit": settings.INLOGDIENSTEN.get(request.GET.get("uit", "")),
        },
        status=429 if geremd else (422 if form.errors else 200),
    )


def _after_password(request: HttpRequest, gebruiker: Gebruiker) -> HttpResponse:
    """The password was right: ask for the second step where there is one, else log in."""
    verder, nu = request.POST.get("next", ""), timezone.now()
    if settings.TWEEDE_STAP != "uit" and confirmed_tweede_stap(gebruiker):
        ask_code(request, gebruiker=gebruiker, op=nu, verder=verder)
        return redirect("inloggen_code")
    begin_sessie(request, gebruiker=gebruiker, wijze=WACHTWOORD, op=nu)
    return redirect(veilig_adres(request, verder))


@require_POST
def inloggen_demo(request: HttpRequest) -> HttpResponse:
    """Log in as one of the demo's accounts: a click, no password."""
    gebruiker = get_object_or_404(
        queries.demo_accounts(), gebruikersnaam=request.POST.get("gebruikersnaam", "")
    )
    try:
        begin_sessie(request, gebruiker=gebruiker, wijze=DEMO, op=timezone.now())
    except AccountNietGeldig as fout:
        raise Http404 from fout
    return redirect(veilig_adres(request, request.POST.get("next")))


@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    """Log out; the session is gone. Who came from a provider is told how to log out there too."""
    dienst = end_sessie(request)
    vraag = f"?{urlencode({'uit': dienst})}" if dienst in settings.INLOGDIENSTEN else ""
    return redirect(reverse("inloggen") + vraag)


@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Who am I here, and what did I look at."""
    return render(
        request,
        "web/account.html",
        {
            "spoor": queries.spoor_of(request.user),
            "sleutels": mag(request.user, "api_sleutels"),
        },
    )


@require_POST
def thema(request: HttpRequest) -> HttpResponse:
    """Keep the theme in a cookie and go back to the page one came from."""
    keuze = request.POST.get("thema", "")
    terug = request.POST.get("terug") or reverse("inloggen")
    if not url_has_allowed_host_and_scheme(terug, allowed_hosts={request.get_host()}):
        terug = reverse("inloggen")
    antwoord = redirect(terug)
    if keuze in {naam for naam, _tekst in THEMAS}:
        antwoord.set_cookie(
            "thema", keuze, max_age=JAAR, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    return antwoord


@require_GET
def gezond(request: HttpRequest) -> HttpResponse:
    """For whoever watches over the server: the database answers."""
    connection.ensure_connection()
    return HttpResponse("goed\n", content_type="text/plain")


def fout_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The address or form is not as we expect it."""
    return render(request, "400.html", status=400)


def fout_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """This user may not do this."""
    return render(request, "403.html", status=403)


def fout_csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)


def fout_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is nothing here, or it is not this user's."""
    return render(request, "404.html", status=404)


def fout_500(request: HttpRequest) -> HttpResponse:
    """We made a mistake; the page needs neither database nor user."""
    return render(request, "500.html", status=500)
