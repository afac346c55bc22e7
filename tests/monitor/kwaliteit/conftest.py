"""A monitor over worlds with everything in it that a check may find, and its second reading."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa
import pytest

from paraplu.monitor import Monitor
from paraplu.monitor.bladen import Bladen
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from tests.generated.bouwer import Bouwer
from tests.generated.naief.beeld import Beeld
from tests.generated.wereld import maak_wereld
from tests.monitor.kwaliteit.voorbeelden import stuur_alle

WERELDEN = 16
#: Names for some of the AGB codes that occur, so that the others are unknown.
ORGANISATIES = "agb;naam;soort\n60000001;De ene instelling;gi\n70000001;Een aanbieder;aanbieder\n"


@dataclass(frozen=True)
class Kwaliteitswereld:
    """The same messages for both readings."""

    monitor: Monitor
    beeld: Beeld

    @property
    def op(self) -> date:
        """The day of the last delivery."""
        return max(rij["dag"] for rij in self.beeld.tabellen["aanlevering"])


@pytest.fixture(scope="package")
def kwaliteit(tmp_path_factory: pytest.TempPathFactory) -> Kwaliteitswereld:
    """Some generated worlds, spoiled in ways that they are not by themselves."""
    tabellen: dict[str, list[dict]] = {naam: [] for naam in SCHEMAS}
    for zaad in range(WERELDEN):
        for naam, rijen in bederf(maak_wereld(zaad), zaad).items():
            tabellen[naam] += rijen
    for naam, rijen in stuur_alle().items():
        tabellen[naam] += [
            {kolom: rij.get(kolom) for kolom in SCHEMAS[naam].names} for rij in rijen
        ]
    map_ = tmp_path_factory.mktemp("kwaliteit")
    opslag = Opslag(map_)
    opslag.maak()
    opslag.voeg_toe(
        {
            naam: pa.Table.from_pylist(rijen, schema=SCHEMAS[naam])
            for naam, rijen in tabellen.items()
        }
    )
    blad = Bladen(map_)
    blad.importeer("organisaties", ORGANISATIES.encode(), bestand="o.csv", op=date(2022, 1, 1))
    beeld = Beeld(tabellen)
    beeld.soorten_agb = {"60000001": "GI", "70000001": "aanbieder"}
    return Kwaliteitswereld(Monitor(map_), beeld)


def bederf(wereld: dict[str, list[dict]], zaad: int) -> dict[str, list[dict]]:
    """Plant what a world lacks: ages, products, reasons, stops, doubled care, answers on woonplaats."""
    kans = random.Random(1000 + zaad)
    for rij in wereld["toewijzing"]:
        rij["geboortejaar"] = kans.choice((None, 1995, 1999, 2000, 2004, 2005, 2010, 2013, 2026))
    for rij in wereld["stop"]:
        if kans.random() < 0.15:
            rij["reden_beeindiging"] = kans.choice(("99", None))
        if kans.random() < 0.1:
            rij["einddatum"] = rij["begindatum"] - timedelta(days=kans.choice((0, 1, 40)))
    for rij in wereld["declaratie"]:
        if kans.random() < 0.1:
            rij["productcode"] = kans.choice(("45A05", None))
        if kans.random() < 0.1:
            rij["einddatum"] += timedelta(days=kans.choice((31, 70)))
    _verwijs(wereld, zaad, kans)
    return wereld


def _verwijs(wereld: dict[str, list[dict]], zaad: int, kans: random.Random) -> None:
    """A 319 that names another gemeente, for some children with an allocation."""
    bouwer = Bouwer(50_000 + zaad)
    bouwer.tabellen = wereld
    for rij in list(wereld["toewijzing"]):
        if kans.random() < 0.2:
            dag = rij["ingangsdatum"] + timedelta(days=kans.choice((-1, 0, 60)))
            plaats = {naam: rij[naam] for naam in ("gemeente", "aanbieder")}
            kop = bouwer.bericht("JW319", dagtekening=dag, **plaats)
            bouwer.regel(
                "antwoord", kop, rij["kind"], referentie_aanbieder="x", verzoek_antwoord="1",
                reden_afwijzing="8", woonplaats_gemeente=kans.choice(("0202", "0344", None)),
            )  # fmt: skip
    for kop in wereld["bericht"]:
        if kop["gemeente"] == "0014" and zaad % 4 == 0:
            _verplaats(wereld, kop)


def _verplaats(wereld: dict[str, list[dict]], kop: dict) -> None:
    """Give a message and its lines a gemeente that does not exist."""
    kop["gemeente"] = "9999"
    for tabel in ("toewijzing", "start", "stop", "declaratie", "declaratieantwoord", "verzoek",
                  "antwoord", "retour"):  # fmt: skip
        for rij in wereld[tabel]:
            if rij["bericht"] == kop["bericht"]:
                rij["gemeente"] = "9999"
