"""The only writer of this room: make a concept, publish it, and hand out a copy, each with its trace."""

from __future__ import annotations

import logging
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.inzage.actions.rekenen import ONDERWEG
from paraplu.inzage.cijfers import Cijfers
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from . import bewaren
from .bron import check_kring, find_kijk
from .fouten import AlGepubliceerd, MagNietPubliceren, NietEigen, RapportFout
from .inhoud import Inhoud
from .maken import FORMATEN, Gemaakt, make_rapport
from .models import Aanvraag, Rapport, Toestand
from .opzet import Kring, Opzet, OpzetKanNiet
from .rechten import mag_over_gebied, own_gebied
from .weergave import Exemplaar

log = logging.getLogger(__name__)
DOEL = "verantwoording en contractgesprek"


def make_concept(*, opzet: Opzet, by: Gebruiker) -> Rapport:
    """Make a report of the data of now and keep it as a concept of the maker's organisation.

    It takes up to a minute. Raises OpzetKanNiet where there is nothing to report, and NietEigen.
    """
    _check_eigen(opzet, by)
    gemaakt = make_rapport(opzet)
    return keep_concept(gemaakt=gemaakt, by=by)


@transaction.atomic
def ask_concept(*, opzet: Opzet, by: Gebruiker, nu: datetime) -> Aanvraag:
    """Let the worker make a concept, see `run_aanvraag`. Raises what `make_concept` raises."""
    from .tasks import maak_verslag  # noqa: PLC0415 - tasks call this module

    _check_eigen(opzet, by)
    check_kring(Cijfers(opzet.bekend_op, kijk=find_kijk(opzet, op=opzet.datum)), opzet)
    aanvraag = Aanvraag.objects.create(
        opzet=opzet.als_dict(),
        door=by,
        organisatie_soort=by.organisatie_soort,
        organisatie_code=by.organisatie_code,
        gevraagd=nu,
    )
    maak_verslag.defer(aanvraag=aanvraag.pk, gebruiker=by.pk)
    return aanvraag


def run_aanvraag(nummer: int) -> None:
    """Make what was asked for; whatever happens is written. Done before: nothing is made again."""
    aanvraag = Aanvraag.objects.select_related("door").get(pk=nummer)
    if not aanvraag.is_onderweg:
        return
    aanvraag.toestand = Toestand.BEZIG
    aanvraag.save(update_fields=["toestand"])
    try:
        aanvraag.rapport = make_concept(opzet=aanvraag.gevraagde, by=aanvraag.door)
        aanvraag.toestand = Toestand.KLAAR
    except (OpzetKanNiet, RapportFout) as fout:
        aanvraag.toestand, aanvraag.fout = Toestand.MISLUKT, str(fout)
    except Exception as fout:
        log.error("Aanvraag %s niet gelukt: %s", nummer, type(fout).__name__)
        aanvraag.toestand = Toestand.MISLUKT
        aanvraag.fout = _("Er ging iets mis bij ons. Vraag het verslag later opnieuw aan.")
    aanvraag.save(update_fields=["toestand", "rapport", "fout"])


def end_verlaten() -> int:
    """End what was asked for and has no task in the queue any more; gives how many.

    Its task failed for good or was thrown away, mostly with a worker that was killed.
    """
    onderweg = ProcrastinateJob.objects.filter(task_name="maak_verslag", status__in=ONDERWEG)
    levend = [args["aanvraag"] for args in onderweg.values_list("args", flat=True)]
    verlaten = Aanvraag.objects.filter(toestand__in=(Toestand.WACHT, Toestand.BEZIG))
    return verlaten.exclude(pk__in=levend).update(
        toestand=Toestand.MISLUKT,
        fout=_("Het maken is afgebroken en niet opnieuw begonnen. Vraag het verslag opnieuw aan."),
    )


def _check_eigen(opzet: Opzet, by: Gebruiker) -> None:
    eigen = own_gebied(by)
    if opzet.kring == Kring.EIGEN and (eigen is None or opzet.gebied.filters != eigen.filters):
        raise NietEigen(_("Een volledig verslag maakt u alleen van uw eigen gebied."))


