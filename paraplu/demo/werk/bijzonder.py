"""What happens in some cases of the demo besides the steps themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from paraplu.aanmelden.actions import contact, vervolg
from paraplu.aanmelden.models import Bespreking, Contactpoging
from paraplu.casussen.actions import break_glass, propose_overdracht, suspend_stap
from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker, Organisatie, Soort

from . import partijen
from .inhoud import teksten
from .verhalen import at

#: Who is asked to take a case over, and who looked with break-glass.
OVERNEMER: Final = {"FV": "demo-jeugdbeschermer", "CG": "demo-315-collega"}
KIJKER: Final = "demo-301-ander-team"


def happen(casus: Casus, wat: str, *, on: date, vandaag: date) -> None:
    """Let this happen in the case on `on`; "" is nothing."""
    if doe := GEBEURT.get(wat):
        doe(casus, on, vandaag)


def _open(casus: Casus, sleutel: str) -> CasusStap:
    return casus.stappen.get(sleutel=sleutel, afgerond_op=None)


def _try_to_call(casus: Casus, on: date, _vandaag: date) -> None:
    """The first request for contact: from here the term runs (P7)."""
    contact.register_poging(
        stap=_open(casus, "contact_lokaal_team"),
        met=Contactpoging.Met.LOKAAL_TEAM,
        organisatie=casus.lokaal_team,
        wijze=Contactpoging.Wijze.TELEFOON,
        bereikt=False,
        toelichting=teksten()["poging"]["lokaal_team"],
        by=casus.houder,
        on=on,
    )


def _ask_netwerk(casus: Casus, on: date, _vandaag: date) -> None:
    netwerk = Organisatie.objects.get(soort=Soort.NETWERK, regio=casus.regio)
    vervolg.ask_netwerk(stap=_open(casus, "netwerk"), netwerk=netwerk, by=casus.houder, on=on)


def _plan_bespreking(casus: Casus, on: date, vandaag: date) -> None:
    stap = _open(casus, "expertteam")
    vervolg.plan_bespreking(
        stap=stap,
        soort=Bespreking.Soort.BESPREKING,
        gepland_op=vandaag + timedelta(days=2),
        by=_somebody(casus, "expertteam", on),
        on=on,
    )


def _report(casus: Casus, on: date, _vandaag: date) -> None:
    vervolg.report_to_teamleider(stap=_open(casus, "opschalen"), by=casus.houder, on=on)


def _suspend(casus: Casus, on: date, _vandaag: date) -> None:
    suspend_stap(
        stap=_open(casus, "toewijzen"),
        by=_somebody(casus, "backoffice", on),
        on=on + timedelta(days=2),
        reden="De woonplaats van het kind wordt uitgezocht",
    )


def _hand_over(casus: Casus, on: date, vandaag: date) -> None:
    propose_overdracht(
        casus=casus,
        naar=Medewerker.objects.get(gebruiker__gebruikersnaam=OVERNEMER[casus.regio]),
        by=casus.houder,
        on=vandaag - timedelta(days=1),
        reden="Ik ga volgende maand naar een ander team.",
    )


def _break_glass(casus: Casus, _on: date, vandaag: date) -> None:
    break_glass(
        casus=casus,
        by=Medewerker.objects.get(gebruiker__gebruikersnaam=KIJKER),
        now=at(vandaag - timedelta(days=1), uur=21),
        reden="De politie belde: het kind was op straat en de houder was niet te bereiken.",
    )


def _somebody(casus: Casus, rol: str, on: date) -> Medewerker:
    """Somebody of the demo with this role; the holder where there is nobody."""
    return partijen.player(casus, rol, on=on) or casus.houder


GEBEURT: Final[Mapping[str, Callable[[Casus, date, date], None]]] = {
    "poging": _try_to_call,
    "netwerkvraag": _ask_netwerk,
    "bespreking": _plan_bespreking,
    "melding": _report,
    "opschorting": _suspend,
    "overdracht": _hand_over,
    "noodtoegang": _break_glass,
}
