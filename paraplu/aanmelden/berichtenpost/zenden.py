"""From a step of a case to a message in the outbox: made, kept and ready, in one transaction.

Each function raises NietTeVersturen, with sentences for the screen, when the message would break a
rule; then nothing was given out and nothing changed.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from paraplu.aanmelden.models import Toewijzing, Werkbericht
from paraplu.casussen.models import CasusStap
from paraplu.web.wand.verzoek import beyond_wall

from .bewaren import zet_klaar
from .kind import jeugdige_van
from .levering import Start, Stop, start_van
from .nummers import volgend_toewijzingnummer, volgende_identificatie
from .persoon import Jeugdige
from .product import (
    AangevraagdProduct,
    Omvang,
    Product,
    ToegewezenProduct,
    Verwijzer,
    verwijzer_gi,
)
from .redenen import NietTeVersturen, Reden
from .schrijven import (
    Antwoord,
    schrijf_antwoord,
    schrijf_start,
    schrijf_stop,
    schrijf_toewijzing,
    schrijf_verzoek,
)
from .terughalen import running_products, sent_products
from .uitgaand import Verzending
from .wijzigen import trek_in, verwijder

#: LDT_NaamVerwijzer.
LANGSTE_VERWIJZER = 64
AGB_CIJFERS = 8


@transaction.atomic
def send_toewijzing(
    *, toewijzing: Toewijzing, nu: datetime, stap: CasusStap | None = None
) -> Werkbericht:
    """The 301 (R100, R109): with a new number, and all else that runs at this provider (OP087)."""
    on = localdate(nu)
    if toewijzing.nummer is None:
        toewijzing.nummer = volgend_toewijzingnummer(toewijzing.casus.gemeente.code)
    nieuw = ToegewezenProduct(
        nummer=toewijzing.nummer,
        ingangsdatum=toewijzing.ingangsdatum,
        einddatum=toewijzing.einddatum,
        vastgesteld_op=nu,
        product=_product(toewijzing),
        omvang=_omvang(toewijzing),
        referentie=toewijzing.referentie,
    )
    toewijzing.toegewezen_op = on
    toewijzing.save(update_fields=["nummer", "toegewezen_op"])
    return _send_301(toewijzing, nieuw, nu=nu, stap=stap)


@transaction.atomic
def send_intrekking(
    *,
    toewijzing: Toewijzing,
    nu: datetime,
    per: date | None = None,
    reden: str = "",
    stap: CasusStap | None = None,
) -> Werkbericht:
    """The 301 that lets an allocation end on `per` for `reden` (JZ002); without `per`, never given.

    Raises WijzigingKanNiet when `per` lies outside the allocation.
    """
    gemeente, aanbieder = _partijen(toewijzing)
    alle = sent_products(toewijzing.casus.kind_id, gemeente=gemeente, aanbieder=aanbieder)
    verzonden = alle.get(toewijzing.nummer or -1)
    if verzonden is None:
        raise NietTeVersturen([NIET_VERZONDEN])
    nieuw = (
        verwijder(verzonden, op=nu)
        if per is None
        else trek_in(verzonden, per=per, reden=reden, op=nu)
    )
    toewijzing.einddatum = nieuw.einddatum
    toewijzing.save(update_fields=["einddatum"])
    return _send_301(toewijzing, nieuw, nu=nu, stap=stap)


@transaction.atomic
def send_verzoek(
    *, toewijzing: Toewijzing, nu: datetime, stap: CasusStap | None = None
) -> Werkbericht:
    """The 315 of the provider (R108), referred by the GI that set down the bepaling."""
    if not toewijzing.referentie:
        toewijzing.referentie = f"PPL-T{toewijzing.pk}"
    toewijzing.verzocht_op = localdate(nu)
    toewijzing.save(update_fields=["referentie", "verzocht_op"])
    verzoek = AangevraagdProduct(
        referentie=toewijzing.referentie,
        ingangsdatum=toewijzing.ingangsdatum,
        einddatum=toewijzing.einddatum,
        product=_product(toewijzing),
        omvang=_omvang(toewijzing),
        verwijzer=_verwijzer(toewijzing),
    )
    uitgaand = schrijf_verzoek(
        _verzending(toewijzing, van_aanbieder=True, nu=nu),
        jeugdige=_jeugdige(toewijzing),
        verzoeken=[verzoek],
    )
    return zet_klaar(uitgaand, casus=toewijzing.casus, stap=stap)


@transaction.atomic
def send_antwoord(
    *,
    toewijzing: Toewijzing,
    nu: datetime,
    reden: str = "",
    gemeente: str = "",
    stap: CasusStap | None = None,
) -> Werkbericht:
    """The 319 (R109): refused for `reden` (WJ759), or without it still being looked into."""
    if reden:
        toewijzing.afgewezen_op, toewijzing.reden_afwijzing = localdate(nu), reden
        toewijzing.save(update_fields=["afgewezen_op", "reden_afwijzing"])
    uitgaand = schrijf_antwoord(
        _verzending(toewijzing, van_aanbieder=False, nu=nu),
        antwoord=Antwoord(referentie=toewijzing.referentie, reden=reden, gemeente=gemeente),
    )
    return zet_klaar(uitgaand, casus=toewijzing.casus, stap=stap)


@transaction.atomic
def send_start(
    *, toewijzing: Toewijzing, begindatum: date, nu: datetime, stap: CasusStap | None = None
) -> Werkbericht:
    """The 305: help began. Records nothing of the start itself (`actions.toewijzen`)."""
    uitgaand = schrijf_start(
        _verzending(toewijzing, van_aanbieder=True, nu=nu),
        jeugdige=_jeugdige(toewijzing),
        starts=[_start(toewijzing, begindatum)],
    )
    return zet_klaar(uitgaand, casus=toewijzing.casus, stap=stap)


@transaction.atomic
def send_stop(
    *,
    toewijzing: Toewijzing,
    einddatum: date,
    reden: str,
    nu: datetime,
    stap: CasusStap | None = None,
) -> Werkbericht:
    """The 307: help ended for `reden` (JZ588), of a start that was reported."""
    if toewijzing.gestart_op is None:
        raise NietTeVersturen([NIET_GESTART])
    uitgaand = schrijf_stop(
        _verzending(toewijzing, van_aanbieder=True, nu=nu),
        jeugdige=_jeugdige(toewijzing),
        stops=[
            Stop(start=_start(toewijzing, toewijzing.gestart_op), einddatum=einddatum, reden=reden)
        ],
    )
    return zet_klaar(uitgaand, casus=toewijzing.casus, stap=stap)


NIET_VERZONDEN = Reden(
    pad="",
    tekst="Deze toewijzing is hier niet verzonden.",
    remedie="Trek haar in met het systeem waarmee zij is verzonden.",
)
NIET_TOEGEWEZEN = Reden(
    pad="",
    tekst="Deze hulp is nog niet toegewezen.",
    remedie="Wacht op de toewijzing (301) van de gemeente.",
    regel="TR019",
)
NIET_GESTART = Reden(
    pad="",
    tekst="Van deze hulp is geen start gemeld.",
    remedie="Meld eerst met een startbericht (305) dat de hulp is begonnen.",
    regel="TR382",
)


def _send_301(
    toewijzing: Toewijzing, nieuw: ToegewezenProduct, *, nu: datetime, stap: CasusStap | None
) -> Werkbericht:
    gemeente, aanbieder = _partijen(toewijzing)
    kind = toewijzing.casus.kind_id
    lopend = running_products(kind, gemeente=gemeente, aanbieder=aanbieder, on=localdate(nu))
    uitgaand = schrijf_toewijzing(
        _verzending(toewijzing, van_aanbieder=False, nu=nu),
        jeugdige=_jeugdige(toewijzing),
        toewijzingen=[nieuw, *(een for een in lopend if een.nummer != nieuw.nummer)],
    )
    return zet_klaar(uitgaand, casus=toewijzing.casus, stap=stap)


def _jeugdige(toewijzing: Toewijzing) -> Jeugdige:
    """Who sends need not see the parents or the BSN on a page; the message has them all the same."""
    with beyond_wall():
        return jeugdige_van(toewijzing.casus.kind)


def _partijen(toewijzing: Toewijzing) -> tuple[str, str]:
    return toewijzing.casus.gemeente.code, toewijzing.aanbieder.code


def _verzending(toewijzing: Toewijzing, *, van_aanbieder: bool, nu: datetime) -> Verzending:
    gemeente, aanbieder = _partijen(toewijzing)
    return Verzending(
        gemeente=gemeente,
        aanbieder=aanbieder,
        identificatie=volgende_identificatie(aanbieder if van_aanbieder else gemeente),
        dagtekening=localdate(nu),
    )


def _product(toewijzing: Toewijzing) -> Product:
    return Product(categorie=toewijzing.productcategorie, code=toewijzing.productcode)


def _omvang(toewijzing: Toewijzing) -> Omvang | None:
    if toewijzing.volume is None:
        return None
    return Omvang(
        volume=toewijzing.volume,
        eenheid=toewijzing.eenheid,
        frequentie=toewijzing.frequentie,
    )


def _verwijzer(toewijzing: Toewijzing) -> Verwijzer:
    gi = toewijzing.casus.gi
    agb = gi.code if len(gi.code) == AGB_CIJFERS and gi.code.isdecimal() else ""
    return verwijzer_gi(naam=gi.naam[:LANGSTE_VERWIJZER], agb=agb)


def _start(toewijzing: Toewijzing, begindatum: date) -> Start:
    if toewijzing.nummer is None:
        raise NietTeVersturen([NIET_TOEGEWEZEN])
    return start_van(
        ToegewezenProduct(
            nummer=toewijzing.nummer,
            ingangsdatum=toewijzing.ingangsdatum,
            vastgesteld_op=datetime.min,  # noqa: DTZ901 - a start does not say when it was decided
            product=_product(toewijzing),
        ),
        begindatum=begindatum,
    )
