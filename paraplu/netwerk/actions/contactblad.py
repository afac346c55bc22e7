"""Take a sheet of contacts in: first kept and shown, then wholly written or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from paraplu.afspraken.blad import Bladrij
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..contactblad import (
    BEVESTIGEN,
    TOEVOEGEN,
    WIJZIGEN,
    Voorstel,
    make_voorstellen,
    read_blad,
)
from ..models import Contactblad, Reden
from . import contacten


class AlreadyTaken(Exception):
    """This sheet was taken in before."""


@dataclass(frozen=True)
class Verwerkt:
    """How many lines were added, changed and confirmed."""

    toegevoegd: int
    gewijzigd: int
    bevestigd: int


@transaction.atomic
def keep_blad(*, inhoud: bytes, bestand: str, by: Gebruiker, on: date) -> Contactblad:
    """Read a sheet and keep it until its bringer says yes. Raises BladNotReadable."""
    rijen = read_blad(inhoud, bestand=bestand)
    make_voorstellen(rijen, bestand=bestand, by=by, on=on)
    blad = Contactblad.objects.create(
        gebruiker=by,
        bestand=bestand[:120],
        dag=on,
        rijen=[[rij.regel, dict(rij.waarden)] for rij in rijen],
    )
    _write("contactblad bekijken", blad, len(rijen), by)
    return blad


def proposals(blad: Contactblad, *, by: Gebruiker, on: date) -> list[Voorstel]:
    """What the sheet would do today. Raises BladNotReadable when the directory changed meanwhile."""
    rijen = [Bladrij(regel, waarden) for regel, waarden in blad.rijen]
    return make_voorstellen(rijen, bestand=blad.bestand, by=by, on=on)


@transaction.atomic
def take_blad(*, blad: Contactblad, by: Gebruiker, on: date) -> Verwerkt:
    """Write all lines of the sheet. Raises AlreadyTaken, BladNotReadable; then nothing is written."""
    # The condition is the lock: a sheet that is sent twice is written once.
    if not Contactblad.objects.filter(pk=blad.pk, verwerkt_op=None).update(verwerkt_op=on):
        raise AlreadyTaken(blad.pk)
    geteld = dict.fromkeys((TOEVOEGEN, WIJZIGEN, BEVESTIGEN), 0)
    for voorstel in proposals(blad, by=by, on=on):
        _apply(voorstel, by, on)
        geteld[voorstel.doet] += 1
    _write("contactblad innemen", blad, sum(geteld.values()), by)
    return Verwerkt(geteld[TOEVOEGEN], geteld[WIJZIGEN], geteld[BEVESTIGEN])


def _apply(voorstel: Voorstel, by: Gebruiker, on: date) -> None:
    velden: dict[str, Any] = {**voorstel.velden, "organisatie": voorstel.organisatie}
    if voorstel.bestaand is None:
        contacten.add_contact(velden=velden, by=by, on=on)
        return
    if voorstel.doet == BEVESTIGEN:
        contacten.confirm_contacten(contacten=[voorstel.bestaand], by=by, on=on)
        return
    zelfde = voorstel.bestaand.wie == velden["naam"]
    contacten.change_contact(
        contact=voorstel.bestaand,
        velden={**velden, "medewerker": voorstel.bestaand.medewerker if zelfde else None},
        reden=Reden.GEGEVENS if zelfde else Reden.VERLOOP,
        by=by,
        on=on,
    )


def _write(handeling: str, blad: Contactblad, rijen: int, by: Gebruiker) -> None:
    write_spoor(
        gebruiker=by,
        handeling=handeling,
        voorwerp=f"blad {blad.pk}: {rijen} rijen",
        doel=contacten.DOEL,
    )
