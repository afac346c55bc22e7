"""The report is fixed and sent to everybody it is for, and reactions are added to it (R71, R75, R76)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.casussen.actions import close_stap, fix_document, register_gebeurtenis, send_document
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap, Document, Persoon
from paraplu.meelezen.models import Uitnodiging
from paraplu.netwerk.models import Medewerker
from paraplu.web.post.actions import stuur

from ..models import Besluit, Genodigde, Verslagreactie, Verzending
from ..stukken.blokken import to_inhoud
from ..stukken.verslag import make_afsprakenblad, make_verslag
from .terugkijken import agree_moment

VERSLAG: Final = "tafelverslag"
AFSPRAKEN: Final = "tafelafspraken"
GROND: Final = "verslag van een gesprek waar deze persoon bij was"
#: In which role a guest gets a copy in Paraplu.
ROL_VAN: Final = {
    Genodigde.Rol.RAAD: "raad",
    Genodigde.Rol.GI: "jeugdbeschermer",
    Genodigde.Rol.AANMELDER: "aanmelder",
    Genodigde.Rol.LOKAAL_TEAM: "lokaal_team",
    Genodigde.Rol.SECRETARIS: "voorzitter",
    Genodigde.Rol.HULP: "zorgaanbieder",
    Genodigde.Rol.MEDE_AANMELDER: "lokaal_team",
}
#: These get the agreements, not the whole report, unless they work with the family.
ALLEEN_AFSPRAKEN: Final = frozenset({Genodigde.Rol.STEUN, Genodigde.Rol.NETWERK})


@dataclass(frozen=True)
class Ontvanger:
    """Somebody the report or the agreements go to, and how that may be done."""

    genodigde: Genodigde
    wat: str
    wegen: tuple[str, ...]

    @property
    def sleutel(self) -> str:
        """How the form calls this one."""
        return str(self.genodigde.pk)


def list_ontvangers(besluit: Besluit) -> list[Ontvanger]:
    """Everybody who was there, and parents and writer also when they were not (R71, R75).

    A child that was invited gets its own version; the chair, who sends, is left out.
    """
    altijd = {Genodigde.Rol.OUDER, Genodigde.Rol.AANMELDER, Genodigde.Rol.KIND}
    alle = besluit.zitting.genodigden.select_related("medewerker__organisatie", "persoon")
    return [
        Ontvanger(wie, _what_for(wie), _ways_for(wie))
        for wie in alle
        if wie.rol != Genodigde.Rol.VOORZITTER and (wie.aanwezig or wie.rol in altijd)
    ]


def _what_for(wie: Genodigde) -> str:
    return AFSPRAKEN if wie.rol in ALLEEN_AFSPRAKEN and not wie.medewerker else VERSLAG


def _ways_for(wie: Genodigde) -> tuple[str, ...]:
    weg = Verzending.Weg
    if wie.medewerker:
        return (weg.PARAPLU, weg.POST)
    return (weg.POST, weg.MEELEZEN) if wie.persoon else (weg.POST,)


@transaction.atomic
def send_verslag(
    *,
    stap: CasusStap,
    besluit: Besluit,
    wegen: Mapping[str, str],
    voor_kind: str,
    by: Medewerker,
    on: date,
) -> Document:
    """Fix the report, send it to everybody it is for, and close the step.

    `wegen` gives per `Ontvanger.sleutel` how it goes; nobody is left out. CasusFout.
    """
    ontvangers = list_ontvangers(besluit)
    _check(stap.casus, ontvangers, wegen, on=on)
    verslag = _fix(stap.casus, VERSLAG, besluit, voor_kind, by=by, on=on)
    afspraken = None
    for ontvanger in ontvangers:
        document = verslag
        if ontvanger.wat == AFSPRAKEN:
            afspraken = afspraken or _fix(stap.casus, AFSPRAKEN, besluit, "", by=by, on=on)
            document = afspraken
        _send(document, ontvanger, wegen[ontvanger.sleutel], by=by, on=on)
    moment = besluit.evaluaties.filter(gehouden_op=None, vervallen_op=None).first()
    uitkomst = "verstuurd_met_evaluatie" if moment else "verstuurd"
    nieuw = close_stap(stap=stap, uitkomst=uitkomst, by=by, on=on)
    agree_moment(stappen=nieuw, moment=moment, on=on)
    return verslag


def _check(
    casus: Casus, ontvangers: list[Ontvanger], wegen: Mapping[str, str], *, on: date
) -> None:
    for ontvanger in ontvangers:
        weg = wegen.get(ontvanger.sleutel)
        if weg not in ontvanger.wegen:
            raise CasusFout("Kies voor iedereen hoe het verslag gaat.")
        persoon = ontvanger.genodigde.persoon
        if weg == Verzending.Weg.MEELEZEN and not may_read_along(casus, persoon, on=on):
            raise CasusFout(
                "Wie meeleest, heeft een uitnodiging nodig waarin het verslag staat. "
                "Nodig deze persoon eerst uit op de bladzijde van de casus, of kies post."
            )


def may_read_along(casus: Casus, persoon: Persoon | None, *, on: date) -> bool:
    """Whether this person has a way in to the report now."""
    rijen = Uitnodiging.objects.filter(casus=casus, persoon=persoon, ingetrokken_op=None)
    return any(rij.is_geldig(on=on) and VERSLAG in rij.sleutels for rij in rijen)


def _fix(
    casus: Casus, soort: str, besluit: Besluit, voor_kind: str, *, by: Medewerker, on: date
) -> Document:
    """The report as it will always read; only the codes of the decision stand unencrypted."""
    maak = make_verslag if soort == VERSLAG else make_afsprakenblad
    return fix_document(
        casus=casus,
        soort=soort,
        inhoud={"besluit": besluit.pk, "uitkomst": besluit.uitkomst, "toets": besluit.toets},
        persoonsgegevens={"blokken": to_inhoud(maak(besluit)), "voor_kind": voor_kind},
        by=by,
        on=on,
    )


def _send(document: Document, ontvanger: Ontvanger, weg: str, *, by: Medewerker, on: date) -> None:
    wie = ontvanger.genodigde
    Verzending.objects.create(
        document=document,
        genodigde=wie,
        persoon=wie.persoon,
        organisatie=wie.medewerker.organisatie if wie.medewerker else None,
        aan=wie.wie,
        weg=weg,
        op=on,
        door=by,
    )
    if weg == Verzending.Weg.PARAPLU and wie.medewerker:
        _give_copy(document, wie, by=by, on=on)


def _give_copy(document: Document, wie: Genodigde, *, by: Medewerker, on: date) -> None:
    """The copy in Paraplu opens for the person who sat there, and a mail says so without a name."""
    send_document(
        document=document,
        organisatie=wie.medewerker.organisatie,
        rol=ROL_VAN.get(Genodigde.Rol(wie.rol), "lokaal_team"),
        by=by,
        on=on,
        met_persoonsgegevens=True,
        grond=GROND,
        medewerker=wie.medewerker,
    )
    if wie.medewerker.gebruiker:
        stuur(
            aan=wie.medewerker.gebruiker,
            onderwerp=_("Paraplu: het verslag van een gesprek aan tafel"),
            tekst=_("Casus %(nummer)s: het verslag en de afspraken staan klaar.")
            % {"nummer": document.casus.nummer},
            adres=reverse("tafelverslag", args=[document.pk]),
            on=on,
        )


@transaction.atomic
def add_reactie(
    *,
    document: Document,
    woorden: str,
    by: Medewerker,
    on: date,
    persoon: Persoon | None = None,
) -> Verslagreactie:
    """Add what somebody says of the report; with `persoon` the paper of that one was typed over."""
    if persoon is not None and persoon.gezin_id != document.casus.gezin_id:
        raise CasusFout("Deze persoon hoort niet bij dit gezin.")
    reactie = Verslagreactie.objects.create(
        document=document,
        casus=document.casus,
        persoon=persoon,
        medewerker=None if persoon else by,
        woorden=woorden,
        op=on,
        door=by,
    )
    register_gebeurtenis(
        casus=document.casus,
        soort="verslag_reactie",
        by=by,
        on=on,
        gegevens={"document": document.pk},
    )
    _tell_voorzitter(document, by=by, on=on)
    return reactie


def _tell_voorzitter(document: Document, *, by: Medewerker, on: date) -> None:
    """Who led the talk hears that somebody sees it otherwise, to look back together (R76, R85)."""
    zitting = document.casus.zittingen.filter(besluiten=document.inhoud["besluit"]).first()
    if zitting and zitting.voorzitter != by and zitting.voorzitter.gebruiker:
        stuur(
            aan=zitting.voorzitter.gebruiker,
            onderwerp=_("Paraplu: een reactie op het verslag van een gesprek aan tafel"),
            tekst=_("Casus %(nummer)s: iemand ziet het anders. De reactie staat bij het verslag.")
            % {"nummer": document.casus.nummer},
            adres=reverse("tafelverslag", args=[document.pk]),
            on=on,
        )
