"""Whether one provision fits one need: a sentence per point, never a number (R90, R119)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.afspraken import gebieden
from paraplu.afspraken.tussentaal import categorieen
from paraplu.web.templatetags.kader import dag

from ..models import Aard, Schaal, Sector, VoorWie, Vrij
from .queries import Aanbod

#: The points in the order in which they are told, and how each is called in "niet op …".
EISEN = {
    "gebied": gettext_lazy("de plaats"),
    "leeftijd": gettext_lazy("de leeftijd"),
    "sector": gettext_lazy("de sector"),
    "zorgvorm": gettext_lazy("de zorgvorm"),
    "aard": gettext_lazy("met of zonder beschikking"),
    "voor_wie": gettext_lazy("voor wie het is"),
    "op_tijd": gettext_lazy("de dag waarop het nodig is"),
    "woorden": gettext_lazy("uw woorden"),
}
#: What is as it is: nobody can ask for less of it.
FEITEN = frozenset({"gebied", "leeftijd"})


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What a child needs, without saying which child. What is empty or None is not asked.

    `leeftijd` in whole years; `nodig_op` the day help must begin; `spoed`: today; `steun`: support
    for the family is looked for as well (R284).
    """

    gemeente: str = ""
    leeftijd: int | None = None
    sector: str = ""
    tussentaal: int | None = None
    aard: str = ""
    voor_wie: str = ""
    nodig_op: date | None = None
    spoed: bool = False
    steun: bool = False
    woorden: str = ""

    @property
    def regio(self) -> str:
        """The region of the gemeente; empty when no gemeente was given."""
        plaats = gebieden.gemeente(self.gemeente)
        return plaats.regio if plaats else ""

    @property
    def plaatsnaam(self) -> str:
        plaats = gebieden.gemeente(self.gemeente)
        return plaats.naam if plaats else ""

    def needed_on(self, on: date) -> date | None:
        """The day by which there must be room."""
        return on if self.spoed else self.nodig_op


@dataclass(frozen=True)
class Toets:
    """One point: `past` is None when nobody knows."""

    eis: str
    past: bool | None
    zin: str


def judge(aanbod: Aanbod, vraag: Vraag, *, on: date) -> tuple[Toets, ...]:
    """Every point that was asked, in the order of EISEN."""
    return tuple(_judge(aanbod, vraag, on))


def _judge(aanbod: Aanbod, vraag: Vraag, on: date) -> Iterator[Toets]:
    voorziening = aanbod.voorziening
    if vraag.gemeente:
        yield _judge_gebied(aanbod, vraag)
    if vraag.leeftijd is not None:
        yield _judge_leeftijd(aanbod, vraag.leeftijd)
    if vraag.sector:
        past = vraag.sector in voorziening.sectoren
        sectoren = ", ".join(str(Sector(sector).label) for sector in voorziening.sectoren)
        yield Toets("sector", past, _("Sector: %(sectoren)s.") % {"sectoren": sectoren or "–"})
    if vraag.tussentaal is not None:
        yield Toets(
            "zorgvorm",
            voorziening.tussentaal == vraag.tussentaal,
            _("Zorgvorm: %(naam)s.") % {"naam": name_zorgvorm(voorziening.tussentaal)},
        )
    if vraag.aard:
        yield Toets("aard", voorziening.aard == vraag.aard, f"{Aard(voorziening.aard).label}.")
    if vraag.voor_wie:
        past = voorziening.voor_wie in {vraag.voor_wie, VoorWie.GEZIN}
        zin = _("Bedoeld voor: %(wie)s.") % {
            "wie": str(VoorWie(voorziening.voor_wie).label).lower()
        }
        yield Toets("voor_wie", past, zin)
    if (nodig := vraag.needed_on(on)) is not None:
        yield _judge_tijd(aanbod, nodig, on)
    if vraag.woorden.strip():
        yield _judge_woorden(aanbod, vraag.woorden)


def works_in(aanbod: Aanbod, vraag: Vraag) -> bool:
    """Whether it can be used in the gemeente that was asked for."""
    gebied = aanbod.voorziening.werkgebied
    return not gebied or not vraag.gemeente or bool({vraag.gemeente, vraag.regio} & set(gebied))


def name_gebied(code: str) -> str:
    """The name of a region or gemeente."""
    plaats = gebieden.regio(code) or gebieden.gemeente(code)
    return plaats.naam if plaats else code


