"""Hand in a return; a second one about the same year is a correction, and both stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.db.models import Max

from paraplu.web.models import Gebruiker

from ..fouten import JaarLoopt, NieuwereVersie, SluitNiet, ZonderReden
from ..kosten import SOORTEN
from ..models import Incidentjaar, Kostenopgave, Kostenregel, Personeelsopgave
from ..verloop import is_closed

HERKOMST: Final = ("van_lokaal", "van_veilig_thuis", "van_elders", "van_onbekend")


def hand_in_kosten(
    *,
    gi: str,
    jaar: int,
    bedragen: Mapping[str, Decimal],
    by: Gebruiker,
    on: date,
    gezien: int = 0,
    reden: str = "",
) -> Kostenopgave:
    """A cost return (R176, R296). `gezien` is the version that the user looked at, 0 for none.

    Raises JaarLoopt, NieuwereVersie and ZonderReden.
    """
    with transaction.atomic():
        versie = _next(Kostenopgave, gi, jaar, on=on, gezien=gezien, reden=reden)
        opgave = _insert(
            Kostenopgave, gi=gi, jaar=jaar, versie=versie, ingediend_op=on, door=by, reden=reden
        )
        Kostenregel.objects.bulk_create(
            Kostenregel(opgave=opgave, soort=soort, bedrag=bedragen.get(soort, Decimal(0)))
            for soort in SOORTEN
        )
    return opgave


def hand_in_personeel(
    *,
    gi: str,
    jaar: int,
    by: Gebruiker,
    on: date,
    gezien: int = 0,
    reden: str = "",
    **aantallen: Any,
) -> Personeelsopgave:
    """A staff return (R178, R181); `aantallen` are the columns of the table.

    Raises JaarLoopt, NieuwereVersie, SluitNiet and ZonderReden.
    """
    check_aantallen(aantallen)
    with transaction.atomic():
        versie = _next(Personeelsopgave, gi, jaar, on=on, gezien=gezien, reden=reden)
        velden = {"ingediend_op": on, "door": by, "reden": reden, **aantallen}
        return _insert(Personeelsopgave, gi=gi, jaar=jaar, versie=versie, **velden)


def check_aantallen(aantallen: Mapping[str, Any]) -> None:
    """The sums that the database holds too, in a sentence. Raises SluitNiet."""
    begin, erbij, eruit, eind = (
        aantallen[naam] for naam in ("begin", "instroom", "uitstroom", "eind")
    )
    if not is_closed(begin=begin, instroom=erbij, uitstroom=eruit, eind=eind):
        raise SluitNiet(
            f"Dit klopt niet: {begin} op 1 januari, {erbij} erbij en {eruit} weg is "
            f"{begin + erbij - eruit}. U vult {eind} in op 31 december."
        )
    herkomst = sum(aantallen.get(naam, 0) for naam in HERKOMST)
    if herkomst != erbij:
        raise SluitNiet(
            f"Er begonnen {erbij} mensen, en waar zij vandaan kwamen telt op tot {herkomst}. "
            "Wie u niet weet, telt u bij onbekend."
        )


def declare_incidenten(*, gi: str, jaar: int, by: Gebruiker, on: date) -> Incidentjaar:
    """A GI says that its register of a year is complete (R189). Raises JaarLoopt, NieuwereVersie."""
    with transaction.atomic():
        versie = _next(Incidentjaar, gi, jaar, on=on, gezien=None, reden="-")
        return _insert(Incidentjaar, gi=gi, jaar=jaar, versie=versie, ingediend_op=on, door=by)


def _next(model: type[Any], gi: str, jaar: int, *, on: date, gezien: int | None, reden: str) -> int:
    """The number of the next version; `gezien` None accepts whatever is there."""
    if on <= date(jaar, 12, 31):
        raise JaarLoopt
    laatste = model.objects.filter(gi=gi, jaar=jaar).aggregate(n=Max("versie"))["n"] or 0
    if gezien not in {None, laatste}:
        raise NieuwereVersie
    if laatste and not reden:
        raise ZonderReden
    return laatste + 1


def _insert(model: type[Any], **velden: Any) -> Any:
    """Two at the same time get the same number; the database lets one of them through."""
    try:
        with transaction.atomic():
            return model.objects.create(**velden)
    except IntegrityError as fout:
        if "versie" in str(fout):
            raise NieuwereVersie from fout
        raise
