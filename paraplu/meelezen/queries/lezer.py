"""What the person of this session may read: each question carries the person and the case.

Nobody without an account has a row of the wall, so these pass it, each in its own block, and give
back what is read already: no query is left to be asked outside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from paraplu.casussen.models import Casus, Persoon
from paraplu.web.wand.verzoek import beyond_wall

from .. import geheim
from ..mensen import reason_not_to_invite
from ..models import Sessie, Uitnodiging
from ..stukken import OnbekendeSoort, Stuk, StukSoort, find_soort

#: A session ends after this long without a page, and after this long in any case.
STIL: Final = timedelta(minutes=20)
DUUR: Final = timedelta(hours=4)
#: A page writes that the session lives no more often than this.
BIJHOUDEN: Final = timedelta(seconds=30)


@dataclass(frozen=True, kw_only=True)
class Lezer:
    """Who reads now: one person, one case, the kinds that were chosen."""

    sessie: int
    uitnodiging: Uitnodiging
    persoon: Persoon
    casus: Casus
    taal: str

    @property
    def is_kind(self) -> bool:
        """Whether this is a child, with a view of its own."""
        return bool(self.persoon.rol == Persoon.Rol.KIND)


@dataclass(frozen=True, kw_only=True)
class Leesstuk:
    """An item with its kind."""

    soort: StukSoort
    stuk: Stuk


def open_uitnodigingen() -> Any:
    """Invitations with what is asked of them again and again."""
    return Uitnodiging.objects.select_related("persoon", "casus__gezin")


def is_in_force(uitnodiging: Uitnodiging, *, op: datetime) -> bool:
    """Whether it may be used now: not ended, and the person may still read along in this case."""
    vandaag = localdate(op)
    return uitnodiging.is_geldig(on=vandaag) and not reason_not_to_invite(
        uitnodiging.persoon, uitnodiging.casus, on=vandaag
    )


def find_toestel(toestel: str, *, op: datetime) -> Uitnodiging | None:
    """The invitation that was begun on the device with this secret, while it is in force."""
    if not toestel:
        return None
    with beyond_wall():
        gevonden = open_uitnodigingen().filter(toestel_hash=geheim.hash_lang(toestel)).first()
    return gevonden if gevonden and is_in_force(gevonden, op=op) else None


def find_lezer(*, sessie: str, toestel: str, op: datetime) -> Lezer | None:
    """Who has the secrets of a running session and of its device, and is not silent too long."""
    if not sessie or not toestel:
        return None
    with beyond_wall():
        rij = (
            Sessie.objects.select_related("uitnodiging__persoon", "uitnodiging__casus__gezin")
            .filter(
                sleutel_hash=geheim.hash_lang(sessie),
                beeindigd=None,
                laatst__gt=op - STIL,
                begonnen__gt=op - DUUR,
            )
            .first()
        )
        if rij is None:
            return None
        uitnodiging = rij.uitnodiging
        zelfde = geheim.is_gelijk(uitnodiging.toestel_hash, geheim.hash_lang(toestel))
        if not zelfde or not is_in_force(uitnodiging, op=op):
            return None
        if op - rij.laatst > BIJHOUDEN:
            Sessie.objects.filter(pk=rij.pk).update(laatst=op)
    return Lezer(
        sessie=rij.pk,
        uitnodiging=uitnodiging,
        persoon=uitnodiging.persoon,
        casus=uitnodiging.casus,
        taal=rij.taal,
    )


def list_stukken(lezer: Lezer, *, op: datetime) -> list[Leesstuk]:
    """Everything this person may read now, the newest first."""
    with beyond_wall():
        gevonden = [
            Leesstuk(soort=soort, stuk=stuk)
            for soort in _own_soorten(lezer)
            for stuk in soort.stukken(lezer.casus, lezer.persoon, localdate(op))
        ]
    return sorted(gevonden, key=lambda rij: rij.stuk.op, reverse=True)


def read_stuk(lezer: Lezer, soort: str, sleutel: str, *, op: datetime) -> Leesstuk | None:
    """One item, when it is among those this person may read; else None."""
    for rij in list_stukken(lezer, op=op):
        if (rij.soort.sleutel, rij.stuk.sleutel) == (soort, sleutel):
            return rij
    return None


def render_stuk(lezer: Lezer, rij: Leesstuk) -> SafeString:
    """The item as the room that keeps it shows it to this person."""
    with beyond_wall():
        template, inhoud = rij.soort.toon(rij.stuk, lezer.persoon, lezer.taal)
        return render_to_string(template, {**inhoud, "lezer": lezer})


def _own_soorten(lezer: Lezer) -> list[StukSoort]:
    """The kinds chosen at the invitation, as far as a room still has them and a child may see them."""
    soorten = []
    for sleutel in lezer.uitnodiging.sleutels:
        try:
            soort = find_soort(sleutel)
        except OnbekendeSoort:
            continue
        if soort.voor_kind or not lezer.is_kind:
            soorten.append(soort)
    return soorten
