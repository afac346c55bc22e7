"""What belongs to a backup, and the list by which it is checked."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from paraplu.afspraken.plaats import var_map
from paraplu.inname.schijf import sync_folder, write_durably

from ..fouten import GeenReservekopie

VORM: Final = 1
LIJST: Final = "reservekopie.json"
SOMMEN: Final = "sommen.txt"
DATABASE: Final = "database.dump"
BESTANDEN: Final = "var"
STUK: Final = 1 << 20
#: Folders of `var` that stay behind, with why. Anything else goes along, also what we do not know.
BLIJFT_ACHTER: Final = {
    "postgres": "de database gaat mee als één bestand",
    "sleutels": "de sleutels liggen apart, anders beschermen zij niets",
    "run": "sloten en werkmappen van processen die nu draaien",
    "statisch": "stijlen en lettertypen; Paraplu maakt ze opnieuw",
    "post": "mails die als bestand zijn weggelegd",
    "sms": "sms'en die als bestand zijn weggelegd",
}


#: Stands in `var` as long as a backup is being put back, with which backup that is.
BEZIG: Final = "terugzetten.bezig"


def is_half() -> bool:
    """Whether a backup was begun to be put back here and that was not finished."""
    return (var_map() / BEZIG).exists()


@dataclass(frozen=True, kw_only=True)
class Lijst:
    """What a backup says of itself; it is written last, so without it a backup is not finished."""

    vorm: int
    gemaakt: str
    paraplu: str
    #: Applied migrations, as "app.name".
    migraties: tuple[str, ...]
    #: Version of each table of the monitor.
    tabellen: dict[str, int]
    #: Which key each folder depends on: a fingerprint, never the key.
    sleutels: dict[str, str]
    #: Heads of the chains of the trace: (chain, line, seal).
    ankers: tuple[tuple[int, int, str], ...]
    bestanden: int
    bytes: int
    #: Hash of the list of hashes.
    sommen: str

    def write(self, map_: Path) -> None:
        """Put the list in the folder."""
        tekst = json.dumps(asdict(self), indent=2, sort_keys=True)
        write_durably(map_ / LIJST, tekst.encode())

    @classmethod
    def read(cls, map_: Path) -> Lijst:
        """The list in this folder. Raises GeenReservekopie."""
        try:
            velden = json.loads((map_ / LIJST).read_text())
            if velden["vorm"] != VORM:
                raise GeenReservekopie(
                    f"{map_} is een reservekopie van vorm {velden['vorm']}; deze Paraplu kent {VORM}."
                )
            for naam in ("migraties", "ankers"):
                velden[naam] = tuple(
                    tuple(deel) if isinstance(deel, list) else deel for deel in velden[naam]
                )
            return cls(**velden)
        except FileNotFoundError:
            raise GeenReservekopie(
                f"{map_} is geen reservekopie, of zij is niet afgemaakt: {LIJST} ontbreekt."
            ) from None
        except (ValueError, KeyError, TypeError, AttributeError) as fout:
            raise GeenReservekopie(f"{map_ / LIJST} is niet te lezen.") from fout


def copy_durably(bron: Path, doel: Path) -> tuple[int, str]:
    """Copy a file to disk in one pass; gives its size and SHA-256."""
    som, aantal = hashlib.sha256(), 0
    doel.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    nummer = os.open(doel, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(nummer, "wb") as uit, bron.open("rb") as in_:
        while stuk := in_.read(STUK):
            som.update(stuk)
            aantal += len(stuk)
            uit.write(stuk)
        uit.flush()
        os.fsync(uit.fileno())
    return aantal, som.hexdigest()


def hash_file(pad: Path) -> str:
    """SHA-256 of a file."""
    with pad.open("rb") as bron:
        return hashlib.file_digest(bron, "sha256").hexdigest()


def write_sommen(map_: Path, sommen: dict[str, str]) -> str:
    """The hashes in the form of `sha256sum`; gives the hash of that list."""
    inhoud = "".join(f"{som}  {naam}\n" for naam, som in sorted(sommen.items())).encode()
    write_durably(map_ / SOMMEN, inhoud)
    sync_folder(map_)
    return hashlib.sha256(inhoud).hexdigest()


def read_sommen(map_: Path, lijst: Lijst) -> dict[str, str]:
    """Path to hash. Raises GeenReservekopie when the list of hashes is not the one that was made."""
    try:
        inhoud = (map_ / SOMMEN).read_bytes()
    except FileNotFoundError:
        inhoud = b""
    if hashlib.sha256(inhoud).hexdigest() != lijst.sommen:
        raise GeenReservekopie(f"{map_ / SOMMEN} ontbreekt of is veranderd.")
    paren = (regel.split("  ", 1) for regel in inhoud.decode().splitlines())
    return {naam: som for som, naam in paren}


def check(map_: Path) -> Lijst:
    """Read every file of a backup again. Raises GeenReservekopie at the first that is not as it was."""
    lijst = Lijst.read(map_)
    for naam, som in read_sommen(map_, lijst).items():
        pad = map_ / naam
        if not pad.is_file():
            raise GeenReservekopie(f"{naam} ontbreekt in de reservekopie {map_}.")
        if hash_file(pad) != som:
            raise GeenReservekopie(f"{naam} in de reservekopie {map_} is veranderd.")
    return lijst


def find_files(var: Path) -> Iterator[Path]:
    """Every file in `var` that goes along, as a path within it; what is being written stays behind."""
    for map_, mappen, namen in os.walk(var):
        if Path(map_) == var:
            mappen[:] = [naam for naam in mappen if naam not in BLIJFT_ACHTER and naam[0] != "."]
            namen = [naam for naam in namen if naam[0] != "."]  # noqa: PLW2901 - only at the top
        mappen.sort()
        for naam in sorted(namen):
            pad = Path(map_) / naam
            if not pad.is_symlink():
                yield pad.relative_to(var)
