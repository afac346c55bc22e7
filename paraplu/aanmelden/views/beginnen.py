"""Begin looking for help for one child."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from paraplu.casussen import queries
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Persoon
from paraplu.casussen.views.gezinnen import trace
from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import in_force, medewerker_of

from ..actions.beginnen import begin_aanmelding, route_of


class BeginForm(forms.Form):
    """Who holds the case, on which measure, and whether it is urgent."""

    houder = forms.ModelChoiceField(
        label=_("Wie houdt deze casus?"), queryset=Medewerker.objects.none(), empty_label=None
    )
    maatregel = forms.ModelChoiceField(
        label=_("Bij welke maatregel hoort dit?"),
        queryset=None,
        required=False,
        empty_label=_("Geen: vrijwillige hulp"),
    )
    spoed = forms.BooleanField(label=_("Dit is spoed"), required=False)

    def __init__(self, *args: Any, kind: Persoon, ik: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vandaag = localdate()
        functies = ik.organisatie.functies.filter(in_force(vandaag), rol="jeugdbeschermer")
        self.fields["houder"].queryset = Medewerker.objects.filter(
            in_force(vandaag), functies__in=functies
        ).distinct()
        self.fields["houder"].initial = ik
        self.fields["maatregel"].queryset = kind.maatregelen.filter(tot=None)
        self.fields["maatregel"].label_from_instance = lambda rij: rij.get_soort_display()
        self.fields["maatregel"].initial = kind.maatregelen.filter(tot=None).last()


@require_http_methods(["GET", "POST"])
@transaction.atomic
def casus_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a case for a child on the route of its region."""
    kind = get_object_or_404(
        Persoon, pk=pk, rol=Persoon.Rol.KIND, gezin__in=queries.gezinnen_for(request.user)
    )
    vandaag = localdate()
    ik = medewerker_of(request.user, op=vandaag)
    form = BeginForm(request.POST or None, kind=kind, ik=ik)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                casus = begin_aanmelding(
                    gezin=kind.gezin, kind=kind, by=ik, on=vandaag, **form.cleaned_data
                )
        except CasusFout as fout:
            form.add_error(None, str(fout))
        else:
            trace(request, kind.gezin, "casus openen")
            return redirect(casus)
    return render(
        request,
        "aanmelden/beginnen.html",
        {"kind": kind, "gezin": kind.gezin, "form": form, "route": _route(kind)},
        status=422 if form.errors else 200,
    )


def _route(kind: Persoon) -> str:
    try:
        return route_of(kind.gezin.regio, op=localdate())[0].removeprefix("aanmeldroute-")
    except CasusFout:
        return ""
