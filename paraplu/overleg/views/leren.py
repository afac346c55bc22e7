"""Meetings to learn: enough per subregion, programme, who came, hours, reflections, certificates."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.web.papier import maak_pdf

from .. import leerstand
from ..actions import leren as acts
from ..forms.registers import BijeenkomstForm, DeelnameForm, ReflectieForm
from ..lesstof import KERNWAARDEN, THEMAS
from ..merk import Merk
from ..models import Bijeenkomst, Deelname
from ..rechten import ORGANISEERT
from .toegang import done, may, need, show_form, trace_file, try_save


def find(request: HttpRequest, pk: int) -> Bijeenkomst:
    """A meeting that this user may see, else 404."""
    return get_object_or_404(leerstand.bijeenkomsten_for(request.user), pk=pk)


@require_GET
def bijeenkomsten(request: HttpRequest) -> HttpResponse:
    """All meetings of a year, and whether every subregion had its two (R29)."""
    vandaag = localdate()
    alle = leerstand.bijeenkomsten_for(request.user)
    jaren = sorted({d.year for d in alle.dates("datum", "year")} | {vandaag.year}, reverse=True)
    tekst = request.GET.get("jaar", "")
    jaar = next((een for een in jaren if str(een) == tekst), vandaag.year)
    return render(
        request,
        "overleg/bijeenkomsten.html",
        {
            "bijeenkomsten": alle.filter(datum__year=jaar),
            "standen": leerstand.count_deelstanden(jaar, op=vandaag),
            "stappen": leerstand.list_stappen(op=vandaag),
            "jaar": jaar,
            "jaren": jaren,
            "mag_nieuw": may(request.user, "bijeenkomst_nieuw"),
        },
    )


@require_http_methods(["GET", "POST"])
def bijeenkomst_nieuw(request: HttpRequest) -> HttpResponse:
    """Plan a meeting with its programme."""
    form = BijeenkomstForm(request.POST or None, on=localdate())
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        gemaakt = try_save(form, lambda: acts.plan_bijeenkomst(by=request.user, **velden))
        if gemaakt:
            return done(request, gemaakt)
    terug = (reverse("bijeenkomsten"), _("Bijeenkomsten"))
    return show_form(request, form, titel=_("Een bijeenkomst plannen"), terug=terug)


@require_GET
def bijeenkomst(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting: what is in the programme and what not, who came, hours, what was learnt."""
    gevonden = find(request, pk)
    deelnames = list(gevonden.deelnames.select_related("medewerker__organisatie"))
    organiseert = request.user.soort in ORGANISEERT
    eigen = [d for d in deelnames if d.medewerker.gebruiker_id == request.user.pk]
    return render(
        request,
        "overleg/bijeenkomst.html",
        {
            "bijeenkomst": gevonden,
            "elementen": [
                (naam, k in gevonden.elementen)
                for k, naam in leerstand.elements_of(gevonden).items()
            ],
            "themas": [THEMAS[k] for k in gevonden.themas if k in THEMAS],
            "kernwaarden": [KERNWAARDEN[k] for k in gevonden.kernwaarden if k in KERNWAARDEN],
            "is_samenwerking": gevonden.soort == Bijeenkomst.Soort.SAMENWERKING,
            "mist": leerstand.missing_mix(d.medewerker.organisatie.soort for d in deelnames),
            "waarschuwingen": [
                *leerstand.warn_uren(gevonden, deelnames),
                *(leerstand.warn_gebied(gevonden, deelnames) if organiseert else ()),
            ],
            "deelnames": deelnames if organiseert else eigen,
            "aantal": len(deelnames),
            "uren": sum(d.uren for d in deelnames),
            "reflecties": [
                (r, [KERNWAARDEN[k] for k in r.kernwaarden if k in KERNWAARDEN])
                for r in gevonden.reflecties.select_related("door")
            ],
            "mag_deelname": organiseert,
        },
    )


@require_http_methods(["GET", "POST"])
def bijeenkomst_deelname(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that somebody took part."""
    gevonden = find(request, pk)
    form = DeelnameForm(request.POST or None, on=localdate())
    if request.method == "POST" and form.is_valid():
        wie = form.cleaned_data["medewerker"]
        if try_save(
            form,
            lambda: acts.note_deelname(bijeenkomst=gevonden, medewerker=wie, by=request.user),
        ):
            return done(request, gevonden)
    terug = (gevonden.get_absolute_url(), gevonden.titel)
    return show_form(request, form, titel=_("Wie was erbij?"), terug=terug)


@require_http_methods(["GET", "POST"])
def bijeenkomst_reflectie(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what was learnt."""
    gevonden = find(request, pk)
    form = ReflectieForm(request.POST or None, initial={"kernwaarden": gevonden.kernwaarden})
    if request.method == "POST" and form.is_valid():
        acts.write_reflectie(
            bijeenkomst=gevonden, by=request.user, on=localdate(), **form.cleaned_data
        )
        return done(request, gevonden)
    terug = (gevonden.get_absolute_url(), gevonden.titel)
    return show_form(request, form, titel=_("Wat hebben we geleerd?"), terug=terug)


@require_GET
@transaction.atomic
def deelnamebewijs(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificate of oneself, or of anybody for who organises (R35)."""
    deelname = get_object_or_404(
        Deelname.objects.select_related("bijeenkomst", "medewerker__organisatie"), pk=pk
    )
    eigen = deelname.medewerker.gebruiker_id == request.user.pk
    need(eigen or request.user.soort in ORGANISEERT)
    nummer = f"{deelname.bijeenkomst.nummer}-{deelname.pk}"
    trace_file(request, "bewijs van deelname ophalen", nummer)
    merk = Merk.van(request.user, wanneer=timezone.now(), nummer=nummer)
    pdf = maak_pdf(leerstand.make_bewijs(deelname, op=localdate(), voet=merk.tekst))
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="paraplu-{nummer}.pdf"'
    return antwoord


@require_GET
def voorbeelden(request: HttpRequest) -> HttpResponse:
    """The library of good examples (R228)."""
    return render(
        request,
        "overleg/voorbeelden.html",
        {
            "voorbeelden": [
                (r, [KERNWAARDEN[k] for k in r.kernwaarden if k in KERNWAARDEN])
                for r in leerstand.voorbeelden()
            ],
            "waarden": leerstand.tally_kernwaarden(),
        },
    )
