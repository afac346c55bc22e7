"""Definitions: all of them, one with its versions side by side, and the signature under it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from paraplu.monitor import waarden
from paraplu.monitor.definities import OnbekendeDefinitie, versies_van
from paraplu.web.rechten import mag

from .. import queries
from ..actions.vaststellen import adopt_definitie
from ..definitieblad import compare, list_blokken, list_gevolgen, list_ingangen
from ..forms import VaststellingForm
from ..fouten import VaststellingFout


@require_GET
def definities(request: HttpRequest) -> HttpResponse:
    """Every definition with its version, adopted or not."""
    namen = {code: indicator.naam for code, indicator in waarden.alle().items()}
    ingangen = list_ingangen(namen)
    return render(
        request,
        "inzage/definities.html",
        {
            "definitielijst": ingangen,
            "open": sum(1 for ingang in ingangen if ingang.vaststelling is None),
            "mag_vaststellen": mag(request.user, "definitie_vaststellen"),
        },
    )


@require_GET
def definitie(request: HttpRequest, code: str) -> HttpResponse:
    """One definition: its text, what changed since the version before, and who adopted it."""
    return _show(request, code, None)


@require_POST
def definitie_vaststellen(request: HttpRequest, code: str, versie: int) -> HttpResponse:
    """The contract board adopted this version."""
    form = VaststellingForm(request.POST)
    if form.is_valid():
        try:
            adopt_definitie(
                code=code, versie=versie, by=request.user, nu=localtime(), **form.cleaned_data
            )
        except VaststellingFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(
                request,
                _("Versie %(versie)s van %(code)s staat als vastgesteld.")
                % {"versie": versie, "code": code},
            )
            return redirect("definitie", code)
    return _show(request, code, form, status=422)


def _show(
    request: HttpRequest, code: str, form: VaststellingForm | None, status: int = 200
) -> HttpResponse:
    try:
        versies = versies_van(code)
    except OnbekendeDefinitie:
        raise Http404 from None
    laatste = versies[-1]
    vorige = versies[-2] if len(versies) > 1 else None
    vastgesteld = queries.vaststellingen()
    if (code, laatste.versie) in vastgesteld or not mag(request.user, "definitie_vaststellen"):
        form = None
    elif form is None:
        form = VaststellingForm(
            initial={"tekstafdruk": laatste.tekstafdruk, "vastgesteld_op": localdate()}
        )
    return render(
        request,
        "inzage/definitie.html",
        {
            "code": code,
            "naam": waarden.indicator(code).naam,
            "versie": laatste,
            "vorige": vorige,
            "paren": compare(vorige.tekst, laatste.tekst) if vorige else [],
            "gevolgen": list_gevolgen(vorige, laatste) if vorige else [],
            "blokken": list_blokken(laatste.tekst),
            "vaststelling": vastgesteld.get((code, laatste.versie)),
            "versies": [(v, vastgesteld.get((code, v.versie))) for v in versies[::-1]],
            "form": form,
        },
        status=status,
    )
