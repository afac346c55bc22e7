"""A talk is fixed: who was there, what was said, decided and agreed, and when one looks back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from paraplu.casussen.actions import close_stap, register_gebeurtenis
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap, Persoon
from paraplu.netwerk.models import Medewerker
from paraplu.termijnen.moment import dag_van

from ..gesprek import JA
from ..models import Afspraak, Besluit, Evaluatie, Genodigde, Stem, Zitting
from . import plannen

GEHOUDEN = "bespreking_gehouden"
#: What is told of a decision in so many words.
TEKSTEN = (
    "gaat_goed", "loopt_vast", "waardoor", "nodig", "veiligheid", "motivatie", "leerbaarheid",
    "inzicht", "conclusie", "benut_toelichting", "laatste_kans_toelichting", "advies",
    "advies_tekst", "advies_afwijking", "uitkomst", "toets", "toets_toelichting", "rol_ouders",
    "bijdragen", "met", "route", "hulp", "veiligheid_erbij", "besloten", "afwijkend",
    "geen_evaluatie",
)  # fmt: skip


@transaction.atomic
def fix_besluit(
    *,
    stap: CasusStap,
    zitting: Zitting,
    velden: Mapping[str, Any],
    afspraken: Iterable[Mapping[str, Any]],
    by: Medewerker,
    on: date,
) -> Besluit:
    """Fix what was said and decided, and close the step with that outcome.

    `velden` and `afspraken` are what `ZittingForm` gives when nothing is missing. The terms run from
    the day of the talk. When a talk is done over, what was agreed before and is still open lapses.
    """
    dag = dag_van(zitting.begin)
    if dag > on:
        raise CasusFout("Dit gesprek moet nog komen. Leg het vast als het is gehouden.")
    if zitting.casus_id != stap.casus_id or zitting.status == Zitting.Status.AFGELAST:
        raise CasusFout("Dit gesprek gaat niet door. Plan eerst een nieuw gesprek.")
    _lapse_earlier(stap.casus, on=on)
    besluit = _create_besluit(zitting, velden, by=by, on=on)
    _keep_aanwezig(zitting, velden)
    _keep_stemmen(besluit, zitting, velden)
    for rij in afspraken:
        _create_afspraak(besluit, stap.casus, rij)
    if velden.get("evaluatie_op"):
        Evaluatie.objects.create(
            casus=stap.casus,
            besluit=besluit,
            wijze=velden["evaluatie_wijze"],
            op=velden["evaluatie_op"],
        )
    zitting.status = Zitting.Status.GEHOUDEN
    zitting.save(update_fields=["status"])
    uitkomst = besluit.uitkomst or "getoetst"
    register_gebeurtenis(
        casus=stap.casus,
        soort=GEHOUDEN,
        by=by,
        on=dag,
        stap=stap,
        gegevens={"zitting": zitting.pk, "besluit": besluit.pk, "uitkomst": uitkomst},
    )
    close_stap(stap=stap, uitkomst=uitkomst, by=by, on=on)
    return besluit


def _lapse_earlier(casus: Casus, *, on: date) -> None:
    """A new talk takes the place of what was still to be done after the one before."""
    casus.tafelafspraken.filter(stand=Afspraak.Stand.OPEN).update(
        stand=Afspraak.Stand.VERVALLEN, gemeld_op=on
    )
    casus.tafelevaluaties.filter(gehouden_op=None, vervallen_op=None).update(vervallen_op=on)


def _create_besluit(
    zitting: Zitting, velden: Mapping[str, Any], *, by: Medewerker, on: date
) -> Besluit:
    laatste = zitting.besluiten.aggregate(Max("versie"))["versie__max"] or 0
    return Besluit.objects.create(
        zitting=zitting,
        versie=laatste + 1,
        benut=velden["benut"] == JA,
        laatste_kans=velden["laatste_kans"] == JA,
        periode_tot=velden.get("periode_tot"),
        op=on,
        door=by,
        **{naam: velden.get(naam) or "" for naam in TEKSTEN},
    )


def _keep_aanwezig(zitting: Zitting, velden: Mapping[str, Any]) -> None:
    for genodigde in zitting.genodigden.all():
        genodigde.aanwezig = velden.get(f"aanwezig_{genodigde.pk}") == JA
        genodigde.save(update_fields=["aanwezig"])


def _keep_stemmen(besluit: Besluit, zitting: Zitting, velden: Mapping[str, Any]) -> None:
    """What each person of the family said, marked when these are the own words (R266)."""
    mensen = {
        str(genodigde.pk): genodigde.persoon
        for genodigde in zitting.genodigden.select_related("persoon")
        if genodigde.persoon
    }
    kinderen = zitting.casus.gezin.personen.filter(rol=Persoon.Rol.KIND)
    mensen |= {f"p{kind.pk}": kind for kind in kinderen}
    for sleutel, persoon in mensen.items():
        for over in Stem.Over.values:
            if woorden := velden.get(f"{over}_{sleutel}"):
                Stem.objects.create(
                    besluit=besluit,
                    persoon=persoon,
                    over=over,
                    woorden=woorden,
                    letterlijk=bool(velden.get(f"letterlijk_{sleutel}")),
                    apart=bool(velden.get(f"apart_{sleutel}")),
                )


def _create_afspraak(besluit: Besluit, casus: Casus, rij: Mapping[str, Any]) -> Afspraak:
    genodigde: Genodigde | None = rij["genodigde"]
    return Afspraak.objects.create(
        besluit=besluit,
        casus=casus,
        soort=rij["soort"],
        tekst=rij["tekst"],
        wie=rij["wie"],
        medewerker=genodigde.medewerker if genodigde else None,
        persoon=genodigde.persoon if genodigde else None,
        uiterlijk=rij["uiterlijk"],
        toezicht=rij["toezicht"],
        steun=rij["steun"],
    )


@transaction.atomic
def close_not_held(*, stap: CasusStap, reden: str, by: Medewerker, on: date) -> None:
    """The talk did not take place; it is planned anew and every guest hears it."""
    zitting = stap.casus.zittingen.filter(status=Zitting.Status.GEPLAND).last()
    if zitting:
        plannen.cancel_zitting(zitting=zitting, reden=reden[:300], by=by, on=on)
    close_stap(stap=stap, uitkomst="niet_doorgegaan", toelichting=reden, by=by, on=on)


@transaction.atomic
def report_afspraak(
    *, afspraak: Afspraak, stand: str, reden: str, by: Medewerker, on: date
) -> Afspraak:
    """Say that a step is done, or not and why. The first one who says it counts."""
    if stand not in {Afspraak.Stand.GEDAAN, Afspraak.Stand.NIET_GEDAAN}:
        raise CasusFout("Kies of dit is gedaan.")
    if stand == Afspraak.Stand.NIET_GEDAAN and not reden.strip():
        raise CasusFout("Schrijf op waarom het niet is gedaan.")
    gedaan = Afspraak.objects.filter(pk=afspraak.pk, stand=Afspraak.Stand.OPEN).update(
        stand=stand, reden=reden, gemeld_op=on, gemeld_door=by
    )
    if not gedaan:
        raise CasusFout("Dit is intussen door een ander gemeld.")
    afspraak.refresh_from_db()
    return afspraak
