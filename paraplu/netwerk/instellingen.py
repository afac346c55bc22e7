"""What a region and an organisation can choose: which values, what they mean, and who says so.

What holds everywhere is the basis; what a region decides comes on top of it (R6).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

#: Kinds of organisation that have settings of their own (keys of `Soort`).
LOKAAL_TEAM, AANBIEDER = "lokaal_team", "aanbieder"
JA_NEE = {"ja": _("Ja"), "nee": _("Nee")}


class WaardeBestaatNiet(ValueError):
    """A value that this setting does not know; the text says what it does know."""


@dataclass(frozen=True, kw_only=True)
class Instelling:
    """One thing to choose. `vorm`: keuze, tekst, dag, getal or organisatie (a key of ours).

    `voor`: the kind of organisation that chooses it, "" for every kind.
    """

    sleutel: str
    naam: object
    uitleg: object
    vereisten: tuple[str, ...]
    vorm: str = "tekst"
    waarden: Mapping[str, object] = field(default_factory=dict)
    voor: str = ""

    def check(self, waarde: str) -> str:
        """The value as it is stored; raises WaardeBestaatNiet with what is allowed."""
        schoon = waarde.strip()
        if self.vorm == "keuze" and schoon not in self.waarden:
            raise WaardeBestaatNiet(", ".join(self.waarden))
        if self.vorm == "getal" and not (schoon.isdecimal() and 0 < int(schoon) <= 1000):
            raise WaardeBestaatNiet(str(_("een heel getal van 1 tot en met 1000")))
        if self.vorm == "dag":
            return _lees_dag(schoon)
        if not schoon or len(schoon) > 2000:
            raise WaardeBestaatNiet(str(_("een tekst van ten hoogste 2000 tekens")))
        return schoon

    def toon(self, waarde: str) -> str:
        """The value in words."""
        return str(self.waarden.get(waarde, waarde))


def _lees_dag(tekst: str) -> str:
    try:
        return date.fromisoformat(tekst).isoformat()
    except ValueError:
        raise WaardeBestaatNiet(str(_("een dag als 2022-01-31"))) from None


def _of(*instellingen: Instelling) -> dict[str, Instelling]:
    return {instelling.sleutel: instelling for instelling in instellingen}


VAN_REGIO = _of(
    Instelling(
        sleutel="route",
        naam=_("Aanmeldroute"),
        uitleg=_(
            "Elke regio kiest één route. Bij 301 wijst de gemeente de hulp toe; bij 315 vraagt de "
            "aanbieder de toewijzing aan."
        ),
        vereisten=("R94",),
        vorm="keuze",
        waarden={"301": _("301: via de gemeente"), "315": _("315: via de aanbieder")},
    ),
    Instelling(
        sleutel="lt_eerst",
        naam=_("Eerst het lokale team"),
        uitleg=_("De jeugdbeschermer overlegt eerst met het lokale team, en dan met aanbieders."),
        vereisten=("R95",),
        vorm="keuze",
        waarden=JA_NEE,
    ),
    Instelling(
        sleutel="contact_eigenaar",
        naam=_("Wie de contactgegevens beheert"),
        uitleg=_(
            "Precies één organisatie per regio. Zij mag alle contacten van de regio wijzigen."
        ),
        vereisten=("R25", "R26"),
        vorm="organisatie",
    ),
    Instelling(
        sleutel="bevestig_na",
        naam=_("Contacten bevestigen na zoveel dagen"),
        uitleg=_(
            "Na dit aantal dagen vragen wij of een contact nog klopt. Een organisatie kan een eigen "
            "aantal kiezen. De agenda noemt geen aantal; 90 is een voorstel."
        ),
        vereisten=("R27",),
        vorm="getal",
    ),
    Instelling(
        sleutel="beschikbaarheid_optie",
        naam=_("Hoe het lokale team weet welke hulp er is"),
        uitleg=_(
            "De regio kiest hoe zij aan de voorwaarden voldoet. De dag van ingang is die van het besluit."
        ),
        vereisten=("R119", "R285"),
        vorm="keuze",
        waarden={
            "onbeslist": _("Nog niet gekozen"),
            "a": _("a: scholing van het lokale team"),
            "b": _("b: een zorgbemiddelaar in de regio"),
            "c": _("c: een overzicht waarin aanbieders bijhouden wat vrij is"),
        },
    ),
    Instelling(
        sleutel="beschikbaarheid_plan",
        naam=_("Plan voor zicht op plek en wachttijd"),
        uitleg=_("Kort: wie doet wat, en wanneer weet de regio wat er op welke termijn vrij is?"),
        vereisten=("R241",),
    ),
    Instelling(
        sleutel="aanbod_vers_dagen",
        naam=_("Opgave van plek en wachttijd geldig voor zoveel dagen"),
        uitleg=_(
            "Daarna staat bij het hulpaanbod dat de opgave van de aanbieder verouderd is. De agenda "
            "vraagt vaak bij te werken en noemt geen aantal; 14 is een voorstel."
        ),
        vereisten=("R119",),
        vorm="getal",
    ),
    Instelling(
        sleutel="ret_naam",
        naam=_("Naam van het Regionaal Expertteam"),
        uitleg=_("Zoals de regio het zelf noemt."),
        vereisten=("R145", "R287"),
    ),
    Instelling(
        sleutel="ret_sinds",
        naam=_("Het expertteam werkt sinds"),
        uitleg=_("De dag waarop het begon."),
        vereisten=("R287",),
        vorm="dag",
    ),
    Instelling(
        sleutel="ret_oordeel",
        naam=_("Oordeel van buiten over het expertteam"),
        uitleg=_("Wie er wanneer naar keek, en wat die vond."),
        vereisten=("R287",),
    ),
    Instelling(
        sleutel="ret_toegang",
        naam=_("Wie bij het expertteam terechtkan"),
        uitleg=_("Aan welke eisen een aanmelding moet voldoen."),
        vereisten=("R288",),
    ),
    Instelling(
        sleutel="ret_weging",
        naam=_("Hoe het expertteam zaken van een GI weegt"),
        uitleg=_("Wat voorgaat, en wie dat bepaalt."),
        vereisten=("R288",),
    ),
    Instelling(
        sleutel="ret_en_tafel",
        naam=_("Expertteam of Jeugdbeschermingstafel"),
        uitleg=_("Met welke vraag gaat u waarheen?"),
        vereisten=("R288",),
    ),
    Instelling(
        sleutel="ret_en_vhh",
        naam=_("Expertteam of Veiligheidshuis"),
        uitleg=_("Met welke vraag gaat u waarheen?"),
        vereisten=("R288",),
    ),
    Instelling(
        sleutel="ret_en_mda",
        naam=_("Expertteam of MDA++"),
        uitleg=_("Met welke vraag gaat u waarheen?"),
        vereisten=("R288",),
    ),
    Instelling(
        sleutel="tafel_naam",
        naam=_("Naam van de Jeugdbeschermingstafel"),
        uitleg=_("Zoals de regio haar zelf noemt."),
        vereisten=("R282",),
    ),
    Instelling(
        sleutel="escalatie_waar",
        naam=_("Waar onvoldoende beschermde kinderen snel worden besproken"),
        uitleg=_("Welk overleg, en hoe snel het daar op de agenda staat."),
        vereisten=("R141",),
    ),
    Instelling(
        sleutel="escalatie_route",
        naam=_("Route als de samenwerking geen oplossing geeft"),
        uitleg=_("Waar zorgen over een kind in een onveilige situatie naartoe kunnen, en hoe."),
        vereisten=("R142",),
    ),
    Instelling(
        sleutel="escalatie_bovenregionaal",
        naam=_("Bovenregionale afspraak over escaleren"),
        uitleg=_("Wat er gebeurt als de onveiligheid in de regio niet weg te nemen is."),
        vereisten=("R291",),
    ),
    Instelling(
        sleutel="subregios",
        naam=_("Aantal subregio's"),
        uitleg=_(
            "In hoeveel subregio's de regio wil samenwerken. Welke gemeenten erbij horen, staat hieronder."
        ),
        vereisten=("R30",),
        vorm="getal",
    ),
    Instelling(
        sleutel="accounthoudend",
        naam=_("Accounthoudende regio"),
        uitleg=_("Deze regio beheert het budget van de agenda."),
        vereisten=("R16",),
        vorm="keuze",
        waarden=JA_NEE,
    ),
    Instelling(
        sleutel="actieve_regie",
        naam=_("Actieve regie"),
        uitleg=_("Het lokale team blijft ook sturen als er een maatregel loopt."),
        vereisten=("R283",),
        vorm="keuze",
        waarden=JA_NEE,
    ),
    Instelling(
        sleutel="ret_voor_gi",
        naam=_("Expertteam open voor kinderen onder een maatregel"),
        uitleg=_("Sinds welke dag een GI een casus bij het expertteam kan brengen."),
        vereisten=("R127",),
        vorm="dag",
    ),
    Instelling(
        sleutel="preventief_pakket",
        naam=_("Afspraken over één pakket preventieve diensten"),
        uitleg=_("Wie doet wat, wie is verantwoordelijk en wie betaalt."),
        vereisten=("R37",),
    ),
)

VAN_ORGANISATIE = _of(
    Instelling(
        sleutel="bevestig_na",
        naam=_("Contacten bevestigen na zoveel dagen"),
        uitleg=_("Zonder eigen keuze geldt het aantal van de regio."),
        vereisten=("R27",),
        vorm="getal",
    ),
    Instelling(
        sleutel="zoektaak",
        voor=LOKAAL_TEAM,
        naam=_("Taak bij het zoeken van hulp"),
        uitleg=_("Wat het lokale team doet als een jeugdbeschermer passende hulp zoekt."),
        vereisten=("R243",),
        vorm="keuze",
        waarden={
            "geen": _("Geen taak"),
            "advies": _("Advies"),
            "advies_en_steun": _("Advies en steun bij het zoeken"),
        },
    ),
    Instelling(
        sleutel="kent_gezin",
        voor=LOKAAL_TEAM,
        naam=_("Weet hoe het nu met de gezinnen gaat"),
        uitleg=_("Of laat zich daarover vooraf bijpraten."),
        vereisten=("R89", "R243"),
        vorm="keuze",
        waarden=JA_NEE,
    ),
    Instelling(
        sleutel="kent_aanbod",
        voor=LOKAAL_TEAM,
        naam=_("Kent het gecontracteerde aanbod en de routes"),
        uitleg=_("In de eigen regio."),
        vereisten=("R89", "R243"),
        vorm="keuze",
        waarden=JA_NEE,
    ),
    Instelling(
        sleutel="opdracht_aanbod",
        voor=LOKAAL_TEAM,
        naam=_("Kreeg de opdracht om het aanbod te kennen"),
        uitleg=_(
            "Zicht op inhoud, plek en kwaliteit van het lokale en regionale aanbod. De dag van ingang "
            "is die van de opdracht."
        ),
        vereisten=("R242",),
        vorm="keuze",
        waarden=JA_NEE,
    ),
    Instelling(
        sleutel="kent_plek",
        voor=LOKAAL_TEAM,
        naam=_("Weet waar nu plek is"),
        uitleg=_("Bij aanbieders in de eigen regio."),
        vereisten=("R89", "R243"),
        vorm="keuze",
        waarden=JA_NEE,
    ),
    Instelling(
        sleutel="andere_domeinen",
        voor=LOKAAL_TEAM,
        naam=_("Hulp voor volwassenen en andere loketten"),
        uitleg=_("Met wie het team werkt als ouders zelf hulp nodig hebben: Wmo, schulden, zorg."),
        vereisten=("R227",),
    ),
    Instelling(
        sleutel="formulier_toegezegd",
        voor=AANBIEDER,
        naam=_("Zegde toe het Gelderse aanmeldformulier te gebruiken"),
        uitleg=_("De dag waarop de aanbieder dat toezegde."),
        vereisten=("R286",),
        vorm="dag",
    ),
    Instelling(
        sleutel="formulier_sinds",
        voor=AANBIEDER,
        naam=_("Gebruikt het Gelderse aanmeldformulier sinds"),
        uitleg=_("De eerste dag waarop een aanmelding zonder ander formulier kan."),
        vereisten=("R286",),
        vorm="dag",
    ),
)
#: Days after which a contact is asked again where nobody chose (proposed, R27 gives no number).
BEVESTIG_NA = 90
