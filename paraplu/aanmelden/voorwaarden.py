"""What must be in order before a step of an aanmeldroute may close: one function per `vraagt`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from paraplu.casussen.models import Afschrift, CasusStap
from paraplu.casussen.voorwaarden import Voorwaarde, register

from .actions.bepalen import BEPALING, FORMULIER
from .actions.versturen import STUKKEN, latest
from .models import Contactpoging, Contactverslag

#: With whom each step of contact is about.
MET: Final = {
    "contact_lokaal_team": Contactverslag.Met.LOKAAL_TEAM,
    "contact_aanbieder": Contactverslag.Met.AANBIEDER,
}
ONTVANGER: Final = {
    "versturen_lokaal_team": "lokaal_team",
    "versturen_aanbieder": "zorgaanbieder",
}


def ask_contactverslag(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The talk has been written down in this step (R88)."""
    if stap.contactverslagen.filter(met=MET[stap.sleutel]).exists():
        return ""
    return "Leg eerst vast wat u heeft besproken."


def ask_contactpogingen(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The fixed contact and a second worker were both tried, without result (R92)."""
    pogingen = stap.contactpogingen.filter(bereikt=False).values_list("met", flat=True)
    nodig = {Contactpoging.Met.LOKAAL_TEAM, Contactpoging.Met.TWEEDE}
    if nodig <= set(pogingen):
        return ""
    return "Probeer eerst de vaste contactpersoon en ook een tweede medewerker, en leg dat vast."


def ask_bepaling(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """A bepaling and a form hold, for a provider with a contract or with leave without (R93)."""
    casus = stap.casus
    if not latest(casus, BEPALING):
        return "Stel eerst de bepaling vast."
    if not latest(casus, FORMULIER):
        return "Stel eerst het aanmeldformulier vast."
    gevraagd = casus.zonder_contract.filter(aanbieder=casus.aanbieder).last()
    if gevraagd and gevraagd.akkoord is False:
        return "De functionaris ging niet akkoord met deze aanbieder. Kies een andere aanbieder."
    return ""


def ask_zonder_contract(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The functionaris was asked about a provider, and has not answered yet (R93)."""
    if stap.casus.zonder_contract.filter(beslist_op=None).exists():
        return ""
    return "Kies in de bepaling de aanbieder en de reden, en vraag het daar aan de functionaris."


def ask_goedkeuring(stap: CasusStap, uitkomst: str, _on: date) -> str:
    """The functionaris answered, and the outcome is that answer."""
    gevraagd = stap.casus.zonder_contract.last()
    if gevraagd is None or gevraagd.akkoord is None:
        return "Leg eerst vast wat de functionaris antwoordt, met de reden."
    if gevraagd.akkoord != (uitkomst == "akkoord"):
        return "Deze uitkomst past niet bij het antwoord dat is vastgelegd."
    return ""


def ask_verzending(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """Everything the route gives this receiver was sent since the bepaling holds."""
    casus, rol = stap.casus, ONTVANGER[stap.sleutel]
    for soort in STUKKEN[casus.route_sleutel, rol]:
        stuk = latest(casus, soort)
        if stuk is None or not Afschrift.objects.filter(document=stuk, rol=rol).exists():
            return "Verstuur eerst de stukken."
    return ""


def ask_toewijzing(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The allocation to the provider that is asked now was sent."""
    toewijzing = stap.casus.toewijzingen.filter(aanbieder=stap.casus.aanbieder).last()
    if toewijzing and toewijzing.toegewezen_op and toewijzing.toegewezen_op >= stap.geopend_op:
        return ""
    return "Stuur eerst de toewijzing (301)."


def ask_verzoek(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The provider sent its request."""
    toewijzing = stap.casus.toewijzingen.filter(aanbieder=stap.casus.aanbieder).last()
    if toewijzing and toewijzing.verzocht_op and toewijzing.verzocht_op >= stap.geopend_op:
        return ""
    return "Stuur eerst het verzoek om toewijzing (315)."


def ask_antwoord_verzoek(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The request was answered with a 319 that says why not."""
    toewijzing = stap.casus.toewijzingen.filter(aanbieder=stap.casus.aanbieder).last()
    if toewijzing and toewijzing.afgewezen_op and toewijzing.reden_afwijzing:
        return ""
    return "Stuur eerst het antwoord op het verzoek (319), met de reden."


def ask_afwijzing(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The refusal has its own record with a reason (P25)."""
    if stap.casus.afwijzingen.filter(stap=stap).exists():
        return ""
    return "Leg eerst vast waarom de aanbieder deze hulp niet geeft."


def ask_startbericht(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The help has begun."""
    if stap.casus.toewijzingen.filter(gestart_op__isnull=False).exists():
        return ""
    return "Meld eerst met een startbericht (305) dat de hulp is begonnen."


def ask_netwerkantwoord(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """A member of the network said yes, and is the provider that is asked now."""
    casus = stap.casus
    vraag = stap.netwerkvragen.last()
    if vraag and vraag.antwoorden.filter(kan=True, aanbieder=casus.aanbieder).exists():
        return ""
    return "Leg eerst vast welke aanbieder uit het netwerk deze hulp gaat geven."


def ask_expertteamverslag(stap: CasusStap, uitkomst: str, _on: date) -> str:
    """The expert team wrote down what it discussed; a breakthrough names who helps (R114)."""
    besproken = stap.besprekingen.filter(besproken_op__isnull=False).last()
    if besproken is None:
        return "Leg eerst het verslag van de bespreking vast."
    if uitkomst == "doorbraak" and besproken.doorbraak_aanbieder_id is None:
        return "Noem in het verslag welke aanbieder bij de doorbraak helpt."
    return ""


def ask_opschaling(stap: CasusStap, uitkomst: str, _on: date) -> str:
    """Team leader and regional contact person talked: reason and decision are written down (R117)."""
    opschaling = stap.opschalingen.last()
    if not (opschaling and opschaling.gesproken_op and opschaling.reden and opschaling.besluit):
        return "Leg eerst vast wat u met de regionale contactpersoon heeft besproken en besloten."
    if uitkomst == "bestuurlijke_escalatie" and not opschaling.bestuurlijk:
        return "Bestuurlijk escaleren kan alleen met de knop daarvoor, met de reden."
    return ""


VOORWAARDEN: Final[Mapping[str, Voorwaarde]] = {
    "contactverslag": ask_contactverslag,
    "contactpogingen": ask_contactpogingen,
    "bepaling": ask_bepaling,
    "vraag_zonder_contract": ask_zonder_contract,
    "goedkeuring": ask_goedkeuring,
    "verzending": ask_verzending,
    "toewijzing": ask_toewijzing,
    "verzoek_toewijzing": ask_verzoek,
    "antwoord_verzoek": ask_antwoord_verzoek,
    "afwijzing": ask_afwijzing,
    "startbericht": ask_startbericht,
    "netwerkantwoord": ask_netwerkantwoord,
    "expertteamverslag": ask_expertteamverslag,
    "opschaling": ask_opschaling,
}


def register_all() -> None:
    """Let these guard the steps of both routes; the room's AppConfig calls this once."""
    for sleutel, voorwaarde in VOORWAARDEN.items():
        register(sleutel, voorwaarde)
