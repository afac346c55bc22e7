"""Which cases lean on one person, to be seen when that person is away or leaves (R235)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.netwerk.betrokken import Betrokken
from paraplu.netwerk.models import Medewerker

from .models import Casus


def casussen_of(medewerker: Medewerker, *, op: date) -> Iterator[Betrokken]:
    """The running cases that this person holds, by number."""
    for casus in Casus.objects.filter(houder=medewerker, afgesloten_op=None):
        if casus.besloten:
            yield Betrokken(_("Houder van een besloten casus"), reverse("mijn_werk"))
            continue
        yield Betrokken(
            _("Houder van casus %(nummer)s") % {"nummer": casus.nummer}, casus.get_absolute_url()
        )
