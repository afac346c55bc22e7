"""What is to be expected of a value, and of the budget room of each provider."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gezicht import read_gezicht
from paraplu.inzage.keuze import name_periode
from paraplu.inzage.kijker import kijk_van
from paraplu.inzage.klaar import NogNietKlaar

from ..lezen.prognose import WAARDEN, make_blad
from ..lezen.ruimte import make_ruimteblad, same_day


@require_GET
def prognose(request: HttpRequest, code: str) -> HttpResponse:
    """Inflow, stock or cost: measured, expected, and how far the method was off before."""
    if code not in WAARDEN:
        raise Http404
    gezicht = read_gezicht(request)
    if gezicht.leeg:
        return render(request, "dashboard/leeg.html", gezicht.context("overzicht"))
    cijfers, keuze = gezicht.cijfers, gezicht.keuze
    blad = make_blad(
        cijfers,
        code,
        gebied=keuze.gebied,
        bereik=gezicht.bereik,
        tot=keuze.periode.einde,
        bijgewerkt=cijfers.monitor.laatst_bijgewerkt(),
    )
    return render(
        request,
        "vooruit/prognose.html",
        gezicht.context(
            "prognose",
            code,
            blad=blad,
            verloop=blad,
            code=code,
            hoe=WAARDEN[code],
            laatste=name_periode(blad.gemeten[-1][0]) if blad.gemeten else "",
            codes=[
                (anders, cijfers.indicatoren[anders].naam, keuze.adres("prognose", anders))
                for anders in WAARDEN
            ],
        ),
    )


@require_GET
def prognose_ruimte(request: HttpRequest) -> HttpResponse:
    """The budget room of every provider at the end of the chosen year."""
    gezicht = read_gezicht(request)
    if gezicht.leeg:
        return render(request, "dashboard/leeg.html", gezicht.context("overzicht"))
    cijfers, jaar = gezicht.cijfers, gezicht.keuze.periode.begin.year
    dag = gezicht.keuze.bekend_op or localdate()

    def toen(eerder: int) -> Cijfers:
        """As known on the same day of an earlier year. Raises NogNietKlaar."""
        die_dag = same_day(dag, eerder)
        gevonden = Cijfers(die_dag, kijk=kijk_van(request.user, op=die_dag))
        if not gevonden.monitor.is_klaar():
            raise NogNietKlaar(die_dag)
        return gevonden

    # Of a year that is over nothing is still to come: what is known now says it all.
    loopt_nog = dag.year == jaar
    blad = make_ruimteblad(
        cijfers, jaar=jaar, bereik=gezicht.bereik, toen=toen if loopt_nog else None
    )
    return render(
        request,
        "vooruit/ruimte.html",
        gezicht.context("prognose_ruimte", blad=blad, loopt_nog=loopt_nog, dag=dag),
    )
