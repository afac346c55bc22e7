"""Make a report, and publish it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.kijker import kijk_van
from paraplu.inzage.klaar import NIET, VANZELF
from paraplu.web.rechten import mag

from .. import actions, queries
from ..forms import MaakForm
from ..fouten import RapportFout
from ..opzet import OpzetKanNiet


@require_http_methods(["GET", "POST"])
def verslag_maken(request: HttpRequest) -> HttpResponse:
    """Choose what to make; the worker makes a concept of the own organisation."""
    vandaag = localdate()
    cijfers = Cijfers(kijk=kijk_van(request.user, op=vandaag))
    bereik = cijfers.bereik()
    if bereik is None:
        return render(request, "verslagen/maken.html", {"leeg": True})
    form = MaakForm(
        request.POST or None,
        gebruiker=request.user,
        namen=cijfers.namen(),
        bereik=bereik,
        op=vandaag,
    )
    if request.method == "POST" and form.is_valid():
        try:
            aanvraag = actions.ask_concept(
                opzet=form.cleaned_data["opzet"], by=request.user, nu=timezone.now()
            )
        except (OpzetKanNiet, RapportFout) as fout:
            form.add_error(None, str(fout))
        else:
            return redirect("verslag_aanvraag", aanvraag.pk)
    status = 422 if form.is_bound else 200
    return render(request, "verslagen/maken.html", {"form": form}, status=status)


@require_GET
def verslag_aanvraag(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a report is that was asked for; once it is there, the report itself."""
    aanvraag = get_object_or_404(queries.aanvragen_for(request.user), pk=pk)
    if aanvraag.rapport_id:
        messages.success(request, _("Het verslag is gemaakt. Het is nog een concept."))
        return redirect("verslag", aanvraag.rapport_id)
    vanzelf = request.GET.get(VANZELF) != NIET
    context = {"aanvraag": aanvraag, "vanzelf": vanzelf and aanvraag.is_onderweg}
    return render(request, "verslagen/aanvraag.html", context)


@require_POST
def verslag_publiceren(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the version that the user was looking at to its circle."""
    rapport = get_object_or_404(queries.rapporten_for(request.user), pk=pk)
    if not mag(request.user, "verslag_publiceren", rapport):
        return render(request, "verslagen/niet.html", {"rapport": rapport}, status=403)
    try:
        actions.publish(rapport=rapport, by=request.user, on=localdate())
    except RapportFout as fout:
        messages.warning(request, str(fout))
    else:
        messages.success(request, _("Het verslag is gepubliceerd. Het verandert niet meer."))
    return redirect("verslag", rapport.pk)
