"""Meetings: the year, one meeting with its agenda, notes, minutes, and the pack of a party."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.inzage.kijker import kijk_van
from paraplu.inzage.uitvoer import Waarmerk, schrijf_xlsx

from .. import agenda, queries
from ..actions import overleggen as acts
from ..forms.overleggen import NieuwPuntVorm, NotitieForm, OverlegForm, PuntVorm, TekstForm
from ..fouten import OverlegFout
from ..models import Agendapunt, Overleg, Verslagversie
from ..rechten import mag_overleg_houden
from ..standen import BESPREEKT, gebied_of
from ..stukken.pak import Pak
from .toegang import done, hand_out, may, need, show_form, trace_file, try_save

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Of the number of a version of the minutes.
CIJFERS = 4


def find(request: HttpRequest, pk: int) -> Overleg:
    """A meeting that this user may see, else 404."""
    return get_object_or_404(queries.overleggen_for(request.user), pk=pk)


def find_own(request: HttpRequest, pk: int) -> Overleg:
    """A meeting of which this user keeps agenda and minutes, else 404."""
    overleg = find(request, pk)
    need(mag_overleg_houden(request.user, overleg))
    return overleg


def _terug(overleg: Overleg) -> tuple[str, Any]:
    return overleg.get_absolute_url(), str(overleg)


@require_GET
def overleggen(request: HttpRequest) -> HttpResponse:
    """The meetings that this user's party sees, and whether there are enough this year (R210)."""
    vandaag = localdate()
    alle = list(queries.overleggen_for(request.user))
    jaren = sorted({overleg.datum.year for overleg in alle} | {vandaag.year}, reverse=True)
    tekst = request.GET.get("jaar", "")
    jaar = next((een for een in jaren if str(een) == tekst), vandaag.year)
    return render(
        request,
        "overleg/overleggen.html",
        {
            "overleggen": [overleg for overleg in alle if overleg.datum.year == jaar],
            "tellingen": queries.count_jaar(alle, jaar, op=vandaag),
            "jaar": jaar,
            "jaren": jaren,
            "vandaag": vandaag,
            "mag_nieuw": may(request.user, "overleg_nieuw"),
            "mag_g7": may(request.user, "g7_voorstel"),
            "voorstellen": queries.open_voorstellen(),
        },
    )


@require_http_methods(["GET", "POST"])
def overleg_nieuw(request: HttpRequest) -> HttpResponse:
    """Plan a meeting."""
    form = OverlegForm(request.POST or None, gebruiker=request.user, on=localdate())
    if request.method == "POST" and form.is_valid():
        gemaakt = try_save(
            form, lambda: acts.plan_overleg(by=request.user, **_velden(form.cleaned_data))
        )
        if gemaakt:
            return done(request, gemaakt, bericht=_("Het overleg is gepland."))
    terug = (reverse("overleggen"), _("Overleggen"))
    return show_form(request, form, titel=_("Een overleg plannen"), terug=terug)


def _velden(velden: dict[str, Any]) -> dict[str, Any]:
    return {n: velden[n] for n in ("soort", "regio", "datum", "plaats", "jaar", "bekend_op")}


