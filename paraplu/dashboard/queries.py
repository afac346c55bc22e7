"""The only reader of this room's own tables, and of deliveries: what may this user see of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import QuerySet

from paraplu.berichten.verslag import uitleg
from paraplu.inname.antwoorden import count_received
from paraplu.monitor.bevindingen import IN_BERICHT, OVER_BERICHTEN, Keuze
from paraplu.monitor.kwaliteit import Keuze as KwaliteitKeuze
from paraplu.monitor.namen import Namen
from paraplu.monitor.ontvangst import ANDERE_INHOUD
from paraplu.monitor.wachten import Keuze as WachtKeuze
from paraplu.monitor.wachten import Wachten
from paraplu.web import gegevens
from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import mag

from .models import Inzending, Toestand

#: Findings shown on one page; all of them are in the CSV.
BEVINDINGEN_HOOGSTENS = 200
#: Messages answered at once on the page; more of them the command line answers.
ANTWOORDEN_HOOGSTENS = 2_000


def inzendingen_of(gebruiker: Gebruiker) -> QuerySet[Inzending]:
    """Uploads of the user's organisation; the technical administrator sees all."""
    alle = Inzending.objects.select_related("gebruiker")
    if gebruiker.soort == Soort.BEHEERDER:
        return alle
    return alle.filter(
        gebruiker__organisatie_soort=gebruiker.organisatie_soort,
        gebruiker__organisatie_code=gebruiker.organisatie_code,
    )


def inzendingen_onderweg(gebruiker: Gebruiker) -> QuerySet[Inzending]:
    """Uploads that are not in the list of deliveries: waiting, busy or failed."""
    return inzendingen_of(gebruiker).exclude(toestand=Toestand.KLAAR)[:20]


def leveringen_for(gebruiker: Gebruiker) -> list[dict[str, Any]]:
    """Deliveries with a message the organisation sent or received, or that it brought itself."""
    monitor = gegevens.open_monitor()
    if gebruiker.soort == Soort.BEHEERDER:
        return monitor.leveringen()
    eigen = set(_brought_by(gebruiker))
    partij = {rij["levering"] for rij in monitor.leveringen(organisatie=gebruiker.codes)}
    return [rij for rij in monitor.leveringen() if rij["levering"] in partij | eigen]


def _brought_by(gebruiker: Gebruiker) -> list[str]:
    eigen = inzendingen_of(gebruiker).filter(toestand=Toestand.KLAAR)
    return list(eigen.values_list("levering", flat=True))


def partijen_of(levering: str, gebruiker: Gebruiker) -> set[str]:
    """The codes of the user's organisation when it has a part in this delivery, else none."""
    gezien = {rij["levering"] for rij in leveringen_for(gebruiker)}
    return set(gebruiker.codes) if levering in gezien else set()


@dataclass(frozen=True)
class Bevindingsoort:
    """One kind of finding, from one sender, with how often it occurs."""

    code: str
    soort: str
    afzender: str
    tekst: str
    remedie: str
    geweigerd: bool
    aantal: int


def bevindingen_for(levering: str, gebruiker: Gebruiker) -> list[dict[str, Any]]:
    """The findings in messages the organisation sent or received; of who brought it, all.

    First those inside a message, then those across messages as far as they have been made.
    """
    monitor = gegevens.open_monitor()
    eigen = None if levering in _brought_by(gebruiker) else gebruiker.codes
    binnen = monitor.bevindingen(levering, organisatie=eigen, hoogstens=None)
    keten = monitor.keten_in_levering(levering, organisatie=eigen)
    return [{**rij, "herkomst": IN_BERICHT} for rij in binnen] + [
        _tell_keten(rij) for rij in keten if rij["code"] not in AL_GENOEMD
    ]


#: Rules across messages that the receipt of a delivery names itself (P48).
AL_GENOEMD = frozenset({ANDERE_INHOUD})


def _tell_keten(rij: Mapping[str, Any]) -> dict[str, Any]:
    """A finding across messages with the words of its rule; it refuses nothing."""
    woorden = uitleg(rij["code"])
    return {
        **rij,
        "pad": rij["klasse"],
        "tekst": f"{woorden.titel[:1].upper()}{woorden.titel[1:]}.",
        "remedie": woorden.kort,
        "geweigerd": False,
        "herkomst": OVER_BERICHTEN,
    }


