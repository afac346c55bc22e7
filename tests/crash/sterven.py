"""Kill an intake or a change of keys and look what is left. Run as a script, in a clean process.

A process that has used Delta cannot be forked, so this one only imports; every attempt is a fork
of it. `python -m tests.crash.sterven NAAM MAP` does the scenario NAAM in folder MAP.
"""

from __future__ import annotations

import collections
import contextlib
import importlib
import json
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import deltalake

from paraplu.afspraken.plaats import bestanden_map, sleutels_map, tabellen_map
from paraplu.berichten.stroom import lees_stroom
from paraplu.inname import actions, batch, herbouw, inrichting, wachtkamer
from paraplu.monitor import opslag
from tests.inname.post import bericht, kapot, maak_zip, schrijf_map
from tests.inname.zichtbaar import zichtbaar

GEDOOD = 77
BEURTEN = 4
#: Where an intake writes: the module that calls, and the name under which it calls.
SCHRIJFPUNTEN: tuple[tuple[Any, str], ...] = (
    (opslag, "write_deltalake"),
    (deltalake.DeltaTable, "create"),
    (Path, "replace"),
    (Path, "rename"),
    (Path, "unlink"),
    (os, "fsync"),
    (shutil, "rmtree"),
    (herbouw, "exchange"),
)


class Teller:
    """Counts write points; dies before number `dood`, which is after the one before it."""

    def __init__(self, dood: int | None) -> None:
        self.dood = dood
        self.namen: list[str] = []

    def tel(self, naam: str) -> None:
        if len(self.namen) == self.dood:
            os._exit(GEDOOD)
        self.namen.append(naam)

    def omring(self, bron: Any, naam: str) -> None:
        """Let `bron.naam` count before it does its work."""
        echt = getattr(bron, naam)

        def geteld(*args: Any, **opties: Any) -> Any:
            self.tel(naam)
            return echt(*args, **opties)

        setattr(bron, naam, geteld)


def maak_klein() -> None:
    """Many small batches and a large message, so that there is much to interrupt.

    A receipt only reads; without it an attempt takes half the time.
    """
    actions.receipt_of = lambda *_args, **_opties: None
    batch.HOOGSTENS_BERICHTEN = 2
    batch.DREMPEL = wachtkamer.DREMPEL = 6


def vork(doe: Callable[[], Any], *, dood: int | None = None, na: float | None = None) -> Any:
    """Run `doe` in a fork; None when it was killed, at write point `dood` or `na` seconds."""
    lezen, schrijven = os.pipe()
    kind = os.fork()
    if kind == 0:
        os.close(lezen)
        _in_fork(doe, dood, schrijven)
    os.close(schrijven)
    if na is not None:
        time.sleep(na)
        os.kill(kind, signal.SIGKILL)
    with os.fdopen(lezen) as bron:
        tekst = bron.read()
    status = os.waitpid(kind, 0)[1]
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == GEDOOD:
        return None
    if os.WEXITSTATUS(status):
        raise SystemExit(f"poging mislukt bij punt {dood}:\n{tekst}")
    return json.loads(tekst)


def _in_fork(doe: Callable[[], Any], dood: int | None, schrijven: int) -> None:
    teller = Teller(dood)
    try:
        for bron, naam in SCHRIJFPUNTEN:
            teller.omring(bron, naam)
        uit = doe()
        tekst, status = json.dumps([uit, teller.namen]), 0
    except BaseException:
        tekst, status = traceback.format_exc(), 1
    with os.fdopen(schrijven, "w") as doel:
        doel.write(tekst)
    os._exit(status)


def neem(post: Path) -> None:
    """Take the whole pile as one delivery."""
    actions.neem_in([post], op=date(2023, 5, 31), brenger="Ede")


def nieuwe_modules(post: Path) -> list[str]:
    """What taking the pile and looking at the tables imports."""
    eerst = set(sys.modules)
    neem_en_kijk(post)
    return sorted(set(sys.modules) - eerst)


def maak_kast() -> None:
    """An empty cupboard, with a key."""
    inrichting.open_kast()


def neem_en_kijk(post: Path) -> dict[str, Any]:
    """What is visible, and what is after taking the pile."""
    eerst = zichtbaar(tabellen_map())
    neem(post)
    return {"eerst": eerst, "tabellen": zichtbaar(tabellen_map())}


