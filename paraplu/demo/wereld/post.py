"""What was sent, in the order in which it came to mind; `berichten` makes the messages of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paraplu.demo.wereld.begrippen import (
    Declaratie,
    Kind,
    Levering,
    Organisatie,
    Toewijzing,
    Versie,
    Verzoek,
    Zending,
)


@dataclass(frozen=True, slots=True, eq=False)
class Stuk:
    """Something sent on `dag`; `soort` is the message kind without release: 301, 305 …

    `regels` holds for 305 (begin, status) and for 307 (begin, einde, reden, status).
    `antwoord_op` is the piece that this one answers, with `code` the answer.
    """

    dag: date
    soort: str
    gemeente: str
    aanbieder: Organisatie
    kind: Kind | None = None
    toewijzing: Toewijzing | None = None
    versie: Versie | None = None
    zending: Zending | None = None
    levering: Levering | None = None
    regels: tuple[tuple[object, ...], ...] = ()
    verzoek: Verzoek | None = None
    declaratie: Declaratie | None = None
    antwoord_op: Stuk | None = None
    code: str = "0200"
