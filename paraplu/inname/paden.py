"""From the paths that were given to the files to take, with a clear word when there are none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from paraplu.inname.fouten import GeenBestanden, PadOntbreekt
from paraplu.inname.levering import Bron

#: What is taken from a folder. A file that is named itself is always taken, whatever its name.
SOORTEN = {".xml", ".zip"}


def find_files(
    paden: Iterable[Path | Bron], *, zeg: Callable[[str], None] = lambda zin: None
) -> list[Bron]:
    """All files in `paden`; of a folder the XML and zip files in it and below, by name.

    How many other files a folder holds is said through `zeg`. Raises PadOntbreekt when something is not there or not readable, GeenBestanden when a folder
    holds nothing to take.
    """
    bronnen: list[Bron] = []
    for gegeven in paden:
        bron = gegeven if isinstance(gegeven, Bron) else Bron(gegeven)
        if bron.pad.is_dir():
            bronnen += _in_folder(bron.pad, zeg)
        elif bron.pad.is_file():
            bronnen.append(bron)
        else:
            raise PadOntbreekt(f"{bron.pad} bestaat niet. Kijk of het pad goed is geschreven.")
    for bron in bronnen:
        if not os.access(bron.pad, os.R_OK):
            raise PadOntbreekt(f"{bron.pad} is niet leesbaar. Geef Paraplu leesrecht erop.")
    return bronnen


def _in_folder(plaats: Path, zeg: Callable[[str], None]) -> list[Bron]:
    alle = sorted(_walk(plaats))
    paden = [pad for pad in alle if pad.suffix.lower() in SOORTEN and not pad.is_symlink()]
    if not paden:
        raise GeenBestanden(
            f"In de map {plaats} staan geen berichten. Paraplu zoekt er bestanden op .xml of .zip."
        )
    if len(paden) < len(alle):
        zeg(
            f"Overgeslagen in {plaats}: {len(alle) - len(paden)} van {len(alle)} bestanden. "
            "Paraplu neemt uit een map alleen .xml en .zip, en geen verwijzingen."
        )
    return [Bron(pad, str(pad.relative_to(plaats))) for pad in paden]


def _walk(plaats: Path) -> Iterator[Path]:
    """Every file in a folder and below, those that begin with a dot aside."""

    def stop(fout: OSError) -> None:
        raise PadOntbreekt(f"{fout.filename} is niet leesbaar. Geef Paraplu leesrecht erop.")

    for map_, mappen, namen in os.walk(plaats, onerror=stop):
        mappen[:] = [naam for naam in mappen if not naam.startswith(".")]
        yield from (Path(map_) / naam for naam in namen if not naam.startswith("."))