def maak_post(plaats: Path) -> Path:
    """A pile with a large message, a broken one, a zip and small ones."""
    klein = {f"{soort}.xml": bericht(soort, 1) for soort in ("JW301", "JW305", "JW307")}
    post = {"JW319.xml": bericht("JW319", 1), "meer.zip": maak_zip(klein)}
    post["groot.xml"] = bericht("JW323", 99, hoogstens=6)
    post["kapot.xml"] = kapot(bericht("JW323", 98))
    return schrijf_map(plaats, post)


def lees_alvast(post: Path) -> None:
    """Load once, before any fork, what reading needs: schemas and tables of the standard."""
    for pad in post.glob("*.xml"):
        with pad.open("rb") as bron:
            collections.deque(lees_stroom(bron, bestand=pad.name), maxlen=0)


def kies(namen: list[str], *, iedere: int) -> list[int]:
    """All points around Delta and around changes of name of folders; every so many of the rest."""
    altijd = ("write_deltalake", "exchange", "rmtree")
    return [n for n, naam in enumerate(namen) if naam in altijd or n % iedere == 0]


def eis_gelijk(een: dict[str, Any], twee: dict[str, Any], waar: str) -> None:
    """The same visible tables."""
    tabellen = [t for t, rijen in een["tabellen"].items() if rijen != twee["tabellen"][t]]
    eis(not tabellen, f"{waar}: na opnieuw innemen zijn anders {tabellen}")


def eis(waar: bool, zin: str) -> None:
    if not waar:
        raise SystemExit(zin)


def eis_deel_van(nu: dict[str, list[str]], heel: dict[str, list[str]], waar: str) -> None:
    """After a kill nothing is visible that does not belong there."""
    for tabel, rijen in nu.items():
        eis(set(rijen) <= set(heel[tabel]), f"{waar}: in {tabel} staat iets dat er niet hoort")
        eis(len(rijen) == len(set(rijen)), f"{waar}: in {tabel} staat iets dubbel")


class Proef:
    """A folder with a pile of post and a `var` to copy, in which keys exist and nothing else."""

    def __init__(self, plaats: Path) -> None:
        self.plaats = plaats
        self.post = maak_post(plaats / "post")
        lees_alvast(self.post)
        self.nummer = 0
        self.begin = self.nieuwe_var()
        vork(maak_kast)
        self._laad_alvast()

    def _laad_alvast(self) -> None:
        """Import what an attempt imports, so that not every fork does it again."""
        self.nieuwe_var(self.begin)
        for naam in vork(lambda: nieuwe_modules(self.post))[0]:
            with contextlib.suppress(ImportError):
                importlib.import_module(naam)
        self.klaar()

    def nieuwe_var(self, van: Path | None = None) -> Path:
        """Go on in a fresh `var`, a copy of `van`."""
        self.nummer += 1
        var = self.plaats / f"var{self.nummer}"
        if van:
            shutil.copytree(van, var)
        os.environ["PARAPLU_VAR"] = str(var)
        return var

    def klaar(self) -> None:
        """Throw away the `var` of this attempt."""
        shutil.rmtree(os.environ["PARAPLU_VAR"], ignore_errors=True)


