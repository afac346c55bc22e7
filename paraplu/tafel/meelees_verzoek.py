"""What the family can read before the talk: the invitation, and for parents the request (R67, R266)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.casussen.models import Casus, Persoon
from paraplu.meelezen.stukken import Stuk, StukSoort, register

from . import queries
from .models import Genodigde, Zitting
from .stukken.verzoek import list_secties

UITNODIGING, VERZOEK = "tafeluitnodiging", "tafelverzoek"


def register_stukken() -> None:
    """Let families read these, and write what they think of them."""
    register(
        StukSoort(
            sleutel=UITNODIGING,
            naam=gettext_lazy("Uitnodiging voor het gesprek"),
            stukken=list_uitnodigingen,
            toon=show_uitnodiging,
        )
    )
    register(
        StukSoort(
            sleutel=VERZOEK,
            naam=gettext_lazy("Verzoek aan de Jeugdbeschermingstafel"),
            stukken=list_verzoeken,
            toon=show_verzoek,
            voor_kind=False,
        )
    )


def list_uitnodigingen(casus: Casus, persoon: Persoon, _op: date) -> list[Stuk]:
    """The talk this person was invited to, as long as it is planned."""
    gasten = Genodigde.objects.filter(
        zitting__casus=casus,
        zitting__status=Zitting.Status.GEPLAND,
        persoon=persoon,
        uitgenodigd_op__isnull=False,
    ).select_related("zitting__voorzitter", "zitting__tafel__organisatie")
    return [
        Stuk(sleutel=f"{gast.pk}", titel=_("Uitnodiging"), op=gast.uitgenodigd_op, rij=gast)
        for gast in gasten
    ]


def show_uitnodiging(stuk: Stuk, persoon: Persoon, _taal: str) -> tuple[str, dict[str, Any]]:
    """When, where, and what one may say; a child reads how it is heard."""
    gast: Genodigde = stuk.rij
    zitting = gast.zitting
    return "tafel/_meelees_uitnodiging.html", {
        "zitting": zitting,
        "begin": localtime(zitting.begin),
        "gast": gast,
        "is_kind": persoon.rol == Persoon.Rol.KIND,
    }


def list_verzoeken(casus: Casus, persoon: Persoon, _op: date) -> list[Stuk]:
    """The newest request, for parents and others who bring up the children."""
    ouder = persoon.gezin_id == casus.gezin_id and persoon.rol in (
        Persoon.Rol.OUDER,
        Persoon.Rol.OPVOEDER,
    )
    document = queries.document_of(casus) if ouder else None
    if document is None:
        return []
    titel = _("Verzoek aan de Jeugdbeschermingstafel")
    return [Stuk(sleutel=f"{document.pk}", titel=titel, op=document.vastgesteld_op, rij=document)]


def show_verzoek(stuk: Stuk, _persoon: Persoon, _taal: str) -> tuple[str, dict[str, Any]]:
    """What the professional wrote; who the family is stands on no page that goes over the line."""
    secties = [sectie for sectie in list_secties(stuk.rij) if sectie.sleutel]
    return "tafel/_meelees_verzoek.html", {"secties": secties}
