"""An agreement is made, extended, joined and decided about; annexes and clauses get a newer version."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.db import IntegrityError, transaction

from paraplu.web.models import Gebruiker
from paraplu.web.stukbestand import Stukbestand

from ..fouten import (
    AlPartij,
    BestaatAl,
    BuitenLooptijd,
    GeenBesluitNodig,
    GeenLatereDag,
    GeenToetreeddag,
    OngeldigeWaarde,
)
from ..looptijd import is_toetreeddag
from ..models import (
    Bijlage,
    Bijlagebestand,
    Bijlageversie,
    Inkoopwijze,
    Overeenkomst,
    Partij,
    Regioclausule,
    Toetredingsbesluit,
    Verlenging,
    Wie,
)
from ..queries import clausule_on, einde_of, parties_on

#: What a clause may say.
WAARDEN = {
    Regioclausule.Sleutel.BOETE: ("ja", "nee"),
    Regioclausule.Sleutel.TOETREDING: tuple(Wie.values),
}


@transaction.atomic
def extend(
    *,
    overeenkomst: Overeenkomst,
    tot: date,
    besloten_op: date,
    toelichting: str,
    by: Gebruiker | None,
) -> Verlenging:
    """Let the agreement run until a later day (R154); GeenLatereDag when it does already."""
    einde = einde_of(overeenkomst)
    if tot <= einde:
        raise GeenLatereDag(einde)
    return Verlenging.objects.create(
        overeenkomst=overeenkomst,
        tot=tot,
        besloten_op=besloten_op,
        toelichting=toelichting,
        door=by,
    )


@transaction.atomic
def ask_toetreding(*, overeenkomst: Overeenkomst, code: str, naam: str, vanaf: date) -> Partij:
    """A GI wants to join from a day; each region decides (R156).

    Raises GeenToetreeddag, BuitenLooptijd and AlPartij.
    """
    if not is_toetreeddag(vanaf):
        raise GeenToetreeddag
    einde = einde_of(overeenkomst)
    if not overeenkomst.begin <= vanaf <= einde:
        raise BuitenLooptijd(overeenkomst.begin, einde)
    if overeenkomst.partijen.filter(soort=Partij.Soort.GI, code=code, tot=None).exists():
        raise AlPartij
    return Partij.objects.create(
        overeenkomst=overeenkomst, soort=Partij.Soort.GI, code=code, naam=naam, vanaf=vanaf
    )


@transaction.atomic
def decide_toetreding(
    *,
    partij: Partij,
    regio: str,
    akkoord: bool,
    besloten_op: date,
    by: Gebruiker | None,
    toelichting: str = "",
) -> Toetredingsbesluit:
    """What a region decided about a GI that wants to join; who decides there is kept with it (R156)."""
    regios = parties_on(partij.overeenkomst, op=partij.vanaf).filter(soort=Partij.Soort.REGIO)
    if (
        partij.soort != Partij.Soort.GI
        or not partij.is_later
        or not regios.filter(code=regio).exists()
    ):
        raise GeenBesluitNodig
    wie = clausule_on(partij.overeenkomst, regio, Regioclausule.Sleutel.TOETREDING, op=besloten_op)
    return Toetredingsbesluit.objects.create(
        partij=partij,
        regio=regio,
        akkoord=akkoord,
        besloten_op=besloten_op,
        wie=wie,
        toelichting=toelichting,
        door=by,
    )


def add_bijlage(*, overeenkomst: Overeenkomst, nummer: str, naam: str) -> Bijlage:
    """A place in the register of annexes (R159); BestaatAl when the name is there."""
    try:
        with transaction.atomic():
            return Bijlage.objects.create(overeenkomst=overeenkomst, nummer=nummer, naam=naam)
    except IntegrityError:
        raise BestaatAl from None


def add_versie(
    *,
    bijlage: Bijlage,
    versie: str,
    vanaf: date,
    vindplaats: str,
    by: Gebruiker | None,
    bestand: Stukbestand | None = None,
    on: date | None = None,
) -> Bijlageversie:
    """A newer version of an annex, with its file when it is kept here; the older ones stay."""
    try:
        with transaction.atomic():
            rij = Bijlageversie.objects.create(
                bijlage=bijlage, versie=versie, vanaf=vanaf, vindplaats=vindplaats, door=by
            )
            if bestand is not None:
                Bijlagebestand.objects.create(
                    versie=rij, op=on or vanaf, door=by, **asdict(bestand)
                )
    except IntegrityError:
        raise BestaatAl from None
    return rij


@transaction.atomic
def set_clausule(
    *,
    overeenkomst: Overeenkomst,
    regio: str,
    sleutel: str,
    waarde: str,
    vanaf: date,
    bron: str,
    by: Gebruiker | None,
) -> Regioclausule:
    """What a region has otherwise from a day (R157): room for what differs per region (R6).

    A passage on penalties is a flag and never an amount (P14, R191).
    """
    if waarde not in WAARDEN.get(sleutel, ()):
        raise OngeldigeWaarde
    return Regioclausule.objects.create(
        overeenkomst=overeenkomst,
        regio=regio,
        sleutel=sleutel,
        waarde=waarde,
        vanaf=vanaf,
        bron=bron,
        door=by,
    )


def add_inkoopwijze(
    *,
    regio: str,
    wijze: str,
    tot: date,
    bron: str,
    by: Gebruiker | None,
    vanaf: date | None = None,
) -> Inkoopwijze:
    """How a region bought before the uniform contract (R294)."""
    try:
        with transaction.atomic():
            return Inkoopwijze.objects.create(
                regio=regio, wijze=wijze, vanaf=vanaf, tot=tot, bron=bron, door=by
            )
    except IntegrityError:
        raise BestaatAl from None
