"""A region decides below which number of children a figure of it stays hidden."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from paraplu.afspraken import gebieden
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from .. import queries
from ..fouten import DrempelFout
from ..kijker import GEWOON
from ..models import Drempel, Kring
from ..models.drempel import HOOGSTENS, MINSTENS

DOEL = "kleine aantallen beschermen"


@transaction.atomic
def set_drempel(
    *, regio: str, kring: str, aantal: int, vanaf: date, besluit: str, by: Gebruiker, nu: datetime
) -> Drempel:
    """Write down what a region decided, in force from `vanaf` on. Raises DrempelFout.

    Never before today: what was shown then was shown under the threshold of then. Outside the circle
    never less is hidden than inside it, on no day.
    """
    _check(regio=regio, kring=kring, aantal=aantal, vanaf=vanaf, on=nu.date())
    drempel = Drempel.objects.create(
        regio=regio,
        kring=kring,
        aantal=aantal,
        vanaf=vanaf,
        besluit=besluit,
        door=by,
        geschreven_op=nu,
    )
    _check_kringen(regio, vanaf)
    write_spoor(
        gebruiker=by,
        handeling="drempel besluiten",
        voorwerp=f"{regio} {kring}: {aantal} vanaf {vanaf:%Y-%m-%d}",
        doel=DOEL,
    )
    return drempel


def _check(*, regio: str, kring: str, aantal: int, vanaf: date, on: date) -> None:
    if gebieden.regio(regio) is None or kring not in Kring.values:
        raise DrempelFout(_("Deze regio of kring kennen wij niet."))
    if not MINSTENS <= aantal <= HOOGSTENS:
        raise DrempelFout(
            _("Kies een aantal van %(laag)s tot en met %(hoog)s.")
            % {"laag": MINSTENS, "hoog": HOOGSTENS}
        )
    if vanaf < on:
        raise DrempelFout(_("Een drempel gaat vandaag in of later, niet eerder."))


def _check_kringen(regio: str, vanaf: date) -> None:
    """On `vanaf` and on every later day that something changes the public sees no more than parties."""
    later = Drempel.objects.filter(regio=regio, vanaf__gte=vanaf).values_list("vanaf", flat=True)
    for dag in sorted({vanaf, *later}):
        binnen, buiten = (
            queries.drempels_on(kring, op=dag).get(regio, GEWOON[kring])
            for kring in (Kring.PARTIJEN.value, Kring.PUBLIEK.value)
        )
        if buiten < binnen:
            raise DrempelFout(
                _(
                    "Buiten de kring mag niet meer te zien zijn dan erbinnen: %(buiten)s is minder dan %(binnen)s."
                )
                % {"buiten": buiten, "binnen": binnen}
            )
