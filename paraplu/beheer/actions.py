"""The only writer of this room: lists, approval, destruction, holds, checks, stuck work."""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from procrastinate import sql as procrastinate_sql
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.casussen.models import Gezin
from paraplu.verslagen.actions import end_verlaten
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker
from paraplu.web.spoor.controle import Telling, check_ketens
from paraplu.web.wand.verzoek import beyond_wall

from . import queries
from .bewaren import dossier as dossiers
from .bewaren.regels import Bewaarregel, regel
from .bewaren.vooruit import due_dossier, held, look_ahead
from .fouten import AlGedaan, AlleenEigenaar, BestaatNiet, NietGoedgekeurd, ZelfOpgesteld
from .models import (
    Aanhouding,
    Lijstregel,
    Spoorcontrole,
    Vernietiging,
    Vernietigingslijst,
)

DOEL = "bewaartermijnen"
DOEL_WERK = "bedrijfszekerheid"
OPDRACHT = "opdrachtregel"
#: After so many workers that died of it, a task is left alone.
POGINGEN = 3


@transaction.atomic
def draw_up(*, op: date, by: Gebruiker | None, nu: datetime) -> Vernietigingslijst:
    """A list of what is past its term on `op` and not held; nothing disappears by it."""
    with beyond_wall():
        regels = [r for r in look_ahead(op) if r.regel.verdwijnt and not r.aangehouden]
    lijst = Vernietigingslijst.objects.create(op=op, opgesteld=nu, opgesteld_door=by)
    Lijstregel.objects.bulk_create(
        Lijstregel(
            lijst=lijst,
            regel=r.regel.sleutel,
            nummer=r.nummer,
            tot=r.tot,
            casussen=len(r.casussen),
            rijen=r.rijen,
        )
        for r in regels
    )
    _trace(by, "vernietigingslijst opstellen", lijst)
    return lijst


@transaction.atomic
def approve(*, lijst: Vernietigingslijst, by: Gebruiker, nu: datetime) -> None:
    """A person says that what is on the list may disappear. Raises ZelfOpgesteld and AlGedaan."""
    if lijst.opgesteld_door_id == by.pk:
        raise ZelfOpgesteld(_("U stelde deze lijst zelf op. Laat een ander haar goedkeuren."))
    gelukt = Vernietigingslijst.objects.filter(pk=lijst.pk, goedgekeurd=None).update(
        goedgekeurd=nu, goedgekeurd_door=by
    )
    if not gelukt:
        raise AlGedaan(_("Deze lijst is al goedgekeurd."))
    _trace(by, "vernietigingslijst goedkeuren", lijst)


def destroy(*, lijst: Vernietigingslijst, on: date, nu: datetime) -> list[Vernietiging]:
    """Destroy what an approved list names, and write down what went and what was left.

    Each line in a transaction of its own; called again it goes on where it stopped. What changed
    since, or is held by now, stays. Raises NietGoedgekeurd, AlGedaan and AlleenEigenaar.
    """
    if lijst.goedgekeurd is None:
        raise NietGoedgekeurd("Deze lijst is nog niet goedgekeurd. Er is niets vernietigd.")
    if lijst.uitgevoerd is not None:
        raise AlGedaan("Deze lijst is al uitgevoerd.")
    _check_owner()
    klaar = set(lijst.vernietigingen.values_list("regel", "nummer"))
    gedaan = [
        _destroy_line(lijst, lijstregel, on=on, nu=nu)
        for lijstregel in lijst.regels.all()
        if (lijstregel.regel, lijstregel.nummer) not in klaar
    ]
    Vernietigingslijst.objects.filter(pk=lijst.pk, uitgevoerd=None).update(uitgevoerd=nu)
    return gedaan


@transaction.atomic
def _destroy_line(
    lijst: Vernietigingslijst, lijstregel: Lijstregel, *, on: date, nu: datetime
) -> Vernietiging:
    soort = regel(lijstregel.regel)
    doe = _destroy_dossier if soort.soort == "dossier" else _destroy_rows
    aantallen, overgeslagen = doe(lijstregel, soort, on)
    termijn = soort.on(lijst.op)
    verslag = Vernietiging.objects.create(
        lijst=lijst,
        regel=soort.sleutel,
        nummer=lijstregel.nummer,
        grond=f"{termijn.in_woorden}; {termijn.bron}"[:300] if termijn else "",
        aantallen=aantallen,
        overgeslagen=overgeslagen,
        wanneer=nu,
        goedgekeurd_door_id=lijst.goedgekeurd_door_id,
    )
    write_spoor(
        gebruiker=None,
        als=OPDRACHT,
        handeling="vernietigen",
        voorwerp=f"{lijst}: {soort.sleutel} {lijstregel.nummer}".strip(),
        doel=DOEL,
        resultaat="overgeslagen" if overgeslagen else "gelukt",
        gezin=lijstregel.nummer,
    )
    return verslag


