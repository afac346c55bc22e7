"""Which tests go to the same worker: those that share something that takes long to make.

Two workers that each get a few of them would both make it. A fixture of a module, a package or
the session is shared; each test goes with the one that most tests share with it, and every
parameter of a fixture is a thing of its own. What is cheap, or what hundreds of tests share, is
made by both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

#: Made by both workers: cheap, or asked for by too many tests to wait for one another.
VRIJ = frozenset({
    "django_db_modify_db_settings", "django_db_setup", "ineens", "snelle_wachtwoorden",
    "statische_map", "browser", "wereld", "wereldmap", "echte_dienst", "regels", "plaatsen",
})  # fmt: skip


def verdeel(items: list[pytest.Item]) -> None:
    """Put a group on every test that shares something, unless it has one."""
    gedeeld = {item: list(_gedeeld(item)) for item in items}
    keer = Counter(naam for namen in gedeeld.values() for naam in namen)
    for item, namen in gedeeld.items():
        if namen and not item.get_closest_marker("xdist_group"):
            groep = max(namen, key=lambda naam: (keer[naam], naam))
            item.add_marker(pytest.mark.xdist_group(groep))


def _gedeeld(item: pytest.Item) -> Iterator[str]:
    """The shared things that this test works with, by where they are made and with what."""
    if not isinstance(item, pytest.Function):
        return
    gekozen = item.callspec.params if hasattr(item, "callspec") else {}
    for naam, definities in item._fixtureinfo.name2fixturedefs.items():
        maker = definities[-1]
        eigen = maker.baseid.startswith("tests")
        if eigen and maker.scope in {"module", "package", "session"} and naam not in VRIJ:
            keuze = repr(gekozen[naam]) if maker.params else ""
            yield f"{maker.baseid}::{naam}{keuze}".replace("@", "-")
