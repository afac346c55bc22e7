"""How measures begin to end, end after the hand-over, or end without one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from paraplu.casussen.einde import Toets, list_toetsen
from paraplu.casussen.models import CasusStap, Einde, Maatregel
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.gezinnen import trace
from paraplu.casussen.views.stap import show_stap, who
from paraplu.casussen.views.uitvoeren import choose, run
from paraplu.netwerk.queries import medewerker_of

from .. import queries
from ..actions import beeindigen, beginnen
from ..forms.beginnen import VoornemenForm
from ..forms.einde import OndanksForm, UitzonderingForm, make_einde_forms


def read_maatregel(request: HttpRequest, pk: int) -> Maatregel:
    """The running measure of the user's own GI, when this user sees the family; else 404."""
    return get_object_or_404(queries.maatregelen_for(request.user, op=localdate()), pk=pk)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def overdracht_beginnen(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a measure is to end, and those of brothers and sisters with it."""
    maatregel, vandaag = read_maatregel(request, pk), localdate()
    gezin = maatregel.persoon.gezin
    van_gezin = queries.maatregelen_for(request.user, op=vandaag).filter(persoon__gezin=gezin)
    form = VoornemenForm(
        request.POST or None,
        maatregelen=van_gezin.exclude(
            pk__in=Einde.objects.filter(vervallen_op=None).values("maatregel")
        ),
        on=vandaag,
        initial={"maatregelen": [maatregel.pk]},
    )
    if request.method == "POST" and form.is_valid():
        gemaakt: list[Any] = []

        def doe(velden: dict[str, Any]) -> None:
            gemaakt.append(
                beginnen.begin_overdracht(
                    by=medewerker_of(request.user, op=vandaag),
                    on=vandaag,
                    **{
                        **velden,
                        "maatregelen": list(velden["maatregelen"]),
                        "gezin_weet": velden["gezin_weet"] == "ja",
                    },
                )
            )

        if run(form, doe) is None:
            trace(request, gezin, "einde van een maatregel voorbereiden")
            messages.success(request, _("Vraag nu het lokale team wie het gezin overneemt."))
            return redirect(gemaakt[0])
    return render(
        request,
        "overdracht/beginnen.html",
        {"maatregel": maatregel, "gezin": gezin, "form": form},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def maatregel_uitzondering(request: HttpRequest, pk: int) -> HttpResponse:
    """End a measure without a hand-over: the child died, another GI or measure follows."""
    maatregel, vandaag = read_maatregel(request, pk), localdate()
    gezin = maatregel.persoon.gezin
    form = UitzonderingForm(request.POST or None, maatregel=maatregel, on=vandaag)
    if request.method == "POST" and form.is_valid():
        fout = run(
            form,
            lambda velden: beeindigen.end_without_overdracht(
                maatregel=maatregel,
                op=velden["op"],
                reden=form.make_reden(),
                by=medewerker_of(request.user, op=vandaag),
                on=vandaag,
            ),
        )
        if fout is None:
            trace(request, gezin, "maatregel beëindigen zonder overdracht")
            messages.success(request, _("De maatregel is beëindigd, zonder overdracht."))
            return redirect("gezin", gezin.pk)
    return render(
        request,
        "overdracht/uitzondering.html",
        {"maatregel": maatregel, "gezin": gezin, "form": form},
        status=422 if form.errors else 200,
    )


def show_beeindigen(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """A form per measure, and what is looked at first."""
    eindes, vandaag = list(queries.eindes_of(stap.casus)), localdate()
    toetsen = _toetsen(eindes, vandaag)
    return {
        "einde_forms": make_einde_forms(eindes, on=vandaag),
        "ondanks_form": OndanksForm() if not all(t.in_orde for t in toetsen) else None,
        "toetsen": toetsen,
        "beeindigd": [einde for einde in eindes if einde.is_beeindigd],
    }


def _toetsen(eindes: list[Any], op: date) -> list[Toets]:
    """What is looked at, each once, however many measures of the family it is about."""
    alle = [toets for einde in eindes for toets in list_toetsen(einde.maatregel, on=op)]
    return list({(toets.sleutel, toets.in_orde): toets for toets in alle}.values())


def _end(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Every measure of the case at once: all of it or nothing."""
    vandaag = localdate()
    eindes = list(queries.eindes_of(stap.casus))
    formulieren = make_einde_forms(eindes, on=vandaag, data=request.POST)
    ondanks = OndanksForm(request.POST)
    # Every form is looked at, so that all errors stand on the page at once.
    goed = [form.is_valid() for form in (*formulieren, ondanks)]
    if all(goed):
        reden = ondanks.cleaned_data["ondanks"]

        def doe(_velden: dict[str, Any]) -> None:
            beeindigen.end_maatregelen(
                stap=stap,
                besluiten=[form.besluit(ondanks=reden) for form in formulieren],
                by=who(request),
                on=vandaag,
            )

        if run(ondanks, doe) is None:
            messages.success(
                request, _("De maatregel is beëindigd. Het lokale team volgt het gezin.")
            )
            return redirect(stap.casus)
    return show_stap(request, stap, status=422, einde_forms=formulieren, ondanks_form=ondanks)


BEEINDIGEN = StapVorm(
    template="overdracht/beeindigen.html",
    context=show_beeindigen,
    handle=choose({"beeindig": _end}),
    sluit=frozenset({"beeindigd"}),
)
