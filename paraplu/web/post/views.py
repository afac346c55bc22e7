"""One page for what reaches someone outside Paraplu: mail, and the link to the calendar."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ..actions import write_spoor
from ..agenda import actions as agenda
from ..agenda.queries import feed_adres, sleutel_of
from . import actions, queries
from .forms import PostkeuzeForm


@require_http_methods(["GET", "POST"])
def meldingen(request: HttpRequest) -> HttpResponse:
    """Choose what to be mailed about; see whether there is a calendar link."""
    form = _form(request, request.POST or None)
    if request.method == "POST":
        if form.is_valid():
            _save(request, form)
            messages.success(request, _("Uw keuze is bewaard."))
            return redirect("meldingen")
        return _page(request, form, status=422)
    return _page(request, form)


@transaction.atomic
def _save(request: HttpRequest, form: PostkeuzeForm) -> None:
    velden = form.cleaned_data
    actions.save_keuze(
        gebruiker=request.user,
        overzicht=velden["overzicht"],
        direct=velden["direct"],
        e_mail=velden["e_mail"],
    )
    write_spoor(gebruiker=request.user, handeling="mailkeuze wijzigen", doel="eigen account")


@require_POST
def agendalink_maken(request: HttpRequest) -> HttpResponse:
    """Make the calendar link and show it, this once."""
    token = agenda.give_sleutel(gebruiker=request.user, op=timezone.now())
    return _page(request, _form(request), nieuw=feed_adres(token))


@require_POST
def agendalink_intrekken(request: HttpRequest) -> HttpResponse:
    """End the calendar link: agendas that have it see nothing new any more."""
    if agenda.withdraw_sleutel(gebruiker=request.user, op=timezone.now()):
        messages.success(request, _("De link naar uw agenda werkt niet meer."))
    return redirect("meldingen")


def _form(request: HttpRequest, gegeven: object = None) -> PostkeuzeForm:
    keuze = queries.keuze_of(request.user)
    return PostkeuzeForm(gegeven, gebruiker=request.user, keuze=keuze)


def _page(
    request: HttpRequest, form: PostkeuzeForm, *, nieuw: str = "", status: int = 200
) -> HttpResponse:
    inhoud = {"form": form, "sleutel": sleutel_of(request.user), "nieuw": nieuw}
    return render(request, "web/post/meldingen.html", inhoud, status=status)
