"""Questions to the zorgbemiddelaar: three working days, at once when urgent (R119)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.casussen import queries
from paraplu.casussen.fouten import CasusFout
from paraplu.netwerk.queries import medewerker_of
from paraplu.termijnen import kalender
from paraplu.web.actions import write_spoor

from ..actions.contact import BEMIDDELAAR, answer_bemiddelingsvraag
from ..forms.contact import AntwoordForm
from ..models import Bemiddelingsvraag

DOEL = "bemiddelen naar passende hulp"
#: Working days for an answer; an urgent question is answered the same day (R119).
WERKDAGEN: Final = 3


@dataclass(frozen=True)
class Vraagregel:
    """A question with its own term."""

    vraag: Bemiddelingsvraag
    op: date

    @property
    def uiterlijk(self) -> date:
        """The last day for an answer."""
        gesteld = self.vraag.gesteld_op
        return gesteld if self.vraag.spoed else kalender().werkdag_na(gesteld, WERKDAGEN)

    @property
    def te_laat(self) -> bool:
        """Whether the last day has passed without an answer."""
        return self.vraag.beantwoord_op is None and self.uiterlijk < self.op


def _vragen_for(request: HttpRequest) -> Any:
    """The open questions of cases in which this user is the zorgbemiddelaar."""
    vandaag = localdate()
    deel = queries.deelnames_of(request.user, op=vandaag).filter(rol=BEMIDDELAAR)
    return Bemiddelingsvraag.objects.filter(casus__in=deel.values("casus")).select_related(
        "casus__gemeente", "casus__gezin", "gesteld_door__organisatie", "aanbieder"
    )


@require_GET
@transaction.atomic
def bemiddeling(request: HttpRequest) -> HttpResponse:
    """The questions that wait, the most urgent first."""
    vandaag = localdate()
    open_ = _vragen_for(request).filter(beantwoord_op=None)
    regels = sorted(
        (Vraagregel(vraag, vandaag) for vraag in open_),
        key=lambda rij: (rij.uiterlijk, rij.vraag.pk),
    )
    write_spoor(gebruiker=request.user, handeling="bemiddelingsvragen bekijken", doel=DOEL)
    return render(request, "aanmelden/bemiddeling.html", {"regels": regels})


@require_http_methods(["GET", "POST"])
@transaction.atomic
def bemiddelingsvraag(request: HttpRequest, pk: int) -> HttpResponse:
    """One question, and its answer."""
    vandaag = localdate()
    vraag = get_object_or_404(_vragen_for(request), pk=pk)
    form = AntwoordForm(request.POST or None, on=vandaag)
    write_spoor(
        gebruiker=request.user,
        handeling="bemiddelingsvraag beantwoorden"
        if request.method == "POST"
        else "bemiddelingsvraag bekijken",
        voorwerp=f"{vraag.casus.nummer} bemiddeling {vraag.pk}",
        doel=DOEL,
        gezin=vraag.casus.gezin.nummer,
    )
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                answer_bemiddelingsvraag(
                    vraag=vraag,
                    by=medewerker_of(request.user, op=vandaag),
                    on=vandaag,
                    **form.cleaned_data,
                )
        except CasusFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("Uw antwoord staat bij de jeugdbeschermer."))
            return redirect("bemiddeling")
    return render(
        request,
        "aanmelden/bemiddelingsvraag.html",
        {"regel": Vraagregel(vraag, vandaag), "vraag": vraag, "form": form},
        status=422 if form.errors else 200,
    )
