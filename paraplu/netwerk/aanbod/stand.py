"""What a provider last said of one provision in one region, read on a day: how old, and from when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paraplu.web.templatetags.kader import dag

from ..models import Beschikbaarheid, Tijdseenheid, Vrij


@dataclass(frozen=True, kw_only=True)
class Stand:
    """The newest statement (None: there is none) as it stands on `on`; fresh for `vers` days."""

    opgave: Beschikbaarheid | None
    on: date
    vers: int

    @property
    def ouderdom(self) -> int | None:
        """Days since it was said."""
        return (self.on - self.opgave.opgegeven_op).days if self.opgave else None

    @property
    def is_oud(self) -> bool:
        """Whether it is older than the region lets it be; what was never said is not old."""
        return self.ouderdom is not None and self.ouderdom > self.vers

    @property
    def oud_op(self) -> date | None:
        """The first day on which it counts as old."""
        return self.opgave and self.opgave.opgegeven_op + timedelta(days=self.vers + 1)

    @property
    def beschikbaar_vanaf(self) -> date | None:
        """The day from which there is room by what was said; None when nobody knows (R241)."""
        if self.opgave is None or self.opgave.vrij == Vrij.GEEN_INSTROOM:
            return None
        return self.opgave.opgegeven_op + timedelta(days=count_dagen(self.opgave))

    @property
    def zin(self) -> str:
        """What the provider said, in a sentence."""
        if self.opgave is None:
            return _("De aanbieder heeft nog niet opgegeven of er plek is.")
        if self.opgave.vrij == Vrij.GEEN_INSTROOM:
            return _("Er kan nu niemand bij.")
        if self.opgave.vrij == Vrij.JA:
            return _zin_plek(self.opgave)
        return _("De wachttijd is %(tijd)s: plek vanaf ongeveer %(dag)s.") % {
            "tijd": toon_wachttijd(self.opgave),
            "dag": dag(self.beschikbaar_vanaf),
        }

    @property
    def zin_ouderdom(self) -> str:
        """When it was said, and what to do when that is long ago."""
        if self.opgave is None or self.ouderdom is None:
            return ""
        woorden = {"dag": dag(self.opgave.opgegeven_op), "n": self.ouderdom}
        if self.is_oud:
            return _(
                "Verouderd: opgegeven op %(dag)s, %(n)s dagen geleden. Vraag na of het nog klopt."
            ) % (woorden)
        return _("Opgegeven op %(dag)s.") % woorden


def count_dagen(opgave: Beschikbaarheid) -> int:
    """The waiting time that was said, in days; nothing said is none."""
    per = 7 if opgave.wachttijd_eenheid == Tijdseenheid.WEKEN else 1
    return (opgave.wachttijd or 0) * per


def toon_wachttijd(opgave: Beschikbaarheid) -> str:
    """A waiting time as it was said: 6 weken, 1 dag."""
    aantal = opgave.wachttijd or 0
    if opgave.wachttijd_eenheid == Tijdseenheid.WEKEN:
        return ngettext("%(n)s week", "%(n)s weken", aantal) % {"n": aantal}
    return ngettext("%(n)s dag", "%(n)s dagen", aantal) % {"n": aantal}


def _zin_plek(opgave: Beschikbaarheid) -> str:
    if opgave.plekken:
        zin = ngettext(
            "Er is plek voor %(n)s kind", "Er is plek voor %(n)s kinderen", opgave.plekken
        )
        zin %= {"n": opgave.plekken}
    else:
        zin = _("Er is plek")
    if opgave.wachttijd:
        return _("%(zin)s, na %(tijd)s.") % {"zin": zin, "tijd": toon_wachttijd(opgave)}
    return f"{zin}."
