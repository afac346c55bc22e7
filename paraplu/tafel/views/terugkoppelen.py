"""What people thought of the talk: given by who was there, read by the chair of that table (R82, R85)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.casussen import queries as werk
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.panelen import Paneel
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import run
from paraplu.netwerk.queries import medewerker_of
from paraplu.web.actions import write_spoor
from paraplu.web.papier.pdf import maak_pdf
from paraplu.web.papier.stuk import Alinea, Kop, Stuk, Velden

from .. import queries
from ..actions import terugkoppelen
from ..forms.terugkoppelen import VRAGEN, PapierForm, TerugkoppelForm
from ..models import Tafel, Terugkoppeling, Zitting

DOEL = "leren van de gesprekken aan tafel"
#: How many paper forms of one talk have a code.
FORMULIEREN = 20


def _trace(request: HttpRequest, handeling: str, voorwerp: str) -> None:
    write_spoor(gebruiker=request.user, handeling=handeling, voorwerp=voorwerp, doel=DOEL)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_terugblik(request: HttpRequest) -> HttpResponse:
    """All feedback of the own tables, the paper forms, and who wants to look back."""
    vandaag = localdate()
    tafels = queries.tafels_for(request.user, op=vandaag)
    alle = Terugkoppeling.objects.filter(tafel__in=tafels).select_related("zitting", "gesprek")
    form = PapierForm(request.POST or None)
    _trace(request, "terugkoppeling bekijken", "tafel")
    ingevuld = request.method == "POST" and form.is_valid()
    if ingevuld and run(form, lambda velden: _type_over(tafels, velden)) is None:
        messages.success(request, _("Het formulier telt mee."))
        return redirect("tafel_terugblik")
    return render(
        request,
        "tafel/terugblik.html",
        {
            "tafels": tafels,
            "rijen": alle.order_by("-op", "-id")[:100],
            "telling": [
                (Terugkoppeling.Van(van).label, aantal)
                for van, aantal in sorted(Counter(alle.values_list("van", flat=True)).items())
            ],
            "vragen": [(vraag, _count(alle, veld)) for veld, vraag in VRAGEN.items()],
            "form": form,
        },
        status=422 if form.errors else 200,
    )


def _count(alle: Any, veld: str) -> list[tuple[str, int]]:
    antwoorden = Counter(alle.exclude(**{veld: None}).values_list(veld, flat=True))
    return [(str(naam), antwoorden[waarde]) for waarde, naam in Terugkoppeling.Oordeel.choices]


def _type_over(tafels: Any, velden: dict[str, Any]) -> None:
    """A paper form counts for the talk in its code, at one of the own tables."""
    nummer = int(velden["code"][1:].split("-")[0])
    volg = int(velden["code"].split("-")[1])
    zitting = Zitting.objects.filter(pk=nummer, tafel__in=tafels, status="gehouden").first()
    if zitting is None or not 1 <= volg <= FORMULIEREN:
        raise CasusFout(_("Deze code hoort niet bij een gesprek van uw tafel."))
    terugkoppelen.give_terugkoppeling(
        tafel=zitting.tafel,
        zitting=zitting,
        weg=Terugkoppeling.Weg.PAPIER,
        on=localdate(),
        **velden,
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_terugkoppeling(request: HttpRequest, pk: int) -> HttpResponse:
    """Who works with the family and was at the talk says what it was like."""
    vandaag = localdate()
    ik = medewerker_of(request.user, op=vandaag)
    zitting = get_object_or_404(
        queries.zittingen_for(request.user, op=vandaag),
        pk=pk,
        status=Zitting.Status.GEHOUDEN,
        genodigden__medewerker=ik,
        genodigden__aanwezig=True,
    )
    return _give(
        request,
        tafel=zitting.tafel,
        van=Terugkoppeling.Van.PROFESSIONAL,
        zitting=zitting,
        terug=zitting.casus.get_absolute_url(),
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_terugkoppeling_leiding(request: HttpRequest, pk: int) -> HttpResponse:
    """A manager of a GI, Veilig Thuis or the Raad tells of working with a table as a whole."""
    tafel = get_object_or_404(Tafel.objects.select_related("organisatie"), pk=pk)
    ik = medewerker_of(request.user, op=localdate())
    van = terugkoppelen.LEIDING.get(ik.organisatie.soort) if ik else None
    if van is None:
        raise Http404
    return _give(request, tafel=tafel, van=van, zitting=None, terug="mijn_werk")


def _give(
    request: HttpRequest, *, tafel: Tafel, van: str, zitting: Zitting | None, terug: str
) -> HttpResponse:
    stuurt = request.method == "POST"
    form = TerugkoppelForm(request.POST if stuurt else None)
    _trace(request, "terugkoppeling geven" if stuurt else "terugkoppeling openen", str(van))
    if stuurt and form.is_valid():
        terugkoppelen.give_terugkoppeling(
            tafel=tafel,
            zitting=zitting,
            van=van,
            weg=Terugkoppeling.Weg.PARAPLU,
            on=localdate(),
            **form.cleaned_data,
        )
        messages.success(request, _("Dank u wel. De voorzitter leest dit zonder uw naam."))
        return redirect(terug)
    return render(
        request,
        "tafel/terugkoppeling.html",
        {"form": form, "tafel": tafel, "zitting": zitting},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_terugkijken(request: HttpRequest, pk: int) -> HttpResponse:
    """The chair invites to look back, and writes down what was learned (R85)."""
    vandaag = localdate()
    rij = get_object_or_404(
        Terugkoppeling.objects.select_related("zitting"),
        pk=pk,
        tafel__in=queries.tafels_for(request.user, op=vandaag),
        zitting__isnull=False,
    )
    gesprek = getattr(rij, "gesprek", None)
    _trace(request, "samen terugkijken vastleggen", f"Z{rij.zitting_id}")
    if request.method == "POST":
        try:
            if gesprek is None:
                terugkoppelen.invite_to_look_back(
                    zitting=rij.zitting, terugkoppeling=rij, by=who(request), on=vandaag
                )
                messages.success(request, _("Vastgelegd: u nodigde uit om samen terug te kijken."))
            elif geleerd := request.POST.get("geleerd", "").strip()[:4000]:
                terugkoppelen.hold_terugkijkgesprek(gesprek=gesprek, geleerd=geleerd, on=vandaag)
                messages.success(request, _("Vastgelegd wat u leerde."))
            else:
                messages.warning(request, _("Schrijf op wat u leerde."))
        except CasusFout as fout:
            messages.warning(request, str(fout))
        return redirect("tafel_terugkijken", rij.pk)
    return render(request, "tafel/terugkijken.html", {"rij": rij, "gesprek": gesprek})


@require_GET
@transaction.atomic
def tafel_formulier(request: HttpRequest, pk: int, nummer: int) -> HttpResponse:
    """A paper form with its code, to give along after the talk."""
    zitting = get_object_or_404(
        Zitting.objects.filter(tafel__in=queries.tafels_for(request.user, op=localdate())), pk=pk
    )
    if not 1 <= nummer <= FORMULIEREN:
        raise Http404
    code = terugkoppelen.code_of(zitting, nummer)
    _trace(request, "formulier afdrukken", code)
    antwoorden = "    ".join(f"[ ] {naam}" for _w, naam in Terugkoppeling.Oordeel.choices)
    stuk = Stuk(
        titel=_("Wat vond u van het gesprek?"),
        datum=localdate(),
        kenmerk=code,
        blokken=(
            Alinea(
                _(
                    "Wij willen leren van gesprekken aan tafel. Schrijf geen naam op. "
                    "De code telt alleen de formulieren. Geef het formulier aan de voorzitter, "
                    "of stuur het op."
                )
            ),
            *(
                blok
                for vraag in VRAGEN.values()
                for blok in (Kop(1, str(vraag)), Alinea(antwoorden))
            ),
            Kop(1, _("Wat ging goed?")),
            Alinea("." * 60),
            Kop(1, _("Wat kan beter?")),
            Alinea("." * 60),
            Velden(((_("Wilt u samen terugkijken?"), f"[ ] {_('Ja')}    [ ] {_('Nee')}"),)),
        ),
    )
    antwoord = HttpResponse(maak_pdf(stuk), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="terugblik-{code}.pdf"'
    return antwoord


def show_paneel(request: HttpRequest, casus: Any) -> dict[str, Any] | None:
    """For who was at a talk of this case: say what it was like."""
    vandaag = localdate()
    if casus.route_sleutel != queries.ROUTE:
        return None
    ik = medewerker_of(request.user, op=vandaag)
    zitting = casus.zittingen.filter(
        status=Zitting.Status.GEHOUDEN, genodigden__medewerker=ik, genodigden__aanwezig=True
    ).last()
    if ik is None or zitting is None:
        return None
    leidt = "voorzitter" in werk.rollen_in(request.user, casus, op=vandaag)
    return {"zitting": zitting, "leidt": leidt}


PANEEL = Paneel(template="tafel/terugblik_paneel.html", context=show_paneel)
