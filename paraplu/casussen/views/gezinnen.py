"""Families: the list, one family with everybody in it, and what is added or changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.afspraken import gebieden
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import medewerker_of, people_with
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import actions, queries
from ..einde import acties_for, choose_acties
from ..forms.gezin import GezinForm, MaatregelForm, PersoonForm, VasteMensenForm
from ..fouten import AlreadyKnown, StaleSave
from ..models import Contactpersoon, Gezin, Maatregel, Persoon
from ..panelen import gezinsacties_for, gezinspanelen_of, kindacties_for

DOEL = "behandelen van een casus"
PER_BLADZIJDE = 50


def read_gezin(request: HttpRequest, pk: int) -> Gezin:
    """The family, when this user may see it as a whole; else 404."""
    return get_object_or_404(queries.gezinnen_for(request.user), pk=pk)


def trace(request: HttpRequest, gezin: Gezin, handeling: str) -> None:
    """Write down what this user did with the family, in the same transaction."""
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=gezin.nummer,
        doel=DOEL,
        gezin=gezin.nummer,
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def gezinnen(request: HttpRequest) -> HttpResponse:
    """The families this user works with; a number or name looks only among these.

    The words come by POST: a name in an address would stay behind in histories and logs.
    """
    zoek = request.POST.get("zoek", "").strip()
    rijen = _search(queries.gezinnen_for(request.user), zoek).order_by("-pk")
    # Of a family one sees the cases that one may open, here as on its own page.
    casussen = Prefetch("casussen", queries.casussen_for(request.user))
    bladzijden = Paginator(rijen.prefetch_related("personen", casussen), PER_BLADZIJDE)
    # The words that were looked for can be a name: they do not go into the trace.
    write_spoor(gebruiker=request.user, handeling="gezinnen bekijken", doel=DOEL)
    return render(
        request,
        "casussen/gezinnen.html",
        {
            "bladzijde": bladzijden.get_page(request.GET.get("bladzijde")),
            "mag_nieuw": mag(request.user, "gezin_nieuw"),
            "zoek": zoek,
            "aantal": bladzijden.count,
        },
    )


def _search(rijen: QuerySet[Gezin], zoek: str) -> QuerySet[Gezin]:
    if not zoek:
        return rijen
    kaal = zoek.upper().lstrip("G")
    if kaal.isdecimal() and len(kaal) < 9:
        return rijen.filter(pk=int(kaal))
    op_naam = Q(personen__achternaam__istartswith=zoek) | Q(personen__voornamen__istartswith=zoek)
    return rijen.filter(pk__in=rijen.filter(op_naam).values("pk"))


@require_GET
@transaction.atomic
def gezin(request: HttpRequest, pk: int) -> HttpResponse:
    """One family: children, adults, measures, cases, and who directs the help."""
    gevonden = read_gezin(request, pk)
    trace(request, gevonden, "gezin bekijken")
    return render(
        request,
        "casussen/gezin.html",
        {
            "gezin": gevonden,
            "gemeente": gebieden.gemeente(gevonden.gemeente),
            "personen": _personen(request, gevonden),
            "regie": gevonden.regies.filter(tot=None).select_related("medewerker").first(),
            "casussen": queries.casussen_for(request.user)
            .filter(gezin=gevonden)
            .select_related("houder"),
            "mag_maatregel": mag(request.user, "maatregel_nieuw"),
            "mag_schrijven": mag(request.user, "persoon"),
            "kindacties": kindacties_for(request.user),
            "gezinsacties": gezinsacties_for(request.user),
            "gezinspanelen": gezinspanelen_of(request, gevonden),
        },
    )


def _personen(request: HttpRequest, gezin: Gezin) -> list[Persoon]:
    """Everybody of the family; beside each running measure what this user may do with it."""
    personen = list(
        gezin.personen.prefetch_related(
            "maatregelen__gi", "maatregelen__contactpersonen__medewerker"
        )
    )
    acties = acties_for(request.user)
    for maatregel in (m for persoon in personen for m in persoon.maatregelen.all()):
        maatregel.acties = [] if maatregel.tot else choose_acties(acties, maatregel)
    return personen


@require_http_methods(["GET", "POST"])
@transaction.atomic
def gezin_nieuw(request: HttpRequest) -> HttpResponse:
    """A new family; who makes it directs the help until somebody else does (R10)."""
    form = GezinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        gemeente = gebieden.gemeente(form.cleaned_data["gemeente"])
        gevonden = actions.open_gezin(gemeente=gemeente.code, regio=gemeente.regio, on=localdate())
        ik = medewerker_of(request.user, op=localdate())
        actions.set_regisseur(gezin=gevonden, medewerker=ik, on=localdate())
        trace(request, gevonden, "gezin toevoegen")
        return redirect("persoon_nieuw", gevonden.pk)
    return render(
        request, "casussen/gezin_nieuw.html", {"form": form}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def persoon_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a child or adult to the family."""
    gevonden = read_gezin(request, pk)
    eerste = not gevonden.personen.exists()
    form = PersoonForm(request.POST or None, initial={"rol": Persoon.Rol.KIND if eerste else ""})
    if request.method == "POST" and form.is_valid():
        velden = {naam: form.cleaned_data[naam] for naam in PersoonForm.Meta.fields}
        ik = medewerker_of(request.user, op=localdate())
        try:
            persoon = actions.add_persoon(
                gezin=gevonden, bsn=form.cleaned_data["bsn"], by=ik, on=localdate(), **velden
            )
        except AlreadyKnown as fout:
            form.add_error("bsn", str(fout))
        else:
            trace(request, gevonden, "persoon toevoegen")
            _say_duplicate(request, persoon)
            return redirect("gezin", gevonden.pk)
    return _persoon(request, gevonden, form, nieuw=True)