@require_GET
def overleg(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting: agenda, who is asked, notes per agreement, actions, minutes and packs."""
    gevonden = find(request, pk)
    versies = list(gevonden.verslagen.select_related("door"))
    is_vast = any(versie.vastgesteld_op for versie in versies)
    houdt = mag_overleg_houden(request.user, gevonden)
    return render(
        request,
        "overleg/overleg.html",
        {
            "overleg": gevonden,
            "punten": gevonden.agendapunten.all(),
            "deelnemers": gevonden.deelnemers.all(),
            "notities": gevonden.notities.select_related("door"),
            "bespreekt": BESPREEKT[gevonden.soort],
            "acties": queries.with_stand(gevonden.acties.all()),
            "afwijkingen": queries.all_afwijkingen().filter(overleg=gevonden),
            "escalaties": gevonden.escalaties.prefetch_related("besluiten"),
            "besluiten": gevonden.besluiten.all(),
            "verslag": versies[0] if versies else None,
            "versies": versies[1:],
            "is_vast": is_vast,
            "mag_houden": houdt and not is_vast,
            "mag_vaststellen": houdt and not is_vast and gevonden.datum <= localdate(),
            "mag_besluit": may(request.user, "g7_besluit"),
            "mag_afwijking": may(request.user, "afwijking_nieuw"),
        },
    )


@require_http_methods(["GET", "POST"])
def overleg_agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """What the figures propose for the agenda, before it is put there."""
    gevonden = find_own(request, pk)
    punten = agenda.propose_punten(gevonden)
    if request.method == "POST":
        try:
            nieuw = acts.fill_agenda(overleg=gevonden, punten=punten, by=request.user)
        except OverlegFout as fout:
            messages.warning(request, str(fout))
            return redirect(gevonden)
        bericht = _("De agenda is gemaakt uit de cijfers. Nieuwe punten: %(n)s.") % {"n": nieuw}
        return done(request, gevonden, bericht=bericht)
    return render(request, "overleg/agenda.html", {"overleg": gevonden, "punten": punten})


@require_http_methods(["GET", "POST"])
def agendapunt_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """A point of one's own on the agenda."""
    gevonden = find_own(request, pk)
    form = NieuwPuntVorm(request.POST or None, on=localdate())
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(form, lambda: acts.add_punt(overleg=gevonden, by=request.user, **velden)):
            return done(request, gevonden)
    return show_form(request, form, titel=_("Een agendapunt"), terug=_terug(gevonden))


@require_http_methods(["GET", "POST"])
def agendapunt(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a point, or take it off the agenda."""
    punt = get_object_or_404(Agendapunt.objects.select_related("overleg"), pk=pk)
    gevonden = find_own(request, punt.overleg_id)
    begin = {n: getattr(punt, n) for n in ("titel", "tekst", "volgorde", "vervallen")}
    begin["vervallen"] = "ja" if punt.vervallen else "nee"
    form = PuntVorm(request.POST or None, on=localdate(), initial=begin)
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(form, lambda: acts.change_punt(punt=punt, by=request.user, **velden)):
            return done(request, gevonden)
    return show_form(request, form, titel=_("Agendapunt wijzigen"), terug=_terug(gevonden))


@require_http_methods(["GET", "POST"])
def overleg_deelnemers(request: HttpRequest, pk: int) -> HttpResponse:
    """Which parties came, and in which role."""
    gevonden = find_own(request, pk)
    rijen = list(gevonden.deelnemers.all())
    if request.method == "POST":
        for rij in rijen:
            keuze = request.POST.get(f"aanwezig-{rij.pk}", "")
            rij.aanwezig = {"ja": True, "nee": False}.get(keuze)
            rij.rol = request.POST.get(f"rol-{rij.pk}", "").replace("\x00", "").strip()[:80]
        try:
            acts.note_aanwezig(overleg=gevonden, rijen=rijen, by=request.user)
        except OverlegFout as fout:
            messages.warning(request, str(fout))
            return redirect(gevonden)
        return done(request, gevonden)
    return render(request, "overleg/deelnemers.html", {"overleg": gevonden, "rijen": rijen})


@require_http_methods(["GET", "POST"])
def overleg_notitie(request: HttpRequest, pk: int) -> HttpResponse:
    """A note at one agreement (R302)."""
    gevonden = find_own(request, pk)
    begin = {"afspraak": request.GET.get("afspraak", "")}
    form = NotitieForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(
            form,
            lambda: acts.note_afspraak(
                overleg=gevonden, by=request.user, now=timezone.now(), **velden
            ),
        ):
            return done(request, gevonden)
    return show_form(request, form, titel=_("Notitie bij een afspraak"), terug=_terug(gevonden))


@require_http_methods(["GET", "POST"])
def overleg_verslag(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the minutes; each save is a version."""
    gevonden = find_own(request, pk)
    laatste: Verslagversie | None = gevonden.verslagen.first()
    tekst = laatste.tekst if laatste else _begin_verslag(gevonden)
    form = TekstForm(request.POST or None, label=_("Verslag"), initial={"tekst": tekst})
    if (
        request.method == "POST"
        and form.is_valid()
        and try_save(
            form,
            lambda: acts.save_verslag(
                overleg=gevonden,
                tekst=form.cleaned_data["tekst"],
                by=request.user,
                now=timezone.now(),
            ),
        )
    ):
        return done(request, gevonden, bericht=_("Het verslag is bewaard als concept."))
    return show_form(request, form, titel=_("Verslag van het overleg"), terug=_terug(gevonden))


def _begin_verslag(overleg: Overleg) -> str:
    """Who was there, the points, the notes and the actions, to begin with."""
    regels = [_("Aanwezig: %(wie)s") % {"wie": ", ".join(
        d.naam for d in overleg.deelnemers.filter(aanwezig=True))}]  # fmt: skip
    notities = list(overleg.notities.all())
    for nummer, punt in enumerate(overleg.agendapunten.filter(vervallen=False), start=1):
        regels += ["", f"{nummer}. {punt.titel}"]
        regels += [n.tekst for n in notities if punt.afspraak and n.afspraak == punt.afspraak]
    regels += ["", _("Acties")]
    regels += [f"{a.nummer} {a.onderwerp} ({a.eigenaar})" for a in overleg.acties.all()]
    return "\n".join(regels)


@require_POST
def overleg_vaststellen(request: HttpRequest, pk: int) -> HttpResponse:
    """Adopt the version of the minutes that was on the page."""
    gevonden = find_own(request, pk)
    nummer = request.POST.get("nummer", "")
    need(nummer.isdecimal() and len(nummer) <= CIJFERS)
    try:
        acts.adopt_verslag(overleg=gevonden, nummer=int(nummer), by=request.user, on=localdate())
    except OverlegFout as fout:
        messages.warning(request, str(fout))
        return redirect(gevonden)
    return done(request, gevonden, bericht=_("Het verslag is vastgesteld en verandert niet meer."))


@require_GET
@transaction.atomic
def overleg_pak(request: HttpRequest, pk: int, partij: str, formaat: str) -> HttpResponse:
    """The pack of one party, through the eyes of who takes it along."""
    gevonden = find(request, pk)
    sleutel = "" if partij == "gelderland" else partij
    need(not sleutel or gevonden.deelnemers.filter(partij=sleutel).exists())
    try:
        gebied = gebied_of(sleutel)
    except LookupError as fout:
        raise Http404 from fout
    vandaag, nu = localdate(), timezone.now()
    kijk = kijk_van(request.user, op=vandaag)
    pak = Pak(gevonden, gebied, gebruiker=request.user, kijk=kijk, op=vandaag)
    nummer = f"{gevonden.nummer} {partij}"
    if formaat != "xlsx":
        return hand_out(
            request, pak.als_inhoud(), formaat=formaat, naam="stukken", nummer=nummer, nu=nu
        )
    trace_file(request, "stukken ophalen (xlsx)", nummer)
    bestand = schrijf_xlsx(
        pak.als_bladen(),
        waarmerk=Waarmerk.van(request.user, wanneer=nu, doel=acts.DOEL),
        bewijsregels=pak.als_bewijs(),
    )
    antwoord = HttpResponse(bestand, content_type=XLSX)
    naam = f"paraplu-{nummer.replace(' ', '-')}.xlsx"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
