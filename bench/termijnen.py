"""The last day of terms against `numpy.busday_offset`, on the same dates and the same holidays.

`.venv/bin/python bench/termijnen.py [termijnen] [rondes]`. Every way must give the same days: the sum
of their ordinals is compared. One by one is what a page does, all at once what a table does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

WORTEL = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(WORTEL), str(WORTEL / "bench")]

from meten import machine, meet_rondes  # noqa: E402

BEGIN, DAGEN, LANGSTE = date(2022, 1, 1), 3000, 60
#: So many questions are made before the clock starts: no more can be asked.
GEMAAKT = 100_000
#: The first day of numpy, as an ordinal.
NUL = date(1970, 1, 1).toordinal()
#: The ways that are compared with each other: ours, and what numpy has for the same need.
VERGELIJK = (
    ("paraplu: bereken, een voor een", "numpy: een voor een"),
    ("paraplu: werkdag_na, een voor een", "numpy: een voor een"),
    ("paraplu: bereken, een voor een", "numpy: alles ineens"),
    ("paraplu: werkdag_na, een voor een", "numpy: alles ineens"),
    ("paraplu: werkdag_na, een voor een", "numpy: alles ineens, al in kolommen"),
    ("paraplu: bereken en wat er resteert", "numpy: een voor een"),
    ("paraplu: bereken met een opschorting", "numpy: een voor een"),
    ("paraplu: bereken met de bon", "numpy: een voor een"),
)


@cache
def gemaakt() -> list[tuple[date, int]]:
    """Begins and lengths in working days."""
    rng = Random(4)
    return [
        (BEGIN + timedelta(days=rng.randrange(DAGEN)), rng.randint(1, LANGSTE))
        for _nummer in range(GEMAAKT)
    ]


def vragen(aantal: str) -> list[tuple[date, int]]:
    """So many of them."""
    return gemaakt()[: int(aantal)]


@cache
def kolommen() -> tuple[Any, Any]:
    """The same questions as two columns."""
    import numpy as np  # noqa: PLC0415

    begin = np.array([vanaf for vanaf, _lengte in gemaakt()], dtype="datetime64[D]")
    return begin, np.array([lengte for _vanaf, lengte in gemaakt()])


@cache
def vrije_dagen() -> list[date]:
    """The weekdays that are free in the calendar of both."""
    from paraplu.termijnen import kalender  # noqa: PLC0415

    een, alle = kalender(), range(DAGEN + 4 * LANGSTE)
    dagen = (BEGIN + timedelta(days=n) for n in alle)
    return [dag for dag in dagen if not een.is_werkdag(dag) and dag.weekday() < 5]


@cache
def numpy_kalender() -> Any:
    """The same calendar for numpy."""
    import numpy as np  # noqa: PLC0415

    return np.busdaycalendar(holidays=np.array(vrije_dagen(), dtype="datetime64[D]"))


def bereid_voor(weg: str) -> None:
    """Import, make the questions and both calendars, outside the measured time."""
    import numpy as np  # noqa: PLC0415

    from paraplu.termijnen import kalender  # noqa: PLC0415

    kolommen()
    kalender().werkdag_na(BEGIN, 1)
    np.busday_offset(np.datetime64(BEGIN), 1, roll="backward", busdaycal=numpy_kalender())


def paraplu_bereken(aantal: str) -> int:
    """A term with its last day."""
    from paraplu.termijnen import Duur, bereken  # noqa: PLC0415

    return sum(
        bereken(Duur(lengte, "werkdagen"), vanaf).uiterste_datum.toordinal()
        for vanaf, lengte in vragen(aantal)
    )


def paraplu_resterend(aantal: str) -> int:
    """A term with what is left of it."""
    from paraplu.termijnen import Duur, bereken  # noqa: PLC0415

    som = 0
    for vanaf, lengte in vragen(aantal):
        termijn = bereken(Duur(lengte, "werkdagen"), vanaf)
        assert termijn.resterend(vanaf).aantal == lengte
        som += termijn.uiterste_datum.toordinal()
    return som


def paraplu_opschorting(aantal: str) -> int:
    """A term with a suspension that does not touch it, so that the last day stays the same."""
    from paraplu.termijnen import Duur, Opschorting, bereken  # noqa: PLC0415

    stil = (Opschorting(date(2021, 1, 1), date(2021, 12, 31), "meting"),)
    return sum(
        bereken(Duur(lengte, "werkdagen"), vanaf, opschortingen=stil).uiterste_datum.toordinal()
        for vanaf, lengte in vragen(aantal)
    )


def paraplu_bon(aantal: str) -> int:
    """A term with its receipt, day by day."""
    from paraplu.termijnen import Duur, bereken  # noqa: PLC0415

    return sum(
        bereken(Duur(lengte, "werkdagen"), vanaf).dagen[-1].datum.toordinal()
        for vanaf, lengte in vragen(aantal)
    )


def paraplu_werkdag(aantal: str) -> int:
    """Only the day."""
    from paraplu.termijnen import kalender  # noqa: PLC0415

    een = kalender()
    return sum(een.werkdag_na(vanaf, lengte).toordinal() for vanaf, lengte in vragen(aantal))


def numpy_een_voor_een(aantal: str) -> int:
    """One call per term, from a date to a date."""
    import numpy as np  # noqa: PLC0415

    kalender, som = numpy_kalender(), 0
    for vanaf, lengte in vragen(aantal):
        dag = np.busday_offset(vanaf, lengte, roll="backward", busdaycal=kalender)
        som += dag.item().toordinal()
    return som


def numpy_ineens(aantal: str) -> int:
    """All of them in one call, from a list of dates to a list of dates."""
    import numpy as np  # noqa: PLC0415

    paren = vragen(aantal)
    begin = np.array([vanaf for vanaf, _lengte in paren], dtype="datetime64[D]")
    lengte = np.array([lengte for _vanaf, lengte in paren])
    dagen = np.busday_offset(begin, lengte, roll="backward", busdaycal=numpy_kalender())
    return sum(dag.toordinal() for dag in dagen.tolist())


def numpy_kolommen(aantal: str) -> int:
    """All of them in one call, where both columns are numpy's already: the bare kernel."""
    import numpy as np  # noqa: PLC0415

    begin, lengte = (kolom[: int(aantal)] for kolom in kolommen())
    dagen = np.busday_offset(begin, lengte, roll="backward", busdaycal=numpy_kalender())
    return int(dagen.astype(np.int64).sum()) + NUL * len(dagen)


