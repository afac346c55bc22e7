"""Search for bytes that the reader or the rules cannot bear, guided by what code they reach.

    .venv/bin/python -m tests.berichten.fuzz MAP -max_total_time=3600

MAP keeps what was found worth going on with; further words are those of libFuzzer. A crash, a
message that takes over ten seconds or that makes the process 1 GB larger ends the search, and
leaves the bytes.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from pathlib import Path
from random import Random

import atheris
from lxml import etree

with atheris.instrument_imports(include=["paraplu.berichten"]):
    from tests.berichten.fuzz.doel import proef
from tests.berichten.breek import breek
from tests.berichten.fuzz.zaad import schrijf_woorden, zaai

GRENZEN = ("-timeout=10", "-max_len=40000", "-print_final_stats=1")
GROEIT_HOOGSTENS_MB = 1024


def main() -> None:
    """Go on from what MAP holds; a new folder gets the first messages."""
    map_ = Path(sys.argv[1])
    map_.mkdir(parents=True, exist_ok=True)
    if not any(map_.iterdir()):
        zaai(map_)
    with tempfile.NamedTemporaryFile(suffix=".dict") as woorden:
        schrijf_woorden(Path(woorden.name))
        artefacten = f"-artifact_prefix={map_}/"
        geheugen = f"-rss_limit_mb={begin_mb() + GROEIT_HOOGSTENS_MB}"
        opties = [f"-dict={woorden.name}", artefacten, geheugen, *GRENZEN, *sys.argv[2:]]
        atheris.Setup([sys.argv[0], str(map_), *opties], proef, custom_mutator=breek_of_meng)
        atheris.Fuzz()


def begin_mb() -> int:
    """The peak that the searcher counts already: Linux hands a new program that of its parent."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def breek_of_meng(inhoud: bytes, hoogstens: int, zaad: int) -> bytes:
    """Break a message as people do, so that it stays XML and the rules are reached; or mix bytes."""
    rng = Random(zaad)
    if rng.random() < 0.6:
        try:
            gebroken = breek(inhoud, rng)
        except (etree.XMLSyntaxError, ValueError, IndexError):
            gebroken = b""
        if 0 < len(gebroken) <= hoogstens:
            return gebroken
    return bytes(atheris.Mutate(inhoud, hoogstens))


if __name__ == "__main__":
    main()
