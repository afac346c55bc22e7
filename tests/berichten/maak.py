"""Valid messages of any kind, made from the tables of the standard; no child in them exists."""

from __future__ import annotations

import string
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from paraplu.afspraken.gebieden import GEMEENTEN_CBS
from paraplu.berichten import Bericht, elfproef, standaard
from paraplu.berichten.standaard import Berichtsoort, Datatype, Element

#: Only numbers from the range that is set apart for tests, and that pass the elfproef.
BSNS = [bsn for n in range(999900006, 999990000, 7) if elfproef(bsn := str(n))]
GEMEENTEN = sorted(GEMEENTEN_CBS)
TEKENS = string.ascii_letters + string.digits + "éëïöÀỳ€&<>\"'-. ,/😀"
ALLE_SOORTEN = [
    soort
    for release in standaard.releases()
    for soort in standaard.release(release).berichtsoorten.values()
]


def berichten(soorten: Sequence[Berichtsoort] = ALLE_SOORTEN) -> st.SearchStrategy[Bericht]:
    """Valid messages of these kinds, for hypothesis."""
    return st.builds(maak_bericht, st.sampled_from(soorten), st.randoms(use_true_random=True))


def maak_bericht(soort: Berichtsoort, rng: Random, *, hoogstens: int = 3) -> Bericht:
    """A valid message: every optional element comes half the time, what repeats at most so often."""
    return Bericht(soort.naam, soort.release, _klasse(soort.wortel, rng, hoogstens))


def maak_volledig(soort: Berichtsoort, rng: Random) -> Bericht:
    """A valid message in which every element of the standard stands at least once."""
    return Bericht(soort.naam, soort.release, _klasse(soort.wortel, rng, 2, alles=True))


def _klasse(klasse: Element, rng: Random, hoogstens: int, *, alles: bool = False) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for element in klasse.kinderen:
        if element.minimum == 0 and not alles and rng.random() < 0.5:
            continue
        if element.is_lijst:
            aantal = rng.randint(max(1, element.minimum), hoogstens)
            uit[element.naam] = [_een(element, rng, hoogstens, alles) for _ in range(aantal)]
        else:
            uit[element.naam] = _een(element, rng, hoogstens, alles)
    return uit


def _een(element: Element, rng: Random, hoogstens: int, alles: bool) -> Any:
    if element.type is None:
        return _klasse(element, rng, hoogstens, alles=alles)
    return maak_waarde(element.type, rng)


def maak_waarde(datatype: Datatype, rng: Random) -> str:
    """A text that this type allows."""
    if datatype.beperkt is not None:
        return _beperkt(datatype, rng)
    if datatype.codes:
        return rng.choice(datatype.codes)
    if datatype.basis == "datum":
        return (date(1990, 1, 1) + timedelta(days=rng.randrange(20000))).isoformat()
    if datatype.basis == "tijd":
        return f"{rng.randrange(24):02}:{rng.randrange(60):02}:{rng.randrange(60):02}"
    if datatype.basis == "getal":
        laag, hoog = datatype.minimum or 0, datatype.maximum or 0
        return str(rng.choice([laag, hoog, rng.randint(laag, hoog), rng.randint(laag, 99)]))
    return _tekst(datatype, rng)


def _beperkt(datatype: Datatype, rng: Random) -> str:
    if datatype.naam in ("LDT_BerichtCode", "LDT_BerichtVersie", "LDT_BerichtSubversie"):
        return rng.choice((datatype.patroon or "").split("|"))
    if datatype.naam == "LDT_AgbCode":
        return rng.choice(["00000000", f"98{rng.randrange(1, 999999):06}"])
    if datatype.basis == "getal":
        return str(rng.randint(0, datatype.maximum or 0))
    return "".join(rng.choices(string.ascii_letters + string.digits, k=rng.randint(1, 12)))


def _tekst(datatype: Datatype, rng: Random) -> str:
    vast = {
        "LDT_AgbCode": lambda: f"{rng.randrange(10**8):08}",
        "LDT_BtwIDNummer": lambda: f"NL{rng.randrange(10**9):09}B{rng.randrange(100):02}",
        "LDT_BurgerServicenummer": lambda: rng.choice(BSNS),
        "LDT_Gemeente": lambda: rng.choice(GEMEENTEN),
        "LDT_Telefoonnummer": lambda: str(rng.randrange(10**9)),
        "LDT_Versie": lambda: ".".join(str(rng.randrange(30)) for _ in range(3)),
        "LDT_Voorletters": lambda: "".join(rng.choices("ABCéÀỳ", k=rng.randint(1, 6))),
    }
    if datatype.naam in vast:
        return vast[datatype.naam]()
    hoogstens = min(datatype.maximum or 60, rng.choice([3, 12, 200]))
    tekst = "".join(rng.choices(TEKENS, k=rng.randint(1, hoogstens)))
    if datatype.naam == "LDT_Commentaar":
        tekst += rng.choice(["", "\n", "\r\n\t"]) + "."
    return tekst if tekst.strip() else "x" + tekst[1:]
