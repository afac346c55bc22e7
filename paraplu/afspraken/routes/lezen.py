"""Make a route of its data, with every set of options; what is wrong is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import chain, combinations
from typing import Any, Final

from paraplu.afspraken.routes.model import (
    GEBEURTENISSEN,
    HOUDERROLLEN,
    OPENING,
    ROLLEN,
    VOORWAARDEN,
    Doorlooptijd,
    Optie,
    Route,
    Stap,
    Uitkomst,
)
from paraplu.afspraken.routes.toets import check_route
from paraplu.afspraken.routes.velden import Velden
from paraplu.termijnen import Duur, kalenders
from paraplu.termijnen.kalender import STANDAARD

#: The numbers of the steps as the agenda prints them.
NUMMERS: Final = ("1", "2", "3", "4", "5", "5A", "5B", "6")
#: What an option may not lay over: it says what the option itself is.
OVER_OPTIE: Final = ("naam", "uitleg", "vereisten")


def lees_route(sleutel: str, versie: date, gegevens: Mapping[str, Any], bestand: str) -> Route:
    """The route in `gegevens`; FouteRoute, naming `bestand`, when something in it is wrong."""
    opties = Velden(bestand, "", gegevens).tabellen("optie")
    varianten: dict[frozenset[str], Route] = {}
    for keuze in _sets(opties):
        tabel = {naam: waarde for naam, waarde in gegevens.items() if naam != "optie"}
        for optie in sorted(keuze):
            over = {n: waarde for n, waarde in opties[optie].items() if n not in OVER_OPTIE}
            tabel = _leg_over(tabel, over)
        waar = f"{bestand} (optie {', '.join(sorted(keuze))})" if keuze else bestand
        velden = Velden(waar, "", tabel)
        varianten[keuze] = _lees(
            velden,
            sleutel=sleutel,
            versie=versie,
            opties=opties,
            gekozen=keuze,
            varianten=varianten,
        )
        check_route(varianten[keuze], waar)
    return varianten[frozenset()]


def _sets(opties: Mapping[str, Any]) -> list[frozenset[str]]:
    """Every set of options, the empty one first."""
    aantallen = range(len(opties) + 1)
    return [frozenset(s) for s in chain(*(combinations(sorted(opties), n) for n in aantallen))]


def _leg_over(onder: Mapping[str, Any], boven: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of `onder` with the fields of `boven` in their place."""
    samen = dict(onder)
    for naam, waarde in boven.items():
        was = samen.get(naam)
        if isinstance(was, dict) and isinstance(waarde, dict):
            samen[naam] = _leg_over(was, waarde)
        else:
            samen[naam] = waarde
    return samen


def _lees(
    velden: Velden,
    *,
    sleutel: str,
    versie: date,
    opties: Mapping[str, Any],
    gekozen: frozenset[str],
    varianten: dict[frozenset[str], Route],
) -> Route:
    einden = {naam: str(tekst) for naam, tekst in velden.tabellen("eind").items()}
    tabellen = velden.tabellen("stap")
    stappen = tuple(tabellen)
    route = Route(
        sleutel=sleutel,
        naam=velden.tekst("naam"),
        versie=versie,
        begint_met=velden.lijst("begint_met", stappen),
        houder=velden.keuze("houder", HOUDERROLLEN, "jeugdbeschermer"),
        betrokken=velden.lijst("betrokken", ROLLEN),
        fasen=_fasen(velden),
        stappen={
            s: _stap(velden.onder(f"stap.{s}", t), s, stappen, einden) for s, t in tabellen.items()
        },
        doorlooptijden=tuple(
            _doorlooptijd(velden.onder(f"doorlooptijd.{nummer}", tabel), stappen)
            for nummer, tabel in enumerate(velden.reeks("doorlooptijd"), start=1)
        ),
        uitleg=velden.tekst("uitleg"),
        overal=_uitkomsten(velden, "overal", stappen, einden),
        einden=einden,
        opties={s: _optie(velden.onder(f"optie.{s}", t), s) for s, t in opties.items()},
        gekozen=gekozen,
        aanvullingen=velden.lijst("aanvullingen"),
        varianten=varianten,
    )
    velden.klaar()
    return route


def _fasen(velden: Velden) -> dict[int, str]:
    """The names of the phases; FouteRoute for a phase that no step can stand in."""
    tabel = velden.tabellen("fase")
    for nummer in tabel:
        if nummer not in NUMMERS:
            raise velden.onbekend("fase", nummer, NUMMERS)
    return {int(nummer): str(naam) for nummer, naam in sorted(tabel.items())}


