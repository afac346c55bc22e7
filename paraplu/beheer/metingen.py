"""The points of `gezondheid` as Prometheus reads them.

Written plainly: every figure is asked of the database when it is read, so no process has to remember
anything, and nine lines of text format need no package (docs/beheer.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from .gezondheid import Punt, Stand
from .versie import package_version

SOORT: Final = "text/plain; version=0.0.4; charset=utf-8"
CIJFER: Final = {Stand.GOED: 0, Stand.LET_OP: 1, Stand.FOUT: 2}


def as_text(punten: Iterable[Punt]) -> str:
    """All points, and all figures behind them."""
    return "\n".join(_lines(list(punten))) + "\n"


def _lines(punten: list[Punt]) -> Iterator[str]:
    yield "# HELP paraplu_info Versie van Paraplu."
    yield "# TYPE paraplu_info gauge"
    yield f'paraplu_info{{versie="{package_version()}"}} 1'
    yield "# HELP paraplu_stand 0 goed, 1 let op, 2 fout."
    yield "# TYPE paraplu_stand gauge"
    for punt in punten:
        yield f'paraplu_stand{{punt="{punt.sleutel}"}} {CIJFER[punt.stand]}'
    for punt in punten:
        for naam, waarde in punt.getallen:
            yield f"# TYPE paraplu_{punt.sleutel}_{naam} gauge"
            yield (
                f"paraplu_{punt.sleutel}_{naam} {waarde:g}"
                if waarde % 1
                else f"paraplu_{punt.sleutel}_{naam} {waarde:.0f}"
            )
