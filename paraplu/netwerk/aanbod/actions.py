"""The only writer of care on offer: what was said is added, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..models import (
    Aanbodblad,
    Beschikbaarheid,
    GemetenWachttijd,
    Inkoop,
    Kwaliteit,
    Organisatie,
    Soort,
    Voorziening,
    Vrij,
    Wachtlijst,
    WachttijdReactie,
)
from . import instellingen, queries, wachten, wachttijd
from .blad import Bladregel, Wijziging

DOEL = "hulpaanbod bijhouden"


class NothingToConfirm(Exception):
    """There is no statement yet that could still hold."""


@transaction.atomic
def save_voorziening(
    *, voorziening: Voorziening | None, velden: dict[str, Any], by: Gebruiker
) -> Voorziening:
    """Make a provision, or change it; `velden` are checked already."""
    if voorziening is None:
        voorziening = Voorziening.objects.create(**velden)
    else:
        Voorziening.objects.filter(pk=voorziening.pk).update(**velden)
        voorziening.refresh_from_db()
    _write(by, "voorziening vastleggen", voorziening)
    return voorziening


@transaction.atomic
def tell_stand(
    *,
    voorziening: Voorziening,
    regio: str,
    by: Gebruiker,
    on: date,
    vrij: str,
    plekken: int | None = None,
    wachttijd: int | None = None,
    wachttijd_eenheid: str = "weken",
    toelichting: str = "",
) -> Beschikbaarheid:
    """Add what a provider says of a provision in a region (R119): `regio` empty is everywhere.

    What the answer does not ask for is left out: a closed door has no waiting time.
    """
    dicht = vrij == Vrij.GEEN_INSTROOM
    stand = Beschikbaarheid.objects.create(
        voorziening=voorziening,
        regio=regio,
        vrij=vrij,
        plekken=plekken if vrij == Vrij.JA else None,
        wachttijd=None if dicht else wachttijd,
        wachttijd_eenheid=wachttijd_eenheid,
        toelichting=toelichting,
        opgegeven_op=on,
        door=by,
    )
    _write(by, "beschikbaarheid opgeven", voorziening)
    return stand


@transaction.atomic
def confirm_stand(
    *, voorziening: Voorziening, regio: str, by: Gebruiker, on: date
) -> Beschikbaarheid:
    """Say once more what was said last; raises NothingToConfirm when nothing was.

    A waiting time that was told as six weeks is six weeks again, from today.
    """
    gezegd = queries.standen([voorziening], on=on).get(voorziening.pk, [])
    vorige = queries.newest_of(gezegd, regio)
    if vorige is None:
        raise NothingToConfirm(voorziening.pk)
    stand = Beschikbaarheid.objects.create(
        voorziening=voorziening,
        regio=regio,
        vrij=vorige.vrij,
        plekken=vorige.plekken,
        wachttijd=vorige.wachttijd,
        wachttijd_eenheid=vorige.wachttijd_eenheid,
        toelichting=vorige.toelichting,
        bevestigd=True,
        opgegeven_op=on,
        door=by,
    )
    _write(by, "beschikbaarheid bevestigen", voorziening)
    return stand


@transaction.atomic
def record_inkoop(
    *,
    voorziening: Voorziening,
    regio: str = "",
    gemeente: str = "",
    gecontracteerd: bool,
    vanaf: date,
    tot: date | None = None,
    bron: str,
    by: Gebruiker,
) -> Inkoop:
    """Record that a region or gemeente did or did not buy a provision; the newest row counts."""
    inkoop = Inkoop.objects.create(
        voorziening=voorziening,
        regio=regio,
        gemeente=gemeente,
        gecontracteerd=gecontracteerd,
        vanaf=vanaf,
        tot=tot,
        bron=bron,
    )
    _write(by, "inkoop vastleggen", voorziening)
    return inkoop


@transaction.atomic
def add_kwaliteit(
    *, voorziening: Voorziening, tekst: str, bron: str, datum: date, by: Gebruiker
) -> Kwaliteit:
    """Add what is known of the quality of a provision, with its source and date (R242)."""
    rij = Kwaliteit.objects.create(
        voorziening=voorziening, tekst=tekst, bron=bron, datum=datum, door=by
    )
    _write(by, "kwaliteit vastleggen", voorziening)
    return rij


@transaction.atomic
def measure_wachttijden(*, monitor: Any, on: date) -> int:
    """Measure the waiting time of every known provider over the last year and the one before.

    Returns the number of new figures: what came out the same as last time is not new. The provider
    sees them from now, others after the days it has to react.
    """
    bijgewerkt = monitor.laatst_bijgewerkt()
    if bijgewerkt is None:
        return 0
    nu = wachttijd.four_quarters(min(on, bijgewerkt))
    bekend = {o.code: o for o in Organisatie.objects.filter(soort=Soort.AANBIEDER).exclude(code="")}
    vrij = instellingen.release_day(on)
    bestaand = wachten.last_measured()
    rijen = [
        GemetenWachttijd(
            aanbieder=bekend[meting.agb],
            tussentaal=meting.tussentaal,
            van=kwartalen[0].begin,
            tot=kwartalen[-1].einde,
            **meting.cijfers,
            gemeten_op=on,
            vrijgegeven_vanaf=vrij,
        )
        for kwartalen in (nu, wachttijd.year_before(nu))
        for meting in wachttijd.measure(monitor, kwartalen)
        if meting.agb in bekend
        and bestaand.get((meting.agb, meting.tussentaal, kwartalen[-1].einde)) != meting.cijfers
    ]
    return len(GemetenWachttijd.objects.bulk_create(rijen, batch_size=500))


@transaction.atomic
def react_wachttijd(
    *, gemeten: GemetenWachttijd, tekst: str, by: Gebruiker, on: date
) -> WachttijdReactie:
    """Put the provider's own words beside a figure; the newest are shown."""
    reactie = WachttijdReactie.objects.create(wachttijd=gemeten, tekst=tekst, op=on, door=by)
    write_spoor(
        gebruiker=by,
        handeling="reageren op wachttijd",
        voorwerp=f"wachttijd {gemeten.pk}",
        doel=DOEL,
    )
    return reactie


