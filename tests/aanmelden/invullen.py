"""Answers that fill the forms rightly, and a browser that walks a case up to a step."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils.timezone import localdate

from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Inkoop, Organisatie, Voorziening
from tests.casussen.bouwen import BEGIN, Wereld


def koop_in(wereld: Wereld, aanbieder: Organisatie | None = None, tussentaal: int = 1) -> None:
    """The region of this world bought help of a group."""
    voorziening = Voorziening.objects.create(
        aanbieder=aanbieder or wereld.aanbieder,
        kenmerk=f"amb-{tussentaal}",
        naam="Ambulante hulp",
        omschrijving="Iemand komt thuis helpen.",
        tussentaal=tussentaal,
        sectoren=["jeugd_en_opvoed"],
        schaal="regionaal",
        aard="individueel",
        voor_wie="gezin",
        vanaf=BEGIN,
    )
    Inkoop.objects.create(
        voorziening=voorziening, regio=wereld.regio, gecontracteerd=True, vanaf=BEGIN, bron="test"
    )


def dag(dagen: int = 0) -> str:
    """A day from today, as a browser sends it."""
    return (localdate() + timedelta(days=dagen)).isoformat()


def bepaling(wereld: Wereld, **anders: str) -> dict[str, str]:
    """A bepaling that is right; `anders` replaces answers."""
    velden = {
        "tussentaal": "1",
        "zorgvorm": "Twee keer per week hulp thuis bij de opvoeding.",
        "begin": dag(14),
        "einde": dag(194),
        "volume": "4",
        "eenheid": "04",
        "frequentie": "2",
        "evaluatie_1": dag(100),
        "onderbouwing": "Het kind en een ouder vragen hierom.",
        "gezin_gesproken_op": dag(-2),
        "gw_geraadpleegd_op": dag(-1),
        "aanbieder": str(wereld.aanbieder.pk),
        "aanbod_bekeken": "on",
        "volgens_inkoop": "on",
        **anders,
    }
    return {f"bepaling-{naam}": waarde for naam, waarde in velden.items()}


def formulier(**anders: object) -> dict[str, object]:
    """A form that is right; `anders` replaces answers."""
    velden = {
        "doel": "aanbieder",
        "verwijzer": "gi",
        "sectoren": ["jeugd_en_opvoed"],
        "vraag": "Hoe leert het kind weer naar school gaan?",
        "perspectief": "Het kind woont thuis en gaat naar school.",
        "gewenste_start": dag(14),
        "kader": ["ots"],
        "woonsituatie": "thuis",
        "gezinsbeeld": "Een ouder met twee kinderen.",
        "gaat_goed": "De band met een oma.",
        "stagneert": "Het kind gaat niet naar school.",
        "veiligheid": "Er is geen acuut gevaar.",
        "eerdere_hulp": "Gesprekken op school, dat hielp even.",
        "visie_kind": "Ik wil rust.",
        "visie_ouders": "Wij willen hulp.",
        "visie_netwerk": "Een oma past op.",
        "overleg_aanbod": "Twee aanbieders hebben plek.",
        "woonplaats": "gezag",
        **anders,
    }
    return {f"formulier-{naam}": waarde for naam, waarde in velden.items()}


def verslag(**anders: object) -> dict[str, object]:
    """A talk that is written down rightly."""
    velden = {
        "gesproken_met": "Een collega, consulent",
        "op": dag(),
        "wenselijke_hulp": "Ambulante hulp thuis.",
        "duur_en_omvang": "Een half jaar, vier uur per week.",
        "advies_soort": "geen",
        **anders,
    }
    return {f"verslag-{naam}": waarde for naam, waarde in velden.items()}


def casus_van_nu(wereld: Wereld, route: str = "aanmeldroute-301") -> Casus:
    """A case that began today."""
    return wereld.casus(route, on=localdate())


def doe(client: Client, stap: CasusStap, handeling: str, velden: dict[str, object], **extra: str):
    """Press a button of the form of a step."""
    return client.post(stap.get_absolute_url(), {**velden, "handeling": handeling, **extra})


def loop_tot(wereld: Wereld, client: Client, casus: Casus, sleutel: str) -> CasusStap:
    """Walk with the pages until this step is open."""
    for stap in ("contact_lokaal_team", "contact_aanbieder"):
        if sleutel == stap:
            break
        if casus.stappen.filter(sleutel=stap, afgerond_op=None).exists():
            extra = {"organisatie": str(wereld.aanbieder.pk)} if stap == "contact_aanbieder" else {}
            antwoord = doe(client, wereld.stap(casus, stap), "verslag_klaar", verslag(**extra))
            assert antwoord.status_code == 302, fouten(antwoord)
    if sleutel not in ("contact_lokaal_team", "contact_aanbieder", "bepaling"):
        koop_in(wereld)
        stap = wereld.stap(casus, "bepaling")
        for handeling, velden in (("bepaling", bepaling(wereld)), ("formulier", formulier())):
            antwoord = doe(
                client,
                stap,
                handeling,
                velden,
                concept_versie="0",
                deel=handeling.replace("formulier", "aanmeldformulier"),
            )
            assert antwoord.status_code == 302, fouten(antwoord)
    return wereld.stap(casus, sleutel)


def fouten(antwoord) -> list[str]:
    """What the summary of errors on a page says."""
    tekst = antwoord.content.decode()
    if "Dat ging nog niet goed." not in tekst:
        return []
    deel = tekst.split("Dat ging nog niet goed.")[1].split("</ul>")[0]
    return [stuk.split("<")[0] for stuk in deel.split(">") if stuk.split("<")[0].strip()]
