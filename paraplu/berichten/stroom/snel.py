"""The fast way: a piece of clients becomes whole columns at once, or nothing at all.

One regular expression splits the piece in the texts of its leaves. Only when nothing is left
between the matches, clients open and close in turn, all dates exist and all BSNs pass the
elfproef, the piece counts as read; else the careful way reads it, with the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from paraplu.berichten.bsn import CIJFERS, GEWICHTEN
from paraplu.berichten.standaard import Berichtsoort
from paraplu.berichten.stroom.delen import Deel
from paraplu.berichten.stroom.digest import DICHT, OPEN
from paraplu.berichten.stroom.grammatica import (
    Blad,
    GeenGrammatica,
    Grammatica,
    Klasse,
    maak_grammatica,
)
from paraplu.berichten.stroom.indeling import (
    BEDRAG,
    DEBET_CREDIT,
    TYPEN,
    Indeling,
    Kolom,
    indeling,
    tabelschema,
)

Delen = tuple[Blad | Klasse, ...]

WITRUIMTE = b" \t\r\n"


@dataclass(frozen=True)
class Gelezen:
    """A piece that was read.

    `inhoud` is its canonical text for the digest, `clienten` their number, `regel` the line of the
    file where it ends.
    """

    deel: Deel
    inhoud: bytes
    clienten: int
    regel: int


@cache
def snelle_lezer(soort: Berichtsoort, eigen: str, basis: str) -> Snellezer | None:
    """The fast reader for this kind of message with these prefixes; None when there is none."""
    verdeling = indeling(soort.naam, soort.release)
    houder, regel = verdeling.regels[0].stappen
    client = soort.wortel.kind(*verdeling.client)
    try:
        grammatica = maak_grammatica(soort, client, (houder, regel), eigen, basis)
    except GeenGrammatica:
        return None
    return Snellezer(grammatica, verdeling)


class Snellezer:
    """Reads pieces of one kind of message."""

    def __init__(self, grammatica: Grammatica, verdeling: Indeling) -> None:
        self.grammatica = grammatica
        self.tabel = verdeling.regels[0].tabel
        self.kolommen = verdeling.regels[0].kolommen

    def lees(
        self,
        tekst: bytes,
        lengte: int,
        *,
        volgnummer: int,
        regel: int,
        vast: Mapping[str, list[str]],
        is_verdacht: Callable[[Kolommen], bool],
    ) -> Gelezen | None:
        """The lines of the clients in the first `lengte` bytes, or None: let the careful way say.

        `volgnummer` is that of the line before, `regel` the line in the file where `tekst` begins.
        `is_verdacht` says of a piece that is in order whether it may break a rule.
        """
        vakken = self.grammatica.patroon.split(memoryview(tekst)[:lengte])
        stap = self.grammatica.groepen + 1
        if not is_aaneen(vakken, stap):
            return None
        stuk = Kolommen(self.grammatica, vakken, stap)
        if not stuk.is_in_orde() or is_verdacht(stuk):
            return None
        nummers = np.arange(volgnummer + 1, volgnummer + 1 + stuk.aantal, dtype=np.int32)
        *regels, einde = _regels(tekst, lengte, self.grammatica, regel)
        kolommen = [pa.array(nummers), pa.array(regels, type=pa.int64())]
        kolommen += [stuk.kolom(kolom, vast) for kolom in self.kolommen[2:]]
        batch = pa.RecordBatch.from_arrays(kolommen, schema=tabelschema(self.tabel))
        return Gelezen(
            deel=Deel(tabel=self.tabel, blad=batch),
            inhoud=stuk.inhoud(),
            clienten=stuk.clienten,
            regel=einde,
        )


def is_aaneen(vakken: Sequence[bytes | None], stap: int) -> bool:
    """Whether nothing but white space before the first match is left between the matches.

    `vakken` is what `split` gives: every `stap`-th is what stands between.
    """
    return not (vakken[0] or b"").strip(WITRUIMTE) and not any(vakken[stap::stap])


def _regels(tekst: bytes, lengte: int, grammatica: Grammatica, regel: int) -> list[int]:
    """The line in the file of the start tag of each line, and last that of the end.

    `tekst` was seen to match, so that the next start tag is at least the shortest line away.
    """
    begin, stap = grammatica.regelbegin, grammatica.kortste
    regels, vorige = [], 0
    plek = tekst.find(begin, 0, lengte)
    while plek >= 0:
        regel += tekst.count(b"\n", vorige, plek)
        regels.append(regel)
        vorige = plek
        plek = tekst.find(begin, plek + stap, lengte)
    return [*regels, regel + tekst.count(b"\n", vorige, lengte)]


class Kolommen:
    """The texts of one piece, by group: one entry per line, None where it is absent.

    What is asked by path stands in the line itself, or (`van_client`) in its client.
    """

    def __init__(self, grammatica: Grammatica, vakken: list[bytes | None], stap: int) -> None:
        self.grammatica = grammatica
        self._vakken = vakken
        self._stap = stap
        self._kolommen: dict[int, pa.Array] = {}
        self._gemaakt: dict[tuple[str, pa.DataType], pa.Array] = {}
        self._begin = np.array([vak is not None for vak in vakken[grammatica.begin :: stap]])
        self._einde = np.array([vak is not None for vak in vakken[grammatica.einde :: stap]])
        self.aantal = len(self._begin)
        self.clienten = int(self._begin.sum())
        self._per_client = {
            **{blad.pad: blad for blad in _bladeren(grammatica.voor)},
            **{blad.pad: blad for blad in _bladeren(grammatica.na)},
        }
        self._per_regel = {blad.pad: blad for blad in _bladeren(grammatica.regel.delen)}
        self._na = {blad.pad for blad in _bladeren(grammatica.na)}

    def is_in_orde(self) -> bool:
        """Whether clients open and close in turn, dates exist and BSNs pass the elfproef."""
        if self.aantal == 0 or not self._begin[0] or not self._einde[-1]:
            return False
        if not np.array_equal(self._begin[1:], self._einde[:-1]):
            return False
        try:
            for blad in self._per_client.values():
                if blad.basis == "datum":
                    self._tekst(blad).cast(pa.date32())
            for pad, blad in self._per_regel.items():
                if blad.basis == "datum":
                    self.waarden(pad, pa.date32())
        except pa.ArrowInvalid:
            return False
        return _elfproef([vak for vak in self._vak(self._per_client["Bsn"].groep) if vak])

    def _vak(self, groep: int) -> list[bytes | None]:
        return self._vakken[groep :: self._stap]

    def _tekst(self, blad: Blad) -> pa.Array:
        """The texts of a leaf, one per line."""
        if blad.groep not in self._kolommen:
            # What the grammar takes is UTF-8: there is nothing to check any more.
            teksten = pa.array(self._vak(blad.groep), type=pa.binary()).view(pa.string())
            self._kolommen[blad.groep] = teksten
        return self._kolommen[blad.groep]

    def kolom(self, kolom: Kolom, vast: Mapping[str, list[str]]) -> pa.Array:
        """One column of the table, one value per line."""
        soort = TYPEN[kolom.vorm]
        if kolom.niveau in ("leeg", "vast"):
            return pa.repeat(pa.scalar(kolom.waarde, type=soort), self.aantal)
        if kolom.niveau == "bericht":
            return pa.repeat(pa.scalar(kolom.lees(vast), type=soort), self.aantal)
        if kolom.vorm in ("bedrag", "credit"):
            return self._bedrag(kolom)
        if kolom.niveau == "client":
            return self.van_client(kolom.pad).cast(soort)
        return self.waarden(kolom.pad, soort)

    def waarden(self, pad: str, soort: pa.DataType) -> pa.Array:
        """The values of a leaf of the line; all null where the grammar leaves it out."""
        sleutel = (pad, soort)
        if sleutel not in self._gemaakt:
            blad = self._per_regel.get(pad)
            self._gemaakt[sleutel] = (
                self._tekst(blad).cast(soort) if blad else pa.nulls(self.aantal, soort)
            )
        return self._gemaakt[sleutel]

    def bsns(self) -> pa.Array:
        """The BSN of each client, once."""
        return self._tekst(self._per_client["Bsn"]).filter(pa.array(self._begin))

    def van_client(self, pad: str) -> pa.Array:
        """A leaf of the client, repeated for each of its lines."""
        blad = self._per_client.get(pad)
        if blad is None:
            return pa.nulls(self.aantal, pa.string())
        waar = self._einde if pad in self._na else self._begin
        nummers = np.cumsum(self._begin) - 1
        return self._tekst(blad).filter(pa.array(waar)).take(pa.array(nummers))

    def _bedrag(self, kolom: Kolom) -> pa.Array:
        credit = pc.equal(self.waarden(f"{kolom.pad}/{DEBET_CREDIT}", pa.string()), "C")
        if kolom.vorm == "credit":
            return credit
        paden = (f"{kolom.pad}/{naam}" for naam in BEDRAG)
        bedrag = self.waarden(next(pad for pad in paden if pad in self._per_regel), pa.int64())
        return pc.if_else(credit, pc.negate(bedrag), bedrag)

    def inhoud(self) -> bytes:
        """The canonical text of these clients, as the digest wants it."""
        grammatica = self.grammatica
        open_ = f"{OPEN}{grammatica.client}"
        voor = self._samen([open_, *self._teksten(grammatica.voor), OPEN + grammatica.houder])
        na = self._samen([DICHT, *self._teksten(grammatica.na), DICHT])
        regel = self._samen(self._klasse(grammatica.regel))
        delen = [
            pc.if_else(pa.array(self._begin), voor, ""),
            regel,
            pc.if_else(pa.array(self._einde), na, ""),
        ]
        return _buffer(self._samen(delen))

    def _teksten(self, delen: Delen) -> list[Any]:
        return [tekst for deel in delen for tekst in self._deel(deel)]

    def _deel(self, deel: Blad | Klasse) -> list[Any]:
        if isinstance(deel, Klasse):
            return self._klasse(deel)
        tekst = [f"{OPEN}{deel.naam} ", self._tekst(deel), DICHT]
        return [self._samen(tekst, leeg="emit_null")] if deel.optioneel else tekst

    def _klasse(self, klasse: Klasse) -> list[Any]:
        tekst = [OPEN + klasse.naam, *self._teksten(klasse.delen), DICHT]
        if klasse.aanwezig is None:
            return tekst
        aanwezig = pa.array([vak is not None for vak in self._vak(klasse.aanwezig)])
        return [pc.if_else(aanwezig, self._samen(tekst), "")]

    def _samen(self, delen: list[Any], *, leeg: str = "skip") -> Any:
        """The parts one after the other, per line; constants next to each other are one."""
        kort: list[Any] = []
        for deel in delen:
            if isinstance(deel, str) and kort and isinstance(kort[-1], str):
                kort[-1] += deel
            else:
                kort.append(deel)
        if not any(isinstance(deel, pa.Array) for deel in kort):
            return pa.repeat(pa.scalar("".join(kort)), self.aantal)
        return pc.binary_join_element_wise(*kort, "", null_handling=leeg)


def _bladeren(delen: Delen) -> list[Blad]:
    gevonden: list[Blad] = []
    for deel in delen:
        gevonden += [deel] if isinstance(deel, Blad) else _bladeren(deel.delen)
    return gevonden


def _buffer(teksten: pa.StringArray) -> bytes:
    """All texts of an array one after the other."""
    grenzen, gegevens = teksten.buffers()[1:]
    if gegevens is None:
        return b""
    einden = np.frombuffer(grenzen, dtype=np.int32)
    return gegevens.to_pybytes()[einden[teksten.offset] : einden[teksten.offset + len(teksten)]]


def _elfproef(bsns: list[bytes]) -> bool:
    """Whether every one of these nine digits passes (CS002); nine zeros do not."""
    cijfers = np.frombuffer(b"".join(bsns), dtype=np.uint8).reshape(-1, CIJFERS) - ord("0")
    sommen = cijfers.astype(np.int32) @ np.array(GEWICHTEN, dtype=np.int32)
    return bool((sommen % 11 == 0).all() and cijfers.any(axis=1).all())
