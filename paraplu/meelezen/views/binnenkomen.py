"""From the link to the first page: begin, the second proof, a new link, the language, stop.

Opening a link changes nothing: programs that look at mail open links too. Only the button does.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from .. import actions
from ..poort import (
    TOESTEL,
    adres_of,
    forget_sessie,
    keep_sessie,
    keep_taal,
    keep_toestel,
    openbaar,
    toestel_of,
)
from ..queries.lezer import find_lezer
from ..rem import TeVaak
from ..talen import choose_taal
from . import terug
from .codeblad import code_form, gone, show_code

#: No link is longer; what is longer is not looked up.
LANGSTE_LINK = 100


@require_GET
@openbaar
def meelezen(request: HttpRequest) -> HttpResponse:
    """The door: with a link the button to begin, on a known device the code, else how it works."""
    link = request.GET.get("u", "")[:LANGSTE_LINK]
    if link:
        return render(request, "meelezen/begin.html", {"link": link})
    if request.lezer:
        return redirect("meelezen_overzicht")
    uitnodiging = toestel_of(request)
    if uitnodiging:
        return show_code(request, uitnodiging)
    return render(request, "meelezen/uitleg.html")


@require_POST
@openbaar
def begin(request: HttpRequest) -> HttpResponse:
    """Use the link on this device. Whatever is wrong with a link, the answer is the same page."""
    link, nu = request.POST.get("u", "")[:LANGSTE_LINK], now()
    try:
        toestel = actions.begin(
            link=link,
            toestel=request.COOKIES.get(TOESTEL, ""),
            adres=adres_of(request),
            op=nu,
        )
    except TeVaak:
        return render(request, "meelezen/te_vaak.html", status=429)
    if not toestel:
        return render(request, "meelezen/werkt_niet.html", {"link": link}, status=403)
    actions.send_code(toestel=toestel, op=nu)
    antwoord = redirect("meelezen_code")
    keep_toestel(antwoord, toestel)
    return antwoord


@require_http_methods(["GET", "POST"])
@openbaar
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the second proof, and begin a session when it is right."""
    uitnodiging = toestel_of(request)
    if uitnodiging is None:
        return gone(request) if request.method == "POST" else redirect("meelezen")
    if request.method == "GET":
        return show_code(request, uitnodiging)
    form = code_form(uitnodiging, request.POST)
    if not form.is_valid():
        return show_code(request, uitnodiging, form=form, status=422)
    toestel, nu = request.COOKIES.get(TOESTEL, ""), now()
    try:
        toegelaten = actions.confirm(
            toestel=toestel,
            code=form.cleaned_data["code"],
            taal=request.taal,
            adres=adres_of(request),
            op=nu,
        )
    except TeVaak:
        return show_code(request, uitnodiging, te_vaak=True, status=429)
    if toegelaten is None:
        form.add_error("code", _("Deze code klopt niet. Kijk goed en probeer het nog eens."))
        return show_code(request, uitnodiging, form=form, status=422)
    request.lezer = find_lezer(sessie=toegelaten.sessie, toestel=toestel, op=nu)
    antwoord = terug.show_again(request) or redirect("meelezen_overzicht")
    keep_sessie(antwoord, toegelaten.sessie)
    return antwoord


@require_POST
@openbaar
def sms(request: HttpRequest) -> HttpResponse:
    """Send a (new) code by text message; words that wait go along."""
    uitnodiging = toestel_of(request)
    if uitnodiging is None:
        return gone(request)
    uitkomst = actions.send_code(toestel=request.COOKIES.get(TOESTEL, ""), op=now())
    return show_code(request, uitnodiging, verzending=uitkomst.value)


@require_POST
@openbaar
def nieuwe_link(request: HttpRequest) -> HttpResponse:
    """Ask for a new link. The answer is the same whether the link was ever ours or not."""
    adres, nu = adres_of(request), now()
    try:
        actions.ask_nieuwe_link(link=request.POST.get("u", "")[:LANGSTE_LINK], adres=adres, op=nu)
    except TeVaak:
        return render(request, "meelezen/te_vaak.html", status=429)
    return render(request, "meelezen/gevraagd.html")


@require_POST
@openbaar
def taal(request: HttpRequest) -> HttpResponse:
    """Go on in another language: kept in the session, before that in a cookie."""
    gekozen = choose_taal(request.POST.get("taal", ""))
    naar = request.POST.get("terug", "")
    veilig = url_has_allowed_host_and_scheme(naar, allowed_hosts=None)
    antwoord = redirect(naar if veilig and naar.startswith("/meelezen/") else "meelezen")
    if request.lezer:
        actions.set_taal(request.lezer, taal=gekozen)
    keep_taal(antwoord, gekozen)
    return antwoord


@require_POST
@openbaar
def stoppen(request: HttpRequest) -> HttpResponse:
    """End the session; the device stays known, so that a code is enough to come back."""
    if request.lezer:
        actions.end_sessie(request.lezer, op=now())
    antwoord = render(request, "meelezen/gestopt.html")
    forget_sessie(antwoord)
    return antwoord
