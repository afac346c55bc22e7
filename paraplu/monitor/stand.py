"""Which data a figure was made of, so exactly that it can be made again.

What must stay on disk for that: the log of every Delta table (`LOG_BLIJFT` switches off that old
log files are thrown away) and the files of every version that a kept Stand names. Compaction adds a
version and leaves the old files; a clean-up passes those versions along:
`DeltaTable.vacuum(..., keep_versions=find_bewaard(standen, "bericht"))`. Without `keep_versions` it
deletes the files of every older version once they are past the retention time. The tables of
imported sheets are small and are not compacted or cleaned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from paraplu.monitor.bladen import Bladen
    from paraplu.monitor.opslag import Opslag

#: Configuration of each Delta table: its log is never shortened, so that each version can be read.
LOG_BLIJFT: Final = {"delta.enableExpiredLogCleanup": "false"}


class StandNietLeesbaar(ValueError):
    """The data of a pinned version is not there any more; the text says what to do."""


class Tabelstand(NamedTuple):
    """One Delta table as it was: its version (-1: not there yet) and the id that it was made with."""

    naam: str
    versie: int
    kenmerk: str


@dataclass(frozen=True, kw_only=True)
class Stand:
    """The data as it was at one moment: per table a version, per kind of sheet how many imports.

    The deliveries that came later are not in it, also where they carry an earlier day. The code, the
    definitions and the day that a figure is known on are no part of it.
    """

    tabellen: tuple[Tabelstand, ...]
    bladen: tuple[tuple[str, int], ...]

    @property
    def versies(self) -> dict[str, int]:
        """The version of each table."""
        return {tabel.naam: tabel.versie for tabel in self.tabellen}

    @property
    def kenmerken(self) -> dict[str, str]:
        """The id of each table that was there; a table that is made anew gets another one."""
        return {tabel.naam: tabel.kenmerk for tabel in self.tabellen if tabel.kenmerk}

    def als_dict(self) -> dict[str, Any]:
        """For JSON; `van_dict` reads it back."""
        return {
            "tabellen": {t.naam: {"versie": t.versie, "kenmerk": t.kenmerk} for t in self.tabellen},
            "bladen": dict(self.bladen),
        }

    @classmethod
    def van_dict(cls, inhoud: Mapping[str, Any]) -> Stand:
        """The Stand of `als_dict`. Raises StandNietLeesbaar for anything else."""
        try:
            tabellen = tuple(
                Tabelstand(str(naam), int(tabel["versie"]), str(tabel["kenmerk"]))
                for naam, tabel in inhoud["tabellen"].items()
            )
            bladen = tuple((str(soort), int(aantal)) for soort, aantal in inhoud["bladen"].items())
        except (KeyError, TypeError, ValueError, AttributeError) as fout:
            raise StandNietLeesbaar("dit is geen bewaarde stand van de gegevens") from fout
        return cls(tabellen=tabellen, bladen=bladen)


def find_bewaard(standen: Iterable[Stand], tabel: str) -> list[int]:
    """The versions of `tabel` that a clean-up must keep for these Standen."""
    return sorted({stand.versies[tabel] for stand in standen if stand.versies.get(tabel, -1) >= 0})


def check_stand(stand: Stand, *, opslag: Opslag, bladen: Bladen) -> None:
    """See that the tables of now are those of `stand`, grown. Raises StandNietLeesbaar."""
    nu = opslag.versies()
    for tabel in stand.tabellen:
        if tabel.naam not in nu:
            raise StandNietLeesbaar(f"deze versie van Paraplu heeft geen tabel {tabel.naam}")
        if tabel.versie > nu[tabel.naam] or any(
            aantal > bladen.stand().get(soort, 0) for soort, aantal in stand.bladen
        ):
            raise StandNietLeesbaar(
                "de tabellen zijn ouder dan deze stand: zet de nieuwste reservekopie terug"
            )
        if tabel.versie >= 0 and tabel.kenmerk != opslag.kenmerk(tabel.naam):
            raise StandNietLeesbaar(
                "de tabellen zijn na deze stand opnieuw opgebouwd; zet de reservekopie van toen "
                "terug, of vraag het cijfer met --bekend-op: een levering houdt haar dag"
            )
