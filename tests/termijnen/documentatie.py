"""Fills the tables of docs/termijnen.md from the specifications: `python -m tests.termijnen.documentatie`."""

from __future__ import annotations

import re
from pathlib import Path

from paraplu.termijnen import kalenders
from tests.spec import test_termijnen as spec
from tests.termijnen.tabel import lees_tabel
from tests.termijnen.test_tegen_anderen import BEKEND
from tests.termijnen.test_vergelijking import VERANDERINGEN

PAGINA = Path(__file__).resolve().parents[2] / "docs" / "termijnen.md"
_PLEK = re.compile(r"<!-- tabel: (\w+) -->\n.*?<!-- einde -->", re.DOTALL)


def tabellen() -> dict[str, list[dict[str, str]]]:
    """Every table that the page can name."""
    namen = ("WERKDAGEN", "KALENDERDAGEN", "OPGESCHORTE_WERKDAGEN", "OPGESCHORTE_DAGEN")
    gelezen = {naam: lees_tabel(getattr(spec, naam)) for naam in (*namen, "RESTEREND", "MOMENTEN")}
    gelezen["BEKEND"] = lees_tabel(BEKEND)
    gelezen["VERANDERINGEN"] = [
        {"wat er veranderde": wat, "wat Paraplu zegt": zin} for wat, _nieuw, _oorzaak, zin in VERANDERINGEN
    ]  # fmt: skip
    gelezen["kalenders"] = [
        {"kalender": een.naam, "geen werkdag": een.titel, "bron": een.bron}
        for een in kalenders().values()
    ]
    return gelezen


def vul(tekst: str) -> str:
    """The page with every table as the specifications have it."""
    return _PLEK.sub(lambda plek: _tabel(plek[1]), tekst)


def _tabel(naam: str) -> str:
    rijen = tabellen()[naam]
    regels = [list(rijen[0]), ["---"] * len(rijen[0]), *(list(rij.values()) for rij in rijen)]
    cellen = "\n".join(f"| {' | '.join(regel)} |" for regel in regels)
    return f"<!-- tabel: {naam} -->\n\n{cellen}\n\n<!-- einde -->"


if __name__ == "__main__":
    PAGINA.write_text(vul(PAGINA.read_text(encoding="utf-8")), encoding="utf-8")
