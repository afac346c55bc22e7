"""Search by what a child needs: groups with reasons and trade-offs, never a score (R90, R119, R284)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paraplu.web.templatetags.kader import dag

from ..models import Aard, Organisatie, Schaal, VoorWie, Vrij
from . import queries, wachten
from .oordeel import EISEN, FEITEN, Toets, Vraag, judge, list_keerzijden, works_in
from .queries import Aanbod
from .wachten import Wachttijd

__all__ = ["Groep", "Resultaat", "Ruimer", "Uitslag", "Vraag", "find_aanbod"]

SNEL = timedelta(weeks=2)
#: Points a provision may miss and still be shown; what misses more is only counted.
HOOGSTENS_MIS = 2
_SCHALEN = list(Schaal)


@dataclass(frozen=True, kw_only=True)
class Resultaat:
    """One provision with what speaks for and against it."""

    aanbod: Aanbod
    vraag: Vraag
    toetsen: tuple[Toets, ...]
    werkelijk: Wachttijd | None

    @property
    def keerzijden(self) -> list[str]:
        """What to know of it beside what was asked; only told of what is shown."""
        return list_keerzijden(self.aanbod, self.vraag)

    @property
    def mis(self) -> tuple[str, ...]:
        """The points it does not meet."""
        return tuple(toets.eis for toets in self.toetsen if toets.past is False)

    @property
    def onbekend(self) -> tuple[str, ...]:
        """The points of which nobody knows."""
        return tuple(toets.eis for toets in self.toetsen if toets.past is None)

    @property
    def past(self) -> list[Toets]:
        return [toets for toets in self.toetsen if toets.past]

    @property
    def past_niet(self) -> list[Toets]:
        return [toets for toets in self.toetsen if toets.past is not True]


@dataclass(frozen=True, kw_only=True)
class Groep:
    """Results that miss the same points; `mis` empty and `onbekend` False: they fit on all."""

    kop: str
    mis: tuple[str, ...]
    onbekend: bool
    resultaten: list[Resultaat]

    @property
    def is_passend(self) -> bool:
        """Whether these fit on every point."""
        return not self.mis and not self.onbekend


@dataclass(frozen=True, kw_only=True)
class Ruimer:
    """What asking less would give: the point to leave out, how many fit then, and that in words."""

    eis: str
    aantal: int
    zin: str


@dataclass(frozen=True, kw_only=True)
class Uitslag:
    """The answer to a question. `verder` is how many provisions miss more points than are shown."""

    vraag: Vraag
    zin: str
    groepen: list[Groep]
    ruimer: list[Ruimer]
    algemeen: list[Resultaat]
    steun: list[Resultaat]
    netwerken: list[Organisatie]
    verder: int

    @property
    def passend(self) -> list[Resultaat]:
        """What fits on every point."""
        return next((g.resultaten for g in self.groepen if g.is_passend), [])


def find_aanbod(vraag: Vraag, *, on: date) -> Uitslag:
    """What is on offer on a day for this need, in at most a handful of queries."""
    resultaten = _judge_all(vraag, on=on)
    algemeen, steun = _list_algemeen(resultaten, vraag), _list_steun(resultaten, vraag)
    apart = {id(resultaat) for resultaat in (*algemeen, *steun)}
    rest = [resultaat for resultaat in resultaten if id(resultaat) not in apart]
    groepen = _group(rest)
    passend = next((g.resultaten for g in groepen if g.is_passend), [])
    return Uitslag(
        vraag=vraag,
        zin=_tell(passend, vraag, on),
        groepen=groepen,
        ruimer=[] if passend else _list_ruimer(resultaten),
        algemeen=algemeen,
        steun=steun,
        netwerken=list(queries.netwerken(regio=vraag.regio, on=on)),
        verder=sum(len(r.mis) > HOOGSTENS_MIS for r in rest),
    )


def _judge_all(vraag: Vraag, *, on: date) -> list[Resultaat]:
    aanbod = queries.make_aanbod(
        list(queries.voorzieningen(on=on)), on=on, regio=vraag.regio, gemeente=vraag.gemeente
    )
    werkelijk = wachten.released(on=on)
    resultaten = [
        Resultaat(
            aanbod=stuk,
            vraag=vraag,
            toetsen=judge(stuk, vraag, on=on),
            werkelijk=werkelijk.get(
                (stuk.voorziening.aanbieder_id, stuk.voorziening.tussentaal or 0)
            ),
        )
        for stuk in aanbod
    ]
    return sorted(resultaten, key=_volgorde)


def _volgorde(resultaat: Resultaat) -> tuple[object, ...]:
    """Bought here first, then room first, then nearest, then by name: the page says so too."""
    aanbod, voorziening = resultaat.aanbod, resultaat.aanbod.voorziening
    inkoop = 0 if aanbod.ingekocht or voorziening.aard == Aard.ALGEMEEN else 1
    if aanbod.ingekocht is False:
        inkoop = 2
    vanaf = aanbod.stand.beschikbaar_vanaf
    return (
        inkoop,
        aanbod.stand.is_oud or vanaf is None,
        max(vanaf, aanbod.stand.on) if vanaf else date.max,
        _SCHALEN.index(Schaal(voorziening.schaal)),
        voorziening.naam,
        voorziening.pk,
    )


def _group(resultaten: Iterable[Resultaat]) -> list[Groep]:
    """Fits on all; fits as far as known; misses one point (per point); misses two."""
    per: dict[tuple[int, tuple[str, ...], bool], list[Resultaat]] = {}
    for resultaat in resultaten:
        if len(resultaat.mis) <= HOOGSTENS_MIS:
            samen = resultaat.mis if len(resultaat.mis) < HOOGSTENS_MIS else ("",) * HOOGSTENS_MIS
            onbekend = not resultaat.mis and bool(resultaat.onbekend)
            per.setdefault((len(samen), samen, onbekend), []).append(resultaat)
    rang = {eis: nummer for nummer, eis in enumerate(EISEN)}
    volgorde = sorted(per, key=lambda s: (s[0], s[2], [rang.get(eis, -1) for eis in s[1]]))
    return [
        Groep(
            kop=_name_groep(mis, onbekend=onbekend, eerste=per[aantal, mis, onbekend][0]),
            mis=mis,
            onbekend=onbekend,
            resultaten=per[aantal, mis, onbekend],
        )
        for aantal, mis, onbekend in volgorde
    ]


def _name_groep(mis: tuple[str, ...], *, onbekend: bool, eerste: Resultaat) -> str:
    if len(mis) >= HOOGSTENS_MIS:
        return _("Past op twee punten niet")
    if mis:
        return _("Past, maar niet op %(eis)s") % {"eis": EISEN[mis[0]]}
    if onbekend:
        return _("Past misschien: niet bekend is %(eis)s") % {"eis": EISEN[eerste.onbekend[0]]}
    return _("Past op alles")


def _tell(passend: list[Resultaat], vraag: Vraag, on: date) -> str:
    """The answer in words: how many fit, how many have room soon, how many were bought here."""
    zinnen = [
        ngettext("%(n)s voorziening past.", "%(n)s voorzieningen passen.", len(passend))
        % {"n": len(passend)}
        if passend
        else _("Er is geen voorziening die op alles past.")
    ]
    snel = sum(_is_soon(resultaat.aanbod, on) for resultaat in passend)
    if passend:
        zinnen.append(
            ngettext(
                "%(n)s heeft binnen twee weken plek.", "%(n)s hebben binnen twee weken plek.", snel
            )
            % {"n": snel}
            if snel
            else _("Van geen enkele is bekend dat er binnen twee weken plek is.")
        )
    individueel = [r for r in passend if r.aanbod.voorziening.aard == Aard.INDIVIDUEEL]
    if individueel and vraag.regio:
        hier = sum(r.aanbod.ingekocht is True for r in individueel)
        zinnen.append(
            ngettext(
                "%(n)s is ingekocht voor %(plaats)s.", "%(n)s zijn ingekocht voor %(plaats)s.", hier
            )
            % {"n": hier or _("Geen"), "plaats": vraag.plaatsnaam}
        )
    return " ".join(zinnen)


def _is_soon(aanbod: Aanbod, on: date) -> bool:
    """A fresh statement of room within two weeks."""
    vanaf = aanbod.stand.beschikbaar_vanaf
    return vanaf is not None and not aanbod.stand.is_oud and vanaf <= on + SNEL


def _list_ruimer(resultaten: list[Resultaat]) -> list[Ruimer]:
    """Per point that can be asked less strictly: how many provisions miss nothing but that."""
    gevonden = []
    for eis, naam in EISEN.items():
        erbij = [r for r in resultaten if r.mis == (eis,) and not set(r.onbekend) - {eis}]
        if eis in FEITEN or not erbij:
            continue
        zin = ngettext(
            "Zonder te letten op %(eis)s past er %(n)s.",
            "Zonder te letten op %(eis)s passen er %(n)s.",
            len(erbij),
        ) % {"eis": naam, "n": len(erbij)}
        gevonden.append(
            Ruimer(eis=eis, aantal=len(erbij), zin=" ".join([zin, *_add_dag(eis, erbij)]))
        )
    return gevonden


def _add_dag(eis: str, erbij: list[Resultaat]) -> list[str]:
    """When the first of them has room, if waiting longer is what one can do."""
    dagen = [vanaf for r in erbij if (vanaf := r.aanbod.stand.beschikbaar_vanaf)]
    if eis != "op_tijd" or not dagen:
        return []
    return [_("De eerste heeft plek vanaf ongeveer %(dag)s.") % {"dag": dag(min(dagen))}]


def _list_algemeen(resultaten: list[Resultaat], vraag: Vraag) -> list[Resultaat]:
    """General provisions near the child that the question itself did not ask for (R118, R284)."""
    if vraag.aard == Aard.ALGEMEEN:
        return []
    return [
        r for r in resultaten if r.aanbod.voorziening.aard == Aard.ALGEMEEN and _is_extra(r, vraag)
    ]


def _list_steun(resultaten: list[Resultaat], vraag: Vraag) -> list[Resultaat]:
    """Support for parents or family, when asked for as a second need (R284)."""
    if not vraag.steun:
        return []
    return [
        r
        for r in resultaten
        if r.aanbod.voorziening.voor_wie != VoorWie.KIND
        and r.aanbod.voorziening.aard == Aard.INDIVIDUEEL
        and _is_extra(r, vraag)
    ]


def _is_extra(resultaat: Resultaat, vraag: Vraag) -> bool:
    """Usable here and for this age, with a door that is open, and not among what fits already."""
    opgave = resultaat.aanbod.stand.opgave
    dicht = opgave is not None and opgave.vrij == Vrij.GEEN_INSTROOM
    leeftijd = any(t.eis == "leeftijd" and t.past is False for t in resultaat.toetsen)
    eerder = not resultaat.mis and not resultaat.onbekend
    return works_in(resultaat.aanbod, vraag) and not (leeftijd or dicht or eerder)
