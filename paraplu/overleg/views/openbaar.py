"""Letters to councils, and the papers that everybody can read."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken import gebieden
from paraplu.web.papier import maak_pdf
from paraplu.web.stukbestand import give_bestand, read_bestand

from .. import queries
from ..actions import registers as acts
from ..forms.registers import BriefVorm, DocumentForm
from ..merk import Merk
from ..models import Documentversie
from ..stukken.brief import begin_brief, make_brief
from .toegang import done, may, need, show_form, trace_file


@require_GET
def raadsbrieven(request: HttpRequest) -> HttpResponse:
    """The letters of the own gemeente, or of the gemeenten of the own region."""
    brieven = queries.brieven_for(request.user)
    return render(
        request,
        "overleg/raadsbrieven.html",
        {
            "brieven": [(brief, _gemeente(brief.gemeente)) for brief in brieven],
            "mag_nieuw": may(request.user, "raadsbrief_nieuw"),
        },
    )


def _gemeente(code: str) -> str:
    gemeente = gebieden.gemeente(code)
    return gemeente.naam if gemeente else code


@require_http_methods(["GET", "POST"])
def raadsbrief_nieuw(request: HttpRequest) -> HttpResponse:
    """A letter to the council from a template: what is decided, announced and done (R161)."""
    code, vandaag = request.user.organisatie_code, localdate()
    need(gebieden.gemeente(code) is not None)
    begin = {
        "onderwerp": _("Afspraken over jeugdbescherming in Gelderland"),
        "tekst": begin_brief(code, op=vandaag),
        "ondertekenaar": _("College van burgemeester en wethouders"),
        "datum": vandaag,
    }
    form = BriefVorm(request.POST or None, on=vandaag, initial=begin)
    if "tekst" in form.fields:
        form.fields["tekst"].widget.attrs["rows"] = 18
    if request.method == "POST" and form.is_valid():
        acts.write_brief(by=request.user, gemeente=code, **form.cleaned_data)
        return done(request, reverse("raadsbrieven"), bericht=_("De brief is bewaard."))
    terug = (reverse("raadsbrieven"), _("Raadsbrieven"))
    return show_form(request, form, titel=_("Een brief aan de raad"), terug=terug)


@require_GET
@transaction.atomic
def raadsbrief(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter as PDF/UA."""
    brief = get_object_or_404(queries.brieven_for(request.user), pk=pk)
    nummer = f"raadsbrief {brief.pk}"
    trace_file(request, "raadsbrief ophalen", nummer)
    merk = Merk.van(request.user, wanneer=timezone.now(), nummer=nummer)
    pdf = maak_pdf(make_brief(brief, _gemeente(brief.gemeente), voet=merk.tekst))
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="paraplu-raadsbrief-{brief.pk}.pdf"'
    return antwoord


@require_GET
def documenten(request: HttpRequest) -> HttpResponse:
    """Every adopted paper with its versions, for anybody (R320)."""
    mag_nieuw = request.user.is_authenticated and may(request.user, "document_nieuw")
    return render(
        request,
        "overleg/documenten.html",
        {"documenten": queries.public_documenten(), "mag_nieuw": mag_nieuw},
    )


@require_GET
def document_bestand(request: HttpRequest, pk: int) -> HttpResponse:
    """One version of a paper; always saved, never opened as a page of ours."""
    versie = get_object_or_404(Documentversie.objects.select_related("document"), pk=pk)
    naam = f"gvjb-{versie.document_id}-versie-{versie.pk}.{versie.uitgang}"
    return give_bestand(inhoud=versie.inhoud, soort=versie.soort, naam=naam)


@require_http_methods(["GET", "POST"])
def document_nieuw(request: HttpRequest) -> HttpResponse:
    """Put an adopted paper where everybody can read it."""
    form = DocumentForm(request.POST or None, request.FILES or None, on=localdate())
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        bestand = read_bestand(velden.pop("bestand"))
        acts.publish_document(bestand=bestand, by=request.user, on=localdate(), **velden)
        return done(request, reverse("documenten"), bericht=_("Het stuk is openbaar."))
    terug = (reverse("documenten"), _("Documenten"))
    return show_form(
        request, form, titel=_("Een stuk openbaar maken"), terug=terug, met_bestand=True
    )
