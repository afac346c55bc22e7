"""The steps: own consultation, who takes part where, and what each talk gave."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from paraplu.casussen.actions import close_stap, deelname
from paraplu.casussen.models import CasusStap
from paraplu.netwerk.models import Medewerker, Organisatie

from ..models import Deelnemer, Escalatie, Overleg
from ..models.escalatie import BESTUURDERS, GEDRAGSWETENSCHAPPERS, LEIDINGGEVENDEN, PROFESSIONALS

#: The role with which somebody follows an escalation after their own step.
VOLGT = "deelnemer"


@transaction.atomic
def write_eigen_overleg(
    *,
    escalatie: Escalatie,
    overleg_op: date,
    overleg_uitkomst: str,
    ingelicht: str,
    ingelicht_op: date | None = None,
    ingelicht_uitleg: str = "",
) -> Escalatie:
    """The professionals spoke each other first (R129); and what the family was told (R138)."""
    escalatie.overleg_op, escalatie.overleg_uitkomst = overleg_op, overleg_uitkomst
    escalatie.ingelicht, escalatie.ingelicht_op = ingelicht, ingelicht_op
    escalatie.ingelicht_uitleg = ingelicht_uitleg
    escalatie.save(
        update_fields=[
            "overleg_op",
            "overleg_uitkomst",
            "ingelicht",
            "ingelicht_op",
            "ingelicht_uitleg",
        ]
    )
    return escalatie


@transaction.atomic
def add_deelnemer(
    *,
    escalatie: Escalatie,
    niveau: int,
    rol: str,
    kant: str,
    on: date,
    medewerker: Medewerker | None = None,
    naam: str = "",
    organisatie: Organisatie | None = None,
) -> Deelnemer:
    """Name somebody on a level; with an account they follow the escalation until it ends."""
    if medewerker is not None:
        gevonden = Deelnemer.objects.filter(
            escalatie=escalatie, niveau=niveau, medewerker=medewerker
        ).first()
        if gevonden:
            return gevonden
        deelname.let_in(
            casus=escalatie.casus,
            organisatie=medewerker.organisatie,
            rol=VOLGT,
            reden="escalatie",
            on=on,
            medewerker=medewerker,
        )
    return Deelnemer.objects.create(
        escalatie=escalatie,
        niveau=niveau,
        rol=rol,
        kant=kant,
        medewerker=medewerker,
        naam=medewerker.naam if medewerker else naam,
        organisatie=medewerker.organisatie if medewerker else organisatie,
        sinds=on,
    )


@transaction.atomic
def go_to_gedragswetenschappers(
    *,
    stap: CasusStap,
    by: Medewerker,
    on: date,
    eigen: Medewerker | None = None,
    eigen_naam: str = "",
    ander: Medewerker | None = None,
    ander_naam: str = "",
    collega: Medewerker | None = None,
    collega_naam: str = "",
) -> list[CasusStap]:
    """Situation 1: both professionals engage their behavioural scientist (R133)."""
    escalatie = stap.casus.escalatie
    if collega or collega_naam:
        add_deelnemer(
            escalatie=escalatie,
            niveau=PROFESSIONALS,
            rol=Deelnemer.Rol.PROFESSIONAL,
            kant=Deelnemer.Kant.ANDER,
            medewerker=collega,
            naam=collega_naam,
            organisatie=escalatie.wederpartij,
            on=on,
        )
    for kant, medewerker, naam in (
        (Deelnemer.Kant.EIGEN, eigen, eigen_naam),
        (Deelnemer.Kant.ANDER, ander, ander_naam),
    ):
        if medewerker or naam:
            add_deelnemer(
                escalatie=escalatie,
                niveau=GEDRAGSWETENSCHAPPERS,
                rol=Deelnemer.Rol.GEDRAGSWETENSCHAPPER,
                kant=kant,
                medewerker=medewerker,
                naam=naam,
                organisatie=_kant(escalatie, kant),
                on=on,
            )
    return close_stap(stap=stap, uitkomst="verschil_van_visie", by=by, on=on)


@transaction.atomic
def go_to_leidinggevenden(
    *, stap: CasusStap, eigen: Medewerker, ander: Medewerker, by: Medewerker, on: date
) -> list[CasusStap]:
    """Situation 2 and 3: straight to the leidinggevenden of both sides (R134)."""
    name_leidinggevenden(escalatie=stap.casus.escalatie, eigen=eigen, ander=ander, on=on)
    return close_stap(stap=stap, uitkomst="naar_leidinggevenden", by=by, on=on)


@transaction.atomic
def go_to_bestuurders(
    *,
    stap: CasusStap,
    bestuurders: Iterable[Medewerker],
    ambtenaar: str,
    by: Medewerker,
    on: date,
) -> list[CasusStap]:
    """What came in at step 3 goes to the board, with the officials involved (R135, P46)."""
    name_bestuurders(
        escalatie=stap.casus.escalatie, bestuurders=bestuurders, ambtenaar=ambtenaar, on=on
    )
    return close_stap(stap=stap, uitkomst="naar_bestuurders", by=by, on=on)


@transaction.atomic
def hold_gedragswetenschappers(
    *,
    stap: CasusStap,
    by: Medewerker,
    on: date,
    gelukt: bool,
    eigen: Medewerker | None = None,
    ander: Medewerker | None = None,
    **velden: Any,
) -> list[CasusStap]:
    """The talk of step 1: bridged, or on to the leidinggevenden (R133, R134)."""
    _write_overleg(stap, niveau=GEDRAGSWETENSCHAPPERS, gelukt=gelukt, by=by, **velden)
    if gelukt:
        return close_stap(stap=stap, uitkomst="overbrugd", by=by, on=on)
    name_leidinggevenden(escalatie=stap.casus.escalatie, eigen=eigen, ander=ander, on=on)
    return close_stap(stap=stap, uitkomst="niet_overbrugd", by=by, on=on)


@transaction.atomic
def hold_leidinggevenden(
    *,
    stap: CasusStap,
    by: Medewerker,
    on: date,
    uitkomst: str,
    bestuurders: Iterable[Medewerker] = (),
    ambtenaar: str = "",
    **velden: Any,
) -> list[CasusStap]:
    """The joint solution of both leidinggevenden, or that the board has to decide (R135, R290)."""
    _write_overleg(
        stap,
        niveau=LEIDINGGEVENDEN,
        gelukt=uitkomst == "opgeheven",
        beleid_tekort=uitkomst == "beleid_schiet_tekort",
        by=by,
        **velden,
    )
    if uitkomst != "opgeheven":
        name_bestuurders(
            escalatie=stap.casus.escalatie, bestuurders=bestuurders, ambtenaar=ambtenaar, on=on
        )
    return close_stap(stap=stap, uitkomst=uitkomst, by=by, on=on)


@transaction.atomic
def hold_bestuurders(
    *,
    stap: CasusStap,
    by: Medewerker,
    on: date,
    gelukt: bool,
    bemiddelaar: str = "",
    **velden: Any,
) -> list[CasusStap]:
    """The talk of the board; a regional adviser or chair may have mediated (R20, R135)."""
    _write_overleg(stap, niveau=BESTUURDERS, gelukt=gelukt, by=by, **velden)
    if bemiddelaar:
        add_deelnemer(
            escalatie=stap.casus.escalatie,
            niveau=BESTUURDERS,
            rol=Deelnemer.Rol.BEMIDDELAAR,
            kant=Deelnemer.Kant.BEIDE,
            naam=bemiddelaar,
            on=on,
        )
    uitkomst = "oplossing" if gelukt else "geen_oplossing"
    toelichting = "" if gelukt else velden["kern"]
    return close_stap(stap=stap, uitkomst=uitkomst, by=by, on=on, toelichting=toelichting)


def name_leidinggevenden(
    *, escalatie: Escalatie, eigen: Medewerker | None, ander: Medewerker | None, on: date
) -> None:
    """The leidinggevende of each side, by name (R290)."""
    for kant, medewerker in ((Deelnemer.Kant.EIGEN, eigen), (Deelnemer.Kant.ANDER, ander)):
        if medewerker:
            add_deelnemer(
                escalatie=escalatie,
                niveau=LEIDINGGEVENDEN,
                rol=Deelnemer.Rol.LEIDINGGEVENDE,
                kant=kant,
                medewerker=medewerker,
                on=on,
            )


def name_bestuurders(
    *, escalatie: Escalatie, bestuurders: Iterable[Medewerker], ambtenaar: str, on: date
) -> None:
    """Who decides, and the official who is involved (R135)."""
    for medewerker in bestuurders:
        add_deelnemer(
            escalatie=escalatie,
            niveau=BESTUURDERS,
            rol=Deelnemer.Rol.BESTUURDER,
            kant=_side(escalatie, medewerker.organisatie),
            medewerker=medewerker,
            on=on,
        )
    if ambtenaar:
        add_deelnemer(
            escalatie=escalatie,
            niveau=BESTUURDERS,
            rol=Deelnemer.Rol.AMBTENAAR,
            kant=Deelnemer.Kant.BEIDE,
            naam=ambtenaar,
            organisatie=escalatie.casus.gemeente,
            on=on,
        )


def _write_overleg(stap: CasusStap, *, by: Medewerker, **velden: Any) -> Overleg:
    return Overleg.objects.create(escalatie=stap.casus.escalatie, stap=stap, door=by, **velden)


def _kant(escalatie: Escalatie, kant: str) -> Organisatie:
    eigen = kant == Deelnemer.Kant.EIGEN
    return escalatie.casus.houder.organisatie if eigen else escalatie.wederpartij


def _side(escalatie: Escalatie, organisatie: Organisatie) -> str:
    for kant in (Deelnemer.Kant.EIGEN, Deelnemer.Kant.ANDER):
        if _kant(escalatie, kant) == organisatie:
            return kant
    return Deelnemer.Kant.BEIDE
