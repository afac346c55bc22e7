"""The messages behind one row of a list: which count, which not, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.bewijs import oordelen
from paraplu.monitor.bewijs.herkomst import MET_GELD, REGELDAGEN, met_sleutel, sleutels_van
from paraplu.monitor.geopend import Geopend, Vraag
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import zichtbaar
from paraplu.monitor.trajecten.declaratieregels import PAAR

if TYPE_CHECKING:
    from paraplu.monitor.api import Monitor

#: The columns of a row from which its messages are found.
_SPOOR: Final = ("bericht", "sleutel", "na_sleutel", "rij", "maatregel", "kind", "aanbieder")
_ANTWOORD_OP: Final = {heen: antwoord for antwoord, heen in zichtbaar.BEANTWOORDT.items()}


@dataclass(frozen=True, kw_only=True)
class Berichtregel:
    """One message line behind a row. `status`: telt, vervangen, ingetrokken, afgekeurd, beslist.

    `partijen`: the codes of who sent and who received it.
    """

    bericht: str
    soort: str
    afzender: str
    ontvanger: str
    dagtekening: date | None
    levering: str
    leverdag: date | None
    regel: int | None
    wat: str
    status: str
    reden: str

    @property
    def partijen(self) -> frozenset[str]:
        return frozenset({self.afzender, self.ontvanger})


def berichten_achter(
    monitor: Monitor,
    code: str,
    rij: Mapping[str, Any],
    *,
    variant: str | None = None,
    periode: Periode,
) -> list[Berichtregel]:
    """The known messages behind `rij` of `Monitor.lijst`, the oldest first; pseudonyms only.

    Who asks sees to it that the row is in the reader's own list, and shows no more than messages
    of which the reader is a party.
    """
    vraag = monitor.vraag(code, variant=variant, periode=periode)
    with monitor.geopend() as geopend:
        regels = _declaraties(geopend, vraag, rij)
        sleutels = _sleutels(geopend, vraag, rij)
        if sleutels:
            koppen = _koppen(geopend)
            for naam in REGELDAGEN:
                regels += _regels(geopend, koppen, naam, sleutels)
        regels += _antwoorden(geopend, regels)
        return _met_levering(geopend, regels)


def _als_tabel(rij: Mapping[str, Any]) -> Table:
    inhoud = {naam: str(rij[naam]) for naam in _SPOOR if rij.get(naam) is not None}
    schema = pa.schema([(naam, pa.string()) for naam in inhoud])
    return ibis.memtable(pa.Table.from_pylist([inhoud], schema=schema))


def _sleutels(geopend: Geopend, vraag: Vraag, rij: Mapping[str, Any]) -> list[str]:
    """The allocations behind the row; of a line that of the line itself."""
    if "bericht" in rij:
        return [rij["sleutel"]] if rij.get("sleutel") else []
    gevonden = sleutels_van(geopend.trajecten, vraag, _als_tabel(rij))
    if gevonden is None:
        return []
    return sorted({r["sleutel"] for r in geopend.lees(gevonden.select("sleutel"))})


def _koppen(geopend: Geopend) -> Table:
    """Headers of the messages that are known, with all of their columns."""
    bekend = geopend.trajecten.berichten.select("bericht", "batch", "bekend_op")
    return geopend.opslag.lees("bericht").inner_join(bekend, ["bericht", "batch"])


def _regels(
    geopend: Geopend, koppen: Table, naam: str, sleutels: list[str]
) -> list[oordelen.Regel]:
    """Lines of 301, 305 or 307 about these allocations, each with its verdict."""
    alle = met_sleutel(geopend.opslag.lees(naam), REGELDAGEN[naam])
    eigen = alle.filter(_.sleutel.isin(sleutels))
    partijen = koppen.semi_join(eigen, ["gemeente", "aanbieder"])
    retour = geopend.opslag.lees("retour").semi_join(eigen, "kind")
    bekend = geopend.lees(zichtbaar.bekende_regels(eigen, partijen))
    geldig = {
        (regel["bericht"], regel["volgnummer"])
        for regel in geopend.lees(
            zichtbaar.geldige_regels(naam, eigen, partijen, retour).select("bericht", "volgnummer")
        )
    }
    return oordelen.beoordeel(naam, bekend, geldig)


def _declaraties(geopend: Geopend, vraag: Vraag, rij: Mapping[str, Any]) -> list[oordelen.Regel]:
    """The declared lines behind the row: the line itself, or those of its allocations."""
    alle = geopend.trajecten.declaratieregels
    if "bericht" in rij:
        eigen = alle.filter(_.bericht == rij["bericht"], _.volgnummer == rij["volgnummer"])
    elif vraag.indicator.code in MET_GELD and (sleutels := _sleutels(geopend, vraag, rij)):
        eigen = alle.filter(_.sleutel.isin(sleutels))
    else:
        return []
    return [oordelen.van_declaratie(regel) for regel in geopend.lees(eigen)]


def _antwoorden(geopend: Geopend, regels: list[oordelen.Regel]) -> list[oordelen.Regel]:
    """The answers to these messages, with what they decided."""
    nummers = sorted({regel.bericht for regel in regels})
    if not nummers:
        return []
    koppen = _koppen(geopend)
    heen = koppen.filter(_.bericht.isin(nummers)).mutate(
        antwoordsoort=ibis.cases(
            *((_.soort == soort, antwoord) for soort, antwoord in _ANTWOORD_OP.items()),
            (_.soort == "JW303", "JW304"),
            (_.soort == "JW323", "JW325"),
        )
    )
    antwoorden = koppen.mutate(antwoordsoort=_.soort)
    gewoon = antwoorden.semi_join(heen, [*zichtbaar.BERICHTSLEUTEL, "antwoordsoort"])
    declaraties = heen.filter(_.soort.isin(["JW303", "JW323"]))
    geld = antwoorden.semi_join(declaraties, [*PAAR, "antwoordsoort"])
    alle = gewoon.filter(~_.soort.isin(["JW304", "JW325"])).union(geld).distinct()
    kolommen = ("bericht", "soort", "retourcodes", "retourcodes_klasse")
    return [oordelen.van_antwoord(kop) for kop in geopend.lees(alle.select(*kolommen))]


def _met_levering(geopend: Geopend, regels: list[oordelen.Regel]) -> list[Berichtregel]:
    """Each line with its header and the delivery that brought it first."""
    nummers = sorted({regel.bericht for regel in regels})
    if not nummers:
        return []
    koppen = geopend.trajecten.berichten.filter(_.bericht.isin(nummers))
    kop = {k["bericht"]: k for k in geopend.lees(koppen)}
    brengers = geopend.opslag.lees("aanlevering").filter(_.bericht.isin(nummers))
    levering: dict[str, tuple[date, str]] = {}
    for brenger in geopend.lees(brengers.select("bericht", "dag", "levering")):
        plek = (brenger["dag"], brenger["levering"])
        levering[brenger["bericht"]] = min(levering.get(brenger["bericht"], plek), plek)
    klaar = [_maak(regel, kop[regel.bericht], levering) for regel in regels if regel.bericht in kop]
    return sorted(
        klaar, key=lambda b: (b.dagtekening or date.min, b.soort, b.bericht, b.regel or 0)
    )


def _maak(
    regel: oordelen.Regel, kop: Mapping[str, Any], levering: Mapping[str, tuple[date, str]]
) -> Berichtregel:
    dag, nummer = levering.get(regel.bericht, (None, ""))
    partijen = {"afzender": kop["afzender"] or "", "ontvanger": kop["ontvanger"] or ""}
    return Berichtregel(
        bericht=regel.bericht,
        soort=kop["soort"],
        **partijen,
        dagtekening=kop["dagtekening"],
        levering=nummer,
        leverdag=dag,
        regel=regel.regel,
        wat=regel.wat,
        status=regel.status,
        reden=regel.reden,
    )
