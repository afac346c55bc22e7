"""What the tests of the API share: accounts, a monitor that can be checked by hand, and asking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localtime

from paraplu.api.actions import make_sleutel
from tests.web.inrichting import (
    accounts,
    als,
    eigen_var,
    lege_monitor,
    nep,
    statisch,
    statische_map,
    voet_zonder_monitor,
)

__all__ = [
    "accounts", "als", "eigen_var", "lege_monitor", "nep", "statisch", "statische_map",
    "voet_zonder_monitor",
]  # fmt: skip
Vraag = Callable[..., Any]


@pytest.fixture
def sleutel_van(accounts) -> Callable[[str], str]:
    """A key of the account of this kind."""

    def maak(soort: str, dagen: int = 30) -> str:
        op = localtime()
        return make_sleutel(
            gebruiker=accounts[soort],
            naam="proef",
            einddatum=op.date() + timedelta(days=dagen),
            op=op,
        )

    return maak


@pytest.fixture
def vraag(db: None) -> Vraag:
    """Ask a path below /api/v1, with a key or without."""

    def stel(pad: str, sleutel: str = "", methode: str = "get", **koppen: str) -> Any:
        if sleutel:
            koppen["authorization"] = f"Bearer {sleutel}"
        return getattr(Client(), methode)(f"/api/v1{pad}", headers=koppen)

    return stel
