"""One Spark for all tests of this folder, started when the first of them asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from paraplu.monitor.motor import MotorOntbreekt, find_motor

#: Small and unhurried: what is asked here is a few hundred rows, so compiling costs more than it gives.
KLEIN = {
    "spark.master": "local[1]",
    "spark.driver.memory": "1g",
    "spark.default.parallelism": "1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}
JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@pytest.fixture(scope="session")
def spark() -> Iterator[None]:
    """Spark runs; the test is skipped where it cannot, and says what to install."""
    try:
        find_motor("spark").check()
    except MotorOntbreekt as fout:
        pytest.skip(f"Spark kan hier niet draaien, dus dit is niet getoetst: {fout}")
    from paraplu.monitor.motor import sessie  # noqa: PLC0415 - it needs pyspark

    sessie.new_sessie(KLEIN, java=JAVA)
    yield
    sessie.stop_sessie()
