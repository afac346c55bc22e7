"""Waits that can be counted by hand, as the real monitor gives them.

In March 2023 Pluryn asked Ede five times for an allocation: four answers in time, one late. In April
it waits for one, and Arnhem owes Entrea an answer since then. Pluryn owes Ede two stops: one was in
time, one may still come. Ede owes Pluryn a retourbericht.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pyarrow as pa

from paraplu.afspraken.termijnen import ijw_termijnen
from paraplu.monitor.wachten import Wachten
from paraplu.monitor.wachten.wachten import SCHEMA

EDE, ARNHEM, PLURYN, ENTREA = "0228", "0202", "90000101", "90000102"
#: soort, message, sender, receiver, anchor, day, day it was done, working days over
VERZONNEN = (
    *(("OP274", "JW315", EDE, PLURYN, "dagtekening", date(2023, 3, dag), date(2023, 3, dag + 2), 0) for dag in (1, 2, 3, 6)),
    ("OP274", "JW315", EDE, PLURYN, "dagtekening", date(2023, 3, 7), date(2023, 3, 16), 2),
    ("OP274", "JW315", EDE, PLURYN, "dagtekening", date(2023, 4, 6), None, 189),
    ("OP274", "JW315", ARNHEM, ENTREA, "dagtekening", date(2023, 4, 24), None, 178),
    ("OP272", "JW301", PLURYN, EDE, "einde", date(2023, 4, 3), date(2023, 4, 4), 0),
    ("OP272", "JW301", PLURYN, EDE, "einde", date(2024, 1, 12), None, 0),
    ("OP274-onderzoek", "JW315", ARNHEM, ENTREA, "dagtekening", date(2023, 12, 1), None, 0),
    ("OP090", "JW305", EDE, PLURYN, "dagtekening", date(2023, 5, 1), None, 181),
)  # fmt: skip


@cache
def maak_wachten(op: date | None) -> Wachten:
    """All of them, or none when nothing was delivered."""
    rijen = [] if op is None else [_rij(nummer, *een) for nummer, een in enumerate(VERZONNEN, 1)]
    return Wachten.uit_tabel(pa.Table.from_pylist(rijen, schema=SCHEMA), op=op)


def _rij(nummer, soort, bericht, verzender, ontvanger, anker, dag, gedaan, over) -> dict:
    uiterste = ijw_termijnen()[soort].vanaf(dag).uiterste_datum
    antwoord = "beantwoord op tijd" if gedaan and gedaan <= uiterste else "te laat beantwoord"
    return {
        "soort": soort,
        "bericht": f"b{nummer:02d}",
        "volgnummer": 1,
        "berichtsoort": bericht,
        "identificatie": f"kenmerk-{nummer}",
        "bekend_op": dag,
        "gemeente": verzender if len(verzender) == 4 else ontvanger,
        "aanbieder": ontvanger if len(verzender) == 4 else verzender,
        "verzender": verzender,
        "ontvanger": ontvanger,
        "anker": anker,
        "ankerdag": dag,
        "maand": f"{dag:%Y-%m}",
        "uiterste_datum": uiterste,
        "gedaan_op": gedaan,
        "stand": antwoord if gedaan else "te laat open" if over else "open",
        "werkdagen_over": over,
    }
