"""The reader of what came out of talks: decisions, agreements, evaluations, as far as one may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.casussen import queries as werk
from paraplu.casussen.models import Casus
from paraplu.web.models import Gebruiker

from .models import Afspraak, Besluit, Evaluatie, Raadsbesluit, Vto

#: How long before its day an agreement or evaluation comes on the list of work.
VOORUIT: Final = timedelta(days=14)


def besluit_of(casus: Casus) -> Besluit | None:
    """What was decided last."""
    return (
        Besluit.objects.filter(zitting__casus=casus)
        .select_related("zitting__tafel__organisatie", "zitting__voorzitter", "zitting__casus")
        .order_by("zitting__begin", "zitting_id", "versie")
        .last()
    )


def vto_of(casus: Casus) -> Vto | None:
    """The request for an investigation that was sent last."""
    return Vto.objects.filter(casus=casus).select_related("document", "gi_voorgesteld").last()


def raadsbesluit_of(casus: Casus) -> Raadsbesluit | None:
    """What the RvdK answered to it."""
    vto = vto_of(casus)
    return Raadsbesluit.objects.filter(vto=vto).select_related("door").first() if vto else None


def moment_of(casus: Casus) -> Evaluatie | None:
    """The moment that is still to come."""
    return Evaluatie.objects.filter(casus=casus, gehouden_op=None, vervallen_op=None).first()


def afspraken_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Afspraak]:
    """Agreements of cases one sees, and those one has to do oneself, also after the case ended."""
    wie = werk.people_of(gebruiker, op=op)
    zichtbaar = werk.casussen_for(gebruiker, op=op).values("pk")
    return Afspraak.objects.filter(Q(casus__in=zichtbaar) | Q(medewerker__in=wie))


def may_report(gebruiker: Gebruiker, afspraak: Afspraak, *, op: date) -> bool:
    """Who has to do it, and for somebody without an account the chair, the writer or the lokaal team."""
    wie = werk.people_of(gebruiker, op=op)
    if afspraak.medewerker_id in wie:
        return True
    casus = werk.casussen_for(gebruiker, op=op).filter(pk=afspraak.casus_id).first()
    if casus is None:
        return False
    rollen = werk.rollen_in(gebruiker, casus, op=op)
    return bool(rollen & {"voorzitter", "aanmelder", "lokaal_team"})


@dataclass(frozen=True, kw_only=True)
class Herinnering:
    """Something of the table that waits for a person: number of the case, words, where, last day."""

    casus: str
    tekst: str
    adres: str
    dag: date | None

    def is_te_laat(self, *, op: date) -> bool:
        """Whether its day has passed."""
        return self.dag is not None and self.dag < op


def herinneringen_for(gebruiker: Gebruiker, on: date) -> list[Herinnering]:
    """Agreements that are due: one's own, and in cases one holds those of people without an account."""
    wie = werk.people_of(gebruiker, op=on)
    eigen = Q(medewerker__in=wie) | Q(medewerker=None, casus__houder__in=wie)
    rijen = Afspraak.objects.filter(
        eigen, stand=Afspraak.Stand.OPEN, uiterlijk__lte=on + VOORUIT
    ).only("pk", "casus_id", "uiterlijk", "medewerker_id")
    return [_as_herinnering(rij) for rij in rijen]


def _as_herinnering(rij: Any) -> Herinnering:
    zelf = rij.medewerker_id is not None
    return Herinnering(
        casus=f"C{rij.casus_id}",
        tekst=_("Afspraak van het gesprek aan tafel: is dit gedaan?")
        if zelf
        else _("Afspraak met het gezin: vraag of dit is gedaan"),
        adres=reverse("tafelafspraak", args=[rij.pk]),
        dag=rij.uiterlijk,
    )
