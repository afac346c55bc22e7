"""Through whose eyes a figure is seen: the circle, the thresholds of that day, and the own area.

The one place that turns an account into a Kijk; which route an account may open says `web.rechten`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.core.exceptions import PermissionDenied

from paraplu.monitor.verbergen import Kijk
from paraplu.web.models import Gebruiker, Soort

from . import queries
from .models import Kring

#: What holds where a region decided nothing: under ten outside the circle, under five inside it.
GEWOON: Final = {Kring.PARTIJEN.value: 5, Kring.PUBLIEK.value: 10}

#: Who stands outside the circle of the parties.
BUITEN_DE_KRING: Final = frozenset({Soort.RAADSLID})
#: Who sees nothing that was counted.
ZONDER_CIJFERS: Final = frozenset({Soort.BEHEERDER})


class ZietGeenCijfers(PermissionDenied):
    """The technical administrator keeps the machine running and sees no figure."""


def kijk_van(gebruiker: Gebruiker, *, op: date) -> Kijk:
    """The eyes of this account on the figures of `op`. Raises ZietGeenCijfers."""
    if gebruiker.soort in ZONDER_CIJFERS:
        raise ZietGeenCijfers
    return make_kijk(kring_van(gebruiker), op=op, eigen=eigen_van(gebruiker))


def make_kijk(kring: str, *, op: date, eigen: Iterable[tuple[str, str]] = ()) -> Kijk:
    """The eyes of a circle, with the thresholds that were in force on `op`.

    A region that decided on the usual number is not named, so that equal eyes are equal.
    """
    binnen = read_drempels(Kring.PARTIJEN.value, op=op)
    drempels = binnen if kring == Kring.PARTIJEN else read_drempels(kring, op=op)
    return Kijk(kring=kring, drempels=drempels, eigen=frozenset(eigen), binnen=binnen)


def read_drempels(kring: str, *, op: date) -> tuple[tuple[str, int], ...]:
    """The usual threshold of a circle under "", then each region that decided otherwise."""
    gewoon = GEWOON[kring]
    anders = queries.drempels_on(kring, op=op)
    afwijkend = sorted((code, aantal) for code, aantal in anders.items() if aantal != gewoon)
    return (("", gewoon), *afwijkend)


def kring_van(gebruiker: Gebruiker) -> str:
    """Inside or outside the circle of the parties."""
    return Kring.PUBLIEK.value if gebruiker.soort in BUITEN_DE_KRING else Kring.PARTIJEN.value


def eigen_van(gebruiker: Gebruiker) -> frozenset[tuple[str, str]]:
    """What this account sees in full, with all that lies in it; of a council nothing.

    >>> from paraplu.web.models import Gebruiker
    >>> wie = Gebruiker(soort="gi", organisatie_soort="gi", organisatie_code="90000001")
    >>> sorted(eigen_van(wie))
    [('gi', '90000001')]
    """
    if gebruiker.soort in BUITEN_DE_KRING | ZONDER_CIJFERS:
        return frozenset()
    return frozenset(gebruiker.gebied.items())
