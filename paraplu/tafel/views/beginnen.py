"""Bring a family to the table, or hear where the question belongs instead (R18, R79)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from paraplu.casussen import queries as werk
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Gezin
from paraplu.casussen.views.gezinnen import trace
from paraplu.netwerk import bellen
from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import functies_on, instelling, medewerker_of

from ..actions.beginnen import begin_tafel
from ..forms.beginnen import BeginForm
from ..models import Gesprek
from ..regels import ANDERE_TAFELS, aanmelders_of, contact_for


def who_may(medewerker: Medewerker | None) -> list[str]:
    """As whom this person can bring a family, by the roles of the day (R18)."""
    if medewerker is None:
        return []
    eigen = functies_on(medewerker, op=localdate()).filter(medewerker=medewerker)
    return aanmelders_of({(functie.organisatie.soort, functie.rol) for functie in eigen})


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """First the question: only when it belongs to the table a case begins."""
    gezin = get_object_or_404(werk.gezinnen_for(request.user), pk=pk)
    ik = medewerker_of(request.user, op=localdate())
    mogelijk = who_may(ik)
    form = BeginForm(request.POST or None, gezin=gezin, mogelijk=mogelijk)
    if request.method == "POST" and form.data.get("vraag") in ANDERE_TAFELS:
        trace(request, gezin, "naar andere tafel verwezen")
        return _elsewhere(request, gezin, form.data["vraag"])
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        soort = velden.pop("vraag")
        if soort != Gesprek.EINDE_OTS:
            velden.pop("maatregel", None)
        try:
            with transaction.atomic():
                casus = begin_tafel(
                    gezin=gezin, soort=soort, houder=ik, by=ik, on=localdate(), **velden
                )
        except CasusFout as fout:
            form.add_error(None, str(fout))
        else:
            trace(request, gezin, "verzoek aan de tafel begonnen")
            return redirect(casus.stappen.get(sleutel="verzoek"))
    return render(
        request,
        "tafel/beginnen.html",
        {"gezin": gezin, "form": form, "mogelijk": mogelijk},
        status=422 if form.errors else 200,
    )


def _elsewhere(request: HttpRequest, gezin: Gezin, tafel: str) -> HttpResponse:
    """No case begins; the page says where to go and whom to call (R79, R288)."""
    vandaag = localdate()
    vraag = next(v for v in bellen.VASTE_VRAGEN if v.sleutel == contact_for(tafel))
    context: dict[str, Any] = {
        "gezin": gezin,
        "tafel": tafel,
        "naam": ANDERE_TAFELS[tafel],
        "bellen": bellen.wie_nu(vraag, gemeente=gezin.gemeente, op=vandaag),
        "afspraak": instelling(
            gezin.regio, "ret_en_tafel" if tafel == "ret" else "ret_en_mda", op=vandaag
        )
        if tafel != "mdo"
        else "",
    }
    return render(request, "tafel/andere_tafel.html", context)