def _stap(velden: Velden, sleutel: str, stappen: tuple[str, ...], einden: dict[str, str]) -> Stap:
    termijn = velden.duur("termijn")
    stap = Stap(
        sleutel=sleutel,
        nummer=velden.keuze("nummer", NUMMERS),
        naam=velden.tekst("naam"),
        rol=velden.keuze("rol", ROLLEN),
        mede=velden.lijst("mede", ROLLEN),
        aan=velden.lijst("aan", ROLLEN),
        termijn=termijn,
        waarschuwing=_korter(velden, termijn),
        loopt_vanaf=velden.keuze("loopt_vanaf", GEBEURTENISSEN, OPENING),
        kalender=velden.keuze("kalender", kalenders(), STANDAARD),
        wacht_op=velden.lijst("wacht_op", stappen),
        vereisten=velden.vereisten(),
        lezing=velden.lezing(),
        uitleg=velden.tekst("uitleg"),
        bij_verlopen=_bij_verlopen(velden, termijn),
        gevolg=velden.tekst("gevolg", None if termijn else ""),
        uitkomsten=_uitkomsten(velden, "uitkomst", stappen, einden),
    )
    velden.klaar()
    return stap


def _korter(velden: Velden, termijn: Duur | None) -> Duur | None:
    """The warning, which must come before the end of the term."""
    waarschuwing = velden.duur("waarschuwing")
    if waarschuwing is None:
        return None
    zelfde = termijn is not None and termijn.eenheid == waarschuwing.eenheid
    if termijn is None or (zelfde and waarschuwing.aantal >= termijn.aantal):
        raise velden.fout(
            "waarschuwing",
            f"na {waarschuwing} waarschuwen is niet eerder dan de termijn.",
            "Kies een kortere tijd of haal dit veld weg.",
        )
    return waarschuwing


def _bij_verlopen(velden: Velden, termijn: Duur | None) -> str:
    """The role that is told; a term has one, and only a term."""
    rol = velden.keuze("bij_verlopen", ROLLEN, "")
    if termijn and not rol:
        raise velden.fout(
            "bij_verlopen", "deze termijn heeft geen gevolg.", "Noem wie bericht krijgt."
        )
    if rol and not termijn:
        raise velden.fout("bij_verlopen", "er is geen termijn.", "Zet een termijn of haal dit weg.")
    return rol


def _uitkomsten(
    velden: Velden, naam: str, stappen: tuple[str, ...], einden: dict[str, str]
) -> dict[str, Uitkomst]:
    return {
        sleutel: _uitkomst(velden.onder(f"{naam}.{sleutel}", tabel), sleutel, stappen, einden)
        for sleutel, tabel in velden.tabellen(naam).items()
    }


def _uitkomst(
    velden: Velden, sleutel: str, stappen: tuple[str, ...], einden: dict[str, str]
) -> Uitkomst:
    uitkomst = Uitkomst(
        sleutel=sleutel,
        naam=velden.tekst("naam"),
        volgende=velden.lijst("volgende", stappen),
        eind=velden.keuze("eind", einden, ""),
        vraagt=velden.keuze("vraagt", VOORWAARDEN, ""),
        loopt_vanaf=velden.keuze("loopt_vanaf", GEBEURTENISSEN, ""),
        rollen=velden.lijst("rollen", ROLLEN),
        toelichting=velden.waar("toelichting"),
    )
    velden.klaar()
    if bool(uitkomst.volgende) == bool(uitkomst.eind):
        raise velden.fout(
            "",
            "deze uitkomst heeft een volgende stap of een einde nodig, en niet allebei.",
            "Vul volgende of eind.",
        )
    return uitkomst


def _doorlooptijd(velden: Velden, stappen: tuple[str, ...]) -> Doorlooptijd:
    termijn = velden.duur("termijn")
    if termijn is None:
        raise velden.fout("termijn", "een doorlooptijd heeft een termijn.", 'Schrijf "3 weken".')
    tijd = Doorlooptijd(
        sleutel=velden.tekst("sleutel"),
        naam=velden.tekst("naam"),
        na=velden.lijst("na", stappen),
        over=velden.lijst("over", stappen),
        tot=velden.lijst("tot", stappen),
        termijn=termijn,
        waarschuwing=_korter(velden, termijn),
        kalender=velden.keuze("kalender", kalenders(), STANDAARD),
        vereisten=velden.vereisten(),
        lezing=velden.lezing(),
        bij_verlopen=velden.keuze("bij_verlopen", ROLLEN),
        gevolg=velden.tekst("gevolg"),
    )
    velden.klaar()
    for naam, stap_lijst in (("na", tijd.na), ("over", tijd.over), ("tot", tijd.tot)):
        if not stap_lijst:
            raise velden.fout(naam, "hier hoort minstens één stap.", "Noem de stappen.")
    return tijd


def _optie(velden: Velden, sleutel: str) -> Optie:
    return Optie(
        sleutel=sleutel,
        naam=velden.tekst("naam"),
        uitleg=velden.tekst("uitleg"),
        vereisten=velden.vereisten(),
    )
