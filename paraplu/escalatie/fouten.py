"""Why an escalation is refused, each with where to go instead."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from paraplu.casussen.fouten import CasusFout


class ContactHoortBijRoute(CasusFout):
    """No contact with the lokaal team while looking for help: that has a place in the routes (R137, R143)."""

    def __init__(self) -> None:
        super().__init__(
            "Krijgt de jeugdbeschermer bij het zoeken van hulp geen contact met het lokale team? "
            "Daar is de escalatie niet voor. De aanmeldroute heeft er een eigen weg voor: bel ook de "
            "tweede medewerker, en vraag dan de regionale contactpersoon om u te verbinden."
        )

    def toon(self) -> dict[str, Any]:
        """Where the contact problem belongs (R92)."""
        return {"verwijzing": reverse("contact_zoeken")}


class BesluitStaatVast(CasusFout):
    """Under a measure the determination of the GI stands; cooperation can be escalated (R140, P12)."""

    def __init__(self) -> None:
        super().__init__(
            "In het gedwongen kader is het besluit van de jeugdbescherming doorslaggevend "
            "(Jeugdwet, artikel 3.5). Daartegen kunt u hier niet escaleren. Loopt de samenwerking "
            "vast? Breng dan dat in: daarover kan het wel."
        )


class NietVanDezeOrganisaties(CasusFout):
    """Who starts it, or the other side, is no organisation that works with the family (R289)."""


class NietBestuurlijkGeescaleerd(CasusFout):
    """The case did not end with a bestuurlijke escalatie, or that one was taken up already (P46)."""


class GeenDeelnemer(CasusFout):
    """Only who took part says something of the report."""
