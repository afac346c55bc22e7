"""What the worker does for pages that wait. A task that is run twice does its work once."""

from __future__ import annotations

from datetime import date

from procrastinate.contrib.django import app

from .actions import rekenen


@app.task(name=rekenen.TAAK, queue=rekenen.RIJ, priority=10)
def reken_dag(dag: str, dataversie: str) -> None:
    """Derive the tables as known on `dag` (empty: now); `dataversie` tells one asking from the next."""
    rekenen.run_rekenen(date.fromisoformat(dag) if dag else None)


@app.task(name=rekenen.PATROONTAAK, queue=rekenen.RIJ, priority=10)
def reken_patroon(
    *, dag: str, dataversie: str, code: str, variant: str, jaar: int, kring: str
) -> None:
    """Decide what the circle does not get of a reading and year, as known on `dag` (empty: now)."""
    rekenen.run_patroon(
        date.fromisoformat(dag) if dag else None,
        code=code,
        variant=variant,
        jaar=jaar,
        kring=kring,
    )
