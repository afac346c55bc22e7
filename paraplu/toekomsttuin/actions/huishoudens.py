"""A household comes in, has one fixed contact through all phases, and goes out with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from paraplu.netwerk.models import Medewerker

from ..fouten import AlWeg, TuinFout
from ..models import (
    Aanspreekpunt,
    Besluitnemer,
    EersteBesluit,
    Huisgenoot,
    Huishouden,
    Lid,
    Tuin,
    Veiligheid,
    Veiligheidsfase,
)


@transaction.atomic
def take_in(
    *, tuin: Tuin, aanspreekpunt: Lid, by: Medewerker, on: date, **velden: Any
) -> Huishouden:
    """A household comes in through Veilig Thuis or the lokaal team, with its contact at once (R253)."""
    if aanspreekpunt.tuin_id != tuin.pk:
        raise TuinFout("Kies een lid van deze tuin als vast aanspreekpunt.")
    huishouden = Huishouden.objects.create(tuin=tuin, instroom_op=on, **velden)
    Aanspreekpunt.objects.create(huishouden=huishouden, lid=aanspreekpunt, vanaf=on)
    Veiligheidsfase.objects.create(
        huishouden=huishouden,
        fase=Veiligheid.DIRECT,
        waarom="Elk huishouden begint bij directe veiligheid.",
        op=on,
        door=by,
    )
    return huishouden


@transaction.atomic
def add_huisgenoot(*, huishouden: Huishouden, **velden: Any) -> Huisgenoot:
    """Somebody of the household, with the next number."""
    _lock(huishouden)
    laatste = huishouden.mensen.aggregate(n=Max("nummer"))["n"] or 0
    return Huisgenoot.objects.create(huishouden=huishouden, nummer=laatste + 1, **velden)


@transaction.atomic
def change_aanspreekpunt(
    *, huishouden: Huishouden, lid: Lid, vanaf: date, reden: str
) -> Aanspreekpunt:
    """Another fixed contact, with why the one before stopped; there is always exactly one (R253)."""
    nu = _lock(huishouden)
    oud = nu.aanspreekpunten.get(tot=None)
    if lid.tuin_id != nu.tuin_id or lid.pk == oud.lid_id:
        raise TuinFout("Kies een ander lid van deze tuin als vast aanspreekpunt.")
    if not reden.strip():
        raise TuinFout("Schrijf op waarom het aanspreekpunt verandert.")
    oud.tot = max(vanaf, oud.vanaf)
    oud.save(update_fields=["tot"])
    return Aanspreekpunt.objects.create(huishouden=nu, lid=lid, vanaf=vanaf, reden=reden)


@transaction.atomic
def decide_first(
    *,
    huishouden: Huishouden,
    wie: Lid,
    hoe: str,
    waarom: str,
    nemers: Iterable[Lid],
    by: Medewerker,
    op: date,
) -> EersteBesluit:
    """Who makes contact first, how and why, with who took part (R257).

    That one of the four is missing is shown on the page; it does not stop the family's help (P43).
    """
    _lock(huishouden)
    besluit = EersteBesluit.objects.create(
        huishouden=huishouden, wie=wie, hoe=hoe, waarom=waarom, op=op, door=by
    )
    Besluitnemer.objects.bulk_create(
        Besluitnemer(besluit=besluit, lid=lid) for lid in {lid.pk: lid for lid in nemers}.values()
    )
    return besluit


@transaction.atomic
def set_veiligheid(
    *, huishouden: Huishouden, fase: str, waarom: str, op: date, by: Medewerker
) -> Veiligheidsfase:
    """From a day the work is at this phase of safety (R2); back is possible too."""
    _lock(huishouden)
    return Veiligheidsfase.objects.create(
        huishouden=huishouden, fase=fase, waarom=waarom, op=op, door=by
    )


@transaction.atomic
def let_out(*, huishouden: Huishouden, reden: str, tekst: str, on: date) -> Huishouden:
    """The household goes out, with a reason and how it goes on; its contact stays known."""
    nu = _lock(huishouden)
    if on < nu.instroom_op:
        raise TuinFout("Deze dag is voor de dag waarop het huishouden kwam.")
    nu.uitstroom_op, nu.uitstroom_reden, nu.uitstroom_tekst = on, reden, tekst
    nu.save(update_fields=["uitstroom_op", "uitstroom_reden", "uitstroom_tekst"])
    return nu


def _lock(huishouden: Huishouden) -> Huishouden:
    """The household as it is now, held until this is done. AlWeg when it went out."""
    nu = Huishouden.objects.select_for_update().get(pk=huishouden.pk)
    if nu.uitstroom_op is not None:
        raise AlWeg
    return nu
