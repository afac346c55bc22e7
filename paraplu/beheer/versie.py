"""Which version of Paraplu runs, and on what."""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from django import get_version
from django.db import connection

from paraplu.afspraken.plaats import WORTEL


@cache
def package_version() -> str:
    """Of the package as installed; of a working copy what its pyproject says."""
    try:
        return version("paraplu")
    except PackageNotFoundError:
        beschrijving = (WORTEL / "pyproject.toml").read_text(encoding="utf-8")
        return str(tomllib.loads(beschrijving)["project"]["version"])


def versions() -> dict[str, str]:
    """Paraplu and what carries it, by name."""
    postgres = connection.cursor().connection.info.server_version
    return {
        "Paraplu": package_version(),
        "Python": ".".join(str(deel) for deel in sys.version_info[:3]),
        "Django": get_version(),
        "PostgreSQL": f"{postgres // 10000}.{postgres % 10000}",
        "Delta Lake": version("deltalake"),
        "DuckDB": version("duckdb"),
    }