@transaction.atomic
def keep_concept(*, gemaakt: Gemaakt, by: Gebruiker) -> Rapport:
    """Keep what was made: first the files, then the row that names them."""
    opzet = gemaakt.opzet
    afdrukken = {
        f"afdruk_{formaat}": bewaren.store(inhoud, formaat)
        for formaat, inhoud in gemaakt.bestanden.items()
    }
    reeks = {
        "soort": opzet.soort,
        "gebied_soort": opzet.gebied.soort,
        "gebied_code": opzet.gebied.code,
        "periode": opzet.periode.naam,
        "kring": opzet.kring,
    }
    laatste = Rapport.objects.filter(**reeks).aggregate(laatste=Max("versie"))["laatste"]
    rapport = Rapport.objects.create(
        **reeks,
        gebied_naam=opzet.gebied.naam,
        versie=(laatste or 0) + 1,
        bekend_op=opzet.bekend_op,
        gemaakt_op=opzet.datum,
        door=by,
        organisatie_soort=by.organisatie_soort,
        organisatie_code=by.organisatie_code,
        organisatie_naam=by.organisatie_naam,
        **_describe(gemaakt),
        **afdrukken,
    )
    write_spoor(gebruiker=by, handeling="verslag maken", voorwerp=_name(rapport), doel=DOEL)
    return rapport


def _describe(gemaakt: Gemaakt) -> dict[str, Any]:
    """What is kept to make it again, as JSON."""
    return {
        "opzet": gemaakt.opzet.als_dict(),
        "stand": gemaakt.stand.als_dict(),
        "laatste_levering": gemaakt.herkomst.laatste_levering,
        "kijk": dict(gemaakt.kijk),
        "definities": dict(gemaakt.definities),
        "gereedschap": dict(gemaakt.gereedschap),
        "code": gemaakt.herkomst.code,
        "cijfers": dict(gemaakt.cijfers),
        "inhoud": gemaakt.inhoud.als_dict(),
        "afdruk_cijfers": gemaakt.afdruk_cijfers,
    }


@transaction.atomic
def publish(*, rapport: Rapport, by: Gebruiker, on: date) -> None:
    """Show a concept to its circle, for good; an earlier version of it stays to be read.

    Raises MagNietPubliceren and AlGepubliceerd.
    """
    if not mag_over_gebied(by, rapport):
        raise MagNietPubliceren(_("Over dit gebied publiceert uw organisatie geen verslag."))
    # The condition is the lock: of two simultaneous requests one updates no row.
    gelukt = Rapport.objects.filter(pk=rapport.pk, gepubliceerd_op=None).update(
        gepubliceerd_op=on, gepubliceerd_door=by
    )
    if not gelukt:
        raise AlGepubliceerd(_("Deze versie is al gepubliceerd. Maak een nieuwe versie."))
    write_spoor(gebruiker=by, handeling="verslag publiceren", voorwerp=_name(rapport), doel=DOEL)


@transaction.atomic
def take_copy(*, rapport: Rapport, formaat: str, by: Gebruiker, nu: datetime) -> bytes:
    """A copy with who took it and when on it; the kept file stays as it is. Raises BestandWeg."""
    bewaren.read(rapport.afdruk(formaat), formaat)
    waarmerk = Exemplaar(
        wie=f"{by.get_soort_display()}, {by.organisatie_naam}",
        wanneer=nu,
        nummer=rapport.nummer,
        versie=rapport.versie,
        afdruk=rapport.afdruk(formaat)[:12],
        is_concept=not rapport.is_gepubliceerd,
    )
    kopie = FORMATEN[formaat](Inhoud.van_dict(rapport.inhoud), waarmerk)
    write_spoor(
        gebruiker=by, handeling=f"verslag ophalen ({formaat})", voorwerp=_name(rapport), doel=DOEL
    )
    return kopie


def _name(rapport: Rapport) -> str:
    gebied = rapport.gebied.sleutel or "gelderland"
    return (
        f"{rapport.nummer}: {rapport.soort} {rapport.periode} {gebied} {rapport.kring} "
        f"versie {rapport.versie}"
    )
