"""Definitions on screen: which version counts, whether it was adopted, and what a new one changes."""

from __future__ import annotations

import difflib
import itertools
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.monitor.definities import Definitieversie, versie_van, versies_van

from . import queries
from .models import Vaststelling

#: The heads in the text of a definition, see `monitor.definities.tekst`, and what begins a point.
KOPPEN = ("Wat telt", "Wat afvalt", "Maten", "Lezingen", "Bron", "Afspraak", "Let op")
PUNT = "- "
GELIJK, WEG, NIEUW = "gelijk", "weg", "nieuw"


@dataclass(frozen=True)
class Stuk:
    """A piece of a line; `soort`: gelijk, weg or nieuw."""

    soort: str
    tekst: str


@dataclass(frozen=True)
class Regelpaar:
    """A line of the old text beside that of the new; `anders` where they differ."""

    oud: tuple[Stuk, ...]
    nieuw: tuple[Stuk, ...]
    anders: bool


def compare(oud: str, nieuw: str) -> list[Regelpaar]:
    """Two texts side by side, line by line, with the words that differ marked."""
    links, rechts = oud.splitlines(), nieuw.splitlines()
    paren = []
    for soort, a, b, c, d in difflib.SequenceMatcher(
        None, links, rechts, autojunk=False
    ).get_opcodes():
        for een, ander in itertools.zip_longest(links[a:b], rechts[c:d], fillvalue=""):
            paren.append(_paar(een, ander, anders=soort != "equal"))
    return paren


def _paar(oud: str, nieuw: str, *, anders: bool) -> Regelpaar:
    if not anders:
        return Regelpaar((Stuk(GELIJK, oud),), (Stuk(GELIJK, nieuw),), anders=False)
    woorden = [oud.split(" "), nieuw.split(" ")]
    links: list[Stuk] = []
    rechts: list[Stuk] = []
    for soort, a, b, c, d in difflib.SequenceMatcher(None, *woorden, autojunk=False).get_opcodes():
        eerst, dan = " ".join(woorden[0][a:b]), " ".join(woorden[1][c:d])
        gelijk = soort == "equal"
        links += [Stuk(GELIJK if gelijk else WEG, eerst)] if eerst else []
        rechts += [Stuk(GELIJK if gelijk else NIEUW, dan)] if dan else []
    return Regelpaar(tuple(links), tuple(rechts), anders=True)


def name_versie(code: str) -> str:
    """How a figure names its definition: the version, and when it was adopted."""
    versie = versie_van(code)
    return say_versie(versie.versie, queries.vaststelling_van(code, versie.versie))


def say_versie(versie: int, vaststelling: Vaststelling | None) -> str:
    """
    >>> say_versie(2, None)
    'definitie versie 2, nog niet vastgesteld'
    """
    if vaststelling is None:
        return _("definitie versie %(versie)s, nog niet vastgesteld") % {"versie": versie}
    return _("definitie versie %(versie)s, vastgesteld op %(dag)s") % {
        "versie": versie,
        "dag": _dag(vaststelling.vastgesteld_op),
    }


def _dag(dag: date) -> str:
    return date_format(dag, "j F Y")


def list_gevolgen(oud: Definitieversie, nieuw: Definitieversie) -> list[str]:
    """Which figures a new version changes: measures that came, went or are read otherwise."""
    voor, na = _maten(oud.tekst), _maten(nieuw.tekst)
    zinnen = [
        *(_("Vervalt: %(maat)s.") % {"maat": naam} for naam in voor if naam not in na),
        *(_("Nieuw: %(maat)s.") % {"maat": naam} for naam in na if naam not in voor),
        *(
            _("Anders gelezen: %(maat)s: %(hoe)s.") % {"maat": naam, "hoe": na[naam]}
            for naam in na
            if naam in voor and voor[naam] != na[naam]
        ),
    ]
    if oud.vingerafdruk != nieuw.vingerafdruk:
        zinnen.append(
            _("De berekening is een andere: alle cijfers van %(code)s kunnen anders uitvallen.")
            % {"code": nieuw.code}
        )
    return zinnen


def _maten(tekst: str) -> dict[str, str]:
    """The measures in a text of a definition, with how they are read."""
    regels = tekst.split("\nMaten\n", 1)[-1].split("\n\n", 1)[0].splitlines()
    delen = (regel.removeprefix("- ").partition(": ") for regel in regels)
    return {naam: hoe for naam, _punt, hoe in delen}


@dataclass(frozen=True)
class Blok:
    """A part of the text of a definition: its head, and its lines or its points."""

    kop: str
    alineas: tuple[str, ...]
    punten: tuple[str, ...]


def list_blokken(tekst: str) -> list[Blok]:
    r"""The text as a page shows it; its first line is the name, which stands above it already.

    >>> list_blokken("V1 Aantal\n\nWat telt\nAlles.\n\nMaten\n- aantal\n- kinderen")[1].punten
    ('aantal', 'kinderen')
    """
    delen: list[tuple[str, list[str]]] = []
    for regel in filter(None, tekst.splitlines()[1:]):
        if regel in KOPPEN:
            delen.append((regel, []))
        elif delen:
            delen[-1][1].append(regel)
    return [
        Blok(
            kop,
            tuple(regel for regel in regels if not regel.startswith(PUNT)),
            tuple(regel.removeprefix(PUNT) for regel in regels if regel.startswith(PUNT)),
        )
        for kop, regels in delen
    ]


@dataclass(frozen=True)
class Ingang:
    """A definition in the list: the version that counts, and whether it was adopted."""

    code: str
    naam: str
    versie: Definitieversie
    vaststelling: Vaststelling | None


def list_ingangen(namen: dict[str, str]) -> list[Ingang]:
    """Every definition by its code; `namen`: code and name, in the order to show."""
    vastgesteld = queries.vaststellingen()
    return [
        Ingang(code, naam, versies[-1], vastgesteld.get((code, versies[-1].versie)))
        for code, naam in namen.items()
        for versies in [versies_van(code)]
    ]
