"""The faults that the demo plants on purpose, each with the rules that it breaks, as data.

All else in a demo keeps every rule of the standard that Paraplu tests: the tests hold it to that.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Geplant:
    """One kind of planted fault; its files are called `bestand`, an underscore, and more.

    `bericht`: the codes of what the check of the file itself finds. `keten`: those of the rules
    across messages that it breaks; of release 3.2 only, as no source tells the older ones.
    """

    bestand: str
    wat: str
    bericht: tuple[str, ...] = ()
    keten: tuple[str, ...] = ()


#: One of these in turn, each quarter.
STUK = (
    Geplant(bestand="stuk_afgekapt", wat="the last third is missing", bericht=("PAR001",)),
    Geplant(
        bestand="stuk_kop",
        wat="the header has another name, and what must stand in it is not there",
        bericht=("PAR006", "PAR008"),
    ),
    Geplant(bestand="stuk_doctype", wat="a DOCTYPE with an entity", bericht=("PAR002",)),
    Geplant(bestand="stuk_release", wat="a release that does not exist", bericht=("PAR004",)),
)
ZELFDE_NUMMER = Geplant(
    bestand="zelfde_nummer", wat="another start under a number that was used", keten=("TR056",)
)
GEPLANT = (*STUK, ZELFDE_NUMMER)


def geplant_in(bestand: str) -> Geplant | None:
    """What was planted in the file with this name; None: nothing."""
    return next((g for g in GEPLANT if bestand.startswith(f"{g.bestand}_")), None)
