"""Mail at once what lapses on the next working day: one mail per step, person and last day."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.netwerk.models import Medewerker
from paraplu.web.post.actions import stuur

from ..herinneringen import lapsing_tomorrow, people_to_warn
from ..models import CasusStap, Waarschuwing


def warn_lapsing(*, on: date) -> int:
    """Write the mails of this day; run again it writes none twice. Gives how many were written."""
    return sum(
        _warn(stap, medewerker, on=on)
        for stap in lapsing_tomorrow(on=on)
        for medewerker in people_to_warn(stap, on=on)
        if medewerker.gebruiker
    )


def _warn(stap: CasusStap, medewerker: Medewerker, *, on: date) -> bool:
    try:
        with transaction.atomic():
            Waarschuwing.objects.create(
                stap=stap, medewerker=medewerker, uiterste_datum=stap.uiterste_datum, op=on
            )
            dag = date_format(stap.uiterste_datum, "l j F")
            bericht = stuur(
                aan=medewerker.gebruiker,
                onderwerp=_("Paraplu: een stap loopt %(dag)s af") % {"dag": dag},
                tekst=_("Casus %(nummer)s: %(stap)s. De laatste dag is %(dag)s.")
                % {"nummer": stap.casus.nummer, "stap": stap.afspraak.naam, "dag": dag},
                adres=reverse("stap", args=[stap.pk]),
                on=on,
            )
    except IntegrityError:
        return False
    return bericht is not None
