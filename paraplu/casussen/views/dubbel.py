"""The same person in two families: whoever may see one of them settles it, without learning more."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from paraplu.netwerk.queries import medewerker_of
from paraplu.web.actions import write_spoor

from .. import actions, queries

DOEL = "uitzoeken van dubbele gegevens"


class DubbelForm(forms.Form):
    """What was found out together."""

    uitkomst = forms.CharField(
        label=gettext_lazy("Wat heeft u samen uitgezocht?"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Schrijf op wat u heeft uitgezocht.")},
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def dubbel(request: HttpRequest, pk: int) -> HttpResponse:
    """One duplicate: whom to call, and what came of it."""
    vandaag = localdate()
    rij = get_object_or_404(queries.dubbelmeldingen_for(request.user, op=vandaag), pk=pk)
    form = DubbelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ik = medewerker_of(request.user, op=vandaag)
        actions.settle_dubbelmelding(
            melding=rij, uitkomst=form.cleaned_data["uitkomst"], by=ik, on=vandaag
        )
        write_spoor(
            gebruiker=request.user,
            handeling="dubbelmelding afhandelen",
            voorwerp=str(rij),
            doel=DOEL,
        )
        messages.success(request, _("De melding is afgehandeld."))
        return redirect("mijn_werk")
    write_spoor(
        gebruiker=request.user, handeling="dubbelmelding bekijken", voorwerp=str(rij), doel=DOEL
    )
    return render(
        request,
        "casussen/dubbel.html",
        {"rij": rij, "form": form, "eigen": queries.own_side(request.user, rij)},
        status=422 if form.errors else 200,
    )
