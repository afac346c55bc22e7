"""The engine of every route: a step opens, somebody takes it, it is closed, the next ones open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from paraplu.netwerk.models import Medewerker

from ..deelnemers import find_organisatie, find_personen
from ..fouten import StapAlreadyClosed, UnknownUitkomst, VoorwaardeNietVervuld
from ..models import Casus, CasusStap, StapRol
from ..voorwaarden import missing_for
from . import casussen, deelname, termijnen

#: The outcome of a step that is done anew or that the end of a case overtook.
VERVALLEN = "vervallen"


@transaction.atomic
def open_stap(
    *,
    casus: Casus,
    sleutel: str,
    on: date,
    loopt_vanaf: str = "",
    herstelt: CasusStap | None = None,
) -> CasusStap:
    """Open a step and let in who may set it. `loopt_vanaf` overrules what the step itself says."""
    afspraak = casus.route.stap(sleutel)
    personen = find_personen(casus, afspraak.rol, on=on)
    organisatie = (
        personen[0].organisatie if personen else find_organisatie(casus, afspraak.rol, on=on)
    )
    stap = CasusStap(
        casus=casus,
        sleutel=sleutel,
        rol=afspraak.rol,
        organisatie=organisatie,
        behandelaar=casus.houder if afspraak.rol == casus.route.houder else None,
        geopend_op=on,
        herstelt=herstelt,
    )
    termijnen.set_termijn(stap, loopt_vanaf=loopt_vanaf)
    stap.save()
    for rol in _rollen(casus, sleutel):
        _let_in_for(stap, rol, on=on)
    return stap


def _let_in_for(stap: CasusStap, rol: str, *, on: date) -> None:
    """Who may set the step in this role: an organisation, or people by name where the room has them."""
    casus, reden = stap.casus, f"stap:{stap.sleutel}"
    personen = find_personen(casus, rol, on=on) if rol != casus.route.houder else None
    if personen is not None:
        for persoon in personen:
            StapRol.objects.get_or_create(stap=stap, rol=rol, organisatie=persoon.organisatie)
            deelname.let_in(
                casus=casus,
                organisatie=persoon.organisatie,
                rol=rol,
                reden=reden,
                on=on,
                medewerker=persoon,
            )
        return
    wie = find_organisatie(casus, rol, on=on)
    StapRol.objects.create(stap=stap, rol=rol, organisatie=wie)
    if rol != casus.route.houder:
        team = casus.team if rol == "teamleider" else None
        deelname.let_in(casus=casus, organisatie=wie, rol=rol, reden=reden, on=on, team=team)


def _rollen(casus: Casus, sleutel: str) -> set[str]:
    """Every role that may close this step with one of its own outcomes."""
    uitkomsten = casus.route.stap(sleutel).uitkomsten
    return {rol for uitkomst in uitkomsten for rol in casus.route.rollen(sleutel, uitkomst)}


def open_after(*, casus: Casus, stap: str, uitkomst: str, on: date) -> list[CasusStap]:
    """Open what the route says follows on this outcome, given what is open in the case."""
    nog_open = set(
        CasusStap.objects.filter(casus=casus, afgerond_op=None).values_list("sleutel", flat=True)
    )
    gekozen = casus.route.uitkomst(stap, uitkomst)
    return [
        open_stap(casus=casus, sleutel=sleutel, on=on, loopt_vanaf=gekozen.loopt_vanaf)
        for sleutel in casus.route.opent(nog_open, stap, uitkomst)
    ]


@transaction.atomic
def close_stap(
    *,
    stap: CasusStap,
    uitkomst: str,
    by: Medewerker | None,
    on: date,
    toelichting: str = "",
    gegevens: Mapping[str, Any] | None = None,
) -> list[CasusStap]:
    """Close `stap` with `uitkomst` and give the steps that the route opens after it.

    Of two simultaneous requests one finds nothing to close: StapAlreadyClosed. An outcome that asks
    for something first: VoorwaardeNietVervuld with what is missing.
    """
    casus = Casus.objects.select_for_update().get(pk=stap.casus_id)
    if uitkomst not in casus.route.uitkomsten(stap.sleutel):
        raise UnknownUitkomst(f"De route kent bij deze stap geen uitkomst '{uitkomst}'.")
    _refuse_closed(stap)
    if casus.route.uitkomst(stap.sleutel, uitkomst).toelichting and not toelichting.strip():
        raise VoorwaardeNietVervuld("Schrijf erbij waarom u dit kiest.")
    if ontbreekt := missing_for(stap, uitkomst, on=on):
        raise VoorwaardeNietVervuld(ontbreekt)
    _mark_closed(stap, uitkomst=uitkomst, by=by, on=on, toelichting=toelichting)
    casussen.register_gebeurtenis(
        casus=casus,
        soort="stap_afgerond",
        stap=stap,
        by=by,
        on=on,
        gegevens={"stap": stap.sleutel, "uitkomst": uitkomst, **(gegevens or {})},
    )
    nieuw = open_after(casus=casus, stap=stap.sleutel, uitkomst=uitkomst, on=on)
    deelname.let_out_after(stap=stap, on=on)
    if eind := casus.route.uitkomst(stap.sleutel, uitkomst).eind:
        casussen.end_casus(casus=casus, afloop=eind, by=by, on=on)
    return nieuw


@transaction.atomic
def take_stap(*, stap: CasusStap, by: Medewerker, on: date) -> CasusStap:
    """This person does the step from now on; it leaves the list of the team."""
    _refuse_closed(stap)
    stap.behandelaar = by
    stap.save(update_fields=["behandelaar"])
    casussen.register_gebeurtenis(casus=stap.casus, soort="stap_opgepakt", stap=stap, by=by, on=on)
    return stap


@transaction.atomic
def redo_stap(*, stap: CasusStap, by: Medewerker, on: date, reden: str) -> CasusStap:
    """Set a closed step right by doing it again; open steps that followed from it lapse."""
    casus = Casus.objects.select_for_update().get(pk=stap.casus_id)
    for volgende in CasusStap.objects.filter(casus=casus, afgerond_op=None, pk__gt=stap.pk):
        _mark_closed(volgende, uitkomst=VERVALLEN, by=by, on=on, toelichting=reden)
        deelname.let_out_after(stap=volgende, on=on)
    casussen.register_gebeurtenis(
        casus=casus, soort="stap_hersteld", stap=stap, by=by, on=on, reden=reden
    )
    if not casus.is_open:
        Casus.objects.filter(pk=casus.pk).update(afgesloten_op=None, afloop="")
        casus.refresh_from_db()
    if CasusStap.objects.filter(casus=casus, sleutel=stap.sleutel, afgerond_op=None).exists():
        raise StapAlreadyClosed(stap.sleutel)
    return open_stap(casus=casus, sleutel=stap.sleutel, on=on, herstelt=stap)


def _refuse_closed(stap: CasusStap) -> None:
    if not CasusStap.objects.filter(pk=stap.pk, afgerond_op=None).exists():
        raise StapAlreadyClosed(stap.sleutel)


def _mark_closed(
    stap: CasusStap, *, uitkomst: str, by: Medewerker | None, on: date, toelichting: str
) -> None:
    # The condition on afgerond_op is the lock: of two simultaneous requests one updates no row.
    gedaan = CasusStap.objects.filter(pk=stap.pk, afgerond_op=None).update(
        uitkomst=uitkomst, afgerond_op=on, afgerond_door=by, toelichting=toelichting
    )
    if not gedaan:
        raise StapAlreadyClosed(stap.sleutel)
    stap.refresh_from_db()
