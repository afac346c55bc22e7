"""Whose table a family has, who leads a talk there, and whether that person is independent."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus
from paraplu.netwerk.models import Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import functies_on, in_force, people_with

from .models import Tafel, Zitting

VOORZITTER = "voorzitter"
#: Who can employ an independent chair: the gemeenten, also together (R61).
IN_DIENST_VAN = frozenset({Soort.GEMEENTE, Soort.REGIO, Soort.TAFEL})
#: Organisations of jeugdbescherming or jeugdhulp; no role of a chair there (R61).
NIET_ONAFHANKELIJK = frozenset(
    {Soort.GI, Soort.AANBIEDER, Soort.NETWERK, Soort.LOKAAL_TEAM, Soort.VEILIG_THUIS, Soort.RVDK}
)


def tafel_of(gemeente: str, regio: str, *, on: date) -> Tafel:
    """The table that serves a gemeente: one that names it, else one of the whole region; CasusFout."""
    alle = Tafel.objects.filter(in_force(on, voor="organisatie__"))
    tafel = (
        alle.filter(gemeenten__contains=[gemeente]).first()
        or alle.filter(organisatie__regio=regio, gemeenten=[]).order_by("id").first()
    )
    if tafel is None:
        raise CasusFout(
            "Voor deze gemeente is nog geen beschermingstafel bekend. "
            "Vraag de beheerder om haar toe te voegen."
        )
    return tafel


def find_voorzitter(casus: Casus, _on: date) -> Organisatie | None:
    """Which table has the role of chair in a case: where the talk is planned, else the own one."""
    zitting = casus.zittingen.exclude(status=Zitting.Status.AFGELAST).last()
    if zitting:
        return zitting.tafel.organisatie
    verzoek = getattr(casus, "tafelverzoek", None)
    return verzoek.tafel.organisatie if verzoek else None


def voorzitters_of(tafel: Tafel, *, on: date) -> list[Medewerker]:
    """Who can lead a talk at this table on a day: with the role, and independent."""
    wie = people_with(VOORZITTER, [tafel.organisatie], op=on).select_related("organisatie")
    return [medewerker for medewerker in wie if not list_bezwaren(medewerker, on=on)]


def list_bezwaren(medewerker: Medewerker, *, on: date) -> list[str]:
    """Why this person is no independent chair; empty when there is nothing against it (R61)."""
    bezwaren = []
    werkgever = medewerker.organisatie
    if Soort(werkgever.soort) not in IN_DIENST_VAN:
        bezwaren.append(
            _("%(wie)s is in dienst van %(organisatie)s en niet van de gemeenten.")
            % {"wie": medewerker.naam, "organisatie": werkgever.naam}
        )
    for functie in functies_on(medewerker, op=on).filter(medewerker=medewerker):
        if Soort(functie.organisatie.soort) in NIET_ONAFHANKELIJK:
            bezwaren.append(
                _("%(wie)s heeft ook een taak bij %(organisatie)s.")
                % {"wie": medewerker.naam, "organisatie": functie.organisatie.naam}
            )
    return bezwaren
