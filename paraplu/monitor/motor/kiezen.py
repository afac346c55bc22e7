"""Which engine computes: one setting, `PARAPLU_ENGINE`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.monitor.motor.verbinding import Motor

DUCKDB, SPARK = "duckdb", "spark"
MOTOREN = (DUCKDB, SPARK)
INSTELLING = "PARAPLU_ENGINE"


class OnbekendeMotor(ValueError):
    """The setting names an engine that there is not."""


class MotorOntbreekt(ValueError):
    """The engine that was asked for is not on this machine; the text says what to install."""


def find_motor(naam: str | None = None) -> Motor:
    """The engine called `naam`, without it that of the setting, without that DuckDB.

    Raises OnbekendeMotor. Nothing is started before the first connection.
    """
    gekozen = (naam or os.environ.get(INSTELLING) or DUCKDB).strip().lower()
    if gekozen == DUCKDB:
        from paraplu.monitor.motor.duckdb import DuckDB  # noqa: PLC0415  only the one that is used

        return DuckDB()
    if gekozen == SPARK:
        from paraplu.monitor.motor.spark import Spark  # noqa: PLC0415

        return Spark()
    raise OnbekendeMotor(
        f"{INSTELLING} is {gekozen!r}, maar dat is geen motor van de monitor; "
        f"wel: {' of '.join(MOTOREN)}"
    )
