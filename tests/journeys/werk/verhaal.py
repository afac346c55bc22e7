"""A story: what people do in the browser, told while they do it.

The text in `docs/handleiding/` is the text of the test. `PARAPLU_BEELD=1` writes it anew, with
pictures; without that the test compares, so that a story never tells what does not happen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from django.test import Client
from playwright.sync_api import Locator, Page

from paraplu.afspraken.plaats import WORTEL
from paraplu.netwerk.models import Medewerker

HANDLEIDING = WORTEL / "docs" / "handleiding"
BREED, SMAL, OP_BEELD = 1280, 320, 960
HOOGSTE_BEELD = 640
HOOG = 900
#: What sticks out at the right, the innermost last.
TE_BREED = """() => [...document.querySelectorAll('main *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 120))"""
Antwoord = str | bool | Sequence[str]


class Verhaal:
    """One story in steps: `stap` tells, `als` gives the browser of somebody, `zie` looks at a page."""

    def __init__(
        self, naam: str, *, venster: Callable[..., Page], keur: Callable[..., None], url: str
    ) -> None:
        self.naam, self.url = naam, url
        self.venster, self.keur = venster, keur
        self.regels: list[str] = []
        self.beelden: list[str] = []
        self.schrijft = bool(os.environ.get("PARAPLU_BEELD"))
        self._browsers: dict[int, Page] = {}
        self._stappen = 0

    def begin(self, titel: str, inleiding: str) -> None:
        """The title, and in a few sentences what this story is about."""
        self.regels += [f"# {titel}", "", inleiding, ""]

    def stap(self, kop: str, tekst: str) -> None:
        """The next step: what happens, and why."""
        self._stappen += 1
        self.regels += [f"## {self._stappen}. {kop}", "", tekst, ""]

    def als(self, wie: Medewerker, naar: str = "") -> Page:
        """The browser of this person, logged in; at the address `naar` when that is given."""
        page = self._browsers.get(wie.pk)
        if page is None:
            page = self._browsers[wie.pk] = self.venster(breed=BREED)
            client = Client()
            client.force_login(wie.gebruiker)
            koek = {"name": "sessionid", "value": client.cookies["sessionid"].value}
            page.context.add_cookies([{**koek, "url": self.url}])
        if naar:
            page.goto(naar)
        return page

    def zie(self, page: Page, onderschrift: str = "") -> None:
        """Pass a page through axe, wide and narrow; with a caption it is a picture in the story."""
        open_ = page.evaluate(
            "() => [...document.querySelectorAll('details')].map(d => [d.open, d.open = true][0])"
        )
        self.keur(page)
        page.set_viewport_size({"width": SMAL, "height": HOOG})
        breedte = page.locator("html").evaluate("e => e.scrollWidth")
        assert breedte <= SMAL, f"{page.url} is {breedte} px breed: {page.evaluate(TE_BREED)}"
        self.keur(page)
        page.evaluate(
            "(open) => document.querySelectorAll('details').forEach((d, i) => { d.open = open[i] })",
            open_,
        )
        if onderschrift:
            self._picture(page, onderschrift)
        page.set_viewport_size({"width": BREED, "height": HOOG})

    def einde(self) -> None:
        """Write the story and take away old pictures, or hold it against what is written."""
        tekst = "\n".join([*self.regels, self._slot()])
        pad = HANDLEIDING / f"{self.naam}.md"
        if self.schrijft:
            pad.write_text(tekst, encoding="utf-8")
            for beeld in (HANDLEIDING / "beeld").glob(f"{self.naam}-*.png"):
                if beeld.name not in self.beelden:
                    beeld.unlink()
        assert pad.read_text(encoding="utf-8") == tekst, (
            f"{pad.name} loopt achter: draai deze test met PARAPLU_BEELD=1"
        )

    def _picture(self, page: Page, onderschrift: str) -> None:
        naam = f"{self.naam}-{len(self.beelden) + 1}.png"
        self.beelden.append(naam)
        self.regels += [f"![{onderschrift}](beeld/{naam})", ""]
        if not self.schrijft:
            return
        page.set_viewport_size({"width": OP_BEELD, "height": HOOG})
        vak = page.locator("main").bounding_box()
        assert vak is not None
        hoog = min(vak["height"] + 16, HOOGSTE_BEELD)
        y = page.evaluate("window.scrollY") + vak["y"]
        page.screenshot(
            path=HANDLEIDING / "beeld" / naam,
            full_page=True,
            clip={"x": 0, "y": y, "width": OP_BEELD, "height": hoog},
        )

    def _slot(self) -> str:
        return (
            "---\n\nDit verhaal is een test. "
            f"`tests/journeys/werk/test_{module_van(self.naam)}.py` doet deze stappen in een browser "
            "en bekijkt elke bladzijde breed en smal. Mensen, gezinnen en aanbieders zijn "
            "verzonnen.\n"
        )


def module_van(naam: str) -> str:
    """How the test of a story is called, without `test_`."""
    return naam.replace("-", "_")


def vul(plek: Page | Locator, antwoorden: Mapping[str, Antwoord]) -> None:
    """Answer questions of a form by what stands next to them."""
    for vraag, antwoord in antwoorden.items():
        groep = plek.get_by_role("group", name=vraag, exact=True)
        if groep.count():
            for keuze in (antwoord,) if isinstance(antwoord, str) else antwoord:
                groep.get_by_label(keuze, exact=True).check()
            continue
        veld = plek.get_by_label(vraag, exact=True)
        soort = veld.evaluate("veld => veld.type")
        if isinstance(antwoord, bool):
            veld.set_checked(antwoord)
        elif soort == "select-one":
            veld.select_option(label=antwoord)
        else:
            veld.fill(antwoord)


def druk(plek: Page | Locator, knop: str) -> None:
    """Press a button; the page that follows is there afterwards."""
    page = plek if isinstance(plek, Page) else plek.page
    with page.expect_navigation():
        plek.get_by_role("button", name=knop, exact=True).click()
