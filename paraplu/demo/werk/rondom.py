"""What else happens around the tables of the demo: escalations, hand-overs and a garden."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from paraplu.casussen.actions import start_maatregel
from paraplu.casussen.models import Casus, CasusStap, Maatregel
from paraplu.escalatie import actions as escaleren
from paraplu.escalatie.models import Escalatie
from paraplu.netwerk.models import Organisatie
from paraplu.overdracht.actions import beeindigen, beginnen, overdragen
from paraplu.toekomsttuin.actions import huishoudens, leden, tuinen
from paraplu.toekomsttuin.models import Huisgenoot, Huishouden, Tuin

from .gezinnen import Gezinnen
from .mensen import person
from .tafels import GEMEENTE, REGIO, gegevens
from .verhalen import workdays_before

JEUGDBESCHERMER, LOKAAL_TEAM = "demo-jeugdbeschermer", "demo-lokaalteam"
LEIDING = "demo-leidinggevende"
LEIDING_LOKAAL, GEDRAG_LOKAAL = "ton-hagebeuk-lt-0228", "wies-lindehof-lt-0228"
#: Words of a hand-over that are no part of its talk.
NIET_IN_GESPREK = {"waarom", "ondanks"}
#: Account in the garden, by the organisation that it comes from (R244).
TUINIERS = (LOKAAL_TEAM, JEUGDBESCHERMER, "demo-raad", "demo-veiligthuis")


def fill_rondom(gezinnen: Gezinnen, *, on: date) -> int:
    """All of it; gives how many cases there are more."""
    fill_tuin(on=on)
    return fill_escalaties(gezinnen, on=on) + fill_overdrachten(gezinnen, on=on)


def fill_escalaties(gezinnen: Gezinnen, *, on: date) -> int:
    """An escalation of each situation, in every step."""
    for rij in gegevens()["escalatie"]:
        _escalate(rij, gezinnen, workdays_before(on, rij["dagen"]))
    return len(gegevens()["escalatie"])


def _escalate(rij: Mapping[str, Any], gezinnen: Gezinnen, on: date) -> Escalatie:
    tekst, by = gegevens()["escalatietekst"], person(JEUGDBESCHERMER)
    gezin, _kind = gezinnen.make_gezin(gemeente=GEMEENTE, regio=REGIO, by=by, on=on)
    escalatie = escaleren.begin_escalatie(
        gezin=gezin, situatie=rij["situatie"], grond=rij["grond"], vraag=tekst["vraag"],
        wederpartij=Organisatie.objects.get(sleutel=f"LT-{GEMEENTE}"), geen_contact=False,
        tegen_besluit=False, by=by, on=on,
    )  # fmt: skip
    if rij["stand"] == "eigen_overleg":
        return escalatie
    escaleren.write_eigen_overleg(
        escalatie=escalatie, overleg_op=on, overleg_uitkomst=tekst["overleg"],
        ingelicht="vooraf", ingelicht_op=on, ingelicht_uitleg="",
    )  # fmt: skip
    if rij["stand"] == "gedragswetenschappers":
        escaleren.go_to_gedragswetenschappers(
            stap=_open(escalatie.casus), by=by, on=on,
            eigen=person("demo-gedragswetenschapper"), ander=person(GEDRAG_LOKAAL),
            collega=person(LOKAAL_TEAM),
        )  # fmt: skip
        return escalatie
    escaleren.go_to_leidinggevenden(
        stap=_open(escalatie.casus),
        by=by,
        on=on,
        eigen=person(LEIDING),
        ander=person(LEIDING_LOKAAL),
    )
    if rij["stand"] == "leidinggevenden":
        return escalatie
    hogerop = rij["stand"] == "bestuurders"
    escaleren.hold_leidinggevenden(
        stap=_open(escalatie.casus), by=person(LEIDING), on=on, gehouden_op=on,
        kern=tekst["kern"], oplossing=tekst["oplossing"],
        uitkomst="niet_opgeheven" if hogerop else "opgeheven",
        bestuurders=[person("demo-tafel-bestuurder")], ambtenaar=tekst["ambtenaar"],
    )  # fmt: skip
    return escalatie


def fill_overdrachten(gezinnen: Gezinnen, *, on: date) -> int:
    """Measures that are going to end, in every step of the hand-over."""
    for rij in gegevens()["overdracht"]:
        _hand_over(rij["stand"], gezinnen, workdays_before(on, rij["dagen"]))
    return len(gegevens()["overdracht"])


def _hand_over(stand: str, gezinnen: Gezinnen, on: date) -> Casus:
    tekst, by, lokaal = gegevens()["overdrachttekst"], person(JEUGDBESCHERMER), person(LOKAAL_TEAM)
    _gezin, kind = gezinnen.make_gezin(gemeente=GEMEENTE, regio=REGIO, by=by, on=on)
    sinds = on - timedelta(days=330)
    maatregel = start_maatregel(
        persoon=kind, soort=Maatregel.Soort.OTS, gi=by.organisatie, uitspraak_op=sinds, vanaf=sinds,
        jeugdbeschermer=by,
    )  # fmt: skip
    casus = beginnen.begin_overdracht(
        maatregelen=(maatregel,), verwacht_op=on + timedelta(days=30), waarom=tekst["waarom"],
        gezin_weet=True, by=by, on=on,
    )  # fmt: skip
    zetten = {
        "vragen": lambda: beginnen.ask_lokaal_team(
            stap=_open(casus), gevraagd_op=on, wijze="telefoon", vraag="", by=by, on=on
        ),
        "beschikbaar": lambda: overdragen.name_overnemer(
            stap=_open(casus), medewerker=lokaal, by=lokaal, on=on
        ),
        "gesprek": lambda: overdragen.write_gesprek(
            stap=_open(casus), by=by, on=on, gehouden_op=on, opvolgen_op=on + timedelta(days=90),
            ouders="erbij", kind="apart", aanwezigen="Ouders, lokaal team", inhoud=_gesprek(),
        ),
        "aanvaarden": lambda: overdragen.accept_gezin(
            stap=_open(casus), contactpersoon=lokaal, by=lokaal, on=on
        ),
        "beeindigen": lambda: _end(casus, on),
    }  # fmt: skip
    for sleutel, doe in zetten.items():
        if sleutel == stand:
            break
        doe()
    return casus


def _gesprek() -> dict[str, Any]:
    velden = {
        naam: t for naam, t in gegevens()["overdrachttekst"].items() if naam not in NIET_IN_GESPREK
    }
    afspraak = {"wat": "Belt elke maand", "wie": "Het lokale team", "vanaf": ""}
    return {**velden, "waarom_niet": "", "afspraken": [afspraak]}


def _end(casus: Casus, on: date) -> None:
    ondanks = gegevens()["overdrachttekst"]["ondanks"]
    reden = beeindigen.Reden(sleutel="volgens_plan", ondanks=ondanks)
    besluiten = [
        beeindigen.Besluit(einde=einde, op=on, reden=reden)
        for einde in casus.eindes.filter(vervallen_op=None)
    ]
    beeindigen.end_maatregelen(stap=_open(casus), besluiten=besluiten, by=casus.houder, on=on)


def _open(casus: Casus) -> CasusStap:
    """The one open step, read anew."""
    return CasusStap.objects.get(casus=casus, afgerond_op=None)


def fill_tuin(*, on: date) -> Tuin:
    """A garden in Ede with its four organisations and its households."""
    rij = gegevens()["tuin"]
    begin = on - timedelta(days=rij["dagen"])
    tuin = tuinen.open_tuin(
        naam=rij["naam"], regio=REGIO, gemeente=GEMEENTE,
        initiatiefnemer=Organisatie.objects.get(sleutel=f"GEM-{GEMEENTE}"), by=person("demo-regio"),
        on=begin,
    )  # fmt: skip
    eerste, *_rest = [
        leden.add_lid(tuin=tuin, medewerker=person(wie), vanaf=begin) for wie in TUINIERS
    ]
    for deel in rij["huishouden"]:
        huishouden = huishoudens.take_in(
            tuin=tuin, aanspreekpunt=eerste, by=eerste.medewerker,
            on=on - timedelta(days=deel["dagen"]), soort=Huishouden.Soort(deel["soort"]),
            gemeente=GEMEENTE, instroom_via=Huishouden.Instroom(deel["via"]),
        )  # fmt: skip
        for nummer, naam in enumerate(deel["mensen"]):
            rol = Huisgenoot.Rol.KIND if nummer else Huisgenoot.Rol.OUDER
            huishoudens.add_huisgenoot(huishouden=huishouden, naam=naam, rol=rol)
    return tuin
