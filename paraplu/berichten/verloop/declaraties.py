"""All declarations together: each line taken back or sent again by another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from paraplu.berichten.verloop.bewaking import bewaak
from paraplu.berichten.verloop.declaratie import (
    NA,
    Declaratie,
    Declaratieregel,
    Regelstand,
    Stand,
    geleverd,
    is_kopie,
    oordeel,
    regelstand,
)
from paraplu.berichten.verloop.gebeurtenissen import (
    DeclaratieBeantwoord,
    Gedeclareerd,
    Kop,
    Prestatie,
)
from paraplu.berichten.verloop.zinnen import Afwijking, Nee

#: Gemeente and provider: within these a reference and a number are unique (TR314, TR333).
Partijen = tuple[str, str]


@dataclass
class _Regel:
    """A line while the declarations are gone through."""

    prestatie: Prestatie
    kop: Kop
    stand: Regelstand
    beantwoord_op: date | None

    def stand_op(self, dag: date) -> Regelstand:
        """Its state as an answer had told it by that day; being credited stays."""
        is_later = self.beantwoord_op is not None and self.beantwoord_op > dag
        return "ingediend" if is_later and self.stand != "gecrediteerd" else self.stand


@dataclass
class _Post:
    """A declaration while it is gone through."""

    declaratie: Gedeclareerd
    antwoord: DeclaratieBeantwoord | None
    stand: Stand
    regels: list[_Regel] = field(default_factory=list)
    regelbreuken: list[str] = field(default_factory=list)


def volg_declaraties(
    gedeclareerd: Iterable[Gedeclareerd], beantwoord: Iterable[DeclaratieBeantwoord]
) -> tuple[tuple[Declaratie, ...], tuple[Afwijking, ...]]:
    """Every declaration in the order of its date, and answers to declarations that are not there.

    Of more answers on one declaration the first counts. A declaration that was refused on its form
    counts as not sent (OP286).
    """
    antwoorden: dict[tuple[str, str, str, date], DeclaratieBeantwoord] = {}
    for antwoord in sorted(beantwoord, key=lambda antwoord: antwoord.kop):
        sleutel = (antwoord.kop.gemeente, antwoord.kop.aanbieder, *antwoord.declaratie)
        antwoorden.setdefault(sleutel, antwoord)
    posten = []
    for een in sorted(gedeclareerd, key=_volgorde):
        kop = een.kop
        sleutel = (kop.gemeente, kop.aanbieder, kop.identificatie, kop.dagtekening)
        posten.append(_post(een, antwoorden.pop(sleutel, None)))
    _loop([post for post in posten if post.stand != "technisch afgekeurd"])
    los = sorted(antwoord.kop for antwoord in antwoorden.values())
    return tuple(map(_maak, posten)), tuple(Afwijking(regel="TR337", kop=kop) for kop in los)


def _volgorde(een: Gedeclareerd) -> tuple[date, date, Kop]:
    return een.kop.dagtekening, een.periode_begin, een.kop


def _post(een: Gedeclareerd, antwoord: DeclaratieBeantwoord | None) -> _Post:
    stand = oordeel(antwoord, een)
    dag = antwoord.kop.dagtekening if antwoord else None
    regels = [
        _Regel(prestatie, een.kop, regelstand(prestatie, stand, antwoord), dag)
        for prestatie in een.prestaties
    ]
    return _Post(een, antwoord, stand, regels)


def _loop(posten: Sequence[_Post]) -> None:
    """Go through the declarations in order; in each the credits go first (OP366)."""
    bekend: dict[tuple[Partijen, str], _Regel] = {}
    eerder: dict[tuple[Partijen, object], list[_Regel]] = defaultdict(list)
    nummers: set[tuple[Partijen, str]] = set()
    laatste: dict[Partijen, date] = {}
    for post in posten:
        een = post.declaratie
        wie = (een.kop.gemeente, een.kop.aanbieder)
        post.regelbreuken += ["TR333"] if (wie, een.nummer) in nummers else []
        nummers.add((wie, een.nummer))
        if post.stand != "afgewezen":
            post.regelbreuken += ["IV090"] if een.periode_begin < laatste.get(wie, date.min) else []
            laatste[wie] = max(een.periode_begin, laatste.get(wie, date.min))
        for regel in post.regels:
            dubbel = bekend.setdefault((wie, regel.prestatie.referentie), regel)
            post.regelbreuken += ["TR314"] if dubbel is not regel else []
        levend = [regel for regel in post.regels if regel.stand != "afgewezen"]
        for regel in (regel for regel in levend if regel.prestatie.is_credit):
            post.regelbreuken += _crediteer(regel, bekend.get((wie, regel.prestatie.vorige)))
        for regel in (regel for regel in levend if not regel.prestatie.is_credit):
            vorige = eerder[wie, geleverd(regel.prestatie)]
            post.regelbreuken += _opnieuw(regel, vorige)
            vorige.append(regel)


def _crediteer(credit: _Regel, debet: _Regel | None) -> Iterator[str]:
    """Take a line back; the rules that forbid or mar it."""
    if debet is None or debet.prestatie.is_credit:
        yield "TR323"
        return
    if debet.kop == credit.kop:
        yield "TR316"
        return
    nieuw = NA[debet.stand_op(credit.kop.dagtekening)]["credit"]
    if isinstance(nieuw, Nee):
        yield nieuw.regel
        return
    debet.stand = nieuw
    if not is_kopie(credit.prestatie, debet.prestatie):
        yield "IV091"


def _opnieuw(regel: _Regel, eerder: Iterable[_Regel]) -> Iterator[str]:
    """The rule that forbids to declare the same again (within one message TR416 sees to it)."""
    for vorige in eerder:
        nieuw = NA[vorige.stand_op(regel.kop.dagtekening)]["opnieuw"]
        if vorige.kop != regel.kop and isinstance(nieuw, Nee):
            yield nieuw.regel
            return


def _maak(post: _Post) -> Declaratie:
    een, antwoord = post.declaratie, post.antwoord
    beantwoord_op = antwoord.kop.dagtekening if antwoord else None
    return Declaratie(
        kop=een.kop,
        nummer=een.nummer,
        periode_begin=een.periode_begin,
        stand=post.stand,
        regels=tuple(Declaratieregel(prestatie=r.prestatie, stand=r.stand) for r in post.regels),
        ingediend=sum(_met_teken(prestatie) for prestatie in een.prestaties),
        toegekend=antwoord.toegekend if antwoord else None,
        beantwoord_op=beantwoord_op,
        afwijkingen=tuple(Afwijking(regel=regel, kop=een.kop) for regel in post.regelbreuken),
        bewakingen=bewaak(
            "OP090x4",
            vanaf=een.kop.dagtekening,
            waarop=f"antwoord op declaratie {een.nummer}",
            gemeente=een.kop.gemeente,
            aanbieder=een.kop.aanbieder,
            gedaan_op=beantwoord_op,
        ),
    )


def _met_teken(prestatie: Prestatie) -> int:
    bedrag = prestatie.bedrag or 0
    return -bedrag if prestatie.is_credit else bedrag


def toegekende_toewijzingen(declaraties: Iterable[Declaratie]) -> frozenset[tuple[str, int]]:
    """Gemeente and number of allocations with a granted line that was not taken back (TR385)."""
    return frozenset(
        (declaratie.kop.gemeente, regel.prestatie.nummer)
        for declaratie in declaraties
        for regel in declaratie.regels
        if regel.stand == "toegekend"
        and not regel.prestatie.is_credit
        and regel.prestatie.nummer is not None
    )
