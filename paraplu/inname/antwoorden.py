"""The answers to the messages of one delivery: what the check found, and what the tables know."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import pyarrow.compute as pc

from paraplu.afspraken.plaats import tabellen_map
from paraplu.berichten import Bericht, Bevinding
from paraplu.berichten.antwoord import Beantwoord, Oordeel, maak_antwoorden, oordelen_bij
from paraplu.berichten.antwoord.soorten import VRAAGT_ANTWOORD
from paraplu.berichten.antwoord.uitvoer import beschrijf
from paraplu.berichten.bestanden import Bestand, open_stroom
from paraplu.berichten.stroom.kop import lees_kop
from paraplu.inname.inlezen import IDENTITEIT
from paraplu.inname.inrichting import open_kast
from paraplu.inname.kast import Kast
from paraplu.inname.levering import Levering
from paraplu.inname.pseudoniem import Pseudoniemen
from paraplu.inname.sleutels import find_sleutel
from paraplu.monitor.keten import oordelen_over
from paraplu.monitor.opslag import Opslag


def answer_delivery(
    nummer: str, *, op: date, ontvangers: Collection[str] | None = None
) -> Iterator[Beantwoord]:
    """The answer to each message of a delivery that asks for one.

    `ontvangers` are the codes under which somebody receives: only messages to them are answered
    (None: all). `op` is the date of the answers. A rule across messages is judged as known now.
    """
    opslag = Opslag(tabellen_map())
    sleutel = find_sleutel("kind", plaats=tabellen_map(), in_gebruik=True)
    kast = open_kast()
    yield from maak_antwoorden(
        _files(kast, kast.delivery(nummer)),
        _judge(opslag, nummer, Pseudoniemen(sleutel.waarde)),
        dagtekening=op,
        alleen=lambda bericht: (
            bericht.soort in VRAAGT_ANTWOORD
            and (ontvangers is None or _ontvanger(bericht) in ontvangers)
        ),
    )


def pack_answers(antwoorden: Iterable[Beantwoord]) -> bytes:
    """The answers as a zip, with a sheet that says what became of each message."""
    doel, blad = io.BytesIO(), io.StringIO()
    rijen = csv.writer(blad, delimiter=";", lineterminator="\r\n")
    rijen.writerow(("bestand", "bericht", "oordeel", "antwoord", "reden"))
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as zip_:
        gepakt: set[str] = set()
        for een in antwoorden:
            regel = beschrijf(een)
            rijen.writerow(
                (regel.bestand, regel.soort, regel.oordeel, regel.bestandsnaam, regel.reden)
            )
            if regel.bestandsnaam and regel.bestandsnaam not in gepakt:
                gepakt.add(regel.bestandsnaam)
                zip_.writestr(regel.bestandsnaam, een.inhoud)
        zip_.writestr("overzicht.csv", "\ufeff" + blad.getvalue())
    return doel.getvalue()


def count_received(nummer: str, ontvangers: Collection[str]) -> int:
    """How many messages of a delivery that ask for an answer were sent to one of these codes."""
    opslag = Opslag(tabellen_map())
    berichten = opslag.arrow("bericht").select(["bericht", "ontvanger", "soort"])
    aan_ons = pc.field("ontvanger").isin(list(ontvangers))
    vraagt = pc.field("soort").isin(sorted(VRAAGT_ANTWOORD))
    eigen = berichten.filter(aan_ons & vraagt)["bericht"].to_pylist()
    return len(_delivered(opslag, nummer) & set(eigen))


def _files(kast: Kast, levering: Levering) -> Iterator[Bestand | Bevinding]:
    for bewaard in levering.bestanden:
        with kast.open(bewaard.bestand) as bron:
            yield from open_stroom(bron, naam=bewaard.naam)


def _judge(
    opslag: Opslag, nummer: str, pseudoniemen: Pseudoniemen
) -> Callable[[Bericht], Sequence[Oordeel]]:
    """What the tables say of a message; nothing of one that they do not have."""
    geleverd = _delivered(opslag, nummer)
    berichten = opslag.arrow("bericht").select(["bericht", "sleutel"])
    eigen = berichten.filter(pc.field("bericht").isin(sorted(geleverd))).to_pylist()
    per_bericht = oordelen_over(opslag, {rij["bericht"] for rij in eigen})
    per_sleutel: dict[str, list[tuple[int, str, str]]] = {}
    for rij in eigen:
        per_sleutel.setdefault(rij["sleutel"], []).extend(per_bericht[rij["bericht"]])

    def judge(bericht: Bericht) -> Sequence[Oordeel]:
        velden = lees_kop(bericht)
        delen = (str(velden.get(veld) or "") for veld in IDENTITEIT)
        sleutel = pseudoniemen.kenteken("sleutel", *delen)
        return oordelen_bij(bericht, per_sleutel.get(sleutel, ()))

    return judge


def _delivered(opslag: Opslag, nummer: str) -> set[str]:
    aangeleverd = opslag.arrow("aanlevering").filter(pc.field("levering") == nummer)
    return set(aangeleverd["bericht"].to_pylist())


def _ontvanger(bericht: Bericht) -> Any:
    return lees_kop(bericht).get("ontvanger")
