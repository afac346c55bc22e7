"""Rules on what a provider asks for: its referrer, its decision, and what a change is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: COD327: huisarts, jeugdarts, gecertificeerde instelling, medisch specialist: they have a code.
MET_ZORGVERLENERCODE: Final = frozenset({"02", "03", "04", "05"})


@toets(
    "CD043",
    klasse="AangevraagdProduct",
    in_=("JW315",),
    tekst="Een nummer van een beschikking en haar ingangsdatum horen bij elkaar, en een ontbreekt.",
    remedie="Vul BeschikkingNummer en BeschikkingIngangsdatum allebei in, of laat ze allebei weg.",
)
def ingang_van_beschikking(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """BeschikkingIngangsdatum stands with BeschikkingNummer, and only there."""
    if ("BeschikkingNummer" in product) != ("BeschikkingIngangsdatum" in product):
        yield "BeschikkingIngangsdatum"


@toets(
    "CD066",
    klasse="Verwijzer",
    in_=("JW315",),
    tekst="De verwijzer heeft een code; dan mag er geen naam bij staan.",
    remedie="Laat de naam van de verwijzer weg.",
)
def geen_naam_bij_code(verwijzer: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A referrer with a code has no name."""
    if verwijzer.get("Type") not in MET_ZORGVERLENERCODE:
        return
    if "ZorgverlenerCode" in verwijzer and "Naam" in verwijzer:
        yield "Naam"


@toets(
    "CD067",
    klasse="Verwijzer",
    in_=("JW315",),
    tekst="Er staat niet wie de verwijzer is.",
    remedie="Vul ZorgverlenerCode in, of de naam van de verwijzer als de code niet bekend is.",
)
def naam_zonder_code(verwijzer: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A referrer who can have a code and has none, has a name."""
    if verwijzer.get("Type") not in MET_ZORGVERLENERCODE:
        return
    if "ZorgverlenerCode" not in verwijzer and "Naam" not in verwijzer:
        yield "Naam"


@toets(
    "CD068",
    klasse="Verwijzer",
    in_=("JW315",),
    tekst="Bij dit type verwijzer mag geen zorgverlenercode staan.",
    remedie="Laat ZorgverlenerCode weg, of verbeter het type verwijzer.",
)
def geen_code_van_anderen(verwijzer: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Who is no doctor and no gecertificeerde instelling has no code."""
    if "ZorgverlenerCode" in verwijzer and verwijzer.get("Type") not in MET_ZORGVERLENERCODE:
        yield "ZorgverlenerCode"


@toets(
    "TR352",
    klasse="Verzoek",
    in_=("JW317",),
    tekst="In dit verzoek staat geen enkele toewijzing die er al is.",
    remedie="Noem alle lopende toewijzingen van de jeugdige, ongewijzigd of te wijzigen. "
    "Loopt er nog niets, stuur dan een verzoek om toewijzing (JW315).",
)
def noemt_lopende_toewijzing(verzoek: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A change is asked of what is there."""
    if not ("OngewijzigdeProducten" in verzoek or "TeWijzigenProducten" in verzoek):
        yield ""


@toets(
    "TR353",
    klasse="Verzoek",
    in_=("JW317",),
    tekst="In dit verzoek staat niets dat moet veranderen.",
    remedie="Voeg een product toe dat gewijzigd moet worden, of een nieuw product.",
)
def vraagt_verandering(verzoek: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A request for a change asks for one."""
    if not ("TeWijzigenProducten" in verzoek or "NieuweProducten" in verzoek):
        yield ""


@toets(
    "TR383",
    klasse="AangevraagdeProducten",
    in_=("JW315",),
    tekst="De referentie van de aanbieder staat ook bij een ander product in dit bericht.",
    remedie="Geef elk gevraagd product een eigen ReferentieAanbieder.",
)
def eigen_referentie(houder: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Each product that is asked for has a reference of its own."""
    gezien: set[str] = set()
    for nummer, product in enumerate(houder.get("AangevraagdProduct", ()), 1):
        referentie = product.get("ReferentieAanbieder", "")
        if referentie in gezien:
            yield f"AangevraagdProduct[{nummer}]/ReferentieAanbieder"
        gezien.add(referentie)
