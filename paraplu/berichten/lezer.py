"""Read one message whole: its content, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from paraplu.berichten import codes
from paraplu.berichten.bericht import Bericht, Gelezen
from paraplu.berichten.bevinding import Bevinding, Weigert
from paraplu.berichten.boom import Boom, Onleesbaar, bom_bevinding, lees_boom
from paraplu.berichten.inhoud import keur_geldige_boom
from paraplu.berichten.omslag import Omslag, om_bericht
from paraplu.berichten.plaats import Plaats, meld
from paraplu.berichten.regels.keuring import keur_regels
from paraplu.berichten.regels.toets import heeft_regels, lees_omgeving
from paraplu.berichten.schema import voldoet
from paraplu.berichten.standaard import Element
from paraplu.berichten.structuur import controleer_boom, heeft_attributen

#: OP179: a message of iJW is 25 MB at most.
HOOGSTENS_MB = 25
HOOGSTENS = HOOGSTENS_MB * 1024 * 1024
#: A larger file is not read whole: its tree would take ten times this in memory.
LEESBAAR = 2 * HOOGSTENS
#: More than this in one tree is no message with faults but something else, and costs memory.
HOOGSTENS_BEVINDINGEN = 100_000
TE_VEEL = (
    f"Het bestand heeft meer dan {HOOGSTENS_BEVINDINGEN} fouten. De rest is niet genoemd.",
    "Los de genoemde fouten op en lever het bestand opnieuw aan.",
)
#: Should the careful check ever find nothing where the schema says no.
ALLEEN_SCHEMA = (
    "Het bericht voldoet niet aan het schema van iJW.",
    "Meld deze plek aan de beheerder van Paraplu.",
)


def lees(
    bron: bytes | BinaryIO | Path, *, bestand: str = "", vandaag: date | None = None
) -> Gelezen:
    """The message in `bron` with every finding, in the order of the file.

    `vandaag` is the day that no date of a message may come after (TR135); None leaves that open.
    `bericht` is None when a finding refuses the message. When one refuses a client or a line, the
    content still holds it, as it stands; what the standard does not know is left out.
    """
    boom, bevindingen = keur(lees_bytes(bron), bestand=bestand or naam_van(bron), vandaag=vandaag)
    if boom is None or any(bevinding.weigert == "bericht" for bevinding in bevindingen):
        return Gelezen(None, bevindingen)
    return Gelezen(maak_bericht(boom), bevindingen)


def keur(
    inhoud: bytes, *, bestand: str, vandaag: date | None = None
) -> tuple[Boom | None, tuple[Bevinding, ...]]:
    """The tree of a message, if it can be read at all, and every finding in the file."""
    bevindingen = list(_bevindingen_vooraf(inhoud, bestand))
    boom = None
    if len(inhoud) <= LEESBAAR:
        try:
            boom = lees_boom(inhoud, bestand=bestand)
        except Onleesbaar as fout:
            omslag = om_bericht(BytesIO(inhoud), [fout.bevinding], bestand=bestand)
            if omslag is None:
                bevindingen.append(fout.bevinding)
            else:
                return keur_omslag(omslag, vandaag=vandaag)
        else:
            bevindingen.extend(controleer_bericht(boom, vandaag=vandaag))
    return boom, tuple(sorted(bevindingen, key=lambda bevinding: bevinding.regel))


def keur_omslag(
    omslag: Omslag, *, vandaag: date | None
) -> tuple[Boom | None, tuple[Bevinding, ...]]:
    """The findings on an envelope and on each message in it; the tree only when there is one."""
    bevindingen = list(omslag.bevindingen)
    bomen: list[Boom | None] = []
    for bericht in omslag.berichten:
        boom, gevonden = keur(bericht.inhoud, bestand=bericht.naam, vandaag=vandaag)
        bomen.append(boom)
        bevindingen += gevonden
    return (bomen[0] if len(bomen) == 1 else None), tuple(bevindingen)


def naam_van(bron: bytes | BinaryIO | Path) -> str:
    """The name to report when the caller gave none."""
    return bron.name if isinstance(bron, Path) else ""


def lees_bytes(bron: bytes | BinaryIO | Path) -> bytes:
    """The content, up to just past the size that we read whole."""
    if isinstance(bron, bytes):
        return bron
    if isinstance(bron, Path):
        with bron.open("rb") as bestand:
            return bestand.read(LEESBAAR + 1)
    return bron.read(LEESBAAR + 1)


def controleer_bericht(boom: Boom, *, vandaag: date | None = None) -> Iterator[Bevinding]:
    """The findings on one message: on its structure, and on what stands in it."""
    scheef = Scheef()
    for bevinding in controleer_structuur(boom):
        scheef.tel(bevinding)
        yield bevinding
    if heeft_regels(boom.soort) and not scheef.te_veel:
        inhoud = maak_inhoud(boom.wortel, boom.soort.wortel)
        omgeving = lees_omgeving(inhoud, boom.soort, vandaag=vandaag)
        yield from keur_regels(boom.wortel, boom.bron, inhoud, omgeving, fouten=scheef.paden)


@dataclass
class Scheef:
    """Where the form is not right, so that no rule is asked; `te_veel`: in more places than were told."""

    paden: list[str] = field(default_factory=list)
    te_veel: bool = False

    def tel(self, bevinding: Bevinding) -> None:
        """Add what a finding of the structure check says."""
        if bevinding.code not in codes.INHOUD:
            self.paden.append(bevinding.pad)
        self.te_veel = self.te_veel or bevinding.code == codes.TE_VEEL


def controleer_structuur(boom: Boom, *, eerste_client: int = 1) -> Iterator[Bevinding]:
    """What is wrong with the form. The schema goes first: a message without faults costs little."""
    if voldoet(boom.wortel, boom.soort) and not heeft_attributen(boom.wortel):
        yield from keur_geldige_boom(boom.wortel, boom.bron, eerste_client=eerste_client)
        return
    gevonden = controleer_boom(boom.wortel, boom.bron, eerste_client=eerste_client)
    oordeel = False
    for bevinding in islice(gevonden, HOOGSTENS_BEVINDINGEN):
        oordeel = oordeel or bool(bevinding.weigert and bevinding.code != codes.ELFPROEF)
        yield bevinding
    if next(gevonden, None) is not None:
        yield _meld_bericht(boom, codes.TE_VEEL, *TE_VEEL)
    elif not oordeel:
        yield _meld_bericht(boom, codes.SCHEMA, *ALLEEN_SCHEMA)


def maak_bericht(boom: Boom) -> Bericht:
    """The content of the tree as nested dicts."""
    soort = boom.soort
    return Bericht(soort.naam, soort.release, maak_inhoud(boom.wortel, soort.wortel))


def maak_inhoud(knoop: Any, klasse: Element) -> dict[str, Any]:
    """The content of one class by local names; what the standard does not know is left out."""
    uit: dict[str, Any] = {}
    for kind in knoop:
        naam = kind.tag.rpartition("}")[2]
        element = klasse.per_naam.get(naam)
        if element is None:
            continue
        waarde = (kind.text or "") if element.type is not None else maak_inhoud(kind, element)
        if element.is_lijst:
            uit.setdefault(naam, []).append(waarde)
        else:
            uit.setdefault(naam, waarde)
    return uit


def _meld_bericht(boom: Boom, code: str, tekst: str, remedie: str) -> Bevinding:
    return meld(boom.bron, Plaats(), boom.wortel, code=code, tekst=tekst, remedie=remedie)


def _bevindingen_vooraf(inhoud: bytes, bestand: str) -> Iterator[Bevinding]:
    yield from bom_bevinding(inhoud, bestand=bestand)
    if len(inhoud) > HOOGSTENS:
        yield grootte_bevinding(bestand, weigert="bericht" if len(inhoud) > LEESBAAR else "")


def grootte_bevinding(bestand: str, *, weigert: Weigert = "") -> Bevinding:
    """OP179: the file is larger than iJW allows; by itself that refuses nothing."""
    return Bevinding(
        bestand=bestand,
        regel=0,
        pad="",
        code=codes.BESTAND_GROOTTE,
        tekst=f"Het bestand is groter dan {HOOGSTENS_MB} MB.",
        remedie="Verdeel de gegevens over meer berichten.",
        weigert=weigert,
    )
