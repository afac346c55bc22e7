"""Many people at work at once: each thinks, opens a page, closes a step, and notes how long it took."""

from __future__ import annotations

import http.client
import re
import threading
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random
from urllib.parse import urlencode

STAP = re.compile(r"/werk/stap/(\d+)/\"")
CASUS = re.compile(r"/werk/casus/(\d+)/\"")
GEZIN = re.compile(r"/werk/gezin/(\d+)/\"")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
#: Outcomes that the originals of `werk_wereld` are ready for.
SLUITBAAR = re.compile(r'name="uitkomst" value="(gesproken|verstuurd|expertteam)"')


@dataclass
class Uitslag:
    """Seconds per page, and what went wrong; threads add to it."""

    tijden: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    antwoorden: Counter[str] = field(default_factory=Counter)
    slot: threading.Lock = field(default_factory=threading.Lock)

    def add(self, pagina: str, seconden: float, status: int) -> None:
        """Note one answer; status 0: none came."""
        with self.slot:
            self.tijden[pagina].append(seconden)
            if status not in {200, 302}:
                self.antwoorden[f"{pagina}: {status}"] += 1

    @property
    def aantal(self) -> int:
        """How many answers there were."""
        return sum(map(len, self.tijden.values()))


class Bezoeker:
    """One person with a session cookie, who goes round through the pages of the work."""

    def __init__(self, poort: int, koekje: str, *, gezinnen: bool, zaad: int) -> None:
        self.poort, self.koekje, self.gezinnen = poort, koekje, gezinnen
        self.rng = Random(zaad)  # which pages, the same each time

    def work(self, uitslag: Uitslag, *, tot: float, denktijd: float) -> None:
        """Until the clock says `tot`."""
        self._think(denktijd * self.rng.random(), tot)
        while time.monotonic() < tot:
            for _stap in self._round(uitslag):
                self._think(denktijd * self.rng.uniform(0.5, 1.5), tot)
                if time.monotonic() >= tot:
                    return

    def _round(self, uitslag: Uitslag):
        """Worklist, case, step, family, the closing of the step, a search."""
        lijst = self._ask(uitslag, "werklijst", "/werk/")
        yield
        if casussen := CASUS.findall(lijst):
            casus = self._ask(uitslag, "casus", f"/werk/casus/{self.rng.choice(casussen)}/")
            yield
            if gezin := GEZIN.search(casus):
                self._ask(uitslag, "gezin", f"/werk/gezin/{gezin[1]}/")
                yield
        if stappen := STAP.findall(lijst):
            nummer = self.rng.choice(stappen)
            stap = self._ask(uitslag, "stap", f"/werk/stap/{nummer}/")
            yield
            if uitkomst := SLUITBAAR.search(stap):
                velden = {"uitkomst": uitkomst[1], "toelichting": "besproken"}
                self._ask(
                    uitslag, "stap afronden", f"/werk/stap/{nummer}/afronden/", velden, van=stap
                )
                yield
        if self.gezinnen:
            lijst = self._ask(uitslag, "gezinnen", "/werk/gezinnen/")
            yield
            zoek = {"zoek": f"Testkind{self.rng.randrange(20011)}"}
            self._ask(uitslag, "zoeken", "/werk/gezinnen/", zoek, van=lijst)
            yield

    def _ask(
        self,
        uitslag: Uitslag,
        pagina: str,
        pad: str,
        velden: dict[str, str] | None = None,
        van: str = "",
    ) -> str:
        """One page; a form goes with the token of the page it stands on. Gives the text."""
        koppen = {"Cookie": self.koekje}
        inhoud = None
        if velden is not None:
            token = TOKEN.search(van)
            inhoud = urlencode({**velden, "csrfmiddlewaretoken": token[1] if token else ""})
            koppen["Content-Type"] = "application/x-www-form-urlencoded"
        begin, status, tekst = time.monotonic(), 0, ""
        lijn = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=120)
        try:
            lijn.request("GET" if inhoud is None else "POST", pad, inhoud, koppen)
            antwoord = lijn.getresponse()
            tekst, status = antwoord.read().decode(), antwoord.status
        except OSError:
            pass
        finally:
            lijn.close()
        uitslag.add(pagina, time.monotonic() - begin, status)
        return tekst if status == 200 else ""

    @staticmethod
    def _think(seconden: float, tot: float) -> None:
        time.sleep(max(0.0, min(seconden, tot - time.monotonic())))


class Kijker(Bezoeker):
    """The same person, who opens the bare page only."""

    def _round(self, uitslag: Uitslag):
        self._ask(uitslag, "kale Django-pagina", "/")
        yield


def visit(bezoekers: list[Bezoeker], *, seconden: float, denktijd: float) -> Uitslag:
    """Let them all work at the same time."""
    uitslag, tot = Uitslag(), time.monotonic() + seconden
    draden = [
        threading.Thread(
            target=bezoeker.work, args=(uitslag,), kwargs={"tot": tot, "denktijd": denktijd}
        )
        for bezoeker in bezoekers
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return uitslag
