"""Read one message of any size: the header, the lines in pieces, what is wrong, the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, BinaryIO

from lxml import etree

from paraplu.berichten.bestanden import GEEN_ZIP
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.boom import (
    Boom,
    Onleesbaar,
    bom_bevinding,
    herken_wortel,
    keur_begin,
    lees_boom,
    maak_parser,
)
from paraplu.berichten.lezer import (
    HOOGSTENS,
    LEESBAAR,
    controleer_bericht,
    grootte_bevinding,
)
from paraplu.berichten.stroom.declaratie import Declaratielezer
from paraplu.berichten.stroom.delen import Deel, Kop, Slot
from paraplu.berichten.stroom.digest import Inhoud
from paraplu.berichten.stroom.indeling import indeling
from paraplu.berichten.stroom.klein import Kleinlezer, kleine_lezer
from paraplu.berichten.stroom.knippen import (
    Beschadigd,
    Knipper,
    Opening,
    TeGroot,
    zoek_aanhef,
    zoek_wortel,
)
from paraplu.berichten.stroom.rijen import (
    Boomlezer,
    Stand,
    bladeren,
    kinderen,
    lees_slot,
    lees_velden,
)

Stuk = Kop | Deel | Bevinding | Slot


def lees_stroom(bron: BinaryIO, *, bestand: str, vandaag: date | None = None) -> Iterator[Stuk]:
    """The lines of one message as record batches, with every finding, in constant memory.

    `vandaag` is the day that no date of a message may come after (TR135); None leaves that open.

    One file is one message. First a Kop (unless the file is no message), then Delen and
    Bevindingen, last always one Slot. A declaration of any size is read in pieces; another kind of
    message is read whole and may be LEESBAAR bytes.
    """
    knipper = Knipper(bron)
    try:
        knipper.begin_te_lezen()
        yield from bom_bevinding(knipper.begin, bestand=bestand)
        for stuk in _lees(knipper, bestand, vandaag):
            if isinstance(stuk, Slot):
                yield from _grootte(knipper, bestand)
            yield stuk
    except Onleesbaar as fout:
        yield fout.bevinding
        yield from _grootte(knipper, bestand)
        yield GEWEIGERD
    except TeGroot:
        yield grootte_bevinding(bestand, weigert="bericht")
        yield GEWEIGERD
    except Beschadigd:
        yield _beschadigd(bestand)
        yield GEWEIGERD


def _beschadigd(bestand: str) -> Bevinding:
    return Bevinding(
        bestand=bestand,
        regel=0,
        pad="",
        code=GEEN_ZIP,
        tekst="Dit bestand zit in een beschadigde zip en is niet helemaal te lezen.",
        remedie="Maak de zip opnieuw en lever hem aan.",
        weigert="bericht",
    )


def _grootte(knipper: Knipper, bestand: str) -> Iterator[Bevinding]:
    if knipper.gelezen > HOOGSTENS:
        yield grootte_bevinding(bestand)


def _lees(knipper: Knipper, bestand: str, vandaag: date | None) -> Iterator[Stuk]:
    klein = _lees_klein(knipper, vandaag)
    if klein is not None:
        yield from klein
        return
    keur_begin(knipper.rest, bestand=bestand)
    gevonden = zoek_wortel(knipper.rest)
    wortel = _ontleed_wortel(gevonden[0]) if gevonden else None
    if wortel is not None:
        soort = herken_wortel(wortel.tag, bestand=bestand)
        stroom = indeling(soort.naam, soort.release).stroom
        aanhef = zoek_aanhef(knipper.rest, stroom) if stroom else None
        if aanhef is not None:
            lezer = Declaratielezer(knipper, aanhef, soort, bestand=bestand, vandaag=vandaag)
            yield from lezer.lees()
            return
    knipper.lees_alles(LEESBAAR)
    yield from _lees_geheel(lees_boom(knipper.rest, bestand=bestand), vandaag)


def _lees_klein(knipper: Knipper, vandaag: date | None) -> Iterable[Stuk] | None:
    """A message that was read whole, and was written the ordinary way."""
    if not knipper.op:
        return None
    einde = knipper.rest.find(b">", knipper.rest.find(b"Bericht ", 0, BEGIN)) + 1
    lezer = _zoek_kleine_lezer(knipper.rest[: min(einde, BEGIN)])
    return lezer.lees(knipper.rest, einde, vandaag=vandaag) if lezer else None


#: The start tag of the root ends well before this.
BEGIN = 2000


@lru_cache(maxsize=1000)
def _zoek_kleine_lezer(begin: bytes) -> Kleinlezer | None:
    """The reader of messages that begin like this, to the end of the start tag of the root."""
    gevonden = zoek_wortel(begin) if _VOORAF.match(begin) else None
    if gevonden is None or gevonden[1] != len(begin):
        return None
    try:
        keur_begin(begin, bestand="")
        wortel = etree.fromstring(begin + gevonden[0].sluiting, maak_parser())
        soort = herken_wortel(wortel.tag, bestand="")
    except (Onleesbaar, etree.XMLSyntaxError):
        return None
    prefixen = {uri: f"{prefix}:" if prefix else "" for prefix, uri in wortel.nsmap.items()}
    if wortel.attrib or len(prefixen) < len(wortel.nsmap):
        return None
    eigen, basis = prefixen.get(soort.namespace), prefixen.get(soort.basisnamespace)
    return None if eigen is None or basis is None else kleine_lezer(soort, eigen, basis)


#: The end of a file that could not be read to its end.
GEWEIGERD = Slot(velden={}, inhoud=b"", regels=0, regels_geweigerd=0, geweigerd=True)


#: Before the root element at most the XML declaration: then there is no DOCTYPE and no comment.
_VOORAF = re.compile(
    rb"""(?:<\?xml version=(["'])1\.0\1(?: encoding=(["'])[Uu][Tt][Ff]-8\2)? ?\?>)?"""
    rb"""[ \t\r\n]*<[^?!]"""
)


def _ontleed_wortel(opening: Opening) -> Any:
    """The root element, from its start tag alone; None leaves the verdict to the whole parse."""
    try:
        return etree.fromstring(opening.tekst + opening.sluiting, maak_parser())
    except etree.XMLSyntaxError:
        return None


def _lees_geheel(boom: Boom, vandaag: date | None) -> Iterator[Stuk]:
    """A message as one tree."""
    soort = boom.soort
    verdeling = indeling(soort.naam, soort.release)
    stroom = kinderen(boom.wortel, verdeling.stroom)[:1] if verdeling.stroom else []
    vast = bladeren(boom.wortel, zonder=frozenset({"/".join(verdeling.stroom)}))
    yield Kop(soort=soort.naam, release=soort.release, velden=lees_velden(verdeling.kop, vast))

    stand = Stand()
    for bevinding in controleer_bericht(boom, vandaag=vandaag):
        stand.geweigerd.tel(bevinding)
        yield bevinding
    lezer = Boomlezer(verdeling, vast, boom.bron.bestand)
    yield from lezer.lees(boom.wortel, stand, boom.bron.regel_van)
    yield from stand.delen()

    inhoud = Inhoud(soort)
    for element in stroom:
        inhoud.stroom(element)
    inhoud.rest(boom.wortel, zonder=stroom)
    yield Slot(
        velden=lees_slot(verdeling, vast),
        inhoud=inhoud.digest(),
        regels=stand.regels,
        regels_geweigerd=stand.regels_geweigerd,
        geweigerd=stand.geweigerd.bericht,
    )