def name_zorgvorm(tussentaal: int | None) -> str:
    """The name of a group of the tussentaal."""
    return _("geen groep") if tussentaal is None else categorieen()[tussentaal]


def _judge_gebied(aanbod: Aanbod, vraag: Vraag) -> Toets:
    gebied = aanbod.voorziening.werkgebied
    if not gebied:
        return Toets("gebied", True, _("Werkt overal in Gelderland."))
    woorden = {
        "plaats": vraag.plaatsnaam,
        "gebied": ", ".join(sorted(name_gebied(code) for code in gebied)),
    }
    if works_in(aanbod, vraag):
        return Toets("gebied", True, _("Werkt in %(plaats)s.") % woorden)
    return Toets("gebied", False, _("Werkt niet in %(plaats)s, wel in: %(gebied)s.") % woorden)


def _judge_leeftijd(aanbod: Aanbod, leeftijd: int) -> Toets:
    vanaf, tot = aanbod.voorziening.leeftijd_vanaf, aanbod.voorziening.leeftijd_tot
    past = vanaf <= leeftijd <= tot
    zin = _("Voor kinderen van %(vanaf)s tot en met %(tot)s jaar.") % {"vanaf": vanaf, "tot": tot}
    return Toets("leeftijd", past, zin)


def _judge_tijd(aanbod: Aanbod, nodig: date, on: date) -> Toets:
    """An old statement is no promise any more: it can say no, but not yes."""
    vanaf, stand = aanbod.stand.beschikbaar_vanaf, aanbod.stand
    woorden = {"nodig": _("vandaag") if nodig == on else dag(nodig), "vanaf": dag(vanaf)}
    if stand.opgave is None:
        return Toets("op_tijd", None, _("Niet bekend of er op tijd plek is."))
    if stand.opgave.vrij == Vrij.GEEN_INSTROOM:
        return Toets("op_tijd", None if stand.is_oud else False, _("Er kan nu niemand bij."))
    if vanaf is not None and vanaf > nodig:
        zin = _("Plek vanaf ongeveer %(vanaf)s; nodig op %(nodig)s.") % woorden
        return Toets("op_tijd", False, zin)
    if stand.is_oud:
        return Toets("op_tijd", None, _("Volgens een verouderde opgave is er op tijd plek."))
    return Toets("op_tijd", True, _("Op tijd: plek vanaf %(vanaf)s.") % woorden)


def _judge_woorden(aanbod: Aanbod, woorden: str) -> Toets:
    voorziening = aanbod.voorziening
    tekst = _plain(f"{voorziening.naam} {voorziening.omschrijving} {voorziening.aanbieder.naam}")
    weg = [woord for woord in woorden.split() if _plain(woord) not in tekst]
    if not weg:
        return Toets("woorden", True, _("Uw woorden staan in de omschrijving."))
    zin = _("In de omschrijving staat niet: %(woorden)s.") % {"woorden": ", ".join(weg)}
    return Toets("woorden", False, zin)


def _plain(tekst: str) -> str:
    """Without capitals and accents."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))


def list_keerzijden(aanbod: Aanbod, vraag: Vraag) -> list[str]:
    """The trade-offs: what one should know of it beside the points that were asked."""
    keerzijden = []
    voorziening = aanbod.voorziening
    if voorziening.aard == Aard.INDIVIDUEEL and vraag.gemeente:
        if aanbod.ingekocht is False:
            keerzijden.append(
                _("Hier niet ingekocht: het kan alleen met toestemming van de functionaris.")
            )
        elif aanbod.ingekocht is None:
            keerzijden.append(_("Niet bekend of dit hier is ingekocht."))
        if not aanbod.ingekocht and aanbod.elders:
            namen = ", ".join(name_gebied(code) for code in aanbod.elders)
            keerzijden.append(_("Wel ingekocht in: %(namen)s.") % {"namen": namen})
    if voorziening.schaal in {Schaal.BOVENREGIONAAL, Schaal.LANDELIJK}:
        schaal = str(Schaal(voorziening.schaal).label)
        keerzijden.append(
            _("%(schaal)s aanbod: het kan verder van huis zijn.") % {"schaal": schaal}
        )
    if aanbod.stand.is_oud:
        keerzijden.append(aanbod.stand.zin_ouderdom)
    if vraag.spoed and aanbod.stand.opgave is None:
        keerzijden.append(_("Bel eerst: van deze voorziening is niet bekend of er plek is."))
    return keerzijden
