"""Make a report, and publish it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.kijker import kijk_van
from paraplu.web.rechten import mag

from .. import actions, queries
from ..forms import MaakForm
from ..fouten import RapportFout
from ..opzet import OpzetKanNiet


@require_http_methods(["GET", "POST"])
def verslag_maken(request: HttpRequest) -> HttpResponse:
    """Choose what to make; the result is a concept of the own organisation."""
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
            rapport = actions.make_concept(opzet=form.cleaned_data["opzet"], by=request.user)
        except (OpzetKanNiet, RapportFout) as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("Het verslag is gemaakt. Het is nog een concept."))
            return redirect("verslag", rapport.pk)
    status = 422 if form.is_bound else 200
    return render(request, "verslagen/maken.html", {"form": form}, status=status)


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
