"""What a gemeente answers to a request: 319, or a 301 with the reference of the provider."""

from __future__ import annotations

from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.keten.beeld import Beeld, van_release
from paraplu.monitor.keten.gebroken import PLEK, paren
from paraplu.monitor.keten.klassen import ANTWOORD, TOEGEWEZEN
from paraplu.monitor.keten.regel import ketenregel

IN_ONDERZOEK = "2"
REFERENTIE = ("gemeente", "aanbieder", "referentie_aanbieder")


@ketenregel(
    "TR355",
    retourcode="9355",
    klassen={"JW319": ANTWOORD},
    tekst="Er is geen verzoek van deze aanbieder met deze ReferentieAanbieder.",
    remedie="Neem de ReferentieAanbieder over uit het verzoek (315 of 317).",
)
def antwoord_zonder_verzoek(beeld: Beeld) -> Table:
    """A request that was refused by its answer was never there."""
    return van_release(beeld.antwoorden).anti_join(beeld.verzoeken, list(REFERENTIE))


@ketenregel(
    "TR359",
    retourcode="9359",
    klassen={"JW319": ANTWOORD},
    tekst="U stuurde op dit verzoek al een toewijzing.",
    remedie="Stuur na een toewijzing geen 319 meer. Trek de toewijzing zo nodig in (301).",
)
def antwoord_na_toewijzing(beeld: Beeld) -> Table:
    """The 301 with the same reference is dated before the 319."""
    samen = paren(
        van_release(beeld.antwoorden), beeld.versies, REFERENTIE, kolommen=("dagtekening",)
    )
    return samen.filter(samen.a_dagtekening < samen.dagtekening)


@ketenregel(
    "TR360",
    retourcode="9360",
    klassen={"JW319": ANTWOORD},
    tekst="U meldt 'in onderzoek', maar gaf op dit verzoek al eerder antwoord.",
    remedie="Meld 'in onderzoek' hoogstens één keer, als eerste antwoord.",
)
def later_in_onderzoek(beeld: Beeld) -> Table:
    """Of two answers of one day 'in onderzoek' is the first."""
    samen = _na_eerder_antwoord(beeld)
    return samen.filter(samen.verzoek_antwoord == IN_ONDERZOEK)


@ketenregel(
    "TR365",
    retourcode="9365",
    klassen={"JW319": ANTWOORD},
    tekst="U wees dit verzoek al af.",
    remedie="Stuur na een afwijzing geen tweede 319. Wilt u toch toewijzen, vraag dan een nieuw verzoek.",
)
def antwoord_na_afwijzing(beeld: Beeld) -> Table:
    """A second answer may only follow 'in onderzoek'."""
    samen = _na_eerder_antwoord(beeld)
    return samen.filter(samen.a_verzoek_antwoord != IN_ONDERZOEK)


@ketenregel(
    "TR379",
    retourcode="9379",
    klassen={"JW301": TOEGEWEZEN},
    tekst="De ReferentieAanbieder hoort niet bij een verzoek, of stond al eerder bij deze toewijzing.",
    remedie="Vul hem alleen in de eerste toewijzing op een verzoek, met de referentie van dat verzoek.",
)
def referentie_zonder_verzoek(beeld: Beeld) -> Table:
    """No request has it, or an earlier 301 had it for the same number.

    That it lacks where it should stand cannot be seen: nothing else ties a 301 to a request.
    """
    regels = van_release(beeld.versies).filter(_.referentie_aanbieder.notnull())
    zonder = regels.anti_join(beeld.verzoeken, list(REFERENTIE)).select(*PLEK)
    herhaald = paren(regels, regels, (*REFERENTIE, "toewijzing_nummer"), kolommen=("dagtekening",))
    herhaald = herhaald.filter(herhaald.a_dagtekening < herhaald.dagtekening).select(*PLEK)
    return zonder.union(herhaald)


def _na_eerder_antwoord(beeld: Beeld) -> Table:
    """319's with every earlier one to the same request (`a_`)."""
    antwoorden = van_release(beeld.antwoorden)
    samen = paren(antwoorden, beeld.antwoorden, REFERENTIE, kolommen=("verzoek_antwoord", "orde"))
    return samen.filter(samen.a_orde < samen.orde)
