"""Which thresholds hold, who decided so, and for the own region a new decision."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from paraplu.afspraken import gebieden
from paraplu.web.rechten import mag

from .. import queries
from ..actions.drempels import set_drempel
from ..forms import DrempelForm
from ..fouten import DrempelFout
from ..kijker import GEWOON
from ..models import Kring


@require_GET
def drempels(request: HttpRequest) -> HttpResponse:
    """What holds today per region and circle, and every decision."""
    form = DrempelForm(initial={"vanaf": localdate()}) if _eigen_regio(request) else None
    return _show(request, form)


@require_POST
def drempel_besluiten(request: HttpRequest) -> HttpResponse:
    """A decision of the user's own region."""
    form = DrempelForm(request.POST)
    if form.is_valid():
        try:
            set_drempel(
                regio=_eigen_regio(request),
                by=request.user,
                nu=localtime(),
                **form.cleaned_data,
            )
        except DrempelFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("De drempel is vastgelegd."))
            return redirect("drempels")
    return _show(request, form, status=422)


def _eigen_regio(request: HttpRequest) -> str:
    """The region that this user may decide for; empty for everybody else."""
    regio = request.user.gebied.get("regio", "")
    return regio if regio and mag(request.user, "drempel_besluiten", regio) else ""


def _show(request: HttpRequest, form: DrempelForm | None, status: int = 200) -> HttpResponse:
    nu = {kring: queries.drempels_on(kring, op=localdate()) for kring in Kring.values}
    namen = {regio.code: regio.naam for regio in gebieden.regios()}
    return render(
        request,
        "inzage/drempels.html",
        {
            "form": form,
            "eigen_regio": namen.get(_eigen_regio(request), ""),
            "regios": [
                (naam, [nu[kring].get(code, GEWOON[kring]) for kring in Kring.values])
                for code, naam in namen.items()
            ],
            "kringen": Kring.labels,
            "besluiten": [(namen.get(d.regio, d.regio), d) for d in queries.list_drempels()],
        },
        status=status,
    )