@transaction.atomic
def tell_wachtlijst(
    *,
    organisatie: Organisatie,
    datum: date,
    aantal: int,
    langste: int | None,
    mediaan: int | None,
    toelichting: str = "",
    by: Gebruiker,
) -> Wachtlijst:
    """Add what an organisation says of its own waiting list on a day (R240)."""
    rij = Wachtlijst.objects.create(
        organisatie=organisatie,
        datum=datum,
        aantal=aantal,
        langste=langste if aantal else None,
        mediaan=mediaan if aantal else None,
        toelichting=toelichting,
        door=by,
    )
    write_spoor(
        gebruiker=by, handeling="wachtlijst opgeven", voorwerp=organisatie.sleutel, doel=DOEL
    )
    return rij


def _write(by: Gebruiker, handeling: str, voorziening: Voorziening) -> None:
    write_spoor(
        gebruiker=by, handeling=handeling, voorwerp=f"voorziening {voorziening.pk}", doel=DOEL
    )


@transaction.atomic
def keep_blad(*, bestand: str, inhoud: str, by: Gebruiker, on: date) -> Aanbodblad:
    """Keep a sheet that was read without faults until its bringer says yes."""
    return Aanbodblad.objects.create(gebruiker=by, bestand=bestand[:120], inhoud=inhoud, dag=on)


@transaction.atomic
def take_blad(
    *,
    klaargezet: Aanbodblad,
    regels: Iterable[Bladregel],
    regio: str = "",
    gemeente: str = "",
    by: Gebruiker,
    on: date,
) -> int:
    """Take the rows of a sheet, all or none; returns how many provisions are new or changed.

    `regio` or `gemeente` is who bought, where a row says so. A sheet counts once: a second yes
    changes nothing.
    """
    open_ = Aanbodblad.objects.filter(pk=klaargezet.pk, verwerkt_op=None)
    if not open_.update(verwerkt_op=on, inhoud=""):
        return 0
    veranderd = 0
    for regel in regels:
        voorziening = regel.bestaand
        if regel.wijziging is not Wijziging.GELIJK:
            velden = {**regel.velden, "aanbieder": regel.aanbieder}
            voorziening = save_voorziening(voorziening=regel.bestaand, velden=velden, by=by)
            veranderd += 1
        if regel.ingekocht is not None and voorziening and (regio or gemeente):
            veranderd += _take_inkoop(
                voorziening, regel, klaargezet.bestand, regio=regio, gemeente=gemeente, by=by, on=on
            )
    write_spoor(
        gebruiker=by, handeling="hulpaanbod inlezen", voorwerp=f"{veranderd} wijzigingen", doel=DOEL
    )
    return veranderd


def _take_inkoop(
    voorziening: Voorziening,
    regel: Bladregel,
    bestand: str,
    *,
    regio: str,
    gemeente: str,
    by: Gebruiker,
    on: date,
) -> bool:
    """Record what a row says about buying, unless that is known already."""
    rijen = queries.inkopen(on=on, alle=[voorziening])
    if queries.is_ingekocht(rijen, regio=regio, gemeente=gemeente) == regel.ingekocht:
        return False
    record_inkoop(
        voorziening=voorziening,
        regio=regio,
        gemeente=gemeente,
        gecontracteerd=bool(regel.ingekocht),
        vanaf=max(on, regel.velden["vanaf"]),
        bron=bestand,
        by=by,
    )
    return True
