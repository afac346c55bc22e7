"""One Spark per process, quiet and within this machine; a cluster when the setting names one."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from pyspark.conf import SparkConf
from pyspark.errors import PySparkRuntimeError
from pyspark.sql import SparkSession

from paraplu.afspraken.plaats import var_map
from paraplu.monitor.motor.java import find_java, write_home
from paraplu.monitor.motor.kiezen import MotorOntbreekt

MASTER, GEHEUGEN = "PARAPLU_SPARK_MASTER", "PARAPLU_SPARK_GEHEUGEN"
HIER = "local[*]"
#: Only errors, and those on standard error.
LOG4J = """rootLogger.level = error
rootLogger.appenderRef.fouten.ref = fouten
logger.poort.name = org.apache.spark.api.python.PythonGatewayServer
logger.poort.level = error
appender.fouten.type = Console
appender.fouten.name = fouten
appender.fouten.target = SYSTEM_ERR
appender.fouten.layout.type = PatternLayout
appender.fouten.layout.pattern = spark: %m%n
"""
VAST: Mapping[str, str] = {
    "spark.app.name": "paraplu",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "false",
    "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs": "false",
}
LUS: Mapping[str, str] = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}

_slot = Lock()
_sessies: dict[int, SparkSession] = {}


def new_sessie(extra: Mapping[str, str] | None = None, *, java: Sequence[str] = ()) -> SparkSession:
    """A session with views of its own on the Spark of this process, which starts when needed.

    `extra` are settings and `java` options of Java for that start; whoever comes later takes Spark
    as it runs. Raises MotorOntbreekt.
    """
    with _slot:
        # A forked process may not speak with the Java of its parent.
        if os.getpid() not in _sessies:
            _sessies[os.getpid()] = _start(extra or {}, java)
    return _sessies[os.getpid()].newSession()


def stop_sessie() -> None:
    """Stop the Spark of this process, when it runs."""
    with _slot:
        if sessie := _sessies.pop(os.getpid(), None):
            sessie.stop()
            shutil.rmtree(_werkmap(), ignore_errors=True)


def _start(extra: Mapping[str, str], opties: Sequence[str]) -> SparkSession:
    java = find_java()
    map_ = _werkmap()
    _ruim_op(map_.parent)
    map_.mkdir(parents=True, exist_ok=True)
    master = os.environ.get(MASTER) or HIER
    conf = SparkConf(loadDefaults=False)
    for naam, waarde in {**_instellingen(master, map_, opties), **extra}.items():
        conf.set(naam, waarde)
    logging.getLogger("py4j").setLevel(logging.ERROR)
    hier = {"SPARK_LOCAL_IP": "127.0.0.1"} if _is_hier(master) else {}
    with _omgeving({"JAVA_HOME": str(write_home(java, map_ / "java")), **hier}):
        try:
            return SparkSession.builder.config(conf=conf).getOrCreate()
        except PySparkRuntimeError as fout:
            raise MotorOntbreekt(
                f"Spark start niet op {master} met {java}; kijk hierboven wat Java zegt"
            ) from fout


def _instellingen(master: str, map_: Path, extra: Sequence[str]) -> dict[str, str]:
    log = map_ / "log4j2.properties"
    log.write_text(LOG4J)
    tijdelijk = map_ / "tijdelijk"
    tijdelijk.mkdir(exist_ok=True)
    opties = (
        f"-Dlog4j2.configurationFile={log.as_uri()}",
        f"-Djava.io.tmpdir={tijdelijk}",
        "-XX:+PerfDisableSharedMem",
        *extra,
    )
    gekozen = {
        **VAST,
        "spark.master": master,
        "spark.driver.memory": os.environ.get(GEHEUGEN) or "2g",
        "spark.driver.extraJavaOptions": " ".join(f'"{optie}"' for optie in opties),
        "spark.sql.warehouse.dir": (map_ / "magazijn").as_uri(),
        "spark.local.dir": str(map_),
    }
    if not _is_hier(master):
        return gekozen
    kernen = str(os.cpu_count() or 1)
    return {**gekozen, **LUS, "spark.sql.shuffle.partitions": kernen}


def _is_hier(master: str) -> bool:
    return master.startswith("local")


def _werkmap() -> Path:
    """The folder of the Spark of this process."""
    return var_map() / "run" / "spark" / str(os.getpid())


def _ruim_op(map_: Path) -> None:
    """Remove what processes left that are no more."""
    for oud in map_.glob("[0-9]*"):
        try:
            os.kill(int(oud.name), 0)
        except ProcessLookupError:
            shutil.rmtree(oud, ignore_errors=True)
        except PermissionError:
            continue


@contextmanager
def _omgeving(anders: Mapping[str, str]) -> Iterator[None]:
    """The environment that Java is started in, and afterwards as it was."""
    eerst = {naam: os.environ.get(naam) for naam in anders}
    os.environ.update(anders)
    try:
        yield
    finally:
        for naam, waarde in eerst.items():
            if waarde is None:
                os.environ.pop(naam, None)
            else:
                os.environ[naam] = waarde
