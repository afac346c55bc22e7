"""The explanation beside a refused file: which line, which rule, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paraplu.berichten import Bevinding
from paraplu.inname.schijf import write_durably

#: What is told of one file; a broken one may have thousands.
HOOGSTENS = 100


def explain(
    pad: Path, *, reden: str, bevindingen: Sequence[Bevinding] = (), antwoord: str = ""
) -> None:
    """Write the explanation of file `pad` beside it; nothing in it comes out of the file."""
    regels = [f"Bestand: {pad.name}", "", reden]
    if antwoord:
        regels.append(f"Antwoord: {antwoord}")
    for bevinding in bevindingen[:HOOGSTENS]:
        plek = f", {bevinding.pad}" if bevinding.pad else ""
        regels += ["", f"Regel {bevinding.regel}{plek} ({bevinding.code})"]
        regels += [f"  Wat is er: {bevinding.tekst}", f"  Wat te doen: {bevinding.remedie}"]
    if len(bevindingen) > HOOGSTENS:
        regels += ["", f"En nog {len(bevindingen) - HOOGSTENS} andere fouten."]
    write_durably(pad.with_name(f"{pad.name}.txt"), "\n".join([*regels, ""]).encode())
