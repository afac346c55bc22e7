"""The rules across messages for whoever asks: findings, and the verdict on one message."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from paraplu.monitor.api import Monitor
from paraplu.monitor.bladen import Bladen
from paraplu.monitor.keten.toetsing import KOLOMMEN, Toetsing, register_opslag
from paraplu.monitor.opslag import Opslag

#: As known "now": later than any delivery.
ALTIJD: Final = date(9999, 12, 31)


class OnbekendeLevering(ValueError):
    """There is no delivery with this number."""


class OnbekendBericht(ValueError):
    """There is no message with this number."""


def keten_bevindingen(
    bron: Monitor | Opslag,
    *,
    bekend_op: date | None = None,
    levering: str | None = None,
    berichten: Collection[str] | None = None,
    codes: Iterable[str] | None = None,
    bij_ontvangst: bool = False,
) -> pa.Table:
    """Every line that breaks a rule across messages, columns as `KOLOMMEN`.

    As known on `bekend_op` (None: the day of the Monitor, else now): what came later does not count,
    and what came in between may have mended or broken a line. With `bij_ontvangst` each message is
    judged by what was known on the day that it came itself. `levering` and `berichten` keep to the
    messages of a delivery or to these; `codes` to these rules. Raises OnbekendeRegel and
    OnbekendeLevering.
    """
    opslag, op = _opslag_en_dag(bron, bekend_op)
    gekozen = _gekozen(opslag, levering, berichten)
    gevraagd = None if codes is None else list(codes)
    toetsing = _toetsing(opslag, op)
    if not bij_ontvangst:
        return _alleen(toetsing.bevindingen(gevraagd), gekozen)
    bekend = toetsing.dagen()
    per_dag: dict[date, set[str]] = {}
    for bericht, dag in bekend.items():
        if gekozen is None or bericht in gekozen:
            per_dag.setdefault(dag, set()).add(bericht)
    delen = [
        _alleen(_toetsing(opslag, dag).bevindingen(gevraagd), van_die_dag)
        for dag, van_die_dag in sorted(per_dag.items())
    ]
    return pa.concat_tables(delen) if delen else KOLOMMEN.empty_table()


def oordelen(
    bron: Monitor | Opslag, bericht: str, *, bekend_op: date | None = None
) -> list[tuple[int, str, str]]:
    """What an answer to this message must say: (volgnummer, klasse, code of the rule).

    An answer to it that is known already does not count. `volgnummer` is that of the (first) line
    in the class, 0 for a class above all lines. Raises OnbekendBericht.
    """
    return oordelen_over(bron, [bericht], bekend_op=bekend_op)[bericht]


def oordelen_over(
    bron: Monitor | Opslag, berichten: Collection[str], *, bekend_op: date | None = None
) -> dict[str, list[tuple[int, str, str]]]:
    """As `oordelen`, for many messages at once: each has its list, empty when it breaks no rule."""
    opslag, op = _opslag_en_dag(bron, bekend_op)
    toetsing = _toetsing(opslag, op, opnieuw=berichten)
    for bericht in set(berichten) - set(toetsing.dagen()):
        raise OnbekendBericht(f"bericht {bericht!r} is er niet")
    per_bericht: dict[str, list[tuple[int, str, str]]] = {bericht: [] for bericht in berichten}
    for rij in _alleen(toetsing.bevindingen(), per_bericht).to_pylist():
        per_bericht[rij["bericht"]].append((rij["volgnummer"], rij["klasse"], rij["code"]))
    return per_bericht


def _opslag_en_dag(bron: Monitor | Opslag, bekend_op: date | None) -> tuple[Opslag, date]:
    if isinstance(bron, Opslag):
        return bron, bekend_op or ALTIJD
    return bron.opslag, bekend_op or bron.bekend_op or ALTIJD


def _toetsing(opslag: Opslag, op: date, *, opnieuw: Collection[str] = ()) -> Toetsing:
    con = duckdb.connect()
    register_opslag(con, opslag, tarieven=Bladen(opslag.map).lees("tarieven", op=op))
    return Toetsing(con, op=op, opnieuw=opnieuw, plek=opslag.map / "_afgeleid")


def _gekozen(
    opslag: Opslag, levering: str | None, berichten: Collection[str] | None
) -> set[str] | None:
    """The messages asked for; None: all."""
    if levering is None:
        return None if berichten is None else set(berichten)
    aangeleverd = opslag.arrow("aanlevering")
    eigen = aangeleverd.filter(pc.field("levering") == levering)["bericht"].to_pylist()
    if not eigen:
        raise OnbekendeLevering(f"levering {levering!r} is er niet, of heeft geen berichten")
    return set(eigen) if berichten is None else set(eigen) & set(berichten)


def _alleen(gevonden: pa.Table, berichten: Collection[str] | None) -> pa.Table:
    if berichten is None:
        return gevonden
    return gevonden.filter(pc.is_in(gevonden["bericht"], pa.array(list(berichten), pa.string())))
