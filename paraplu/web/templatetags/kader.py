"""What the frame needs in every template: navigation by right, theme, freshness, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from paraplu.web import gegevens
from paraplu.web.getallen import Getal, Waarde, cel, toon
from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import mag

register = template.Library()

#: Route, text, and the routes that belong to it.
NAVIGATIE = (
    ("mijn_werk", _("Mijn werk"), {"mijn_werk", "team_werk", "casus", "stap"}),
    ("expertteam_agenda", _("Agenda expertteam"), {"expertteam_agenda"}),
    (
        "tafel_agenda",
        _("Agenda tafel"),
        {"tafel_agenda", "tafel_instellen", "ruimtevraag", "tafel_genodigden"},
    ),
    ("netwerkleden", _("Netwerken"), {"netwerkleden"}),
    ("gezinnen", _("Gezinnen"), {"gezinnen", "gezin"}),
    ("tuinen", _("Toekomsttuinen"), {"tuinen", "tuin", "huishoudens", "huishouden", "analyse"}),
    ("escalaties", _("Escalatie"), {"escalaties", "onbeschermd", "leerlijst", "escalatieroute"}),
    (
        "overzicht",
        _("Monitor"),
        {"overzicht", "waarde", "lijst", "vergelijken", "bewijs", "bewijs_berichten"},
    ),
    (
        "resultaten",
        _("Resultaatafspraken"),
        {"resultaten", "resultaat", "resultaat_bewijs", "resultaat_partij", "nakoming"},
    ),
    (
        "verslagen",
        _("Verslagen"),
        {"verslagen", "verslag", "verslag_maken", "verslag_nu"},
    ),
    (
        "overleggen",
        _("Overleg"),
        {
            "overleggen",
            "overleg",
            "overleg_nieuw",
            "overleg_agenda",
            "afwijkingen",
            "afwijking",
            "afwijking_nieuw",
            "g7_voorstel",
            "g7_dossier",
            "overlegacties",
            "overlegactie",
            "overlegtaken",
            "besluiten",
            "organen",
            "bouwsteenstanden",
            "basisafspraken",
            "regiogegevens",
            "raadsbrieven",
            "documenten",
        },
    ),
    ("bijeenkomsten", _("Bijeenkomsten"), {"bijeenkomsten", "bijeenkomst", "voorbeelden"}),
    (
        "overeenkomsten",
        _("Contract"),
        {
            "overeenkomsten",
            "overeenkomst",
            "productboek",
            "productboek_inlezen",
            "product",
            "contractregisters",
            "rekenhulp",
            "scenarios",
            "scenario",
            "scenarios_vergelijken",
        },
    ),
    (
        "opgaven",
        _("Opgaven"),
        {
            "opgaven",
            "opgave_kosten",
            "opgave_personeel",
            "opgave_kosten_invullen",
            "opgave_personeel_invullen",
            "enquetes",
            "enquete_link",
            "regiolijst",
            "incidenten",
            "incident",
            "woonplaats",
            "zoekacties",
            "vacatures",
        },
    ),
    (
        "vooruit",
        _("Vooruitkijken"),
        {"vooruit", "voorstel", "voorstel_nieuw", "prognose", "prognose_ruimte"},
    ),
    ("route_cijfers", _("Routecijfers"), {"route_cijfers", "route_cijfers_lijst"}),
    ("tafel_cijfers", _("Tafelcijfers"), {"tafel_cijfers", "tafel_cijfers_lijst"}),
    (
        "overdrachtcijfers",
        _("Overdrachtcijfers"),
        {"overdrachtcijfers", "overdrachtcijfers_lijst"},
    ),
    (
        "tafel_bijeenkomsten",
        _("Leren van de tafels"),
        {"tafel_bijeenkomsten", "tafel_verbeterpunt", "tafel_terugblik", "tafel_terugkijken"},
    ),
    ("volledigheid", _("Volledigheid"), {"volledigheid", "kwaliteit", "kwaliteit_controle"}),
    ("leveringen", _("Leveringen"), {"leveringen", "levering", "levering_nieuw", "inzending"}),
    ("controleren", _("Controleren"), {"controleren"}),
    ("bevindingen", _("Bevindingen"), {"bevindingen"}),
    ("wachten", _("Wachten"), {"wachten"}),
    (
        "contacten",
        _("Wie doet wat"),
        {"contacten", "contact_zoeken", "contact", "gemeente_netwerk"},
    ),
    (
        "aanbod",
        _("Hulpaanbod"),
        {
            "aanbod",
            "voorziening",
            "aanbod_eigen",
            "aanbod_wachttijd",
            "wachtlijsten",
            "aanbod_inlezen",
        },
    ),
    ("bladen", _("Bladen"), {"bladen"}),
    ("gezondheid", _("Gezondheid"), {"gezondheid", "bewaren", "vernietigingslijst"}),
    ("rechten_nazien", _("Accounts"), {"rechten_nazien", "account_nieuw", "account_beheer"}),
    ("uitleg", _("Uitleg"), {"uitleg", "definities", "definitie"}),
)
#: Where one begins: at the own work, who has none at the figures. An alderman comes for the figures.
THUIS = ("mijn_werk", "overzicht")
THUIS_BIJ_CIJFERS = frozenset({Soort.WETHOUDER})
THEMAS = (("systeem", _("Zoals uw scherm")), ("licht", _("Licht")), ("donker", _("Donker")))


@dataclass(frozen=True)
class Ingang:
    """One entry of the navigation."""

    adres: str
    tekst: str
    hier: bool


@register.simple_tag(takes_context=True)
def navigatie(context: dict[str, Any]) -> list[Ingang]:
    """The entries this user may open; `hier` marks the one we are in."""
    request = context.get("request")
    if request is None or not getattr(request, "user", None) or not request.user.is_authenticated:
        return []
    route = request.resolver_match.url_name if request.resolver_match else ""
    return [
        Ingang(reverse(naam), str(tekst), route in binnen)
        for naam, tekst, binnen in NAVIGATIE
        if mag(request.user, naam)
    ]


def thuis_van(gebruiker: Gebruiker) -> str:
    """Where this user begins: own work or figures, else the first entry that they may open."""
    eerst = THUIS[1:] if gebruiker.soort in THUIS_BIJ_CIJFERS else THUIS
    for naam in (*eerst, *(ingang[0] for ingang in NAVIGATIE)):
        if mag(gebruiker, naam):
            return reverse(naam)
    return reverse("inloggen")


@register.simple_tag(takes_context=True)
def thuis(context: dict[str, Any]) -> str:
    """Where the mark and the error pages lead: the first page of who is logged in."""
    gebruiker = getattr(context.get("request"), "user", None)
    return thuis_van(gebruiker) if gebruiker and gebruiker.is_authenticated else "/"


@register.simple_tag(takes_context=True)
def thema(context: dict[str, Any]) -> str:
    """The theme this browser chose: licht, donker or systeem."""
    request = context.get("request")
    keuze = request.COOKIES.get("thema", "") if request else ""
    return keuze if keuze in {naam for naam, _tekst in THEMAS} else "systeem"


@register.simple_tag
def themas() -> tuple[tuple[str, Any], ...]:
    """The themes one can choose."""
    return THEMAS


@register.simple_tag
def bijgewerkt() -> date | None:
    """The day of the last delivery, or None when there is none."""
    return gegevens.laatst_bijgewerkt()


@register.filter
def getal(waarde: Waarde, eenheid: str = "") -> Getal:
    """`{{ waarde|getal:"euro" }}`: see `getallen.toon`."""
    return toon(waarde, eenheid)


@register.filter("cel")
def tabelcel(waarde: Waarde, eenheid: str = "") -> Getal | SafeString:
    """A value in a table; of a hidden one a screen reader hears why."""
    gezet = cel(waarde, eenheid)
    if not gezet.reden:
        return gezet
    return format_html(
        '<span class="is-verborgen">{}<span class="alleen-voorlezen">: {}</span></span>',
        gezet.cijfers,
        gezet.reden,
    )


@register.filter
def regelcel(waarde: Any) -> str:
    """A value of a row as it is in the data: a day as 2023-05-31, yes or no, a dash for nothing."""
    if waarde is None or waarde == "":
        return "–"
    if isinstance(waarde, bool):
        return str(_("ja") if waarde else _("nee"))
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


@register.filter
def alineas(tekst: str) -> list[str]:
    """The paragraphs of a text, each without the line breaks of its source."""
    return [" ".join(alinea.split()) for alinea in tekst.split("\n\n") if alinea.strip()]


@register.filter
def haal(waarden: Mapping[str, Any], sleutel: str) -> Any:
    """`{{ rij.waarden|haal:maat.sleutel }}`: a value by key, None when it is not there."""
    return waarden.get(sleutel)


@register.filter
def dag(waarde: date | None) -> str:
    """A day as 3 januari 2023."""
    from django.utils.formats import date_format  # noqa: PLC0415 - needs the settings

    return date_format(waarde, "j F Y") if waarde else ""
