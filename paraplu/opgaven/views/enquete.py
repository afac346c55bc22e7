"""The survey: the page of everybody with the link, and the rounds for who looks after them."""

from __future__ import annotations

from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.web.rechten import mag

from .. import queries
from ..actions import enquete as acts
from ..betrouwbaarheid import METHODE
from ..enquete import VRAAG
from ..forms.enquete import AntwoordVorm, GenodigdVorm, RondeVorm
from ..fouten import TeDruk
from ..geheim import find_link, token_of
from ..models import Enqueteronde, Functie
from ..pad import path_of
from ..queries import pagina
from ..queries.versies import list_gis
from ..rem import count_answer, count_guess, is_busy, is_guessing
from .toegang import done, need, show_form, trace, try_save

KOPPEN: Final = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
TE_VAAK: Final = 429
#: In the address of the page that comes after an answer.
BEDANKT: Final = "bedankt"


# No cookie, so no token against forged forms either: there is no login here that one could misuse.
@csrf_exempt
@require_http_methods(["GET", "POST"])
def enquete(request: HttpRequest, token: str) -> HttpResponse:
    """Answer without an account; nothing is kept of who answers, and no trace is written (R173)."""
    adres = request.META.get("REMOTE_ADDR", "")
    if is_guessing(adres=adres, op=now()):
        return _page(request, "te_vaak", status=TE_VAAK)
    link = find_link(token)
    if link is None:
        count_guess(adres=adres, op=now())
        return _page(request, "werkt_niet", status=404)
    if not link.ronde.vanaf <= localdate() <= link.ronde.tot:
        return _page(request, "dicht", ronde=link.ronde)
    if request.method == "GET" and BEDANKT in request.GET:
        return _page(request, "bedankt")
    form = AntwoordVorm(request.POST or None)
    stuurt = request.method == "POST" and form.is_valid()
    if stuurt and try_save(form, lambda: _keep(link, form)):
        # To another page: who looks at this one anew must not answer anew.
        return _mark(redirect(f"{request.path}?{BEDANKT}"))
    return _page(request, "vragen", form=form, ronde=link.ronde, status=422 if form.errors else 200)


def _keep(link: Any, form: AntwoordVorm) -> None:
    """Raises TeDruk and EnqueteDicht."""
    if is_busy(link=link.pk, op=now()):
        raise TeDruk
    acts.answer(link=link, on=localdate(), **form.cleaned_data)
    count_answer(link=link.pk)


def _page(request: HttpRequest, deel: str, *, status: int = 200, **context: Any) -> HttpResponse:
    return _mark(render(request, "opgaven/enquete.html", {"deel": deel, **context}, status=status))


def _mark(antwoord: HttpResponse) -> HttpResponse:
    for naam, waarde in KOPPEN.items():
        antwoord[naam] = waarde
    return antwoord


@require_GET
@transaction.atomic
def enquetes(request: HttpRequest) -> HttpResponse:
    """Every round with its figure and interval beside the path, the baseline first (R173, P40)."""
    vandaag = localdate()
    trace(request, "enquêtes bekijken")
    rondes = list(Enqueteronde.objects.all())
    jaren = sorted({*path_of(), *(ronde.jaar for ronde in rondes)})
    per_jaar = {ronde.jaar: ronde for ronde in rondes}
    return render(
        request,
        "opgaven/enquetes.html",
        {
            "jaren": [
                (queries.zoektijd(jaar, bekend_op=vandaag), path_of().get(jaar), per_jaar.get(jaar))
                for jaar in jaren
            ],
            "open": [
                (ronde, pagina.list_regels(ronde.jaar, bekend_op=vandaag))
                for ronde in rondes
                if ronde.vanaf <= vandaag <= ronde.tot
            ],
            "namen": list_gis(vandaag.year),
            "functies": dict(Functie.choices),
            "methode": METHODE,
            "vraag": VRAAG,
            "links": pagina.links_for(request.user).filter(ronde__tot__gte=vandaag)
            if mag(request.user, "enquete_link")
            else [],
            "mag_nieuw": mag(request.user, "enquete_nieuw"),
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def enquete_nieuw(request: HttpRequest) -> HttpResponse:
    """Begin a round; every GI gets its own link."""
    form = RondeVorm(request.POST or None, on=localdate())
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        gis = list_gis(velden["jaar"])
        if try_save(form, lambda: acts.open_ronde(gis=gis, by=request.user, **velden)):
            trace(request, "enquête beginnen", str(velden["jaar"]))
            return done(request, reverse("enquetes"))
    return show_form(
        request,
        form,
        titel=_("Een vragenlijst beginnen"),
        terug=(reverse("enquetes"), _("Vragenlijst zoektijd")),
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def enquete_link(request: HttpRequest, pk: int) -> HttpResponse:
    """The link of the own GI, to be sent to everybody at once, and to how many."""
    link = get_object_or_404(pagina.links_for(request.user), pk=pk)
    need(link.ronde.tot >= localdate())
    form = GenodigdVorm(request.POST or None, initial={"genodigd": link.genodigd})
    if request.method == "POST" and form.is_valid():
        acts.note_genodigd(link=link, **form.cleaned_data)
        trace(request, "enquêtelink versturen", str(link.ronde.jaar))
        return done(request, reverse("enquete_link", args=[pk]))
    trace(request, "enquêtelink bekijken", str(link.ronde.jaar))
    gegeven = pagina.count_antwoorden_beyond(link.ronde.jaar).get(link.gi, 0)
    return show_form(
        request,
        form,
        titel=_("De link van uw organisatie"),
        terug=(reverse("enquetes"), _("Vragenlijst zoektijd")),
        link=request.build_absolute_uri(reverse("enquete", args=[token_of(link)])),
        gegeven=gegeven,
        te_veel=link.genodigd is not None and gegeven > link.genodigd,
    )
