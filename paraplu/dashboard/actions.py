"""The only writer of this room: uploads and sheets."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from datetime import date
from itertools import product
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.afspraken.plaats import tabellen_map
from paraplu.inname.actions import neem_in
from paraplu.inname.fouten import InnameFout
from paraplu.inname.levering import Voortgang
from paraplu.inzage.actions.rekenen import is_gevraagd
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.keuze import zelfde_deel
from paraplu.inzage.kijker import make_kijk
from paraplu.inzage.models import Kring
from paraplu.monitor.periode import Periode
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from . import wachtkamer
from .models import Inzending, Toestand

log = logging.getLogger(__name__)
#: Progress is written at most this often, in seconds.
TUSSENPOOS = 0.5


@transaction.atomic
def start_inzending(*, bestanden: Sequence[UploadedFile], by: Gebruiker, op: date) -> Inzending:
    """Put the files aside and ask the worker to take them in, both or neither."""
    from .tasks import neem_inzending_in  # noqa: PLC0415 - tasks call this module

    inzending = Inzending(gebruiker=by, dag=op, bestanden=len(bestanden))
    try:
        inzending.totaal = wachtkamer.store_files(inzending.pk, bestanden)
        inzending.save(force_insert=True)
        write_spoor(
            gebruiker=by,
            handeling="inzenden",
            voorwerp=f"{inzending.pk}: {len(bestanden)} bestanden",
            doel="aanlevering berichten",
        )
        neem_inzending_in.defer(nummer=str(inzending.pk))
    except BaseException:
        wachtkamer.remove_files(inzending.pk)
        raise
    return inzending


def run_inzending(nummer: UUID) -> Inzending:
    """Take an upload in, keep its progress, and remove its files; whatever happens is written."""
    inzending = Inzending.objects.select_related("gebruiker").get(pk=nummer)
    if not inzending.is_onderweg:
        return inzending
    melder = _Melder(nummer)
    inzending.toestand = Toestand.BEZIG
    inzending.save(update_fields=["toestand"])
    try:
        ontvangst = neem_in(
            wachtkamer.list_bronnen(nummer),
            op=inzending.dag,
            brenger=inzending.gebruiker.organisatie_naam,
            voortgang=melder.tell,
        )
        inzending.levering, inzending.toestand = ontvangst.levering, Toestand.KLAAR
    except InnameFout as fout:
        inzending.toestand, inzending.fout = Toestand.MISLUKT, str(fout)
    except Exception as fout:
        # The text of an unknown error may hold what a sender wrote: only its kind goes to the log.
        log.error("Inzending %s niet gelukt: %s", nummer, type(fout).__name__)
        inzending.toestand = Toestand.MISLUKT
        inzending.fout = _("Er ging iets mis bij ons. Uw bestanden kunt u opnieuw inzenden.")
    wachtkamer.remove_files(nummer)
    inzending.save(update_fields=["toestand", "levering", "fout"])
    return inzending


class _Melder:
    """Writes progress to the database now and then."""

    def __init__(self, nummer: UUID) -> None:
        self.nummer = nummer
        self.vorige = 0.0

    def tell(self, voortgang: Voortgang) -> None:
        """Called by the intake."""
        nu = time.monotonic()
        if nu - self.vorige < TUSSENPOOS:
            return
        self.vorige = nu
        Inzending.objects.filter(pk=self.nummer).update(
            stap=voortgang.stap,
            gedaan=voortgang.gedaan,
            totaal=voortgang.totaal,
            berichten=voortgang.berichten,
            regels=voortgang.regels,
        )


@transaction.atomic
def import_blad(*, soort: str, bestand: UploadedFile, by: Gebruiker, op: date) -> int:
    """Take a sheet into use from day `op`; gives its number of rows. Raises BladNotReadable."""
    from paraplu.monitor.bladen import Bladen  # noqa: PLC0415 - Delta is slow to import

    write_spoor(
        gebruiker=by,
        handeling="blad inbrengen",
        voorwerp=f"{soort} op {op.isoformat()}",
        doel="inrichting van de monitor",
    )
    versie = Bladen(tabellen_map()).importeer(
        soort, bestand.read(), bestand=bestand.name or soort, op=op
    )
    return versie.rijen


def prepare_cijfers() -> int:
    """Compute what the overview shows before anyone asks; gives the number of figures asked.

    What was computed before for this version of the data is only read. Stops when an upload or a
    page waits: the worker does one thing at a time.
    """
    from paraplu.monitor import resultaten  # noqa: PLC0415 - Ibis is slow to import

    cijfers = Cijfers(kijk=None)
    kringen = [make_kijk(kring, op=localdate()) for kring in Kring.values]
    bereik = cijfers.bereik()
    if bereik is None:
        return 0
    gevraagd = 0
    perioden = zelfde_deel(Periode.jaar(bereik[1]), bereik[0])
    alle = cijfers.indicatoren | resultaten.indicatoren()
    for per in ("gelderland", "regio", "gemeente", "gi"):
        for code, periode in product(alle, perioden):
            if is_gevraagd() or Inzending.objects.filter(toestand=Toestand.WACHT).exists():
                return gevraagd
            cijfers.monitor.waarde(code, periode=periode, per=per)
            gevraagd += 1
            # What a circle does not get is decided once as well, and kept.
            varianten = alle[code].varianten if per == "gemeente" else ()
            for kijk, variant in product(kringen, varianten):
                cijfers.monitor.waarde(code, variant=variant, periode=periode, per=per, kijk=kijk)
    cijfers.monitor.tel_kwaliteit()
    cijfers.monitor.reken_keten()
    cijfers.monitor.wachten()
    return gevraagd
