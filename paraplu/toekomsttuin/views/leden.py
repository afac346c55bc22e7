"""Who works in the garden: employer, post, hours, mandate and knowledge."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from .. import queries
from ..actions import gereedheid as gereed_acts
from ..actions import leden as acts
from ..actions import omgeving
from ..forms.tuinen import KennisVorm
from ..forms.velden import make_vorm
from ..lezen.gereed import kennis_of, missing_kennis, missing_soorten
from ..models import Begrotingsregel, Bestuurslid, Expertise, Lid, Lidkennis, Mandaat
from ..onderwerpen import KENNIS
from .toegang import done, need, read_tuin, trace_tuin, try_save


@require_GET
@transaction.atomic
def tuin_leden(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody in the garden, and what they know of the seven subjects."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    trace_tuin(request, tuin, "leden van de tuin bekijken")
    leden = list(queries.leden_on(tuin, op=vandaag))
    kennis = kennis_of(leden)
    niveaus = dict(Lidkennis.Niveau.choices)
    return render(
        request,
        "toekomsttuin/leden.html",
        {
            "tuin": tuin,
            "leden": [
                (lid, [niveaus.get(kennis[lid.pk].get(sleutel, ""), "") for sleutel in KENNIS])
                for lid in leden
            ],
            "eerder": tuin.leden.exclude(pk__in=[lid.pk for lid in leden]).select_related(
                "medewerker__organisatie"
            ),
            "onderwerpen": KENNIS.values(),
            "ontbreekt": missing_soorten(leden),
            "mist_kennis": missing_kennis(leden),
            "mag_beheren": queries.may_manage(request.user, tuin, op=vandaag),
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tuin_lid(request: HttpRequest, pk: int) -> HttpResponse:
    """One member: change, give a mandate, note knowledge. Oneself for knowledge; who arranges all."""
    vandaag = localdate()
    lid = get_object_or_404(queries.leden_for(request.user), pk=pk)
    beheert = queries.may_manage(request.user, lid.tuin, op=vandaag)
    zelf = lid.medewerker.gebruiker_id == request.user.pk
    wat = request.POST.get("wat", "")
    vormen = _forms(request, lid, wat)
    if request.method == "POST":
        need(beheert or (zelf and wat == "kennis"))
        if wat not in vormen:
            raise Http404
        form = vormen[wat]
        if form.is_valid() and try_save(form, lambda: _save(lid, wat, form.cleaned_data)):
            trace_tuin(request, lid.tuin, f"lid van de tuin: {wat}")
            return done(request, reverse("tuin_lid", args=[pk]))
    trace_tuin(request, lid.tuin, "lid van de tuin bekijken")
    return render(
        request,
        "toekomsttuin/lid.html",
        {
            "lid": lid,
            "tuin": lid.tuin,
            "mandaten": lid.mandaten.all(),
            "beheert": beheert,
            "mag_kennis": beheert or zelf,
            "vormen": vormen,
        },
        status=422 if any(vorm.errors for vorm in vormen.values()) else 200,
    )


def _forms(request: HttpRequest, lid: Lid, wat: str) -> dict[str, Any]:
    """The forms of the page; the one that was sent holds what was typed."""
    vandaag = localdate()
    nu = kennis_of([lid])[lid.pk]

    def data(naam: str) -> Any:
        return request.POST if wat == naam else None

    return {
        "wijzigen": make_vorm(Lid, "post", "uren", "bereikbaar")(
            data("wijzigen"),
            on=vandaag,
            initial={"post": lid.post, "uren": lid.uren, "bereikbaar": lid.bereikbaar},
            prefix="lid",
        ),
        "mandaat": make_vorm(Mandaat, "waarvoor", "gegeven_door", "vanaf", "tot")(
            data("mandaat"), on=vandaag, prefix="mandaat"
        ),
        "kennis": KennisVorm(data("kennis"), initial=nu, prefix="kennis"),
    }


def _save(lid: Lid, wat: str, velden: dict[str, Any]) -> None:
    if wat == "wijzigen":
        acts.change_lid(lid=lid, **velden)
    elif wat == "mandaat":
        acts.give_mandaat(lid=lid, **velden)
    else:
        nu = kennis_of([lid])[lid.pk]
        for onderwerp, niveau in velden.items():
            if niveau and niveau != nu.get(onderwerp):
                acts.note_kennis(lid=lid, onderwerp=onderwerp, niveau=niveau, on=localdate())


@require_POST
@transaction.atomic
def tuin_eindig(request: HttpRequest, pk: int, soort: str, regel: int) -> HttpResponse:
    """Today is the last day of a member, a seat, or a line of the directory or the budget."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    need(queries.may_manage(request.user, tuin, op=vandaag))
    einden: dict[str, tuple[Any, Any, str]] = {
        "lid": (tuin.leden, lambda rij: acts.end_lid(lid=rij, tot=vandaag), "tuin_leden"),
        "groepslid": (
            Bestuurslid.objects.filter(groep__in=queries.groepen_over(tuin)),
            lambda rij: acts.end_bestuurslid(lid=rij, tot=vandaag),
            "tuin_bestuur",
        ),
        "expertise": (
            Expertise.objects.filter(tuin=tuin),
            lambda rij: omgeving.end_expertise(regel=rij, tot=vandaag),
            "tuin_leren",
        ),
        "begroting": (
            Begrotingsregel.objects.filter(tuin=tuin),
            lambda rij: gereed_acts.drop_begrotingsregel(regel=rij, on=vandaag),
            "tuin_begroting",
        ),
    }
    if soort not in einden:
        raise Http404
    rijen, doe, terug = einden[soort]
    doe(get_object_or_404(rijen.all(), pk=regel, **_open(soort)))
    trace_tuin(request, tuin, f"tuin: {soort} beëindigen")
    return done(request, reverse(terug, args=[pk]), bericht=_("Beëindigd."))


def _open(soort: str) -> dict[str, None]:
    """What is still to be ended; who asks twice gets a 404."""
    return {"vervallen_op": None} if soort == "begroting" else {"tot": None}
