"""Let the monitor count what the work sent and received, as deliveries of the day itself."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from django.utils.timezone import localdate

from paraplu.aanmelden.models import Werkbericht
from paraplu.afspraken.plaats import var_map
from paraplu.inname.actions import neem_in
from paraplu.inname.levering import Bron
from paraplu.inname.schijf import write_durably

from .bewaren import inhoud_van

#: Who brings these deliveries, in the monitor's list.
BRENGER: Final = "Paraplu: berichten van het werk"
WERKMAP: Final = "postvak-"


def tel_mee(*, nu: datetime) -> int:
    """Bring every message that the monitor does not have yet; gives how many.

    A message counts on the day on which it was sent or came in. Stopped in between, the same messages
    are brought again, and the monitor knows them. Raises InnameFout; then they wait for a next time.
    """
    _clean_up()
    wachtend = Werkbericht.objects.filter(levering="").exclude(status=Werkbericht.Status.KLAARGEZET)
    gebracht = 0
    for dag, groep in groupby(sorted(wachtend, key=_dag), key=_dag):
        gebracht += _bring(list(groep), min(dag, localdate(nu)))
    return gebracht


def _dag(bericht: Werkbericht) -> date:
    return localdate(bericht.verzonden or bericht.afgehandeld or bericht.gemaakt)


def _bring(berichten: Sequence[Werkbericht], dag: date) -> int:
    (var_map() / "run").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=WERKMAP, dir=var_map() / "run") as map_:
        bronnen = [_file(Path(map_), bericht) for bericht in berichten]
        ontvangst = neem_in(bronnen, op=dag, brenger=BRENGER)
    Werkbericht.objects.filter(pk__in=[bericht.pk for bericht in berichten]).update(
        levering=ontvangst.levering
    )
    return len(berichten)


def _file(map_: Path, bericht: Werkbericht) -> Bron:
    pad = map_ / f"{bericht.pk}.xml"
    write_durably(pad, inhoud_van(bericht))
    return Bron(pad, bericht.bestandsnaam)


def _clean_up() -> None:
    """Remove what a killed process left: those files hold personal data."""
    for rest in (var_map() / "run").glob(f"{WERKMAP}*"):
        if rest.is_dir():
            shutil.rmtree(rest)
