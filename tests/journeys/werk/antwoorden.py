"""What people in the stories fill in, by the question as it stands on the page."""

from __future__ import annotations

from datetime import date, timedelta

from tests.journeys.werk.mensen import AANBIEDER
from tests.journeys.werk.verhaal import Antwoord

GESPREK = {
    "Wie sprak u?": "Lotte de Vries, consulent",
    "Welke hulp is het meest gewenst?": "Hulp thuis bij de opvoeding.",
    "Hoe lang en hoeveel?": "Een half jaar, vier uur per week.",
    "Zij kennen de laatste ontwikkelingen in het gezin, of zijn bijgepraat": True,
    "Zij kennen het ingekochte aanbod en de wegen in de regio": True,
    "Zij weten wat er nu vrij is": True,
}


def bepaling(op: date, *, aanbieder: str = AANBIEDER, begin: int = 0) -> dict[str, Antwoord]:
    """A bepaling of ambulatory help of half a year, that begins `begin` days after `op`."""
    return {
        "Welke zorgvorm past?": "Ambulante zorg",
        "Omschrijf de hulp": "Twee keer per week hulp thuis bij de opvoeding.",
        "De hulp begint op": _dag(op, begin),
        "De hulp duurt tot en met": _dag(op, begin + 180),
        "Hoeveel?": "4",
        "Van wat?": "Uur",
        "Per welke periode?": "Per week",
        "Eerste evaluatie": _dag(op, begin + 90),
        "Waarom is deze hulp nodig?": "Het kind en een ouder vragen hierom.",
        "Wanneer sprak u kind en gezin hierover?": _dag(op, -2),
        "Wanneer besprak u dit met een gedragswetenschapper?": _dag(op, -1),
        "Bij welke aanbieder?": aanbieder,
        "Ik heb bekeken welke hulp de regio heeft ingekocht en wat vrij is": True,
        "Deze hulp past bij de inkoopafspraken van de regio": True,
    }


def formulier(op: date) -> dict[str, Antwoord]:
    """The one form, without names in part 1."""
    return {
        "Voor wie is dit formulier?": "Een aanbieder",
        "Wie verwijst?": "Gecertificeerde instelling",
        "Welke soort hulp?": ["Jeugd- en opvoedhulp"],
        "Wat is de vraag?": "Hoe leert het kind weer naar school gaan?",
        "Waar werken we naartoe?": "Het kind woont thuis en gaat naar school.",
        "Wanneer moet de hulp beginnen?": _dag(op, 0),
        "In welk kader?": ["Ondertoezichtstelling"],
        "Waar woont het kind nu?": "Thuis",
        "Hoe ziet het gezin eruit?": "Een ouder met een kind.",
        "Wat gaat goed?": "De band met een oma.",
        "Wat stagneert, en waarom?": "Het kind gaat niet naar school.",
        "Hoe veilig is het?": "Er is geen acuut gevaar.",
        "Welke hulp was er al?": "Gesprekken op school, dat hielp even.",
        "Wat vindt het kind zelf?": "Ik wil rust.",
        "Wat vinden de ouders?": "Wij willen hulp.",
        "Wat vinden mensen om het gezin heen?": "Een oma past op.",
        "Welk aanbod bekeek u met het lokale team, en wat was vrij?": "Twee aanbieders hebben plek.",
        "Hoe is bepaald welke gemeente verantwoordelijk is?": "Waar degene met gezag woont",
    }


def _dag(op: date, dagen: int) -> str:
    return (op + timedelta(days=dagen)).isoformat()
