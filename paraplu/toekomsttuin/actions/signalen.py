"""A signal goes up layer by layer, and its answer comes back down the same way (R43, R260)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db import transaction

from paraplu.netwerk.models import Medewerker

from ..fouten import NietAanBeurt, TuinFout, VragenOpen
from ..models import Laag, Signaal, Signaalstap, Tuin
from ..onderwerpen import PARTNERS

#: From the garden up.
LAGEN: Final = (Laag.KERNGROEP, Laag.PROJECTGROEP, Laag.STUURGROEP)


@transaction.atomic
def raise_signaal(*, tuin: Tuin, soort: str, tekst: str, by: Medewerker, on: date) -> Signaal:
    """Somebody of the garden sees something; it lies with the kerngroep first."""
    return Signaal.objects.create(tuin=tuin, soort=soort, tekst=tekst, gemeld_op=on, gemeld_door=by)


@transaction.atomic
def send_up(
    *,
    signaal: Signaal,
    laag: str,
    tekst: str,
    by: Medewerker,
    on: date,
    herkend: bool | None = None,
    breder: bool | None = None,
) -> Signaalstap:
    """The group where it lies brings it to the next one. NietAanBeurt, VragenOpen."""
    nu = _lock(signaal, laag, beantwoord=False)
    if laag == Laag.STUURGROEP:
        raise TuinFout("Boven de stuurgroep is geen groep meer. Geef een antwoord.")
    stap = _write(nu, Signaalstap.Soort.HOGEROP, tekst, by, on, herkend=herkend, breder=breder)
    nu.laag = LAGEN[LAGEN.index(Laag(laag)) + 1]
    nu.save(update_fields=["laag"])
    return stap


@transaction.atomic
def answer(
    *,
    signaal: Signaal,
    laag: str,
    tekst: str,
    by: Medewerker,
    on: date,
    herkend: bool | None = None,
    breder: bool | None = None,
    partners: Iterable[str] = (),
) -> Signaalstap:
    """The group where it lies answers; the answer goes down one layer, or is home already."""
    nu = _lock(signaal, laag, beantwoord=False)
    stap = _write(
        nu,
        Signaalstap.Soort.ANTWOORD,
        tekst,
        by,
        on,
        herkend=herkend,
        breder=breder,
        partners=[naam for naam in PARTNERS if naam in set(partners)],
    )
    nu.beantwoord = True
    _go_down(nu, on)
    return stap


@transaction.atomic
def pass_back(*, signaal: Signaal, laag: str, tekst: str, by: Medewerker, on: date) -> Signaalstap:
    """The group that got the answer brings it on; the kerngroep takes it in, and it is done."""
    nu = _lock(signaal, laag, beantwoord=True)
    thuis = laag == Laag.KERNGROEP
    soort = Signaalstap.Soort.ONTVANGEN if thuis else Signaalstap.Soort.TERUG
    stap = _write(nu, soort, tekst, by, on)
    _go_down(nu, on)
    return stap


def _lock(signaal: Signaal, laag: str, *, beantwoord: bool) -> Signaal:
    """The signal as it is now, held until this is done; NietAanBeurt when it lies elsewhere."""
    nu = Signaal.objects.select_for_update().get(pk=signaal.pk)
    if nu.laag != laag or nu.beantwoord != beantwoord or nu.gesloten_op:
        raise NietAanBeurt
    return nu


def _write(
    signaal: Signaal,
    soort: str,
    tekst: str,
    by: Medewerker,
    on: date,
    *,
    herkend: bool | None = None,
    breder: bool | None = None,
    partners: Iterable[str] = (),
) -> Signaalstap:
    """Add what this group did; the projectgroep answers its two questions before it goes on."""
    vraagt = signaal.laag == Laag.PROJECTGROEP and not signaal.beantwoord
    if vraagt and (herkend is None or breder is None):
        raise VragenOpen
    return Signaalstap.objects.create(
        signaal=signaal,
        laag=signaal.laag,
        soort=soort,
        tekst=tekst,
        herkend=herkend if vraagt else None,
        breder=breder if vraagt else None,
        partners=" ".join(partners) if signaal.laag == Laag.STUURGROEP else "",
        op=on,
        door=by,
    )


def _go_down(signaal: Signaal, on: date) -> None:
    if signaal.laag == Laag.KERNGROEP:
        signaal.gesloten_op = on
    else:
        signaal.laag = LAGEN[LAGEN.index(Laag(signaal.laag)) - 1]
    signaal.save(update_fields=["laag", "beantwoord", "gesloten_op"])
