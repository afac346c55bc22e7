"""One proposal in the demo: another number of days between two measures, shared, not decided yet."""

from __future__ import annotations

from datetime import date

from paraplu.vooruit.actions import make_voorstel, share_voorstel
from paraplu.vooruit.models import Soort
from paraplu.vooruit.queries import has_demo_voorstel
from paraplu.web.models import Gebruiker
from paraplu.web.models import Soort as Functie

TITEL = "Twee maanden tussen twee maatregelen"
REDEN = (
    "Een nieuwe toewijzing komt soms later dan 31 dagen na de vorige. Dan telt dezelfde maatregel "
    "als nieuwe instroom. Bekijk wat 62 dagen zou doen, voordat wij de definitie aanpassen."
)


def fill(on: date) -> None:
    """Make the proposal once, by the contract manager of the demo."""
    by = (
        Gebruiker.objects.filter(soort=Functie.CONTRACTMANAGER, is_demo=True).order_by("pk").first()
    )
    if by is None or has_demo_voorstel(TITEL):
        return
    voorstel = make_voorstel(
        soort=Soort.DEFINITIE,
        onderwerp="dagen",
        waarde="62",
        titel=TITEL,
        reden=REDEN,
        by=by,
        on=on,
    )
    share_voorstel(voorstel=voorstel, by=by, on=on)
