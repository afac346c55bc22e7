"""Agree an action, move its date with a reason, and say how it stands; nothing is overwritten."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..fouten import ActieIsKlaar, OverlegFout
from ..models import Actie, Actiedatum, Actiestap
from ..queries import KLAAR
from .overleggen import DOEL, check_new


@transaction.atomic
def add_actie(*, datum: date, by: Gebruiker, on: date, **velden: Any) -> Actie:
    """An action with its owner and its last day; `velden` as on Actie. Raises DubbelVastgelegd."""
    check_new(Actie.objects.filter(gemaakt_op=on, door=by, **velden))
    actie = Actie.objects.create(gemaakt_op=on, door=by, **velden)
    Actiedatum.objects.create(actie=actie, datum=datum, op=on, door=by)
    Actiestap.objects.create(
        actie=actie, stand=Actiestap.Stand.OPEN, tekst="Afgesproken.", op=on, door=by
    )
    _trace(by, "actie afspreken", actie)
    return actie


@transaction.atomic
def move_datum(*, actie: Actie, datum: date, reden: str, by: Gebruiker, on: date) -> Actiedatum:
    """Another last day and why; the old one stays to be read (R318)."""
    _check_running(actie)
    if not reden.strip():
        raise OverlegFout("Schrijf op waarom de datum verandert.")
    _trace(by, "actie verplaatsen", actie)
    return Actiedatum.objects.create(actie=actie, datum=datum, reden=reden, op=on, door=by)


@transaction.atomic
def note_stap(*, actie: Actie, stand: str, tekst: str, by: Gebruiker, on: date) -> Actiestap:
    """How the action stands; done says with what, dropped says why. After that it is closed."""
    _check_running(actie)
    if stand in KLAAR and not tekst.strip():
        raise OverlegFout("Schrijf op waarmee de actie klaar is, of waarom zij niet doorgaat.")
    _trace(by, "stand van een actie", actie)
    return Actiestap.objects.create(actie=actie, stand=stand, tekst=tekst, op=on, door=by)


def _check_running(actie: Actie) -> None:
    vast = Actie.objects.select_for_update().get(pk=actie.pk)
    laatste = vast.stappen.last()
    if laatste is not None and laatste.stand in KLAAR:
        raise ActieIsKlaar


def _trace(by: Gebruiker, handeling: str, actie: Actie) -> None:
    write_spoor(gebruiker=by, handeling=handeling, voorwerp=actie.nummer, doel=DOEL)
