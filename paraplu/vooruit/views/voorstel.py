"""One proposal beside the rule that holds, through the eyes of who looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from paraplu.casussen.queries import stappen_for
from paraplu.inzage.gezicht import Gezicht, read_gezicht
from paraplu.monitor.geduld import mag_duren
from paraplu.monitor.periode import Periode
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from ..actions import DOEL
from ..forms import BesluitForm
from ..lezen.definitie import compare, list_perioden, mag_rekenen, open_voor
from ..lezen.norm import compare_normen
from ..lezen.termijn import count_late
from ..lezen.tussentaal import compare_groepen, list_verhuisd
from ..lezen.voorstel import describe, find_normen, list_geraakt, make_wijziging
from ..models import Soort, Voorstel
from ..queries import own_voorstellen
from ..rekenen import ask_rekenen

KWARTAAL = "kwartaal"


def show_voorstel(
    request: HttpRequest,
    voorstel: Voorstel,
    *,
    besluit_form: BesluitForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a proposal; figures of the own area where no other is asked for."""
    read = LEZERS[Soort(voorstel.soort)]
    gevonden = read(request, voorstel)
    mag_besluiten = (
        not voorstel.besluit and voorstel.gedeeld_op and mag(request.user, "voorstel_besluit")
    )
    if mag_besluiten and besluit_form is None:
        besluit_form = BesluitForm(initial={"besloten_op": localdate()})
    return render(
        request,
        "vooruit/voorstel.html",
        {
            **gevonden,
            "voorstel": voorstel,
            "zin": describe(voorstel),
            "mag_delen": voorstel.gedeeld_op is None
            and mag(request.user, "voorstel_delen")
            and own_voorstellen(request.user).filter(pk=voorstel.pk).exists(),
            "form": besluit_form if mag_besluiten else None,
        },
        status=status,
    )


def read_termijn(request: HttpRequest, voorstel: Voorstel) -> dict[str, Any]:
    """Steps of cases that this user may see, on the day of today."""
    vandaag = localdate()
    telling = count_late(
        stappen_for(request.user, op=vandaag), voorstel.onderwerp, voorstel.waarde, op=vandaag
    )
    write_spoor(
        gebruiker=request.user,
        handeling="termijnen tellen onder een voorstel",
        voorwerp=str(voorstel),
        doel=DOEL,
    )
    return {"deel": "vooruit/_termijn.html", "telling": telling, "vandaag": vandaag}


def read_norm(request: HttpRequest, voorstel: Voorstel) -> dict[str, Any]:
    """The years beside both norms."""
    gezicht = read_eigen_gezicht(request)
    nu, nieuw = find_normen(voorstel)
    jaren = compare_normen(
        gezicht.cijfers, nu, nieuw, gebied=gezicht.keuze.gebied, bereik=gezicht.bereik
    )
    return gezicht.context(
        "voorstel",
        voorstel.pk,
        deel="vooruit/_norm.html",
        norm=nu,
        jaren_van_norm=jaren,
        verloop=jaren,
    )


def read_definitie(request: HttpRequest, voorstel: Voorstel) -> dict[str, Any]:
    """Past figures side by side; of a tussentaal what moves too."""
    gezicht = read_eigen_gezicht(request)
    cijfers, gebied = gezicht.cijfers, gezicht.keuze.gebied
    codes = [code for code in list_geraakt(voorstel) if code in cijfers.indicatoren]
    code = request.GET.get("code", "")
    code = code if code in codes else codes[0]
    mag_het = mag_rekenen(cijfers, gebied, voorstel)
    context = gezicht.context(
        "voorstel",
        voorstel.pk,
        deel="vooruit/_definitie.html",
        codes=[(c, cijfers.indicatoren[c].naam) for c in codes],
        code=code,
        per_kwartaal=request.GET.get("stap") == KWARTAAL,
        mag_rekenen=mag_het,
    )
    if mag_het and is_nog_te_rekenen(voorstel, gezicht):
        lukt = ask_rekenen(
            voorstel,
            by=request.user,
            bekend_op=gezicht.keuze.bekend_op,
            dataversie=cijfers.monitor.dataversie(),
        )
        return {**context, "wacht": lukt, "mislukt": not lukt}
    if gezicht.leeg:
        return context
    perioden = list_perioden(gezicht.bereik, per_kwartaal=context["per_kwartaal"])
    context["vergelijking"] = context["verloop"] = compare(
        cijfers, voorstel, code, gebied=gebied, perioden=perioden
    )
    if mag_het and voorstel.soort == Soort.TUSSENTAAL:
        jaar = Periode.jaar(gezicht.keuze.periode.begin.year)
        context["verhuisd"] = list_verhuisd(cijfers, voorstel, gebied)
        context["groepen_van_jaar"] = compare_groepen(
            cijfers, voorstel, gebied=gebied, periode=jaar
        )
        context["jaar_van_groepen"] = jaar.naam
    return context


def is_nog_te_rekenen(voorstel: Voorstel, gezicht: Gezicht) -> bool:
    """Whether the tables under the proposal are still to be made, and that takes long."""
    monitor = gezicht.cijfers.monitor
    if gezicht.leeg or not make_wijziging(voorstel).raakt_tabellen:
        return False
    return not (
        open_voor(monitor, voorstel).is_klaar() or mag_duren(monitor.opslag.aantal_regels())
    )


def read_eigen_gezicht(request: HttpRequest) -> Gezicht:
    """The figures and the view; without an area in the address that of the reader's own."""
    gezicht = read_gezicht(request)
    if "gebied" in request.GET or gezicht.eigen is None:
        return gezicht
    return replace(gezicht, keuze=replace(gezicht.keuze, gebied=gezicht.eigen))


LEZERS: dict[Soort, Callable[[HttpRequest, Voorstel], dict[str, Any]]] = {
    Soort.DEFINITIE: read_definitie,
    Soort.TUSSENTAAL: read_definitie,
    Soort.NORM: read_norm,
    Soort.TERMIJN: read_termijn,
}
