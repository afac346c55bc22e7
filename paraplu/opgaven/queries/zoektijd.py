"""RA1: search time as the survey of a year found it."""

from __future__ import annotations

from datetime import date

from paraplu.monitor.verbergen import KLEIN
from paraplu.web.wand.verzoek import beyond_wall

from ..antwoorden import Gemeld, Zoektijd, ZoektijdGi
from ..enquete import (
    KLEINSTE,
    NODIG,
    Gegeven,
    Uitslag,
    make_uitslag,
)
from ..models import Antwoord, Enqueteronde
from ..pad import NULMETING, NULMETING_JAAR, NULMETING_RESPONDENTEN
from .versies import list_gis


def zoektijd(jaar: int, *, bekend_op: date) -> Zoektijd:
    """RA1 of a year (R173). The figure is there from the day after the round closed, and then stays.

    Without a survey the year of the baseline gives the baseline; between the two the series breaks.
    """
    with beyond_wall():
        ronde = Enqueteronde.objects.filter(jaar=jaar, tot__lt=bekend_op).first()
        antwoorden = read_antwoorden(ronde) if ronde else []
        gis = list_gis(jaar)
    if not antwoorden and jaar == NULMETING_JAAR:
        return _nulmeting(bekend_op)
    uitslag = make_uitslag(antwoorden)
    return make_zoektijd(jaar, uitslag, _gemeld(ronde, uitslag, gis, bekend_op))


def read_antwoorden(ronde: Enqueteronde) -> list[Gegeven]:
    """The answers of a round, in no order that says anything."""
    velden = ("link__gi", "functie", "procent", "werkdruk", "plezier")
    return [
        Gegeven(*rij) for rij in Antwoord.objects.filter(link__ronde=ronde).values_list(*velden)
    ]


def _gemeld(
    ronde: Enqueteronde | None, uitslag: Uitslag, gis: dict[str, str], bekend_op: date
) -> Gemeld:
    wel = tuple(uitslag.per_gi)
    return Gemeld(
        bekend_op=bekend_op,
        wel=wel,
        niet=tuple(sorted(set(gis) - set(wel))),
        versie=1 if ronde and wel else None,
        ingediend_op=ronde.tot if ronde and wel else None,
    )


def make_zoektijd(jaar: int, uitslag: Uitslag, gemeld: Gemeld) -> Zoektijd:
    """The answer of one year from what its survey came to."""
    alles = uitslag.alles
    klein = alles is not None and alles.aantal < KLEINSTE
    toon = None if klein else alles
    return Zoektijd(
        jaar=jaar,
        waarde=KLEIN if klein else toon and toon.waarde,
        onder=toon and toon.onder,
        boven=toon and toon.boven,
        respondenten=alles.aantal if alles else 0,
        nodig=NODIG,
        bron="enquete" if alles else "",
        breuk=alles is not None,
        per_gi=tuple(
            ZoektijdGi(gi=gi, respondenten=deel.respondenten, waarde=deel.waarde)
            for gi, deel in uitslag.per_gi.items()
        ),
        functies={naam: deel.waarde for naam, deel in uitslag.per_functie.items()},
        werkdruk=uitslag.werkdruk,
        plezier=uitslag.plezier,
        gemeld=gemeld,
    )


def _nulmeting(bekend_op: date) -> Zoektijd:
    """The baseline: only a mean and a number are known of it."""
    return Zoektijd(
        jaar=NULMETING_JAAR,
        waarde=NULMETING,
        onder=None,
        boven=None,
        respondenten=NULMETING_RESPONDENTEN,
        nodig=NODIG,
        bron="nulmeting",
        breuk=False,
        per_gi=(),
        functies={},
        werkdruk=None,
        plezier=None,
        gemeld=Gemeld(bekend_op=bekend_op),
    )
