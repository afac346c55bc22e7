"""What professionals see of those who read along: behind the wall, through their own cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paraplu.casussen import queries as casussen
from paraplu.casussen.models import Casus, Persoon
from paraplu.casussen.rechten import VOLLEDIG
from paraplu.web.models import Gebruiker

from ..models import Inbreng, Leesmoment, NieuweLinkVraag, Uitnodiging


@dataclass(frozen=True)
class Wachtregel:
    """Something of the family that waits for the holder (`casussen.panelen.Wachtend`)."""

    casus: str
    tekst: str
    adres: str
    dag: date | None = None


def may_invite(gebruiker: Gebruiker, casus: Casus, *, op: date) -> bool:
    """Who has a role that sees the whole family; break-glass is for looking only."""
    return bool(casussen.rollen_in(gebruiker, casus, op=op) & VOLLEDIG)


def uitnodigingen_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Uitnodiging]:
    """Invitations that this user may take back or give anew."""
    eigen = casussen.deelnames_of(gebruiker, op=op).filter(rol__in=VOLLEDIG)
    return Uitnodiging.objects.filter(casus__in=eigen.values("casus")).select_related(
        "persoon", "casus__gezin", "door"
    )


def uitnodigingen_of(casus: Casus) -> QuerySet[Uitnodiging]:
    """Those of a case, the newest first, with who asks for a new link and when was last read."""
    open_vraag = NieuweLinkVraag.objects.filter(uitnodiging=OuterRef("pk"), afgehandeld_op=None)
    return (
        Uitnodiging.objects.filter(casus=casus)
        .select_related("persoon", "door")
        .annotate(vraagt_link=Exists(open_vraag), laatst_gelezen=Max("leesmomenten__moment"))
    )


def leesmomenten_of(casus: Casus) -> QuerySet[Leesmoment]:
    """Who opened which item, the last one first."""
    return Leesmoment.objects.filter(uitnodiging__casus=casus).select_related(
        "uitnodiging__persoon"
    )


def inbreng_of(casus: Casus) -> QuerySet[Inbreng]:
    """Everything the family wrote in this case, in order: word for word, with who saw it."""
    return (
        Inbreng.objects.filter(casus=casus)
        .select_related("persoon")
        .prefetch_related("gezien__medewerker", "deelkeuzes")
    )


def gelezen_op(*, casus: Casus, persoon: Persoon, soort: str, sleutel: str) -> datetime | None:
    """When this person first opened the item (R67: the parents have received it); None if never."""
    eerste = Leesmoment.objects.filter(
        uitnodiging__casus=casus,
        uitnodiging__persoon=persoon,
        stuk_soort=soort,
        stuk_sleutel=sleutel,
    ).last()
    return eerste.moment if eerste else None


def list_unseen(casus: Casus) -> QuerySet[Inbreng]:
    """What no professional has read yet."""
    return Inbreng.objects.filter(casus=casus, gezien=None)


def list_wachtend(gebruiker: Gebruiker, on: date) -> Iterator[Wachtregel]:
    """What waits for the holder of a case: words of the family, and who cannot get in."""
    wie = casussen.people_of(gebruiker, op=on)
    if not wie:
        return
    ongezien = Inbreng.objects.filter(casus=OuterRef("pk"), gezien=None).order_by()
    aantal = ongezien.values("casus").annotate(n=Count("pk")).values("n")
    vraag = NieuweLinkVraag.objects.filter(afgehandeld_op=None, uitnodiging__casus=OuterRef("pk"))
    # One question, for every list of work asks it.
    casussen_met_iets = (
        Casus.objects.filter(houder__in=wie)
        .annotate(ongezien=Subquery(aantal), vraagt=Exists(vraag))
        .filter(Q(ongezien__isnull=False) | Q(vraagt=True))
    )
    for casus in casussen_met_iets:
        if casus.ongezien:
            adres = reverse("meelezen_inbreng", args=[casus.pk])
            yield Wachtregel(casus.nummer, _say_unread(casus.ongezien), adres)
        if casus.vraagt:
            adres = reverse("meelezen_uitnodigen", args=[casus.pk])
            yield Wachtregel(casus.nummer, _("iemand vraagt een nieuwe link"), adres)


def _say_unread(aantal: int) -> str:
    return ngettext(
        "%(aantal)d bericht van het gezin om te lezen",
        "%(aantal)d berichten van het gezin om te lezen",
        aantal,
    ) % {"aantal": aantal}


def as_panel(casus: Casus) -> dict[str, Any]:
    """The numbers of the panel on the page of a case, in two questions."""
    rijen = list(uitnodigingen_of(casus).filter(ingetrokken_op=None))
    ongezien = list_unseen(casus).count()
    return {"uitnodigingen": rijen, "ongezien": ongezien}
