"""Looking for a guardian in the network of a child (R304)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from paraplu.casussen.models import Maatregel
from paraplu.casussen.views.gezinnen import trace
from paraplu.casussen.views.uitvoeren import run
from paraplu.netwerk.queries import medewerker_of

from .. import queries
from ..actions.voogd import VOOGDIJ, ask_voogd, write_resultaat
from ..forms.voogd import ResultaatForm, VoogdvraagForm
from ..models import Voogdvraag
from .einde import read_maatregel

OPEN = (Voogdvraag.Resultaat.OPEN, Voogdvraag.Resultaat.DENKT_NA)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def voogd_zoeken(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was asked to become the guardian, and a question to somebody else."""
    maatregel, vandaag = read_maatregel(request, pk), localdate()
    if maatregel.soort not in VOOGDIJ:
        raise Http404
    form = VoogdvraagForm(request.POST or None, on=vandaag)
    if request.method == "POST" and form.is_valid():
        ik = medewerker_of(request.user, op=vandaag)
        if run(form, lambda velden: ask_voogd(maatregel=maatregel, by=ik, **velden)) is None:
            trace(request, maatregel.persoon.gezin, "vraag naar een voogd vastleggen")
            messages.success(request, _("De vraag is vastgelegd."))
            return redirect("voogd_zoeken", maatregel.pk)
    trace(request, maatregel.persoon.gezin, "zoeken naar een voogd bekijken")
    return _show(request, maatregel, form=form, status=422 if form.errors else 200)


def _show(
    request: HttpRequest,
    maatregel: Maatregel,
    *,
    form: VoogdvraagForm,
    status: int = 200,
    fout: tuple[int, ResultaatForm] | None = None,
) -> HttpResponse:
    rijen: list[dict[str, Any]] = []
    for vraag in queries.voogdvragen_of(maatregel):
        antwoord = None
        if vraag.resultaat in OPEN:
            antwoord = (
                fout[1]
                if fout and fout[0] == vraag.pk
                else ResultaatForm(on=localdate(), prefix=f"v{vraag.pk}")
            )
        rijen.append({"vraag": vraag, "form": antwoord})
    return render(
        request,
        "overdracht/voogd.html",
        {
            "maatregel": maatregel,
            "gezin": maatregel.persoon.gezin,
            "form": form,
            "rijen": rijen,
            "gevonden": any(r["vraag"].resultaat == Voogdvraag.Resultaat.JA for r in rijen),
        },
        status=status,
    )


@require_POST
@transaction.atomic
def voogd_antwoord(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody who was asked answered."""
    vandaag = localdate()
    eigen = queries.maatregelen_for(request.user, op=vandaag)
    vraag = get_object_or_404(
        Voogdvraag.objects.select_related("maatregel__persoon__gezin"), pk=pk, maatregel__in=eigen
    )
    form = ResultaatForm(request.POST, on=vandaag, prefix=f"v{vraag.pk}")
    if (
        not form.is_valid()
        or run(form, lambda velden: write_resultaat(vraag=vraag, **velden)) is not None
    ):
        leeg = VoogdvraagForm(on=vandaag)
        return _show(request, vraag.maatregel, form=leeg, status=422, fout=(vraag.pk, form))
    trace(request, vraag.gezin, "antwoord over voogd vastleggen")
    messages.success(request, _("Het antwoord is vastgelegd."))
    return redirect("voogd_zoeken", vraag.maatregel_id)
