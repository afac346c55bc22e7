"""Walk a case through steps that a story only mentions: with the same pages, without looking."""

from __future__ import annotations

from django.test import Client

from paraplu.aanmelden.forms.toewijzen import product_keuzes
from paraplu.casussen.models import Casus
from tests.aanmelden import invullen
from tests.journeys.werk.mensen import Mensen

AMBULANT = 1


def _doe(
    mensen: Mensen, casus: Casus, rol: str, stap: str, handeling: str, velden, **extra
) -> None:
    browser = Client()
    browser.force_login(mensen.gebruiker(rol))
    antwoord = invullen.doe(browser, mensen.stap(casus, stap), handeling, velden, **extra)
    assert antwoord.status_code == 302, invullen.fouten(antwoord)


def bepaal(mensen: Mensen, casus: Casus) -> None:
    """Set down the bepaling and the form, for help that begins today."""
    mensen.koop_in()
    bepaling = invullen.bepaling(mensen, begin=invullen.dag())
    formulier = invullen.formulier(gewenste_start=invullen.dag())
    for handeling, deel, velden in (
        ("bepaling", "bepaling", bepaling),
        ("formulier", "aanmeldformulier", formulier),
    ):
        _doe(
            mensen, casus, "jeugdbeschermer", "bepaling", handeling, velden,
            concept_versie="0", deel=deel,
        )  # fmt: skip


def verstuur(mensen: Mensen, casus: Casus) -> None:
    """Send the documents to lokaal team and provider."""
    for stap in ("versturen_lokaal_team", "versturen_aanbieder"):
        # In the 315-route the first send closes both.
        if casus.stappen.filter(sleutel=stap, afgerond_op=None).exists():
            _doe(mensen, casus, "jeugdbeschermer", stap, "verstuur", {"versturen-klopt": "on"})


def codering(mensen: Mensen) -> dict[str, str]:
    """A coding that fits the bepaling."""
    product = product_keuzes(AMBULANT, op=mensen.op)[0][1][0][0]
    return {
        "code-product": product,
        "code-ingangsdatum": invullen.dag(),
        "code-einddatum": invullen.dag(180),
        "code-volume": "4",
        "code-eenheid": "04",
        "code-frequentie": "2",
    }


def wijs_toe(mensen: Mensen, casus: Casus) -> None:
    """The backoffice sends the 301."""
    _doe(mensen, casus, "backoffice", "toewijzen", "toewijzen", codering(mensen))


def weiger(mensen: Mensen, casus: Casus) -> None:
    """The provider cannot help in time, and jeugdbeschermer and provider go to the expert team."""
    redenen = {
        "afwijzing-reden": "niet_op_tijd",
        "afwijzing-toelichting": "Pas over een half jaar.",
    }
    _doe(mensen, casus, "zorgaanbieder", "reactie_aanbieder", "weiger", redenen)
    keuze = {"vervolg-vervolg": "expertteam", "vervolg-toelichting": "Het expertteam zoekt mee."}
    _doe(mensen, casus, "jeugdbeschermer", "keuze_vervolg", "kies", keuze)
