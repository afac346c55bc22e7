"""Write a world as deliveries: a zip per month, sheets, known answers, and what the world is."""

from __future__ import annotations

import json
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from paraplu.demo import bladen, gebreken
from paraplu.demo.berichten import Schrijver
from paraplu.demo.vergelijking import als_gegevens, vergelijk
from paraplu.demo.wereld.dagen import naam
from paraplu.demo.wereld.post import Stuk
from paraplu.demo.wereld.wereld import Wereld

#: One time for all members of a zip, so that the same world gives the same bytes.
TIJD = (2020, 1, 1, 0, 0, 0)
LEVERINGEN = "leveringen"
#: More files than this go in a second zip of the same day.
PER_ZIP = 20_000


def laatste_maand(wereld: Wereld) -> int:
    """The last month that is delivered: the one after the last that was lived."""
    return wereld.instelling.laatste_jaar * 12 + 12


def laatste_dag_bekend(wereld: Wereld) -> date:
    """The day of the last delivery: what is known then is what the known answers say."""
    return gebreken.dag_van_levering(laatste_maand(wereld))


def per_maand(wereld: Wereld) -> dict[int, list[Stuk]]:
    """The post by delivery, in the order of its days; what is sent later is left out."""
    eerste, laatste = wereld.instelling.eerste_jaar * 12, laatste_maand(wereld)
    maanden: dict[int, list[Stuk]] = defaultdict(list)
    for stuk in wereld.post:
        maand = gebreken.maand_van_levering(stuk, eerste)
        if maand <= laatste:
            maanden[maand].append(stuk)
    return {maand: sorted(maanden[maand], key=lambda s: s.dag) for maand in sorted(maanden)}


def schrijf_wereld(
    wereld: Wereld, map_: Path, meld: Callable[[str], None] = lambda _: None
) -> Counter[str]:
    """Write all of it under `map_`; gives how many messages of each kind."""
    gebreken.laat_weg(wereld)
    gebreken.keur_goed(wereld)
    schrijver = Schrijver(wereld)
    telling: Counter[str] = Counter()
    (map_ / LEVERINGEN).mkdir(parents=True, exist_ok=True)
    vorige: list[Stuk] = []
    for maand, stukken in per_maand(wereld).items():
        telling.update(f"JW{stuk.soort} {schrijver.release(stuk)}" for stuk in stukken)
        bestanden = gebreken.bestanden_van(schrijver, maand, stukken, vorige)
        _zip(map_ / LEVERINGEN, naam(maand), bestanden)
        vorige = stukken
        meld(naam(maand))
    bladen.schrijf_bladen(wereld, map_ / "bladen")
    _json(map_ / "wereld.json", _beschrijf(wereld, telling))
    return telling


def _zip(map_: Path, stam: str, bestanden: Iterable[gebreken.Bestand]) -> None:
    """One zip, or more with -2, -3 … when there are very many files."""
    archief: zipfile.ZipFile | None = None
    for nummer, bestand in enumerate(bestanden):
        if nummer % PER_ZIP == 0:
            if archief:
                archief.close()
            deel = nummer // PER_ZIP
            naam_zip = f"{stam}-{deel + 1}.zip" if deel else f"{stam}.zip"
            archief = zipfile.ZipFile(map_ / naam_zip, "w")
        assert archief is not None
        kop = zipfile.ZipInfo(bestand.naam, TIJD)
        kop.compress_type = zipfile.ZIP_DEFLATED
        kop.external_attr = 0o644 << 16
        archief.writestr(kop, bestand.inhoud, compresslevel=1)
    if archief:
        archief.close()


def _beschrijf(wereld: Wereld, telling: Counter[str]) -> dict[str, object]:
    """What was made, in numbers only."""
    return {
        "instelling": asdict(wereld.instelling),
        "kinderen": len(wereld.kinderen),
        "toewijzingen": len(wereld.toewijzingen),
        "declaratieregels": sum(len(t.regels) for t in wereld.toewijzingen),
        "berichten": dict(sorted(telling.items())),
        "leveringen": {
            naam(maand): gebreken.dag_van_levering(maand).isoformat() for maand in per_maand(wereld)
        },
        "ijking": als_gegevens(vergelijk(wereld)),
        "verzonnen": "Alle kinderen, namen, adressen, AGB-codes, tarieven en budgetplafonds.",
    }


def _json(pad: Path, inhoud: object) -> None:
    pad.write_text(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