def kind_sleutel_vast() -> None:
    """One key for pseudonyms in all attempts, so that their tables can be compared."""
    os.environ["PARAPLU_SLEUTEL_KIND"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="


def inname_bij_elk_schrijfpunt(proef: Proef) -> int:
    """Killed before or after any write, then taken again: as if nothing had happened."""
    kind_sleutel_vast()
    proef.nieuwe_var(proef.begin)
    heel, namen = vork(lambda: neem_en_kijk(proef.post))
    punten = kies(namen, iedere=12)
    for punt in punten:
        proef.nieuwe_var(proef.begin)
        eis(vork(lambda: neem(proef.post), dood=punt) is None, f"punt {punt} ging niet dood")
        waar = f"gedood voor {namen[punt]} (punt {punt})"
        weer, _ = vork(lambda: neem_en_kijk(proef.post))
        eis_deel_van(weer["eerst"], heel["tabellen"], waar)
        eis_gelijk(weer, heel, waar)
        proef.klaar()
    return len(punten)


def inname_op_elk_moment(proef: Proef) -> int:
    """SIGKILL at random times, twice, then taken again: as if nothing had happened."""
    kind_sleutel_vast()
    proef.nieuwe_var(proef.begin)
    begin = time.monotonic()
    heel, _ = vork(lambda: neem_en_kijk(proef.post))
    duur = time.monotonic() - begin
    rng = Random(20231)
    for beurt in range(BEURTEN):
        proef.nieuwe_var(proef.begin)
        for _ in range(2):
            vork(lambda: neem(proef.post), na=rng.uniform(0, duur))
        weer, _ = vork(lambda: neem_en_kijk(proef.post))
        eis_deel_van(weer["eerst"], heel["tabellen"], f"beurt {beurt}")
        eis_gelijk(weer, heel, f"beurt {beurt}")
        proef.klaar()
    return BEURTEN


def kijk_en_neem(post: Path) -> dict[str, Any]:
    """Which key the tables have, whose pseudonyms, what is there, and what remains afterwards."""
    kenmerk = (tabellen_map() / "sleutel.kenmerk").read_text().strip()
    regels = opslag.Opslag(tabellen_map())
    alles = zichtbaar(tabellen_map())
    neem(post)
    return {
        "kenmerk": kenmerk,
        "sleutel_is_er": (sleutels_map() / f"kind-{kenmerk}.sleutel").exists(),
        "kinderen": sorted(set(regels.arrow("declaratie")["kind"].to_pylist())),
        "leveringen": alles["levering"] + alles["bestand"],
        "aantallen": {tabel: len(rijen) for tabel, rijen in alles.items()},
        "erna": (tabellen_map() / "sleutel.kenmerk").read_text().strip(),
        "resten": [p.name for p in tabellen_map().parent.iterdir() if ".nieuw" in p.name],
    }


def wissel_bij_elk_schrijfpunt(proef: Proef) -> int:
    """Killed during a change of the key of pseudonyms: all old or all new, and it goes on."""
    oud_var = proef.nieuwe_var(proef.begin)
    vork(lambda: neem(proef.post))
    oud, _ = vork(lambda: kijk_en_neem(proef.post))
    proef.nieuwe_var(oud_var)
    _, namen = vork(herbouw.wissel_kind)
    punten = kies(namen, iedere=30)
    for punt in punten:
        proef.nieuwe_var(oud_var)
        vork(herbouw.wissel_kind, dood=punt)
        nu, _ = vork(lambda: kijk_en_neem(proef.post))
        waar = f"gedood voor {namen[punt]} (punt {punt})"
        eis(nu["sleutel_is_er"], f"{waar}: de sleutel van de tabellen is weg")
        eis(nu["leveringen"] == oud["leveringen"], f"{waar}: de leveringen zijn anders")
        eis(nu["aantallen"] == oud["aantallen"], f"{waar}: er is iets bij of weg")
        zelfde = nu["kenmerk"] == oud["kenmerk"]
        eis((nu["kinderen"] == oud["kinderen"]) == zelfde, f"{waar}: half oud en half nieuw")
        eis(nu["erna"] == nu["kenmerk"], f"{waar}: daarna is de sleutel anders")
        eis(not nu["resten"], f"{waar}: er blijft iets liggen")
        proef.klaar()
    return len(punten)


def inhoud_van_de_kast() -> list[str]:
    """The content of all kept files, as read back."""
    open_kast = inrichting.open_kast()
    return sorted(
        open_kast.open(bewaard.bestand).read().hex()
        for levering in open_kast.deliveries()
        for bewaard in levering.bestanden
    )


def wissel_van_de_kast_bij_elk_schrijfpunt(proef: Proef) -> int:
    """Killed during a change of the key of kept files: every file can still be read."""
    oud_var = proef.nieuwe_var(proef.begin)
    vork(lambda: neem(proef.post))
    oud, _ = vork(inhoud_van_de_kast)
    proef.nieuwe_var(oud_var)
    _, namen = vork(herbouw.wissel_bestand)
    punten = kies(namen, iedere=4)
    for punt in punten:
        proef.nieuwe_var(oud_var)
        vork(herbouw.wissel_bestand, dood=punt)
        waar = f"gedood voor {namen[punt]} (punt {punt})"
        eis(vork(inhoud_van_de_kast)[0] == oud, f"{waar}: de kast is niet meer te lezen")
        vork(lambda: neem(proef.post))
        resten = [p for p in bestanden_map().parent.iterdir() if ".nieuw" in p.name]
        eis(not resten, f"{waar}: er blijft iets liggen")
        proef.klaar()
    return len(punten)


PROEVEN = {
    doe.__name__: doe
    for doe in (
        inname_bij_elk_schrijfpunt,
        inname_op_elk_moment,
        wissel_bij_elk_schrijfpunt,
        wissel_van_de_kast_bij_elk_schrijfpunt,
    )
}

if __name__ == "__main__":
    maak_klein()
    plaats = Path(sys.argv[2])
    print(PROEVEN[sys.argv[1]](Proef(plaats)))
