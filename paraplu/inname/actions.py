"""Take a delivery: keep the files, check them, and put what they say in the monitor's tables."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from paraplu.afspraken.plaats import var_map
from paraplu.inname.batch import Batch
from paraplu.inname.bekend import finished_deliveries, finished_files
from paraplu.inname.fouten import SchijfVol, VerkeerdeDag
from paraplu.inname.inlezen import Inlezer
from paraplu.inname.inrichting import Inrichting, open_inrichting
from paraplu.inname.kast import Kast
from paraplu.inname.levering import Bewaard, Bron, Levering, Melder, Teller, report_nothing
from paraplu.inname.ontvangst import Ontvangst, receipt_of
from paraplu.inname.paden import find_files
from paraplu.inname.slot import only_writer
from paraplu.monitor.opslag import Opslag


def neem_in(
    paden: Sequence[Path | Bron],
    *,
    op: date,
    brenger: str,
    voortgang: Melder = report_nothing,
    zeg: Callable[[str], None] = lambda zin: None,
) -> Ontvangst:
    """Take files, folders and zips as one delivery of day `op`, brought by `brenger`.

    The same files, day and bringer are the same delivery: taking it again changes nothing, and
    finishes what was interrupted. Waits while another intake runs and says so through `zeg`.
    Raises InnameFout, with a Dutch sentence, when it cannot be done; then nothing is lost.
    """
    bronnen = find_files(paden, zeg=zeg)
    with only_writer(zeg), disk_full_said():
        inrichting = open_inrichting()
        levering = keep_delivery(
            bronnen, inrichting.kast, op=op, brenger=brenger, voortgang=voortgang
        )
        al_genomen = levering.levering in finished_deliveries(inrichting.opslag)
        if not al_genomen:
            take_delivery(levering, inrichting, voortgang=voortgang)
        return receipt_of(levering.levering, opslag=inrichting.opslag, al_genomen=al_genomen)


def finish_deliveries(
    *, voortgang: Melder = report_nothing, zeg: Callable[[str], None] = lambda zin: None
) -> list[str]:
    """Finish every delivery that was kept and then interrupted; gives their numbers."""
    with only_writer(zeg), disk_full_said():
        inrichting = open_inrichting()
        nummers = unfinished(inrichting.kast, inrichting.opslag)
        for nummer in nummers:
            take_delivery(inrichting.kast.delivery(nummer), inrichting, voortgang=voortgang)
        return nummers


def unfinished(kast: Kast, opslag: Opslag) -> list[str]:
    """The numbers of deliveries that were kept and are not wholly in the tables."""
    return sorted(kast.numbers() - finished_deliveries(opslag))


def check_day(op: date, *, vandaag: date) -> None:
    """A delivery is of today or earlier. Raises VerkeerdeDag."""
    if op > vandaag:
        raise VerkeerdeDag(
            f"De dag {op} ligt in de toekomst. Kies met --op vandaag of een eerdere dag."
        )


def keep_delivery(
    bronnen: Sequence[Bron], kast: Kast, *, op: date, brenger: str, voortgang: Melder
) -> Levering:
    """Keep the files and write the delivery down, before anything of it goes to the tables."""
    teller = Teller(
        melder=voortgang, stap="Bewaren", totaal=sum(bron.pad.stat().st_size for bron in bronnen)
    )
    bewaard: dict[str, Bewaard] = {}
    for bron in bronnen:
        with bron.pad.open("rb") as inhoud:
            nieuw = kast.keep(inhoud, naam=bron.getoonde_naam)
        bewaard.setdefault(nieuw.bestand, nieuw)
        teller.tell(gedaan=teller.gedaan + nieuw.bytes)
    levering = Levering(
        levering=kast.delivery_number(dag=op, brenger=brenger, bestanden=list(bewaard)),
        dag=op,
        brenger=brenger,
        bestanden=tuple(bewaard.values()),
    )
    kast.note(levering)
    return levering


def take_delivery(levering: Levering, inrichting: Inrichting, *, voortgang: Melder) -> None:
    """Put a kept delivery in the tables; goes on where an interrupted run stopped."""
    teller = Teller(
        melder=voortgang,
        stap="Controleren en opslaan",
        totaal=sum(bewaard.bytes for bewaard in levering.bestanden),
    )
    klaar = finished_files(inrichting.opslag, levering.levering)
    batch = Batch(levering, inrichting.opslag, inrichting.pseudoniemen)
    inlezer = Inlezer(kast=inrichting.kast, batch=batch, teller=teller, werkmap=inrichting.werkmap)
    for bewaard in levering.bestanden:
        if bewaard.bestand in klaar:
            teller.tell(gedaan=teller.gedaan + bewaard.bytes)
        else:
            inlezer.take_file(bewaard)
    batch.finish_delivery()


@contextmanager
def disk_full_said() -> Iterator[None]:
    """Turn every way in which a full disk shows itself into SchijfVol."""
    try:
        yield
    except Exception as fout:
        if _is_disk_full(fout):
            raise SchijfVol(var_map()) from fout
        raise


def _is_disk_full(fout: Exception) -> bool:
    vol = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    if isinstance(fout, OSError) and fout.errno in vol:
        return True
    # Delta's writer and Arrow give the message of the system only.
    tekst = str(fout)
    return any(zin in tekst for zin in ("No space left", "os error 28", "Disk quota exceeded"))