def _say_duplicate(request: HttpRequest, persoon: Persoon) -> None:
    """Tell that the child is known elsewhere, never where or with whom."""
    if persoon.dubbelmeldingen.exists():
        messages.warning(
            request,
            _(
                "Deze persoon is al bekend in Paraplu. Wie daar mag kijken, krijgt een bericht om "
                "het samen uit te zoeken. U kunt gewoon verder werken."
            ),
        )
    else:
        messages.success(request, _("De persoon is toegevoegd."))


@require_http_methods(["GET", "POST"])
@transaction.atomic
def persoon(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known of one person; a newer save of somebody else is shown beside it."""
    rij = get_object_or_404(Persoon, pk=pk, gezin__in=queries.gezinnen_for(request.user))
    form = PersoonForm(
        request.POST or None, instance=Persoon.objects.get(pk=pk), initial={"versie": rij.versie}
    )
    ander = None
    if request.method == "POST" and form.is_valid():
        velden = {naam: form.cleaned_data[naam] for naam in PersoonForm.Meta.fields}
        try:
            actions.change_persoon(
                persoon=rij,
                versie=form.cleaned_data["versie"] or 0,
                bsn=form.cleaned_data["bsn"] or None,
                **velden,
            )
        except StaleSave as fout:
            form.add_error(None, str(fout))
            ander = _compare(rij, form)
        else:
            trace(request, rij.gezin, "persoon wijzigen")
            messages.success(request, _("De wijziging is bewaard."))
            return redirect("gezin", rij.gezin_id)
    trace(request, rij.gezin, "persoon bekijken")
    return _persoon(request, rij.gezin, form, nieuw=False, persoon=rij, ander=ander)


def _compare(rij: Persoon, form: PersoonForm) -> list[tuple[Any, Any, Any]]:
    """Label, what was saved by another, and what this user filled in, where they differ."""
    return [
        (form.fields[naam].label, getattr(rij, naam), form.cleaned_data[naam])
        for naam in PersoonForm.Meta.fields
        if getattr(rij, naam) != form.cleaned_data[naam]
    ]


def _persoon(request: HttpRequest, gezin: Gezin, form: PersoonForm, **extra: Any) -> HttpResponse:
    status = 409 if extra.get("ander") else 422 if form.errors else 200
    return render(
        request, "casussen/persoon.html", {"gezin": gezin, "form": form, **extra}, status=status
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def maatregel_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a measure of the judge for one child, carried out by the user's own GI."""
    kind = get_object_or_404(
        Persoon, pk=pk, rol=Persoon.Rol.KIND, gezin__in=queries.gezinnen_for(request.user)
    )
    ik = medewerker_of(request.user, op=localdate())
    collegas = people_with("jeugdbeschermer", [ik.organisatie], op=localdate())
    form = MaatregelForm(request.POST or None, collegas=collegas)
    if request.method == "POST" and form.is_valid():
        actions.start_maatregel(persoon=kind, gi=ik.organisatie, **form.cleaned_data)
        trace(request, kind.gezin, "maatregel toevoegen")
        messages.success(request, _("De maatregel is toegevoegd."))
        return redirect("gezin", kind.gezin_id)
    return render(
        request,
        "casussen/maatregel.html",
        {"kind": kind, "gezin": kind.gezin, "form": form},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def vaste_mensen(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is the fixed jeugdbeschermer of a measure, and whom the family knows at the lokaal team."""
    rij = get_object_or_404(Maatregel, pk=pk, persoon__gezin__in=queries.gezinnen_for(request.user))
    vandaag, gezin = localdate(), rij.persoon.gezin
    contact = rij.contactpersonen.filter(tot=None).first()
    teams = Organisatie.objects.filter(soort=Soort.LOKAAL_TEAM, gemeente=gezin.gemeente)
    form = VasteMensenForm(
        request.POST or None,
        collegas=people_with("jeugdbeschermer", [rij.gi], op=vandaag),
        lokaal_team=people_with("lokaal_team", teams, op=vandaag),
        initial={
            "jeugdbeschermer": rij.jeugdbeschermer,
            "contactpersoon": contact and contact.medewerker,
        },
    )
    if request.method == "POST" and form.is_valid():
        _save_vaste_mensen(rij, contact, form.cleaned_data, on=vandaag)
        trace(request, gezin, "vaste mensen vastleggen")
        messages.success(request, _("De vaste mensen zijn bewaard."))
        return redirect("gezin", gezin.pk)
    return render(
        request,
        "casussen/vaste_mensen.html",
        {"maatregel": rij, "gezin": gezin, "form": form},
        status=422 if form.errors else 200,
    )


def _save_vaste_mensen(
    rij: Maatregel, contact: Contactpersoon | None, velden: dict[str, Any], *, on: date
) -> None:
    """Write only what changed, so that the history of both says something."""
    nieuw = velden["jeugdbeschermer"]
    if nieuw and nieuw != rij.jeugdbeschermer:
        actions.give_jeugdbeschermer(maatregel=rij, medewerker=nieuw, on=on)
    bij_team = velden["contactpersoon"]
    if bij_team and bij_team != (contact and contact.medewerker):
        actions.set_contactpersoon(maatregel=rij, medewerker=bij_team, on=on, reden=velden["reden"])


@require_POST
@transaction.atomic
def betrokkenheid(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what GI and lokaal team agreed on the part of the lokaal team (R11)."""
    maatregel = get_object_or_404(
        Maatregel, pk=pk, persoon__gezin__in=queries.gezinnen_for(request.user)
    )
    tekst = request.POST.get("betrokkenheid", "").strip()
    if tekst:
        actions.agree_betrokkenheid(maatregel=maatregel, tekst=tekst, on=localdate())
        trace(request, maatregel.persoon.gezin, "betrokkenheid lokaal team vastleggen")
        messages.success(request, _("De afspraak is bewaard."))
    else:
        messages.warning(request, _("Schrijf op wat u met het lokale team heeft afgesproken."))
    return redirect("gezin", maatregel.persoon.gezin_id)
