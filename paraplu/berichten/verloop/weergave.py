"""The state as text: tables to read, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from paraplu.berichten.verloop.rijen import (
    Rij,
    rijen_afwijking,
    rijen_declaratie,
    rijen_termijn,
    rijen_toewijzing,
    rijen_verzoek,
)
from paraplu.berichten.verloop.verloop import Verloop
from paraplu.termijnen.weergave import show_bon


def show_json(verloop: Verloop, *, bon: bool) -> str:
    """Everything as one object."""
    waarden: dict[str, Any] = {
        "op": verloop.op.isoformat(),
        "in_orde": verloop.is_in_orde,
        "later": verloop.later,
        "verzoeken": rijen_verzoek(verloop),
        "toewijzingen": rijen_toewijzing(verloop),
        "declaraties": rijen_declaratie(verloop),
        "termijnen": rijen_termijn(verloop.bewakingen, verloop.op, bon=bon),
        "afwijkingen": rijen_afwijking(verloop),
    }
    return json.dumps(waarden, ensure_ascii=False, indent=2)


def show_tabel(verloop: Verloop, *, bon: bool) -> str:
    """Requests, allocations with deliveries, declarations, terms that are not met, and what may not."""
    delen = [
        f"Stand op {verloop.op.isoformat()}.",
        *_deel("Verzoeken", rijen_verzoek(verloop)),
        *_deel("Toewijzingen en levering", rijen_toewijzing(verloop)),
        *_deel("Declaraties", rijen_declaratie(verloop)),
        *_termijnen(verloop, bon=bon),
        *_deel("Wat niet mag volgen", rijen_afwijking(verloop)),
    ]
    if verloop.later:
        delen.append(f"Berichten van na deze dag, die niet meetellen: {verloop.later}.")
    return "\n\n".join(delen)


def _termijnen(verloop: Verloop, *, bon: bool) -> Iterator[str]:
    wacht = [een for een in verloop.bewakingen if een.stand(verloop.op) != "gehaald"]
    gehaald = len(verloop.bewakingen) - len(wacht)
    yield from _deel("Termijnen die lopen of niet zijn gehaald", rijen_termijn(wacht, verloop.op))
    if verloop.bewakingen:
        yield f"Gehaalde termijnen: {gehaald}."
    if bon:
        for een in sorted(wacht, key=lambda een: (een.termijn.uiterste_datum, een.waarop)):
            kop = f"{een.regel}, {een.waarop}: {een.termijn.duur}"
            yield "\n".join([kop, *show_bon(een.termijn)])


def _deel(titel: str, rijen: Sequence[Rij]) -> Iterator[str]:
    """A heading and a table; nothing when there are no rows."""
    if rijen:
        yield f"{titel}\n{_tabel(rijen)}"


def _tabel(rijen: Sequence[Rij]) -> str:
    """Columns as wide as their widest cell; a column that is empty in every row is left out."""
    namen = [naam for naam in rijen[0] if any(_cel(rij[naam]) for rij in rijen)]
    cellen = [[naam.replace("_", " ") for naam in namen]]
    cellen += [[_cel(rij[naam]) for naam in namen] for rij in rijen]
    breedtes = [max(map(len, kolom)) for kolom in zip(*cellen, strict=True)]
    return "\n".join(
        "  " + "  ".join(cel.ljust(b) for cel, b in zip(rij, breedtes, strict=True)).rstrip()
        for rij in cellen
    )


def _cel(waarde: object) -> str:
    return "" if waarde is None else str(waarde)
