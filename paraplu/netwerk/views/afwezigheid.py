"""Who is away and who stands in: for oneself, and for the people one leads (R22, R235)."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from paraplu.web.models import Gebruiker

from .. import beheer, queries
from ..actions import mensen as actions
from ..betrokken import betrokken_bij
from ..forms.mensen import AfwezigheidForm
from ..models import Afwezigheid, Medewerker


def mensen_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Medewerker]:
    """Whose absence this user may write: one's own, and that of who one leads."""
    return Medewerker.objects.filter(
        queries.in_force(op),
        Q(gebruiker=gebruiker) | Q(pk__in=beheer.medewerkers_for(gebruiker, op=op).values("pk")),
    )


@require_http_methods(["GET", "POST"])
def afwezigheid(request: HttpRequest) -> HttpResponse:
    """Who is away now or later, what leans on them, and a form that asks for a deputy."""
    op = localdate()
    mijn = mensen_for(request.user, op=op)
    form = AfwezigheidForm(
        request.POST or None,
        mensen=mijn,
        vervangers=_vervangers(mijn, op),
        initial={"vanaf": op, "medewerker": queries.medewerker_of(request.user, op=op)},
    )
    if request.method == "POST" and form.is_valid() and _add(request, form):
        return redirect("afwezigheid")
    rijen = (
        Afwezigheid.objects.filter(Q(tot=None) | Q(tot__gte=op), medewerker__in=mijn)
        .select_related("medewerker", "vervanger")
        .order_by("vanaf")
    )
    return render(
        request,
        "netwerk/afwezigheid.html",
        {
            "form": form,
            "mag_iemand": mijn.exists(),
            "rijen": [(rij, betrokken_bij(rij.medewerker, op=op)) for rij in rijen],
            "zonder": sum(rij.vervanger is None for rij in rijen),
            "op": op,
        },
        status=422 if form.errors else 200,
    )


def _vervangers(mijn: QuerySet[Medewerker], op: date) -> QuerySet[Medewerker]:
    """Colleagues of the same organisations."""
    return Medewerker.objects.filter(
        queries.in_force(op), organisatie__in=mijn.values("organisatie")
    )


def _add(request: HttpRequest, form: AfwezigheidForm) -> bool:
    try:
        rij = actions.add_afwezigheid(by=request.user, **form.cleaned_data)
    except actions.StandInAway:
        form.add_error("vervanger", _("Deze collega is er dan ook niet. Kies een ander."))
        return False
    if rij.vervanger is None:
        messages.warning(
            request, _("Opgeslagen. Er is nog niemand die het overneemt: kies een vervanger.")
        )
    else:
        messages.success(request, _("Opgeslagen. De vervanger kan het werk overnemen."))
    return True


@require_POST
def afwezigheid_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody is back today; what had not begun is taken back."""
    op = localdate()
    rij = get_object_or_404(
        Afwezigheid.objects.filter(medewerker__in=mensen_for(request.user, op=op)), pk=pk
    )
    # Not begun: the last day is before the first, so it never was. Begun: yesterday was the last.
    actions.end_afwezigheid(
        afwezigheid=rij, tot=max(op, rij.vanaf) - timedelta(days=1), by=request.user
    )
    messages.success(request, _("Opgeslagen: weer aanwezig vanaf vandaag."))
    return redirect("afwezigheid")
