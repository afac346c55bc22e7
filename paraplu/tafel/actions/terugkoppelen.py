"""Feedback on the talk and the table (R82, R85), and meetings to learn from it (R83, R84, R261)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Persoon
from paraplu.meelezen.models import Inbreng
from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.models import Soort as Organisatiesoort
from paraplu.web.wand.verzoek import beyond_wall

from ..models import (
    Afwijking,
    Bijeenkomst,
    Tafel,
    Terugkijkgesprek,
    Terugkoppeling,
    Verbeterpunt,
    Zitting,
)

#: Managers are asked by the kind of organisation they lead at.
LEIDING = {
    Organisatiesoort.GI: Terugkoppeling.Van.LEIDING_GI,
    Organisatiesoort.VEILIG_THUIS: Terugkoppeling.Van.LEIDING_VT,
    Organisatiesoort.RVDK: Terugkoppeling.Van.LEIDING_RVDK,
}


def code_of(zitting: Zitting, nummer: int) -> str:
    """What stands on a paper form: of which talk, the how manieth; it says nothing of who fills it in."""
    return f"Z{zitting.pk}-{nummer}"


@beyond_wall()
def give_terugkoppeling(
    *,
    tafel: Tafel,
    van: str,
    weg: str,
    on: date,
    zitting: Zitting | None = None,
    code: str = "",
    **velden: Any,
) -> Terugkoppeling:
    """Keep what somebody thought; the writer does not read it back, the chair of that table does."""
    try:
        with transaction.atomic():
            return Terugkoppeling.objects.create(
                tafel=tafel, zitting=zitting, van=van, weg=weg, code=code, op=on, **velden
            )
    except IntegrityError:
        raise CasusFout("Dit formulier is al ingevoerd. Elk formulier telt één keer.") from None


def keep_from_meelezen(*, inbreng: Inbreng) -> Terugkoppeling | None:
    """What the family wrote about the talk on its own page; the words stay there as well."""
    if not inbreng.woorden:
        return None
    with beyond_wall():
        zitting = Zitting.objects.get(pk=inbreng.stuk_sleutel, casus_id=inbreng.casus_id)
        kind = inbreng.persoon.rol == Persoon.Rol.KIND
    return give_terugkoppeling(
        tafel=zitting.tafel,
        zitting=zitting,
        van=Terugkoppeling.Van.KIND if kind else Terugkoppeling.Van.OUDER,
        weg=Terugkoppeling.Weg.MEELEZEN,
        beter=inbreng.woorden,
        on=localdate(inbreng.moment),
    )


@transaction.atomic
def invite_to_look_back(
    *,
    zitting: Zitting,
    by: Medewerker,
    on: date,
    terugkoppeling: Terugkoppeling | None = None,
) -> Terugkijkgesprek:
    """The chair invites somebody who was not satisfied (R85), once per feedback."""
    if terugkoppeling and hasattr(terugkoppeling, "gesprek"):
        raise CasusFout("Hierover is al uitgenodigd om terug te kijken.")
    return Terugkijkgesprek.objects.create(
        zitting=zitting, terugkoppeling=terugkoppeling, uitgenodigd_op=on, door=by
    )


def hold_terugkijkgesprek(*, gesprek: Terugkijkgesprek, geleerd: str, on: date) -> None:
    """What was learned from it."""
    gedaan = Terugkijkgesprek.objects.filter(pk=gesprek.pk, gehouden_op=None).update(
        gehouden_op=on, geleerd=geleerd
    )
    if not gedaan:
        raise CasusFout("Dit gesprek is al vastgelegd.")


@transaction.atomic
def add_bijeenkomst(
    *,
    soort: str,
    regio: str,
    op: date,
    aanwezig: Iterable[str],
    besproken: str,
    by: Medewerker,
    on: date,
) -> Bijeenkomst:
    """A meeting that was held. An evaluation counts with the lokaal team and a partner there (R83)."""
    wie = sorted(set(aanwezig))
    if op > on:
        raise CasusFout("Deze dag is nog niet geweest.")
    evaluatie = soort == Bijeenkomst.Soort.EVALUATIE
    if evaluatie and Organisatiesoort.LOKAAL_TEAM not in wie:
        raise CasusFout("Bij een evaluatie is het lokale team aanwezig.")
    if evaluatie and not {"gi", "veilig_thuis", "rvdk"} & set(wie):
        raise CasusFout("Bij een evaluatie is ook een partner: GI, Veilig Thuis of de Raad.")
    return Bijeenkomst.objects.create(
        soort=soort,
        regio=regio if evaluatie else "",
        op=op,
        aanwezig=wie,
        besproken=besproken,
        door=by,
    )


def add_verbeterpunt(
    *, bijeenkomst: Bijeenkomst, onderdeel: int, punt: str, wie: str, uiterlijk: date
) -> Verbeterpunt:
    """Something to do better, with who does it and before when (R261)."""
    return Verbeterpunt.objects.create(
        bijeenkomst=bijeenkomst, onderdeel=onderdeel, punt=punt, wie=wie, uiterlijk=uiterlijk
    )


def finish_verbeterpunt(*, punt: Verbeterpunt, on: date) -> None:
    """It is done; said once."""
    Verbeterpunt.objects.filter(pk=punt.pk, klaar_op=None).update(klaar_op=on)


@transaction.atomic
def set_afwijking(
    *, tafel: Tafel, onderdeel: int, wat: str, waarom: str, on: date
) -> Afwijking | None:
    """From now on this table works so on this point; without words as described again (R261)."""
    tafel.afwijkingen.filter(onderdeel=onderdeel, tot=None).update(tot=on)
    if not wat.strip():
        return None
    if not waarom.strip():
        raise CasusFout("Schrijf op waarom deze tafel het anders doet.")
    return Afwijking.objects.create(
        tafel=tafel, onderdeel=onderdeel, wat=wat, waarom=waarom, vanaf=on
    )
