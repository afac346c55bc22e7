"""Read one message along each of the ways the reader has, to compare what they give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from random import Random
from typing import Any
from unittest.mock import patch

from paraplu.berichten import Bevinding
from paraplu.berichten.stroom import Deel, Kop, Slot, declaratie, knippen, lees_stroom, lezen

WEGEN = (
    "klein",
    "snel",
    "zorgvuldig",
    "geheel",
    "kleine blokken",
    "kleine blokken, zorgvuldig",
)


@dataclass
class Lezing:
    """All that the reader gave of one message."""

    kop: Kop | None
    rijen: dict[str, list[dict[str, Any]]]
    bevindingen: list[Bevinding]
    slot: Slot


@contextmanager
def _weg(weg: str) -> Iterator[None]:
    with (
        patch.object(declaratie, "snelle_lezer", declaratie.snelle_lezer) as _,
        patch.object(lezen, "zoek_aanhef", lezen.zoek_aanhef) as _,
        patch.object(lezen, "kleine_lezer", lezen.kleine_lezer) as _,
    ):
        lezen._zoek_kleine_lezer.cache_clear()
        if weg != "klein":
            lezen.kleine_lezer = lambda *_: None
        if "zorgvuldig" in weg:
            declaratie.snelle_lezer = lambda *_: None
        if weg == "geheel":
            lezen.zoek_aanhef = lambda *_: None
        if "kleine blokken" in weg:
            with patch.object(knippen, "BLOK", 2500), patch.object(knippen, "KLEIN", 300):
                yield
        else:
            yield


def lees(inhoud: bytes, weg: str = "klein", *, vandaag: date | None = None) -> Lezing:
    """Read along this way; the order of Kop, Delen and Slot is checked on the way."""
    with _weg(weg):
        stukken = list(lees_stroom(BytesIO(inhoud), bestand="proef.xml", vandaag=vandaag))
    koppen = [stuk for stuk in stukken if isinstance(stuk, Kop)]
    assert len(koppen) <= 1
    assert [isinstance(stuk, Slot) for stuk in stukken].index(True) == len(stukken) - 1
    rijen: dict[str, list[dict[str, Any]]] = {}
    for stuk in stukken:
        if isinstance(stuk, Deel):
            assert stuk.regels.num_rows
            rijen.setdefault(stuk.tabel, []).extend(stuk.regels.to_pylist())
    return Lezing(
        kop=koppen[0] if koppen else None,
        rijen=rijen,
        bevindingen=[stuk for stuk in stukken if isinstance(stuk, Bevinding)],
        slot=stukken[-1],
    )


def vermom(inhoud: bytes, rng: Random) -> bytes:
    """The same message, written in other ways that mean the same."""
    for maskering in rng.sample(VERMOMMINGEN, rng.randint(0, 3)):
        inhoud = maskering(inhoud, rng)
    return inhoud


def _andere_prefix(inhoud: bytes, rng: Random) -> bytes:
    prefix = re.search(rb"<([a-z0-9]+):Bericht", inhoud)
    if prefix is None:
        return inhoud
    oud, nieuw = prefix[1], rng.choice([b"ns14", b"x", b"jw"])
    return (
        inhoud.replace(b"<" + oud + b":", b"<" + nieuw + b":")
        .replace(b"</" + oud + b":", b"</" + nieuw + b":")
        .replace(b"xmlns:" + oud + b"=", b"xmlns:" + nieuw + b"=")
    )


def _ander_wit(inhoud: bytes, rng: Random) -> bytes:
    wit = rng.choice([b"", b"\n", b"\r\n\t", b"  ", b"\n\n\n"])
    kop, _, rest = inhoud.partition(b"?>")
    return kop + b"?>" + re.sub(rb">\s+<", b">" + wit + b"<", rest)


def _commentaar(inhoud: bytes, rng: Random) -> bytes:
    zin = rng.choice([b"<!-- -->", b"<!-- </jw323:Client> <jw323:Client> -->", b"<?een pi?>"])
    plekken = [m.end() for m in re.finditer(rb"</[A-Za-z0-9]+:[A-Z][A-Za-z]*>", inhoud)][:-1]
    if not plekken:
        return inhoud
    plek = rng.choice(plekken)
    return inhoud[:plek] + zin + inhoud[plek:]


def _cdata(inhoud: bytes, rng: Random) -> bytes:
    bladeren = list(re.finditer(rb">([A-Za-z0-9-]+)<", inhoud))
    if not bladeren:
        return inhoud
    blad = rng.choice(bladeren)
    return inhoud[: blad.start(1)] + b"<![CDATA[" + blad[1] + b"]]>" + inhoud[blad.end(1) :]


def _entiteit(inhoud: bytes, rng: Random) -> bytes:
    bladeren = list(re.finditer(rb">([A-Za-z0-9])([A-Za-z0-9-]*)<", inhoud))
    if not bladeren:
        return inhoud
    blad = rng.choice(bladeren)
    teken = b"&#%d;" % blad[1][0]
    return inhoud[: blad.start(1)] + teken + inhoud[blad.end(1) :]


def _spatie_in_tag(inhoud: bytes, rng: Random) -> bytes:
    tags = list(re.finditer(rb"</?[A-Za-z0-9]+:[A-Z][A-Za-z]*(>)", inhoud))
    if not tags:
        return inhoud
    tag = rng.choice(tags)
    return inhoud[: tag.start(1)] + rng.choice([b" ", b"\n"]) + inhoud[tag.start(1) :]


VERMOMMINGEN = [_andere_prefix, _ander_wit, _commentaar, _cdata, _entiteit, _spatie_in_tag]
