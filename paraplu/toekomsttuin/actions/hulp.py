"""What is seen and done for a household: lines that are added, and the look afterwards."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import in_force

from ..fouten import NietNodig, TuinFout
from ..models import (
    Betrokkenheid,
    Gezinsgesprek,
    Huisgenoot,
    Huishouden,
    Hulp,
    Hulpverleden,
    Kindgesprek,
    Mandaat,
    Mandaatgebruik,
    Screening,
    Steun,
    Volgmoment,
)

Met_schrijver = TypeVar("Met_schrijver", Hulpverleden, Hulp, Gezinsgesprek, Volgmoment)
Zonder_schrijver = TypeVar("Zonder_schrijver", Steun, Betrokkenheid)
KINDEREN = (Huisgenoot.Rol.KIND, Huisgenoot.Rol.VOLWASSEN_KIND)


@transaction.atomic
def add_regel(
    tabel: type[Met_schrijver], /, *, huishouden: Huishouden, by: Medewerker, **velden: Any
) -> Met_schrijver:
    """Help of before (R255) or now (R250), a talk with the household (R223), or a look planned (R252)."""
    _check_huisgenoot(huishouden, velden.get("huisgenoot"))
    return tabel.objects.create(huishouden=huishouden, door=by, **velden)


@transaction.atomic
def add_kring(
    tabel: type[Zonder_schrijver], /, *, huishouden: Huishouden, **velden: Any
) -> Zonder_schrijver:
    """Somebody of the own network (R250), or an organisation that works along (R249)."""
    return tabel.objects.create(huishouden=huishouden, **velden)


@transaction.atomic
def screen(
    *, huishouden: Huishouden, huisgenoot: Huisgenoot, by: Medewerker, **velden: Any
) -> Screening:
    """One person, one domain, what came out and whom we called in (R251)."""
    _check_huisgenoot(huishouden, huisgenoot)
    return Screening.objects.create(huisgenoot=huisgenoot, door=by, **velden)


@transaction.atomic
def note_kindgesprek(
    *, huishouden: Huishouden, huisgenoot: Huisgenoot, eigen_woorden: str, op: date, by: Medewerker
) -> Kindgesprek:
    """What a child said, in its own words (R226)."""
    _check_huisgenoot(huishouden, huisgenoot)
    if huisgenoot.rol not in KINDEREN:
        raise TuinFout("Dit is geen kind van dit huishouden.")
    return Kindgesprek.objects.create(
        huisgenoot=huisgenoot, eigen_woorden=eigen_woorden, op=op, door=by
    )


@transaction.atomic
def use_mandaat(*, huishouden: Huishouden, mandaat: Mandaat, wat: str, op: date) -> Mandaatgebruik:
    """A member acted outside the own frame for this household; only while the mandate holds (R254)."""
    geldig = Mandaat.objects.filter(in_force(op), pk=mandaat.pk, lid__tuin=huishouden.tuin_id)
    if not geldig.exists():
        raise TuinFout("Dit mandaat geldt niet op deze dag.")
    return Mandaatgebruik.objects.create(
        huishouden=huishouden, mandaat=mandaat, lid=mandaat.lid, wat=wat, op=op
    )


@transaction.atomic
def hold_volgmoment(*, moment: Volgmoment, hulp_begonnen: bool, tekst: str, on: date) -> Volgmoment:
    """The look afterwards took place: did help begin? Once; possible after the household went out."""
    gedaan = Volgmoment.objects.filter(pk=moment.pk, gehouden_op=None).update(
        gehouden_op=on, hulp_begonnen=hulp_begonnen, tekst=tekst
    )
    if not gedaan:
        raise NietNodig
    moment.refresh_from_db()
    return moment


def _check_huisgenoot(huishouden: Huishouden, wie: Huisgenoot | None) -> None:
    if wie is not None and wie.huishouden_id != huishouden.pk:
        raise TuinFout("Kies iemand van dit huishouden.")