def _destroy_dossier(
    lijstregel: Lijstregel, soort: Bewaarregel, on: date
) -> tuple[dict[str, int], str]:
    """Look again under a lock: it may have been opened or held since the list was drawn up."""
    if lijstregel.nummer in held(on):
        return {}, "aangehouden"
    gezin = int(lijstregel.nummer.removeprefix("G"))
    if not Gezin.objects.select_for_update().filter(pk=gezin).exists():
        return {}, "het dossier is er niet meer"
    termijn = soort.on(on)
    dossier = due_dossier(gezin, termijn, on) if termijn else None
    if dossier is None:
        return {}, "weer in gebruik, of nog niet over de termijn"
    dossiers.destroy(dossier)
    return dossier.aantallen, ""


def _destroy_rows(
    lijstregel: Lijstregel, soort: Bewaarregel, on: date
) -> tuple[dict[str, int], str]:
    termijn = soort.on(on)
    if termijn is None or lijstregel.tot > termijn.grens(on):
        return {}, "nog niet over de termijn"
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {soort.tabel} WHERE {soort.kolom}::date <= %s",  # noqa: S608 - our own words
            [lijstregel.tot],
        )
        return {soort.tabel: cursor.rowcount}, ""


def _check_owner() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class"
            " WHERE oid = %s::regclass",
            [dossiers.WORTEL],
        )
        if not cursor.fetchone()[0]:
            raise AlleenEigenaar(
                "Vernietigen kan alleen wie de tabellen bezit. Voer 'paraplu bewaren vernietig' uit "
                "met PARAPLU_DATABASE_URL van de eigenaar."
            )


@transaction.atomic
def hold(*, gezin: str, grond: str, by: Gebruiker, on: date) -> Aanhouding:
    """Keep a dossier, whatever its age. Raises BestaatNiet and AlGedaan."""
    with beyond_wall():
        pk = gezin.removeprefix("G")
        if not (pk.isdecimal() and Gezin.objects.filter(pk=int(pk)).exists()):
            raise BestaatNiet(_("Dit dossier is er niet."))
    if Aanhouding.objects.filter(gezin=gezin, tot=None).exists():
        raise AlGedaan(_("Dit dossier wordt al aangehouden."))
    gemaakt = Aanhouding.objects.create(gezin=gezin, grond=grond, vanaf=on, door=by)
    write_spoor(gebruiker=by, handeling="dossier aanhouden", doel=DOEL, gezin=gezin)
    return gemaakt


@transaction.atomic
def release(*, aanhouding: Aanhouding, by: Gebruiker, on: date) -> None:
    """The ground is gone. Raises AlGedaan."""
    gelukt = Aanhouding.objects.filter(pk=aanhouding.pk, tot=None).update(tot=on, opgeheven_door=by)
    if not gelukt:
        raise AlGedaan(_("Deze aanhouding is al opgeheven."))
    write_spoor(gebruiker=by, handeling="aanhouding opheffen", doel=DOEL, gezin=aanhouding.gezin)


def check_spoor(*, nu: datetime) -> Spoorcontrole:
    """Walk along the whole trace and keep what was found. Raises SleutelFout."""
    telling = Telling()
    breuken = sum(1 for _breuk in check_ketens(telling))
    return Spoorcontrole.objects.create(
        wanneer=nu, ketens=telling.ketens, regels=telling.regels, breuken=breuken
    )


def mend_werk(*, nu: datetime) -> tuple[int, int]:
    """Put work of a killed worker back in the queue; end what nobody will finish any more.

    A task that is run twice does its work once, so this is safe. Gives how many of each.
    """
    gestrand = list(queries.stranded_jobs(nu=nu))
    for taak in gestrand:
        _mend(taak, nu)
    verlaten = end_verlaten()
    if gestrand or verlaten:
        write_spoor(
            gebruiker=None,
            als="werker",
            handeling="werk herstellen",
            voorwerp=f"{len(gestrand)} taken, {verlaten} verslagen",
            doel=DOEL_WERK,
        )
    return len(gestrand), verlaten


def _mend(taak: ProcrastinateJob, nu: datetime) -> None:
    """Once more, unless it keeps killing its worker or the same waits already."""
    if taak.attempts >= POGINGEN or queries.waits_already(taak):
        app.connector.get_sync_connector().execute_query(
            query=procrastinate_sql.queries["finish_job"],
            job_id=taak.pk,
            status="failed",
            delete_job=False,
        )
    else:
        app.job_manager.retry_job_by_id(job_id=taak.pk, retry_at=nu)


def _trace(by: Gebruiker | None, handeling: str, lijst: Vernietigingslijst) -> None:
    write_spoor(
        gebruiker=by,
        als="" if by else OPDRACHT,
        handeling=handeling,
        voorwerp=f"{lijst} van {lijst.op or localdate():%Y-%m-%d}",
        doel=DOEL,
    )