def count_soorten(bevindingen: list[Mapping[str, Any]]) -> list[Bevindingsoort]:
    """Findings per kind and sender, what refused something first, then the most frequent."""
    velden = ("code", "soort", "afzender", "tekst", "remedie", "geweigerd")
    telling = Counter(tuple(rij[veld] or "" for veld in velden) for rij in bevindingen)
    soorten = [
        Bevindingsoort(*sleutel[:5], bool(sleutel[5]), aantal)
        for sleutel, aantal in telling.items()
    ]
    return sorted(soorten, key=lambda s: (not s.geweigerd, -s.aantal, s.code, s.afzender))


def filter_bevindingen(
    bevindingen: list[dict[str, Any]], *, code: str = "", afzender: str = "", herkomst: str = ""
) -> list[dict[str, Any]]:
    """The findings of one kind, of one sender, or seen inside or across messages."""
    return [
        rij
        for rij in bevindingen
        if (not code or rij["code"] == code)
        and (not afzender or rij["afzender"] == afzender)
        and (not herkomst or rij["herkomst"] == herkomst)
    ]


def count_te_beantwoorden(levering: str, gebruiker: Gebruiker) -> int:
    """How many messages of a delivery were sent to the user's organisation."""
    return count_received(levering, gebruiker.codes)


def antwoorden_for(levering: str, gebruiker: Gebruiker) -> dict[str, Any]:
    """What the page offers: how many messages wait for an answer, and whether it is too many."""
    if not mag(gebruiker, "levering_antwoorden", partijen_of(levering, gebruiker)):
        return {}
    aantal = count_te_beantwoorden(levering, gebruiker)
    return {"aantal": aantal, "te_veel": aantal > ANTWOORDEN_HOOGSTENS} if aantal else {}


def ziet_afzenders(gebruiker: Gebruiker) -> bool:
    """Whether this user sees whose messages had findings; the administrator sees numbers only."""
    return gebruiker.soort != Soort.BEHEERDER


def tel_bevindingen_for(
    gebruiker: Gebruiker, keuze: Keuze, per: Sequence[str]
) -> list[dict[str, Any]]:
    """Findings counted, of messages the organisation sent or received.

    The contract manager sees all; the technical administrator all, but per month only.
    """
    if not ziet_afzenders(gebruiker) and set(per) - {"maand"}:
        return []
    eigen = None if gebruiker.soort in {Soort.CONTRACTMANAGER, Soort.BEHEERDER} else gebruiker.codes
    return gegevens.open_monitor().tel_bevindingen(replace(keuze, organisatie=eigen), per=per)


def is_keten_klaar() -> bool:
    """Whether messages have been compared with each other since the last delivery."""
    return gegevens.open_monitor().keten_klaar()


def wachten_for(gebruiker: Gebruiker, keuze: WachtKeuze) -> WachtKeuze:
    """The choice kept to waits in which the organisation must send or waits itself.

    The contract manager sees all.
    """
    eigen = None if gebruiker.soort == Soort.CONTRACTMANAGER else gebruiker.codes
    return replace(keuze, organisatie=eigen)


def tel_kwaliteit(keuze: KwaliteitKeuze, per: Sequence[str]) -> list[dict[str, Any]]:
    """Findings on quality counted; the choice already keeps to what this user may see."""
    return gegevens.open_monitor().tel_kwaliteit(keuze, per=per)


def lijst_kwaliteit(keuze: KwaliteitKeuze, *, hoogstens: int | None) -> list[dict[str, Any]]:
    """The same findings as rows, with pseudonyms; for who may see rows of that area."""
    return gegevens.open_monitor().lijst_kwaliteit(keuze, hoogstens=hoogstens)


def open_wachten(op: date | None) -> Wachten:
    """The waits as known on a day; without one, on the day of the newest delivery."""
    return gegevens.open_monitor().wachten(op)


def leverdagen() -> list[date]:
    """The days on which something was delivered, the newest first."""
    return sorted({rij["dag"] for rij in gegevens.open_monitor().leveringen()}, reverse=True)


def name_afzenders() -> Callable[[str], str]:
    """Gives the name of who sends under a code."""
    organisaties = gegevens.open_monitor().organisaties()
    return Namen({o["agb"]: (o["naam"], o["soort"]) for o in organisaties}).partij
