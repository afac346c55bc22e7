"""Measure ways of doing the same: each in a process and on a core of its own, in turn, several rounds.

The seconds are processor time (user and system, of the process and its children): on a machine that
does other things as well they say more than the clock. Of all rounds the quickest counts.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
#: Runs one way and prints what it cost as JSON.
DRAAI = """
import json, os, resource, sys, time
sys.path[:0] = [{wortel!r}, {bench!r}]
if hasattr(os, "sched_setaffinity") and {een_kern}:
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
import {module} as module
module.bereid_voor({weg!r})
begin, klok = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
kinderen = resource.getrusage(resource.RUSAGE_CHILDREN)
aantal = module.WEGEN[{weg!r}](*{argumenten!r})
klok = time.perf_counter() - klok
eind, kind = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
tijd = eind.ru_utime + eind.ru_stime - begin.ru_utime - begin.ru_stime
# Not ru_maxrss: that counts what the parent held before this program began.
piek = next(r for r in open("/proc/self/status") if r.startswith("VmHWM"))
tijd += kind.ru_utime + kind.ru_stime - kinderen.ru_utime - kinderen.ru_stime
print(json.dumps(dict(seconden=tijd, klok=klok, geheugen=int(piek.split()[1]) / 1024, aantal=aantal)))
"""


@dataclass(frozen=True)
class Meting:
    """What one way cost: processor seconds, the clock, the most memory in MB, what it counted."""

    seconden: float
    klok: float
    geheugen: float
    aantal: int


def meet(module: str, weg: str, argumenten: Sequence[str], *, een_kern: bool = True) -> Meting:
    """Run one way once, with a folder for state of its own."""
    script = DRAAI.format(
        wortel=str(WORTEL),
        bench=str(WORTEL / "bench"),
        module=module,
        weg=weg,
        argumenten=list(argumenten),
        een_kern=een_kern,
    )
    with tempfile.TemporaryDirectory() as var:
        uit = subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PARAPLU_VAR": var},
        )
    return Meting(**json.loads(uit.stdout.splitlines()[-1]))


def meet_rondes(module: str, wegen: dict[str, Sequence[str]], rondes: int) -> dict[str, Meting]:
    """Every way in every round, and of each way the quickest."""
    beste: dict[str, Meting] = {}
    for ronde in range(rondes):
        for weg, argumenten in wegen.items():
            print(f"ronde {ronde + 1}: {weg} …", file=sys.stderr, flush=True)
            meting = meet(module, weg, argumenten)
            if weg not in beste or meting.seconden < beste[weg].seconden:
                beste[weg] = meting
    return beste


def machine() -> str:
    """On what this ran."""
    modellen = [
        regel.partition(":")[2].strip()
        for regel in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if regel.startswith("model name")
    ]
    versie = platform.python_version()
    return f"{modellen[0] if modellen else platform.machine()}, {len(modellen)} kernen, Python {versie}"