WEGEN: dict[str, Callable[[str], int]] = {
    "paraplu: werkdag_na, een voor een": paraplu_werkdag,
    "paraplu: bereken, een voor een": paraplu_bereken,
    "paraplu: bereken en wat er resteert": paraplu_resterend,
    "paraplu: bereken met een opschorting": paraplu_opschorting,
    "paraplu: bereken met de bon": paraplu_bon,
    "numpy: een voor een": numpy_een_voor_een,
    "numpy: alles ineens": numpy_ineens,
    "numpy: alles ineens, al in kolommen": numpy_kolommen,
}


def main(aantal: str = "100000", rondes: str = "3") -> None:
    """Measure every way and print the tables."""
    metingen = meet_rondes("termijnen", {weg: [aantal] for weg in WEGEN}, int(rondes))
    assert len({meting.aantal for meting in metingen.values()}) == 1, "niet dezelfde dagen"
    print(f"{aantal} termijnen van 1 tot {LANGSTE} werkdagen; {machine()}\n")
    print("| way | µs a term |\n|---|---|")
    for weg, meting in metingen.items():
        print(f"| {weg} | {meting.seconden / int(aantal) * 1e6:.2f} |")
    print("\n| ours | numpy | as a multiple of numpy |\n|---|---|---|")
    for eigen, ander in VERGELIJK:
        verhouding = metingen[eigen].seconden / metingen[ander].seconden
        print(f"| {eigen} | {ander} | {verhouding:.2f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
