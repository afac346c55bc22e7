"""The careful way: a tree of (part of) a message, judged element by element, becomes rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from paraplu.berichten import codes
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.plaats import REGELKLASSEN, RegelVan
from paraplu.berichten.stroom.delen import Deel, Rij
from paraplu.berichten.stroom.indeling import Indeling, Kolom, Regelsoort

_REGEL = re.compile(rf".*?/(?:{'|'.join(sorted(REGELKLASSEN))})(?:\[\d+\])?(?=/|$)")
_CLIENT = re.compile(r".*?\bClient(?:\[\d+\])?(?=/|$)")


class _GeenWaarde(Exception):
    """A text that the standard allows has no place in a column (a year beyond 9999)."""

    def __init__(self, kolom: Kolom) -> None:
        super().__init__(kolom.naam)
        self.kolom = kolom


def lokaal(element: Any) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def kinderen(element: Any, stappen: Iterable[str]) -> list[Any]:
    """The elements at this path below `element`, in the order of the file."""
    elementen = [element]
    for stap in stappen:
        elementen = [kind for ouder in elementen for kind in ouder if lokaal(kind) == stap]
    return elementen


def bladeren(element: Any, *, zonder: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """The texts of all leaves below `element` by path, leaving out what is below the paths `zonder`."""
    gevonden: dict[str, list[str]] = {}
    _verzamel(element, "", gevonden, zonder)
    return gevonden


def _verzamel(
    element: Any, boven: str, gevonden: dict[str, list[str]], zonder: frozenset[str]
) -> None:
    for kind in element:
        pad = boven + lokaal(kind)
        if pad in zonder:
            continue
        if len(kind):
            _verzamel(kind, pad + "/", gevonden, zonder)
        else:
            gevonden.setdefault(pad, []).append(kind.text or "")


@dataclass
class Geweigerd:
    """What findings cost: the message, clients or single lines, by the paths of these."""

    bericht: bool = False
    clienten: set[str] = field(default_factory=set)
    regels: set[str] = field(default_factory=set)

    def tel(self, bevinding: Bevinding) -> None:
        """Add what this finding refuses."""
        if bevinding.weigert == "bericht":
            self.bericht = True
        elif bevinding.weigert == "client":
            self.clienten.add(_kop_van(_CLIENT, bevinding.pad))
        elif bevinding.weigert == "regel":
            self.regels.add(_kop_van(_REGEL, bevinding.pad))


def _kop_van(patroon: re.Pattern[str], pad: str) -> str:
    gevonden = patroon.match(pad)
    return gevonden.group() if gevonden else pad


@dataclass
class Stand:
    """How far the reader is in the message, and what it has of the piece at hand.

    `client` and `volgnummer` count over the whole message, `regels_geweigerd` too; `rijen` has the
    accepted lines of this piece per table.
    """

    geweigerd: Geweigerd = field(default_factory=Geweigerd)
    client: int = 0
    volgnummer: int = 0
    regels_geweigerd: int = 0
    rijen: dict[str, list[Rij]] = field(default_factory=dict)

    @property
    def regels(self) -> int:
        """The lines given."""
        return self.volgnummer - self.regels_geweigerd

    def delen(self) -> Iterator[Deel]:
        """The lines of this piece ; then they are gone."""
        for tabel, rijen in self.rijen.items():
            yield Deel(tabel=tabel, rijen=rijen)
        self.rijen = {}
        self.geweigerd.clienten.clear()
        self.geweigerd.regels.clear()


class Boomlezer:
    """Turns the clients in a tree into rows, and says which values have no place in a column."""

    def __init__(self, indeling: Indeling, vast: dict[str, list[str]], bestand: str) -> None:
        self.indeling = indeling
        self.vast = vast
        self.bestand = bestand
        self._zonder = frozenset(
            "/".join(soort.stappen[:-1]) for soort in indeling.regels if len(soort.stappen) > 1
        )

    def lees(self, wortel: Any, stand: Stand, regel_van: RegelVan) -> Iterator[Bevinding]:
        """Add the lines below `wortel` that nothing refuses to `stand`."""
        boven, laatste = self.indeling.client[:-1], self.indeling.client[-1:]
        for ouder in kinderen(wortel, boven):
            for client in kinderen(ouder, laatste):
                stand.client += 1
                pad = "/".join((*boven, *laatste))
                if self.indeling.stroom or stand.client > 1:
                    pad = f"{pad}[{stand.client}]"
                yield from self._lees_client(client, pad, stand, regel_van)

    def _lees_client(
        self, client: Any, pad: str, stand: Stand, regel_van: RegelVan
    ) -> Iterator[Bevinding]:
        eigen = bladeren(client, zonder=self._zonder) if self.indeling.client else {}
        for soort in self.indeling.regels:
            for nummer, element in enumerate(kinderen(client, soort.stappen), 1):
                plek = "/".join(deel for deel in (pad, *soort.stappen) if deel)
                regelpad = f"{plek}[{nummer}]" if self.indeling.client else plek
                stand.volgnummer += 1
                if pad in stand.geweigerd.clienten or regelpad in stand.geweigerd.regels:
                    stand.regels_geweigerd += 1
                    continue
                try:
                    rij = self._rij(soort, element, eigen)
                except _GeenWaarde as fout:
                    stand.regels_geweigerd += 1
                    yield self._geen_waarde(fout.kolom, regel_van(element), regelpad)
                else:
                    stand.rijen.setdefault(soort.tabel, []).append(
                        [stand.volgnummer, regel_van(element), *rij]
                    )

    def _rij(self, soort: Regelsoort, element: Any, client: dict[str, list[str]]) -> list[Any]:
        """The columns after volgnummer and regel."""
        per_niveau = {"regel": bladeren(element), "client": client, "bericht": self.vast}
        return [
            _waarde(kolom, per_niveau[kolom.niveau]) if kolom.niveau in per_niveau else kolom.waarde
            for kolom in soort.kolommen[2:]
        ]

    def _geen_waarde(self, kolom: Kolom, regel: int, pad: str) -> Bevinding:
        naam = kolom.pad.rpartition("/")[2]
        return Bevinding(
            bestand=self.bestand,
            regel=regel,
            pad=f"{pad}/{kolom.pad}" if kolom.niveau == "regel" else pad,
            code=codes.DATUM if kolom.vorm in ("dag", "jaar") else codes.VORM,
            tekst=f"De waarde van {naam} kan Paraplu niet bewaren.",
            remedie="Gebruik een jaartal van vier cijfers, zoals 2023-05-01."
            if kolom.vorm in ("dag", "jaar")
            else "Gebruik een kleiner getal.",
            weigert="regel",
        )


def _waarde(kolom: Kolom, teksten: dict[str, list[str]]) -> Any:
    try:
        return kolom.lees(teksten)
    except (ValueError, OverflowError) as fout:
        raise _GeenWaarde(kolom) from fout


def lees_velden(kolommen: Iterable[Kolom], teksten: dict[str, list[str]]) -> dict[str, Any]:
    """Message-level columns; what cannot be read is None (the structure check says why)."""
    velden: dict[str, Any] = {}
    for kolom in kolommen:
        try:
            velden[kolom.naam] = kolom.lees(teksten) if kolom.niveau != "leeg" else None
        except (ValueError, OverflowError):
            velden[kolom.naam] = None
    return velden


def lees_slot(indeling: Indeling, teksten: dict[str, list[str]]) -> dict[str, Any]:
    """The columns that are known at the end: the codes on the class below the header."""
    velden: dict[str, Any] = {"retourcodes_klasse": None}
    for kolommen in indeling.slot:
        waarden = [waarde for kolom in kolommen if (waarde := kolom.lees(teksten))]
        velden[kolommen[0].naam] = " ".join(waarden) or None
    return velden
