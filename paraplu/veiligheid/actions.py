"""The only writer of safety plans. A version is never edited: the next one follows it."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from paraplu.casussen.fouten import StaleSave
from paraplu.casussen.models import Gezin, Persoon
from paraplu.netwerk.models import Medewerker

from .fouten import PlanBeeindigd, PlanOnvolledig, VerouderdeVersie
from .inhoud import Planinhoud, VoorwaardeInhoud, list_missing
from .models import (
    Instemming,
    Planversie,
    Veiligheidsafspraak,
    Veiligheidsplan,
    Veiligheidsvoorwaarde,
)


@transaction.atomic
def begin_plan(*, gezin: Gezin, by: Medewerker, on: date) -> Veiligheidsplan:
    """The plan of this family: the one that runs, or a new one; never two (R10).

    It counts as a plan (`queries.plan_of`) from its first version on: `save_versie`.
    """
    # Who clicks twice at once waits here and finds the first one.
    Gezin.objects.select_for_update(no_key=True).get(pk=gezin.pk)
    loopt = Veiligheidsplan.objects.filter(gezin=gezin, beeindigd_op=None).first()
    return loopt or Veiligheidsplan.objects.create(gezin=gezin, begonnen_op=on, door=by)


@transaction.atomic
def save_versie(
    *, plan: Veiligheidsplan, inhoud: Planinhoud, by: Medewerker, on: date, vorige: int
) -> Planversie:
    """Fix a new version over version number `vorige`, 0 for the first.

    Raises PlanOnvolledig, StaleSave (somebody saved another version meanwhile) or PlanBeeindigd; in
    each case nothing is written.
    """
    nu = Veiligheidsplan.objects.select_for_update().get(pk=plan.pk)
    if nu.beeindigd_op is not None:
        raise PlanBeeindigd(_("Dit plan is afgesloten. Begin een nieuw plan."))
    if mist := list_missing(inhoud, on=on):
        raise PlanOnvolledig(mist)
    laatste = nu.versies.order_by("nummer").last()
    nummer = laatste.nummer if laatste else 0
    if nummer != vorige:
        raise StaleSave(nummer)
    versie = Planversie.objects.create(
        plan=nu, nummer=nummer + 1, vastgesteld_op=on, door=by, **inhoud.velden()
    )
    for plek, voorwaarde in enumerate(inhoud.voorwaarden, start=1):
        _add_voorwaarde(versie, plek, voorwaarde)
    return versie


def _add_voorwaarde(versie: Planversie, plek: int, inhoud: VoorwaardeInhoud) -> None:
    voorwaarde = Veiligheidsvoorwaarde.objects.create(
        versie=versie,
        volgorde=plek,
        wat=inhoud.wat,
        gesteld_door=inhoud.gesteld_door,
        geregeld_op=inhoud.geregeld_op,
    )
    Veiligheidsafspraak.objects.bulk_create(
        Veiligheidsafspraak(voorwaarde=voorwaarde, volgorde=nummer, **vars(afspraak))
        for nummer, afspraak in enumerate(inhoud.afspraken, start=1)
    )


@transaction.atomic
def agree(
    *,
    versie: Planversie,
    by: Medewerker,
    on: date,
    akkoord: bool = True,
    persoon: Persoon | None = None,
    medewerker: Medewerker | None = None,
    naam: str = "",
    toelichting: str = "",
) -> Instemming:
    """Write down that one of `persoon`, `medewerker` or `naam` agrees with this version, or not.

    Only of the version that holds: else VerouderdeVersie. What was said before stays.
    """
    plan = Veiligheidsplan.objects.select_for_update().get(pk=versie.plan_id)
    if plan.beeindigd_op or plan.versies.filter(nummer__gt=versie.nummer).exists():
        raise VerouderdeVersie(_("Er is intussen een nieuwe versie. Lees die samen."))
    return Instemming.objects.create(
        versie=versie,
        persoon=persoon,
        medewerker=medewerker,
        naam=naam.strip(),
        akkoord=akkoord,
        toelichting=toelichting,
        op=on,
        door=by,
    )


@transaction.atomic
def end_plan(*, plan: Veiligheidsplan, reden: str, on: date) -> Veiligheidsplan:
    """The family needs this plan no longer; it stays to be read. PlanBeeindigd when it had ended."""
    geraakt = Veiligheidsplan.objects.filter(pk=plan.pk, beeindigd_op=None)
    if not geraakt.update(beeindigd_op=on, reden_einde=reden):
        raise PlanBeeindigd(_("Dit plan was al afgesloten."))
    plan.refresh_from_db()
    return plan
