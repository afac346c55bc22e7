"""A browser and a running Paraplu for whole stories. Skipped, with the reason, without Chromium."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from paraplu.afspraken.plaats import WORTEL
from tests.web.inrichting import (
    accounts,
    als,
    eigen_var,
    lege_monitor,
    nep,
    statisch,
    statische_map,
)

__all__ = ["accounts", "als", "eigen_var", "lege_monitor", "nep", "statisch", "statische_map"]

VLAGGEN = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
AXE = WORTEL / "node_modules" / "axe-core" / "axe.min.js"
REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: A slow machine that does other work as well is no fault of a page.
GEDULD_MS = int(os.environ.get("PARAPLU_GEDULD_MS", "180000"))
expect.set_options(timeout=GEDULD_MS)

# The browser's driver keeps an event loop in this thread; Django then refuses its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One browser for all stories: with several test processes they go to the same one."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    pad = shutil.which("chromium") or shutil.which("google-chrome")
    if not pad:
        pytest.skip("Chromium is hier niet: installeer het pakket chromium")
    with sync_playwright() as speler:
        chromium = speler.chromium.launch(executable_path=pad, args=list(VLAGGEN))
        yield chromium
        chromium.close()


Venster = Callable[..., Page]


@pytest.fixture
def venster(browser: Browser, live_server) -> Iterator[Venster]:
    """Opens a window on the running Paraplu: its width, theme, and with or without JavaScript."""
    geopend: list[BrowserContext] = []

    def open_venster(*, breed: int = 1280, thema: str = "light", javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": breed, "height": 900},
            color_scheme=thema,
            java_script_enabled=javascript,
            locale="nl-NL",
        )
        context.set_default_timeout(GEDULD_MS)
        geopend.append(context)
        return context.new_page()

    yield open_venster
    for context in geopend:
        context.close()


@pytest.fixture
def keur() -> Callable[..., None]:
    """Passes a page through axe, and fails with what it found."""
    if not AXE.exists():
        pytest.skip("axe-core is hier niet: installeer de npm-pakketten")
    bron = AXE.read_text()

    def keur_pagina(page: Page, *, zonder: tuple[str, ...] = ()) -> None:
        # A click does not wait for the page that it leads to.
        page.wait_for_load_state()
        if not page.evaluate("'axe' in window"):
            page.evaluate(bron)
        keuze = {
            "runOnly": REGELS,
            "rules": {regel: {"enabled": False} for regel in zonder},
            # What passes is not worked out, nor carried out of the browser.
            "resultTypes": ["violations"],
        }
        gevonden = page.evaluate(f"axe.run({json.dumps(keuze)}).then(uit => uit.violations)")
        klachten = [(f["id"], f["help"], [n["html"] for n in f["nodes"][:3]]) for f in gevonden]
        assert klachten == [], page.url

    return keur_pagina


def log_in(page: Page, rol: str, naar: str = "/") -> None:
    """Come in as one of the demo's accounts."""
    page.goto(f"/inloggen/?next={naar}")
    page.get_by_role("button", name=rol).click()
    page.wait_for_url(lambda adres: "/inloggen/" not in adres)
