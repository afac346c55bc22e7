"""The second step: asked for at the login, set up and changed at the account."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ...models import Gebruiker, TweedeStap
from .. import queries, totp
from ..actions import tweede_stap as actions
from ..actions.sessies import INLOGWIJZE, TWEEDE_STAP, WACHTWOORD, AccountNietGeldig, begin_sessie
from ..adres import veilig_adres
from ..forms import CodeForm
from ..geheim import GeheimOnleesbaar, decrypt

#: Who gave a good password and still owes a number; in the session of nobody yet.
WACHT = "wacht_op_code"
#: How long the number may take.
GEDULD = timedelta(minutes=10)


def ask_code(request: HttpRequest, *, gebruiker: Gebruiker, op: datetime, verder: str) -> None:
    """Remember that the password was right; nobody is logged in yet."""
    request.session.cycle_key()
    request.session[WACHT] = {
        "gebruiker": gebruiker.pk,
        "sinds": op.isoformat(),
        "wachtwoord": gebruiker.get_session_auth_hash(),
        "verder": verder[:2000],
    }


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def inloggen_code(request: HttpRequest) -> HttpResponse:
    """The number after the password; without a password given just now there is nothing to ask."""
    nu = timezone.now()
    gebruiker = _waiting(request, op=nu)
    form = CodeForm(request.POST or None)
    status = 200
    if gebruiker and request.method == "POST":
        if form.is_valid() and _accept(gebruiker, form, op=nu):
            verder = request.session.pop(WACHT)["verder"]
            try:
                begin_sessie(request, gebruiker=gebruiker, wijze=TWEEDE_STAP, op=nu)
            except AccountNietGeldig:
                return redirect("inloggen")
            return redirect(veilig_adres(request, verder))
        status = 429 if form.has_error("code", "geremd") else 422
    inhoud = {"form": form, "wacht": gebruiker is not None}
    return render(request, "web/inloggen/code.html", inhoud, status=status)


def _waiting(request: HttpRequest, *, op: datetime) -> Gebruiker | None:
    """Who gave a good password in this session less than ten minutes ago, and not another since."""
    wacht = request.session.get(WACHT)
    if not wacht or datetime.fromisoformat(wacht["sinds"]) < op - GEDULD:
        return None
    gebruiker = Gebruiker.objects.filter(pk=wacht["gebruiker"], is_active=True).first()
    if gebruiker and gebruiker.get_session_auth_hash() == wacht["wachtwoord"]:
        return gebruiker
    return None


def _accept(gebruiker: Gebruiker, form: CodeForm, *, op: datetime) -> bool:
    """Whether the code is good; else the form says what is wrong."""
    try:
        actions.check_code(gebruiker=gebruiker, code=form.cleaned_data["code"], op=op)
    except actions.TeVaakMis:
        form.add_error(
            "code",
            ValidationError(
                _("Er is te vaak een verkeerde code gebruikt. Probeer het later opnieuw."),
                code="geremd",
            ),
        )
    except actions.CodeOnjuist:
        form.add_error(
            "code",
            _("Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app."),
        )
    except GeheimOnleesbaar:
        form.add_error(
            "code", _("Uw tweede stap is niet te lezen. Vraag de beheerder om hem weg te halen.")
        )
    else:
        return True
    return False


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def tweede_stap(request: HttpRequest) -> HttpResponse:
    """Set up, confirm, replace: what can be done depends on how far one is."""
    gebruiker = request.user
    if not gebruiker.has_usable_password() or settings.TWEEDE_STAP == "uit":
        return render(request, "web/inloggen/tweede_stap.html", {"lokaal": False})
    aan = queries.confirmed_tweede_stap(gebruiker)
    if request.method == "GET":
        return _show(request, CodeForm(), aan)
    if not aan and request.POST.get("handeling") == "begin":
        actions.prepare_tweede_stap(gebruiker=gebruiker)
        return redirect("tweede_stap")
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _show(request, form, aan)
    return _change(request, form, aan) if aan else _confirm(request, form)


def _confirm(request: HttpRequest, form: CodeForm) -> HttpResponse:
    stap = TweedeStap.objects.filter(gebruiker=request.user, bevestigd_op=None).first()
    if stap is None or not _prepared(request.user):
        return redirect("tweede_stap")
    try:
        codes = actions.confirm_tweede_stap(
            stap=stap, code=form.cleaned_data["code"], op=timezone.now()
        )
    except actions.CodeOnjuist:
        form.add_error(
            "code", _("Deze code klopt niet. Kijk of de klok van uw telefoon goed staat.")
        )
        return _show(request, form, None)
    request.session[INLOGWIJZE] = TWEEDE_STAP
    return render(request, "web/inloggen/herstelcodes.html", {"codes": codes})


def _change(request: HttpRequest, form: CodeForm, stap: TweedeStap) -> HttpResponse:
    """New recovery codes, or away with it: both only with a good number."""
    if not _accept(request.user, form, op=timezone.now()):
        return _show(request, form, stap)
    if request.POST.get("handeling") == "herstelcodes":
        codes = actions.renew_herstelcodes(stap=stap)
        return render(request, "web/inloggen/herstelcodes.html", {"codes": codes})
    actions.remove_tweede_stap(gebruiker=request.user, by=request.user)
    request.session[INLOGWIJZE] = WACHTWOORD
    messages.success(request, _("De tweede stap is weg. Stel hem hier opnieuw in."))
    return redirect("tweede_stap")


def _prepared(gebruiker: Gebruiker) -> str:
    """The secret that waits to be confirmed; empty when there is none that can be read."""
    klaar = TweedeStap.objects.filter(gebruiker=gebruiker, bevestigd_op=None).first()
    try:
        return decrypt(klaar.geheim, van=gebruiker.pk) if klaar else ""
    except GeheimOnleesbaar:
        return ""


def _show(request: HttpRequest, form: CodeForm, aan: TweedeStap | None) -> HttpResponse:
    inhoud = {
        "form": form,
        "aan": aan,
        "lokaal": True,
        "verplicht": settings.TWEEDE_STAP == "verplicht",
    }
    if aan:
        inhoud["over"] = aan.herstelcodes.filter(gebruikt_op=None).count()
    elif geheim := _prepared(request.user):
        adres = totp.address(geheim, gebruikersnaam=request.user.gebruikersnaam)
        inhoud["qr"] = totp.qr(adres)
        inhoud["geheim"] = " ".join(geheim[i : i + 4] for i in range(0, len(geheim), 4))
    return render(
        request, "web/inloggen/tweede_stap.html", inhoud, status=422 if form.errors else 200
    )
