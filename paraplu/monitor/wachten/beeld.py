"""What the terms look at: messages and lines that count, as known on a day, with when they were sent.

A message was sent on its dagtekening, or on the day it was delivered here when that came first. The
day of delivery alone says little: both parties deliver in batches, weeks later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import DateValue, Table

from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.trajecten import zichtbaar
from paraplu.monitor.trajecten.toewijzingen import sleutel, winnende_versies
from paraplu.monitor.trajecten.zorgperioden import (
    STARTSLEUTEL,
    STOPSLEUTEL,
    VERVANGT,
    levende_starts,
    levende_stops,
)
from paraplu.monitor.wachten.termijntabel import TERMIJNEN, WERKDAGEN

#: The terms are those of this release; no source says what held for older messages.
RELEASE: Final = "3.2"

AFGEWEZEN, IN_ONDERZOEK, WOONPLAATS = "1", "2", "8"
VERZOEK: Final = ("gemeente", "aanbieder", "referentie_aanbieder")

#: What is read: tables of the monitor, the day that is asked for, and the tables of terms.
BRONNEN: Final[Mapping[str, pa.Schema]] = {
    **{
        naam: SCHEMAS[naam]
        for naam in (
            "aanlevering",
            "bericht",
            "toewijzing",
            "start",
            "stop",
            "verzoek",
            "antwoord",
            "retour",
        )
    },
    "peildag": pa.schema([("dag", pa.date32())]),
    "termijnen": TERMIJNEN,
    "werkdagen": WERKDAGEN,
}

Bewaar = Callable[[str, Callable[[], Table]], Table]


@dataclass(frozen=True)
class Beeld:
    """The tables that the terms read; all have `verstuurd_op`."""

    #: Messages that count (P48).
    berichten: Table
    #: Lines of 301 without what was refused (P49), with `sleutel`.
    toewijzingen: Table
    #: Per allocation its first 301: when it came, and which message that was.
    eerste_301: Table
    #: Per allocation the version that holds (P49).
    geldend: Table
    #: Starts and stops that live, each with the message that told it first.
    starts: Table
    stops: Table
    #: Requests (315 per product, 317) with the days of their answers; `soort` is that of the term.
    verzoeken: Table


def maak_beeld(bron: Mapping[str, Table], *, bewaar: Bewaar) -> Beeld:
    """Derive the tables. `bewaar` gets a name and a function, and gives back the stored table."""
    berichten = bewaar("berichten", lambda: _berichten(bron))

    def geldig(naam: str) -> Table:
        regels = zichtbaar.geldige_regels(naam, bron[naam], berichten, bron["retour"])
        return regels.mutate(verstuurd_op=verstuurd_op(regels))

    toewijzingen = bewaar("toewijzingen", lambda: _met_sleutel_301(geldig("toewijzing")))
    starts = bewaar("startregels", lambda: geldig("start"))
    stops = bewaar("stopregels", lambda: geldig("stop"))
    verzoek = bewaar("verzoekregels", lambda: geldig("verzoek"))
    antwoord = bewaar("antwoordregels", lambda: geldig("antwoord"))
    return Beeld(
        berichten=berichten,
        toewijzingen=toewijzingen,
        eerste_301=bewaar("eerste_301", lambda: _eerste_301(toewijzingen)),
        geldend=bewaar("geldend", lambda: winnende_versies(toewijzingen.drop("sleutel"))),
        starts=bewaar("starts", lambda: _gemeld(starts, levende_starts(starts), STARTSLEUTEL)),
        stops=bewaar("stops", lambda: _gemeld(stops, levende_stops(stops), STOPSLEUTEL)),
        verzoeken=bewaar("verzoeken", lambda: _verzoeken(verzoek, antwoord, toewijzingen)),
    )


def verstuurd_op(tabel: Table, dagtekening: str = "dagtekening") -> DateValue:
    """The day a message was sent; that of delivery when it came before its own date, or has none."""
    return ibis.least(tabel[dagtekening], tabel.bekend_op)


def eerste(regels: Table, per: tuple[str, ...]) -> Table:
    """Of each group the row that was sent first."""
    volgorde = ibis.row_number().over(
        group_by=list(per), order_by=[_.verstuurd_op, _.bericht, _.volgnummer]
    )
    return regels.mutate(_volgorde=volgorde).filter(_["_volgorde"] == 0).drop("_volgorde")


def _berichten(bron: Mapping[str, Table]) -> Table:
    op: Any = bron["peildag"].dag.max().as_scalar()
    bekend = zichtbaar.bekende_berichten(bron["bericht"], bron["aanlevering"], op=op)
    berichten = zichtbaar.met_declaratienummer(bekend)
    return berichten.mutate(verstuurd_op=verstuurd_op(berichten))


def _met_sleutel_301(regels: Table) -> Table:
    return regels.mutate(sleutel=sleutel(regels, regels.ingangsdatum, regels.ingangsdatum))


def _eerste_301(toewijzingen: Table) -> Table:
    return eerste(toewijzingen, ("sleutel",)).select(
        "sleutel", gekomen_op="verstuurd_op", bericht_301="bericht", volgnummer_301="volgnummer"
    )


def _gemeld(regels: Table, levend: Table, velden: tuple[str, ...]) -> Table:
    """Per start or stop that lives (P49) the line that told it first."""
    met_sleutel = regels.mutate(
        sleutel=sleutel(regels, regels.toewijzing_ingangsdatum, regels.begindatum)
    ).filter(_.status_aanlevering.isin(["1", VERVANGT]))
    gelijk = [met_sleutel[veld].identical_to(levend[veld]) for veld in velden]
    return eerste(met_sleutel.semi_join(levend, gelijk), velden)


def _verzoeken(verzoek: Table, antwoord: Table, toewijzingen: Table) -> Table:
    """Each request (of more with one reference the first) with the days of its answers."""
    verzocht = eerste(verzoek.filter(_.referentie_aanbieder.notnull()), VERZOEK)
    verzocht = verzocht.filter(_.release == RELEASE)
    leeg = ibis.null("date")
    van_319 = antwoord.group_by(*VERZOEK).agg(
        in_onderzoek=ibis.ifelse(_.verzoek_antwoord == IN_ONDERZOEK, _.verstuurd_op, leeg).min(),
        afgewezen=ibis.ifelse(_.verzoek_antwoord == AFGEWEZEN, _.verstuurd_op, leeg).min(),
        woonplaats=ibis.ifelse(
            (_.verzoek_antwoord == AFGEWEZEN) & (_.reden_afwijzing == WOONPLAATS),
            _.verstuurd_op,
            leeg,
        ).min(),
    )
    van_301 = (
        toewijzingen.filter(_.referentie_aanbieder.notnull())
        .group_by(*VERZOEK)
        .agg(toegewezen=_.verstuurd_op.min())
    )
    eigen = ("bericht", "volgnummer", "berichtsoort", "verstuurd_op", *VERZOEK)
    samen = verzocht.select(*eigen).left_join(van_319, list(VERZOEK))
    samen = samen.select(*eigen, "in_onderzoek", "afgewezen", "woonplaats")
    samen = samen.left_join(van_301, list(VERZOEK)).select(*samen.columns, "toegewezen")
    return samen.mutate(
        soort=ibis.ifelse(samen.berichtsoort == "JW315", "OP274", "OP346"),
        beslist=ibis.least(samen.afgewezen, samen.toegewezen),
    )
