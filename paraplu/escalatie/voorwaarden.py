"""What must be in order before a step of an escalation may close: one function per `vraagt`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from paraplu.casussen.models import CasusStap
from paraplu.casussen.voorwaarden import Voorwaarde, register

from .models import Deelnemer, Escalatie, Overleg
from .models.escalatie import BESTUURDERS, GEDRAGSWETENSCHAPPERS, LEIDINGGEVENDEN, PROFESSIONALS

BEGINT_BESTUURLIJK: Final = "Deze escalatie begint bij de bestuurders (stap 3)."
PAST_NIET: Final = "Deze uitkomst past niet bij het overleg dat is vastgelegd."
#: Outcomes that say the talk succeeded.
GELUKT: Final = frozenset({"overbrugd", "opgeheven", "oplossing"})


def ask_eigen_overleg(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The professionals spoke each other first: day and result (R129)."""
    escalatie = stap.casus.escalatie
    if escalatie.overleg_op and escalatie.overleg_uitkomst:
        return ""
    return "Leg eerst het eigen overleg vast: wanneer, en wat eruit kwam."


def ask_stap_1(stap: CasusStap, uitkomst: str, on: date) -> str:
    """Only situation 1, with the colleague and the behavioural scientist of each side (R133)."""
    escalatie = stap.casus.escalatie
    if escalatie.begint_bestuurlijk:
        return BEGINT_BESTUURLIJK
    if escalatie.situatie != Escalatie.Situatie.VISIE:
        return "De gedragswetenschappers komen er alleen bij in situatie 1: een verschil van visie."
    if ontbreekt := _before_others(stap, uitkomst, on):
        return ontbreekt
    if not _both_sides(escalatie, PROFESSIONALS):
        return "Noem eerst de collega van de andere organisatie."
    if not _both_sides(escalatie, GEDRAGSWETENSCHAPPERS):
        return "Noem van elke kant de gedragswetenschapper."
    return ""


def ask_stap_2(stap: CasusStap, uitkomst: str, on: date) -> str:
    """Situation 1 only after a failed step 1; 2 and 3 straight away; both sides named (R134, R290)."""
    if ontbreekt := _ground_for_2(stap, uitkomst, on):
        return ontbreekt
    if not _both_sides(stap.casus.escalatie, LEIDINGGEVENDEN, met_account=True):
        return "Noem van elke kant de leidinggevende."
    return ""


def _ground_for_2(stap: CasusStap, uitkomst: str, on: date) -> str:
    escalatie = stap.casus.escalatie
    if stap.sleutel == "gedragswetenschappers":
        overleg = last_overleg(stap)
        if overleg is None or overleg.gelukt:
            return "Leg eerst vast dat het overleg het verschil niet heeft overbrugd."
        return "" if overleg.erkend else "Beide professionals erkennen eerst dat zij verschillen."
    if escalatie.begint_bestuurlijk:
        return BEGINT_BESTUURLIJK
    if escalatie.situatie == Escalatie.Situatie.VISIE:
        return "In situatie 1 komen eerst de gedragswetenschappers erbij (stap 1)."
    return _before_others(stap, uitkomst, on)


def ask_stap_3(stap: CasusStap, uitkomst: str, on: date) -> str:
    """A gap in policy or a failed step 2, or the entrance of P46; with the officials (R135)."""
    if ontbreekt := _ground_for_3(stap, uitkomst, on):
        return ontbreekt
    deelnemers = stap.casus.escalatie.deelnemers.filter(niveau=BESTUURDERS)
    if not deelnemers.filter(rol=Deelnemer.Rol.BESTUURDER, medewerker__isnull=False).exists():
        return "Noem eerst de bestuurders of wethouders die beslissen."
    if not deelnemers.filter(rol=Deelnemer.Rol.AMBTENAAR).exists():
        return (
            "Noem de ambtenaar met wie u contact had. De ambtenaren horen erbij betrokken te zijn."
        )
    return ""


def _ground_for_3(stap: CasusStap, uitkomst: str, on: date) -> str:
    if stap.sleutel == "eigen_overleg":
        if not stap.casus.escalatie.begint_bestuurlijk:
            return "Naar de bestuurders gaat u via de leidinggevenden (stap 2)."
        return _before_others(stap, uitkomst, on)
    overleg = last_overleg(stap)
    if overleg is None or overleg.gelukt:
        return "Leg eerst vast dat het overleg de stagnatie niet heeft opgeheven."
    if overleg.beleid_tekort != (uitkomst == "beleid_schiet_tekort"):
        return PAST_NIET
    return ""


def ask_overleg(stap: CasusStap, uitkomst: str, _on: date) -> str:
    """The talk of this step was written down, and the outcome is what it gave."""
    overleg = last_overleg(stap)
    if overleg is None:
        return "Leg eerst het overleg vast."
    if overleg.gelukt != (uitkomst in GELUKT):
        return PAST_NIET
    return ""


def ask_verslag(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The report was submitted; a family that would hear afterwards has heard (R138, R139)."""
    escalatie = stap.casus.escalatie
    if not escalatie.verslagen.exists():
        return "Leg eerst het verslag voor aan wie meededen."
    if escalatie.ingelicht == Escalatie.Ingelicht.ACHTERAF and escalatie.ingelicht_op is None:
        return "Vul in wanneer u het gezin achteraf heeft verteld over de escalatie."
    return ""


def last_overleg(stap: CasusStap) -> Overleg | None:
    """What was last written down of the talk of this step."""
    return Overleg.objects.filter(stap=stap).last()


def _before_others(stap: CasusStap, uitkomst: str, on: date) -> str:
    """Own consultation first, and the family knows or somebody can explain why not (R129, R138)."""
    if ontbreekt := ask_eigen_overleg(stap, uitkomst, on):
        return ontbreekt
    escalatie = stap.casus.escalatie
    if not escalatie.ingelicht:
        return "Zeg eerst of het gezin weet dat er anderen bij komen."
    vooraf = escalatie.ingelicht == Escalatie.Ingelicht.VOORAF
    if vooraf and escalatie.ingelicht_op is None:
        return "Vul in wanneer u het gezin heeft verteld dat er anderen bij komen."
    if not vooraf and not escalatie.ingelicht_uitleg:
        return "Leg uit waarom u het gezin niet vooraf vertelt dat er anderen bij komen."
    return ""


def _both_sides(escalatie: Escalatie, niveau: int, *, met_account: bool = False) -> bool:
    rijen = escalatie.deelnemers.filter(niveau=niveau)
    if met_account:
        rijen = rijen.filter(medewerker__isnull=False)
    kanten = set(rijen.values_list("kant", flat=True))
    return {Deelnemer.Kant.EIGEN, Deelnemer.Kant.ANDER} <= kanten


VOORWAARDEN: Final[Mapping[str, Voorwaarde]] = {
    "eigen_overleg": ask_eigen_overleg,
    "escalatie_stap_1": ask_stap_1,
    "escalatie_stap_2": ask_stap_2,
    "escalatie_stap_3": ask_stap_3,
    "escalatie_overleg": ask_overleg,
    "escalatie_verslag": ask_verslag,
}


def register_all() -> None:
    """Let these guard the steps; the room's AppConfig calls this once."""
    for sleutel, voorwaarde in VOORWAARDEN.items():
        register(sleutel, voorwaarde)
