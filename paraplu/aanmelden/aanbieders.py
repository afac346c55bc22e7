"""Which providers one can choose from in a case, and whether their help was bought there (R93, R118)."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus
from paraplu.netwerk.aanbod.queries import is_gecontracteerd, list_aanbod_for
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import in_force
from paraplu.web.models import Gebruiker

Keuzes = list[tuple[object, object]]


def list_keuzes(gebruiker: Gebruiker, casus: Casus, *, on: date) -> Keuzes:
    """Every provider as a choice: first those with bought help that can be used in the gemeente."""
    aanbod = list_aanbod_for(gebruiker, on=on, gemeente=casus.gezin.gemeente)
    ingekocht = {rij.voorziening.aanbieder_id for rij in aanbod if rij.ingekocht}
    alle = list(aanbieders(on=on))
    met = [(rij.pk, rij.naam) for rij in alle if rij.pk in ingekocht]
    zonder = [(rij.pk, rij.naam) for rij in alle if rij.pk not in ingekocht]
    groepen: Keuzes = [("", _("Kies een aanbieder"))]
    if met:
        groepen.append((_("Ingekocht in deze regio of gemeente"), met))
    if zonder:
        groepen.append((_("Niet ingekocht, of niet bekend"), zonder))
    return groepen


def aanbieders(*, on: date) -> QuerySet[Organisatie]:
    """The providers that exist on a day."""
    return Organisatie.objects.filter(in_force(on), soort=Soort.AANBIEDER)


def is_ingekocht(casus: Casus, aanbieder: Organisatie, tussentaal: int, *, on: date) -> bool:
    """Whether region or gemeente bought this kind of help from this provider."""
    return is_gecontracteerd(
        aanbieder, casus.regio, tussentaal, on=on, gemeente=casus.gezin.gemeente
    )
