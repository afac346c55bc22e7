"""Which steps of both routes have a form of their own: from the first call until the documents went."""

from __future__ import annotations

from paraplu.casussen import panelen, stapvormen

from .views import bepalen, contact, documenten, versturen

VORMEN = {
    "contact_lokaal_team": contact.CONTACT,
    "contact_aanbieder": contact.CONTACT,
    "verbinden": contact.VERBINDEN,
    "bepaling": bepalen.BEPALEN,
    "goedkeuring": bepalen.GOEDKEURING,
    "versturen_lokaal_team": versturen.VERSTUREN,
    "versturen_aanbieder": versturen.VERSTUREN,
}


def register_all() -> None:
    """Show these on the pages of their steps, and the documents on the page of the case."""
    for route in ("aanmeldroute-301", "aanmeldroute-315"):
        for stap, vorm in VORMEN.items():
            stapvormen.register(route, stap, vorm)
    panelen.register(documenten.PANEEL)
