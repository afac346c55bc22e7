"""Logging in and out, the account, the theme, and the pages for what goes wrong."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib.auth import login, logout
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from . import actions, queries
from .forms import InlogForm
from .models import Gebruiker
from .rechten import OPENBAAR, mag
from .templatetags.kader import THEMAS, thuis_van

JAAR = 365 * 24 * 3600


def veilig_adres(request: HttpRequest, adres: str | None) -> str:
    """`adres` when it is a page of ours that this user may open, else the first that is."""
    if adres and url_has_allowed_host_and_scheme(
        adres, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        try:
            route = resolve(urlsplit(adres).path).url_name or ""
        except Resolver404:
            route = ""
        if mag(request.user, route) and route not in OPENBAAR:
            return adres
    return thuis_van(request.user)


@require_http_methods(["GET", "POST"])
def inloggen(request: HttpRequest) -> HttpResponse:
    """Log in with name and password; where there is a demo, its accounts are offered too."""
    if request.user.is_authenticated:
        return redirect(thuis_van(request.user))
    form = InlogForm(request.POST or None, adres=request.META.get("REMOTE_ADDR", ""))
    if request.method == "POST" and form.is_valid() and form.gebruiker:
        actions.forget_mislukte_aanmeldingen(gebruikersnaam=form.gebruiker.gebruikersnaam)
        return _log_in(request, form.gebruiker)
    geremd = any(fout.code == "geremd" for fout in form.non_field_errors().as_data())
    return render(
        request,
        "web/inloggen.html",
        {
            "form": form,
            "demo": queries.demo_accounts(),
            "verder": request.POST.get("next") or request.GET.get("next", ""),
        },
        status=429 if geremd else (422 if form.errors else 200),
    )


@require_POST
def inloggen_demo(request: HttpRequest) -> HttpResponse:
    """Log in as one of the demo's accounts: a click, no password."""
    gebruiker = get_object_or_404(
        queries.demo_accounts(), gebruikersnaam=request.POST.get("gebruikersnaam", "")
    )
    return _log_in(request, gebruiker)


@transaction.atomic
def _log_in(request: HttpRequest, gebruiker: Gebruiker) -> HttpResponseRedirect:
    login(request, gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    actions.write_spoor(gebruiker=gebruiker, handeling="inloggen", doel="toegang")
    return redirect(veilig_adres(request, request.POST.get("next")))


@require_POST
@transaction.atomic
def uitloggen(request: HttpRequest) -> HttpResponse:
    """Log out; the session is gone."""
    actions.write_spoor(gebruiker=request.user, handeling="uitloggen", doel="toegang")
    logout(request)
    return redirect("inloggen")


@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Who am I here, and what did I look at."""
    return render(request, "web/account.html", {"spoor": queries.spoor_of(request.user)})


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
