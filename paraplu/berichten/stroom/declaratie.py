"""Read a declaration or its answer client by client, whatever its size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import quoteattr

from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.boom import Boom, Onleesbaar, lees_boom
from paraplu.berichten.lezer import Scheef, controleer_structuur, maak_inhoud
from paraplu.berichten.plaats import Bron
from paraplu.berichten.regelnummers import Regelnummers
from paraplu.berichten.regels.keuring import keur_regels
from paraplu.berichten.regels.toets import Omgeving, heeft_regels, lees_omgeving
from paraplu.berichten.standaard import Berichtsoort, Element
from paraplu.berichten.stroom.delen import Deel, Kop, Slot
from paraplu.berichten.stroom.digest import Inhoud
from paraplu.berichten.stroom.geheugen import Stroomgeheugen
from paraplu.berichten.stroom.indeling import indeling
from paraplu.berichten.stroom.knippen import GROOTST, Aanhef, Knipper
from paraplu.berichten.stroom.rijen import (
    Boomlezer,
    Stand,
    bladeren,
    kinderen,
    lees_slot,
    lees_velden,
)
from paraplu.berichten.stroom.snel import Kolommen, Snellezer, snelle_lezer
from paraplu.berichten.stroom.zeef import is_verdacht, zeven

Stuk = Kop | Deel | Bevinding | Slot

#: Faults of the message remembered so as not to say them twice: enough, and bounded.
ONTHOUDEN = 1000


class Declaratielezer:
    """One message in pieces. What stands around the clients (the `romp`) is judged at the end."""

    def __init__(
        self,
        knipper: Knipper,
        aanhef: Aanhef,
        soort: Berichtsoort,
        *,
        bestand: str,
        vandaag: date | None,
    ) -> None:
        self._knipper = knipper
        self._aanhef = aanhef
        self._soort = soort
        self._bestand = bestand
        self._vandaag = vandaag
        self._indeling = indeling(soort.naam, soort.release)
        self._stand = Stand()
        self._inhoud = Inhoud(soort)
        #: The lines of the elements around the clients.
        self._om: list[int] = []
        #: Faults of the message that every piece would repeat.
        self._gemeld: set[Bevinding] = set()
        #: What the rules know of the message; None when it is not held to any.
        self._omgeving: Omgeving | None = None
        #: Whether a client has a fault in its structure, so that the classes around it have too.
        self._scheef_binnen = False

    def lees(self) -> Iterator[Stuk]:
        """Everything in the message, in the order of the file; the findings of the romp last."""
        kop = self._knipper.neem(self._aanhef.lengte)
        boom = lees_boom(kop + self._aanhef.na, bestand=self._bestand)
        begin = boom.wortel
        self._om = [
            boom.bron.regel_van(element)
            for element in _om_de_clienten(begin, self._indeling.stroom)
        ]
        vast = bladeren(begin)
        yield Kop(
            soort=self._soort.naam,
            release=self._soort.release,
            velden=lees_velden(self._indeling.kop, vast),
        )
        self._omgeving = self._lees_omgeving(begin)
        yield from self._lees_clienten(begin, vast)
        yield from self._lees_romp(kop)

    def _lees_omgeving(self, begin: Any) -> Omgeving | None:
        """What stands before the clients, for the rules; of a class that stands twice the first counts."""
        if not heeft_regels(self._soort) or not _is_eerste(begin, self._indeling.stroom):
            return None
        return lees_omgeving(
            maak_inhoud(begin, self._soort.wortel),
            self._soort,
            vandaag=self._vandaag,
            geheugen=Stroomgeheugen(),
        )

    def _lees_clienten(self, begin: Any, vast: dict[str, list[str]]) -> Iterator[Stuk]:
        voor, na = _omlijsting(begin, self._indeling.stroom)
        lezer = Boomlezer(self._indeling, vast, self._bestand)
        snel = self._zoek_snelle_lezer(begin)
        while True:
            # What the fast way could not read as a whole, it gets once more in small pieces.
            mislukt = 0
            if snel:
                lengte = self._knipper.snelle_lengte(snel.grammatica.clienteinde)
                deel = self._lees_snel(snel, lengte, vast) if lengte else None
                if deel is not None:
                    yield deel
                    continue
                mislukt = lengte
            while lengte := self._knipper.precieze_lengte():
                mislukt -= lengte
                deel = self._lees_snel(snel, lengte, vast) if snel else None
                if deel is not None:
                    yield deel
                else:
                    eerder = self._knipper.regel - 1
                    tekst = voor + self._knipper.neem(lengte) + na
                    yield from self._lees_boom(self._ontleed(tekst, eerder), lezer)
                if snel and mislukt <= 0:
                    break
            if not lengte:
                return

    def _zoek_snelle_lezer(self, begin: Any) -> Snellezer | None:
        """The fast reader for the prefixes of this file; None when it has to be read with care."""
        element = kinderen(begin, self._indeling.stroom)[-1]
        prefixen = {uri: prefix for prefix, uri in element.nsmap.items()}
        if self._soort.basisnamespace not in prefixen or not element.tag.startswith(
            f"{{{self._soort.namespace}}}"
        ):
            return None
        eigen, basis = element.prefix, prefixen[self._soort.basisnamespace]
        return snelle_lezer(self._soort, f"{eigen}:" if eigen else "", f"{basis}:" if basis else "")

    def _lees_snel(self, snel: Snellezer, lengte: int, vast: dict[str, list[str]]) -> Deel | None:
        knipper, stand = self._knipper, self._stand
        gelezen = snel.lees(
            knipper.rest,
            lengte,
            volgnummer=stand.volgnummer,
            regel=knipper.regel,
            vast=vast,
            is_verdacht=self._is_verdacht,
        )
        if gelezen is None:
            return None
        knipper.laat(lengte, regel=gelezen.regel)
        stand.client += gelezen.clienten
        stand.volgnummer += gelezen.deel.aantal
        self._inhoud.stroomtekst(gelezen.inhoud)
        return gelezen.deel

    def _is_verdacht(self, stuk: Kolommen) -> bool:
        if self._omgeving is None:
            return False
        return is_verdacht(stuk, zeven(self._soort, self._indeling.client), self._omgeving)

    def _ontleed(self, tekst: bytes, eerder: int) -> Boom:
        """The tree of one piece, with `eerder` lines before it in the file."""
        try:
            wortel = lees_boom(tekst, bestand=self._bestand).wortel
        except Onleesbaar as fout:
            bevinding = replace(fout.bevinding, regel=fout.bevinding.regel + eerder)
            raise Onleesbaar(bevinding) from None
        regelnummers = Regelnummers(tekst, wortel, plus=eerder)
        # The elements around the clients stand in the file where they stood at first.
        om = dict(zip(_om_de_clienten(wortel, self._indeling.stroom), self._om, strict=True))

        def regel_van(knoop: Any) -> int:
            return om[knoop] if knoop in om else regelnummers(knoop)

        soort = _alleen_clienten(self._soort, self._indeling.stroom)
        return Boom(wortel, Bron(bestand=self._bestand, soort=soort, regel_van=regel_van))

    def _lees_boom(self, boom: Boom, lezer: Boomlezer) -> Iterator[Stuk]:
        eerste = self._stand.client + 1
        scheef = Scheef()
        for bevinding in controleer_structuur(boom, eerste_client=eerste):
            scheef.tel(bevinding)
            yield from self._meld(bevinding)
        self._scheef_binnen = self._scheef_binnen or bool(scheef.paden)
        yield from self._keur(boom, scheef, binnen=self._indeling.client, eerste_client=eerste)
        yield from lezer.lees(boom.wortel, self._stand, boom.bron.regel_van)
        for element in kinderen(boom.wortel, self._indeling.stroom):
            self._inhoud.stroom(element)
        yield from self._stand.delen()

    def _keur(
        self, boom: Boom, scheef: Scheef, *, binnen: tuple[str, ...] = (), eerste_client: int = 1
    ) -> Iterator[Bevinding]:
        """Hold a piece, or the romp, to the rules."""
        if self._omgeving is None or scheef.te_veel:
            return
        yield from keur_regels(
            boom.wortel,
            boom.bron,
            maak_inhoud(boom.wortel, boom.soort.wortel),
            self._omgeving,
            fouten=scheef.paden,
            binnen=binnen,
            eerste_client=eerste_client,
        )

    def _meld(self, bevinding: Bevinding) -> Iterator[Bevinding]:
        self._stand.geweigerd.tel(bevinding)
        if bevinding.weigert == "bericht":
            if bevinding in self._gemeld:
                return
            if len(self._gemeld) < ONTHOUDEN:
                self._gemeld.add(bevinding)
        yield bevinding

    def _lees_romp(self, kop: bytes) -> Iterator[Stuk]:
        """Judge the message without its clients, and close."""
        regels_kop, eerder = kop.count(b"\n") + 1, self._knipper.regel
        self._knipper.lees_alles(GROOTST)
        tekst = kop + b"\n" + self._knipper.neem(len(self._knipper.rest))

        def in_bestand(regel: int) -> int:
            return regel if regel <= regels_kop else regel - regels_kop - 1 + eerder

        try:
            boom = lees_boom(tekst, bestand=self._bestand)
        except Onleesbaar as fout:
            bevinding = replace(fout.bevinding, regel=in_bestand(fout.bevinding.regel))
            raise Onleesbaar(bevinding) from None
        soort = _zonder_clienten(self._soort, self._indeling.stroom)
        bron = Bron(
            bestand=self._bestand,
            soort=soort if self._stand.client else self._soort,
            regel_van=lambda knoop: in_bestand(boom.bron.regel_van(knoop)),
        )
        romp = Boom(boom.wortel, bron)
        scheef = Scheef(["/".join(self._indeling.client)] if self._scheef_binnen else [])
        for bevinding in controleer_structuur(romp):
            scheef.tel(bevinding)
            yield from self._meld(bevinding)
        yield from self._keur(romp, scheef)
        zonder = kinderen(boom.wortel, self._indeling.stroom)[:1]
        self._inhoud.rest(boom.wortel, zonder=zonder)
        yield Slot(
            velden=lees_slot(self._indeling, bladeren(boom.wortel)),
            inhoud=self._inhoud.digest(),
            regels=self._stand.regels,
            regels_geweigerd=self._stand.regels_geweigerd,
            geweigerd=self._stand.geweigerd.bericht,
        )


def _omlijsting(wortel: Any, stroom: tuple[str, ...]) -> tuple[bytes, bytes]:
    """The elements around the clients with their namespaces only, on one line; and their ends."""
    voor, na = "", ""
    for element in _om_de_clienten(wortel, stroom):
        naam = element.tag.rpartition("}")[2]
        naam = f"{element.prefix}:{naam}" if element.prefix else naam
        namespaces = "".join(
            f" xmlns{':' + prefix if prefix else ''}={quoteattr(uri)}"
            for prefix, uri in element.nsmap.items()
            if prefix != "xml"
        )
        voor, na = f"{voor}<{naam}{namespaces}>", f"</{naam}>{na}"
    return voor.encode(), na.encode()


def _is_eerste(wortel: Any, stroom: tuple[str, ...]) -> bool:
    """Whether the clients stand in the first class of each name on the way to them."""
    return all(len(kinderen(wortel, stroom[:diepte])) == 1 for diepte in range(1, len(stroom) + 1))


def _om_de_clienten(wortel: Any, stroom: tuple[str, ...]) -> list[Any]:
    """The elements from the root to the one that the clients stand in."""
    elementen = [wortel]
    for stap in stroom:
        # The open element is always the last: what stood before it was closed.
        elementen.append(kinderen(elementen[-1], (stap,))[-1])
    return elementen


@cache
def _alleen_clienten(soort: Berichtsoort, stroom: tuple[str, ...]) -> Berichtsoort:
    """The kind of message with nothing but its clients: what a piece has to be."""
    wortel = _vervang(soort.wortel, (*stroom, "Client"), alleen=True)
    return replace(soort, wortel=wortel)


@cache
def _zonder_clienten(soort: Berichtsoort, stroom: tuple[str, ...]) -> Berichtsoort:
    """The kind of message whose clients may be absent: what is left when they were cut out."""
    return replace(soort, wortel=_vervang(soort.wortel, (*stroom, "Client"), alleen=False))


def _vervang(element: Element, pad: tuple[str, ...], *, alleen: bool) -> Element:
    """`element` with the last of `pad` optional, and (`alleen`) without what is beside the path."""
    if not pad:
        return replace(element, minimum=0)
    kinderen_ = tuple(
        _vervang(kind, pad[1:], alleen=alleen) if kind.naam == pad[0] else kind
        for kind in element.kinderen
        if not alleen or kind.naam == pad[0]
    )
    return replace(element, kinderen=kinderen_)
