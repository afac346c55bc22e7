"""What the checks look at: the derived tables, and the starts, stops and answers that count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ibis.expr.types import Table

from paraplu.monitor.trajecten import Trajecten, zichtbaar
from paraplu.monitor.trajecten.toewijzingen import sleutel
from paraplu.monitor.trajecten.zorgperioden import levende_starts, levende_stops
from paraplu.monitor.wachten.bewaard import open_wachten

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Geopend


@dataclass(frozen=True)
class Bron:
    """The tables that a check's query may read, as known on `op`.

    `starts`, `stops`: those that live (P49), columns STARTSLEUTEL or STOPSLEUTEL with kind, gemeente
    and aanbieder. `meldregels`: every line of 301, 305 and 307 that was not refused, as bericht,
    volgnummer, sleutel, kind and product. `antwoorden`: lines of 319. `wachten`: the waits
    (`wachten.wachten.SCHEMA`).
    """

    trajecten: Trajecten
    starts: Table
    stops: Table
    meldregels: Table
    antwoorden: Table
    wachten: Table
    op: date


Bewaar = Callable[[str, Table], Table]
MELDREGEL = ("bericht", "volgnummer", "sleutel", "kind", "productcategorie", "productcode")


def open_bron(geopend: Geopend, *, op: date, werkmap: Path) -> Bron:
    """The tables of one data version; `op` is the day of the newest delivery known.

    What is made on the way is kept in `werkmap` for as long as the Bron is used.
    """
    con, opslag, plek = geopend.con, geopend.opslag, geopend.versie.map
    berichten = con.read_parquet(plek / "alle_berichten.parquet")
    retour = opslag.lees("retour")

    def geldig(naam: str) -> Table:
        return zichtbaar.geldige_regels(naam, opslag.lees(naam), berichten, retour)

    def bewaar(naam: str, tabel: Table) -> Table:
        con.to_parquet(tabel, werkmap / f"{naam}.parquet")
        return con.read_parquet(werkmap / f"{naam}.parquet")

    open_wachten(opslag, plek, op=op)
    wachten = con.read_parquet(plek / f"wachten-{op}.parquet")
    return maak_bron(geopend.trajecten, geldig, wachten=wachten, op=op, bewaar=bewaar)


def maak_bron(
    trajecten: Trajecten,
    geldig: Callable[[str], Table],
    *,
    wachten: Table,
    op: date,
    bewaar: Bewaar,
) -> Bron:
    """The same from lines by the name of their table; `geldig` leaves out what was refused (P49).

    `bewaar` stores an expression under a name, so that each step is computed once.
    """
    starts, stops, toewijzing = geldig("start"), geldig("stop"), geldig("toewijzing")
    regels = toewijzing.mutate(
        sleutel=sleutel(toewijzing, toewijzing.ingangsdatum, toewijzing.ingangsdatum)
    ).select(*MELDREGEL)
    for tabel in (starts, stops):
        met = tabel.mutate(sleutel=sleutel(tabel, tabel.toewijzing_ingangsdatum, tabel.begindatum))
        regels = regels.union(met.select(*MELDREGEL))
    return Bron(
        trajecten=trajecten,
        starts=bewaar("starts", levende_starts(starts)),
        stops=bewaar("stops", levende_stops(stops)),
        meldregels=bewaar("meldregels", regels.distinct()),
        antwoorden=bewaar("antwoorden", geldig("antwoord")),
        wachten=wachten,
        op=op,
    )
