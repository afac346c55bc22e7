"""The rights to review: who has an account here, and is that still needed."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from ...actions import write_spoor
from ...models import Gebruiker, Organisatie, Soort
from ...rechten import mag
from .. import queries
from ..actions import accounts as actions
from ..blad import KOLOMMEN, as_values, cell
from ..forms import AccountForm, DienstForm, EinddatumForm

PER_BLADZIJDE = 100


def _chosen(request: HttpRequest) -> tuple[QuerySet[Gebruiker], str, bool]:
    """The accounts of the chosen organisation, that organisation, and whether only sleeping ones."""
    accounts = queries.review(queries.accounts_for(request.user))
    keuze = request.GET.get("organisatie", "")
    soort, _punt, code = keuze.partition(":")
    if soort in Organisatie.values:
        accounts = accounts.filter(organisatie_soort=soort, organisatie_code=code)
    else:
        keuze = ""
    slapend = request.GET.get("slapend") == "1"
    if slapend:
        accounts = queries.sleeping(accounts, op=timezone.now())
    return accounts, keuze, slapend


@require_GET
@transaction.atomic
def rechten_nazien(request: HttpRequest) -> HttpResponse:
    """All accounts one may review, a hundred at a time."""
    accounts, keuze, slapend = _chosen(request)
    bladzijde = Paginator(accounts, PER_BLADZIJDE).get_page(request.GET.get("bladzijde"))
    _trace(request, keuze)
    inhoud = {
        "bladzijde": bladzijde,
        "rijen": queries.rijen(bladzijde.object_list, op=timezone.now()),
        "organisaties": queries.organisaties(queries.accounts_for(request.user)),
        "gekozen": keuze,
        "slapend": slapend,
        "mag_maken": mag(request.user, "account_nieuw"),
        "sleutels": mag(request.user, "api_sleutels_beheer"),
    }
    return render(request, "web/inloggen/accounts.html", inhoud)


@require_GET
@transaction.atomic
def rechten_nazien_csv(request: HttpRequest) -> HttpResponse:
    """The same accounts as a sheet."""
    accounts, keuze, _slapend = _chosen(request)
    _trace(request, keuze)
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="rechten-nazien.csv"'
    schrijver = csv.writer(antwoord, delimiter=";")
    schrijver.writerow(KOLOMMEN)
    for rij in queries.rijen(accounts, op=timezone.now()):
        schrijver.writerow([cell(waarde) for waarde in as_values(rij).values()])
    return antwoord


def _trace(request: HttpRequest, keuze: str) -> None:
    write_spoor(
        gebruiker=request.user,
        handeling="rechten nazien",
        voorwerp=keuze or "alle organisaties",
        doel="beheer van rechten",
    )


@never_cache
@require_http_methods(["GET", "POST"])
def account_nieuw(request: HttpRequest) -> HttpResponse:
    """Prepare an account for who joins."""
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        namen = (
            "gebruikersnaam",
            "naam",
            "soort",
            "organisatie",
            "begindatum",
            "einddatum",
            "dienst",
            "kenmerk",
        )
        try:
            nieuw = actions.maak_account(
                **{naam: velden[naam] for naam in namen}, by=request.user, on=timezone.localdate()
            )
        except actions.NaamBestaatAl:
            form.add_error(
                "gebruikersnaam", _("Deze gebruikersnaam of dit e-mailadres heeft al een account.")
            )
        except actions.EindVoorBegin:
            form.add_error("einddatum", _("De laatste dag ligt vóór vandaag."))
        else:
            messages.success(request, _("Het account is klaargezet."))
            return redirect("account_beheer", nieuw.pk)
    status = 422 if form.errors else 200
    return render(request, "web/inloggen/account_nieuw.html", {"form": form}, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
def account_beheer(request: HttpRequest, nummer: int) -> HttpResponse:
    """One account: what it may, what was decided, and what can be decided now."""
    wie = get_object_or_404(queries.review(queries.accounts_for(request.user)), pk=nummer)
    einde = EinddatumForm(initial={"einddatum": wie.einddatum})
    dienst = DienstForm(verplicht=True)
    if request.method == "GET":
        return _page(request, wie, einde, dienst)
    if request.POST.get("handeling") == "einddatum":
        einde = EinddatumForm(request.POST)
    if request.POST.get("handeling") == "inlogdienst":
        dienst = DienstForm(request.POST, verplicht=True)
    handeling = HANDELINGEN.get(request.POST.get("handeling", ""))
    if handeling is None or (
        handeling in ALLEEN_BEHEERDER and request.user.soort != Soort.BEHEERDER
    ):
        return _page(request, wie, einde, dienst, status=403)
    try:
        return handeling(request, wie, einde, dienst)
    except actions.EigenAccount:
        messages.error(request, _("Over uw eigen account beslist een ander."))
        return redirect("account_beheer", nummer)


def _confirm(request: HttpRequest, wie: Gebruiker, einde: Any, dienst: Any) -> HttpResponse:
    actions.confirm_nodig(gebruiker=wie, by=request.user, on=timezone.localdate())
    messages.success(request, _("Vastgelegd: dit account is nog nodig."))
    return redirect("rechten_nazien")


def _set_end(
    request: HttpRequest, wie: Gebruiker, einde: EinddatumForm, dienst: Any
) -> HttpResponse:
    if einde.is_valid():
        dag = einde.cleaned_data["einddatum"]
        try:
            actions.set_einddatum(
                gebruiker=wie, einddatum=dag, by=request.user, on=timezone.localdate()
            )
        except actions.EindVoorBegin:
            einde.add_error("einddatum", _("De laatste dag ligt vóór de eerste."))
        else:
            messages.success(request, _("De laatste dag is vastgelegd."))
            return redirect("account_beheer", wie.pk)
    return _page(request, wie, einde, dienst, status=422)


def _give_link(request: HttpRequest, wie: Gebruiker, einde: Any, dienst: Any) -> HttpResponse:
    pad = actions.give_link(gebruiker=wie, by=request.user, on=timezone.localdate())
    return _page(request, wie, einde, dienst, link=request.build_absolute_uri(pad))


def _reset(request: HttpRequest, wie: Gebruiker, einde: Any, dienst: Any) -> HttpResponse:
    actions.reset_tweede_stap(gebruiker=wie, by=request.user, on=timezone.localdate())
    messages.success(request, _("De tweede stap is weggehaald."))
    return redirect("account_beheer", wie.pk)


def _prepare(request: HttpRequest, wie: Gebruiker, einde: Any, dienst: DienstForm) -> HttpResponse:
    if dienst.is_valid():
        gekozen = settings.INLOGDIENSTEN[dienst.cleaned_data["dienst"]]
        if not gekozen.bedient(wie.organisatie_soort, wie.organisatie_code):
            dienst.add_error("dienst", _("Deze inlogdienst is niet voor deze organisatie."))
            return _page(request, wie, einde, dienst, status=422)
        try:
            actions.prepare_identiteit(
                gebruiker=wie, **dienst.cleaned_data, by=request.user, on=timezone.localdate()
            )
        except actions.NaamBestaatAl:
            dienst.add_error("kenmerk", _("Dit e-mailadres hoort al bij een ander account."))
        else:
            messages.success(request, _("De inlogdienst is klaargezet."))
            return redirect("account_beheer", wie.pk)
    return _page(request, wie, einde, dienst, status=422)


Handeling = Callable[[HttpRequest, Gebruiker, Any, Any], HttpResponse]
HANDELINGEN: dict[str, Handeling] = {
    "nodig": _confirm,
    "einddatum": _set_end,
    "link": _give_link,
    "tweede_stap": _reset,
    "inlogdienst": _prepare,
}
#: Ways into an account: never for a colleague, however high.
ALLEEN_BEHEERDER = frozenset({_give_link, _reset, _prepare})


def _page(
    request: HttpRequest,
    wie: Gebruiker,
    einde: Any,
    dienst: Any,
    *,
    link: str = "",
    status: int = 200,
) -> HttpResponse:
    with transaction.atomic():
        write_spoor(
            gebruiker=request.user,
            handeling="account bekijken",
            voorwerp=f"account {wie.pk}",
            doel="beheer van rechten",
        )
        inhoud = {
            "rij": queries.rijen([wie], op=timezone.now())[0],
            "wie": wie,
            "einde": einde,
            "dienst": dienst,
            "link": link,
            "besluiten": wie.besluiten.select_related("door")[:50],
            "beheerder": request.user.soort == Soort.BEHEERDER,
            "eigen": wie.pk == request.user.pk,
            "diensten": bool(settings.INLOGDIENSTEN),
        }
        return render(request, "web/inloggen/account_beheer.html", inhoud, status=status)
