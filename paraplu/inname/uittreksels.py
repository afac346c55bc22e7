"""Extracts (CSV, XLSX) on their way in: each is put in one file with its mapping, and then kept so."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from paraplu.afspraken.plaats import var_map
from paraplu.berichten.uittreksel import (
    AfbeeldingOngeldig,
    BladOnleesbaar,
    lees_blad,
    maak_pakket,
    zoek_afbeelding,
)
from paraplu.inname.fouten import GeenBestanden, InnameFout
from paraplu.inname.levering import Bron

SOORTEN = frozenset({".csv", ".xlsx"})


class UittrekselFout(InnameFout):
    """An extract or its mapping cannot be used; nothing of the delivery is taken."""


@contextmanager
def packed(
    paden: Sequence[Path | Bron], *, afbeelding: str, op: date
) -> Iterator[list[Path | Bron]]:
    """The same paths, with each extract among them replaced by one with its mapping inside.

    `op` becomes the day of the messages. What is made stands in a folder for us only, and is gone
    at the end. Raises UittrekselFout, or GeenBestanden when there is no extract among the paths.
    """
    bronnen = [pad if isinstance(pad, Bron) else Bron(pad) for pad in paden]
    if not any(is_uittreksel(bron) for bron in bronnen):
        raise GeenBestanden(
            "Een afbeelding hoort bij een uittreksel: een bestand op .csv of .xlsx. Dat is er niet bij."
        )
    plaats = var_map() / "run"
    plaats.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix="uittreksel-", dir=plaats) as map_:
        yield [
            _pack(bron, Path(map_) / f"{nummer:05d}", afbeelding, op)
            if is_uittreksel(bron)
            else bron
            for nummer, bron in enumerate(bronnen)
        ]


def is_uittreksel(bron: Bron) -> bool:
    """Whether this is a sheet, by its name."""
    return Path(bron.getoonde_naam).suffix.lower() in SOORTEN and not bron.pad.is_dir()


def _pack(bron: Bron, doel: Path, afbeelding: str, op: date) -> Bron:
    try:
        gekozen = zoek_afbeelding(afbeelding)
        inhoud = bron.pad.read_bytes()
        lees_blad(inhoud, blad=gekozen.blad)
    except FileNotFoundError:
        raise UittrekselFout(
            f"{bron.pad} bestaat niet. Kijk of het pad goed is geschreven."
        ) from None
    except AfbeeldingOngeldig as fout:
        raise UittrekselFout(str(fout)) from fout
    except BladOnleesbaar as fout:
        raise UittrekselFout(f"{bron.getoonde_naam}: {fout.tekst} {fout.remedie}") from fout
    doel.touch(mode=0o600)
    doel.write_bytes(maak_pakket(inhoud, gekozen, dagtekening=op))
    return Bron(doel, bron.getoonde_naam)
