"""A case begins, something happens in it, and it ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from paraplu.afspraken.routes import geldend
from paraplu.netwerk.models import Medewerker, Organisatie, Team
from paraplu.web.wand.verzoek import beyond_wall

from ..deelnemers import find_organisatie
from ..models import Casus, CasusStap, Gebeurtenis, Gezin, Maatregel, Persoon
from . import deelname, einde, stappen, termijnen


@beyond_wall()
def open_casus(
    *,
    gezin: Gezin,
    route: str,
    houder: Medewerker,
    lokaal_team: Organisatie,
    gemeente: Organisatie,
    by: Medewerker,
    on: date,
    kind: Persoon | None = None,
    gi: Organisatie | None = None,
    maatregel: Maatregel | None = None,
    team: Team | None = None,
    opties: frozenset[str] = frozenset(),
    spoed: bool = False,
    besloten: bool = False,
) -> Casus:
    """Begin a case on the version of the route that is in force on `on`, and open its first steps.

    A case that is `besloten` is for people who are let in by name, and for nobody in their place.
    """
    casus = Casus.objects.create(
        gezin=gezin,
        kind=kind,
        maatregel=maatregel,
        route_sleutel=route,
        route_versie=geldend(route, op=on).versie,
        route_opties=" ".join(sorted(opties)),
        houder=houder,
        team=team,
        gi=gi,
        lokaal_team=lokaal_team,
        gemeente=gemeente,
        regio=gezin.regio,
        spoed=spoed,
        besloten=besloten,
        geopend_op=on,
    )
    deelname.let_in(
        casus=casus,
        organisatie=houder.organisatie,
        rol=casus.route.houder,
        reden="houder",
        on=on,
        medewerker=houder,
    )
    for rol in casus.route.betrokken:
        deelname.let_in(
            casus=casus,
            organisatie=find_organisatie(casus, rol, on=on),
            rol=rol,
            reden="betrokken",
            on=on,
            team=team if rol == "teamleider" else None,
        )
    register_gebeurtenis(casus=casus, soort="casus_geopend", by=by, on=on)
    for sleutel in casus.route.opent_bij_begin():
        stappen.open_stap(casus=casus, sleutel=sleutel, on=on)
    return casus


@transaction.atomic
def register_gebeurtenis(
    *,
    casus: Casus,
    soort: str,
    by: Medewerker | None,
    on: date,
    stap: CasusStap | None = None,
    gegevens: Mapping[str, Any] | None = None,
    namens: Organisatie | None = None,
    corrigeert: Gebeurtenis | None = None,
    reden: str = "",
) -> Gebeurtenis:
    """Add what happened; terms that wait for it begin to run from `on`."""
    gebeurtenis = Gebeurtenis.objects.create(
        casus=casus,
        stap=stap,
        soort=soort,
        op=on,
        door=by,
        namens=namens,
        gegevens=dict(gegevens or {}),
        corrigeert=corrigeert,
        reden=reden,
    )
    termijnen.anchor_waiting(gebeurtenis=gebeurtenis)
    return gebeurtenis


def set_aanbieder(*, casus: Casus, aanbieder: Organisatie) -> Casus:
    """This provider is asked now."""
    casus.aanbieder = aanbieder
    casus.save(update_fields=["aanbieder"])
    return casus


@transaction.atomic
def end_casus(*, casus: Casus, afloop: str, by: Medewerker | None, on: date) -> Casus:
    """The route has come to an ending; steps that are still open lapse."""
    CasusStap.objects.filter(casus=casus, afgerond_op=None).update(
        uitkomst="vervallen", afgerond_op=on, afgerond_door=by
    )
    casus.afgesloten_op, casus.afloop = on, afloop
    casus.save(update_fields=["afgesloten_op", "afloop"])
    register_gebeurtenis(
        casus=casus, soort="casus_afgesloten", by=by, on=on, gegevens={"afloop": afloop}
    )
    # A measure whose end was prepared here and that has not ended goes on.
    einde.drop_einde(casus=casus, on=on, reden=afloop)
    deelname.let_all_out(casus=casus, on=on)
    return casus


@transaction.atomic
def withdraw_casus(*, casus: Casus, by: Medewerker, on: date, reden: str) -> Casus:
    """The question is withdrawn, with a reason."""
    register_gebeurtenis(casus=casus, soort="ingetrokken", by=by, on=on, reden=reden)
    return end_casus(casus=casus, afloop="ingetrokken", by=by, on=on)
