"""What waits for a person, for the digest, the instant mail and the agenda: numbers, never names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import in_force, people_with
from paraplu.termijnen import kalender
from paraplu.web.agenda.feed import Agendapunt
from paraplu.web.models import Gebruiker

from .models import CasusStap
from .panelen import Wachtend, list_wachtend
from .queries import noodtoegangen_to_review, overdrachten_for
from .werklijst import list_regels, own_stappen


def list_digest(gebruiker: Gebruiker, on: date) -> list[str]:
    """The lines of the digest: what is late or due this week, and what waits for an answer."""
    regels = list_regels(own_stappen(gebruiker, op=on), op=on)
    dringend = [r for r in regels if r.groep in {"te_laat", "vandaag", "week"}]
    lijn = [
        f"{r.stap.casus.nummer}: {r.stap.afspraak.naam}, {r.tijd} "
        f"({date_format(r.stap.uiterste_datum, 'j F')})"
        for r in dringend
    ]
    lijn += [_line_of(regel) for regel in list_wachtend(gebruiker, on)]
    vragen = overdrachten_for(gebruiker, op=on).count()
    if vragen:
        lijn.append(
            ngettext(
                "%(aantal)d casus om over te nemen", "%(aantal)d casussen om over te nemen", vragen
            )
            % {"aantal": vragen}
        )
    nood = noodtoegangen_to_review(gebruiker, op=on).filter(beoordeeld=None).count()
    if nood:
        lijn.append(
            ngettext(
                "%(aantal)d noodtoegang om na te zien",
                "%(aantal)d keer noodtoegang om na te zien",
                nood,
            )
            % {"aantal": nood}
        )
    return lijn


def _line_of(regel: Wachtend) -> str:
    tekst = f"{regel.casus}: {regel.tekst}" if regel.casus else regel.tekst
    return f"{tekst} ({date_format(regel.dag, 'j F')})" if regel.dag else tekst


def list_agendapunten(gebruiker: Gebruiker, *, on: date) -> Iterator[Agendapunt]:
    """The last days of the own open steps, as whole days."""
    for regel in list_regels(own_stappen(gebruiker, op=on), op=on):
        if regel.stap.uiterste_datum:
            yield Agendapunt(
                uid=f"stap-{regel.stap.pk}",
                dag=regel.stap.uiterste_datum,
                titel=f"{regel.stap.casus.nummer}: {regel.stap.afspraak.naam}",
                omschrijving=_("Laatste dag van deze stap."),
                adres=reverse("stap", args=[regel.stap.pk]),
            )


def lapsing_tomorrow(*, on: date) -> Iterator[CasusStap]:
    """Open steps whose last day is the next working day, or a day before it."""
    morgen = on + timedelta(days=1)
    dagen = kalender()
    while not dagen.is_werkdag(morgen):
        morgen += timedelta(days=1)
    yield from CasusStap.objects.filter(
        afgerond_op=None, uiterste_datum__gt=on, uiterste_datum__lte=morgen
    ).select_related("casus__houder__gebruiker", "behandelaar__gebruiker", "organisatie")


def people_to_warn(stap: CasusStap, *, on: date) -> list[Medewerker]:
    """Who does the step and their deputies; when nobody took it, everybody who could."""
    if stap.behandelaar is None:
        return list(people_with(stap.rol, [stap.organisatie], op=on))
    weg = stap.behandelaar.afwezigheden.filter(in_force(on), vervanger__isnull=False)
    vervangers = Medewerker.objects.filter(in_force(on), vervangingen__in=weg)
    return [stap.behandelaar, *vervangers]
