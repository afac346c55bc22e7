"""The engine that computes the figures: DuckDB inside the program, or Spark.

`PARAPLU_ENGINE` says which; the expressions are the same for both.
"""

from paraplu.monitor.motor.kiezen import (
    DUCKDB,
    MOTOREN,
    SPARK,
    MotorOntbreekt,
    OnbekendeMotor,
    find_motor,
)
from paraplu.monitor.motor.verbinding import Motor, Verbinding

__all__ = [
    "DUCKDB",
    "MOTOREN",
    "SPARK",
    "Motor",
    "MotorOntbreekt",
    "OnbekendeMotor",
    "Verbinding",
    "find_motor",
]
